package build

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"mappe/generator/output"
)

// TestACancelledBuildChangesNothing cancels at the beginning of each stage, and once pages are being made.
func TestACancelledBuildChangesNothing(t *testing.T) {
	o := smallSite(t)
	mustBuild(t, o)
	before := snapshotOf(checker{t}, o.Output)
	addCourse(t, o)
	for _, stage := range []string{"load", "check", "pictures", "render"} {
		ctx, cancel := context.WithCancel(context.Background())
		o.Progress = func(now string, _, _ int) {
			if now == stage {
				cancel()
			}
		}
		result, err := Build(ctx, o)
		cancel()
		if !errors.Is(err, context.Canceled) || result.Published {
			t.Errorf("cancelled at %s: %v, published %v", stage, err, result.Published)
		}
		if after := snapshotOf(checker{t}, o.Output); !before.equal(after) {
			t.Errorf("cancelled at %s: %v", stage, before.change(after))
		}
	}
	o.Progress = nil
	mustBuild(t, o)
	if _, err := os.Stat(filepath.Join(o.Output, "de", "courses", "b1.html")); err != nil {
		t.Error(err)
	}
}

// addCourse adds a course with a picture, so that there is something to write at every stage.
func addCourse(t *testing.T, o Options) {
	t.Helper()
	folder := filepath.Join(o.Source, "content", "courses", "b1")
	c := checker{t}
	c.Check(os.Mkdir(folder, 0o777))
	c.Check(os.WriteFile(filepath.Join(folder, "index.md"), []byte("---\ntitle: Deutsch B1\nkind: language\ncontacts: [sprache]\nimage: {file: kurs.jpg, alt: Kurs}\n---\n"), 0o666))
	c.Check(os.WriteFile(filepath.Join(folder, "kurs.jpg"), photo(c, 60), 0o666))
}

func TestTwoBuildsDoNotWriteIntoOneFolder(t *testing.T) {
	o := smallSite(t)
	mustBuild(t, o)
	before := snapshotOf(checker{t}, o.Output)
	other, err := output.Open(o.Output, output.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Build(context.Background(), o); !errors.Is(err, output.ErrBusy) {
		t.Errorf("got %v", err)
	}
	checker{t}.Check(other.Abort())
	if after := snapshotOf(checker{t}, o.Output); !before.equal(after) {
		t.Errorf("changed: %v", before.change(after))
	}
}

func TestASourceThatIsNoFolderIsToldApart(t *testing.T) {
	o := smallSite(t)
	for _, source := range []string{filepath.Join(o.Source, "none"), filepath.Join(o.Source, "content", "site.yaml")} {
		o.Source = source
		if _, err := Build(context.Background(), o); !errors.Is(err, ErrSource) {
			t.Errorf("%s: %v", source, err)
		}
	}
}

func TestWhatTheBuildBeforeReadIsTakenFromIt(t *testing.T) {
	o := smallSite(t)
	addCourse(t, o)
	first := prepared(t, o)
	const picture = "content/courses/b1/kurs.jpg"
	kept := first.scaled[picture]
	kept.variants = append(kept.variants[:0:0], kept.variants...)
	kept.variants[0].Width = 61
	first.scaled[picture] = kept

	o.Before = first
	if again := prepared(t, o); again.pictures[picture][0].Width != 61 || again.Before != nil {
		t.Error("the picture was scaled anew, or the build before is kept for ever")
	}
	checker{t}.Check(os.WriteFile(filepath.Join(o.Source, picture), photo(checker{t}, 62), 0o666))
	if again := prepared(t, o); again.pictures[picture][0].Width != 62 {
		t.Error("a picture that has changed was not scaled anew")
	}
}

func TestTheThemeIsReadAnewWhereAnythingItDependsOnHasChanged(t *testing.T) {
	o := smallSite(t)
	site := filepath.Join(o.Source, "content", "site.yaml")
	text, err := os.ReadFile(site)
	checker{t}.Check(err)
	write := func(name, text string) {
		name = filepath.Join(o.Source, filepath.FromSlash(name))
		checker{t}.Check(errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o666)))
	}
	o.Before = prepared(t, o)
	for _, step := range []struct {
		what string
		do   func()
		anew bool
	}{
		{"nothing", func() {}, false},
		{"another record", func() { write("content/glossary/bamf.yaml", "title: BAMF\nbody: Ein Amt.\n") }, false},
		{"a file of the site's own", func() { write("themes/default/partials/type.html", "") }, true},
		{"an edit of it", func() { write("themes/default/partials/type.html", "{{/* none */}}") }, true},
		{"a colour", func() { write("content/site.yaml", string(text)+"theme_options: {colour: \"#005ea8\"}\n") }, true},
		{"a logo", func() {
			write("content/media/logo.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"></svg>`)
			write("content/site.yaml", string(text)+"theme_options: {logo: media/logo.svg}\n")
		}, true},
		{"an edit of the logo", func() {
			write("content/media/logo.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"></svg>`)
		}, true},
		{"nothing again", func() {}, false},
	} {
		step.do()
		ready := prepared(t, o)
		if anew := ready.Theme != o.Before.Theme; anew != step.anew {
			t.Errorf("%s: read anew %v", step.what, anew)
		}
		o.Before = ready
	}
}

func TestFilesAreFoundByWhereTheyArePublished(t *testing.T) {
	o := smallSite(t)
	addCourse(t, o)
	ready := prepared(t, o)
	for _, path := range []string{"media/courses/b1/kurs-60.jpg", "robots.txt", "sitemap.xml", "assets/built.js", "de/manifest.json"} {
		if data, found, err := ready.File(path); err != nil || !found || len(data) == 0 {
			t.Errorf("%s: found %v, %d bytes, %v", path, found, len(data), err)
		}
	}
	if _, found, err := ready.File("media/courses/b1/kurs.jpg"); err != nil || found {
		t.Errorf("the original is published: %v", err)
	}
}
