package output

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

var plain = Options{Version: "1.0", Date: "2027-02-15"}

func TestTheFolderHoldsExactlyWhatWasPut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "public")
	first := site{"index.html": "a", "de/courses/b1.html": "b", "de/courses/b2.html": "c", "media/x/y/z.jpg": "d"}
	if got, want := first.mustBuild(t, dir, plain), (Summary{New: 4, Bytes: 4}); got != want {
		t.Errorf("first build: %+v, want %+v", got, want)
	}
	first.mustHold(t, dir)

	second := site{"index.html": "A", "de/courses/b1.html": "b", "ar/courses/b1.html": "e"}
	if got, want := second.mustBuild(t, dir, plain), (Summary{New: 1, Changed: 1, Unchanged: 1, Removed: 2, Bytes: 3}); got != want {
		t.Errorf("second build: %+v, want %+v", got, want)
	}
	second.mustHold(t, dir)
}

func TestUnchangedFilesKeepTheirTime(t *testing.T) {
	dir := t.TempDir()
	files := site{"index.html": "a", "de/a.html": "same size"}
	files.mustBuild(t, dir, plain)
	past := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	paths := []string{"index.html", "de/a.html", manifestName}
	for _, path := range paths {
		if err := os.Chtimes(filepath.Join(dir, path), past, past); err != nil {
			t.Fatal(err)
		}
	}
	files.mustBuild(t, dir, plain)
	files["de/a.html"] = "size same"
	for _, path := range paths {
		info, err := os.Stat(filepath.Join(dir, path))
		if err != nil || !info.ModTime().Equal(past) {
			t.Errorf("%s was touched: %v %v", path, info.ModTime(), err)
		}
	}
	if got := files.mustBuild(t, dir, plain); got.Changed != 1 {
		t.Errorf("a file of the same size and another content was not changed: %+v", got)
	}
	files.mustHold(t, dir)
}

func TestAFileDamagedByHandIsRepaired(t *testing.T) {
	dir := t.TempDir()
	files := site{"index.html": "abc", "de/a.html": "def"}
	files.mustBuild(t, dir, plain)
	site{"de/a.html": "xyz"}.write(t, dir)
	files.mustBuild(t, dir, plain)
	files.mustHold(t, dir)
}

func TestOtherPeoplesFilesStay(t *testing.T) {
	dir := t.TempDir()
	site{"index.html": "a", "de/a.html": "a"}.mustBuild(t, dir, plain)
	foreign := site{"CNAME": "example.org", "de/notes.txt": "mine", ".well-known/security.txt": "x"}
	foreign.write(t, dir)
	next := site{"index.html": "b"}
	if got := next.mustBuild(t, dir, plain); got.Removed != 1 {
		t.Errorf("removed %d files, want 1", got.Removed)
	}
	for path, content := range foreign {
		next[path] = content
	}
	next.mustHold(t, dir)
}

func TestAFolderWithOtherFilesIsRefused(t *testing.T) {
	dir := t.TempDir()
	foreign := site{"thesis.odt": "years of work", "index.html": "mine"}
	foreign.write(t, dir)
	_, err := Open(dir, plain)
	if !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), "index.html") {
		t.Fatalf("got %v, want ErrForeign naming a file", err)
	}
	if found := read(t, dir); len(found) != 2 || len(emptyFolders(t, dir)) > 0 {
		t.Errorf("a refused folder was touched: %v", found)
	}

	forced := plain
	forced.Force = true
	site{"index.html": "b"}.mustBuild(t, dir, forced)
	site{"index.html": "b", "thesis.odt": "years of work"}.mustHold(t, dir)
	site{"index.html": "c"}.mustBuild(t, dir, plain)
	site{"index.html": "c", "thesis.odt": "years of work"}.mustHold(t, dir)
}

