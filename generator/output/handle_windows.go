package output

import (
	"io/fs"
	"os"
)

// handle is an open folder.
type handle struct{ root *os.Root }

// openHandle opens the folder of a name below root.
func openHandle(root *os.Root, name string) (*handle, error) {
	folder, err := root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return &handle{folder}, nil
}

// below opens a folder in it.
func (h *handle) below(name string) (*handle, error) { return openHandle(h.root, name) }

func (h *handle) close() error { return h.root.Close() }

// list lists what lies in the folder, by name.
func (h *handle) list() ([]fs.DirEntry, error) { return fs.ReadDir(h.root.FS(), ".") }

// Lstat tells of a file or folder of the folder; of a link, not of what it leads to.
func (h *handle) Lstat(name string) (fs.FileInfo, error) { return h.root.Lstat(name) }

// Open opens a file to be read.
func (h *handle) Open(name string) (fs.File, error) { return h.root.Open(name) }

// Mkdir makes a folder in it.
func (h *handle) Mkdir(name string) error { return h.root.Mkdir(name, 0o777) }

// Create makes a file of a name that is free, and tells when, in nanoseconds since 1970.
func (h *handle) Create(name string, data []byte) (at int64, err error) {
	return create(h.root, name, data)
}
