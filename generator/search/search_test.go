package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
	"mappe/generator/locale"
	"mappe/generator/prose"
	"mappe/generator/textindex"
)

// today is the day the county is searched.
var today = date.New(2026, 11, 22)

// sourceOf is the county of testdata with other files laid over it: each a path and its text.
func sourceOf(t *testing.T, replaced ...string) *Source {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/county.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for i := 0; i < len(replaced); i += 2 {
		files[replaced[i]] = &fstest.MapFile{Data: []byte(replaced[i+1])}
	}
	c, findings, err := catalog.Load(context.Background(), files, catalog.Options{})
	if err != nil {
		t.Fatal(err, findings)
	}
	p := prose.New(c, nil)
	p.ParseAll(context.Background(), 1, nil)
	tree := facts.NewPlaceTree(c)
	shown := func(e catalog.Entry) bool { return facts.HasPage(e.Base(), today) }
	return New(Input{
		Catalogue: c, Prose: p, Tree: tree, Facets: facts.NewFacets(c, tree, today, shown), Today: today, Shown: shown,
		Word: func(lang catalog.Lang, key string) string { return c.Languages[lang].Code + "-" + key },
	})
}

func faceOf(t *testing.T, s *Source, lang catalog.Lang) Face {
	t.Helper()
	return Face{Lang: lang, Locale: locale.New(s.code(lang)), Card: func(e catalog.Entry) []string { return []string{e.Base().Key()} }, Term: func(t facts.FacetTerm) string { return t.ID }}
}

// documentOf returns what the index of a language holds of a record.
func documentOf(t *testing.T, s *Source, lang catalog.Lang, key string) textindex.Document {
	t.Helper()
	for _, d := range s.documents(faceOf(t, s, lang)) {
		if d.Key == key {
			return d
		}
	}
	t.Fatalf("%s is not found", key)
	return textindex.Document{}
}

// TestWhatIsFound: every published record once, but venues and notices; no draft.
func TestWhatIsFound(t *testing.T) {
	got := sourceOf(t).Order()
	slices.Sort(got)
	want := "contacts/telefon courses/offen courses/voll courses/vorbei events/fest internships/alt organizations/vhs pages/impressum places/adorf places/kreis support/pause"
	if strings.Join(got, " ") != want {
		t.Errorf("found are %v", got)
	}
}

// TestTheOrderIsThatOfTheIndex: whoever keeps something beside an index relies on it.
func TestTheOrderIsThatOfTheIndex(t *testing.T) {
	s := sourceOf(t)
	keys := make([]string, 0, 11)
	for _, d := range s.documents(faceOf(t, s, 1)) {
		keys = append(keys, textindex.OrderKey(d.Shelf, d.Key))
	}
	order, numbers := s.Order(), textindex.Order(keys)
	for i, d := range s.documents(faceOf(t, s, 0)) {
		if order[numbers[i]] != d.Key {
			t.Errorf("%s is document %d, which the order calls %s", d.Key, numbers[i], order[numbers[i]])
		}
	}
}

// TestWhatOneCanGoToNowComesFirst, then what is full or without a date, what pauses, what is over.
func TestWhatOneCanGoToNowComesFirst(t *testing.T) {
	s := sourceOf(t)
	for key, want := range map[string]int{
		"courses/offen": open, "courses/voll": full, "courses/vorbei": full, "support/pause": doubt, "events/fest": passed, "internships/alt": passed, "places/adorf": open,
	} {
		if got := documentOf(t, s, 0, key).Rank; got != want {
			t.Errorf("%s has rank %d, want %d", key, got, want)
		}
	}
	if got, want := documentOf(t, s, 0, "courses/offen").Start, int(date.New(2027, 2, 1)); got != want {
		t.Errorf("it starts on day %d, want %d", got, want)
	}
	if got := documentOf(t, s, 0, "places/adorf").Start; got != noDate {
		t.Errorf("a place starts on day %d", got)
	}
}

