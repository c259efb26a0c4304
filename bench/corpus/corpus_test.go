package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mappe/generator/build"
	"mappe/generator/diag"
)

func formats() []string { return []string{"mappe", "hugo", "html"} }

// written makes a corpus in memory: its files by path.
func written(t *testing.T, offers, languages int, seed uint64, format string) map[string]string {
	t.Helper()
	c, err := NewCorpus(offers, languages, seed)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	if err := c.write(format, func(path string, data []byte) error { files[path] = string(data); return nil }); err != nil {
		t.Fatal(err)
	}
	return files
}

func TestTheSameSeedWritesTheSameBytes(t *testing.T) {
	for _, format := range formats() {
		first := written(t, 20, 6, 7, format)
		if !maps.Equal(first, written(t, 20, 6, 7, format)) {
			t.Errorf("%s: two runs differ", format)
		}
		if maps.Equal(first, written(t, 20, 6, 8, format)) {
			t.Errorf("%s: another seed writes the same", format)
		}
	}
}

func TestMoreLanguagesOnlyAddTexts(t *testing.T) {
	one, six := written(t, 20, 1, 1, "mappe"), written(t, 20, 6, 1, "mappe")
	for name, text := range one {
		if strings.HasSuffix(name, ".de.md") && six[name] != text {
			t.Errorf("%s differs in a corpus of six languages", name)
		}
	}
}

func TestEveryFormatHasTheSameRecordsAndTexts(t *testing.T) {
	c, err := NewCorpus(30, 6, 1)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]map[string]string{}
	for _, format := range formats() {
		files[format] = written(t, 30, 6, 1, format)
	}
	for _, r := range c.Records {
		if r.Body == nil {
			continue
		}
		for lang, code := range c.Languages {
			for format, name := range map[string]string{
				"mappe": "content/" + r.Key() + "/index." + code + ".md",
				"hugo":  "content/" + r.Key() + "." + code + ".md",
				"html":  code + "/" + r.Key() + ".html",
			} {
				for _, words := range []string{r.Fields.text("title", lang), r.Body[0].Paragraph[0].Words[lang]} {
					if !strings.Contains(files[format][name], words) {
						t.Errorf("%s: %s lacks “%s”", format, name, words)
					}
				}
			}
		}
	}
}

func TestPlaceOfARecordIsTheSameInHugoAsInOurs(t *testing.T) {
	c, err := NewCorpus(40, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range c.Records {
		venue, ok := r.Fields.get("venue").(Plain)
		if !ok || r.Folder == "organizations" || r.Folder == "contacts" {
			continue
		}
		for _, v := range c.venues {
			if v.ID == string(venue) && (len(r.Places) == 0 || v.Fields.get("place") != Plain(r.Places[0])) {
				t.Errorf("%s takes place in %v, its venue is in %v", r.Key(), r.Places, v.Fields.get("place"))
			}
		}
	}
}

func TestOurCorpusHasNothingToFindAndCanBeBuilt(t *testing.T) {
	source := t.TempDir()
	if err := run(50, 6, 1, "mappe", source); err != nil {
		t.Fatal(err)
	}
	for _, days := range []int{0, 200} {
		ready, err := build.Prepare(t.Context(), build.Options{Source: source, Today: epoch().Add(days)})
		if err != nil {
			t.Fatal(err)
		}
		defer ready.Close()
		for _, f := range ready.Findings {
			if f.Severity != diag.Info {
				t.Errorf("after %d days: %s:%d: %s", days, f.File, f.Line, f.Message.EN)
			}
		}
		var page bytes.Buffer
		for _, planned := range ready.Site.Pages() {
			page.Reset()
			if err := ready.Render(&page, planned); err != nil || page.Len() == 0 {
				t.Fatalf("after %d days: %s: %d bytes, %v", days, planned.Path, page.Len(), err)
			}
		}
	}
}

func TestOfAHundredOffersEachTypeHasItsShare(t *testing.T) {
	c, err := NewCorpus(100, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, r := range c.Records {
		count[r.Folder]++
	}
	for _, s := range shares() {
		if count[s.folder] != s.share {
			t.Errorf("%s: %d offers, want %d", s.folder, count[s.folder], s.share)
		}
	}
	if count["places"] < 34 {
		t.Errorf("%d places", count["places"])
	}
}

func TestWhatCannotBeMadeIsSaid(t *testing.T) {
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "mine.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"no folder":        run(1, 1, 1, "mappe", ""),
		"a full folder":    run(1, 1, 1, "mappe", full),
		"no such format":   run(1, 1, 1, "pdf", t.TempDir()),
		"seven languages":  run(1, 7, 1, "mappe", t.TempDir()),
		"no offers at all": run(0, 1, 1, "mappe", t.TempDir()),
	} {
		if err == nil {
			t.Errorf("%s is no error", name)
		}
	}
}
