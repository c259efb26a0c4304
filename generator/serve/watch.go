package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"mappe/generator/build"
)

// quiet is how long nothing may happen before a change is taken in: editors save in several steps.
const quiet = 10 * time.Millisecond

// watched are the folders below the source folder that make a difference.
func watched() []string { return []string{"content", "themes"} }

// watch tells of every change below the source folder, once things are quiet again, and notes the files in edited. It watches folders, not files, since editors
// replace files when they save. Where the system cannot watch any more, it looks at regular intervals.
func watch(ctx context.Context, source string, edited *edits) (<-chan struct{}, error) {
	changes := make(chan struct{}, 1)
	w := &folderWatcher{source: source, changes: changes, edited: edited, pollEvery: pollEvery}
	err := w.start(ctx, w.open())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the source folder %s: %w: %w", filepath.ToSlash(source), build.ErrSource, err)
	}
	if err != nil {
		return nil, fmt.Errorf("watching %s: %w", filepath.ToSlash(source), err)
	}
	return changes, nil
}

// folderWatcher follows the folders below the source folder.
type folderWatcher struct {
	source    string
	watcher   *fsnotify.Watcher
	changes   chan<- struct{}
	edited    *edits
	pollEvery time.Duration
	folders   map[string]bool // that are or were watched
}

// open watches all folders there are.
func (w *folderWatcher) open() (err error) {
	w.folders = map[string]bool{}
	if w.watcher, err = fsnotify.NewBufferedWatcher(4096); err != nil {
		return err
	}
	if err := w.addAll(); err != nil {
		return errors.Join(err, w.watcher.Close())
	}
	return nil
}

// start follows the folders by what came of opening them.
func (w *folderWatcher) start(ctx context.Context, err error) error {
	switch {
	case err == nil:
		go func() {
			defer w.watcher.Close()
			w.run(ctx, w.watcher.Events, w.watcher.Errors)
		}()
		return nil
	case isExhausted(err):
		go w.poll(ctx, stamps(w.source))
		return nil
	}
	return err
}

func (w *folderWatcher) poll(ctx context.Context, before map[string]stamp) {
	poll(ctx, w.source, before, w.changes, w.edited, w.pollEvery)
}

func (w *folderWatcher) addAll() error {
	if err := w.watcher.Add(w.source); err != nil {
		return err
	}
	for _, name := range watched() {
		if err := w.add(filepath.Join(w.source, name)); err != nil {
			return err
		}
	}
	return nil
}

// add watches a folder and those below it. What has gone meanwhile is no mistake.
func (w *folderWatcher) add(folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !entry.IsDir():
			return nil
		case path != folder && ignored(entry.Name()):
			return filepath.SkipDir
		}
		if err := w.watcher.Add(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		w.folders[path] = true
		return nil
	})
}

// run gathers events until it has been quiet for a moment, then tells of the change. Where the system is out of watches it goes on by
// looking at intervals.
func (w *folderWatcher) run(ctx context.Context, events <-chan fsnotify.Event, failures <-chan error) {
	timer := time.NewTimer(quiet)
	timer.Stop()
	for {
		var err error
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
			tell(w.changes)
			continue
		case event := <-events:
			var matters bool
			if matters, err = w.matters(event); matters {
				w.edited.note(event.Name)
				timer.Reset(quiet)
			}
		case err = <-failures:
			if !isExhausted(err) {
				err = w.addAll() // after an overflow nobody knows what has changed, so all folders are walked again
			}
			w.edited.note("")
			timer.Reset(quiet)
		}
		if isExhausted(err) {
			before := stamps(w.source)
			w.edited.note("")
			tell(w.changes)
			w.poll(ctx, before)
			return
		}
	}
}

// matters reports whether an event may change the site, and watches folders that are new.
func (w *folderWatcher) matters(event fsnotify.Event) (bool, error) {
	below, err := filepath.Rel(w.source, event.Name)
	if err != nil || event.Op == fsnotify.Chmod {
		return false, nil
	}
	top, _, nested := strings.Cut(filepath.ToSlash(below), "/")
	if !slices.Contains(watched(), top) || nested && ignored(filepath.Base(event.Name)) {
		return false, nil
	}
	if event.Has(fsnotify.Rename) && w.folders[event.Name] {
		// Its watch ends, and with it that by its new name, wherever that is, if it had begun before: to the system they are one.
		return true, w.addAll()
	}
	if event.Has(fsnotify.Create) {
		if info, err := os.Lstat(event.Name); err == nil && info.IsDir() {
			return true, w.add(event.Name)
		}
	}
	return true, nil
}

// ignored are the files that editors leave beside those they save, while they save: vim (4913 and ~), Emacs (#), JetBrains, those that
// begin with a dot.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") || strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".tmp") ||
		strings.HasSuffix(name, "___jb_tmp___") || strings.HasSuffix(name, "___jb_old___") || name == "4913"
}

// tell says that something has changed; saying it twice before anybody listens is saying it once.
func tell(changes chan<- struct{}) {
	select {
	case changes <- struct{}{}:
	default:
	}
}
