// Package generator_test holds what is true of all packages together.
package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors are the packages from the ground up; docs/architecture.md says what each is for.
func floors() [][]string {
	return [][]string{
		{"date", "diag", "phone", "address", "cache", "workers", "together", "testtool"},
		{"locale", "schema", "markdown", "easygerman", "yamldoc", "output", "picture", "pdf", "githistory", "timetable", "textindex", "qr"},
		{"content"},
		{"catalog", "edit"},
		{"facts", "prose"},
		{"check", "reach", "search"},
		{"site", "theme"},
		{"site/print"},
		{"build"},
		{"serve"},
		{"cli"},
	}
}

// isProgram reports whether a file belongs to a program of its own.
func isProgram(t *testing.T, path string) bool {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.PackageClauseOnly)
	if err != nil {
		t.Fatal(err)
	}
	return file.Name.Name == "main"
}

func TestImportsOnlyPointDownward(t *testing.T) {
	floorOf := map[string]int{}
	for floor, names := range floors() {
		for _, name := range names {
			floorOf[name] = floor
		}
	}
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		slashed := filepath.ToSlash(path)
		own := slashed[:max(0, strings.LastIndexByte(slashed, '/'))]
		above, _, nested := strings.Cut(own, "/")
		floor, known := floorOf[own]
		if _, beside := floorOf[above]; nested && !known && beside && isProgram(t, path) {
			return nil // a generator beside a package
		}
		if !known {
			t.Errorf("%s: the package %s has no floor", slashed, own)
			return nil
		}
		seen[own] = true
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			other, ours := strings.CutPrefix(imported, "mappe/generator/")
			if ours && floorOf[other] >= floor {
				t.Errorf("%s on floor %d imports %s on floor %d", slashed, floor, other, floorOf[other])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range floorOf {
		if !seen[name] {
			t.Errorf("the floors name a package %s that is not there", name)
		}
	}
}
