package locale

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"mappe/generator/diag"
)

const germanMessages = `
title: Angebote
search.button: Suchen
list:
  more: "Mehr von {title}"
  page: Seite {page} von {pages}
courses:
  found:
    one: "{n} Kurs in {place}"
    other: "{n} Kurse in {place}"
braces: "{{n}} bleibt"
year: Stand {year}
`

func mustParse(t testing.TB, code, src string) *Messages {
	t.Helper()
	m, err := ParseMessages(code, []byte(src))
	if err != nil {
		t.Fatalf("%s: %v", code, err)
	}
	return m
}

func TestTextFillsInPlaceholders(t *testing.T) {
	m := mustParse(t, "de", germanMessages)
	for _, row := range []struct {
		key  string
		args []any
		want string
	}{
		{"title", nil, "Angebote"},
		{"search.button", nil, "Suchen"},
		{"list.more", []any{"title", "Bramsche"}, "Mehr von Bramsche"},
		{"list.page", []any{"page", 2, "pages", int64(1200)}, "Seite 2 von 1.200"},
		{"list.page", []any{"page", 2}, "Seite 2 von {pages}"},
		{"list.page", []any{"page"}, "Seite {page} von {pages}"},
		{"courses.found", []any{"n", 1, "place", "Bohmte"}, "1 Kurs in Bohmte"},
		{"courses.found", []any{"place", "Bohmte", "n", 1500}, "1.500 Kurse in Bohmte"},
		{"courses.found", []any{"n", int64(1), "place", "Bohmte"}, "1 Kurs in Bohmte"},
		{"courses.found", []any{"n", "ein", "place", "Bohmte"}, "ein Kurse in Bohmte"},
		{"courses.found", []any{1, 2, nil, nil}, "{n} Kurse in {place}"},
		{"braces", []any{"n", 3}, "{n} bleibt"},
		{"year", []any{"year", "2027"}, "Stand 2027"},
		{"year", []any{"year", One}, "Stand one"},
		{"year", []any{"year", 1.5}, "Stand 1.5"},
		{"year", []any{"year", true}, "Stand true"},
		{"nothing.here", nil, "⟦nothing.here⟧"},
		{"list", nil, "⟦list⟧"},
	} {
		if got := m.Text(row.key, row.args...); got != row.want {
			t.Errorf("Text(%q, %v) = %q, want %q", row.key, row.args, got, row.want)
		}
	}
	want := []string{"braces", "courses.found", "list.more", "list.page", "search.button", "title", "year"}
	if got := m.Keys(); !slices.Equal(got, want) {
		t.Errorf("Keys() = %q, want %q", got, want)
	}
}

func TestMessagesFallBackWithThePluralRulesOfTheirOwnLanguage(t *testing.T) {
	german := mustParse(t, "de", germanMessages)
	english := mustParse(t, "en", "courses.found: {one: one course, other: many courses}\ntitle: Offers")
	arabic := mustParse(t, "ar", "title: عروض").WithFallback(english.WithFallback(german))
	for _, row := range []struct {
		key  string
		n    int
		want string
	}{
		{"title", 0, "عروض"}, {"courses.found", 1, "one course"}, {"courses.found", 2, "many courses"}, {"list.page", 1, "Seite {page} von {pages}"},
	} {
		if got := arabic.Text(row.key, "n", row.n); got != row.want {
			t.Errorf("Text(%q, n, %d) = %q, want %q", row.key, row.n, got, row.want)
		}
	}
	if !arabic.Has("list.page") || arabic.Has("list.none") {
		t.Error("Has does not ask the fallbacks")
	}
	if got := arabic.Keys(); !slices.Equal(got, []string{"title"}) {
		t.Errorf("the keys of a file with fallbacks are %q", got)
	}
	if english.Has("list.page") {
		t.Error("WithFallback changed the messages it was called on")
	}
	if got := arabic.Locale().Code(); got != "ar" {
		t.Errorf("the language is %s", got)
	}
}

func TestAMissingFormIsReplacedByAnother(t *testing.T) {
	m := mustParse(t, "uk", "a: {few: кілька, many: багато}\nb: {one: один}")
	for _, row := range []struct {
		key  string
		n    int
		want string
	}{{"a", 3, "кілька"}, {"a", 1, "багато"}, {"b", 5, "один"}} {
		if got := m.Text(row.key, "n", row.n); got != row.want {
			t.Errorf("Text(%q, n, %d) = %q, want %q", row.key, row.n, got, row.want)
		}
	}
}

