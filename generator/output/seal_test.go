package output

import (
	"bytes"
	"context"
	"encoding/gob"
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
		if seal, err := f.Seal(); err != nil || seal.Files() != 3*3+1 || !seal.Holds(dir) {
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
		if err != nil || seal.Files() != 3 {
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

// TestADamagedSealHoldsNothing looks at seals of which a part is lost.
func TestADamagedSealHoldsNothing(t *testing.T) {
	dir := t.TempDir()
	f, err := Open(dir, Options{})
	if err == nil {
		err = f.Put("index.html", []byte("x"))
	}
	if err == nil {
		_, err = f.Finish(context.Background(), nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	whole, err := f.Seal()
	if err != nil || !whole.Holds(dir) {
		t.Fatalf("sealed %v, %v", whole, err)
	}
	for _, part := range []Seal{
		{}, {Paths: whole.Paths}, {Paths: whole.Paths, Stamps: whole.Stamps[:2]}, {Paths: whole.Paths, Stamps: whole.Stamps[:3]},
		{Stamps: whole.Stamps}, {Paths: "index.html\n", Stamps: whole.Stamps},
	} {
		if part.Holds(dir) {
			t.Errorf("%+v holds", part)
		}
	}
}

// TestASealIsReadAtOnce counts what is made for each file when a seal is read that was stored.
func TestASealIsReadAtOnce(t *testing.T) {
	const files = 5000
	seal := Seal{strings.Repeat("de/a.html\n", files), make([]int64, 2*files)}
	var stored bytes.Buffer
	if err := gob.NewEncoder(&stored).Encode(seal); err != nil {
		t.Fatal(err)
	}
	made := testing.AllocsPerRun(1, func() {
		var read Seal
		if err := gob.NewDecoder(bytes.NewReader(stored.Bytes())).Decode(&read); err != nil || read.Files() != files {
			t.Fatalf("%d files, %v", read.Files(), err)
		}
	})
	if made > files/5 {
		t.Errorf("%.0f things are made for %d files", made, files)
	}
}
