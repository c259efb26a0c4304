package reach

import (
	"slices"

	"mappe/generator/timetable"
)

// callScan looks for ways with rides that must be booked, where there is none without.
type callScan struct {
	*dayScan
	scan *timetable.Scan
	all  []shuttle
}

func (d *dayScan) newCallScan() *callScan {
	return &callScan{d, timetable.NewScan(d.called(), d.changes, d.plan.Transfers+1), d.shuttles()}
}

// direction is one way between a house and the places, as seen from the house.
type direction struct {
	to   *target
	back bool
	p    *timetable.Profile
	// egress are the shuttles between the house and the stops where one changes to them.
	egress map[int32]*shuttle
}

// look fills in the ways that are missing.
func (c *callScan) look(to *target) {
	for _, back := range []bool{false, true} {
		dir := c.direction(to, back)
		for _, v := range c.visits {
			h := hoursOf(&c.plan.Visits[v])
			for o := range c.found[v] {
				f := &c.found[v][o]
				if to.local[o] || f.both(h) || back && (f.back.Found() || !f.there.Found()) || !back && f.there.Found() {
					continue
				}
				w, ok := c.best(&dir, o, h)
				switch {
				case !ok:
				case !back:
					f.there, f.called = w, true
				case h.to < 0:
					f.last, f.called = w.Departure, true
				default:
					f.back, f.called = w, true
					f.last = max(f.last, c.last(&dir, o, h))
				}
			}
		}
	}
}

// sides are a shuttle's at the house and at the places, in a direction.
func (dir *direction) sides(s *shuttle) (house, places *end) {
	if dir.back {
		return &s.from, &s.to
	}
	return &s.to, &s.from
}

func (c *callScan) direction(to *target, back bool) direction {
	dir := direction{to: to, back: back, egress: map[int32]*shuttle{}}
	nearest := map[int32]int32{}
	for _, e := range to.ends {
		nearest[e.Stop] = e.Seconds
	}
	for i := range c.all {
		s := &c.all[i]
		house, places := dir.sides(s)
		if !house.serves(to.venue.Within, to.ends) {
			continue
		}
		for _, e := range c.hubs(s, places, c.place(to.venue.At, to.ends)) {
			if seconds, known := nearest[e.Stop]; !known || e.Seconds < seconds {
				nearest[e.Stop], dir.egress[e.Stop] = e.Seconds, s
			}
		}
	}
	ends := make([]timetable.End, 0, len(nearest))
	for stop, seconds := range nearest {
		ends = append(ends, timetable.End{Stop: stop, Seconds: seconds})
	}
	if back {
		dir.p = c.scan.From(ends)
	} else {
		dir.p = c.scan.To(ends)
	}
	return dir
}

// candidate is a way that may be told, if its shuttles run then.
type candidate struct {
	timetable.Option
	ends   []timetable.End
	access *shuttle // between the place and the first stop, or the last one and the place
	direct bool     // the shuttle goes all the way
}

// best chooses among all ways of a place with rides that must be booked, by the same measure as among those that run anyway.
func (c *callScan) best(dir *direction, o int, h hours) (Way, bool) {
	fits := h.there
	if dir.back {
		fits = h.back
		if h.to < 0 {
			fits = h.home
		}
	}
	list := c.candidates(dir, o, h, fits, false)
	slices.SortStableFunc(list, func(a, b candidate) int {
		if dir.back {
			return timetable.CompareSoonest(a.Option, b.Option)
		}
		return timetable.CompareLatest(a.Option, b.Option)
	})
	for i := range list {
		if w, ok := c.told(dir, &list[i]); ok {
			return w, true
		}
	}
	return Way{}, false
}

// last is the last departure home, in minutes.
func (c *callScan) last(dir *direction, o int, h hours) int {
	list := c.candidates(dir, o, h, h.home, true)
	slices.SortStableFunc(list, func(a, b candidate) int { return b.Departure - a.Departure })
	for i := range list {
		if w, ok := c.told(dir, &list[i]); ok {
			return w.Departure
		}
	}
	return 0
}

