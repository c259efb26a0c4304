//go:build unix

package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestAnOpenedFolderHasPlainFilesOnly(t *testing.T) {
	dir := t.TempDir()
	site{"secret": "secret", "de/a.html": "a", "de/below/b.html": "b"}.write(t, dir)
	for link, to := range map[string]string{"out": "../secret", "beside": "a.html"} {
		if err := os.Symlink(to, filepath.Join(dir, "de", link)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	folder, err := OpenFolder(root, "de")
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	for _, name := range []string{"out", "beside", "below", "below/b.html", "../secret", "..", ".", "", "/etc/hosts", "nothing"} {
		if file, err := folder.OpenFile(name, os.O_RDONLY, 0); err == nil {
			t.Errorf("%q was opened", name)
			file.Close()
		}
	}
	file, err := folder.OpenFile("a.html", os.O_RDONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if got, err := io.ReadAll(file); err != nil || string(got) != "a" {
		t.Errorf("a plain file: %q, %v", got, err)
	}
	for name, want := range map[string]error{"new.html": nil, "a.html": fs.ErrExist, "out": fs.ErrExist} {
		file, err := folder.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, want) {
			t.Errorf("making %s: %v, want %v", name, err, want)
		}
		if err == nil {
			file.Close()
		}
	}
	if _, err := OpenFolder(root, "de/a.html"); err == nil {
		t.Error("a file was opened as a folder")
	}
}
