package facts

import (
	"reflect"
	"testing"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

func TestSessionTakesFromItsCourseWhatItDoesNotSay(t *testing.T) {
	b1, b2, c1 := &catalog.Term{ID: "b1"}, &catalog.Term{ID: "b2"}, &catalog.Term{ID: "c1"}
	women, parents := []*catalog.Term{{ID: "women"}}, []*catalog.Term{{ID: "parents"}}
	office := catalog.Ref[catalog.Contact]{ID: "office"}
	text := func(words string) catalog.Text { return catalog.NewText(0, words) }
	course := &catalog.Course{Mode: "hybrid", Level: &catalog.LevelRange{From: b1, To: b2}, InstructionLanguages: []string{"de"},
		Workload: &catalog.Workload{Units: pointerTo(400.0), PerWeek: pointerTo(20.0)}}
	course.Contacts = []catalog.Ref[catalog.Contact]{office}
	course.Booking = &catalog.Booking{Via: "office", Contact: office, URL: "https://example.org/", Phone: "1", Email: "a@example.org", Note: text("note")}
	course.Childcare = &catalog.Childcare{Kind: "on_site", Places: pointerTo(5), Note: text("children")}
	course.Identifiers = []catalog.NamedString{{Name: "bamf", Value: "1"}, {Name: "azav", Value: "2"}}
	course.Prices = []catalog.Price{{ID: "full"}, {ID: "reduced"}}
	course.FreeFor = &catalog.FreeFor{Statuses: women, Circles: parents, Note: text("free")}
	course.Audiences = women
	course.Admission = &catalog.Admission{Statuses: women, Circles: women, NotFor: women, Proof: women, Note: text("who"), SourceURL: "https://example.org/who", AsOf: dayOf("2027-01-02")}
	course.Venue = &catalog.Where{Venue: catalog.Ref[catalog.Venue]{ID: "library"}, Address: catalog.Address{Name: text("Library"), Street: "Markt 1"}}

	for _, row := range []struct {
		name    string
		session catalog.Session
		field   string
		want    any
	}{
		{"no mode: the course's", catalog.Session{}, "Mode", "hybrid"},
		{"its own mode", catalog.Session{Mode: "online"}, "Mode", "online"},
		{"no level: the course's", catalog.Session{}, "Level", course.Level},
		{"a level to: from is the course's", catalog.Session{Level: &catalog.LevelRange{To: c1}}, "Level", &catalog.LevelRange{From: b1, To: c1}},
		{"contacts replace", catalog.Session{Contacts: []catalog.Ref[catalog.Contact]{{ID: "other"}}}, "Contacts", []catalog.Ref[catalog.Contact]{{ID: "other"}}},
		{"no contacts: the course's", catalog.Session{}, "Contacts", course.Contacts},
		{"a booking phone: the rest is the course's", catalog.Session{Booking: &catalog.Booking{Phone: "2"}}, "Booking",
			&catalog.Booking{Via: "office", Contact: office, URL: "https://example.org/", Phone: "2", Email: "a@example.org", Note: text("note")}},
		{"workload a week: the units are the course's", catalog.Session{Workload: &catalog.Workload{PerWeek: pointerTo(10.0)}}, "Workload",
			&catalog.Workload{Units: pointerTo(400.0), PerWeek: pointerTo(10.0)}},
		{"childcare places: the rest is the course's", catalog.Session{Childcare: &catalog.Childcare{Places: pointerTo(2)}}, "Childcare",
			&catalog.Childcare{Kind: "on_site", Places: pointerTo(2), Note: text("children")}},
		{"identifiers merge by name", catalog.Session{Identifiers: []catalog.NamedString{{Name: "kursnet", Value: "3"}, {Name: "bamf", Value: "4"}}}, "Identifiers",
			[]catalog.NamedString{{Name: "bamf", Value: "4"}, {Name: "azav", Value: "2"}, {Name: "kursnet", Value: "3"}}},
		{"languages replace", catalog.Session{InstructionLanguages: []string{"ar"}}, "InstructionLanguages", []string{"ar"}},
		{"prices replace", catalog.Session{Prices: []catalog.Price{{ID: "one"}}}, "Prices", []catalog.Price{{ID: "one"}}},
		{"free for other circles: the statuses are the course's", catalog.Session{FreeFor: &catalog.FreeFor{Circles: women}}, "FreeFor",
			&catalog.FreeFor{Statuses: women, Circles: women, Note: text("free")}},
		{"audiences replace", catalog.Session{Audiences: parents}, "Audiences", parents},
		{"admission of other statuses: the rest is the course's", catalog.Session{Admission: &catalog.Admission{Statuses: parents, AsOf: dayOf("2027-02-02")}}, "Admission",
			&catalog.Admission{Statuses: parents, Circles: women, NotFor: women, Proof: women, Note: text("who"), SourceURL: "https://example.org/who", AsOf: dayOf("2027-02-02")}},
		{"open to all: the course's conditions do not hold", catalog.Session{Admission: &catalog.Admission{Open: true}}, "Admission",
			&catalog.Admission{Open: true, Proof: women, Note: text("who"), SourceURL: "https://example.org/who", AsOf: dayOf("2027-01-02")}},
		{"no venue: the course's", catalog.Session{}, "Venue", course.Venue},
		{"another venue by id is whole", catalog.Session{Venue: &catalog.Where{Venue: catalog.Ref[catalog.Venue]{ID: "school"}}}, "Venue",
			&catalog.Where{Venue: catalog.Ref[catalog.Venue]{ID: "school"}}},
		{"directions alone: still in the course's venue", catalog.Session{Venue: &catalog.Where{Address: catalog.Address{Directions: text("back door")}}}, "Venue",
			&catalog.Where{Venue: catalog.Ref[catalog.Venue]{ID: "library"}, Address: catalog.Address{Name: text("Library"), Street: "Markt 1", Directions: text("back door")}}},
		{"an address of its own instead of the course's venue", catalog.Session{Venue: &catalog.Where{Address: catalog.Address{Street: "Weg 2"}}}, "Venue",
			&catalog.Where{Address: catalog.Address{Street: "Weg 2"}}},
	} {
		t.Run(row.name, func(t *testing.T) {
			before := row.session
			e := Effective(course, &row.session)
			if got := reflect.ValueOf(e).FieldByName(row.field).Interface(); !reflect.DeepEqual(got, row.want) {
				t.Errorf("got %+v, want %+v", got, row.want)
			}
			if !reflect.DeepEqual(before, row.session) {
				t.Error("the session itself changed")
			}
		})
	}
	if course.Booking.Phone != "1" || course.Identifiers[0].Value != "1" || *course.Workload.PerWeek != 20 {
		t.Error("the course itself changed")
	}
}

func TestOwnAddressTakesNothingThatBelongsToAnotherBuilding(t *testing.T) {
	course := &catalog.Course{}
	course.Venue = &catalog.Where{Address: catalog.Address{Name: catalog.NewText(0, "Town hall"), Street: "Markt 1", City: "Bramsche", Lat: pointerTo(52.4), Lon: pointerTo(7.9),
		Stop: "Bramsche Markt", Wheelchair: catalog.Yes, Directions: catalog.NewText(0, "first floor")}}
	session := &catalog.Session{Venue: &catalog.Where{Address: catalog.Address{Street: "Weg 2"}}}
	want := catalog.Address{Name: catalog.NewText(0, "Town hall"), Street: "Weg 2", City: "Bramsche"}
	if got := Effective(course, session).Venue.Address; !reflect.DeepEqual(got, want) {
		t.Errorf("another street: got %+v, want %+v", got, want)
	}
	session.Venue.Address = catalog.Address{Wheelchair: catalog.No}
	want = course.Venue.Address
	want.Wheelchair = catalog.No
	if got := Effective(course, session).Venue.Address; !reflect.DeepEqual(got, want) {
		t.Errorf("the same building: got %+v, want %+v", got, want)
	}
}

func TestAnyPartOfAnAddressMakesItAnother(t *testing.T) {
	course := &catalog.Course{}
	course.Venue = &catalog.Where{Address: catalog.Address{Stop: "Bramsche Markt"}}
	for _, row := range []struct {
		part  string
		own   catalog.Address
		other bool
	}{
		{"a street", catalog.Address{Street: "Weg 2"}, true},
		{"a postal code", catalog.Address{PostalCode: "49565"}, true},
		{"a city", catalog.Address{City: "Bramsche"}, true},
		{"a place", catalog.Address{Place: catalog.Ref[catalog.Place]{ID: "bramsche"}}, true},
		{"a latitude", catalog.Address{Lat: pointerTo(52.4)}, true},
		{"a longitude", catalog.Address{Lon: pointerTo(7.9)}, true},
		{"a name", catalog.Address{Name: catalog.NewText(0, "Town hall")}, false},
		{"directions", catalog.Address{Directions: catalog.NewText(0, "back door")}, false},
	} {
		e := Effective(course, &catalog.Session{Venue: &catalog.Where{Address: row.own}})
		if other := e.Venue.Stop == ""; other != row.other {
			t.Errorf("%s of its own: another address %v, want %v", row.part, other, row.other)
		}
	}
}

func TestSessionWithConditionsIsNotOpenToAll(t *testing.T) {
	course := &catalog.Course{}
	course.Admission = &catalog.Admission{Open: true, AsOf: date.New(2027, 1, 1)}
	session := &catalog.Session{Admission: &catalog.Admission{Circles: []*catalog.Term{{ID: "sgb2"}}}}
	if Effective(course, session).Admission.Open {
		t.Error("a session with conditions of its own is said to be open to all")
	}
	session.Admission = &catalog.Admission{Note: catalog.NewText(0, "bring a passport")}
	if !Effective(course, session).Admission.Open {
		t.Error("a note alone closes what is open to all")
	}
}
