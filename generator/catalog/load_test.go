package catalog

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/generator/diag"
	"mappe/generator/schema"
)

const course = "title: Kurs\nkind: integration\n"

func TestExcludedRecordsAreLeftOutAndMayBeNamed(t *testing.T) {
	files := base(t, "content/courses/kaputt.yaml", "title: Kurs\nkind: gibtesnicht\n", "content/courses/a.yaml", course+"leads_to: [kaputt]\nrelated: [courses/kaputt]\n")
	if _, findings := load(t, files, Options{}); diag.CountOf(findings).Errors != 1 {
		t.Fatalf("findings\n%s", told(findings))
	}
	c := loadSound(t, files, Options{Exclude: map[string]bool{"courses/kaputt": true}})
	if c.Find("courses", "kaputt") != nil || len(c.Courses) != 1 {
		t.Error("the excluded record is there")
	}
	a := c.Find("courses", "a").(*Course)
	if a.LeadsTo[0].ID != "kaputt" || a.LeadsTo[0].To != nil || a.Related[0].To != nil {
		t.Errorf("leads to %v, related %v", a.LeadsTo, a.Related)
	}
	if c.RecordOf("content/courses/kaputt.yaml") != "courses/kaputt" {
		t.Error("nobody knows whose file it is")
	}
}

func TestTheCatalogueKnowsItsRecords(t *testing.T) {
	c := loadSound(t, base(t, "content/courses/b.yaml", course, "content/courses/a.yaml", course+"topics: [language]\n"), Options{})
	if c.County == nil || c.County.ID != "kreis" || c.Default != 0 {
		t.Errorf("county %v, default %v", c.County, c.Default)
	}
	var keys []string
	for _, entry := range c.Entries {
		keys = append(keys, entry.Base().Key())
	}
	if want := []string{"courses/a", "courses/b", "contacts/amt", "organizations/landkreis", "places/bramsche", "places/kreis", "pages/impressum"}; !slices.Equal(keys, want) {
		t.Errorf("entries %v", keys)
	}
	a := c.Find("courses", "a").(*Course)
	if !c.UsedTerms[c.Vocabulary("topics").Find("language")] || !c.UsedTerms[a.Kind] || c.UsedTerms[c.Vocabulary("topics").Find("work")] {
		t.Error("the terms in use are wrong")
	}
	if a.AsOffer() != &a.Offer || c.Find("places", "kreis").Base().AsOffer() != nil {
		t.Error("AsOffer is wrong")
	}
	if c.Find("courses", "c") != nil || c.Find("nothing", "a") != nil || c.RecordOf("content/site.yaml") != "" {
		t.Error("something is found that is not there")
	}
	if chain := c.Chain(2); !slices.Equal(chain, []Lang{2, 1, 0}) {
		t.Errorf("Arabic falls back to %v", chain)
	}
}

func TestPlacesOfFields(t *testing.T) {
	c := loadSound(t, base(t, "content/courses/a.md", "---\ntitle:  Kurs\nkind: integration\nbody:\nsessions:\n  - id: s\n    seats: {total: 3}\n    times: [{from: 8:00}]\nlevel:\n---\n\nText\n"), Options{})
	file := c.Find("courses", "a").Base().File(0)
	for path, want := range map[string]Position{
		"title": {2, 9}, "kind": {3, 7}, "sessions": {5, 1}, "sessions.s": {6, 5}, "sessions.s.seats": {7, 5}, "sessions.s.seats.total": {7, 20},
		"sessions.s.times.0.from": {8, 20}, "sessions.s.times.0.to": {8, 13}, "sessions.x.start": {5, 1}, "level": {9, 1}, "summary": {1, 1}, "body": {11, 1},
	} {
		if got := file.At(path); got != want {
			t.Errorf("%s stands at %v, want %v", path, got, want)
		}
	}
	if !file.Has("title") || file.Has("summary") || c.Find("courses", "a").Base().File(9) != nil {
		t.Error("what there is and what is not")
	}
}

func TestLoadStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Load(ctx, baseFiles(t), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestAFileThatCannotBeOpenedIsAnError(t *testing.T) {
	opens := 1
	for _, name := range []string{"content/site.yaml", "content/courses/a.yaml", "content/vocabulary/levels.yaml", "content/timetables/holidays.yaml", "content/translations.lock"} {
		files := base(t, name, "- x\n")
		if name == "content/site.yaml" {
			files = baseFiles(t)
		}
		if _, _, err := Load(context.Background(), vanishing{files, name, &opens}, Options{}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// The program's own vocabularies serve a site in any language: in English where they do not have its own.
func TestOwnVocabulariesServeEverySite(t *testing.T) {
	files := fstest.MapFS{}
	for name, file := range baseFiles(t) {
		text := strings.NewReplacer("languages: [de, en, {code: ar, fallback: [en, de]}]", "languages: [pl, uk]", "default_language: de", "default_language: pl", "{de: Angebote, en: Offers}", "Oferty").Replace(string(file.Data))
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	c := loadSound(t, files, Options{})
	for _, name := range schema.New().Vocabularies() {
		v := c.Vocabulary(name)
		if len(v.Terms) == 0 || v.Path != "" {
			t.Errorf("%s has %d terms, path %q", name, len(v.Terms), v.Path)
		}
		for _, term := range v.Terms {
			if term.Label.In(c.Default) == "" {
				t.Errorf("%s: %s has no label", name, term.ID)
			}
		}
	}
}

func TestTheTermsOfTheContentFormatExist(t *testing.T) {
	c := loadSound(t, baseFiles(t), Options{})
	want := []string{"alpha", "a1", "a2", "b1", "b2", "c1", "c2"}
	at := 0
	for _, term := range c.Vocabulary("levels").Terms {
		if term.Parent == nil {
			if at >= len(want) || term.ID != want[at] {
				t.Fatalf("level %d is %s, want %v", at, term.ID, want)
			}
			at++
		}
	}
	for _, id := range []string{"orientation", "pupil", "mandatory", "eq", "eq-plus", "shadowing", "trial", "voluntary-year", "apprenticeship", "job"} {
		if c.Vocabulary("internship-kinds").Find(id) == nil {
			t.Errorf("there is no internship kind %s", id)
		}
	}
}

func TestTerms(t *testing.T) {
	c := loadSound(t, baseFiles(t), Options{})
	levels := c.Vocabulary("levels")
	a1, a11, b1 := levels.Find("a1"), levels.Find("a1.1"), levels.Find("b1")
	if !a11.Within(a1) || !a1.Within(a1) || a1.Within(a11) || b1.Within(a1) || (*Term)(nil).Within(a1) {
		t.Error("Within is wrong")
	}
	if levels.ByLabel("alphabetisierung") != levels.Find("alpha") || levels.ByLabel("Analphabet") != levels.Find("alpha") || levels.ByLabel("") != nil || levels.ByLabel("xyz") != nil {
		t.Error("ByLabel is wrong")
	}
	if (*Vocabulary)(nil).Find("a1") != nil || (*Term)(nil).String() != "" || a1.String() != "a1" {
		t.Error("nothing is something")
	}
	terms := []*Term{c.Vocabulary("topics").Terms[0], b1, a11, a1}
	SortTerms(terms)
	if want := []*Term{a1, a11, b1, c.Vocabulary("topics").Terms[0]}; !slices.Equal(terms, want) {
		t.Errorf("sorted %v", terms)
	}
}

func TestTextFallsBack(t *testing.T) {
	text := NewText(1, "English")
	if !(Text{}).IsZero() || text.IsZero() || text.In(0) != "" || text.In(9) != "" || text.In(1) != "English" {
		t.Error("In is wrong")
	}
	if words, lang := text.Best([]Lang{2, 1, 0}); words != "English" || lang != 1 {
		t.Errorf("best is %q in %v", words, lang)
	}
	if words, lang := (Text{}).Best([]Lang{2, 0}); words != "" || lang != 2 {
		t.Errorf("of nothing the best is %q in %v", words, lang)
	}
	var list Texts
	list.set(1, []string{"a"})
	if words, lang := list.Best([]Lang{2, 1}); len(words) != 1 || lang != 1 || list.In(9) != nil {
		t.Errorf("best is %q in %v", words, lang)
	}
	if words, lang := list.Best([]Lang{0}); words != nil || lang != 0 {
		t.Errorf("of nothing the best is %q in %v", words, lang)
	}
}

func TestStatesAndAnswersHaveWords(t *testing.T) {
	for state, want := range map[TranslationState]string{Missing: "missing", Outdated: "outdated", MachineMade: "machine", UnknownState: "unknown", Current: "current", Source: "source"} {
		if state.String() != want {
			t.Errorf("%d is %q", state, state)
		}
	}
	for answer, want := range map[Answer]string{NotSaid: "", Yes: "yes", No: "no", Unknown: "unknown"} {
		if answer.String() != want {
			t.Errorf("%d is %q", answer, answer)
		}
	}
}

func TestLock(t *testing.T) {
	lock := NewLock()
	lock.Set("courses/b", "en", "000000000001")
	lock.Set("courses/a", "en", "000000000002")
	lock.Set("courses/a", "ar", "000000000003")
	lock.Set("courses/a", "ar", "000000000004")
	if got, want := string(lock.Bytes()), "courses/a ar 000000000004\ncourses/a en 000000000002\ncourses/b en 000000000001\n"; got != want {
		t.Errorf("written as\n%s", got)
	}
	again, findings := ParseLock("lock", []byte("\ufeff"+strings.ReplaceAll(string(lock.Bytes()), "\n", "\r\n")+"\r\n"))
	if len(findings) > 0 || string(again.Bytes()) != string(lock.Bytes()) {
		t.Errorf("with Windows line ends: %v\n%s", findings, again.Bytes())
	}
	lock.Keep(func(record, lang string) bool { return record == "courses/a" && lang == "en" })
	if lock.Hash("courses/a", "en") != "000000000002" || lock.Hash("courses/a", "ar") != "" || lock.Hash("courses/b", "en") != "" {
		t.Errorf("kept\n%s", lock.Bytes())
	}
}

func TestLanguageCodes(t *testing.T) {
	for code, want := range map[string]bool{
		"de": true, "kmr": true, "de-simple": true, "zh-Hant-TW": true, "fa-AF": true,
		"": false, "d": false, "deutsch": false, "de_DE": false, "de-": false, "-de": false, "de--x": false, "de-a": false, "de-123456789": false, "12": false, "dé": false,
	} {
		if isLanguageCode(code) != want {
			t.Errorf("isLanguageCode(%q) is %v", code, !want)
		}
	}
}

func TestWhereFieldsStandIsKnownUntilTheCatalogueIsSettled(t *testing.T) {
	c := loadSound(t, base(t, "content/courses/a.yaml", course), Options{})
	record := c.Find("courses", "a").Base()
	file := record.Files[0]
	if !file.Has("title") || c.RecordOf("content/courses/a.yaml") != "courses/a" {
		t.Fatalf("the title is not found in the file, which belongs to %q", c.RecordOf("content/courses/a.yaml"))
	}
	title, _ := record.Title.Best([]Lang{0})
	c.Settle()
	if file.Has("title") || file.Unsure("") || c.RecordOf("content/courses/a.yaml") != "" {
		t.Error("where the title stands is still kept, or whose file that is")
	}
	if after, _ := record.Title.Best([]Lang{0}); after != title || record.Key() != "courses/a" {
		t.Errorf("the record was %q and is %q, %s", title, after, record.Key())
	}
}

// TestAFieldWrittenTwiceIsLookedUpTwice names a record that is there and one that is not, in both orders.
func TestAFieldWrittenTwiceIsLookedUpTwice(t *testing.T) {
	for _, row := range []struct {
		first, second string
		line          int
	}{{"a", "missing", 4}, {"missing", "a", 3}} {
		_, findings := load(t, base(t, "content/places/a.yaml", "title: A\nkind: municipality\n",
			"content/places/b.yaml", "title: B\nkind: municipality\nparent: "+row.first+"\nparent: "+row.second+"\n"), Options{})
		var lines []int
		for _, f := range findings {
			if f.Code == "unknown-record" && f.File == "content/places/b.yaml" {
				lines = append(lines, f.Line)
			}
		}
		if !slices.Equal(lines, []int{row.line}) {
			t.Errorf("%s, then %s: told at lines %v, want %d", row.first, row.second, lines, row.line)
		}
	}
}
