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

func TestAKeptFolderHasPlainFilesOnly(t *testing.T) {
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
	kept := Keep(root)
	defer kept.Close()
	folder := kept.Take("de")
	defer kept.Give(folder)
	for _, name := range []string{"out", "beside", "below", "below/b.html", "../secret", "..", ".", "", "/etc/hosts", "nothing"} {
		if file, err := folder.Open(name); err == nil {
			t.Errorf("%q was opened", name)
			file.Close()
		}
	}
	file, err := folder.Open("a.html")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if got, err := io.ReadAll(file); err != nil || string(got) != "a" {
		t.Errorf("a plain file: %q, %v", got, err)
	}
	for name, want := range map[string]error{"new.html": nil, "a.html": fs.ErrExist, "out": fs.ErrExist} {
		if _, err := folder.Create(name, []byte(name)); !errors.Is(err, want) {
			t.Errorf("making %s: %v, want %v", name, err, want)
		}
	}
	for name, want := range map[string]error{"other": nil, "below": fs.ErrExist, "out": fs.ErrExist, "below/x": fs.ErrInvalid, "..": fs.ErrExist} {
		if err := folder.Mkdir(name); !errors.Is(err, want) {
			t.Errorf("making the folder %s: %v, want %v", name, err, want)
		}
	}
	if kept.Take("de/a.html") != nil {
		t.Error("a file was opened as a folder")
	}
	listed, err := kept.ReadDir("de")
	var got string
	for _, entry := range listed {
		got += fs.FormatDirEntry(entry) + "\n"
	}
	if want := "- a.html\nd below/\nL beside\n- new.html\nd other/\nL out\n"; err != nil || got != want {
		t.Errorf("it holds\n%s%v; want\n%s", got, err, want)
	}
}

// TestWhatIsListedIsAskedOfItsFolder puts a link to elsewhere into the place of a folder that has been listed.
func TestWhatIsListedIsAskedOfItsFolder(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	site{"de/a.html": "a"}.write(t, dir)
	site{"a.html": "a secret"}.write(t, outside)
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	kept := Keep(root)
	listed, err := kept.ReadDir("de")
	if err != nil || len(listed) != 1 {
		t.Fatalf("listed %v, %v", listed, err)
	}
	folder := filepath.Join(dir, "de")
	if err := errors.Join(os.Rename(folder, folder+"-before"), os.Symlink(outside, folder)); err != nil {
		t.Fatal(err)
	}
	if info, err := listed[0].Info(); err != nil || info.Size() != 1 {
		t.Errorf("told %v, %v; want the file that was listed", info, err)
	}
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := listed[0].Info(); err == nil {
		t.Errorf("once closed: told %v of a file elsewhere", info)
	}
}
