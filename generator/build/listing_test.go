package build

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"

	"mappe/generator/testtool"
)

func TestWhatWasListedIsFoundByItsPath(t *testing.T) {
	dir := t.TempDir()
	c := checker{t}
	for _, name := range []string{"content/b.md", "content/a", "content/bb.md", "content/ä.md", "content/c/x.md"} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		c.Check(errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, nil, 0o666)))
	}
	files := foldersOf(rootOf(t, dir))
	defer files.close()
	for _, folder := range []string{"content", "content/c"} {
		_, err := files.ReadDir(folder)
		c.Check(err)
	}
	for name, there := range map[string]bool{
		"content/b.md": true, "content/a": true, "content/bb.md": true, "content/ä.md": true, "content/c": true, "content/c/x.md": true,
		"content/b": false, "content/": false, "content": false, "content/c/b.md": false, "content/d/x.md": false, "": false,
	} {
		if e := files.entry(name); (e != nil) != there || there && e.kind.IsDir() != (name == "content/c") {
			t.Errorf("%q: %+v", name, e)
		}
	}
}

// TestWhatIsNoFolderIsNotListed asks for names that nobody may ask for, that of what lies above all sources among them.
func TestWhatIsNoFolderIsNotListed(t *testing.T) {
	dir := t.TempDir()
	manyFolders(t, dir, 1)
	found, err := (&Ready{root: rootOf(t, dir)}).findSources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer found.close()
	for _, name := range []string{noFolder, "/content", "content/", "content/../content", ".."} {
		if entries, err := found.ReadDir(name); err == nil {
			t.Errorf("%q: %v", name, entries)
		}
	}
}

// TestTextsAreToldFromOtherFiles finds files of all kinds; what is no text is read before all else, and is no part of what is expected to be held.
func TestTextsAreToldFromOtherFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"content/site.yaml", "content/courses/a/index.md", "content/courses/a/plan.pdf", "content/media/b.md", "themes/c.yaml"} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		checker{t}.Check(errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, nil, 0o666)))
	}
	want := []string{"content/courses/a/plan.pdf", "content/media/b.md", "themes/c.yaml"}
	if os.Symlink("index.md", filepath.Join(dir, "content/courses/a/link.md")) == nil { // which Windows may not allow
		want = append(want, "content/courses/a/link.md")
	}
	found, err := (&Ready{root: rootOf(t, dir)}).findSources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer found.close()
	slices.Sort(want)
	if others := slices.Sorted(slices.Values(found.others)); found.texts != 2 || !slices.Equal(others, want) {
		t.Errorf("%d texts, and %v; want 2, and %v", found.texts, others, want)
	}
}

// TestClosedFoldersAreListedAnew lists a folder, adds a file, and lists it again.
func TestClosedFoldersAreListedAnew(t *testing.T) {
	dir := t.TempDir()
	manyFolders(t, dir, 1)
	files := foldersOf(rootOf(t, dir))
	files.summing = true
	for _, row := range []struct {
		do   func()
		want int
	}{
		{func() {}, 7},
		{func() {
			checker{t}.Check(os.WriteFile(filepath.Join(dir, "content/courses/course-0/new.md"), nil, 0o666))
		}, 7},
		{files.close, 8},
	} {
		row.do()
		if entries, err := fs.ReadDir(files, "content/courses/course-0"); err != nil || len(entries) != row.want {
			t.Errorf("%d entries, want %d; %v", len(entries), row.want, err)
		}
	}
}

// TestAFoundFileIsNothingByItself counts what whoever looks for what is in use has to look at for what was found.
func TestAFoundFileIsNothingByItself(t *testing.T) {
	held := func(folders int) int {
		dir := t.TempDir()
		manyFolders(t, dir, folders)
		r := &Ready{root: rootOf(t, dir)}
		before := testtool.Things()
		found, err := r.findSources(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer found.close()
		after := testtool.Things()
		runtime.KeepAlive(found)
		return after - before
	}
	few, many := held(40), held(240)
	if many-few > 200/4 {
		t.Errorf("%d more things for 200 folders of 7 files", many-few)
	}
}

// TestAFolderIsListedWhileFilesAreSummed has folders listed by several at once, whose files are read meanwhile.
func TestAFolderIsListedWhileFilesAreSummed(t *testing.T) {
	dir := t.TempDir()
	names := manyFolders(t, dir, 20)
	files := foldersOf(rootOf(t, dir))
	defer files.close()
	files.summing = true
	var all sync.WaitGroup
	var listed [4][]*entry // the first of each folder, which must be the same for all
	for i := range listed {
		all.Go(func() {
			for _, name := range names {
				l, err := files.listing(path.Dir(name))
				if err != nil {
					t.Error(err)
					return
				}
				listed[i] = append(listed[i], &l.entries[0])
				if _, err := fs.ReadFile(files, name); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	for i := range listed {
		if !slices.Equal(listed[i], listed[0]) {
			t.Error("a folder is kept twice")
		}
	}
	for _, name := range names {
		if files.entry(name).sum == 0 {
			t.Errorf("the sum of %s is lost", name)
		}
	}
}
