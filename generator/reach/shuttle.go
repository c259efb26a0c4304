package reach

import (
	"math"
	"slices"

	"mappe/generator/timetable"
)

// A shuttle is a ride without fixed times that one orders: an area of the timetable or a zone of a record of transport. It takes people
// from one of its two sides to the other, from their door:
//
//	village ── shuttle ──▶ station ── train ──▶ town            to the train
//	town ── train ──▶ station ── shuttle ──▶ village            from the train
//	village ── shuttle ──▶ the next village                     all the way
//
// The first two are journeys that start, or end, at stops one gets to by shuttle instead of on foot; the profile of the day knows the
// rest. A zone serves both ways whichever side is written first: whoever is taken to the station is taken home.
type shuttle struct {
	from, to      end
	first, last   int32 // when it departs at the earliest and the latest, in seconds from midnight
	minutes       int   // 0 for a guess by the distance
	line, booking int32
}

// end is one side of a shuttle.
type end struct {
	places []string
	stops  []int32 // where one changes
}

// A ride of unknown length is guessed: roads are a third longer than the crow flies (timetable.Detour), 40 km/h on them, and five minutes for
// the detour to others, rounded up to five minutes.
const (
	shuttleSpeed = 40 / 3.6 // metres a second
	shuttleExtra = 300      // seconds
)

// seconds is how long a ride takes.
func (s *shuttle) seconds(from, to point) int {
	if s.minutes > 0 {
		return 60 * s.minutes
	}
	d := distance(from, to)
	if math.IsNaN(d) {
		return 30 * 60
	}
	return (int(d*timetable.Detour/shuttleSpeed) + shuttleExtra + 299) / 300 * 300
}

// runs reports whether it may depart at a time.
func (s *shuttle) runs(seconds int) bool { return int(s.first) <= seconds && seconds <= int(s.last) }

// shuttles are those of the scan's day.
func (d *dayScan) shuttles() []shuttle {
	var list []shuttle
	for _, area := range d.t.AreasOn(d.date) {
		list = append(list, shuttle{from: end{stops: area.Origins}, to: end{stops: area.Destinations}, first: area.From, last: area.To,
			line: area.Route, booking: d.lines.bookingOf(area.Route, "", area.Booking)})
	}
	for i := range d.plan.Services {
		service := &d.plan.Services[i]
		for _, z := range service.Zones {
			from, to := end{z.From, d.stopsOf(z.From)}, end{z.To, d.stopsOf(z.To)}
			for _, w := range z.Times {
				if w.on(d.date.Weekday()) {
					there := shuttle{from: from, to: to, first: w.From, last: w.To, minutes: z.Minutes, line: int32(len(d.t.Routes) + i), booking: int32(len(d.t.Bookings) + i)}
					back := there
					back.from, back.to = to, from
					list = append(list, there, back)
				}
			}
		}
	}
	return list
}

// stopsOf are the stops of some places.
func (d *dayScan) stopsOf(places []string) []int32 {
	var stops []int32
	for o := range d.plan.Origins {
		if slices.Contains(places, d.plan.Origins[o].Place) {
			for _, e := range d.ends[o] {
				stops = append(stops, e.Stop)
			}
		}
	}
	slices.Sort(stops)
	return slices.Compact(stops)
}

// serves reports whether the shuttle comes to a place that lies within others, or to one of some stops.
func (e *end) serves(within []string, stops []timetable.End) bool {
	return slices.ContainsFunc(e.places, func(id string) bool { return slices.Contains(within, id) }) ||
		len(e.places) == 0 && slices.ContainsFunc(stops, func(s timetable.End) bool { return slices.Contains(e.stops, s.Stop) })
}

// place is where a shuttle picks somebody up.
func (d *dayScan) place(at point, ends []timetable.End) point {
	if !at.known() && len(ends) > 0 {
		return pointOf(d.t, ends[0].Stop)
	}
	return at
}

// hubs are the stops at a shuttle's other side, as far away as the ride and a change take. The way of the ride does not matter for that.
func (d *dayScan) hubs(s *shuttle, far *end, at point) []timetable.End {
	ends := make([]timetable.End, len(far.stops))
	for i, stop := range far.stops {
		ends[i] = timetable.End{Stop: stop, Seconds: int32(s.seconds(at, pointOf(d.t, stop)) + minChange)}
	}
	return ends
}
