package reach

import (
	"slices"

	"mappe/generator/date"
	"mappe/generator/timetable"
)

// mostWait is how many seconds one waits at most, before it starts or after it has ended: nobody sets out in the morning for a course in the
// evening.
const mostWait = 3 * 3600

// dayEnd is until when one gets home, in seconds from midnight: a timetable's day knows the next one's trips until 3:00.
const dayEnd = 27 * 3600

// hours are a visit's, in seconds from midnight. to is -1 where the end is not known.
type hours struct{ from, to int }

func hoursOf(v *visit) hours {
	h := hours{from: 60 * v.From.Minutes(), to: -1}
	if !v.To.IsZero() {
		h.to = 60 * v.To.Minutes()
		if h.to < h.from {
			h.to += 24 * 3600
		}
	}
	return h
}

// there reports whether a way there is in time, and not far too early.
func (h hours) there(o timetable.Option) bool {
	return o.Arrival <= h.from && o.Arrival >= h.from-mostWait
}

// back reports whether a way home leaves after the end, and not far too late.
func (h hours) back(o timetable.Option) bool {
	return o.Departure >= h.to && o.Departure <= h.to+mostWait
}

// home reports whether a way home leaves after the end, or where that is not known after the start.
func (h hours) home(o timetable.Option) bool { return o.Departure >= max(h.to, h.from) }

// found is what one day has for one place and hour.
type found struct {
	there, back Way
	last        int // in minutes, 0 for none
	called      bool
	// stops from which one gets there, and the middle one's minutes
	reaching, median int
}

// both reports whether one gets there and home again. Where nobody knows the end, any way home will do.
func (f *found) both(h hours) bool {
	return f.there.Found() && (f.back.Found() || h.to < 0 && f.last > 0)
}

// lookThere chooses the ways to a house for all its hours and all places.
func (d *dayScan) lookThere(to *target) {
	p := d.scan.To(to.ends)
	d.eachVisit(to, p, func(ends []timetable.End, all []timetable.Option, h hours, f *found) {
		if best, ok := timetable.Latest(only(all, h.there)); ok {
			f.there = d.way(p.Journey(ends, best))
			f.reaching, f.median = share(p, ends, h)
		}
	})
}

// lookBack chooses the ways home.
func (d *dayScan) lookBack(to *target) {
	p := d.scan.From(to.ends)
	d.eachVisit(to, p, func(ends []timetable.End, all []timetable.Option, h hours, f *found) {
		if last, ok := timetable.Last(only(all, h.home)); ok {
			f.last = last.Departure / 60
		}
		if best, ok := timetable.Soonest(only(all, h.back)); ok && h.to >= 0 {
			f.back = d.way(p.Journey(ends, best))
		}
	})
}

// eachVisit goes through all places and hours of a house with the journeys that a profile has for the place.
func (d *dayScan) eachVisit(to *target, p *timetable.Profile, choose func([]timetable.End, []timetable.Option, hours, *found)) {
	for o, ends := range d.ends {
		if to.local[o] || len(ends) == 0 {
			continue
		}
		all := p.Options(ends, 0, dayEnd)
		for _, v := range d.visits {
			choose(ends, all, hoursOf(&d.plan.Visits[v]), &d.found[v][o])
		}
	}
}

func only(all []timetable.Option, fits func(timetable.Option) bool) []timetable.Option {
	var list []timetable.Option
	for _, o := range all {
		if fits(o) {
			list = append(list, o)
		}
	}
	return list
}

// share counts from how many of a place's stops one gets there, and the minutes from the middle one of these.
func share(p *timetable.Profile, ends []timetable.End, h hours) (reaching, median int) {
	var minutes []int
	for i := range ends {
		if best, ok := timetable.Latest(only(p.Options(ends[i:i+1], 0, h.from), h.there)); ok {
			minutes = append(minutes, (best.Arrival-best.Departure+59)/60)
		}
	}
	slices.Sort(minutes)
	if len(minutes) == 0 {
		return 0, 0
	}
	return len(minutes), minutes[len(minutes)/2]
}

// way tells a journey. Departures are rounded down to the minute and arrivals up, so that nobody comes too late by it.
func (d *dayScan) way(j timetable.Journey) Way {
	w := Way{Departure: j.Departure / 60, Arrival: (j.Arrival + 59) / 60, Rides: j.Rides}
	for i := range j.Legs {
		leg := d.leg(&j.Legs[i])
		if leg.Walk && leg.From >= 0 && leg.To >= 0 && d.t.Stops[leg.From].Name == d.t.Stops[leg.To].Name {
			continue // from one platform to the other
		}
		w.Legs = append(w.Legs, leg)
	}
	return w
}

func (d *dayScan) leg(l *timetable.Leg) Leg {
	out := Leg{From: l.From, To: l.To, Departure: int32(l.Departure / 60), Arrival: int32((l.Arrival + 59) / 60), Line: l.Route, Booking: l.Booking,
		Every: int32((l.Every + 59) / 60), OnCall: l.OnCall, Walk: l.Walk}
	if l.OnCall {
		out.Booking = d.lines.bookingOf(l.Route, l.Trip, l.Booking)
	}
	return out
}

// Clock is a time of day from minutes past midnight, on whatever day.
func Clock(minutes int) date.Clock {
	minutes = (minutes%1440 + 1440) % 1440
	return date.NewClock(minutes/60, minutes%60)
}