func TestWhatIsWrongWithAMessageFile(t *testing.T) {
	for _, row := range []struct {
		name, src, want string
	}{
		{"an empty file is fine", "", ""},
		{"so is one with comments only", "# nothing\n", ""},
		{"a key twice", "a: x\nb: y\na: z\n", `3:1 duplicate-key "a" stands twice in the file`},
		{"a key flat and nested", "a.b: x\na:\n  b: y\n", `3:3 duplicate-key "a.b" stands twice in the file`},
		{"a plural form twice", "a:\n  one: x\n  one: y\n", `3:3 duplicate-key "one" stands twice in "a"`},
		{"a mistyped plural form", "a:\n  one: x\n  othr: y\n", `3:3 plural-form "othr" in "a" is no plural form (zero, one, two, few, many, other)`},
		{"a key without text", "a:\n", `1:3 message-text "a" has no text`},
		{"a list", "a: [x, y]\n", `1:4 message-text "a" has no text`},
		{"a form that is a map", "a: {one: {b: c}}\n", `1:10 message-text "a" has no text`},
		{"no map at all", "just text\n", `1:1 message-text there must be keys and texts here`},
		{"an open brace", "a: \"x {n\"\n", `1:4 message-text a brace in "a" does not fit; placeholders are written {name}, a brace itself is written twice`},
		{"a lone closing brace", "a: x }\n", `1:4 message-text a brace in "a" does not fit; placeholders are written {name}, a brace itself is written twice`},
		{"a placeholder of two words", "a: \"{my name}\"\n", `1:4 message-text a brace in "a" does not fit; placeholders are written {name}, a brace itself is written twice`},
		{"an anchor", "a: &x y\n", "1:4 message-file anchors, aliases and tags (& * << !) are not used here; a text with them needs quotes"},
		{"an alias", "a: &x y\nb: *x\n", "1:4 message-file anchors, aliases and tags (& * << !) are not used here; a text with them needs quotes|2:4 message-file anchors, aliases and tags (& * << !) are not used here; a text with them needs quotes"},
		{"a merge key", "<<: {a: b}\n", "1:1 message-file anchors, aliases and tags (& * << !) are not used here; a text with them needs quotes"},
		{"a tag", "a: !!int 3\n", "1:4 message-file anchors, aliases and tags (& * << !) are not used here; a text with them needs quotes"},
		{"a key that is none", "a..b: x\n", `1:1 message-text "a..b" is no key`},
		{"a second document", "a: x\n---\nb: y\n", "2:1 message-file the file cannot be read: a second document"},
		{"no YAML", "a: x\n b: y\n", "2:1 message-file the file cannot be read: mapping values are not allowed in this context"},
		{"another encoding", "a: \xe4\n", "1:1 message-file the file is not saved as UTF-8"},
		{"a file too large", "a: " + strings.Repeat("x", maximumMessageBytes), "1:1 message-file the file is larger than 256 KiB"},
		{"keys too deep", strings.Repeat("{a: ", 20) + "x" + strings.Repeat("}", 20), "1:65 message-file the keys are nested too deeply"},
		{"what makes the library panic", "<<: {a: 1}\n{b: c}: d\n", "1:1 message-file anchors, aliases and tags (& * << !) are not used here; a text with them needs quotes|2:1 message-text \"\" is no key"},
	} {
		m, err := ParseMessages("de", []byte(row.src))
		if got := told(err); got != row.want {
			t.Errorf("%s:\n got %s\nwant %s", row.name, got, row.want)
		}
		if m == nil {
			t.Errorf("%s: no messages", row.name)
		}
	}
}

// told writes the findings of an error on one line.
func told(err error) string {
	var invalid *InvalidMessages
	if !errors.As(err, &invalid) {
		return ""
	}
	return tell(invalid.Findings)
}

func tell(findings []diag.Finding) string {
	var lines []string
	for _, f := range findings {
		lines = append(lines, fmt.Sprintf("%d:%d %s %s", f.Line, f.Column, f.Code, f.Message.EN))
	}
	return strings.Join(lines, "|")
}

