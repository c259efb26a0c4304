package output

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// site is a set of files, as a build is to leave it.
type site map[string]string

// page is a file that tells whether it is whole, and which others it links to.
func page(text string, links ...string) string {
	return text + "\nlink " + strings.Join(links, "\nlink ") + "\n" + strings.Repeat(text+"\n", 50) + "end\n"
}

// links returns where a page leads.
func links(content string) []string {
	var paths []string
	for line := range strings.Lines(content) {
		if path, ok := strings.CutPrefix(strings.TrimSpace(line), "link "); ok && path != "" {
			paths = append(paths, path)
		}
	}
	return paths
}

// put writes all files of the site, in an order that puts the entrances first.
func (s site) put(f *Folder) error {
	paths := slices.SortedFunc(maps.Keys(s), func(a, b string) int {
		return strings.Count(a, "/") - strings.Count(b, "/") + 2*strings.Compare(a, b)
	})
	for _, path := range paths {
		if err := f.Put(path, []byte(s[path])); err != nil {
			return err
		}
	}
	return nil
}

// build makes dir hold the site. step may be nil.
func (s site) build(dir string, opts Options, step func(what, path string) error) (Summary, error) {
	f, err := open(dir, opts, step)
	if err != nil {
		return Summary{}, err
	}
	defer f.Abort()
	if err := s.put(f); err != nil {
		return Summary{}, err
	}
	return f.Finish(context.Background(), map[string]int{"pages": len(s)})
}

// mustBuild builds the site where nothing may go wrong.
func (s site) mustBuild(t *testing.T, dir string, opts Options) Summary {
	t.Helper()
	summary, err := s.build(dir, opts, nil)
	if err != nil {
		t.Fatal(err)
	}
	return summary
}

// read returns all files below dir with slashes, links as their target.
func read(t *testing.T, dir string) site {
	t.Helper()
	found := site{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		data, err := os.ReadFile(path)
		if entry.Type()&fs.ModeSymlink != 0 {
			target, _ := os.Readlink(path)
			data, err = []byte("→ "+target), nil
		}
		found[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// mustHold checks that dir holds the site, build.json and nothing else: no journal, no lock, no empty folder.
func (s site) mustHold(t *testing.T, dir string) {
	t.Helper()
	found := read(t, dir)
	if _, ok := found[manifestName]; !ok {
		t.Errorf("%s is missing", manifestName)
	}
	delete(found, manifestName)
	for _, path := range slices.Sorted(maps.Keys(s)) {
		if content, ok := found[path]; !ok {
			t.Errorf("%s is missing", path)
		} else if content != s[path] {
			t.Errorf("%s holds %.20q, want %.20q", path, content, s[path])
		}
		delete(found, path)
	}
	for path := range found {
		t.Errorf("%s should not be there", path)
	}
	for _, folder := range emptyFolders(t, dir) {
		t.Errorf("folder %s is empty", folder)
	}
}

func emptyFolders(t *testing.T, dir string) []string {
	t.Helper()
	var empty []string
	filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			if entries, _ := os.ReadDir(path); len(entries) == 0 {
				empty = append(empty, path)
			}
		}
		return err
	})
	return empty
}

// write puts somebody else's files into dir.
func (s site) write(t *testing.T, dir string) {
	t.Helper()
	for path, content := range s {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// readerFault walks the site as a reader would who enters at the top or had a page of the old site open. It returns what
// he would complain of: a file that is neither version's, or a dead link. Nothing may be visible but the versions' files.
func readerFault(found site, versions ...site) string {
	ours := func(path, content string) bool {
		return slices.ContainsFunc(versions, func(s site) bool { return s[path] == content && content != "" })
	}
	var next []string
	for path, content := range found {
		if strings.HasPrefix(path, workName+"/") || path == manifestName {
			continue
		}
		if !ours(path, content) {
			return fmt.Sprintf("%s is not whole: %q", path, content)
		}
		if !strings.Contains(path, "/") {
			next = append(next, path)
		}
	}
	seen := map[string]bool{}
	for len(next) > 0 {
		path := next[0]
		next = next[1:]
		if seen[path] {
			continue
		}
		seen[path] = true
		for _, link := range links(found[path]) {
			if _, alive := found[link]; !alive {
				return fmt.Sprintf("%s links to %s, which is not there", path, link)
			}
			next = append(next, link)
		}
	}
	return ""
}
