//go:build unix

package serve

import (
	"errors"
	"syscall"
)

// isExhausted reports that the system has no watches left: ENOSPC for watches, EMFILE for watchers.
func isExhausted(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE)
}