func TestTheErrorNamesItsFirstLine(t *testing.T) {
	m, err := ParseMessages("de", []byte("a: x\nb:\nc:\n"))
	if err == nil || err.Error() != `line 2: "b" has no text (and 1 more)` {
		t.Errorf("the error is %v", err)
	}
	if got := m.Text("a"); got != "x" {
		t.Errorf("the good message beside is %q", got)
	}
}

func TestNumbersAndTruthValuesAreTextsAsWritten(t *testing.T) {
	m := mustParse(t, "de", "yes: Ja\nno: no\ntrue: 08:30\n7: 1_000\nempty: \"\"")
	for key, want := range map[string]string{"yes": "Ja", "no": "no", "true": "08:30", "7": "1_000", "empty": ""} {
		if got := m.Text(key); got != want {
			t.Errorf("Text(%q) = %q, want %q", key, got, want)
		}
	}
}

func TestCheckComparesFormsWithTheLanguage(t *testing.T) {
	for _, row := range []struct {
		name, code, src, want string
	}{
		{"German has two forms", "de", "a: {one: x, other: y}", ""},
		{"one is not enough", "de", "a: {other: y}", `1:1 plural-missing "a" lacks the plural form one`},
		{"few is too much", "de", "a: {one: x, few: z, other: y}", `1:1 plural-unused "a" has the plural form few, which this language does not`},
		{"nobody writes the French form for millions", "fr", "a: {one: x, other: y}", ""},
		{"but may", "fr", "a: {one: x, many: z, other: y}", ""},
		{"Ukrainian counts without other", "uk", "a: {one: x, few: y, many: z}", ""},
		{"but may have it", "uk", "a: {one: x, few: y, many: z, other: w}", ""},
		{"Arabic has six", "ar", "a: {zero: z, one: x, two: t, few: f, other: y}", `1:1 plural-missing "a" lacks the plural form many`},
		{"a language without tables has one", "rom", "a: {one: x, other: y}", `1:1 plural-unused "a" has the plural form one, which this language does not`},
		{"a text without forms needs none", "ar", "a: x", ""},
	} {
		if got := tell(mustParse(t, row.code, row.src).Check()); got != row.want {
			t.Errorf("%s: got %s, want %s", row.name, got, row.want)
		}
	}
}

func TestCheckAgainstComparesKeysAndPlaceholders(t *testing.T) {
	german := mustParse(t, "de", germanMessages)
	english := mustParse(t, "en", "title: Offers\nsearch.button: Go\nlist.more: More of {titel}\nlist.page: Page {page}\n"+
		"courses.found: \"{n} in {place}\"\nbraces: x\nextra: y\n")
	want := `1:1 message-missing the text "year" is missing|3:1 placeholder "list.more" has no placeholder {titel}|7:1 message-unused there is no text "extra"`
	if got := tell(english.CheckAgainst(german)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := tell(german.CheckAgainst(german)); got != "" {
		t.Errorf("German differs from itself: %s", got)
	}
}

func FuzzParseMessages(f *testing.F) {
	f.Add([]byte(germanMessages))
	f.Add([]byte("<<: {a: 1}\n{b: c}: d\n"))
	f.Add([]byte("a: {one: \"{n}\", other: \"{{}}\"}"))
	f.Fuzz(func(t *testing.T, src []byte) {
		m, err := ParseMessages("ar", src)
		if err != nil && told(err) == "" {
			t.Fatalf("the error %v has no findings", err)
		}
		for _, key := range m.Keys() {
			m.Text(key, "n", 3)
		}
		m.Check()
		m.CheckAgainst(m)
	})
}

func FuzzNew(f *testing.F) {
	f.Add("de-simple")
	f.Add("zh-Hant-TW")
	f.Fuzz(func(t *testing.T, code string) {
		l := New(code)
		if l.Code() != code || l.Dir() == "" || l.SelfName() == "" && code != "" {
			t.Errorf("New(%q) is called %q", code, l.SelfName())
		}
		l.LanguageName(code)
		DirectionOf(code)
		l.SortKey(code)
	})
}

func BenchmarkText(b *testing.B) {
	m := mustParse(b, "de", germanMessages)
	for b.Loop() {
		m.Text("courses.found", "n", 12, "place", "Bramsche")
	}
}
