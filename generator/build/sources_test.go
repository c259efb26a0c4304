package build

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"testing"
	"time"
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
	meanwhile := found()
	ready.sumMeanwhile(t.Context(), meanwhile)
	if whole, err := meanwhile.whole(); err != nil || whole != old || meanwhile.listed != nil || meanwhile.all != nil {
		t.Errorf("summed meanwhile: %v, %v, and of %d folders the sums are kept", whole == old, err, len(meanwhile.listed))
	}
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
	files.summing = true
	_, err := files.ReadDir("content/courses/course-0")
	checker{t}.Check(err)
	for _, text := range []string{"one", "one", "two"} {
		checker{t}.Check(os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666))
		if _, err := fs.ReadFile(files, name); err != nil || files.torn != (text == "two") {
			t.Errorf("after reading %q: torn %v, %v", text, files.torn, err)
		}
	}
}

func TestATextMustBeReadWholeAndBeTheSameWhicheverWayItIsRead(t *testing.T) {
	dir := t.TempDir()
	c := checker{t}
	half := func(files *folders, name string) {
		file, err := files.Open(name)
		c.Check(err)
		_, err = file.Read(make([]byte, 1))
		c.Check(errors.Join(err, file.Close()))
	}
	for _, row := range []struct {
		what, name string
		read       func(*folders, string)
		torn       bool
	}{
		{"half a text", "content/courses/a.md", half, true},
		{"half a picture", "content/media/a.jpg", half, false},
		{"a text once more when the folders are closed", "content/courses/a.md", func(files *folders, name string) {
			_, err := fs.ReadFile(files, name)
			c.Check(err)
			files.close()
			_, err = fs.ReadFile(files, name)
			c.Check(err)
		}, false},
		{"a text that has changed since the folders were closed", "content/courses/a.md", func(files *folders, name string) {
			_, err := fs.ReadFile(files, name)
			c.Check(err)
			files.close()
			c.Check(os.WriteFile(filepath.Join(dir, name), []byte("new"), 0o666))
			_, err = fs.ReadFile(files, name)
			c.Check(err)
		}, true},
		{"a text that has changed since nobody asks any more", "content/courses/a.md", func(files *folders, name string) {
			_, err := fs.ReadFile(files, name)
			c.Check(err)
			(&sources{folders: files}).forget()
			c.Check(os.WriteFile(filepath.Join(dir, name), []byte("new"), 0o666))
			_, err = fs.ReadFile(files, name)
			c.Check(err)
		}, false},
	} {
		name := filepath.Join(dir, row.name)
		c.Check(errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte("old"), 0o666)))
		files := foldersOf(rootOf(t, dir))
		files.summing = true
		_, err := files.ReadDir(path.Dir(row.name))
		c.Check(err)
		row.read(files, row.name)
		files.close()
		if files.torn != row.torn {
			t.Errorf("%s: torn %v", row.what, files.torn)
		}
	}
}

// TestWhatIsNotSummedAsItIsUsedMustStayAsItWas changes what a build may look at again after it was summed or listed.
func TestWhatIsNotSummedAsItIsUsedMustStayAsItWas(t *testing.T) {
	dir := t.TempDir()
	c := checker{t}
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	write := func(name, text string) {
		c.Check(errors.Join(os.MkdirAll(filepath.Dir(at(name)), 0o777), os.WriteFile(at(name), []byte(text), 0o666)))
	}
	long := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	names := []string{"content/courses/a.md", "content/media/plan.pdf", "content/media/words.md", "content/timetables/feed/stops.txt",
		"content/timetables/feed/names.yaml", "themes/mine/style.yaml"}
	for _, row := range []struct {
		what string
		do   func()
		same bool
	}{
		{"nothing", func() {}, true},
		{"another size of a text", func() { write("content/courses/a.md", "newer") }, true}, // it has the sum that was read
		{"another size of a file", func() { write("content/media/plan.pdf", "newer") }, false},
		{"another time of a file", func() { c.Check(os.Chtimes(at("content/media/plan.pdf"), long, long.Add(time.Second))) }, false},
		{"a text that is published as it is", func() { write("content/media/words.md", "newer") }, false},
		{"a table of a timetable", func() { write("content/timetables/feed/stops.txt", "newer") }, false},
		{"what lies beside it", func() { write("content/timetables/feed/names.yaml", "newer") }, false},
		{"a theme's file", func() { write("themes/mine/style.yaml", "newer") }, false},
		{"a file that is new", func() { write("themes/mine/new.css", "new") }, false},
		{"one that is gone", func() { c.Check(os.Remove(at("content/media/plan.pdf"))) }, false},
		{"one that came and went", func() { write("themes/mine/new.css", "new"); c.Check(os.Remove(at("themes/mine/new.css"))) }, false},
	} {
		c.Check(os.RemoveAll(at("themes")))
		for _, name := range names {
			write(name, "old")
		}
		c.Check(filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
			return errors.Join(err, os.Chtimes(name, long, long))
		}))
		root := rootOf(t, dir)
		found, err := (&Ready{root: root}).findSources(t.Context())
		c.Check(err)
		found.close()
		row.do()
		if found.untouched(root) != row.same {
			t.Errorf("%s: untouched %v", row.what, !row.same)
		}
	}
}
