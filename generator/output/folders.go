package output

import (
	"errors"
	"fmt"
	"io/fs"
	"sync"
)

// folder is what is known of one folder of the output, so that it is looked at and made once, not for each file.
type folder struct {
	path    string // "" is the output itself
	parent  *folder
	there   bool // it exists in the output
	blocked bool // a file of an earlier build stands in its place or in that of a folder above

	once   sync.Once // makes it in the stage
	failed error     // what came of that
}

// open opens the plain file path of the folder d in the output.
func (f *Folder) open(d *folder, path string) (fs.File, error) {
	if opened := f.site.Take(d.path); opened != nil {
		defer f.site.Give(opened)
		return opened.Open(nameIn(d.path, path))
	}
	return f.root.Open(path)
}

// create makes the file path of the folder d in the stage, and tells when.
func (f *Folder) create(d *folder, path string, data []byte) (at int64, err error) {
	if opened := f.staged.Take(d.path); opened != nil {
		defer f.staged.Give(opened)
		return opened.Create(nameIn(d.path, path), data)
	}
	return create(f.stage, path, data)
}

// closeFolders closes the folders that are open; Windows would not rename them.
func (f *Folder) closeFolders() error { return errors.Join(f.site.Close(), f.staged.Close()) }

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
			d.failed = f.mkdir(d)
		}
	})
	return d.failed
}

func (f *Folder) mkdir(d *folder) error {
	if above := f.staged.Take(d.parent.path); above != nil {
		defer f.staged.Give(above)
		return above.Mkdir(nameIn(d.parent.path, d.path))
	}
	return f.stage.Mkdir(d.path, 0o777)
}

// highestAbsent returns the topmost folder, from d upwards, that does not exist in the output.
func (d *folder) highestAbsent() *folder {
	for d.parent.absent() {
		d = d.parent
	}
	return d
}