// TestAnIndexHasTheBestTextThereIs, and the German title beside it where that is another.
func TestAnIndexHasTheBestTextThereIs(t *testing.T) {
	s := sourceOf(t)
	said := func(lang catalog.Lang, key string, field textindex.Field) string {
		var list []string
		for _, text := range documentOf(t, s, lang, key).Texts {
			if text.Field == field {
				list = append(list, text.Lang+" "+text.Text)
			}
		}
		slices.Sort(list)
		return strings.Join(list, " | ")
	}
	for _, row := range []struct {
		lang  catalog.Lang
		key   string
		field textindex.Field
		want  string
	}{
		{0, "courses/offen", textindex.Title, "de Deutsch A1"},
		{1, "courses/offen", textindex.Title, "ar الألمانية"},
		{1, "courses/voll", textindex.Title, "de Deutsch A2"},
		{0, "courses/offen", textindex.Summary, "de Für den Anfang"},
		{0, "courses/offen", textindex.Body, "de Ring 1 | de Wir üben Briefe."},
	} {
		if got := said(row.lang, row.key, row.field); got != row.want {
			t.Errorf("%s in language %d: %s, want %s", row.key, row.lang, got, row.want)
		}
	}
	if got := said(1, "courses/offen", textindex.Keywords); !strings.Contains(got, "de Deutsch A1") || !strings.Contains(got, "de Buchstaben") {
		t.Errorf("the German words are %s", got)
	}
	if got := said(0, "courses/offen", textindex.Organization); !strings.Contains(got, "Volkshochschule") {
		t.Errorf("the provider is %s", got)
	}
}

// TestTermsLeadToRecordsInEveryLanguage: the place's other name, the topic in Arabic on the German page, the level with those above it.
func TestTermsLeadToRecordsInEveryLanguage(t *testing.T) {
	s := sourceOf(t)
	words := s.Words(faceOf(t, s, 0))
	about := map[string][]string{}
	for _, d := range words.Documents {
		for _, concept := range d.Concepts {
			for _, label := range words.Concepts[concept].Labels {
				about[label.Text] = append(about[label.Text], d.Key)
			}
		}
	}
	for label, key := range map[string]string{"Altdorf": "courses/offen", "A1": "courses/offen", "تعلّم الألمانية": "courses/offen", "Sprachcafé und Sprachtreff": "support/pause"} {
		if !slices.Contains(about[label], key) {
			t.Errorf("%q leads to %v, not to %s", label, about[label], key)
		}
	}
	if slices.Contains(about["Altdorf"], "events/fest") {
		t.Error("what is in the county as a whole is not in Altdorf by its name")
	}
}

// TestAFacetHasTheTermsThatSomeRecordBelongsTo, numbered without gaps, each below its own.
func TestAFacetHasTheTermsThatSomeRecordBelongsTo(t *testing.T) {
	s := sourceOf(t)
	words := s.Words(faceOf(t, s, 0))
	for f, facet := range words.Facets {
		used := make([]bool, len(facet.Terms))
		for _, d := range words.Documents {
			for _, term := range d.Facets[f] {
				used[term] = true
			}
		}
		for i, above := range facet.Parents {
			if !used[i] || above >= len(facet.Terms) || above == i {
				t.Errorf("%s: term %s is used: %v, and lies below %d", facet.ID, facet.Terms[i], used[i], above)
			}
		}
	}
	if got := fmt.Sprint(s.FacetIDs()); !strings.Contains(got, "place") || !strings.Contains(got, "level") || strings.Contains(got, "childcare") {
		t.Errorf("the facets are %s", got)
	}
}

// TestAnotherRecordMovesFewOthers: numbers depend on what stands on a shelf, not on the order of files.
func TestAnotherRecordMovesFewOthers(t *testing.T) {
	before := sourceOf(t).Order()
	after := sourceOf(t, "content/courses/neu.yaml", "{title: Neu, kind: language, organization: vhs, sessions: [{id: a, start: 2027-05-01, end: 2027-06-01}]}").Order()
	after = slices.DeleteFunc(after, func(key string) bool { return key == "courses/neu" })
	if !slices.Equal(before, after) {
		t.Errorf("before %v, after %v", before, after)
	}
}

func TestOrdersGoByTheLanguage(t *testing.T) {
	s := sourceOf(t)
	if got := ranks(faceOf(t, s, 0).Locale, []string{"Zug", "", "Äpfel", "apfel", "Zug"}); !slices.Equal(got, []int{2, 4, 1, 0, 2}) {
		t.Errorf("in German %v", got)
	}
}
