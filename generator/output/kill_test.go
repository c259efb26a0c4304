package output

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
)

// The test program is also the build that gets killed: with this variable set to "kill" it builds newSite into the folder
// that its argument names.
const helperVariable = "MAPPE_OUTPUT_HELPER"

func TestMain(m *testing.M) {
	switch os.Getenv(helperVariable) {
	case "":
		os.Exit(m.Run())
	case "kill":
		helpKill(os.Args[1], os.Args[2])
	default:
		helpRefused(os.Getenv(helperVariable), os.Args[1])
	}
}

// helpKill builds newSite and tells of each change to the disk before it is made. Before the n-th it kills itself.
func helpKill(dir, n string) {
	last, _ := strconv.ParseInt(n, 10, 64)
	var count atomic.Int64
	step := func(what, path string) error {
		fmt.Println(what, path)
		if count.Add(1) == last {
			self, _ := os.FindProcess(os.Getpid())
			self.Kill()
			select {}
		}
		return nil
	}
	if _, err := newSite.build(dir, plain, step); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// oldSite and newSite differ in every way two builds can.
var (
	oldSite = site{
		"index.html":            page("old", "de/index.html", "assets/site.1111.css", "gone/a.html"),
		"404.html":              page("old", "index.html"),
		"assets/site.1111.css":  page("old"),
		"de/index.html":         page("old", "assets/site.1111.css", "de/courses/b1.html", "de/courses/same.html", "gone/deep/b.html"),
		"de/courses/b1.html":    page("old", "de/index.html", "assets/site.1111.css"),
		"de/courses/same.html":  page("same", "de/index.html"),
		"gone/a.html":           page("old"),
		"gone/deep/b.html":      page("old", "gone/a.html"),
		"media/becomes-folder":  page("old"),
		"media/becomes-file/x":  page("old"),
		"media/CASE.html":       page("old"),
		"media/becomes-file/yy": page("old"),
	}
	newSite = site{
		"index.html":               page("new", "de/index.html", "ar/index.html", "assets/site.2222.css"),
		"404.html":                 page("new", "index.html"),
		"assets/site.2222.css":     page("new"),
		"de/index.html":            page("new", "assets/site.2222.css", "de/courses/b2.html", "de/courses/same.html", "ar/index.html", "icon.svg"),
		"de/courses/b2.html":       page("new", "de/index.html", "assets/site.2222.css", "ar/courses/b2.html"),
		"de/courses/same.html":     page("same", "de/index.html"),
		"ar/index.html":            page("new", "ar/courses/b2.html", "index.html"),
		"ar/courses/b2.html":       page("new", "ar/index.html", "assets/site.2222.css"),
		"media/becomes-folder/new": page("new"),
		"media/becomes-file":       page("new"),
		"media/case.html":          page("new"),
		"icon.svg":                 page("new"),
		"robots.txt":               page("new"),
	}
)

// killed runs a build of newSite that dies before its n-th change to the disk, and reports whether it got that far.
func killed(t *testing.T, dir string, n int) bool {
	t.Helper()
	build := exec.Command(os.Args[0], dir, strconv.Itoa(n))
	build.Env = append(os.Environ(), helperVariable+"=kill")
	output, err := build.CombinedOutput()
	if err != nil && build.ProcessState.Exited() && build.ProcessState.ExitCode() == 1 {
		t.Fatalf("the build failed: %v\n%s", err, output)
	}
	return err != nil
}

func TestKilledBeforeAnyChangeOfTheDisk(t *testing.T) {
	for name, before := range map[string]site{"first build": {}, "later build": oldSite} {
		for n := 1; ; n++ {
			dir := t.TempDir()
			if len(before) > 0 {
				before.mustBuild(t, dir, plain)
			}
			if !killed(t, dir, n) {
				if n < 20 {
					t.Errorf("%s: only %d changes to the disk; does anything happen?", name, n)
				}
				break
			}
			if fault := readerFault(read(t, dir), before, newSite); fault != "" {
				t.Fatalf("%s, killed before change %d: %s", name, n, fault)
			}
			// The next build may be of the same content or of another.
			next := []site{newSite, oldSite, {"index.html": "nearly nothing"}}[n%3]
			next.mustBuild(t, dir, plain)
			next.mustHold(t, dir)
		}
	}
}

func TestKilledAgainAndAgain(t *testing.T) {
	dir := t.TempDir()
	oldSite.mustBuild(t, dir, plain)
	for n := 1; killed(t, dir, n); n++ {
		if fault := readerFault(read(t, dir), oldSite, newSite); fault != "" {
			t.Fatalf("killed before change %d: %s", n, fault)
		}
	}
	newSite.mustHold(t, dir)
}

// TestKilledAtAnyMoment kills from outside, so that a system call may be under way and other goroutines at work.
func TestKilledAtAnyMoment(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		dir := t.TempDir()
		oldSite.mustBuild(t, dir, plain)
		build := exec.Command(os.Args[0], dir, "-1")
		build.Env = append(os.Environ(), helperVariable+"=kill")
		told, err := build.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := build.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(told)
		for range random.IntN(45) {
			lines.Scan()
		}
		last := lines.Text()
		build.Process.Kill()
		build.Wait()
		if fault := readerFault(read(t, dir), oldSite, newSite); fault != "" {
			t.Fatalf("killed after %q: %s", last, fault)
		}
		newSite.mustBuild(t, dir, plain)
		newSite.mustHold(t, dir)
	}
}

