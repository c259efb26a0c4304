//go:build unix

package output

import (
	"errors"
	"io/fs"
	"os"
	"path"

	"golang.org/x/sys/unix"
)

// Opened is a folder that stays open for its plain files. os.Root walks to every file part by part, and asks the system five times whether
// it is something that has to be waited for, such as a connection; here a file is opened by its name alone, and links are not followed, so
// that nothing outside can be meant.
type Opened struct{ dir *os.File }

// OpenFolder opens the folder of a name below root.
func OpenFolder(root *os.Root, name string) (*Opened, error) {
	dir, err := root.OpenFile(name, os.O_RDONLY|unix.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	return &Opened{dir}, nil
}

// OpenFile opens or makes a plain file of the folder. Of anything else, a link for one, it says fs.ErrInvalid or what the system says; then
// os.Root knows better.
func (o *Opened) OpenFile(name string, flags int, mode fs.FileMode) (*os.File, error) {
	fd, err := o.open(name, flags, mode)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return os.NewFile(uintptr(fd), name), nil
}

func (o *Opened) open(name string, flags int, mode fs.FileMode) (fd int, err error) {
	if name != path.Base(name) {
		return -1, fs.ErrInvalid
	}
	for {
		fd, err = unix.Openat(int(o.dir.Fd()), name, flags|unix.O_NOFOLLOW|unix.O_CLOEXEC, uint32(mode.Perm()))
		if !errors.Is(err, unix.EINTR) {
			break
		}
	}
	if err != nil || flags&os.O_EXCL != 0 { // then it was made just now
		return fd, err
	}
	var stat unix.Stat_t
	if err = unix.Fstat(fd, &stat); err == nil && stat.Mode&unix.S_IFMT != unix.S_IFREG {
		err = fs.ErrInvalid
	}
	if err != nil {
		unix.Close(fd)
	}
	return fd, err
}

// Close closes the folder; files that were opened stay so.
func (o *Opened) Close() error { return o.dir.Close() }
