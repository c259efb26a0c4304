package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"testing/fstest"

	"mappe/generator/testtool"
)

// manyFolders writes more folders of seven files than may be open at once, and returns the files' names.
func manyFolders(t testing.TB, dir string, count int) (names []string) {
	t.Helper()
	for i := range count {
		folder := fmt.Sprintf("content/courses/course-%d", i)
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o777); err != nil {
			t.Fatal(err)
		}
		for _, language := range []string{"de", "en", "ar", "uk", "tr", "fr", "ti"} {
			name := folder + "/course." + language + ".md"
			if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o666); err != nil {
				t.Fatal(err)
			}
			names = append(names, name)
		}
	}
	return names
}

func rootOf(t testing.TB, dir string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func TestFoldersAreAFileSystem(t *testing.T) {
	dir := t.TempDir()
	names := manyFolders(t, dir, 5)
	files := foldersOf(rootOf(t, dir))
	defer files.close()
	if err := fstest.TestFS(files, names...); err != nil {
		t.Error(err)
	}
}

// TestFoldersAtOnce reads from more folders than may be open, by several at once.
func TestFoldersAtOnce(t *testing.T) {
	dir := t.TempDir()
	names := manyFolders(t, dir, 40)
	files := foldersOf(rootOf(t, dir))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, name := range names {
				if got, err := fs.ReadFile(files, name); err != nil || string(got) != name {
					t.Errorf("%s: %q, %v", name, got, err)
				}
			}
		})
	}
	all.Wait()
	files.close()
	if got, err := fs.ReadFile(files, names[0]); err != nil || string(got) != names[0] {
		t.Errorf("once closed: %q, %v", got, err)
	}
	if files.kept.Take("content/courses/course-0") != nil {
		t.Error("a folder was opened once all were closed")
	}
}

func TestFoldersAndLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		testtool.Missing(t, "making links needs a right there")
	}
	dir := t.TempDir()
	names := manyFolders(t, dir, 2)
	outside := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(outside, []byte("secret"), 0o666); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"beside": "../course-1/course.de.md", "out": outside} {
		if err := os.Symlink(to, filepath.Join(dir, "content/courses/course-0", link)); err != nil {
			t.Fatal(err)
		}
	}
	files := foldersOf(rootOf(t, dir))
	defer files.close()
	if got, err := fs.ReadFile(files, "content/courses/course-0/beside"); err != nil || string(got) != names[7] {
		t.Errorf("a link to another folder of the source: %q, %v", got, err)
	}
	if got, err := fs.ReadFile(files, "content/courses/course-0/out"); err == nil {
		t.Errorf("a link out of the source was followed: %q", got)
	}
	if _, err := files.Open("content/courses/course-0/nothing"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}

// BenchmarkReadAll compares the long way to every file with that through folders that are open.
func BenchmarkReadAll(b *testing.B) {
	dir := b.TempDir()
	names := manyFolders(b, dir, 200)
	root := rootOf(b, dir)
	read := func(b *testing.B, files fs.FS) {
		for b.Loop() {
			for _, name := range names {
				if _, err := fs.ReadFile(struct{ fs.FS }{files}, name); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	b.Run("long", func(b *testing.B) { read(b, root.FS()) })
	b.Run("folders", func(b *testing.B) {
		files := foldersOf(root)
		defer files.close()
		read(b, files)
	})
}
