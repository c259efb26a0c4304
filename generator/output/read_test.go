package output

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestWhatHasBeenPutCanBeRead(t *testing.T) {
	dir := t.TempDir()
	site{"same.html": "same", "de/changed.html": "old", "gone.html": "gone"}.mustBuild(t, dir, plain)
	site{"mine.html": "mine"}.write(t, dir)
	f, err := Open(dir, plain)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Abort()
	for path, data := range map[string]string{"same.html": "same", "de/changed.html": "new", "de/deep/fresh.html": "fresh"} {
		if err := f.Put(path, []byte(data)); err != nil {
			t.Fatal(err)
		}
		if got, err := f.Read(path); err != nil || string(got) != data {
			t.Errorf("%s: %q, %v", path, got, err)
		}
	}
	for _, path := range []string{"gone.html", "mine.html", "never.html", "Same.html", "../" + filepath.Base(dir) + "/same.html", ""} {
		if got, err := f.Read(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s has not been put: %q, %v", path, got, err)
		}
	}
	for path, want := range map[string]string{"same.html": "same", "de/changed.html": "old", "gone.html": "gone"} {
		if got, err := f.Earlier(path); err != nil || string(got) != want {
			t.Errorf("%s before: %q, %v", path, got, err)
		}
	}
	for _, path := range []string{"mine.html", "de/deep/fresh.html", "Gone.html"} {
		if got, err := f.Earlier(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s was not written by an earlier build: %q, %v", path, got, err)
		}
	}
}

func TestAFileOfItsOwnIsWrittenWholeAndOnlyIfItDiffers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "papers")
	written := time.Time{}
	for _, row := range []struct {
		data string
		kept bool
	}{{"one", false}, {"one", true}, {"two", false}} {
		if err := WriteFile(dir, "de/print/all.pdf", []byte(row.data)); err != nil {
			t.Errorf("%s: %v", row.data, err)
		}
		if got := read(t, dir); !maps.Equal(got, site{"de/print/all.pdf": row.data}) {
			t.Errorf("%s: it holds %v", row.data, got)
		}
		file := filepath.Join(dir, "de", "print", "all.pdf")
		if info, err := os.Stat(file); err != nil || info.ModTime().Equal(written) != row.kept {
			t.Errorf("%s: written at %v, %v", row.data, info, err)
		}
		written = time.Unix(1_000_000, 0)
		if err := os.Chtimes(file, written, written); err != nil {
			t.Fatal(err)
		}
	}
	if err := WriteFile(dir, "top.pdf", nil); err != nil {
		t.Error(err)
	}
	if err := WriteFile(dir, "../out.pdf", nil); !errors.Is(err, ErrPath) {
		t.Errorf("outside: %v", err)
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.pdf"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(dir, "folder.pdf", []byte("x")); err == nil {
		t.Error("a folder was overwritten")
	}
	if got := read(t, dir); !maps.Equal(got, site{"de/print/all.pdf": "two", "top.pdf": ""}) {
		t.Errorf("it holds %v", got)
	}
}
