package facts

import (
	"cmp"
	"slices"

	"mappe/generator/catalog"
)

// Effective returns a session with everything it takes from its course: what it says itself holds, maps are merged key by
// key, a list of its own replaces the course's. Neither the course nor the session changes.
//
// Merging stops where it would say something false: a session at another address takes no coordinates, stop, directions or
// wheelchair access from the course's, and admission is either open or on conditions, whichever the session says.
func Effective(c *catalog.Course, s *catalog.Session) catalog.Session {
	e := *s
	e.Mode = cmp.Or(s.Mode, c.Mode)
	e.Level = merged(s.Level, c.Level, fillLevel)
	e.Contacts = listOr(s.Contacts, c.Contacts)
	e.Booking = merged(s.Booking, c.Booking, fillBooking)
	e.Venue = merged(s.Venue, c.Venue, fillVenue)
	e.Workload = merged(s.Workload, c.Workload, fillWorkload)
	e.Childcare = merged(s.Childcare, c.Childcare, fillChildcare)
	e.Identifiers = mergedNames(s.Identifiers, c.Identifiers)
	e.InstructionLanguages = listOr(s.InstructionLanguages, c.InstructionLanguages)
	e.Prices = listOr(s.Prices, c.Prices)
	e.FreeFor = merged(s.FreeFor, c.FreeFor, fillFreeFor)
	e.Audiences = listOr(s.Audiences, c.Audiences)
	e.Admission = merged(s.Admission, c.Admission, fillAdmission)
	return e
}

// merged returns the session's own map with what it lacks filled in from the course's, in a copy.
func merged[T any](own, course *T, fill func(own, course *T)) *T {
	if own == nil || course == nil {
		return cmp.Or(own, course)
	}
	both := *own
	fill(&both, course)
	return &both
}

func fillLevel(own, course *catalog.LevelRange) {
	own.From = cmp.Or(own.From, course.From)
	own.To = cmp.Or(own.To, course.To)
}

func fillBooking(own, course *catalog.Booking) {
	own.Via = cmp.Or(own.Via, course.Via)
	own.Contact = cmp.Or(own.Contact, course.Contact)
	own.URL = cmp.Or(own.URL, course.URL)
	own.Phone = cmp.Or(own.Phone, course.Phone)
	own.Email = cmp.Or(own.Email, course.Email)
	own.Note = textOr(own.Note, course.Note)
}

// fillVenue merges addresses. A venue named by its id is whole; a session that adds to such a venue but says no address of
// its own is still held there.
func fillVenue(own, course *catalog.Where) {
	otherAddress := own.Street != "" || own.PostalCode != "" || own.City != "" || own.Place.ID != "" || own.Lat != nil || own.Lon != nil
	switch {
	case own.Venue.ID != "":
		return
	case course.Venue.ID != "" && (otherAddress || !own.Name.IsZero()):
		return
	}
	own.Venue = course.Venue
	own.Name = textOr(own.Name, course.Name)
	own.Street = cmp.Or(own.Street, course.Street)
	own.PostalCode = cmp.Or(own.PostalCode, course.PostalCode)
	own.City = cmp.Or(own.City, course.City)
	own.Place = cmp.Or(own.Place, course.Place)
	if otherAddress {
		return
	}
	own.Lat = cmp.Or(own.Lat, course.Lat)
	own.Lon = cmp.Or(own.Lon, course.Lon)
	own.Stop = cmp.Or(own.Stop, course.Stop)
	own.Wheelchair = cmp.Or(own.Wheelchair, course.Wheelchair)
	own.Directions = textOr(own.Directions, course.Directions)
}

func fillWorkload(own, course *catalog.Workload) {
	own.Units = cmp.Or(own.Units, course.Units)
	own.PerWeek = cmp.Or(own.PerWeek, course.PerWeek)
}

func fillChildcare(own, course *catalog.Childcare) {
	own.Kind = cmp.Or(own.Kind, course.Kind)
	own.Places = cmp.Or(own.Places, course.Places)
	own.Note = textOr(own.Note, course.Note)
}

func fillFreeFor(own, course *catalog.FreeFor) {
	own.Statuses = listOr(own.Statuses, course.Statuses)
	own.Circles = listOr(own.Circles, course.Circles)
	own.Note = textOr(own.Note, course.Note)
}

func fillAdmission(own, course *catalog.Admission) {
	conditions := len(own.Statuses)+len(own.Circles)+len(own.NotFor) > 0
	if !conditions {
		own.Open = own.Open || course.Open
	}
	if !own.Open {
		own.Statuses = listOr(own.Statuses, course.Statuses)
		own.Circles = listOr(own.Circles, course.Circles)
		own.NotFor = listOr(own.NotFor, course.NotFor)
	}
	own.Proof = listOr(own.Proof, course.Proof)
	own.Note = textOr(own.Note, course.Note)
	own.SourceURL = cmp.Or(own.SourceURL, course.SourceURL)
	own.AsOf = cmp.Or(own.AsOf, course.AsOf)
}

// mergedNames returns the course's names, the session's values in place of the course's, the session's further names behind.
func mergedNames(own, course []catalog.NamedString) []catalog.NamedString {
	if len(own) == 0 {
		return course
	}
	both := slices.Clone(course)
	for _, entry := range own {
		if i := slices.IndexFunc(both, func(b catalog.NamedString) bool { return b.Name == entry.Name }); i >= 0 {
			both[i] = entry
		} else {
			both = append(both, entry)
		}
	}
	return both
}

func listOr[T any](own, course []T) []T {
	if len(own) > 0 {
		return own
	}
	return course
}

func textOr(own, course catalog.Text) catalog.Text {
	if own.IsZero() {
		return course
	}
	return own
}
