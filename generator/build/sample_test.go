package build

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"mappe/generator/date"
	"mappe/generator/testtool"
)

// sampleBase is where the sample is built for: an address with a path, so that links that forget it do not arrive.
const sampleBase = "https://sample.example.org/some/path/"

// sampleSource is the folder that holds the sample county's content/.
const sampleSource = "../.."

func sampleOptions(output string) Options {
	return Options{Source: sampleSource, Output: output, Today: date.New(2026, 11, 22), BaseURL: sampleBase, Version: "test"}
}

// tests is a folder for what all tests share; TestMain makes and removes it.
var tests string

// sample builds the sample once a run of the tests.
var sample = sync.OnceValues(func() (string, error) {
	o := sampleOptions(filepath.Join(tests, "sample"))
	o.Jobs = 1
	result, err := Build(context.Background(), o)
	if err == nil && !result.Published {
		err = fmt.Errorf("the sample has errors:\n%s", told(result.Findings))
	}
	return o.Output, err
})

func TestMain(m *testing.M) {
	if how := os.Getenv(helperVariable); how != "" {
		helpRefused(how, os.Args[1])
		return
	}
	os.Exit(testtool.Run(m, &tests))
}

// skipIfShort keeps the whole sample, in eleven languages, out of short runs; make proof has it.
func skipIfShort(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves the whole sample out")
	}
}

func builtSample(t *testing.T) string {
	t.Helper()
	skipIfShort(t)
	dir, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestEveryPageOfTheSample holds the sample against all that is true of every page.
func TestEveryPageOfTheSample(t *testing.T) {
	problems := inspect(os.DirFS(builtSample(t)), sampleBase)
	for i, problem := range problems {
		if i == 50 {
			t.Fatalf("and %d more", len(problems)-i)
		}
		t.Error(problem)
	}
}

func TestTheSampleIsTheSameWithEightJobs(t *testing.T) {
	o := sampleOptions(filepath.Join(t.TempDir(), "public"))
	o.Jobs = 8
	mustBuild(t, o)
	one, eight := snapshotOf(checker{t}, builtSample(t)), snapshotOf(checker{t}, o.Output)
	if differ := one.change(eight); len(differ) > 0 || one["build.json"].sum != eight["build.json"].sum {
		t.Errorf("with eight jobs: %v", differ)
	}
}

// TestAPageIsTheSameWhateverWasMadeBefore makes all pages from the first to the last and from the last to the first, since what
// pages share is made by the one that comes first; the second time at one desk, on which each page takes the place of the one before.
func TestAPageIsTheSameWhateverWasMadeBefore(t *testing.T) {
	skipIfShort(t)
	o := copiedSample(t)
	forward, backward := prepared(t, o), prepared(t, o)
	pages := forward.Site.Pages()
	made := make([]string, len(pages))
	for i, page := range pages {
		made[i] = rendered(t, forward, page.Path)
	}
	var desk Desk
	for i := len(pages) - 1; i >= 0; i-- {
		page, _ := backward.Site.Find(pages[i].Path)
		other, err := backward.RenderAt(&desk, page)
		if err != nil {
			t.Fatal(err)
		}
		if string(other) != made[i] {
			t.Fatalf("%s differs:\n%s", page.Path, difference(made[i], string(other)))
		}
	}
}

func prepared(t *testing.T, o Options) *Ready {
	t.Helper()
	ready, err := Prepare(context.Background(), o)
	if err != nil || ready.Site == nil {
		t.Fatalf("not ready: %v\n%s", err, told(ready.Findings))
	}
	t.Cleanup(func() { ready.Close() })
	return ready
}

func rendered(t *testing.T, ready *Ready, path string) string {
	t.Helper()
	page, found := ready.Site.Find(path)
	if !found {
		t.Fatalf("there is no page %s", path)
	}
	var buffer bytes.Buffer
	if err := ready.Render(&buffer, page); err != nil {
		t.Fatal(err)
	}
	return buffer.String()
}

// difference is where two texts part.
func difference(a, b string) string {
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	from := max(0, at-80)
	return a[from:min(len(a), at+80)] + "\n" + b[from:min(len(b), at+80)]
}

// TestNothingOfTheMachineIsPublished looks for its folders and the home of whoever builds in every file of the sample.
func TestNothingOfTheMachineIsPublished(t *testing.T) {
	dir := builtSample(t)
	source, err := filepath.Abs(sampleSource)
	if err != nil {
		t.Fatal(err)
	}
	places := []string{filepath.Join(source, "content"), tests}
	if home, err := os.UserHomeDir(); err == nil && len(home) > 1 {
		places = append(places, home+string(filepath.Separator))
	}
	for name := range snapshotOf(checker{t}, dir) {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, place := range places {
			if strings.Contains(string(data), place) {
				t.Errorf("%s holds %s", name, place)
			}
		}
	}
}
