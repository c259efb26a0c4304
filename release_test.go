package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"mappe/generator/testtool"
)

// release builds the program for one system, as make release does for all, from the sources in a folder.
func release(t *testing.T, folder, target string) (dist string) {
	t.Helper()
	dist = filepath.Join(t.TempDir(), "dist")
	cmd := exec.Command(testtool.Path(t, "Debian: make", "make"), "release", "TARGETS="+target, "DIST="+dist, "VERSION=v1.2.3")
	cmd.Dir = folder
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("make release: %v\n%s", err, said)
	}
	return dist
}

// copyOfSources is what the program is built from, in another folder and without the history.
func copyOfSources(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"generator", "themes"} {
		if err := os.CopyFS(filepath.Join(folder, name), os.DirFS(name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"main.go", "go.mod", "go.sum", "LICENSE", "Makefile"} {
		if err := os.WriteFile(filepath.Join(folder, name), read(t, ".", name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// TestRelease: the same sources give the same bytes wherever they lie; the program says its version; checksums are those of the files.
func TestRelease(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program twice")
	}
	target := runtime.GOOS + "-" + runtime.GOARCH
	program := "mappe-" + strings.Replace(target, "darwin", "macos", 1)
	here, there := release(t, ".", target), release(t, copyOfSources(t), target)
	sums := ""
	for _, name := range []string{program, "LICENSES.txt"} {
		data := read(t, here, name)
		if !bytes.Equal(data, read(t, there, name)) {
			t.Errorf("%s differs between two builds of the same sources", name)
		}
		sums += fmt.Sprintf("%x  %s\n", sha256.Sum256(data), name)
	}
	if got := string(read(t, here, "SHA256SUMS")); got != sums {
		t.Errorf("the checksums are\n%s\nwant\n%s", got, sums)
	}
	if said, err := exec.Command(filepath.Join(here, program), "version").Output(); err != nil || string(said) != "mappe v1.2.3\n" {
		t.Errorf("mappe version: %q %v", said, err)
	}
	for _, words := range []string{"EUROPEAN UNION PUBLIC LICENCE", "The Go Authors", "github.com/yuin/goldmark", "github.com/inconshreveable/mousetrap"} {
		if !strings.Contains(string(read(t, here, "LICENSES.txt")), words) {
			t.Errorf("LICENSES.txt does not say %q", words)
		}
	}
}

func read(t *testing.T, folder, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
