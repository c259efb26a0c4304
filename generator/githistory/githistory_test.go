package githistory

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// repository is a working copy that tests write to and commit in.
type repository struct {
	*testing.T
	dir string
}

// newRepository is empty, and knows nothing of its user's settings.
func newRepository(t *testing.T) repository {
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
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
	if err := errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), os.WriteFile(full, []byte(content), 0o644)); err != nil {
		r.Fatal(err)
	}
}

func (r repository) remove(path string) {
	r.Helper()
	if err := os.Remove(filepath.Join(r.dir, path)); err != nil {
		r.Fatal(err)
	}
}

func (r repository) read() *History {
	r.Helper()
	h, err := Read(context.Background(), r.dir, "content")
	if err != nil {
		r.Fatal(err)
	}
	return h
}

// told writes the versions of a file, the latest first: age:content, and path:content where it was called otherwise.
func (r repository) told(h *History, path string) string {
	r.Helper()
	var blobs, lines []string
	contents := map[string]string{}
	for _, v := range h.Versions(path) {
		if v.Blob != "" {
			blobs = append(blobs, v.Blob)
		}
	}
	if err := h.Contents(context.Background(), blobs, func(blob string, content []byte) { contents[blob] = string(content) }); err != nil {
		r.Fatal(err)
	}
	for _, v := range h.Versions(path) {
		line := fmt.Sprintf("%d:%s", v.Age, contents[v.Blob])
		if v.Path != path {
			line += "@" + v.Path
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, " ")
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

const long = "a text long enough that Git takes it for the same file when little of it changes\n"

func TestFilesKeepTheirVersionsWhenTheyAreRenamed(t *testing.T) {
	r := newRepository(t)
	r.write("content/a.md", long)
	r.commit()
	r.write("content/a.md", long+"two\n")
	r.commit()
	r.git("mv", "content/a.md", "content/b.md")
	r.commit()
	r.write("content/b.md", long+"three\n")
	r.commit()
	r.write("content/a.md", "another file of the old name")
	r.commit()
	h := r.read()
	if got, want := r.told(h, "content/b.md"), fmt.Sprintf("1:%[1]sthree\n 2:%[1]stwo\n 3:%[1]stwo\n@content/a.md 4:%[1]s@content/a.md", long); got != want {
		t.Errorf("the renamed file:\n%s\nwant\n%s", got, want)
	}
	if got, want := r.told(h, "content/a.md"), "0:another file of the old name"; got != want {
		t.Errorf("the new file of the old name: %s, want %s", got, want)
	}
}

func TestFilesThatWereRemovedAndCameBack(t *testing.T) {
	r := newRepository(t)
	r.write("content/a.md", "one")
	r.write("content/b.md", "x")
	r.commit()
	r.remove("content/a.md")
	r.commit()
	r.write("content/a.md", "back, not committed")
	h := r.read()
	if got, want := r.told(h, "content/a.md"), "0: 1:one"; got != want {
		t.Errorf("versions %s, want %s", got, want)
	}
	if !h.HasUncommitted("content/a.md") {
		t.Error("a file that came back is told to be committed")
	}
	r.git("add", "-A")
	if !r.read().HasUncommitted("content/a.md") {
		t.Error("a staged file is told to be committed")
	}
	r.commit()
	if h := r.read(); h.HasUncommitted("content/a.md") || r.told(h, "content/a.md") != "0:back, not committed 1: 2:one" {
		t.Errorf("versions %s", r.told(h, "content/a.md"))
	}
}

func TestWhatAMergeBringsInCameTogether(t *testing.T) {
	r := newRepository(t)
	r.write("content/a.md", "one")
	r.write("content/b.md", "one")
	r.commit()
	r.git("branch", "-M", "main")
	r.git("checkout", "-q", "-b", "edit")
	r.write("content/a.md", "two")
	r.commit()
	r.write("content/b.md", "two")
	r.commit()
	r.git("checkout", "-q", "main")
	r.write("content/c.md", "meanwhile")
	r.commit()
	r.git("merge", "-q", "--no-ff", "-m", "merge", "edit")
	h := r.read()
	for path, want := range map[string]string{"content/a.md": "0:two 2:one", "content/b.md": "0:two 2:one", "content/c.md": "1:meanwhile"} {
		if got := r.told(h, path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestSettingsOfTheUserChangeNothing(t *testing.T) {
	r := newRepository(t)
	for _, setting := range [][2]string{{"color.ui", "always"}, {"log.showSignature", "true"}, {"diff.external", "false"}, {"diff.renames", "copies"}, {"format.pretty", "fuller"}, {"core.quotePath", "true"}, {"log.follow", "true"}} {
		r.git("config", setting[0], setting[1])
	}
	r.write("content/ä b.md", "one")
	r.commit()
	r.write("content/ä b.md", "two")
	r.commit()
	r.write("content/ä b.md", "three")
	h := r.read()
	if got, want := r.told(h, "content/ä b.md"), "0:two 1:one"; got != want || !h.HasUncommitted("content/ä b.md") {
		t.Errorf("versions %s, want %s", got, want)
	}
}

func TestACancelledReadSaysSo(t *testing.T) {
	r := newRepository(t)
	r.write("content/a.md", "one")
	r.commit()
	ctx, cancel := context.WithCancel(context.Background())
	h := r.read()
	cancel()
	if _, err := Read(ctx, r.dir, "content"); !errors.Is(err, context.Canceled) {
		t.Errorf("Read: %v", err)
	}
	if err := h.Contents(ctx, []string{h.Versions("content/a.md")[0].Blob}, func(string, []byte) {}); err == nil {
		t.Error("Contents went on")
	}
}

func TestReadBatch(t *testing.T) {
	for _, row := range []struct {
		why, in string
		blobs   []string
		want    []string
		fails   bool
	}{
		{"contents in their order", "a blob 3\none\nb blob 0\n\n", []string{"a", "b"}, []string{"a=one", "b="}, false},
		{"a missing one is passed over", "a missing\nb blob 3\ntwo\n", []string{"a", "b"}, []string{"b=two"}, false},
		{"the end too early", "a blob 3\non", []string{"a"}, nil, true},
		{"nothing", "", []string{"a"}, nil, true},
		{"a size that is none", "a blob x\n", []string{"a"}, nil, true},
		{"a size below nothing", "a blob -1\n", []string{"a"}, nil, true},
	} {
		var got []string
		err := readBatch(bufio.NewReader(strings.NewReader(row.in)), row.blobs, func(blob string, content []byte) { got = append(got, blob+"="+string(content)) })
		if !slices.Equal(got, row.want) || (err != nil) != row.fails {
			t.Errorf("%s: %q, %v", row.why, got, err)
		}
	}
}

func FuzzReadLog(f *testing.F) {
	f.Add("commit\x00\n:100644 100644 aa bb M\x00a.md\x00commit\x00:100644 100644 bb bb R100\x00b.md\x00a.md\x00")
	f.Add(":\x00commit\x00: : : : R\x00a")
	f.Fuzz(func(t *testing.T, log string) {
		h := &History{versions: map[string][]Version{}}
		h.readLog([]byte(log))
		for path, versions := range h.versions {
			if !slices.IsSortedFunc(versions, func(a, b Version) int { return a.Age - b.Age }) {
				t.Errorf("%q: versions out of order: %v", path, versions)
			}
		}
	})
}
