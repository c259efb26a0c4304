package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"sync/atomic"
)

// folder is what is known of one folder of the output, so that it is looked at and made once, not for each file.
type folder struct {
	path    string // "" is the output itself
	parent  *folder
	there   bool // it exists in the output
	blocked bool // a file of an earlier build stands in its place or in that of a folder above

	once   sync.Once // makes it in the stage
	failed error     // what came of that

	site  handle[os.Root] // it in the output
	stage handle[Opened]  // it in the stage
}

// handle is an open folder, a *T. os.Root walks a path part by part; for a file in an open folder there is nothing to walk, which
// saves a third of a first build and a fifth of one that changes nothing (BenchmarkFirst, BenchmarkAgain).
type handle[T any] struct {
	uses atomic.Int32
	open atomic.Pointer[T]
}

const (
	// usesBeforeOpen keeps folders with few files (media/courses/<id>) from taking handles.
	usesBeforeOpen = 8
	// mostHandles stays well below what systems allow a program to have open (macOS: 256 unless raised, as Go does).
	mostHandles = 200
)

// often returns the folder's handle if it is often used, else nil.
func often[T any](f *Folder, h *handle[T], open func() (*T, error)) *T {
	if opened := h.open.Load(); opened != nil {
		return opened
	}
	if h.uses.Add(1) == usesBeforeOpen && f.handles.Add(1) <= mostHandles {
		if opened, err := open(); err == nil {
			h.open.Store(opened)
			return opened
		}
	}
	return nil
}

// inSite returns what to call for the file path of the folder d in the output, and by which name.
func (f *Folder) inSite(d *folder, path string) (*os.Root, string) {
	if d.path != "" {
		if root := often(f, &d.site, func() (*os.Root, error) { return f.root.OpenRoot(d.path) }); root != nil {
			return root, path[len(d.path)+1:]
		}
	}
	return f.root, path
}

// create makes the file path of the folder d in the stage.
func (f *Folder) create(d *folder, path string) (*os.File, error) {
	const flags, mode = os.O_WRONLY | os.O_CREATE | os.O_EXCL, 0o666
	if d.path != "" {
		if opened := often(f, &d.stage, func() (*Opened, error) { return OpenFolder(f.stage, d.path) }); opened != nil {
			return opened.OpenFile(path[len(d.path)+1:], flags, mode)
		}
	}
	return f.stage.OpenFile(path, flags, mode)
}

// closeFolders closes the handles; Windows would not rename folders that are open.
func (f *Folder) closeFolders() {
	for _, d := range f.folders {
		if root := d.site.open.Swap(nil); root != nil {
			root.Close()
		}
		if opened := d.stage.open.Swap(nil); opened != nil {
			opened.Close()
		}
	}
}

// absent reports that nothing in it can exist.
func (d *folder) absent() bool { return !d.there && !d.blocked }

// folder finds or gets to know the folder with this path. f.mu is held.
func (f *Folder) folder(path string) (*folder, error) {
	key := fold(path)
	if d, known := f.folders[key]; known {
		if d.path != path {
			return nil, fmt.Errorf("the folders %s and %s differ in case only: %w", path, d.path, ErrPath)
		}
		return d, nil
	}
	if r, listed := f.files[key]; listed && r.fate != waiting {
		return nil, fmt.Errorf("%s is a file and a folder: %w", path, ErrPath)
	}
	parent, err := f.folder(parentOf(path))
	if err != nil {
		return nil, err
	}
	d := &folder{path: path, parent: parent, blocked: parent.blocked}
	if parent.there {
		if err := f.look(d, f.files[key].known); err != nil {
			return nil, err
		}
	}
	f.folders[key] = d
	return d, nil
}

// look finds out whether the folder exists. A symbolic link is none: what is behind it may be somebody else's.
func (f *Folder) look(d *folder, known bool) error {
	info, err := f.root.Lstat(d.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		d.there = true
		return nil
	case known:
		d.blocked = true
		return nil
	}
	return fmt.Errorf("%s is in the way, is no folder, and was %w", d.path, ErrForeign)
}

// stageFolder makes the folder in the stage.
func (f *Folder) stageFolder(d *folder) error {
	if d.path == "" {
		return nil
	}
	d.once.Do(func() {
		if d.failed = f.stageFolder(d.parent); d.failed != nil {
			return
		}
		if d.failed = f.before("stage folder", d.path); d.failed == nil {
			d.failed = f.stage.Mkdir(d.path, 0o777)
		}
	})
	return d.failed
}

// highestAbsent returns the topmost folder, from d upwards, that does not exist in the output.
func (d *folder) highestAbsent() *folder {
	for d.parent.absent() {
		d = d.parent
	}
	return d
}
