package pdf

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestTheBrowserIsTheNamedOneElseTheFirstFound(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	ending := ""
	if runtime.GOOS == "windows" {
		ending = ".exe"
	}
	for _, name := range []string{"first", "second"} {
		if err := os.WriteFile(filepath.Join(dir, name+ending), []byte("#!/bin/sh\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, row := range []struct {
		named string
		usual []string
		want  string
	}{
		{"", []string{"gone", "second", "first"}, "second"},
		{"first", []string{"second"}, "first"},
		{filepath.Join(dir, "first"+ending), nil, "first"},
	} {
		if got, err := find(row.named, row.usual); err != nil || got != filepath.Join(dir, row.want+ending) {
			t.Errorf("%q of %q: %s, %v", row.named, row.usual, got, err)
		}
	}
	if _, err := find("", []string{"gone"}); !errors.Is(err, ErrNone) {
		t.Errorf("none is there: %v", err)
	}
	if _, err := find("gone", []string{"first"}); err == nil || errors.Is(err, ErrNone) || !strings.Contains(err.Error(), "gone") {
		t.Errorf("the named one is not there: %v", err)
	}
}

func TestBrowsersAreLookedForWhereTheyAreInstalled(t *testing.T) {
	getenv := func(name string) string {
		return map[string]string{"HOME": "/Users/a", "ProgramFiles": `C:\Program Files`, "LocalAppData": `C:\Users\a\AppData\Local`}[name]
	}
	for system, program := range map[string]string{
		"linux": "google-chrome", "freebsd": "chromium",
		"darwin":  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		"windows": `C:\Program Files\Microsoft\Edge\Application\msedge.exe`,
	} {
		if list := candidates(system, getenv); !slices.Contains(list, program) || slices.Contains(list, "") {
			t.Errorf("%s: no %s in %q", system, program, list)
		}
	}
	if list := candidates("windows", getenv); slices.ContainsFunc(list, func(p string) bool { return strings.HasPrefix(p, `\`) }) {
		t.Errorf("a place without its folder: %q", list)
	}
}
