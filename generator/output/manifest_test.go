package output

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func readFile(t *testing.T, path ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestBuildJSON: the hashes are those of xxh64sum.
func TestBuildJSON(t *testing.T) {
	dir := t.TempDir()
	site{"index.html": "a", "media/Bürgerbus & co.jpg": "bc"}.mustBuild(t, dir, plain)
	const want = `{
 "format": 2,
 "generator": "mappe",
 "version": "1.0",
 "date": "2027-02-15",
 "compressed": false,
 "counts": {
  "bytes": 3,
  "files": 2,
  "pages": 2
 },
 "sum": "bd5dc494d15ec8b73e4b8a9a57e7430c",
 "files": [
  {"path": "index.html", "size": 1, "hash": "d24ec4f1a98c6e5b"},
  {"path": "media/Bürgerbus & co.jpg", "size": 2, "hash": "bb3f8503e9967519"}
 ]
}
`
	got := readFile(t, dir, manifestName)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !json.Valid([]byte(got)) {
		t.Error("it is no JSON")
	}
}

// formatOne is a list in the format before, with half a SHA-256 for each file.
const formatOne = `{
 "format": 1,
 "generator": "mappe",
 "version": "1.0",
 "date": "2027-02-15",
 "compressed": true,
 "counts": {},
 "sum": "1d25744543509a89f76e7961d305aafe",
 "files": [
  {"path": "index.html", "size": 1, "hash": "ca978112ca1bbdcafac231b39a23dc4d"},
  {"path": "media/Bürgerbus & co.jpg", "size": 2, "hash": "1e0bbd6c686ba050b8eb03ffeedc64fd"}
 ]
}
`

func TestASiteOfTheFormatBeforeIsTakenOver(t *testing.T) {
	dir := t.TempDir()
	before := site{"index.html": "a", "media/Bürgerbus & co.jpg": "bc", manifestName: formatOne, "mine.txt": "mine"}
	before.write(t, dir)
	now := site{"index.html": "a"}
	if got, want := now.mustBuild(t, dir, plain), (Summary{Unchanged: 1, Removed: 1, Bytes: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	now["mine.txt"] = "mine"
	now.mustHold(t, dir)
	if list := readFile(t, dir, manifestName); !strings.Contains(list, `"format": 2`) {
		t.Errorf("the list is still\n%s", list)
	}
}

func TestADigestOfTheFormatBeforeIsNoDigest(t *testing.T) {
	for text, whole := range map[string]bool{
		formatOne: true,
		strings.Replace(formatOne, `"format": 1`, `"format": 2`, 1):   false,
		strings.Replace(formatOne, `"hash": "ca`, `"hash": "cb`, 1):   false,
		strings.Replace(formatOne, `"hash": "ca97`, `"hash": "`, 1):   false,
		strings.Replace(formatOne, `"size": 1`, `"size": -1`, 1):      false,
		strings.Replace(formatOne, "index.html", "../index.html", 1):  false,
		strings.Replace(formatOne, `"hash": "ca97`, `"hash": "xx`, 1): false,
	} {
		_, entries, err := parseManifest(strings.NewReader(text))
		if (err == nil) != whole {
			t.Errorf("%v; want it read %v:\n%s", err, whole, text)
		}
		for _, e := range entries {
			if e.hash != (digest{}) {
				t.Errorf("%s has the digest %x", e.path, e.hash)
			}
		}
	}
}

func TestBuildJSONDependsOnTheSiteOnly(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	files := site{"index.html": "a", "de/a.html": "b"}
	files.mustBuild(t, first, plain)
	site{"index.html": "z", "old/x.html": "b", "de/a.html": "b"}.mustBuild(t, second, plain)
	files.mustBuild(t, second, plain)
	if a, b := readFile(t, first, manifestName), readFile(t, second, manifestName); a != b {
		t.Errorf("the same site has two descriptions:\n%s\n%s", a, b)
	}
}

func TestADamagedBuildJSONIsToldAndNothingIsRemoved(t *testing.T) {
	whole := func(t *testing.T, dir string) string {
		site{"index.html": "a", "de/a.html": "b"}.mustBuild(t, dir, plain)
		return readFile(t, dir, manifestName)
	}
	for name, damage := range map[string]func(string) string{
		"empty":                    func(string) string { return "" },
		"cut":                      func(s string) string { return s[:len(s)/2] },
		"something added":          func(s string) string { return s + "{}" },
		"another program's":        func(string) string { return `{"name": "webpack"}` },
		"a later format":           func(s string) string { return strings.Replace(s, `"format": 2`, `"format": 3`, 1) },
		"another file's name":      func(s string) string { return strings.Replace(s, "de/a.html", "de/mine.txt", 1) },
		"a path out of the folder": func(s string) string { return strings.Replace(s, "de/a.html", "../mine.txt", 1) },
		"another size":             func(s string) string { return strings.Replace(s, `"size": 1`, `"size": 2`, 1) },
		"a short hash":             func(s string) string { return strings.Replace(s, `"hash": "d`, `"hash": "`, 1) },
		"a file twice":             func(s string) string { return strings.Replace(s, "de/a.html", "index.html", 1) },
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "public")
			damaged := damage(whole(t, dir))
			site{"mine.txt": "mine", "public/de/mine.txt": "mine", "public/build.json": damaged}.write(t, parent)
			before := read(t, parent)
			_, err := Open(dir, plain)
			if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), manifestName) {
				t.Errorf("got %v, want ErrDamaged naming the file", err)
			}
			after := read(t, parent)
			if len(after) != len(before) || len(emptyFolders(t, parent)) > 0 {
				t.Errorf("files were removed or added: %v", after)
			}
			forced := plain
			forced.Force = true
			site{"index.html": "c"}.mustBuild(t, dir, forced)
			site{"index.html": "c", "de/a.html": "b", "de/mine.txt": "mine"}.mustHold(t, dir)
		})
	}
}

