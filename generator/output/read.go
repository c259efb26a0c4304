package output

import (
	"cmp"
	"io/fs"
	"os"
)

// Read returns the content of a file that has been put, as it will be once the build finishes. It is safe to call from many
// goroutines; the error is an fs.ErrNotExist for what has not been put.
func (f *Folder) Read(path string) ([]byte, error) {
	f.mu.Lock()
	r := f.files[fold(path)]
	f.mu.Unlock()
	switch {
	case r.path != path || r.fate == waiting:
		return nil, &fs.PathError{Op: "read", Path: path, Err: fs.ErrNotExist}
	case r.fate == unchanged:
		return f.root.ReadFile(path)
	}
	return f.stage.ReadFile(path)
}

// Earlier returns the content of a file that an earlier build wrote, for what is slow to make again. It may have been changed by others since;
// the error is an fs.ErrNotExist for what is not there or was written by others.
func (f *Folder) Earlier(path string) ([]byte, error) {
	f.mu.Lock()
	r := f.files[fold(path)]
	f.mu.Unlock()
	if r.path != path || !r.known {
		return nil, &fs.PathError{Op: "read", Path: path, Err: fs.ErrNotExist}
	}
	if info, err := f.root.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: path, Err: fs.ErrNotExist}
	}
	return f.root.ReadFile(path)
}

// WriteFile writes one file that is no part of a site, whole or not at all, making the folders it lies in. The path is below dir and one that
// CheckPath allows. A file that holds data already keeps its modification time.
func WriteFile(dir, path string, data []byte) error {
	if err := CheckPath(path); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if before, err := root.ReadFile(path); err == nil && string(before) == string(data) {
		return nil
	}
	if err := root.MkdirAll(cmp.Or(parentOf(path), "."), 0o777); err != nil {
		return err
	}
	fresh := path + ".new"
	err = root.WriteFile(fresh, data, 0o666)
	if err == nil {
		err = patiently(func() error { return root.Rename(fresh, path) })
	}
	if err != nil {
		root.Remove(fresh)
	}
	return err
}
