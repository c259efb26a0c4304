package textindex

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// TestDump writes the index of a corpus for looking at: MAPPE_CORPUS=dir MAPPE_DUMP=dir MAPPE_LANG=de.
func TestDump(t *testing.T) {
	out := os.Getenv("MAPPE_DUMP")
	if out == "" {
		t.Skip("nothing asked for")
	}
	index, err := Build(context.Background(), corpusInput(t, os.Getenv("MAPPE_CORPUS"), os.Getenv("MAPPE_LANG")))
	if err != nil {
		t.Fatal(err)
	}
	os.RemoveAll(out)
	os.MkdirAll(out, 0o755)
	for _, f := range index.Files {
		os.WriteFile(filepath.Join(out, f.Name), f.Data, 0o644)
	}
	os.WriteFile(filepath.Join(out, "HEAD"), []byte(index.Head), 0o644)
}
