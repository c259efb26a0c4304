package build

import (
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"mappe/generator/content"
	"mappe/generator/output"
)

// sources are the files and folders that a site may be made from, as they were when they were found. Texts are summed while they are read,
// everything else before, so that nothing can have been used that came before its sum.
type sources struct {
	*folders
	names, folderNames []string
	others             []string // the names of files that are no texts
	program            fileSum  // of the program that makes the site
	stamps             []state  // of the others and all folders, by which a change while the build runs is noticed
}

// state tells of a file or folder whether it has changed.
type state struct {
	name string
	size int64
	time time.Time
}

// sources finds the sources and sums those that no record is read from; nil where that cannot be done, or nothing is kept anyway.
func (r *Ready) sources(ctx context.Context) *sources {
	if r.Cache == "" {
		return nil
	}
	var found *sources
	var program fileSum
	var failed [2]error
	var both sync.WaitGroup
	both.Go(func() { found, failed[0] = findSources(r.root) })
	both.Go(func() { program, failed[1] = sumOfProgram() })
	both.Wait()
	if failed[0] != nil {
		return nil
	}
	r.found, found.program, found.sums = found.folders, program, make(map[string]fileSum, len(found.names))
	if failed[1] != nil || r.sumAll(ctx, found, found.others) != nil {
		return nil
	}
	return found
}

// isText reports whether a file is one that records, vocabularies or settings are read from, and nothing else.
func isText(name string) bool {
	if path.Ext(name) != ".md" && path.Ext(name) != ".yaml" {
		return false
	}
	top, below, _ := strings.Cut(name, "/")
	folder, _, _ := strings.Cut(below, "/")
	return top == content.Root && folder != "media" && folder != "timetables"
}

// findSources lists what lies in content/ and themes/.
func findSources(root *os.Root) (*sources, error) {
	found := &sources{folders: foldersOf(root)}
	for _, top := range []string{content.Root, "themes"} {
		err := fs.WalkDir(found, top, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case name == top && errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil:
				return err
			case entry.IsDir(): // it is stamped before it is listed
				found.folderNames = append(found.folderNames, name)
				return found.stamp(name)
			}
			found.names = append(found.names, name)
			if isText(name) && entry.Type().IsRegular() {
				return nil
			}
			found.others = append(found.others, name)
			return found.stamp(name)
		})
		if err != nil {
			found.close()
			return nil, err
		}
	}
	return found, nil
}

func (s *sources) stamp(name string) error {
	info, err := s.kept.Lstat(name)
	if err == nil {
		s.stamps = append(s.stamps, state{name, info.Size(), info.ModTime()})
	}
	return err
}

// untouched reports whether no file or folder has changed of those that are not summed, or listed, while they are used. A file that comes
// or goes changes its folder.
func (s *sources) untouched(root *os.Root) bool {
	kept := output.Keep(root)
	defer kept.Close()
	for _, was := range s.stamps {
		info, err := kept.Lstat(was.name)
		if err != nil || info.Size() != was.size || !info.ModTime().Equal(was.time) {
			return false
		}
	}
	return true
}

// sumAll reads those of the files whose sums are not known.
func (r *Ready) sumAll(ctx context.Context, s *sources, names []string) error {
	unread := s.unsummed(names)
	return r.each(ctx, len(unread), func() func(int) error {
		buffer := make([]byte, 64<<10)
		return func(i int) error { return s.sum(unread[i], buffer) }
	})
}

// sumOf is the sum of all sources, of their contents and names.
func (r *Ready) sumOf(ctx context.Context, s *sources) (sum, error) {
	if err := r.sumAll(ctx, s, s.names); err != nil {
		return sum{}, err
	}
	whole := sha256.New()
	var line []byte
	for _, name := range s.names {
		line = append(strconv.AppendQuote(line[:0], name), ' ')
		line = append(strconv.AppendUint(line, uint64(s.sums[name]), 16), '\n')
		whole.Write(line)
	}
	for _, name := range s.folderNames {
		line = append(strconv.AppendQuote(line[:0], name), '\n')
		whole.Write(line)
	}
	return sum(whole.Sum(nil)), nil
}
