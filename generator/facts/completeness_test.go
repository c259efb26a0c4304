package facts

import (
	"strings"
	"testing"

	"mappe/generator/catalog"
)

func TestCompletenessOf(t *testing.T) {
	text := catalog.NewText(0, "words")
	common := catalog.Common{Summary: text, Body: text, LastVerified: dayOf("2027-01-01")}
	offer := catalog.Offer{Organization: catalog.Ref[catalog.Organization]{ID: "vhs"}, Contacts: []catalog.Ref[catalog.Contact]{{ID: "office"}}, Topics: []*catalog.Term{{ID: "work"}},
		Free: true, Admission: &catalog.Admission{Open: true}, Venue: &catalog.Where{}, Booking: &catalog.Booking{}, LanguagesSpoken: []string{"ar"}, Places: []catalog.Ref[catalog.Place]{{ID: "melle"}}}
	record := catalog.Record{Common: common}
	session := catalog.Session{Start: dayOf("2027-04-01"), Times: slotsOf("mo 9:00-12:00")}
	term := &catalog.Term{ID: "x"}
	where := catalog.Address{Street: "Markt 1", PostalCode: "49324", City: "Melle", Place: catalog.Ref[catalog.Place]{ID: "melle"}, Lat: pointerTo(52.2), Lon: pointerTo(8.3), Stop: "Markt", Wheelchair: catalog.No}
	for _, row := range []struct {
		name    string
		entry   catalog.Entry
		score   int
		missing string
	}{
		{"a full course lacks nothing", &catalog.Course{Record: record, Offer: offer, Subject: term, Level: &catalog.LevelRange{To: term}, Workload: &catalog.Workload{}, Sessions: []catalog.Session{session}}, 100, ""},
		{"a course of nothing but a kind lacks everything", &catalog.Course{}, 0, "contacts sessions prices last_verified summary sessions.times venue booking organization body topics admission subject level workload"},
		{"an online course needs no venue", &catalog.Course{Mode: "online"}, 8, "contacts sessions prices last_verified summary sessions.times booking organization body topics admission subject level workload"},
		{"a session may say it all", &catalog.Course{Record: record, Offer: catalog.Offer{Organization: offer.Organization, Topics: offer.Topics}, Subject: term, Sessions: []catalog.Session{{OnDemand: true, Level: &catalog.LevelRange{To: term},
			Times: session.Times, Contacts: offer.Contacts, Prices: pricesOf("50"), Admission: offer.Admission, Venue: offer.Venue, Booking: offer.Booking, Workload: &catalog.Workload{}}}}, 100, ""},
		{"a session without a date is none", &catalog.Course{Record: record, Offer: offer, Subject: term, Certificates: []*catalog.Term{term}, Workload: &catalog.Workload{}, Sessions: []catalog.Session{{Times: session.Times}}}, 88, "sessions"},
		{"a price in words alone is none", &catalog.Event{Record: record, Offer: catalog.Offer{Organization: offer.Organization, Contacts: offer.Contacts, Topics: offer.Topics, Admission: offer.Admission, Venue: offer.Venue, Booking: offer.Booking, Prices: pricesOf("words")}, End: momentOf("2027-04-01")}, 90, "prices"},
		{"a full internship", &catalog.Internship{Record: record, Offer: offer, Occupations: []*catalog.Term{term}, Duration: &catalog.Duration{}, HoursPerWeek: pointerTo(20.0), LanguageLevel: term}, 100, ""},
		{"full support", &catalog.Support{Record: record, Offer: offer, Hours: []catalog.Hours{{}}}, 100, ""},
		{"support at no hours", &catalog.Support{Record: record, Offer: offer}, 85, "hours"},
		{"full transport", &catalog.Transport{Record: record, Offer: offer, OnDemand: &catalog.OnDemand{}, Tickets: []*catalog.Term{term}, Wheelchair: catalog.No}, 100, ""},
		{"transport whose wheelchair access is unknown", &catalog.Transport{Record: record, Offer: offer, OnDemand: &catalog.OnDemand{}, Tickets: []*catalog.Term{term}, Wheelchair: catalog.Unknown}, 95, "wheelchair"},
		{"a full contact", &catalog.Contact{Record: record, Mobile: "1", Email: "a@b", Venue: &catalog.Where{}, Hours: []catalog.Hours{{}}, LanguagesSpoken: []string{"ar"}, Responsible: []catalog.Responsibility{{}}}, 100, ""},
		{"a contact by phone alone", &catalog.Contact{Phone: "1"}, 20, "hours email venue languages_spoken responsible last_verified"},
		{"a full organization", &catalog.Organization{Record: record, URL: "https://x", Email: "a@b", Venue: &catalog.Where{}}, 100, ""},
		{"a full place", &catalog.Place{AGS: "1", Population: pointerTo(1), PostalCodes: []string{"1"}, Stops: []string{"1"}}, 100, ""},
		{"a place without stops", &catalog.Place{AGS: "1", Population: pointerTo(1), PostalCodes: []string{"1"}}, 80, "stops"},
		{"a full venue", &catalog.Venue{Street: where.Street, PostalCode: where.PostalCode, City: where.City, Place: where.Place, Lat: where.Lat, Lon: where.Lon, Stop: where.Stop, Wheelchair: where.Wheelchair}, 100, ""},
		{"a venue with half its coordinates", &catalog.Venue{Street: where.Street, PostalCode: where.PostalCode, City: where.City, Place: where.Place, Lat: where.Lat, Stop: where.Stop, Wheelchair: where.Wheelchair}, 80, "lat"},
		{"a full pathway", &catalog.Pathway{Record: record, Audiences: []*catalog.Term{term}, Steps: []catalog.Step{{}}}, 100, ""},
		{"a full page", &catalog.Page{Record: record}, 100, ""},
		{"an explained word", &catalog.Glossary{Record: record}, 100, ""},
		{"a notice that says nothing", &catalog.Notice{}, 0, "summary"},
	} {
		got := CompletenessOf(row.entry)
		if missing := strings.Join(got.Missing, " "); got.Score != row.score || missing != row.missing {
			t.Errorf("%s: %d, lacks %q; want %d, %q", row.name, got.Score, missing, row.score, row.missing)
		}
	}
}

// TestWeightsAreAsDocumented holds the weights against the comment: all of a type but offers add up to 100, offers to what the comment says.
func TestWeightsAreAsDocumented(t *testing.T) {
	for _, row := range []struct {
		name  string
		entry catalog.Entry
		want  int
	}{
		{"course", &catalog.Course{}, 65 + 60}, {"internship", &catalog.Internship{}, 65 + 55}, {"support", &catalog.Support{}, 65 + 40},
		{"event", &catalog.Event{}, 65 + 35}, {"transport", &catalog.Transport{}, 65 + 45}, {"contact", &catalog.Contact{}, 100},
		{"organization", &catalog.Organization{}, 100}, {"place", &catalog.Place{}, 100}, {"venue", &catalog.Venue{}, 100},
		{"pathway", &catalog.Pathway{}, 100}, {"page", &catalog.Page{}, 100}, {"glossary", &catalog.Glossary{}, 100}, {"notice", &catalog.Notice{}, 100},
	} {
		sum := 0
		for _, w := range wantedOf(row.entry) {
			sum += w.weight
		}
		if sum != row.want {
			t.Errorf("%s: the weights add up to %d, want %d", row.name, sum, row.want)
		}
	}
}
