package build

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"

	"mappe/generator/content"
	"mappe/generator/output"
	"mappe/generator/together"
)

// folders opens files from folders that stay open for a while, lists each folder once, and sums what is read.
type folders struct {
	fs.StatFS // the long way; Stat too, since opening what is no file may wait for ever
	long      fs.ReadDirFS
	kept      *output.Kept

	summing bool // what is read is summed

	mu     sync.Mutex
	closed bool
	listed map[string]listing // by path, nil where nobody asks any more
	names  together.Texts
	room   together.Values[entry]
	torn   bool // a file was read twice and had changed, or a text was not read whole
}

// foldersOf begins to keep folders open below root, until close is called.
func foldersOf(root *os.Root) *folders {
	long := content.Files(root)
	return &folders{StatFS: long.(fs.StatFS), long: long.(fs.ReadDirFS), kept: output.Keep(root), listed: map[string]listing{}}
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
	if !fs.ValidPath(name) {
		return f.long.ReadDir(name)
	}
	l, err := f.listing(name)
	if err != nil {
		return nil, err
	}
	all, entries := make([]found, len(l.entries)), make([]fs.DirEntry, len(l.entries))
	for i := range l.entries {
		all[i] = found{f, name, l.name(i), l.entries[i].kind}
		entries[i] = &all[i]
	}
	return entries, nil
}

// found is what was found in a folder.
type found struct {
	folders      *folders
	folder, name string
	kind         fs.FileMode
}

func (e *found) Name() string               { return e.name }
func (e *found) IsDir() bool                { return e.kind.IsDir() }
func (e *found) Type() fs.FileMode          { return e.kind }
func (e *found) Info() (fs.FileInfo, error) { return e.folders.kept.Lstat(path.Join(e.folder, e.name)) }

// listing lists a folder, as it was when it was listed first. Once the folders are closed, it is listed anew.
func (f *folders) listing(name string) (listing, error) {
	f.mu.Lock()
	l, known := f.listed[name]
	known = known && !f.closed
	f.mu.Unlock()
	if known {
		return l, nil
	}
	entries, err := f.kept.ReadDir(name)
	if err != nil {
		return listing{}, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if l, known := f.listed[name]; known && !f.closed { // somebody was faster, and sums may have been noted
		return l, nil
	}
	l = f.listingOf(entries)
	if !f.closed {
		f.listed[name] = l
	}
	return l, nil
}

// close closes the folders; nothing may be being opened. Files are then opened the long way. What was listed stays where it is summed.
func (f *folders) close() {
	f.mu.Lock()
	f.closed = true
	f.mu.Unlock()
	f.kept.Close() // nothing was written there
	if !f.summing {
		f.forget()
	}
}

// forget lets go of what was listed. What else may be read is not summed any more.
func (f *folders) forget() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed, f.listed, f.names, f.room = true, nil, together.Texts{}, together.Values[entry]{}
}
