package output

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPathsThatWorkNowhereOrNotEverywhereAreRefused(t *testing.T) {
	for _, path := range []string{
		"", "/etc/passwd", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "a/..", `..\a`, `a\b`, `C:\a`, "C:a", "a:b",
		"a\x00b", "a\nb", "a\x7fb", "a\xffb", "con", "CON", "con.html", "de/aux.html", "nul.tar.gz", "com1", "COM¹.txt", "lpt0.x", "conin$",
		"con .html", "a.", "a/b./c", "a ", "what?.html", "a*b", "a<b", "a>b", "a|b", `a"b`,
		"build.json", "Build.JSON", "build.json/x", ".building", ".building/new/x", ".Building/x",
		strings.Repeat("a", 256), strings.Repeat("abcdefgh/", 110) + "a",
	} {
		if err := CheckPath(path); !errors.Is(err, ErrPath) {
			t.Errorf("CheckPath(%q) = %v, want ErrPath", path, err)
		}
	}
}

func TestPathsThatWorkEverywhereAreTaken(t *testing.T) {
	for _, path := range []string{
		"index.html", ".htaccess", ".well-known/security.txt", "de/courses/b1.html", "de/building.html", "data/build.json",
		"media/courses/x/Bürgerbus (1).jpg", "com10.html", "console.html", "com.html", "nulls/auxiliary.html", "a..b", "ar/دورة.html",
	} {
		if err := CheckPath(path); err != nil {
			t.Errorf("CheckPath(%q) = %v", path, err)
		}
	}
}

func FuzzPath(f *testing.F) {
	for _, path := range []string{"de/a.html", "../x", "a//b", "CON", "a\x00", "Straße", "a/.building/b", "build.json"} {
		f.Add(path)
	}
	parent := f.TempDir()
	dir := filepath.Join(parent, "public")
	f.Fuzz(func(t *testing.T, path string) {
		folder, err := Open(dir, plain)
		if err != nil {
			t.Fatal(err)
		}
		defer folder.Abort()
		if err := folder.Put(path, []byte("x")); errors.Is(err, ErrPath) {
			return
		} else if err != nil {
			t.Fatalf("a path that was not refused could not be written: %v", err)
		}
		data, err := os.ReadFile(filepath.Join(dir, stageName, filepath.FromSlash(path)))
		if err != nil || string(data) != "x" {
			t.Errorf("%q was written somewhere else: %v", path, err)
		}
		if entries, _ := os.ReadDir(parent); len(entries) != 1 {
			t.Errorf("%q was written beside the output", path)
		}
		if fold(fold(path)) != fold(path) {
			t.Errorf("fold(%q) is not stable", path)
		}
	})
}

func TestHashedNamesChangeWithTheContent(t *testing.T) {
	for _, row := range []struct{ name, content, want string }{
		{"site.css", "", "assets/site.e3b0c44298.css"},
		{"site.css", "a", "assets/site.ca978112ca.css"},
		{"site.min.js", "a", "assets/site.min.ca978112ca.js"},
		{"fonts/ethiopic.woff2", "a", "assets/fonts/ethiopic.ca978112ca.woff2"},
		{"fonts.v2/LICENSE", "a", "assets/fonts.v2/LICENSE.ca978112ca"},
	} {
		if got := Hashed(row.name, []byte(row.content)); got != row.want {
			t.Errorf("Hashed(%q, %q) = %q, want %q", row.name, row.content, got, row.want)
		}
	}
}
