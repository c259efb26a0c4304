package site

import (
	"reflect"
	"slices"
	"testing"

	"mappe/generator/catalog"
)

// What a card tells is made once for a language; each page marks its own record and links its own way.
func TestCardsAreToldOnceForTheirLanguage(t *testing.T) {
	s := planned(t, "")
	entry := s.Catalogue.Courses[0]
	card := func(path string) Card {
		p, found := s.Find(path)
		if !found {
			t.Fatalf("no page %s", path)
		}
		return s.view(p).sharedCard(entry)
	}
	own := "de/courses/" + entry.ID + ".html"
	list, narrowed, record := card("de/courses/index.html"), card("de/courses/by/place/sg-nord.html"), card(own)
	told := func(c Card) *Value {
		return &c.Facts[slices.IndexFunc(c.Facts, func(f Fact) bool { return f.Values[0].Kind == "text" })].Values[0]
	}
	if told(list) != told(record) || told(list) != told(narrowed) {
		t.Error("a fact is told for each page")
	}
	if list.Title.Current || !record.Title.Current || narrowed.Title.Current {
		t.Error("the link to the page itself is marked wrongly")
	}
	same(t, "list", string(list.Title.Href), entry.ID+".html")
	same(t, "narrowed list", string(narrowed.Title.Href), "../../"+entry.ID+".html")
	s.Finish(0)
	if after := card(own); told(after) == told(record) {
		t.Error("cards of a finished language are kept")
	}
}

// Whoever has no page now is named without a link, on cards too.
func TestWhatHasNoPageIsNamedWithoutALink(t *testing.T) {
	s := planned(t, `
-- content/places/bedorf.yaml --
{title: Bedorf, kind: municipality, parent: kreis, lat: 52.2, lon: 8.1, status: draft}
-- content/contacts/sprache.yaml --
{title: Sprachbüro, role: Berät, phone: 0541 11101, status: draft}
-- content/events/fest.yaml --
{title: Fest, start: 2027-01-20, venue: {place: bedorf}}
`)
	p, found := s.Find("de/events/fest.html")
	if !found {
		t.Fatal("no page")
	}
	if _, found := s.Find("de/places/bedorf.html"); found {
		t.Error("a draft has a page")
	}
	v := s.view(p)
	card := v.sharedCard(s.Catalogue.Find("events", "fest"))
	at := slices.IndexFunc(card.Facts, func(f Fact) bool { return f.Name == "where" })
	contact := s.Catalogue.Find("contacts", "sprache").(*catalog.Contact)
	for _, value := range []Value{card.Facts[at].Values[0], v.contactValues(contact)[0]} {
		if value.Text == "" || value.Href != "" {
			t.Errorf("%q leads to %q", value.Text, value.Href)
		}
	}
}

// What a card tells is found once for a language; folders differ in where its links start, and what a page adds is on its own card alone.
func TestCardsOfALanguageTellTheSame(t *testing.T) {
	s := planned(t, `
-- content/courses/b2.yaml --
{title: B2, kind: language, link_out: true, booking: {url: "https://vhs.example.org/b2"}}
-- content/courses/three-badges.yaml --
{title: C1, kind: language, status: draft, last_verified: 2025-12-01, sessions: [{id: a, start: 2027-02-01, seats: {free: 3, as_of: 2026-11-20}}]}
`)
	s.Drafts = true
	if badges := s.view(Planned{}).card(s.Catalogue.Find("courses", "three-badges")).Badges; len(badges) != 3 {
		t.Errorf("the badges are %v", badges)
	}
	for _, entry := range s.Catalogue.Entries {
		for _, path := range []string{"de/index.html", "de/courses/index.html", "de/places/adorf.html", "de/courses/by/place/adorf.html", "404.html"} {
			p, found := s.Find(path)
			if !found {
				t.Fatalf("no page %s", path)
			}
			v := s.view(p)
			got, want := v.sharedCard(entry), v.card(entry)
			want.Title.Current = got.Title.Current
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s on %s: %+v, want %+v", want.Record, path, got, want)
			}
			got.fact(v, "for_whom", v.note("x"))
			got.badge(v, "full")
			if again := v.sharedCard(entry); len(again.Facts) != len(want.Facts) || cap(again.Facts) != len(again.Facts) || cap(again.Badges) != len(again.Badges) {
				t.Errorf("%s on %s: what is added comes onto the cards of others", want.Record, path)
			}
		}
	}
}
