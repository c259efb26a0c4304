package reach

import (
	"cmp"
	"slices"

	"mappe/generator/date"
)

// result joins what the kinds of days have into one answer for each visit and place.
func (m *computer) result(today date.Date) *Result {
	r := &Result{Valid: m.valid, Offers: map[string][]*Visit{}, Lines: m.lines.table(), Bookings: m.lines.bookings()}
	for i := range m.plan.Origins {
		r.Origins = append(r.Origins, m.plan.Origins[i].Place)
	}
	for i := range m.t.Stops {
		r.Stops = append(r.Stops, Stop{m.t.Stops[i].Name, m.t.Stops[i].Wheelchair})
	}
	for i := range m.plan.Services { // what one rides in a zone
		r.Lines = append(r.Lines, Line{Transport: []string{m.plan.Services[i].Record}})
	}
	for _, feed := range m.t.Feeds {
		if name := cmp.Or(feed.Publisher, feed.Name); !slices.Contains(r.Feeds, name) {
			r.Feeds = append(r.Feeds, name)
		}
	}
	visits := make([]*Visit, len(m.plan.Visits))
	for _, to := range m.targets {
		for _, v := range to.visits {
			visits[v] = m.visit(v, to)
		}
	}
	for _, offer := range m.plan.Offers {
		for _, v := range offer.Visits {
			if visits[v] != nil {
				r.Offers[offer.Key] = append(r.Offers[offer.Key], visits[v])
			}
		}
	}
	r.Problems = m.problems(today)
	return r
}

// visit tells one visit; nil where the timetable tells of none of its dates.
func (m *computer) visit(v int, to *target) *Visit {
	planned, dates := &m.plan.Visits[v], m.told(v)
	if len(dates) == 0 {
		return nil
	}
	out := &Visit{From: planned.From, To: planned.To, Dates: dates, Stop: planned.Venue.Stop, Answers: make([]Answer, len(m.plan.Origins))}
	if last := m.valid.To; planned.Dates[len(planned.Dates)-1] > last {
		at, _ := slices.BinarySearch(planned.Dates, last+1)
		out.Beyond = len(planned.Dates) - at
	}
	days := make([][]found, len(dates))
	for i, day := range dates {
		days[i] = m.found[v][m.key(day)]
	}
	for o := range out.Answers {
		if to.local[o] {
			out.Answers[o] = Answer{Class: Local, Works: len(dates), Same: len(dates)}
			continue
		}
		of := make([]*found, len(dates))
		for i := range dates {
			of[i] = &days[i][o]
		}
		out.Answers[o] = answer(dates, of, hoursOf(planned))
		out.Answers[o].Stops = len(m.ends[o])
	}
	return out
}

// answer joins a place's ways of all dates. The way on most dates is told: of those with buses and trains that run anyway, unless more dates
// need a booking.
func answer(dates []date.Date, of []*found, h hours) Answer {
	counts := map[Class]int{}
	for _, f := range of {
		counts[f.class(h)]++
	}
	a := Answer{Works: counts[Regular] + counts[OnCall], Booked: counts[OnCall]}
	switch {
	case a.Works == 0 && counts[OneWay] == 0:
		a.Class = None
	case a.Works == 0:
		a.Class = OneWay
	case counts[OnCall] > counts[Regular]:
		a.Class = OnCall
	default:
		a.Class = Regular
	}
	type times struct{ there, arrive, back, home int }
	same := map[times]int{}
	timesOf := func(f *found) times {
		return times{f.there.Departure, f.there.Arrival, f.back.Departure, f.back.Arrival}
	}
	for _, f := range of {
		if f.class(h) == a.Class {
			same[timesOf(f)]++
		}
	}
	for i, f := range of {
		class := f.class(h)
		if a.Works > 0 && class != Regular && class != OnCall {
			a.Not = append(a.Not, dates[i])
		}
		if n := same[timesOf(f)]; class == a.Class && n > a.Same {
			a.Same, a.There, a.Back, a.Last = n, f.there, f.back, f.last
			a.Reaching, a.Median = f.reaching, f.median
			a.Only = f.back.Found() && f.last <= f.back.Departure
		}
	}
	return a
}

// class says what one day has.
func (f *found) class(h hours) Class {
	switch {
	case f.both(h) && f.called:
		return OnCall
	case f.both(h):
		return Regular
	case f.there.Found() || f.back.Found():
		return OneWay
	}
	return None
}
