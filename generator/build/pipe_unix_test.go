//go:build unix

package build

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"mappe/generator/content"
	"mappe/generator/diag"
)

// TestNobodyWaitsForAPipe has a named pipe among the sources, which to open takes for ever.
func TestNobodyWaitsForAPipe(t *testing.T) {
	dir := t.TempDir()
	const name = "pipe.yaml"
	if err := unix.Mkfifo(filepath.Join(dir, name), 0o666); err != nil {
		t.Fatal(err)
	}
	root := rootOf(t, dir)
	files := foldersOf(root)
	defer files.close()
	if _, err := files.Open(name); !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("it was opened: %v", err)
	}
	if _, err := fs.ReadFile(content.Files(root), name); !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("it was read: %v", err)
	}
	finding := diag.Finding{File: name, Line: 1, Column: 1, Severity: diag.Error, Code: "x", Message: diag.Textf("Nein", "No")}
	if err := (&diag.Printer{Source: content.Files(root)}).Print(t.Output(), []diag.Finding{finding}); err != nil {
		t.Error(err)
	}
}
