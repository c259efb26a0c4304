package output

import (
	"errors"
	"io/fs"
	"os"
)

// Seal tells a finished site from one that somebody has touched since, by the sizes and times of its files. Its fields are exported to be
// stored.
type Seal struct {
	Files []SealedFile
}

// SealedFile is a file as a build left it. Time is when it was changed last, in nanoseconds since 1970.
type SealedFile struct {
	Path       string
	Size, Time int64
}

// Seal seals the site as Finish has published it, whatever somebody has done to it since.
func (f *Folder) Seal() (Seal, error) {
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return Seal{}, err
	}
	defer root.Close()
	s := Seal{Files: make([]SealedFile, 0, len(f.published)+1)}
	for _, e := range f.published {
		s.Files = append(s.Files, SealedFile{e.path, e.size, e.changed})
	}
	manifest, err := stampOf(Keep(root), manifestName) // which opens no folder
	s.Files = append(s.Files, manifest)
	return s, err
}

// Holds reports whether the site in a folder is as it was sealed, and no build is writing to it or was killed there.
func (s Seal) Holds(dir string) bool {
	root, err := os.OpenRoot(dir)
	if err != nil || len(s.Files) == 0 {
		return false
	}
	defer root.Close()
	if _, err := root.Lstat(workName); !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	kept := Keep(root)
	defer kept.Close()
	for _, file := range s.Files {
		if now, err := stampOf(kept, file.Path); err != nil || now != file {
			return false
		}
	}
	return true
}

func stampOf(kept *Kept, path string) (SealedFile, error) {
	info, err := kept.Lstat(path)
	if err != nil {
		return SealedFile{}, err
	}
	if !info.Mode().IsRegular() {
		return SealedFile{}, errTouched
	}
	return SealedFile{path, info.Size(), info.ModTime().UnixNano()}, nil
}

var errTouched = errors.New("somebody has changed the site")
