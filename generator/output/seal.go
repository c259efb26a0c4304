package output

import (
	"errors"
	"io/fs"
	"os"
	"strings"
)

// Seal tells a finished site from one that somebody has touched since, by the sizes and times of its files. Its fields are exported to be
// stored; they are few and large, since a site has up to millions of files.
type Seal struct {
	Paths  string  // of the files, each with the end of a line behind it, which no path has in it
	Stamps []int64 // of each file its size, and when it was changed last, in nanoseconds since 1970
}

// Files is how many files there are.
func (s *Seal) Files() int { return len(s.Stamps) / 2 }

// Seal seals the site as Finish has published it, whatever somebody has done to it since.
func (f *Folder) Seal() (Seal, error) {
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return Seal{}, err
	}
	defer root.Close()
	var paths strings.Builder
	stamps := make([]int64, 0, 2*len(f.published)+2)
	seal := func(path string, size, changed int64) {
		paths.WriteString(path)
		paths.WriteByte('\n')
		stamps = append(stamps, size, changed)
	}
	for _, e := range f.published {
		seal(e.path, e.size, e.changed)
	}
	size, changed, err := stampOf(Keep(root), manifestName) // which opens no folder
	seal(manifestName, size, changed)
	return Seal{paths.String(), stamps}, err
}

// Holds reports whether the site in a folder is as it was sealed, and no build is writing to it or was killed there.
func (s *Seal) Holds(dir string) bool {
	root, err := os.OpenRoot(dir)
	if err != nil || s.Files() == 0 {
		return false
	}
	defer root.Close()
	if _, err := root.Lstat(workName); !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	kept := Keep(root)
	defer kept.Close()
	left := s.Stamps
	for path := range strings.Lines(s.Paths) {
		size, changed, err := stampOf(kept, strings.TrimSuffix(path, "\n"))
		if err != nil || len(left) < 2 || size != left[0] || changed != left[1] {
			return false
		}
		left = left[2:]
	}
	return len(left) == 0
}

func stampOf(kept *Kept, path string) (size, changed int64, err error) {
	info, err := kept.Lstat(path)
	if err != nil {
		return 0, 0, err
	}
	if !info.Mode().IsRegular() {
		return 0, 0, errTouched
	}
	return info.Size(), info.ModTime().UnixNano(), nil
}

var errTouched = errors.New("somebody has changed the site")
