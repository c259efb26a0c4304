package search

import (
	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// How a record stands below what one can go to now. Within one rank the words decide.
const (
	open   = 0
	full   = 1 // no place free, or no date at present
	doubt  = 2 // paused, or not looked at for so long that it has left the lists
	passed = 3
)

// noDate stands for "no date" where days are counted from 1970.
const noDate = 1 << 20

func (s *Source) rank(entry catalog.Entry) int {
	freshness := s.Catalogue.Settings.Freshness
	switch e := entry.(type) {
	case *catalog.Event:
		if facts.PastEvent(e, s.Today) {
			return passed
		}
	case *catalog.Internship:
		if !e.ApplyBy.IsZero() && e.ApplyBy < s.Today {
			return passed
		}
	}
	if facts.LifeOf(entry.Base(), s.Today) == facts.Paused || facts.FreshnessOf(entry.Base(), freshness, s.Today) == facts.Expired {
		return doubt
	}
	if course, ok := entry.(*catalog.Course); ok && facts.NextSession(course, s.Today) == nil {
		return full
	}
	switch facts.SeatsOf(entry, freshness, s.Today).Kind {
	case facts.SeatsFull, facts.SeatsWaiting:
		return full
	}
	return open
}

// start is the day one can begin, in days since 1970.
func (s *Source) start(entry catalog.Entry) int {
	if day, known := facts.StartOf(entry, s.Today); known {
		return int(day)
	}
	return noDate
}
