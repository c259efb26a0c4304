package content

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

// TestLinks holds what os.Root makes of symbolic links against what editors are told. Windows lets only few make such links, so there
// the test is content to find none.
func TestLinks(t *testing.T) {
	outside, source := t.TempDir(), t.TempDir()
	write := func(path string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("title: A\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(outside, "secret.yaml"))
	write(filepath.Join(source, "shared", "text.yaml"))
	write(filepath.Join(source, "content", "courses", "real", "index.yaml"))
	for link, target := range map[string]string{
		"courses/inside.yaml":   "../../shared/text.yaml",
		"courses/outside.yaml":  filepath.Join(outside, "secret.yaml"),
		"courses/up.yaml":       "../../../" + filepath.Base(outside) + "/secret.yaml",
		"courses/nowhere.yaml":  "gone.yaml",
		"courses/folder":        "real",
		"courses/itself.yaml":   "itself.yaml",
		"media":                 outside,
		"site.yaml":             filepath.Join(outside, "secret.yaml"),
		"courses/_ignored.yaml": filepath.Join(outside, "secret.yaml"),
	} {
		if err := os.Symlink(target, filepath.Join(source, "content", filepath.FromSlash(link))); err != nil {
			if runtime.GOOS == "windows" {
				return
			}
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(source)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()

	tree, findings := scan(t, root.FS())
	if got, want := recordsOf(tree), "courses/inside: =inside.yaml\ncourses/real: =real/index.yaml"; got != want {
		t.Errorf("records\n%s\nwant\n%s", got, want)
	}
	want := []string{"error link-to-folder courses/folder", "error link-outside courses/itself.yaml", "error link-nowhere courses/nowhere.yaml",
		"error link-outside courses/outside.yaml", "error link-outside courses/up.yaml", "error link-outside media", "error link-outside site.yaml"}
	got := told(findings)
	slices.SortFunc(got, func(a, b string) int { return compareFiles(a, b) })
	if !slices.Equal(got, want) {
		t.Errorf("findings\n%q\nwant\n%q", got, want)
	}
	if doc, _, err := Read(root.FS(), "content/courses/inside.yaml"); err != nil || doc.Keys == nil {
		t.Errorf("a link to a file inside cannot be read: %v", err)
	}
	if _, _, err := Read(root.FS(), "content/courses/outside.yaml"); err == nil {
		t.Error("a link that leads out can be read")
	}
}

// compareFiles orders findings as told writes them by their file.
func compareFiles(a, b string) int {
	if fileOf(a) < fileOf(b) {
		return -1
	}
	return 1
}

func fileOf(line string) string {
	for i := len(line) - 1; i >= 0; i-- {
		if line[i] == ' ' {
			return line[i+1:]
		}
	}
	return line
}
