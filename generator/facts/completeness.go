package facts

import (
	"slices"

	"mappe/generator/catalog"
)

// Completeness says how much of what readers ask for a record answers. It is for editors, never shown to readers.
type Completeness struct {
	// Score is 0 to 100: the weight of what is there, of the weight of everything.
	Score int
	// Missing are the keys of the fields that would add most, the weightiest first.
	Missing []string
}

// wanted is something a record of a type should say.
type wanted struct {
	field  string // as in the field table; the first of several that would do
	weight int
	there  bool
}

// CompletenessOf scores a record by what people ask first, each question with a weight (the idea of a weighted list is WISY's, the German course
// portal software; the list is our own):
//
//   - every offer: whom to ask (15), what it costs (10), when it was checked (10), what it is in a sentence (10), who offers it (5), at more
//     length (5), under which topic (5), who may come (5)
//   - and a course: when (15), at what times (10), where (10), how to register (10), which subject (5), what one has afterwards, a level or a
//     certificate (5), how much work it is (5)
//   - an internship: which occupation (15), where (10), how long (10), how many hours (5), how much German (5), how to apply (10)
//   - support: when (15), where (10), in which languages (10), how to register (5)
//   - an event: where (20), until when (5), how to register (10)
//   - transport: when it runs (20), where (10), with which ticket (10), with a wheelchair (5)
//   - a contact: phone (20), e-mail (15), when (20), where (15), in which languages (10), for what it answers (10), when it was checked (10)
//   - an organization: in a sentence (20), website (20), phone or e-mail (20), where (20), when it was checked (20)
//   - a place: postal codes (40), official key (20), population (20), stops (20)
//   - a venue: street (25), place (20), coordinates (20), town with postal code (15), wheelchair access (10), stop (10)
//   - a pathway: steps (60), in a sentence (20), for whom (20)
//   - a page: text (60), in a sentence (20), when it was checked (20)
//   - a glossary entry and a notice: an explanation, as summary or text (100)
func CompletenessOf(e catalog.Entry) Completeness {
	list := wantedOf(e)
	slices.SortStableFunc(list, func(a, b wanted) int { return b.weight - a.weight })
	var c Completeness
	total, there := 0, 0
	for _, w := range list {
		total += w.weight
		if w.there {
			there += w.weight
		} else {
			c.Missing = append(c.Missing, w.field)
		}
	}
	if total > 0 {
		c.Score = there * 100 / total
	}
	return c
}

func wantedOf(e catalog.Entry) []wanted {
	r := e.Base()
	summary, checked := !r.Summary.IsZero(), !r.LastVerified.IsZero()
	switch e := e.(type) {
	case *catalog.Course:
		offer := &e.Offer
		if len(e.Sessions) > 0 {
			offer = SessionOffer(e, &e.Sessions[0])
		}
		return append(offerWanted(r, offer), courseWanted(e)...)
	case *catalog.Internship:
		return append(offerWanted(r, &e.Offer), internshipWanted(e)...)
	case *catalog.Support:
		return append(offerWanted(r, &e.Offer), []wanted{
			{"hours", 15, len(e.Hours) > 0},
			{"venue", 10, e.Venue != nil || e.Online},
			{"languages_spoken", 10, len(e.LanguagesSpoken) > 0 || e.Interpreter},
			{"booking", 5, e.Booking != nil},
		}...)
	case *catalog.Event:
		return append(offerWanted(r, &e.Offer), []wanted{
			{"venue", 20, e.Venue != nil || e.Online},
			{"end", 5, !e.End.IsZero()},
			{"booking", 10, e.Booking != nil || !e.RegisterBy.IsZero()},
		}...)
	case *catalog.Transport:
		return append(offerWanted(r, &e.Offer), transportWanted(e)...)
	case *catalog.Contact:
		return contactWanted(e)
	case *catalog.Organization:
		return []wanted{
			{"summary", 20, summary},
			{"url", 20, e.URL != ""},
			{"phone", 20, e.Phone != "" || e.Email != ""},
			{"venue", 20, e.Venue != nil},
			{"last_verified", 20, checked},
		}
	case *catalog.Place:
		return []wanted{
			{"postal_codes", 40, len(e.PostalCodes) > 0},
			{"ags", 20, e.AGS != ""},
			{"population", 20, e.Population != nil},
			{"stops", 20, len(e.Stops) > 0},
		}
	case *catalog.Venue:
		return venueWanted(e)
	case *catalog.Pathway:
		return []wanted{{"steps", 60, len(e.Steps) > 0}, {"summary", 20, summary}, {"audiences", 20, len(e.Audiences) > 0}}
	case *catalog.Page:
		return []wanted{{"body", 60, !r.Body.IsZero()}, {"summary", 20, summary}, {"last_verified", 20, checked}}
	}
	return []wanted{{"summary", 100, summary || !r.Body.IsZero()}}
}