// TestTheDiskFailsAtAnyMoment lets each change of the disk, and all after it, fail.
func TestTheDiskFailsAtAnyMoment(t *testing.T) {
	for n := 1; ; n++ {
		cause := []error{syscall.ENOSPC, syscall.EROFS, syscall.EIO}[n%3]
		dir := t.TempDir()
		oldSite.mustBuild(t, dir, plain)
		count, visible := 0, false
		_, err := newSite.build(dir, plain, func(what, _ string) error {
			if count++; count < n {
				visible = visible || what == "publish"
				return nil
			}
			return cause
		})
		if err == nil {
			break
		}
		if !errors.Is(err, cause) {
			t.Fatalf("failure at change %d: got %v, want %v", n, err, cause)
		}
		found := read(t, dir)
		if fault := readerFault(found, oldSite, newSite); fault != "" {
			t.Fatalf("failure at change %d: %s", n, fault)
		}
		delete(found, journalName) // it may stay for the next build
		delete(found, manifestName)
		if !visible && !maps.Equal(found, oldSite) {
			t.Fatalf("failure at change %d, before any that is visible, left %v", n, slices.Sorted(maps.Keys(found)))
		}
		newSite.mustBuild(t, dir, plain)
		newSite.mustHold(t, dir)
	}
}

// TestWhatAReaderSees looks at the site before every single change, as a reader would who is quick enough.
func TestWhatAReaderSees(t *testing.T) {
	dir := t.TempDir()
	for _, s := range []struct{ before, after site }{{nil, oldSite}, {oldSite, newSite}, {newSite, oldSite}} {
		var order []string
		_, err := s.after.build(dir, plain, func(what, path string) error {
			if fault := readerFault(read(t, dir), s.before, s.after); fault != "" {
				t.Errorf("before %s %s: %s", what, path, fault)
			}
			if what == "publish" || what == "remove" {
				order = append(order, what+" "+path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		s.after.mustHold(t, dir)
		if len(s.before) == 0 && strings.Join(order, ", ") != "publish assets, publish de, publish gone, publish media, publish index.html, "+
			"publish 404.html, publish build.json" {
			t.Errorf("a first build should be a few renames, was %s", order)
		}
	}
}

func TestSeveralBuildsThatFailedAreNotForgotten(t *testing.T) {
	dir := t.TempDir()
	oldSite.mustBuild(t, dir, plain)
	for _, s := range []site{newSite, {"index.html": page("third", "third/a.html"), "third/a.html": page("third")}, {"index.html": "fourth"}} {
		_, err := s.build(dir, plain, func(what, path string) error {
			if what == "remove" || path == manifestName && what == "publish" {
				return syscall.EIO
			}
			return nil
		})
		if !errors.Is(err, syscall.EIO) {
			t.Fatal(err)
		}
	}
	oldSite.mustBuild(t, dir, plain)
	oldSite.mustHold(t, dir)
}

func TestAKilledBuildIsNotForgottenByAnAbortedOne(t *testing.T) {
	dir := t.TempDir()
	oldSite.mustBuild(t, dir, plain)
	if !killed(t, dir, 30) {
		t.Fatal("the build was not killed")
	}
	if _, known := read(t, dir)[journalName]; !known {
		t.Fatal("the build was killed before it published")
	}
	for range 2 {
		f, err := Open(dir, plain)
		if err != nil {
			t.Fatal(err)
		}
		cancelled, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := f.Finish(cancelled, nil); !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
	}
	oldSite.mustBuild(t, dir, plain)
	oldSite.mustHold(t, dir)
}
