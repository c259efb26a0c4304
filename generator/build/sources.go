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
	names, folderNames []string
	others             []string                // the names of files that are no texts
	program            func() (fileSum, error) // of the program that makes the site; it is summed meanwhile
	whole              func() (sum, error)     // the sum of all sources, as sumOf, once that is begun
	stamps             []state                 // of the others and all folders, by which a change while the build runs is noticed
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
	r.found, found.program, found.summing, found.sums = found.folders, program, true, make(map[string]fileSum, len(found.names))
	if r.sumAll(ctx, found, found.others) != nil {
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

// findSources finds what lies in content/ and themes/, level by level, the folders of each on all cores.
func (r *Ready) findSources(ctx context.Context) (*sources, error) {
	found := &sources{folders: foldersOf(r.root)}
	level, err := found.tops()
	for err == nil && len(level) > 0 {
		listed := make([]listing, len(level))
		err = workers.Each(ctx, r.Jobs, len(level), func() func(int) error {
			return func(i int) (err error) {
				listed[i], err = found.look(level[i])
				return err
			}
		})
		level = nil
		for _, l := range listed {
			level = append(level, found.add(l)...)
		}
	}
	if err != nil {
		found.close()
		return nil, err
	}
	return found, nil
}

// tops are the folders that sources lie in, as far as they are there.
func (s *sources) tops() ([]string, error) {
	var found listing
	for _, top := range []string{content.Root, "themes"} {
		info, err := fs.Stat(s, top)
		if err == nil {
			err = found.take(s.kept, top, fs.FileInfoToDirEntry(info))
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return s.add(found), nil
}

// listing is what was found in a folder.
type listing struct {
	folders, files, others []string // files are all, others those that are no texts
	stamps                 []state  // of the folder and the others
}

// look lists a folder, which is stamped before.
func (s *sources) look(folder string) (listing, error) {
	var found listing
	if err := found.stamp(s.kept, folder); err != nil {
		return found, err
	}
	entries, err := s.ReadDir(folder)
	for _, entry := range entries {
		if err := found.take(s.kept, folder+"/"+entry.Name(), entry); err != nil {
			return found, err
		}
	}
	return found, err
}

// take takes a file or folder.
func (l *listing) take(kept *output.Kept, name string, entry fs.DirEntry) error {
	if entry.IsDir() {
		l.folders = append(l.folders, name)
		return nil
	}
	l.files = append(l.files, name)
	if isText(name) && entry.Type().IsRegular() {
		return nil
	}
	l.others = append(l.others, name)
	return l.stamp(kept, name)
}

func (l *listing) stamp(kept *output.Kept, name string) error {
	info, err := kept.Lstat(name)
	if err == nil {
		l.stamps = append(l.stamps, state{name, info.Size(), info.ModTime()})
	}
	return err
}

// add adds what was found in a folder, and returns the folders in it, which are to be looked at next.
func (s *sources) add(l listing) []string {
	s.folderNames, s.names = append(s.folderNames, l.folders...), append(s.names, l.files...)
	s.others, s.stamps = append(s.others, l.others...), append(s.stamps, l.stamps...)
	return l.folders
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
	return workers.Each(ctx, r.Jobs, len(unread), func() func(int) error {
		buffer := make([]byte, 64<<10)
		return func(i int) error { return s.sum(unread[i], buffer) }
	})
}

// sumMeanwhile begins to sum all sources, once none is read any more that is summed while it is read. What was known of each is let go of then.
func (r *Ready) sumMeanwhile(ctx context.Context, s *sources) {
	s.whole = sync.OnceValues(func() (sum, error) {
		defer s.forget()
		return r.sumOf(ctx, s)
	})
	go s.whole()
}

// forget lets go of what is known of each source. What else may be read is not summed any more.
func (s *sources) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.names, s.folderNames, s.others, s.sums = nil, nil, nil, nil
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
