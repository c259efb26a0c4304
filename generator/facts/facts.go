// Package facts derives from a record what pages say of it and no editor has to write: one fact a file, each a pure
// function of the catalogue and the day.
//
// The way through the files: effective.go gives a session what it takes from its course, session.go tells which comes next
// and who can still enter it, meetings.go on which days it really meets, timeofday.go, pace.go and besidework.go whom its
// times suit, spoken_slots.go how to say them, seats.go what may be said of its places, openinghours.go when an office is
// open. lifecycle.go, freshness.go and completeness.go tell the state of a record. placetree.go and levels.go are what
// nextstep.go, responsible.go and takesplace.go stand on, which tell how records stand to each other; outlines.go are the places' shapes; price.go and
// admission.go tell how they stand to the reader. facets.go, with facet_places.go, facet_offers.go and facet_times.go, is by what
// readers narrow records, on plain pages and in the search.
package facts

import (
	"cmp"
	"slices"
	"time"
)

// weekOrder is the place of a day in a week that begins on Monday (ISO 8601).
func weekOrder(day time.Weekday) int { return (int(day) + 6) % 7 }

func isWeekend(day time.Weekday) bool { return day == time.Saturday || day == time.Sunday }

// inWeekOrder returns the days sorted from Monday, each once.
func inWeekOrder(days []time.Weekday) []time.Weekday {
	sorted := slices.Clone(days)
	slices.SortFunc(sorted, func(a, b time.Weekday) int { return cmp.Compare(weekOrder(a), weekOrder(b)) })
	return slices.Compact(sorted)
}
