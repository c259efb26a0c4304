package site

import (
	"context"
	"slices"
	"strings"
	"testing"

	"mappe/generator/catalog"
	"mappe/generator/textindex"
)

func TestSearchPage(t *testing.T) {
	s := planned(t, "")
	p := modelOf[*SearchPage](t, s, "de/search.html")
	if p.Folder != "../search/de/" || !strings.HasSuffix(p.Head, ".bin") {
		t.Errorf("the index is at %s, %s", p.Folder, p.Head)
	}
	var open, folded []string
	for _, f := range p.Facets {
		if f.Open {
			open = append(open, f.ID)
		} else {
			folded = append(folded, f.ID)
		}
	}
	if got := strings.Join(open, " "); got != "place level language" { // nothing in this county has times
		t.Errorf("these facets stand open: %s", got)
	}
	if !slices.Contains(folded, "type") || !slices.Contains(folded, "admission") {
		t.Errorf("these facets are folded away: %v", folded)
	}
	if p.Ask.Href != "contacts/find.html" || len(p.Doors) == 0 || len(p.Sections) == 0 {
		t.Errorf("whoever has no script is led to %s, by %d doors and %d sections", p.Ask.Href, len(p.Doors), len(p.Sections))
	}
	home := modelOf[*SectionsPage](t, s, "de/index.html")
	if home.Frame.Search != "search.html" || home.Frame.OpenSearch != "de/opensearch.xml" {
		t.Errorf("the header leads to %s, %s", home.Frame.Search, home.Frame.OpenSearch)
	}
}

func TestASiteWithoutSearchHasNoTraceOfIt(t *testing.T) {
	s := planned(t, "-- content/site.yaml --\n"+`format: 1
title: {de: Angebote}
base_url: https://kreis.example.org/
default_language: de
languages: [de]
county: kreis
publisher: {organization: vhs, contact: telefon}
legal: {imprint: impressum, privacy: datenschutz, accessibility: barrierefrei, barrier_report: telefon, land: ni}
outputs: {search: false}
`)
	if _, found := s.Find("de/search.html"); found {
		t.Error("there is a search page")
	}
	if files, err := s.SearchFiles(context.Background(), 0); len(files) > 0 || err != nil {
		t.Errorf("there are %d files of an index, %v", len(files), err)
	}
	for _, f := range Files(s) {
		if strings.Contains(f.Path, "opensearch") {
			t.Errorf("there is %s", f.Path)
		}
	}
	if frame := modelOf[*SectionsPage](t, s, "de/index.html").Frame; frame.Search != "" || frame.OpenSearch != "" {
		t.Errorf("the header leads to %q, %q", frame.Search, frame.OpenSearch)
	}
}

// TestEachPublishedRecordIsFoundOnceInEachLanguage: all but venues and notices, and none that is not published.
func TestEachPublishedRecordIsFoundOnceInEachLanguage(t *testing.T) {
	s := planned(t, "-- content/courses/entwurf.yaml --\n{title: Entwurf, kind: language, status: draft}\n")
	for lang := range s.Catalogue.Languages {
		times := map[string]int{}
		for _, d := range s.SearchWords(catalog.Lang(lang)).Documents {
			times[d.Key]++
		}
		for _, entry := range s.Catalogue.Entries {
			want := 0
			if s.hasPage(entry) {
				want = 1
			}
			if key := entry.Base().Key(); times[key] != want {
				t.Errorf("%s is %d times in the index of language %d, want %d", key, times[key], lang, want)
			}
		}
	}
}

// TestAnIndexHasTheBestTextAndTheGermanOne for a record that is translated, and for one that is not.
func TestAnIndexHasTheBestTextAndTheGermanOne(t *testing.T) {
	s := planned(t, "")
	arabic := s.SearchWords(1)
	for key, want := range map[string]string{
		"courses/a1-adorf":  "title ar: الألمانية A1 في أدورف\nkeyword de: Deutsch A1 in Adorf",
		"courses/a2-bedorf": "title de: Deutsch A2 in Bedorf",
	} {
		var got []string
		for _, d := range arabic.Documents {
			if d.Key != key {
				continue
			}
			for _, text := range d.Texts {
				switch text.Field {
				case textindex.Title:
					got = append(got, "title "+text.Lang+": "+text.Text)
				case textindex.Keywords:
					got = append(got, "keyword "+text.Lang+": "+text.Text)
				}
			}
		}
		same(t, key, strings.Join(got, "\n"), want)
	}
}

func TestWhatAResultShows(t *testing.T) {
	s := planned(t, "-- content/events/fest.yaml --\n{title: Fest, start: 2026-11-01, organization: vhs}\n-- content/support/pause.yaml --\n{title: Treff, kind: language-cafe, status: paused, organization: vhs}\n")
	hits := map[string][]string{}
	for _, d := range s.SearchWords(1).Documents {
		hits[d.Key] = d.Card
	}
	if hit := hits["courses/a2-bedorf"]; hit[1] != "Deutsch A2 in Bedorf" || hit[2] != "de" || !strings.Contains(hit[7], "where"+hitSeparator+"Bedorf") {
		t.Errorf("a course without a translation: %q", hit)
	}
	if hit := hits["events/fest"]; !strings.Contains(hit[6], "past") {
		t.Errorf("a past event: %q", hit)
	}
	if hit := hits["support/pause"]; !strings.Contains(hit[6], "paused") {
		t.Errorf("an offer that pauses: %q", hit)
	}
	face := s.face(1)
	for _, entry := range s.Catalogue.Entries { // what only results are marked with stays off the card that others have of it
		if first, again := face.Card(entry), face.Card(entry); !slices.Equal(first, again) {
			t.Errorf("%q, told once more %q", first, again)
		}
	}
	for key, hit := range hits {
		if len(hit) != 9 || strings.ContainsAny(strings.Join(hit, ""), "\t\n") {
			t.Errorf("%s: %q", key, hit)
		}
	}
}

func TestBrowsersAreToldHowToSearch(t *testing.T) {
	got := fileOf(t, planned(t, ""), "ar/opensearch.xml")
	if want := `template="https://kreis.example.org/angebote/ar/search.html#q={searchTerms}"`; !strings.Contains(got, want) {
		t.Errorf("%s lacks %s", got, want)
	}
}

// TestAFinishedLanguageKeepsNoIndex but the name of its first file, which the search page needs; whoever asks for the index gets it again.
func TestAFinishedLanguageKeepsNoIndex(t *testing.T) {
	s := planned(t, "")
	before, err := s.SearchFiles(context.Background(), 0)
	if err != nil || len(before) == 0 {
		t.Fatalf("there are %d files, %v", len(before), err)
	}
	head := s.search.made[0].Head
	s.Finish(0)
	if s.search.made[0] != nil {
		t.Error("the index is still held")
	}
	if p := modelOf[*SearchPage](t, s, "de/search.html"); p.Head != head || s.search.made[0] != nil {
		t.Errorf("the search page begins with %q instead of %q, or has had the index made again", p.Head, head)
	}
	after, err := s.SearchFiles(context.Background(), 0)
	if err != nil || !slices.EqualFunc(before, after, func(a, b File) bool { return a.Path == b.Path && string(a.Data) == string(b.Data) }) {
		t.Errorf("made again it has %d files, %v", len(after), err)
	}
}
