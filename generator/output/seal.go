package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
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

// SealOf looks at the site that was written into a folder last, build.json included.
func SealOf(dir string) (Seal, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Seal{}, err
	}
	f := &Folder{root: root}
	defer root.Close()
	entries, err := f.readManifest()
	if err != nil {
		return Seal{}, err
	}
	s := Seal{Files: make([]SealedFile, 0, len(entries)+1)}
	for _, e := range append(entries, entry{Path: manifestName}) {
		file, err := stampOf(dir, e.Path)
		if err != nil {
			return Seal{}, err
		}
		s.Files = append(s.Files, file)
	}
	return s, nil
}

// Holds reports whether the site in a folder is as it was sealed, and no build is writing to it or was killed there.
func (s Seal) Holds(dir string) bool {
	if _, err := os.Lstat(filepath.Join(dir, workName)); !errors.Is(err, fs.ErrNotExist) || len(s.Files) == 0 {
		return false
	}
	for _, file := range s.Files {
		if now, err := stampOf(dir, file.Path); err != nil || now != file {
			return false
		}
	}
	return true
}

func stampOf(dir, path string) (SealedFile, error) {
	info, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(path)))
	if err != nil {
		return SealedFile{}, err
	}
	if !info.Mode().IsRegular() {
		return SealedFile{}, errNoFile
	}
	return SealedFile{path, info.Size(), info.ModTime().UnixNano()}, nil
}

var errNoFile = errors.New("no regular file")
