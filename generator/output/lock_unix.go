//go:build unix

package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lock is held by a build.
type lock struct{ file *os.File }

// tryLock returns no lock and no error if the file was removed by the build that held it before; then it is to be called again.
func tryLock(root *os.Root) (*lock, error) {
	file, err := root.OpenFile(lockName, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	held, err := flockNamed(root, file)
	if !held || err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &lock{file}, nil
}

// flockNamed locks the file and reports whether it still has its name. The lock on one that was removed in between keeps
// nobody out.
func flockNamed(root *os.Root, file *os.File) (bool, error) {
	if err := flock(file); err != nil {
		return false, err
	}
	held, err := file.Stat()
	if err != nil {
		return false, err
	}
	named, err := root.Lstat(lockName)
	return err == nil && os.SameFile(held, named), ignoreAbsent(err)
}

func flock(file *os.File) error {
	for {
		err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch {
		case errors.Is(err, unix.EINTR):
		case errors.Is(err, unix.EWOULDBLOCK):
			return ErrBusy
		default:
			return err
		}
	}
}

// release removes the file while the lock is still held, so that nobody's new file is removed.
func (l *lock) release(root *os.Root) error {
	return errors.Join(ignoreAbsent(root.Remove(lockName)), l.file.Close())
}

// inUse reports whether a file could not be replaced because a reader has it open, which Unix does not mind.
func inUse(error) bool { return false }
