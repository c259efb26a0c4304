package facts

import (
	"slices"
	"strings"
	"testing"

	"mappe/generator/catalog"
)

func everything(catalog.Entry) bool { return true }

// idsIn are the ids of the terms a record belongs to.
func idsIn(f Facet, e catalog.Entry) string {
	var ids []string
	for _, n := range f.Of(e) {
		ids = append(ids, f.Terms[n].ID)
	}
	return strings.Join(ids, " ")
}

// TestTheSearchFindsForAPlaceWhatItsPeopleCanUse holds the facet against UsableFrom for all places.
func TestTheSearchFindsForAPlaceWhatItsPeopleCanUse(t *testing.T) {
	c := sampleCounty()
	tree := NewPlaceTree(c)
	at := func(id string) *catalog.Where { return venueAt(c.Places, id) }
	facets := NewFacets(c, tree, dayOf("2027-01-01"), everything)
	facet := facets.placesOf("place", facets.usableFrom)
	for _, offer := range []catalog.Offer{
		{}, {Venue: at("buer")}, {Venue: at("melle")}, {Venue: at("melle"), Places: placeRefs(c.Places, "bramsche")}, {Places: placeRefs(c.Places, "sg-artland")},
		{Online: true}, {Online: true, Venue: at("melle")}, {Online: true, Places: placeRefs(c.Places, "melle")}, {Venue: at("osnabrueck")},
	} {
		entry := &catalog.Support{Offer: offer}
		members := facet.Of(entry)
		for i, term := range facet.Terms {
			usable := UsableFrom(entry, placeIn(c.Places, term.ID), tree) != NotUsable
			if slices.Contains(members, i) != usable {
				t.Errorf("an offer in %v, online %v: usable from %s is %v, the facet says otherwise", offer.Venue, offer.Online, term.ID, usable)
			}
		}
	}
	for id, want := range map[string]string{"buer": "buer melle", "sg-artland": "badbergen quakenbrueck sg-artland"} {
		office := &catalog.Contact{Responsible: []catalog.Responsibility{{Places: placeRefs(c.Places, id)}}}
		got := strings.Fields(idsIn(facet, office))
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("an office that answers for %s is found for %v, want %s", id, got, want)
		}
	}
}

func TestWhenOneCanBegin(t *testing.T) {
	today := dayOf("2027-03-01")
	facets := NewFacets(&catalog.Catalogue{}, NewPlaceTree(&catalog.Catalogue{}), today, everything)
	starts := facets.starts()
	course := func(sessions ...catalog.Session) *catalog.Course { return &catalog.Course{Sessions: sessions} }
	for _, row := range []struct {
		name  string
		entry catalog.Entry
		want  string
	}{
		{"a course in two weeks", course(catalog.Session{Start: dayOf("2027-03-15"), End: dayOf("2027-06-01")}), "weeks months"},
		{"a course in two months", course(catalog.Session{Start: dayOf("2027-05-01"), End: dayOf("2027-06-01")}), "months"},
		{"a course in four months", course(catalog.Session{Start: dayOf("2027-07-01"), End: dayOf("2027-09-01")}), ""},
		{"one that has begun and lets people in", course(catalog.Session{Start: dayOf("2027-02-01"), End: dayOf("2027-06-01"), LateEntry: true}), "now weeks months"},
		{"one that runs all the time", course(catalog.Session{Rolling: true}), "now weeks months rolling"},
		{"one that begins when enough have registered", course(catalog.Session{OnDemand: true}), ""},
		{"one whose sessions are past", course(catalog.Session{Start: dayOf("2026-02-01")}), ""},
		{"a placement as agreed", &catalog.Internship{Start: catalog.DateOrWord{Word: "flexible"}}, "now weeks months rolling"},
		{"a placement nobody can apply for any more", &catalog.Internship{Start: catalog.DateOrWord{Word: "flexible"}, ApplyBy: dayOf("2027-02-01")}, ""},
		{"an event tomorrow", &catalog.Event{Start: momentOf("2027-03-02 10:00")}, "weeks months"},
		{"an event yesterday", &catalog.Event{Start: momentOf("2027-02-28 10:00")}, ""},
		{"an advice centre", &catalog.Support{}, ""},
	} {
		if got := idsIn(starts, row.entry); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}
