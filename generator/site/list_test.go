package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mappe/generator/catalog"
)

func TestListsArePagedInOrderOfTheNextDate(t *testing.T) {
	var overlay strings.Builder
	for i := range 65 {
		fmt.Fprintf(&overlay, "-- content/courses/k%02d.md --\n---\ntitle: Kurs %02d\nkind: language\nvenue: {city: Bedorf, place: bedorf}\nsessions: [{id: a, start: 2027-%02d-%02d}]\n---\n", i, i, 3-i/28, 1+i%28)
	}
	s := planned(t, overlay.String())
	first := modelOf[*ListPage](t, s, "de/courses/index.html")
	last := modelOf[*ListPage](t, s, "de/courses/page-3.html")
	if first.Total < 65 || len(first.Cards) != perPage || first.Cards[1].Title.Text != "Kurs 56" {
		t.Errorf("the first page has %d of %d, the second is %q", len(first.Cards), first.Total, first.Cards[1].Title.Text)
	}
	if first.Previous.Href != "" || first.Next.Href != "page-2.html" || last.Previous.Href != "page-2.html" || last.Next.Href != "" {
		t.Errorf("pages lead to %q %q %q %q", first.Previous.Href, first.Next.Href, last.Previous.Href, last.Next.Href)
	}
	if _, found := s.Find("de/courses/page-4.html"); found {
		t.Error("there is a page past the last")
	}
	if len(last.Facets) > 0 || len(first.Facets) == 0 {
		t.Error("facets stand on the first page and only there")
	}
}

func TestNarrowedListsHoldWhatTheTermKeeps(t *testing.T) {
	s := planned(t, "")
	for _, c := range []struct{ path, want string }{
		{"de/courses/by/place/sg-nord.html", "Deutsch A1 in Adorf → ../../a1-adorf.html"},
		{"de/contacts/by/topic/benefits.html", "Jobcenter → ../../jobcenter.html\nSozialamt → ../../sozialamt.html"},
	} {
		p := modelOf[*ListPage](t, s, c.path)
		var rows []string
		for _, row := range p.Rows {
			rows = append(rows, linkText(row.Title))
		}
		same(t, c.path, strings.Join(rows, "\n"), c.want)
		if p.All.Href == "" {
			t.Errorf("%s does not lead to the whole list", c.path)
		}
	}
}

func TestAFacetIsThereWhereItCanNarrow(t *testing.T) {
	s := planned(t, "")
	for _, f := range modelOf[*ListPage](t, s, "de/courses/index.html").Facets {
		narrows := false
		for _, l := range f.Links {
			narrows = narrows || l.Count < modelOf[*ListPage](t, s, "de/courses/index.html").Total
			if l.Count == 0 {
				t.Errorf("%s: %s leads to nothing", f.ID, l.Text)
			}
		}
		if !narrows {
			t.Errorf("the facet %s cannot narrow", f.ID)
		}
	}
}

func TestWhatPausesOrIsOverIsInNoList(t *testing.T) {
	s := planned(t, `
-- content/support/pause.md --
---
title: Pausiert
status: paused
kind: advice
---
-- content/support/lange-her.md --
---
title: Lange nicht angesehen
last_verified: 2025-01-01
kind: advice
---
-- content/events/vorbei.md --
---
title: Vorbei
start: 2026-11-21
---
`)
	for _, path := range []string{"de/support/pause.html", "de/support/lange-her.html", "de/events/vorbei.html"} {
		if p := modelOf[*RecordPage](t, s, path); len(p.Alerts) == 0 {
			t.Errorf("%s has its page, but does not say what is the matter", path)
		}
	}
	for _, list := range []string{"de/support/index.html", "de/events/index.html"} {
		for _, card := range modelOf[*ListPage](t, s, list).Cards {
			if title := card.Title.Text; title == "Pausiert" || title == "Lange nicht angesehen" || title == "Vorbei" {
				t.Errorf("%s is in %s", title, list)
			}
		}
	}
}

func TestAFinishedLanguageIsMadeAgainAllTheSame(t *testing.T) {
	s := planned(t, "")
	const path = "de/courses/by/place/sg-nord.html"
	before := modelOf[*ListPage](t, s, path).Rows
	s.Finish(0)
	after := modelOf[*ListPage](t, s, path).Rows
	if len(before) == 0 || len(after) != len(before) || after[0] == before[0] {
		t.Fatalf("%d rows were %d, and are kept", len(after), len(before))
	}
	same(t, path, after[0].Title.Text, before[0].Title.Text)
}

func TestRecordsOfTheSameNumberStayInTheirOrder(t *testing.T) {
	numbers := map[catalog.Entry]int{}
	var entries []catalog.Entry
	for _, n := range []int{3, 1 << 30, 0, 3, -2, 1<<30 - 1, 0, 3} {
		entry := &catalog.Page{}
		numbers[entry], entries = n, append(entries, entry)
	}
	want := slices.Clone(entries)
	slices.SortStableFunc(want, func(a, b catalog.Entry) int { return numbers[a] - numbers[b] })
	if got := sortedBy(entries, func(entry catalog.Entry) int { return numbers[entry] }); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
