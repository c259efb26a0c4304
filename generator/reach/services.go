package reach

import (
	"time"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
)

// service is what a record of transport says of lines in the timetable, or of rides one orders.
type service struct {
	Record string
	// Agency, Routes and Trips say what it is called in the timetable; Lines is what stands on the bus, where it says nothing of that.
	Agency               string
	Routes, Trips, Lines []string
	// OnDemand says that nothing of it runs unless it is booked, whatever the timetable says; Booking is how.
	OnDemand bool
	Booking  Booking
	Zones    []zone
}

// zone is an area where one can order a ride: from any of some places to any of others, and home again.
type zone struct {
	From, To []string // ids of places, with all that lies in them
	Times    []window
	Minutes  int // 0 where not said
}

// window is a time of the week.
type window struct {
	Days     uint8 // bit 0 is Sunday, as in time.Weekday
	From, To int32 // seconds from midnight
}

func (w *window) on(day time.Weekday) bool { return w.Days&(1<<day) != 0 }

// addServices reads the records of transport that can be ridden.
func (p *Plan) addServices(c *catalog.Catalogue, tree *facts.PlaceTree, today date.Date) {
	for _, e := range c.Transport {
		if facts.LifeOf(&e.Record, today) != facts.Published {
			continue
		}
		s := service{Record: e.ID, Lines: e.Lines}
		if e.Feed != nil {
			s.Agency, s.Routes, s.Trips = e.Feed.Agency, e.Feed.Routes, e.Feed.Trips
		}
		if e.OnDemand != nil {
			s.OnDemand = true
			s.Booking = bookingOf(e)
			for i := range e.OnDemand.Zones {
				s.Zones = append(s.Zones, zoneOf(&e.OnDemand.Zones[i], tree))
			}
		}
		if len(s.Lines)+len(s.Routes)+len(s.Trips)+len(s.Zones) > 0 || s.Agency != "" {
			p.Services = append(p.Services, s)
		}
	}
}

func bookingOf(e *catalog.Transport) Booking {
	d := e.OnDemand
	b := Booking{Minutes: -1, Days: -1, Phone: d.Phone, URL: d.URL, Transport: e.ID, Workdays: d.Workdays}
	if d.NoticeMinutes != nil {
		b.Minutes = *d.NoticeMinutes
	} else if !d.DayBeforeUntil.IsZero() {
		b.Days, b.Until = 1, d.DayBeforeUntil
	}
	return b
}

func zoneOf(z *catalog.Zone, tree *facts.PlaceTree) zone {
	out := zone{From: placeIDs(z.From, tree), To: placeIDs(z.To, tree)}
	if z.Minutes != nil {
		out.Minutes = *z.Minutes
	}
	for i := range z.Times {
		slot := &z.Times[i]
		w := window{From: 0, To: 24 * 3600}
		if !slot.From.IsZero() {
			w.From = int32(60 * slot.From.Minutes())
		}
		if !slot.To.IsZero() {
			w.To = int32(60 * slot.To.Minutes())
			if w.To < w.From {
				w.To += 24 * 3600
			}
		}
		for _, day := range slot.Days {
			w.Days |= 1 << day
		}
		if len(slot.Days) == 0 {
			w.Days = 1<<7 - 1
		}
		out.Times = append(out.Times, w)
	}
	if len(out.Times) == 0 {
		out.Times = []window{{1<<7 - 1, 0, 24 * 3600}}
	}
	return out
}

func placeIDs(refs []catalog.Ref[catalog.Place], tree *facts.PlaceTree) []string {
	var ids []string
	for _, ref := range refs {
		for _, place := range tree.Below(ref.To) {
			ids = append(ids, place.ID)
		}
	}
	return ids
}
