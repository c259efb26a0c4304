package serve

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/build"
	"mappe/generator/date"
	"mappe/generator/diag"
)

// smallSite writes the site of package build's tests into a folder of its own.
func smallSite(t *testing.T) string {
	t.Helper()
	archive, err := txtar.ParseFile("../build/testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range archive.Files {
		write(t, filepath.Join(dir, filepath.FromSlash(f.Name)), string(f.Data))
	}
	return dir
}

// write makes a file, and its folder.
func write(t *testing.T, name, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o666))
}

func must(t *testing.T, failures ...error) {
	t.Helper()
	if err := errors.Join(failures...); err != nil {
		t.Fatal(err)
	}
}

// optionsOf serve a folder and hand on each reload.
func optionsOf(source string) (Options, <-chan Reload) {
	reloads := make(chan Reload, 100)
	return Options{
		Options:  build.Options{Source: source, Today: date.New(2026, 11, 22), BaseURL: "http://127.0.0.1:1717/", Version: "test"},
		Addr:     "127.0.0.1:0",
		Lang:     diag.English,
		Reloaded: func(r Reload) { reloads <- r },
	}, reloads
}

// next waits for what comes; the deadline is that of all tests.
func next[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case value := <-from:
		return value
	case <-t.Context().Done():
	}
	t.Fatal("the tests have ended before it came")
	panic("unreachable")
}
