package build

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"mappe/generator/date"
)

// looked reports whether a build read the content, and did not find by its receipt that there is nothing to do.
func looked(t *testing.T, o Options) (Result, bool) {
	t.Helper()
	looked := false
	o.Progress = func(string, int, int) { looked = true }
	return mustBuild(t, o), looked
}

func TestABuildWithNothingToDoReadsAndComparesAndWritesNothing(t *testing.T) {
	o := smallSite(t)
	o.Cache = t.TempDir()
	first := mustBuild(t, o)
	before := snapshotOf(checker{t}, o.Output)
	again, did := looked(t, o)
	if did {
		t.Error("it was built again")
	}
	if after := snapshotOf(checker{t}, o.Output); !before.equal(after) {
		t.Errorf("changed: %v", before.change(after))
	}
	if again.Output.Unchanged != first.Output.New || again.Output.New+again.Output.Changed+again.Output.Removed != 0 || again.Output.Bytes != first.Output.Bytes {
		t.Errorf("it says %+v, the first said %+v", again.Output, first.Output)
	}
	if again.Output = first.Output; !reflect.DeepEqual(again, first) {
		t.Errorf("it says\n%+v\nthe first said\n%+v", again, first)
	}
}

func TestWhateverASiteIsMadeFromMakesItBuildAgain(t *testing.T) {
	o := smallSite(t)
	o.Cache = t.TempDir()
	c := checker{t}
	write := func(name, text string) func() {
		return func() {
			name := filepath.Join(o.Source, filepath.FromSlash(name))
			c.Check(errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o666)))
		}
	}
	receipt := func() string {
		found, err := filepath.Glob(filepath.Join(o.Cache, "builds", "*.receipt"))
		if err != nil || len(found) != 1 {
			t.Fatalf("receipts: %v, %v", found, err)
		}
		return found[0]
	}
	page := filepath.Join(o.Output, "de", "index.html")
	for _, row := range []struct {
		what  string
		do    func()
		built bool
	}{
		{"nothing at all before", func() {}, true},
		{"nothing", func() {}, false},
		{"a new record", write("content/glossary/bamf.yaml", "title: BAMF\nbody: Ein Amt.\n"), true},
		{"other words of the same length", write("content/glossary/bamf.yaml", "title: BAMF\nbody: Das Amt.\n"), true},
		{"the same words again", write("content/glossary/bamf.yaml", "title: BAMF\nbody: Das Amt.\n"), false},
		{"another name", func() {
			glossary := filepath.Join(o.Source, "content", "glossary")
			c.Check(os.Rename(filepath.Join(glossary, "bamf.yaml"), filepath.Join(glossary, "amt.yaml")))
		}, true},
		{"an empty folder", func() { c.Check(os.Mkdir(filepath.Join(o.Source, "content", "glossary", "eq"), 0o777)) }, true},
		{"a template", write("themes/default/partials/type.html", ""), true},
		{"another day", func() { o.Today = date.New(2026, 11, 23) }, true},
		{"another address", func() { o.BaseURL = "https://other.example.org/" }, true},
		{"drafts", func() { o.Drafts = true }, true},
		{"another version", func() { o.Version = "other" }, true},
		{"more hands", func() { o.Jobs = 1 }, false},
		{"a page that somebody has changed", func() { c.Check(os.WriteFile(page, []byte("x"), 0o666)) }, true},
		{"a page with another time", func() { c.Check(os.Chtimes(page, time.Time{}, time.Unix(1, 0))) }, true},
		{"a page that is gone", func() { c.Check(os.Remove(page)) }, true},
		{"a list of files that is gone", func() { c.Check(os.Remove(filepath.Join(o.Output, "build.json"))); o.Force = true }, true},
		{"a file of somebody else's", func() { c.Check(os.WriteFile(filepath.Join(o.Output, "mine.txt"), nil, 0o666)) }, false},
		{"traces of a build that was killed", func() { c.Check(os.Mkdir(filepath.Join(o.Output, ".building"), 0o777)) }, true},
		{"a receipt that was cut short", func() {
			data, err := os.ReadFile(receipt())
			c.Check(errors.Join(err, os.WriteFile(receipt(), data[:len(data)/2], 0o666)))
		}, true},
		{"a receipt with another byte", func() {
			data, err := os.ReadFile(receipt())
			data[len(data)-1]++
			c.Check(errors.Join(err, os.WriteFile(receipt(), data, 0o666)))
		}, true},
		{"no receipt", func() { c.Check(os.RemoveAll(filepath.Join(o.Cache, "builds"))) }, true},
		{"nothing in the end", func() {}, false},
	} {
		row.do()
		if _, built := looked(t, o); built != row.built {
			t.Errorf("%s: built again %v", row.what, built)
		}
	}
}