// candidates are all ways of a place at hours that fit, also those whose shuttles do not run then. A shuttle that goes all the way is asked for
// at the hour, or as late as it runs.
func (c *callScan) candidates(dir *direction, o int, h hours, fits func(timetable.Option) bool, late bool) []candidate {
	var list []candidate
	add := func(ends []timetable.End, access *shuttle) {
		for _, option := range only(dir.p.Options(ends, 0, dayEnd), fits) {
			if access != nil {
				option.Rides++
			}
			list = append(list, candidate{Option: option, ends: ends, access: access})
		}
	}
	add(c.ends[o], nil)
	origin := &c.plan.Origins[o]
	at := c.place(origin.At, c.ends[o])
	for i := range c.all {
		s := &c.all[i]
		house, places := dir.sides(s)
		if !places.serves(origin.Within, c.ends[o]) {
			continue
		}
		add(c.hubs(s, house, at), s)
		if house.serves(dir.to.venue.Within, dir.to.ends) {
			if option, ok := s.direct(s.seconds(at, c.place(dir.to.venue.At, dir.to.ends)), h, dir.back, late); ok && fits(option) {
				list = append(list, candidate{Option: option, access: s, direct: true})
			}
		}
	}
	return list
}

// spare is how many seconds before the start, or after the end, one orders a shuttle for.
const spare = 300

// direct is a ride all the way, at the time nearest to the hour at which it runs.
func (s *shuttle) direct(seconds int, h hours, back, late bool) (timetable.Option, bool) {
	at := min(h.from-spare-seconds, int(s.last))
	if back {
		at = max(max(h.to, h.from)+spare, int(s.first))
		if late {
			at = max(at, int(s.last))
		}
	}
	return timetable.Option{Departure: at, Arrival: at + seconds, Rides: 1}, s.runs(at)
}

// told tells a candidate, unless one of its shuttles does not run then or it takes too many rides.
func (c *callScan) told(dir *direction, x *candidate) (Way, bool) {
	w := Way{Departure: x.Departure / 60, Arrival: (x.Arrival + 59) / 60, Rides: x.Rides}
	if x.direct {
		w.Legs = []Leg{{From: -1, To: -1, Departure: int32(w.Departure), Arrival: int32(w.Arrival)}}
		return w, x.access.drive(&w.Legs[0], 0, 0)
	}
	option := x.Option
	if x.access != nil {
		option.Rides--
	}
	w.Legs = c.way(dir.p.Journey(x.ends, option)).Legs
	if len(w.Legs) == 0 {
		return w, false
	}
	first, last := &w.Legs[0], &w.Legs[len(w.Legs)-1]
	if dir.back {
		if s := dir.egress[first.To]; first.From < 0 && s != nil {
			w.Rides++
			if !s.drive(first, 0, minChange/60) {
				return w, false
			}
		}
		if x.access != nil && !x.access.drive(last, minChange/60, 0) {
			return w, false
		}
	} else {
		if x.access != nil && !x.access.drive(first, 0, minChange/60) {
			return w, false
		}
		if s := dir.egress[last.From]; last.To < 0 && s != nil {
			w.Rides++
			if !s.drive(last, minChange/60, 0) {
				return w, false
			}
		}
	}
	return w, w.Rides <= c.plan.Transfers+1
}

// drive turns the walk to or from a stop into a ride of the shuttle, less the minutes it takes to change before and after it. It reports
// whether the shuttle runs then.
func (s *shuttle) drive(leg *Leg, before, after int32) bool {
	leg.Departure += before
	leg.Arrival -= after
	leg.Walk, leg.OnCall, leg.About, leg.Line, leg.Booking = false, true, true, s.line, s.booking
	return s.runs(60 * int(leg.Departure))
}
