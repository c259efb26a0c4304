package serve

import (
	"maps"
	"path/filepath"
	"slices"
	"sync"
)

// edits are the files that have changed since they were last asked for. A nil one takes nothing in.
type edits struct {
	source string
	lock   sync.Mutex
	files  map[string]bool
	// unknown says that something has changed and nobody knows what.
	unknown bool
}

func newEdits(source string) *edits { return &edits{source: source, files: map[string]bool{}} }

// note takes a file in; an empty name stands for one that nobody knows.
func (e *edits) note(file string) {
	if e == nil {
		return
	}
	e.lock.Lock()
	defer e.lock.Unlock()
	below, err := filepath.Rel(e.source, file)
	if file == "" || err != nil {
		e.unknown = true
		return
	}
	e.files[filepath.ToSlash(below)] = true
}

// take returns what has changed since the last call, by paths below the source folder; none where that is not known.
func (e *edits) take() []string {
	e.lock.Lock()
	defer e.lock.Unlock()
	files, unknown := slices.Sorted(maps.Keys(e.files)), e.unknown
	clear(e.files)
	if e.unknown = false; unknown {
		return nil
	}
	return files
}
