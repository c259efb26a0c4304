package build

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// copiedSample is the sample's content in a folder of its own, to be edited, in three of its languages: a page is no other in eight more.
func copiedSample(t *testing.T) Options {
	t.Helper()
	o := sampleOptions("")
	o.Source = t.TempDir()
	checker{t}.Check(os.CopyFS(filepath.Join(o.Source, "content"), os.DirFS(filepath.Join(sampleSource, "content"))))
	const others = `(de-simple|fa|uk|ru|tr|fr|ti|kmr)`
	other := regexp.MustCompile(`\.` + others + `\.(md|yaml)$`)
	checker{t}.Check(filepath.WalkDir(o.Source, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && other.MatchString(name) {
			return os.Remove(name)
		}
		return err
	}))
	settings := filepath.Join(o.Source, "content", "site.yaml")
	text, err := os.ReadFile(settings)
	checker{t}.Check(err)
	text = regexp.MustCompile(`(?m)^  (- \{code: `+others+`,|`+others+`: ).*\n`).ReplaceAll(text, nil)
	checker{t}.Check(os.WriteFile(settings, text, 0o666))
	return o
}

// edited changes the words of a file somewhere, or a fact now and then.
func edited(chance *rand.Rand, text string, n int) string {
	lines := strings.Split(text, "\n")
	for range 100 {
		i := chance.IntN(len(lines))
		name, value, isField := strings.Cut(lines[i], ": ")
		switch {
		case isField && (name == "title" || name == "summary") && !strings.ContainsAny(value, `"'`):
			lines[i] = fmt.Sprintf("%s: Neu %d %s", name, n, value)
		case isField && strings.HasSuffix(name, "note") && !strings.ContainsAny(value, `"'`):
			lines[i] += fmt.Sprintf(" %d", n)
		case isField && name == "last_verified":
			lines[i] = name + ": 2026-11-0" + fmt.Sprint(1+n%9)
		case i > len(lines)/2 && len(lines[i]) > 40 && !isField && strings.HasSuffix(lines[i], "."):
			lines[i] += fmt.Sprintf(" Noch ein Satz %d.", n)
		default:
			continue
		}
		return strings.Join(lines, "\n")
	}
	return text
}

// TestARevisedSiteIsTheOnePreparedAnew makes chance edits one after the other. What pages are after each, whether it was taken in alone or
// with all the rest, are those of a site that was never seen before.
func TestARevisedSiteIsTheOnePreparedAnew(t *testing.T) {
	skipIfShort(t)
	const rounds = 8
	o := copiedSample(t)
	files, err := filepath.Glob(filepath.Join(o.Source, "content", "*", "*", "index.*.md"))
	checker{t}.Check(err)
	chance := rand.New(rand.NewPCG(1, rounds))
	ready := prepared(t, o)
	allPages(t, ready) // so that everything that is made once has been
	alone := 0
	for n := range rounds {
		file := files[chance.IntN(len(files))]
		text, err := os.ReadFile(file)
		checker{t}.Check(err)
		checker{t}.Check(os.WriteFile(file, []byte(edited(chance, string(text), n)), 0o666))
		below, err := filepath.Rel(o.Source, file)
		checker{t}.Check(err)
		fresh := prepared(t, o)
		if revision := ready.Revise(context.Background(), []string{filepath.ToSlash(below)}); revision != nil {
			revision.Apply()
			alone++
		} else {
			ready = fresh
			continue
		}
		want := allPages(t, fresh)
		for path, page := range allPages(t, ready) {
			if page != want[path] {
				t.Fatalf("after an edit of %s: %s: %s", below, path, difference(page, want[path]))
			}
		}
	}
	if alone < rounds/4 {
		t.Errorf("only %d of %d edits were taken in alone", alone, rounds)
	}
}

func allPages(t *testing.T, ready *Ready) map[string]string {
	t.Helper()
	planned := ready.Site.Pages()
	made := make([]string, len(planned))
	onAllCores(len(planned), func(i int) {
		var buffer bytes.Buffer
		if err := ready.Render(&buffer, planned[i]); err != nil {
			t.Error(err)
		}
		made[i] = buffer.String()
	})
	pages := make(map[string]string, len(planned))
	for i, page := range planned {
		pages[page.Path] = made[i]
	}
	return pages
}

func TestWhatIsMoreThanTheWordsOfARecordIsNotRevised(t *testing.T) {
	o := smallSite(t)
	course := filepath.Join(o.Source, "content", "courses", "a2.md")
	before, err := os.ReadFile(course)
	checker{t}.Check(err)
	write := func(text string) func() {
		return func() { checker{t}.Check(os.WriteFile(course, []byte(text), 0o666)) }
	}
	const name = "content/courses/a2.md"
	for _, row := range []struct {
		what    string
		do      func()
		changed []string
		revised bool
	}{
		{"words of the long text", write(string(before) + "\nMehr.\n"), []string{name}, true},
		{"the same, with what the editor wrote it to first", write(string(before) + "\nNoch mehr.\n"), []string{name, name + ".new"}, true},
		{"nothing that is known", write(string(before)), nil, false},
		{"a file of no record", write(string(before)), []string{"content/site.yaml"}, false},
		{"files of two records", write(string(before)), []string{name, "content/contacts/sprache.yaml"}, false},
		{"a fact", write(strings.Replace(string(before), "---\n", "---\nlast_verified: 2026-11-01\n", 1)), []string{name}, false},
		{"a mistake", write(strings.Replace(string(before), "---\n", "---\nkind: [\n", 1)), []string{name}, false},
		{"a file that is gone", func() { checker{t}.Check(os.Remove(course)) }, []string{name}, false},
	} {
		checker{t}.Check(os.WriteFile(course, before, 0o666))
		ready := prepared(t, o)
		row.do()
		if revision := ready.Revise(context.Background(), row.changed); (revision != nil) != row.revised {
			t.Errorf("%s: revised %v", row.what, revision != nil)
		}
	}
}
