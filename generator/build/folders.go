package build

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"mappe/generator/content"
	"mappe/generator/output"
)

// folders opens files from folders that stay open for a while, lists each folder once, and sums what is read.
type folders struct {
	fs.StatFS // the long way; Stat too, since opening what is no file may wait for ever
	long      fs.ReadDirFS
	kept      *output.Kept

	summing bool // what is read is summed

	mu     sync.Mutex
	listed map[string][]fs.DirEntry // by path, nil once closed
	sums   map[string]fileSum       // of the files that have been read whole, by path, nil where nobody asks any more
	torn   bool                     // a file was read twice and had changed, or a text was not read whole
}

// foldersOf begins to keep folders open below root, until close is called.
func foldersOf(root *os.Root) *folders {
	long := content.Files(root)
	return &folders{StatFS: long.(fs.StatFS), long: long.(fs.ReadDirFS), kept: output.Keep(root), listed: map[string][]fs.DirEntry{}}
}

// Open opens a file.
func (f *folders) Open(name string) (fs.File, error) {
	file, plain, err := f.open(name)
	if err == nil && f.summing && (plain || isText(name)) {
		s := &summed{File: file, name: name, sums: f}
		s.hash.Reset() // or it is none
		return s, nil
	}
	return file, err
}

// open opens a file, a plain one from its folder. A link or a folder, like everything that fails, goes the long way.
func (f *folders) open(name string) (file fs.File, plain bool, err error) {
	if dir, base := path.Split(name); dir != "" && fs.ValidPath(name) {
		if folder := f.kept.Take(strings.TrimSuffix(dir, "/")); folder != nil {
			file, err := folder.Open(base)
			f.kept.Give(folder)
			if err == nil {
				return file, true, nil
			}
		}
	}
	file, err = f.StatFS.Open(name)
	return file, false, err
}

// ReadDir lists a folder, as it was when it was listed first.
func (f *folders) ReadDir(name string) ([]fs.DirEntry, error) {
	f.mu.Lock()
	listed, known := f.listed[name]
	f.mu.Unlock()
	if known {
		return slices.Clone(listed), nil
	}
	listed, err := f.list(name)
	if err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.listed != nil {
		f.listed[name] = slices.Clone(listed)
	}
	return listed, nil
}

func (f *folders) list(name string) ([]fs.DirEntry, error) {
	if fs.ValidPath(name) {
		return f.kept.ReadDir(name)
	}
	return f.long.ReadDir(name)
}

// close closes the folders; nothing may be being opened. Files are then opened the long way.
func (f *folders) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.listed = nil
	f.kept.Close() // nothing was written there
}
