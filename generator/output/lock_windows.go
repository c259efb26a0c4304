package output

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// lock is held by a build.
type lock struct{ handle windows.Handle }

// tryLock opens the file for itself alone and lets the system remove it when it is closed, by release or by the end of
// the program.
func tryLock(root *os.Root) (*lock, error) {
	path, err := windows.UTF16PtrFromString(filepath.Join(root.Name(), filepath.FromSlash(lockName)))
	if err != nil {
		return nil, err
	}
	const alone = 0
	handle, err := windows.CreateFile(path, windows.GENERIC_WRITE|windows.DELETE, alone, nil, windows.OPEN_ALWAYS,
		windows.FILE_ATTRIBUTE_NORMAL|windows.FILE_FLAG_DELETE_ON_CLOSE, 0)
	switch {
	// Access is denied to a file that is being removed at this moment.
	case errors.Is(err, windows.ERROR_SHARING_VIOLATION), errors.Is(err, windows.ERROR_ACCESS_DENIED):
		return nil, ErrBusy
	case err != nil:
		return nil, err
	}
	return &lock{handle}, nil
}

func (l *lock) release(*os.Root) error { return windows.CloseHandle(l.handle) }

// inUse reports whether a file could not be replaced because a reader or a virus scanner has it open.
func inUse(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}