func offerWanted(r *catalog.Record, o *catalog.Offer) []wanted {
	return []wanted{
		{"contacts", 15, len(o.Contacts) > 0},
		{"prices", 10, PriceOf(o).State != PriceUnknown},
		{"last_verified", 10, !r.LastVerified.IsZero()},
		{"summary", 10, !r.Summary.IsZero()},
		{"organization", 5, o.Organization.ID != ""},
		{"body", 5, !r.Body.IsZero()},
		{"topics", 5, len(o.Topics) > 0},
		{"admission", 5, o.Admission != nil && (o.Admission.Open || limits(o.Admission))},
	}
}

func courseWanted(c *catalog.Course) []wanted {
	session := func(says func(s *catalog.Session) bool) bool {
		return slices.ContainsFunc(c.Sessions, func(s catalog.Session) bool { return says(&s) })
	}
	return []wanted{
		{"sessions", 15, session(func(s *catalog.Session) bool { return !FirstDay(s).IsZero() || s.Rolling || s.OnDemand })},
		{"sessions.times", 10, session(func(s *catalog.Session) bool { return len(s.Times)+len(s.Also) > 0 })},
		{"venue", 10, c.Venue != nil || c.Mode == "online" || session(func(s *catalog.Session) bool { return s.Venue != nil || s.Mode == "online" })},
		{"booking", 10, c.Booking != nil || session(func(s *catalog.Session) bool { return s.Booking != nil })},
		{"subject", 5, c.Subject != nil},
		{"level", 5, len(c.Certificates) > 0 || exitLevel(c.Level) != nil || session(func(s *catalog.Session) bool { return exitLevel(s.Level) != nil })},
		{"workload", 5, c.Workload != nil || session(func(s *catalog.Session) bool { return s.Workload != nil })},
	}
}

func internshipWanted(i *catalog.Internship) []wanted {
	return []wanted{
		{"occupations", 15, len(i.Occupations) > 0},
		{"venue", 10, i.Venue != nil || i.Online},
		{"duration", 10, i.Duration != nil || !i.End.IsZero()},
		{"booking", 10, i.Booking != nil || !i.ApplyBy.IsZero()},
		{"hours_per_week", 5, i.HoursPerWeek != nil || len(i.Times) > 0},
		{"language_level", 5, i.LanguageLevel != nil},
	}
}

func transportWanted(t *catalog.Transport) []wanted {
	return []wanted{
		{"departures", 20, len(t.Departures)+len(t.Hours) > 0 || t.Feed != nil || t.OnDemand != nil || t.TimetableURL != ""},
		{"places", 10, len(t.Places)+len(t.Stops) > 0 || t.Venue != nil},
		{"tickets", 10, len(t.Tickets) > 0},
		{"wheelchair", 5, t.Wheelchair == catalog.Yes || t.Wheelchair == catalog.No},
	}
}

func contactWanted(c *catalog.Contact) []wanted {
	return []wanted{
		{"phone", 20, c.Phone != "" || c.Mobile != ""},
		{"hours", 20, len(c.Hours) > 0},
		{"email", 15, c.Email != ""},
		{"venue", 15, c.Venue != nil},
		{"languages_spoken", 10, len(c.LanguagesSpoken) > 0 || c.Interpreter},
		{"responsible", 10, len(c.Responsible) > 0},
		{"last_verified", 10, !c.LastVerified.IsZero()},
	}
}

func venueWanted(v *catalog.Venue) []wanted {
	return []wanted{
		{"street", 25, v.Street != ""},
		{"place", 20, v.Place.ID != ""},
		{"lat", 20, v.Lat != nil && v.Lon != nil},
		{"city", 15, v.City != "" && v.PostalCode != ""},
		{"wheelchair", 10, v.Wheelchair == catalog.Yes || v.Wheelchair == catalog.No},
		{"stop", 10, v.Stop != ""},
	}
}
