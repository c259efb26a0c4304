//go:build unix

package output

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// nobody is a user without rights. The superuser, as whom tests often run, is not stopped by permissions.
const nobody = 65534

// helpRefused builds newSite where the system allows little and prints what came of it.
func helpRefused(how, dir string) {
	switch how {
	case "limit":
		newSite["de/large.html"] = string(make([]byte, 5000))
		// The signal would end the program; ignored, the write that exceeds the limit fails like one on a full disk.
		signal.Ignore(syscall.SIGXFSZ)
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: 4096, Max: 4096}); err != nil {
			fmt.Println(err)
		}
	case "read only":
		if os.Geteuid() == 0 {
			if err := errors.Join(syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
				fmt.Println(err)
			}
		}
	}
	_, err := newSite.build(dir, plain, nil)
	switch {
	case errors.Is(err, syscall.EFBIG):
		fmt.Print("no space")
	case errors.Is(err, os.ErrPermission):
		fmt.Print("no permission")
	default:
		fmt.Print(err)
	}
}

func refused(t *testing.T, how, dir string) string {
	t.Helper()
	build := exec.Command(os.Args[0], dir)
	build.Env = append(os.Environ(), helperVariable+"="+how)
	output, err := build.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	return string(output)
}

func TestNoSpaceOnTheDisk(t *testing.T) {
	dir := t.TempDir()
	oldSite.mustBuild(t, dir, plain)
	if got := refused(t, "limit", dir); got != "no space" {
		t.Errorf("got %s", got)
	}
	oldSite.mustHold(t, dir)
}

func TestAFolderThatMayOnlyBeRead(t *testing.T) {
	dir := t.TempDir()
	oldSite.mustBuild(t, dir, plain)
	// Folders of tests are closed to other users.
	if err := errors.Join(os.Chmod(filepath.Dir(dir), 0o755), os.Chmod(dir, 0o555)); err != nil {
		t.Fatal(err)
	}
	if got := refused(t, "read only", dir); got != "no permission" {
		t.Errorf("got %s", got)
	}
	oldSite.mustHold(t, dir)
	os.Chmod(dir, 0o755)
}

func TestTheLockOfARemovedFileIsNone(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	first, err := acquire(root)
	if err != nil {
		t.Fatal(err)
	}
	// A second build opens the file just before the first one, at its end, removes it.
	late, err := root.Open(lockName)
	if err != nil {
		t.Fatal(err)
	}
	defer late.Close()
	if err := first.release(root); err != nil {
		t.Fatal(err)
	}
	if held, err := flockNamed(root, late); held || err != nil {
		t.Errorf("removed file: held %v, %v", held, err)
	}
	third, err := acquire(root)
	if err != nil {
		t.Fatal(err)
	}
	if held, err := flockNamed(root, late); held || err != nil {
		t.Errorf("removed file while another build has the lock: held %v, %v", held, err)
	}
	if err := third.release(root); err != nil {
		t.Error(err)
	}
}
