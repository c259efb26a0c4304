package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestSourcesAreSummedAsTheyWereRead changes files behind the back of a build, so that neither size nor time tells of it.
func TestSourcesAreSummedAsTheyWereRead(t *testing.T) {
	dir := t.TempDir()
	c := checker{t}
	write := func(name, text string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		c.Check(errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o666)))
	}
	names := []string{"content/courses/a.md", "content/courses/b.md", "content/media/plan.pdf", "themes/mine/style.yaml"}
	ready := &Ready{Options: Options{Cache: "somewhere"}, root: rootOf(t, dir)}
	sumOf := func(s *sources) sum {
		whole, err := ready.sumOf(t.Context(), s)
		c.Check(err)
		return whole
	}
	found := func() *sources {
		for _, name := range names {
			write(name, "old")
		}
		s := ready.sources(t.Context())
		t.Cleanup(s.close)
		return s
	}
	old := sumOf(found())
	for _, row := range []struct {
		name string
		read bool
		same bool
	}{
		{"content/courses/a.md", true, true},
		{"content/courses/b.md", false, false},
		{"content/media/plan.pdf", false, true}, // had its sum before anybody could use it
		{"themes/mine/style.yaml", false, true},
	} {
		s := found()
		if row.read {
			if got, err := fs.ReadFile(s, row.name); err != nil || string(got) != "old" {
				t.Fatalf("%q, %v", got, err)
			}
		}
		write(row.name, "new")
		if got := sumOf(s) == old; got != row.same {
			t.Errorf("%s: the same sum %v", row.name, got)
		}
	}
}

func TestAFileReadTwiceMustBeTheSame(t *testing.T) {
	dir := t.TempDir()
	name := manyFolders(t, dir, 1)[0]
	files := foldersOf(rootOf(t, dir))
	defer files.close()
	files.sums = map[string]fileSum{}
	for _, text := range []string{"one", "one", "two"} {
		checker{t}.Check(os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666))
		if _, err := fs.ReadFile(files, name); err != nil || files.torn != (text == "two") {
			t.Errorf("after reading %q: torn %v, %v", text, files.torn, err)
		}
	}
}
