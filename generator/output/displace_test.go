package output

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAFileBecomesAFolderAndBack(t *testing.T) {
	dir := t.TempDir()
	for _, s := range []site{
		{"index.html": "a", "a": "file"},
		{"index.html": "a", "a/b/c.html": "in a folder", "a/d.html": "beside it"},
		{"index.html": "a", "a/b": "half way"},
		{"index.html": "a", "a": "file again"},
	} {
		s.mustBuild(t, dir, plain)
		s.mustHold(t, dir)
	}
}

func TestAFileThatBecomesAFolderOfOtherPeopleIsRefused(t *testing.T) {
	dir := t.TempDir()
	site{"index.html": "a", "a/b.html": "b"}.mustBuild(t, dir, plain)
	site{"a/mine.txt": "mine"}.write(t, dir)
	_, err := site{"index.html": "a", "a": "file"}.build(dir, plain, nil)
	if !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), "mine.txt") {
		t.Errorf("got %v, want ErrForeign naming mine.txt", err)
	}
	site{"index.html": "a", "a/b.html": "b", "a/mine.txt": "mine"}.mustHold(t, dir)
}

func TestAFolderThatIsAFileOfOtherPeopleIsRefused(t *testing.T) {
	dir := t.TempDir()
	site{"index.html": "a"}.mustBuild(t, dir, plain)
	site{"de": "mine"}.write(t, dir)
	if _, err := (site{"de/a.html": "a"}).build(dir, plain, nil); !errors.Is(err, ErrForeign) {
		t.Errorf("got %v, want ErrForeign", err)
	}
	site{"index.html": "a", "de": "mine"}.mustHold(t, dir)
}

func TestANameChangesItsCase(t *testing.T) {
	dir := t.TempDir()
	for _, s := range []site{
		{"media/Bus.jpg": "1", "Plan.txt": "same"},
		{"media/bus.jpg": "2", "plan.txt": "same"},
	} {
		s.mustBuild(t, dir, plain)
		s.mustHold(t, dir)
	}
}

func TestPathsThatCollideAreRefused(t *testing.T) {
	for name, paths := range map[string][2]string{
		"the same path twice":            {"a.html", "a.html"},
		"another case":                   {"media/Bus.jpg", "media/bus.jpg"},
		"a folder in another case":       {"media/a.jpg", "Media/b.jpg"},
		"composed and decomposed umlaut": {"m\u00fcll.html", "mu\u0308ll.html"},
		"sharp s":                        {"straße.html", "STRASSE.html"},
		"a file, then a folder":          {"a", "a/b.html"},
		"a folder, then a file":          {"a/b.html", "a"},
		"a folder far up, then a file":   {"a/b/c/d.html", "a/b"},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := Open(t.TempDir(), plain)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Abort()
			if err := f.Put(paths[0], nil); err != nil {
				t.Fatal(err)
			}
			if err := f.Put(paths[1], nil); !errors.Is(err, ErrPath) {
				t.Errorf("got %v, want ErrPath", err)
			}
		})
	}
}

func TestLinksAreNotFollowed(t *testing.T) {
	outside := t.TempDir()
	site{"secret.html": "old", "a.html": "old"}.write(t, outside)
	dir := t.TempDir()
	old := site{"index.html": "a", "de/a.html": "old", "en/a.html": "en", "x.html": "old"}
	old.mustBuild(t, dir, plain)

	link := func(target, name string) {
		t.Helper()
		if err := errors.Join(os.RemoveAll(filepath.Join(dir, name)), os.Symlink(target, filepath.Join(dir, name))); err != nil {
			t.Fatal(err)
		}
	}
	link(filepath.Join(outside, "secret.html"), "x.html")
	next := site{"index.html": "a", "de/a.html": "old", "x.html": "old"}
	next.mustBuild(t, dir, plain) // replaces the link by a file

	for _, target := range []string{outside, "index.html", "en"} {
		link(target, "de")
		if _, err := next.build(dir, plain, nil); !errors.Is(err, ErrForeign) {
			t.Errorf("a folder that is a link to %s: got %v, want ErrForeign", filepath.Base(target), err)
		}
	}
	link(outside, "de")
	site{"index.html": "a"}.mustBuild(t, dir, plain) // removes neither the link nor what is behind it
	site{"index.html": "a", "de": "→ " + outside}.mustHold(t, dir)
	if got := read(t, outside); got["secret.html"] != "old" || got["a.html"] != "old" {
		t.Errorf("files outside were changed: %v", got)
	}
}

func TestALinkToAnEqualFileIsReplaced(t *testing.T) {
	dir := t.TempDir()
	files := site{"x.html": "same, ", "y.html": "same, "} // as long as the name of the link's target
	files.mustBuild(t, dir, plain)
	if err := errors.Join(os.Remove(filepath.Join(dir, "x.html")), os.Symlink("y.html", filepath.Join(dir, "x.html"))); err != nil {
		t.Fatal(err)
	}
	files.mustBuild(t, dir, plain)
	files.mustHold(t, dir)
}

func TestAWorkingFolderThatIsALinkIsRefused(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	for _, target := range []string{outside, "nowhere"} {
		os.Remove(filepath.Join(dir, workName))
		if err := os.Symlink(target, filepath.Join(dir, workName)); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir, plain); err == nil {
			t.Errorf("a link to %s was taken for the working folder", target)
		}
	}
	if found := read(t, outside); len(found) > 0 {
		t.Errorf("files were written outside: %v", found)
	}
}
