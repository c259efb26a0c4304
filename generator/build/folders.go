package build

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"

	"mappe/generator/output"
)

// mostFolders is how many folders stay open at once. Systems allow a program to have some hundreds of files open.
const mostFolders = 32

// folders opens files from folders that stay open for a while: os.Root walks a path part by part, and the files of a record lie beside
// each other, so that the way to them need not be walked for each. It saves half of what reading all sources takes
// (BenchmarkReadAll).
type folders struct {
	fs.StatFS    // the long way; Stat too, since opening what is no file may wait for ever
	fs.ReadDirFS // the same, for what is no file in a folder that is open
	root         *os.Root

	mu     sync.Mutex
	open   map[string]*openFolder // by path
	closed bool
}

// openFolder is a folder and how many files are being opened in it.
type openFolder struct {
	*output.Opened
	uses int
}

// foldersOf begins to keep folders open below root, until close is called. Windows does not rename folders that are open.
func foldersOf(root *os.Root) *folders {
	long := root.FS()
	return &folders{StatFS: long.(fs.StatFS), ReadDirFS: long.(fs.ReadDirFS), root: root, open: map[string]*openFolder{}}
}

// Open opens a file. A link or a folder, like everything that fails, goes the long way.
func (f *folders) Open(name string) (fs.File, error) {
	if dir, base := path.Split(name); dir != "" && fs.ValidPath(name) {
		if folder := f.take(strings.TrimSuffix(dir, "/")); folder != nil {
			file, err := folder.OpenFile(base, os.O_RDONLY, 0)
			f.give(folder)
			if err == nil {
				return file, nil
			}
		}
	}
	return f.StatFS.Open(name)
}

// take returns the open folder, nil if it cannot be opened or too many are in use.
func (f *folders) take(dir string) *openFolder {
	f.mu.Lock()
	defer f.mu.Unlock()
	folder := f.open[dir]
	if folder == nil {
		if f.closed || !f.room() {
			return nil
		}
		opened, err := output.OpenFolder(f.root, dir)
		if err != nil {
			return nil
		}
		folder = &openFolder{Opened: opened}
		f.open[dir] = folder
	}
	folder.uses++
	return folder
}

// give says that the file has been opened.
func (f *folders) give(folder *openFolder) {
	f.mu.Lock()
	defer f.mu.Unlock()
	folder.uses--
}

// room closes a folder that is not in use where too many are open, and reports whether one more may be. f.mu is held.
func (f *folders) room() bool {
	if len(f.open) < mostFolders {
		return true
	}
	for dir, folder := range f.open {
		if folder.uses == 0 {
			folder.Close()
			delete(f.open, dir)
			return true
		}
	}
	return false
}

// close closes the folders; nothing may be being opened. Files are then opened the long way.
func (f *folders) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed = true
	for dir, folder := range f.open {
		folder.Close()
		delete(f.open, dir)
	}
}
