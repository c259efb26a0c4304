package githistory

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// repository is a working copy that tests write to and commit in.
type repository struct {
	*testing.T
	dir string
}

func newRepository(t *testing.T) repository {
	r := repository{t, t.TempDir()}
	r.git("init", "-q")
	return r
}

func (r repository) git(args ...string) {
	r.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=Test", "-c", "user.email=test@example.org"}, args...)...)
	cmd.Dir = r.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		r.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func (r repository) write(path, content string) {
	r.Helper()
	full := filepath.Join(r.dir, path)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(content), 0o644); err != nil {
		r.Fatal(err)
	}
}

func (r repository) commit() {
	r.Helper()
	r.git("add", "-A")
	r.git("commit", "-q", "-m", "change")
}

func TestVersionsAreTheLatestFirst(t *testing.T) {
	r := newRepository(t)
	r.write("site/content/a über.md", "one")
	r.commit()
	r.write("site/content/b.md", "other")
	r.commit()
	r.write("site/content/a über.md", "two")
	r.commit()
	r.write("site/content/b.md", "uncommitted")

	h, err := Read(context.Background(), filepath.Join(r.dir, "site"), "content")
	if err != nil {
		t.Fatal(err)
	}
	a, b := h.Versions("content/a über.md"), h.Versions("content/b.md")
	if len(a) != 2 || len(b) != 1 || a[0].Age >= b[0].Age || b[0].Age >= a[1].Age {
		t.Fatalf("versions: a %v, b %v", a, b)
	}
	if h.HasUncommitted("content/a über.md") || !h.HasUncommitted("content/b.md") || !h.HasUncommitted("content/new.md") {
		t.Error("uncommitted changes are told wrongly")
	}
	var contents []string
	err = h.Contents(context.Background(), []string{a[0].Blob, a[1].Blob, "0123456789012345678901234567890123456789", b[0].Blob}, func(_ string, content []byte) {
		contents = append(contents, string(content))
	})
	if err != nil || len(contents) != 3 || contents[0] != "two" || contents[1] != "one" || contents[2] != "other" {
		t.Errorf("contents %q, %v", contents, err)
	}
}

func TestNoHistoryIsTold(t *testing.T) {
	if _, err := Read(context.Background(), t.TempDir(), "content"); !errors.Is(err, ErrNone) {
		t.Errorf("outside a repository: %v", err)
	}
	empty := newRepository(t)
	if _, err := Read(context.Background(), empty.dir, "content"); !errors.Is(err, ErrNone) {
		t.Errorf("without commits: %v", err)
	}
	r := newRepository(t)
	r.write("content/a.md", "one")
	r.commit()
	r.write("content/a.md", "two")
	r.commit()
	shallow := filepath.Join(t.TempDir(), "shallow")
	r.git("clone", "-q", "--depth", "1", "file://"+r.dir, shallow)
	if _, err := Read(context.Background(), shallow, "content"); !errors.Is(err, ErrNone) {
		t.Errorf("in a shallow clone: %v", err)
	}
}