func TestTheDayIsThatOfTheClockWhereNoneIsGiven(t *testing.T) {
	o := smallSite(t)
	o.Cache, o.Today = t.TempDir(), 0
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	o.Now = func() time.Time { return now }
	for _, row := range []struct {
		when  string
		pause time.Duration
		built bool
	}{{"first", 0, true}, {"an hour later", time.Hour, false}, {"the day after", 24 * time.Hour, true}} {
		now = now.Add(row.pause)
		if _, built := looked(t, o); built != row.built {
			t.Errorf("%s: built %v", row.when, built)
		}
	}
}

func TestAFileThatChangesDuringABuildLeavesNoReceipt(t *testing.T) {
	o := smallSite(t)
	o.Cache = t.TempDir()
	once := false
	o.Progress = func(stage string, _, _ int) {
		if stage == "render" && !once {
			once = true
			checker{t}.Check(os.WriteFile(filepath.Join(o.Source, "content", "glossary.yaml"), []byte("x"), 0o666))
		}
	}
	if _, err := Build(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	if found, _ := filepath.Glob(filepath.Join(o.Cache, "builds", "*")); len(found) > 0 {
		t.Errorf("it left %v", found)
	}
}

// TestATextThatChangesDuringABuildIsBuiltTheNextTime: the receipt is for the text as it was read.
func TestATextThatChangesDuringABuildIsBuiltTheNextTime(t *testing.T) {
	for _, row := range []struct {
		stage string
		time  int // that it is begun
		built bool
	}{{"load", 1, false}, {"check", 1, true}, {"render", 1, true}, {"load", 2, true}, {"check", 2, true}} {
		o := smallSite(t)
		o.Cache, o.SkipBroken = t.TempDir(), true
		c := checker{t}
		write := func(name, text string) {
			c.Check(os.WriteFile(filepath.Join(o.Source, "content", name), []byte(text), 0o666))
		}
		write("courses/broken.md", "---\nnonsense: x\n---\n")
		write("glossary/bamf.yaml", "title: BAMF\nbody: Ein Amt.\n")
		begun := 0
		o.Progress = func(stage string, _, _ int) {
			if stage != row.stage {
				return
			}
			if begun++; begun == row.time {
				write("glossary/bamf.yaml", "title: BAMF\nbody: Das Amt.\n")
			}
		}
		mustBuild(t, o)
		if begun < row.time {
			t.Fatalf("%s was begun %d times", row.stage, begun)
		}
		if _, built := looked(t, o); built != row.built {
			t.Errorf("changed when %s was begun the %d. time: built again %v", row.stage, row.time, built)
		}
	}
}

func TestFindingsAreToldAgain(t *testing.T) {
	o := smallSite(t)
	o.Cache = t.TempDir()
	file := filepath.Join(o.Source, "content", "courses", "a2.md")
	text, err := os.ReadFile(file)
	checker{t}.Check(err)
	text = bytes.Replace(text, []byte("---\n"), []byte("---\nsummary: 2027\n"), 1)
	checker{t}.Check(os.WriteFile(file, text, 0o666))
	first := mustBuild(t, o)
	again, did := looked(t, o)
	if did || len(first.Findings) == 0 || !reflect.DeepEqual(again.Findings, first.Findings) {
		t.Errorf("built %v, told %v after %v", did, again.Findings, first.Findings)
	}
}

func TestAnotherProgramMakesAnotherReceipt(t *testing.T) {
	ready := &Ready{Options: smallSite(t)}
	keys := map[sum]bool{}
	for _, program := range []fileSum{1, 2, 1} {
		key, err := ready.from(sum{}, &sources{program: func() (fileSum, error) { return program, nil }}, "")
		checker{t}.Check(err)
		keys[key] = true
	}
	if len(keys) != 2 {
		t.Errorf("two programs have %d keys", len(keys))
	}
	gone := errors.New("gone")
	if _, err := ready.from(sum{}, &sources{program: func() (fileSum, error) { return 0, gone }}, ""); !errors.Is(err, gone) {
		t.Errorf("a program that cannot be read: %v", err)
	}
}
