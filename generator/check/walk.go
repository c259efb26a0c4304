package check

import (
	"strconv"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// times are the slots of one part of a record, and what they are counted from.
type times struct {
	// list is what the part stands in, empty where it is the record itself; id and i are its id and its place there.
	list, id string
	i        int
	slots    []catalog.Slot
	// start and end are the days they lie between, where they have any.
	start, end date.Date
	// openEnd says that without an end they go on, and are not of one day.
	openEnd bool
}

// path is where a slot stands.
func (t times) path(slot int) string {
	path := "times." + strconv.Itoa(slot)
	if t.list != "" {
		path = t.list + "." + itemName(t.id, t.i) + "." + path
	}
	return path
}

// eachTimes shows everything in a record that repeats on days of the week.
func eachTimes(e catalog.Entry, look func(times)) {
	hours := func(list []catalog.Hours) {
		for i := range list {
			look(times{list: "hours", id: list[i].ID, i: i, slots: list[i].Times})
		}
	}
	switch e := e.(type) {
	case *catalog.Course:
		for i := range e.Sessions {
			s := &e.Sessions[i]
			look(times{"sessions", s.ID, i, s.Times, s.Start, s.End, s.End.IsZero() && (s.Rolling || s.OnDemand)})
		}
	case *catalog.Internship:
		look(times{slots: e.Times, start: e.Start.Date, end: e.End, openEnd: e.End.IsZero()})
	case *catalog.Support:
		hours(e.Hours)
	case *catalog.Contact:
		hours(e.Hours)
	case *catalog.Transport:
		hours(e.Hours)
		if e.OnDemand != nil {
			for i, zone := range e.OnDemand.Zones {
				look(times{list: "on_demand.zones", i: i, slots: zone.Times})
			}
		}
	}
}

// itemName is how a list's item is called in paths: by its id, or counted from 0.
func itemName(id string, i int) string {
	if id != "" {
		return id
	}
	return strconv.Itoa(i)
}

// coordinates are a point on the map as it is written in a record, either half possibly missing.
type coordinates struct {
	path     string // what latitude and longitude stand in, with a dot at the end, or empty
	lat, lon *float64
}

// coordinatesOf returns the points of a record. A venue used more than once has its own.
func coordinatesOf(e catalog.Entry) []coordinates {
	var all []coordinates
	take := func(path string, w *catalog.Where) {
		if w != nil && w.Venue.ID == "" {
			all = append(all, coordinates{path + "venue.", w.Lat, w.Lon})
		}
	}
	if offer := e.Base().AsOffer(); offer != nil {
		take("", offer.Venue)
	}
	hours := func(list []catalog.Hours) {
		for i, h := range list {
			take("hours."+itemName(h.ID, i)+".", h.Venue)
		}
	}
	switch e := e.(type) {
	case *catalog.Course:
		for i, s := range e.Sessions {
			take("sessions."+itemName(s.ID, i)+".", s.Venue)
		}
	case *catalog.Support:
		hours(e.Hours)
	case *catalog.Transport:
		hours(e.Hours)
	case *catalog.Contact:
		take("", e.Venue)
		hours(e.Hours)
	case *catalog.Organization:
		take("", e.Venue)
	case *catalog.Place:
		all = append(all, coordinates{"", e.Lat, e.Lon})
	case *catalog.Venue:
		all = append(all, coordinates{"", e.Lat, e.Lon})
	}
	return all
}

// written is a value as it stands in a field.
type written struct {
	path, value string
}

// phonesOf returns the telephone numbers of a record.
func phonesOf(e catalog.Entry) []written {
	var all []written
	take := func(path, number string) {
		if number != "" {
			all = append(all, written{path, number})
		}
	}
	if offer := e.Base().AsOffer(); offer != nil && offer.Booking != nil {
		take("booking.phone", offer.Booking.Phone)
	}
	switch e := e.(type) {
	case *catalog.Course:
		for i, s := range e.Sessions {
			if s.Booking != nil {
				take("sessions."+itemName(s.ID, i)+".booking.phone", s.Booking.Phone)
			}
		}
	case *catalog.Transport:
		if e.OnDemand != nil {
			take("on_demand.phone", e.OnDemand.Phone)
		}
	case *catalog.Contact:
		take("phone", e.Phone)
		take("mobile", e.Mobile)
	case *catalog.Organization:
		take("phone", e.Phone)
	}
	return all
}

// picturesOf returns the picture files that a record names in its fields.
func picturesOf(e catalog.Entry) []written {
	var all []written
	if image := e.Base().Image; image != nil && image.File != "" {
		all = append(all, written{"image.file", image.File})
	}
	if o, ok := e.(*catalog.Organization); ok && o.Logo != "" {
		all = append(all, written{"logo", o.Logo})
	}
	return all
}
