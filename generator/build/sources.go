package build

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"sync"

	"mappe/generator/content"
)

// sources are the files and folders that a site may be made from, as they were when they were found. What records are read from is summed
// while it is read, everything else before, so that nothing can have been used that came before its sum.
type sources struct {
	*folders
	names, folderNames []string
	others             []string // the names of files that no record is read from
	program            fileSum  // of the program that makes the site
	stamps             sum      // of the sizes and times of the files, by which a change while the build runs is noticed
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

// findSources lists what lies in content/ and themes/.
func findSources(root *os.Root) (*sources, error) {
	found := &sources{folders: foldersOf(root)}
	stamps := sha256.New()
	for _, top := range []string{content.Root, "themes"} {
		err := fs.WalkDir(found, top, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case name == top && errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil:
				return err
			case entry.IsDir():
				found.folderNames = append(found.folderNames, name)
				return nil
			}
			found.names = append(found.names, name)
			if top != content.Root || !entry.Type().IsRegular() || path.Ext(name) != ".md" && path.Ext(name) != ".yaml" {
				found.others = append(found.others, name)
			}
			info, err := entry.Info()
			if err == nil {
				fmt.Fprintf(stamps, "%q %d %d\n", name, info.Size(), info.ModTime().UnixNano())
			}
			return err
		})
		if err != nil {
			found.close()
			return nil, err
		}
	}
	found.stamps = sum(stamps.Sum(nil))
	return found, nil
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
	for _, name := range s.names {
		fmt.Fprintf(whole, "%q %x\n", name, s.sums[name])
	}
	for _, name := range s.folderNames {
		fmt.Fprintf(whole, "%q\n", name)
	}
	return sum(whole.Sum(nil)), nil
}