func TestADamagedJournalIsToldAndNothingIsRemoved(t *testing.T) {
	good := journalHead + "\nde/mine.txt\n" + journalSum([]string{"de/mine.txt"}) + "\n"
	for name, text := range map[string]string{
		"empty":           "",
		"cut":             good[:len(good)-1],
		"another name":    strings.Replace(good, "mine", "your", 1),
		"another version": strings.Replace(good, "1", "2", 1),
		"path out of it":  journalHead + "\n../mine.txt\n" + journalSum([]string{"../mine.txt"}) + "\n",
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "public")
			files := site{"mine.txt": "mine", "public/de/mine.txt": "mine", "public/" + journalName: text}
			files.write(t, parent)
			if _, err := Open(dir, plain); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), journalName) {
				t.Errorf("got %v, want ErrDamaged naming the file", err)
			}
			if after := read(t, parent); len(after) != len(files) {
				t.Errorf("files were removed or added: %v", after)
			}
		})
	}
}

// FuzzManifest: whatever build.json says, only what it could have said is believed, and a site it describes is described
// by the same bytes again.
func FuzzManifest(f *testing.F) {
	dir := f.TempDir()
	if _, err := (site{"index.html": "a", "de/a.html": "b"}).build(dir, plain, nil); err != nil {
		f.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add(`{"format":2,"generator":"mappe","files":null,"sum":"e3b0c44298fc1c149afbf4c8996fb924"}`)
	f.Add(formatOne)
	f.Add(`{"files":[{"path":"../x"}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		m, entries, err := parseManifest(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, e := range entries {
			if CheckPath(e.path) != nil || e.size < 0 {
				t.Errorf("believed %+v", e)
			}
		}
		folder := &Folder{opts: Options{Version: m.Version}}
		if folder.root, err = os.OpenRoot(t.TempDir()); err != nil {
			t.Fatal(err)
		}
		defer folder.root.Close()
		if err := folder.root.MkdirAll(stageName, 0o777); err != nil {
			t.Fatal(err)
		}
		if _, err := folder.writeManifest(entries, nil); err != nil {
			t.Fatal(err)
		}
		file, err := folder.root.Open(stagedManifest)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if again, _, err := parseManifest(file); err != nil || m.Format == manifestFormat && again.Sum != m.Sum {
			t.Errorf("not read as it was written: %v", err)
		}
	})
}

func FuzzJournal(f *testing.F) {
	f.Add(journalHead + "\nde/a.html\n" + journalSum([]string{"de/a.html"}) + "\n")
	f.Add(journalHead + "\n" + journalSum(nil) + "\n")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		paths, err := parseJournal(text)
		if err != nil {
			return
		}
		for _, path := range paths {
			if CheckPath(path) != nil {
				t.Errorf("believed %q", path)
			}
		}
	})
}