func TestAFileInTheWayStopsTheBuild(t *testing.T) {
	dir := t.TempDir()
	old := site{"index.html": "a"}
	old.mustBuild(t, dir, plain)
	site{"robots.txt": "mine"}.write(t, dir)
	next := site{"index.html": "b", "robots.txt": "b"}
	if _, err := next.build(dir, plain, nil); !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), "robots.txt") {
		t.Errorf("got %v, want ErrForeign naming robots.txt", err)
	}
	site{"index.html": "a", "robots.txt": "mine"}.mustHold(t, dir)
	forced := plain
	forced.Force = true
	next.mustBuild(t, dir, forced)
	next.mustHold(t, dir)
}

func TestABuildThatEndsEarlyChangesNothing(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	old := site{"index.html": "a", "de/a.html": "a"}
	for name, end := range map[string]func(*Folder) error{
		"aborted": (*Folder).Abort,
		"cancelled": func(f *Folder) error {
			if _, err := f.Finish(cancelled, nil); !errors.Is(err, context.Canceled) {
				return fmt.Errorf("got %v, want the cancellation", err)
			}
			return f.Abort()
		},
		"failed": func(f *Folder) error {
			if err := f.Put("../escape.html", nil); !errors.Is(err, ErrPath) {
				return fmt.Errorf("got %v, want ErrPath", err)
			}
			if _, err := f.Finish(context.Background(), nil); !errors.Is(err, ErrPath) {
				return fmt.Errorf("finishing got %v, want the error of Put", err)
			}
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			old.mustBuild(t, dir, plain)
			f, err := Open(dir, plain)
			if err != nil {
				t.Fatal(err)
			}
			next := site{"index.html": "b", "new/b.html": "b", "de/c.html": "c"}
			if err := next.put(f); err != nil {
				t.Fatal(err)
			}
			if fault := readerFault(read(t, dir), old); fault != "" {
				t.Errorf("before the end, %s", fault)
			}
			if err := end(f); err != nil {
				t.Error(err)
			}
			old.mustHold(t, dir)
			if err := f.Put("late.html", nil); err == nil {
				t.Error("a file was taken after the end")
			}
		})
	}
}

func TestAnAbortedFirstBuildLeavesNoFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	f, err := Open(dir, plain)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Put("index.html", []byte("a")), f.Abort(), f.Abort()); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is there: %v", err)
	}
}

func TestASecondBuildIsToldThatItHasToWait(t *testing.T) {
	dir := t.TempDir()
	f, err := Open(dir, plain)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, plain); !errors.Is(err, ErrBusy) {
		t.Errorf("got %v, want ErrBusy", err)
	}
	if err := (site{"index.html": "a"}).put(f); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Finish(context.Background(), nil); err != nil {
		t.Fatal("the second build disturbed the first: ", err)
	}
	site{"index.html": "b"}.mustBuild(t, dir, plain)
}

func TestOnlyOneOfManyBuildsGetsTheFolder(t *testing.T) {
	dir := t.TempDir()
	var wait sync.WaitGroup
	for i := range 16 {
		wait.Go(func() {
			_, err := site{"index.html": fmt.Sprint(i), "de/a.html": fmt.Sprint(i)}.build(dir, plain, nil)
			if err != nil && !errors.Is(err, ErrBusy) {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	found := read(t, dir)
	if found["index.html"] != found["de/a.html"] || found["index.html"] == "" {
		t.Errorf("two builds were mixed: %v", found)
	}
}

func TestManyGoroutinesMayPut(t *testing.T) {
	dir := t.TempDir()
	f, err := Open(dir, plain)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Abort()
	want := site{}
	for i := range 400 {
		want[fmt.Sprintf("f%d/g%d/%d.html", i%7, i%50, i)] = fmt.Sprint(i)
	}
	var wait sync.WaitGroup
	for path, content := range want {
		wait.Go(func() {
			if err := f.Put(path, []byte(content)); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if _, err := f.Finish(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	want.mustHold(t, dir)
}

func TestTheDataMayBeUsedAgainAfterPut(t *testing.T) {
	dir := t.TempDir()
	f, err := Open(dir, plain)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Abort()
	buffer := []byte("first")
	if err := f.Put("a.html", buffer); err != nil {
		t.Fatal(err)
	}
	copy(buffer, "other")
	if _, err := f.Finish(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	site{"a.html": "first"}.mustHold(t, dir)
}
