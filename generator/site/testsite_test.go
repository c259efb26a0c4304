package site

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/locale"
	"mappe/generator/prose"
)

// today is the day the test sites are built for.
var today = date.New(2026, 11, 22)

// planned plans the site of testdata/base.txtar with other files laid over it, written as a txtar too. An empty file takes one away.
func planned(t *testing.T, overlay string) *Site {
	t.Helper()
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	source := fstest.MapFS{}
	for _, f := range append(base.Files, txtar.Parse([]byte(overlay)).Files...) {
		source[f.Name] = &fstest.MapFile{Data: f.Data}
		if len(f.Data) == 0 {
			delete(source, f.Name)
		}
	}
	c, findings, err := catalog.Load(context.Background(), source, catalog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.Severity == diag.Error {
			t.Fatalf("%s:%d: %s", f.File, f.Line, f.Message.EN)
		}
	}
	s, err := New(context.Background(), Input{
		Catalogue: c, Prose: prose.New(c, nil), Today: today, BaseURL: c.Settings.BaseURL, Messages: testMessages(t, c.Languages),
		Assets: map[string]string{"style.css": "assets/style.0123456789.css", "icon.svg": "assets/icon.0123456789.svg"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// testMessages are few, so that tests say what they look at; a text that is not among them shows its key.
func testMessages(t *testing.T, languages catalog.Languages) []*locale.Messages {
	t.Helper()
	var all []*locale.Messages
	for _, language := range languages {
		code, _, _ := strings.Cut(language.Code, "-")
		data, err := os.ReadFile("testdata/" + code + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		m, err := locale.ParseMessages(language.Code, data)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
	}
	return all
}

// messagesFor are the German ones for any language.
func messagesFor(t *testing.T, languages catalog.Languages) []*locale.Messages {
	t.Helper()
	data, err := os.ReadFile("testdata/de.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var all []*locale.Messages
	for range languages {
		m, err := locale.ParseMessages("de", data)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
	}
	return all
}

// modelOf makes the model of the page at a path.
func modelOf[T any](t *testing.T, s *Site, path string) T {
	t.Helper()
	p, found := s.Find(path)
	if !found {
		t.Fatalf("there is no page %s", path)
	}
	model, ok := s.Model(p).(T)
	if !ok {
		t.Fatalf("the model of %s is a %T", path, s.Model(p))
	}
	return model
}

// told is a section as a few lines of text: "Title → link" for each card and link, indented below groups; facts as "name: values".
func told(sections []Section, id string) string {
	for _, s := range sections {
		if s.ID == id {
			return strings.TrimRight(sectionText(s), "\n")
		}
	}
	return "no section " + id
}

func sectionText(s Section) string {
	var b strings.Builder
	if s.Intro.Text != "" {
		fmt.Fprintln(&b, s.Intro.Text)
	}
	b.WriteString(factsText(s.Facts))
	b.WriteString(cardsText(s.Cards, ""))
	b.WriteString(linksText(s.Links, ""))
	for _, g := range s.Groups {
		fmt.Fprintln(&b, "# "+linkText(g.Heading))
		for _, line := range g.Lines {
			fmt.Fprintln(&b, "  "+strings.TrimSuffix(line.Text+": "+line.Value.Text, ": "))
		}
		b.WriteString(cardsText(g.Cards, "  "))
		b.WriteString(linksText(g.Links, "  "))
	}
	if s.More.Href != "" {
		fmt.Fprintln(&b, "more: "+linkText(s.More))
	}
	return b.String()
}

func cardsText(cards []Card, indent string) string {
	var b strings.Builder
	for _, c := range cards {
		fmt.Fprint(&b, indent+linkText(c.Title))
		for _, f := range c.Facts {
			if f.Name == "for_whom" || f.Name == "topics" || f.Name == "phone" {
				fmt.Fprint(&b, ", "+strings.TrimSuffix(factsText([]Fact{f}), "\n"))
			}
		}
		fmt.Fprintln(&b)
	}
	return b.String()
}

func linksText(links []Link, indent string) string {
	var b strings.Builder
	for _, l := range links {
		fmt.Fprintln(&b, indent+linkText(l))
	}
	return b.String()
}

func linkText(l Link) string {
	text := l.Text
	if l.Href != "" {
		text += " → " + string(l.Href)
	}
	if l.Count > 0 {
		text += fmt.Sprintf(" (%d)", l.Count)
	}
	return text
}

func factsText(facts []Fact) string {
	var b strings.Builder
	for _, f := range facts {
		var said []string
		for _, value := range f.Values {
			said = append(said, value.Text)
		}
		fmt.Fprintln(&b, f.Name+": "+strings.Join(said, " | "))
	}
	return b.String()
}

func factOf(facts []Fact, name string) string {
	for _, f := range facts {
		if f.Name == name {
			return strings.TrimSuffix(strings.TrimPrefix(factsText([]Fact{f}), name+": "), "\n")
		}
	}
	return ""
}

func idsOf(sections []Section) string {
	var ids []string
	for _, s := range sections {
		ids = append(ids, s.ID)
	}
	return strings.Join(ids, " ")
}

func alertTitles(alerts []Alert) string {
	var titles []string
	for _, a := range alerts {
		titles = append(titles, a.Title.Text)
	}
	return strings.Join(titles, " | ")
}

// same compares texts of several lines.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got, want = strings.Trim(got, "\n"), strings.Trim(want, "\n"); got != want {
		t.Errorf("%s:\ngot\n%s\nwant\n%s", what, got, want)
	}
}

// manyCourses are courses in Bedorf that start one day after the other.
func manyCourses(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `
-- content/courses/viel-%02d.yaml --
title: Kurs %02d
kind: language
organization: vhs
contacts: [sprache]
topics: [language]
venue: {name: Schule, city: Bedorf, place: bedorf}
admission: {open: true}
sessions:
  - {id: eins, start: 2027-%02d-%02d}
`, i, i, 6+i/28, 1+i%28)
	}
	return b.String()
}

func sortedText(words []string) string {
	slices.Sort(words)
	return strings.Join(words, " ")
}
