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
	"mappe/generator/workers"
)

// sources are the files and folders that a site may be made from, as they were when they were found. Texts are summed while they are read,
// everything else before, so that nothing can have been used that came before its sum.
type sources struct {
	*folders
	all     []string                // the folders
	others  []string                // the files that are no texts
	texts   int                     // how many files are
	program func() (fileSum, error) // of the program that makes the site; it is summed meanwhile
	whole   func() (sum, error)     // the sum of all sources, as sumOf, once that is begun
	stamps  []state                 // of the others and all folders, by which a change while the build runs is noticed
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
	program := sync.OnceValues(sumOfProgram)
	go program()
	found, err := r.findSources(ctx)
	if err != nil {
		return nil
	}
	r.found, found.program, found.summing = found.folders, program, true
	if r.sumAll(ctx, found, found.others) != nil {
		return nil
	}
	return found
}

// isText reports whether a file is one that records, vocabularies or settings are read from, and nothing else.
func isText(name string) bool {
	return hasTextName(name) && holdsTexts(path.Dir(name))
}

func hasTextName(name string) bool { return path.Ext(name) == ".md" || path.Ext(name) == ".yaml" }

// holdsTexts reports whether the texts in a folder are such files.
func holdsTexts(folder string) bool {
	top, below, _ := strings.Cut(folder, "/")
	first, _, _ := strings.Cut(below, "/")
	return top == content.Root && first != "media" && first != "timetables"
}

// findSources finds what lies in content/ and themes/, level by level, the folders of each on all cores.
func (r *Ready) findSources(ctx context.Context) (*sources, error) {
	found := &sources{folders: foldersOf(r.root)}
	top, err := found.tops()
	level := found.add(top)
	for err == nil && len(level) > 0 {
		looked := make([]seen, len(level))
		err = workers.Each(ctx, r.Jobs, len(level), func() func(int) error {
			return func(i int) (err error) {
				looked[i], err = found.look(level[i])
				return err
			}
		})
		level = nil
		for _, folder := range looked {
			level = append(level, found.add(folder)...)
		}
	}
	if err != nil {
		found.close()
		return nil, err
	}
	return found, nil
}

// noFolder stands for that of the folders which sources lie in. Nobody can ask to list it.
const noFolder = ""

// tops are the folders that sources lie in, as far as they are there.
func (s *sources) tops() (seen, error) {
	var there []fs.DirEntry
	for _, top := range []string{content.Root, "themes"} {
		info, err := fs.Stat(s, top)
		if err == nil {
			there = append(there, fs.FileInfoToDirEntry(info))
		} else if !errors.Is(err, fs.ErrNotExist) {
			return seen{}, err
		}
	}
	s.mu.Lock()
	s.listed[noFolder] = s.listingOf(there)
	s.mu.Unlock()
	return s.take(seen{folder: noFolder, listing: s.listed[noFolder]})
}

// seen is a folder that was looked at.
type seen struct {
	folder string
	listing
	others []string // the files in it that are no texts
	stamps []state  // of the folder and the others
}

// look lists a folder, which is stamped before.
func (s *sources) look(folder string) (seen, error) {
	found := seen{folder: folder}
	err := found.stamp(s.kept, folder)
	if err == nil {
		found.listing, err = s.listing(folder)
	}
	if err != nil {
		return seen{}, err
	}
	return s.take(found)
}

// take takes out the files that are no texts.
func (s *sources) take(found seen) (seen, error) {
	texts := holdsTexts(found.folder)
	for i := range found.entries {
		name, kind := found.name(i), found.entries[i].kind
		if kind.IsDir() || texts && kind.IsRegular() && hasTextName(name) {
			continue
		}
		other := path.Join(found.folder, name)
		found.others = append(found.others, other)
		if err := found.stamp(s.kept, other); err != nil {
			return seen{}, err
		}
	}
	return found, nil
}

func (f *seen) stamp(kept *output.Kept, name string) error {
	info, err := kept.Lstat(name)
	if err == nil {
		f.stamps = append(f.stamps, state{name, info.Size(), info.ModTime()})
	}
	return err
}

// add adds what was seen of a folder, and returns the folders in it, which are to be looked at next.
func (s *sources) add(found seen) (below []string) {
	s.all, s.others, s.stamps = append(s.all, found.folder), append(s.others, found.others...), append(s.stamps, found.stamps...)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.texts -= len(found.others)
	for i := range found.entries {
		switch {
		case !found.entries[i].kind.IsDir():
			s.texts++
		case found.folder == noFolder:
			below = append(below, found.name(i))
		default:
			below = append(below, s.names.Join(found.folder, "/", found.name(i)))
		}
	}
	return below
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

// sumAll reads files for their sums.
func (r *Ready) sumAll(ctx context.Context, s *sources, names []string) error {
	return workers.Each(ctx, r.Jobs, len(names), func() func(int) error {
		buffer := make([]byte, 64<<10)
		return func(i int) error { return s.sum(names[i], buffer) }
	})
}

// sumMeanwhile begins to sum all sources, once none is read any more that is summed while it is read. What was known of each is let go of then.
func (r *Ready) sumMeanwhile(ctx context.Context, s *sources) {
	s.whole = sync.OnceValues(func() (sum, error) {
		defer s.forgetAll()
		return r.sumOf(ctx, s)
	})
	go s.whole()
}

// forgetAll lets go of what is known of each source.
func (s *sources) forgetAll() {
	s.forget()
	s.all, s.others = nil, nil
}

// sumOf is the sum of all sources, of their contents and names.
func (r *Ready) sumOf(ctx context.Context, s *sources) (sum, error) {
	if err := r.sumAll(ctx, s, s.unsummed()); err != nil {
		return sum{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	whole := sha256.New()
	var lines []byte
	for _, folder := range s.all {
		l := s.listed[folder]
		lines = append(strconv.AppendQuote(lines[:0], folder), '\n')
		for i, e := range l.entries {
			lines = strconv.AppendQuote(append(lines, ' '), l.name(i))
			if !e.kind.IsDir() {
				lines = strconv.AppendUint(append(lines, ' '), uint64(e.sum), 16)
			}
			lines = append(lines, '\n')
		}
		whole.Write(lines)
	}
	return sum(whole.Sum(nil)), nil
}

// unsummed returns the files whose sums are not known.
func (s *sources) unsummed() (names []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, folder := range s.all {
		l := s.listed[folder]
		for i, e := range l.entries {
			if !e.kind.IsDir() && e.sum == 0 {
				names = append(names, path.Join(folder, l.name(i)))
			}
		}
	}
	return names
}
