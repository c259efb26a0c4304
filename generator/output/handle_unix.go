//go:build unix

package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// handle is an open folder. os.Root walks to every file part by part, looks at all that lies in a folder when it lists it, and asks the
// system of each file whether it is something that has to be waited for, such as a connection; here a file is reached by its name alone, and
// links are not followed, so that nothing outside can be meant.
type handle struct {
	fd   int
	name string

	listing sync.Mutex
	dir     *os.File // where it came from one, or was listed: to make one, the system is asked
}

// openHandle opens the folder of a name below root.
func openHandle(root *os.Root, name string) (*handle, error) {
	dir, err := root.OpenFile(name, os.O_RDONLY|unix.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	return &handle{fd: int(dir.Fd()), name: dir.Name(), dir: dir}, nil
}

// below opens a folder in it.
func (h *handle) below(name string) (*handle, error) {
	fd, err := h.open(name, unix.O_RDONLY|unix.O_DIRECTORY, 0)
	if err != nil {
		return nil, failed("open", name, err)
	}
	return &handle{fd: fd, name: h.name + "/" + name}, nil
}

func (h *handle) close() error {
	if h.dir != nil {
		return h.dir.Close()
	}
	return unix.Close(h.fd)
}

// list lists names and types of what lies in the folder, by name. What else there is to know of them is to be asked of the folder: these
// entries would go the way to it anew.
func (h *handle) list() ([]fs.DirEntry, error) {
	h.listing.Lock()
	defer h.listing.Unlock()
	if h.dir == nil {
		h.dir = os.NewFile(uintptr(h.fd), h.name)
	}
	if _, err := h.dir.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	entries, err := h.dir.ReadDir(-1)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

// Lstat tells of a file or folder of the folder; of a link, not of what it leads to.
func (h *handle) Lstat(name string) (fs.FileInfo, error) {
	if name != path.Base(name) {
		return nil, failed("lstat", name, fs.ErrInvalid)
	}
	var stat unix.Stat_t
	if err := again(func() error { return unix.Fstatat(h.fd, name, &stat, unix.AT_SYMLINK_NOFOLLOW) }); err != nil {
		return nil, failed("lstat", name, err)
	}
	return statusOf(name, &stat), nil
}

// Open opens a plain file to be read. Of anything else, a link for one, it says fs.ErrInvalid or what the system says; then os.Root
// knows better.
func (h *handle) Open(name string) (fs.File, error) {
	fd, err := h.open(name, unix.O_RDONLY|unix.O_NONBLOCK, 0) // opening what is no file may wait for ever
	if err != nil {
		return nil, failed("open", name, err)
	}
	var stat unix.Stat_t
	err = again(func() error { return unix.Fstat(fd, &stat) })
	if err == nil && stat.Mode&unix.S_IFMT != unix.S_IFREG {
		err = fs.ErrInvalid
	}
	if err != nil {
		unix.Close(fd)
		return nil, failed("open", name, err)
	}
	return &plainFile{fd: fd, status: statusOf(name, &stat)}, nil
}

// Mkdir makes a folder in it.
func (h *handle) Mkdir(name string) error {
	if name != path.Base(name) {
		return failed("mkdir", name, fs.ErrInvalid)
	}
	if err := again(func() error { return unix.Mkdirat(h.fd, name, 0o777) }); err != nil {
		return failed("mkdir", name, err)
	}
	return nil
}

// Create makes a file of a name that is free, and tells when, in nanoseconds since 1970.
func (h *handle) Create(name string, data []byte) (at int64, err error) {
	fd, err := h.open(name, unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL, 0o666)
	if err != nil {
		return 0, failed("create", name, err)
	}
	for n := 0; len(data) > 0 && err == nil; data = data[n:] {
		err = again(func() (err error) { n, err = unix.Write(fd, data); return err })
		n = max(n, 0)
	}
	var stat unix.Stat_t
	if err == nil { // here it takes half of what it takes by the name of the file
		err = again(func() error { return unix.Fstat(fd, &stat) })
	}
	if err = errors.Join(err, unix.Close(fd)); err != nil {
		return 0, failed("write", name, err)
	}
	return statusOf(name, &stat).changed.UnixNano(), nil
}

func (h *handle) open(name string, flags int, mode uint32) (fd int, err error) {
	if name != path.Base(name) {
		return -1, fs.ErrInvalid
	}
	err = again(func() error {
		fd, err = unix.Openat(h.fd, name, flags|unix.O_NOFOLLOW|unix.O_CLOEXEC, mode)
		return err
	})
	return fd, err
}

// again calls the system until no signal comes between.
func again(call func() error) error {
	for {
		if err := call(); err != unix.EINTR {
			return err
		}
	}
}

func failed(op, name string, err error) error { return &fs.PathError{Op: op, Path: name, Err: err} }

// plainFile is a plain file that is read.
type plainFile struct {
	fd int
	status
}

func (f *plainFile) Stat() (fs.FileInfo, error) { return &f.status, nil }

func (f *plainFile) Read(p []byte) (n int, err error) {
	if f.fd < 0 {
		return 0, failed("read", f.name, fs.ErrClosed)
	}
	err = again(func() (err error) { n, err = unix.Read(f.fd, p); return err })
	switch {
	case err != nil:
		return 0, failed("read", f.name, err)
	case n == 0 && len(p) > 0:
		return 0, io.EOF
	}
	return n, nil
}

func (f *plainFile) Close() error {
	if f.fd < 0 {
		return failed("close", f.name, fs.ErrClosed)
	}
	err := unix.Close(f.fd)
	f.fd = -1
	return err
}

// status is what the system says of a file or folder.
type status struct {
	name    string
	mode    fs.FileMode
	size    int64
	changed time.Time
}

func statusOf(name string, stat *unix.Stat_t) status {
	return status{name, modeOf(uint32(stat.Mode)), stat.Size, time.Unix(stat.Mtim.Unix())}
}

func modeOf(system uint32) fs.FileMode {
	mode := fs.FileMode(system) & fs.ModePerm
	switch system & unix.S_IFMT {
	case unix.S_IFREG:
		return mode
	case unix.S_IFDIR:
		return mode | fs.ModeDir
	case unix.S_IFLNK:
		return mode | fs.ModeSymlink
	case unix.S_IFIFO:
		return mode | fs.ModeNamedPipe
	case unix.S_IFSOCK:
		return mode | fs.ModeSocket
	}
	return mode | fs.ModeDevice
}

func (s status) Name() string       { return s.name }
func (s status) Size() int64        { return s.size }
func (s status) Mode() fs.FileMode  { return s.mode }
func (s status) IsDir() bool        { return s.mode.IsDir() }
func (s status) ModTime() time.Time { return s.changed }
func (s status) Sys() any           { return nil }
