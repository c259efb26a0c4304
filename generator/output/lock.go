package output

import (
	"errors"
	"io/fs"
	"os"
)

// lockName is the file whose lock a build holds. The system gives the lock back when the program ends, however it ends, so
// that a killed build never stands in the way of the next.
const lockName = workName + "/lock"

// acquire makes the working folder and takes the lock, or returns ErrBusy.
func acquire(root *os.Root) (*lock, error) {
	const tries = 100 // each is lost only to a build that ends in that very moment
	for range tries {
		if err := root.Mkdir(workName, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		l, err := tryLock(root)
		// A build that ends just now takes the folder away; then it is made again.
		if l != nil || err != nil && !errors.Is(err, fs.ErrNotExist) {
			return l, err
		}
	}
	return nil, ErrBusy
}
