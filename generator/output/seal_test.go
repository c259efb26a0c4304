package output

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A site that was built again is sealed as a whole: what was written now, and what was left as it was, compressed copies too.
func TestASealHoldsAfterABuildThatLeavesFilesAlone(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("Deutschkurs ", 100)
	for _, words := range []string{"one", "two", "two"} {
		f, err := Open(dir, Options{Compress: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{"index.html", "de/a.html", "de/b.html"} {
			text := long
			if path == "de/b.html" {
				text += words
			}
			if err := f.Put(path, []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := f.Finish(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
		if seal, err := f.Seal(); err != nil || len(seal.Files) != 3*3+1 || !seal.Holds(dir) {
			t.Errorf("%q: sealed %v, %v, which does not hold", words, seal, err)
		}
	}
}

func TestASealHoldsUntilSomebodyTouchesTheSite(t *testing.T) {
	for _, row := range []struct {
		what  string
		touch func(dir string) error
		holds bool
	}{
		{"nothing", func(string) error { return nil }, true},
		{"a file of somebody else's", func(dir string) error { return os.WriteFile(filepath.Join(dir, "mine.txt"), nil, 0o666) }, true},
		{"other words", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "de", "a.html"), []byte("longer"), 0o666)
		}, false},
		{"another time", func(dir string) error {
			return os.Chtimes(filepath.Join(dir, "index.html"), time.Time{}, time.Unix(1, 0))
		}, false},
		{"a folder in the place of a file", func(dir string) error {
			name := filepath.Join(dir, "de", "a.html")
			return errors.Join(os.Remove(name), os.Mkdir(name, 0o777))
		}, false},
		{"no list of files", func(dir string) error { return os.Remove(filepath.Join(dir, manifestName)) }, false},
		{"a build at work", func(dir string) error { return os.Mkdir(filepath.Join(dir, workName), 0o777) }, false},
		{"no site", os.RemoveAll, false},
	} {
		dir := t.TempDir()
		f, err := Open(dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for path, text := range (site{"index.html": "x", "de/a.html": "a"}) {
			if err := f.Put(path, []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := f.Finish(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
		seal, err := f.Seal()
		if err != nil || len(seal.Files) != 3 {
			t.Fatalf("sealed %v, %v", seal, err)
		}
		if err := row.touch(dir); err != nil {
			t.Fatal(err)
		}
		if seal.Holds(dir) != row.holds {
			t.Errorf("%s: holds %v", row.what, !row.holds)
		}
		if after, err := f.Seal(); err == nil && after.Holds(dir) != row.holds {
			t.Errorf("%s, and sealed only then: holds %v", row.what, !row.holds)
		}
	}
}
