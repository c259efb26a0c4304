package facts

import (
	"testing"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

func TestTakesPlaceIn(t *testing.T) {
	c := sampleCounty()
	tree := NewPlaceTree(c)
	at := func(id string) *catalog.Where { return venueAt(c.Places, id) }
	in := func(ids string) []catalog.Ref[catalog.Place] { return placeRefs(c.Places, ids) }
	somewhere := &catalog.Where{}
	for _, row := range []struct {
		name   string
		entry  catalog.Entry
		places string
		online bool
	}{
		{"an event where its venue is", &catalog.Event{Offer: catalog.Offer{Venue: at("melle")}}, "melle", false},
		{"support where its venue is, whoever may come", &catalog.Support{Offer: catalog.Offer{Venue: at("melle"), Places: in("buer")}}, "melle", false},
		{"support where its hours are", &catalog.Support{Hours: []catalog.Hours{{Venue: at("quakenbrueck")}, {Venue: at("bramsche")}, {}}}, "bramsche quakenbrueck", false},
		{"an internship without a venue in its places", &catalog.Internship{Offer: catalog.Offer{Places: in("melle bramsche")}}, "bramsche melle", false},
		{"an address whose place nobody knows is no venue", &catalog.Internship{Offer: catalog.Offer{Venue: somewhere, Places: in("melle")}}, "melle", false},
		{"transport without venue and places in the county as a whole", &catalog.Transport{}, "county", false},
		{"places that are not there are none", &catalog.Transport{Offer: catalog.Offer{Places: in("nowhere")}}, "county", false},
		{"an online event everywhere and nowhere", &catalog.Event{Offer: catalog.Offer{Online: true, Places: in("melle")}}, "", true},
		{"an online event with a venue at both", &catalog.Event{Offer: catalog.Offer{Online: true, Venue: at("melle")}}, "melle", true},
		{"a course where its venue and its sessions' are", &catalog.Course{Offer: catalog.Offer{Venue: at("melle")}, Sessions: []catalog.Session{{}, {Venue: at("bramsche")}}}, "bramsche melle", false},
		{"each place once", &catalog.Course{Offer: catalog.Offer{Venue: at("melle")}, Sessions: []catalog.Session{{Venue: at("melle")}}}, "melle", false},
		{"a session called off takes place nowhere", &catalog.Course{Offer: catalog.Offer{Venue: at("melle")}, Sessions: []catalog.Session{{Venue: at("bramsche"), Cancelled: true}}}, "melle", false},
		{"an online course without sessions", &catalog.Course{Mode: "online"}, "", true},
		{"sessions inherit the mode", &catalog.Course{Mode: "online", Sessions: []catalog.Session{{}}}, "", true},
		{"a session may be online alone", &catalog.Course{Mode: "on_site", Sessions: []catalog.Session{{Mode: "online"}, {}}}, "county", true},
		{"an on-site session of an online course needs a place", &catalog.Course{Mode: "online", Offer: catalog.Offer{Places: in("melle")}, Sessions: []catalog.Session{{Mode: "on_site"}}}, "melle", false},
		{"hybrid means going there", &catalog.Course{Mode: "hybrid", Offer: catalog.Offer{Venue: at("melle")}}, "melle", false},
		{"a session whose slots are all online is online", &catalog.Course{Mode: "on_site", Sessions: []catalog.Session{{Times: []catalog.Slot{{Mode: "online"}}}}}, "", true},
		{"a session with one slot on site is not", &catalog.Course{Mode: "online", Sessions: []catalog.Session{{Times: []catalog.Slot{{}, {Mode: "on_site"}}}}}, "county", false},
		{"a contact takes place nowhere", &catalog.Contact{Venue: at("melle")}, "", false},
	} {
		places, online := TakesPlaceIn(row.entry, tree)
		if namesOf(places) != row.places || online != row.online {
			t.Errorf("%s: in %q, online %v; want %q, %v", row.name, namesOf(places), online, row.places, row.online)
		}
	}
}

func TestNeedsNoWay(t *testing.T) {
	online := []catalog.Slot{{Mode: "online"}}
	for _, row := range []struct {
		name  string
		entry catalog.Entry
		want  bool
	}{
		{"an online event", &catalog.Event{Offer: catalog.Offer{Online: true}}, true},
		{"an event somewhere", &catalog.Event{}, false},
		{"an online course without sessions", &catalog.Course{Mode: "online"}, true},
		{"a course with one online session", &catalog.Course{Mode: "on_site", Sessions: []catalog.Session{{}, {Mode: "online"}}}, true},
		{"slots online, but some dates at the venue", &catalog.Course{Mode: "hybrid", Sessions: []catalog.Session{{Times: online, Also: []catalog.ExtraDate{{}}}}}, false},
		{"slots online, and all other dates too", &catalog.Course{Mode: "online", Sessions: []catalog.Session{{Times: online, Also: []catalog.ExtraDate{{}}}}}, true},
		{"an online session that was called off", &catalog.Course{Sessions: []catalog.Session{{Mode: "online", Cancelled: true}, {}}}, false},
		{"an online session that is over", &catalog.Course{Sessions: []catalog.Session{{Mode: "online", Start: date.New(2026, 1, 5), End: date.New(2026, 2, 5)}, {}}}, false},
		{"a contact", &catalog.Contact{}, false},
	} {
		if got := NeedsNoWay(row.entry, date.New(2026, 11, 22)); got != row.want {
			t.Errorf("%s: %v", row.name, got)
		}
	}
}

func TestUsableFrom(t *testing.T) {
	c := sampleCounty()
	tree := NewPlaceTree(c)
	at := func(id string) *catalog.Where { return venueAt(c.Places, id) }
	in := func(ids string) []catalog.Ref[catalog.Place] { return placeRefs(c.Places, ids) }
	rows := []struct {
		name  string
		offer catalog.Offer
		want  map[string]Usable
	}{
		{"what has a venue in a district is used there and above", catalog.Offer{Venue: at("buer")}, map[string]Usable{"buer": HereOrBelow, "melle": HereOrBelow, "county": HereOrBelow}},
		{"what has a venue in a municipality is above its district", catalog.Offer{Venue: at("melle")}, map[string]Usable{"buer": AboveOrOnline, "melle": HereOrBelow, "county": HereOrBelow}},
		{"what is for the county as a whole is above all in it", catalog.Offer{}, map[string]Usable{
			"county": HereOrBelow, "melle": AboveOrOnline, "buer": AboveOrOnline, "bramsche": AboveOrOnline, "sg-artland": AboveOrOnline, "badbergen": AboveOrOnline, "quakenbrueck": AboveOrOnline}},
		{"what is for a joint municipality is above its members", catalog.Offer{Places: in("sg-artland")}, map[string]Usable{
			"county": HereOrBelow, "sg-artland": HereOrBelow, "badbergen": AboveOrOnline, "quakenbrueck": AboveOrOnline}},
		{"what is online is for all, neighbours too", catalog.Offer{Online: true}, map[string]Usable{
			"county": AboveOrOnline, "melle": AboveOrOnline, "buer": AboveOrOnline, "bramsche": AboveOrOnline, "sg-artland": AboveOrOnline, "badbergen": AboveOrOnline, "quakenbrueck": AboveOrOnline, "osnabrueck": AboveOrOnline}},
		{"what is online for one municipality is for its people alone", catalog.Offer{Online: true, Places: in("melle")}, map[string]Usable{"melle": AboveOrOnline, "buer": AboveOrOnline}},
		{"what takes place here is listed even if it is for others", catalog.Offer{Venue: at("melle"), Places: in("bramsche")}, map[string]Usable{"melle": HereOrBelow, "county": HereOrBelow}},
		{"what takes place at a neighbour's is used there", catalog.Offer{Venue: at("osnabrueck")}, map[string]Usable{"osnabrueck": HereOrBelow}},
	}
	var entries []catalog.Entry
	for _, row := range rows {
		event := &catalog.Event{Offer: row.offer}
		entries = append(entries, event)
		for _, p := range c.Places {
			if got := UsableFrom(event, p, tree); got != row.want[p.ID] {
				t.Errorf("%s, from %s: %d, want %d", row.name, p.ID, got, row.want[p.ID])
			}
		}
	}
	whereabouts := NewWhereabouts(append(entries, &catalog.Contact{}), tree)
	for _, p := range c.Places {
		var want [3][]catalog.Entry
		for i, entry := range entries {
			want[rows[i].want[p.ID]] = append(want[rows[i].want[p.ID]], entry)
		}
		here, around := whereabouts.From(p)
		if !sameEntries(here, want[HereOrBelow]) || !sameEntries(around, want[AboveOrOnline]) {
			t.Errorf("the page of %s lists %d here and %d around, want %d and %d", p.ID, len(here), len(around), len(want[HereOrBelow]), len(want[AboveOrOnline]))
		}
	}
}

func sameEntries(a, b []catalog.Entry) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestAnOfferOfAPlaceAndItsPartIsListedOnce(t *testing.T) {
	c := sampleCounty()
	offer := &catalog.Support{Hours: []catalog.Hours{{Venue: venueAt(c.Places, "melle")}, {Venue: venueAt(c.Places, "buer")}, {Venue: venueAt(c.Places, "county")}}}
	here, around := NewWhereabouts([]catalog.Entry{offer}, NewPlaceTree(c)).From(placeIn(c.Places, "melle"))
	if len(here) != 1 || len(around) != 0 {
		t.Errorf("%d times here, %d times around", len(here), len(around))
	}
}
