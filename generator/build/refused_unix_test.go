//go:build unix

package build

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"mappe/generator/date"
)

// helperVariable makes the test binary build a site where the system allows little.
const helperVariable = "MAPPE_BUILD_REFUSED"

// nobody is a user without rights. The superuser, as whom tests often run, is not stopped by permissions.
const nobody = 65534

// helpRefused builds the site of a folder and prints what came of it.
func helpRefused(how, dir string) {
	switch how {
	case "full disk":
		// The signal would end the program; ignored, the write that exceeds the limit fails like one on a full disk.
		signal.Ignore(syscall.SIGXFSZ)
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: 1024, Max: 1024}); err != nil {
			fmt.Println(err)
		}
	case "read only":
		if os.Geteuid() == 0 {
			if err := errors.Join(syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
				fmt.Println(err)
			}
		}
	}
	today, _ := date.Parse(testday)
	result, err := Build(context.Background(), Options{Source: dir, Output: filepath.Join(dir, "public"), Today: today, Version: "test"})
	switch {
	case result.Published:
		fmt.Print("published")
	case errors.Is(err, syscall.EFBIG):
		fmt.Print("full disk")
	case errors.Is(err, os.ErrPermission):
		fmt.Print("read only")
	default:
		fmt.Print(err, told(result.Findings))
	}
}

func TestWhereTheSystemRefusesToWriteTheOldSiteStays(t *testing.T) {
	for _, how := range []string{"full disk", "read only"} {
		t.Run(how, func(t *testing.T) {
			o := smallSite(t)
			mustBuild(t, o)
			before := snapshotOf(checker{t}, o.Output)
			addCourse(t, o)
			// Folders of tests are closed to other users.
			checker{t}.Check(errors.Join(os.Chmod(filepath.Dir(o.Source), 0o755), os.Chmod(o.Source, 0o755), os.Chmod(o.Output, 0o555)))
			defer os.Chmod(o.Output, 0o755)
			helper := exec.Command(os.Args[0], o.Source)
			helper.Env = append(os.Environ(), helperVariable+"="+how)
			got, err := helper.CombinedOutput()
			if err != nil || string(got) != how {
				t.Errorf("%s, %v", got, err)
			}
			if after := snapshotOf(checker{t}, o.Output); !before.equal(after) {
				t.Errorf("changed: %v", before.change(after))
			}
		})
	}
}
