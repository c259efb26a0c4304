package timetable

import (
	"slices"

	"mappe/generator/date"
)

// service is a set of days on which trips run.
type service struct {
	week           uint8     // bit 0 is Sunday, as in time.Weekday
	first, last    date.Date // of the weekly pattern, both included
	added, removed []date.Date
	trips          int32 // how many trips run on these days
	feed           int32
	named          bool // in a calendar
}

// runs reports whether trips of the service run on a day.
func (s *service) runs(day date.Date) bool {
	if s.week&(1<<day.Weekday()) != 0 && s.first <= day && day <= s.last {
		_, off := slices.BinarySearch(s.removed, day)
		return !off
	}
	_, on := slices.BinarySearch(s.added, day)
	return on
}

// settle sorts the exceptions, once all are read.
func (s *service) settle() {
	slices.Sort(s.added)
	slices.Sort(s.removed)
	s.added, s.removed = slices.Compact(s.added), slices.Compact(s.removed)
}

// span returns the first and the last day the service runs on.
func (s *service) span() (date.Range, bool) {
	var r date.Range
	found := false
	if s.week != 0 && s.first <= s.last {
		from, to := s.first, s.last
		for from <= to && !s.runs(from) {
			from++
		}
		for to > from && !s.runs(to) {
			to--
		}
		r, found = date.Range{From: from, To: to}, from <= to
	}
	if len(s.added) > 0 {
		first, last := s.added[0], s.added[len(s.added)-1]
		if !found {
			return date.Range{From: first, To: last}, true
		}
		r.From, r.To = min(r.From, first), max(r.To, last)
	}
	return r, found
}

// Period returns the first and the last day on which anything runs, and false if nothing ever does.
func (t *Timetable) Period() (date.Range, bool) { return t.periodOf(allFeeds) }

// PeriodOf returns the days of which one of the feeds tells: from the first to the last on which anything of it runs, and none after those its
// publisher vouches for. It returns false for a feed of which nothing ever runs.
func (t *Timetable) PeriodOf(feed int) (date.Range, bool) {
	period, found := t.periodOf(feed)
	if last := t.Feeds[feed].Valid.To; !last.IsZero() {
		period.To = min(period.To, last)
	}
	return period, found && period.From <= period.To
}

// OnCall reports whether anything in the timetable only runs when somebody has booked.
func (t *Timetable) OnCall() bool {
	return len(t.Areas) > 0 || slices.ContainsFunc(t.Routes, func(r Route) bool { return r.onCall() }) ||
		slices.ContainsFunc(t.calls.flags, func(f uint8) bool { return f&(phoneToBoard|phoneToAlight) != 0 })
}

// allFeeds stands for the feeds together where one may be named by its index.
const allFeeds = -1

func (t *Timetable) periodOf(feed int) (date.Range, bool) {
	var period date.Range
	found := false
	for i := range t.services {
		s := &t.services[i]
		span, ok := s.span()
		if s.trips == 0 || !ok || feed != allFeeds && int(s.feed) != feed {
			continue
		}
		if !found {
			period, found = span, true
			continue
		}
		period.From, period.To = min(period.From, span.From), max(period.To, span.To)
	}
	return period, found
}

// tripsOn counts a feed's trips of a day, frequencies as one.
func (t *Timetable) tripsOn(feed int, day date.Date) int {
	n := 0
	for i := range t.services {
		if s := &t.services[i]; s.trips > 0 && (feed == allFeeds || int(s.feed) == feed) && s.runs(day) {
			n += int(s.trips)
		}
	}
	return n
}
