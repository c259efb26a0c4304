package timetable

import (
	"cmp"
	"slices"
)

// changeWorth is how many seconds earlier people would rather leave than change once more.
const changeWorth = 10 * 60

// Latest returns the journey to show to somebody who has to be there: the one that departs last, unless it is bought with changes. Each
// more ride has to be worth ten minutes at home. ok is false where there is none.
func Latest(options []Option) (best Option, ok bool) { return first(options, CompareLatest) }

// CompareLatest orders journeys as Latest chooses, the best first.
func CompareLatest(a, b Option) int {
	worth := func(o Option) int { return o.Departure - changeWorth*o.Rides }
	return cmp.Or(-cmp.Compare(worth(a), worth(b)), cmp.Compare(a.Arrival, b.Arrival))
}

// Soonest returns the journey to show to somebody who wants to get home: the one that arrives first, unless it is bought with changes, by
// the same measure. Of those it takes the latest departure.
func Soonest(options []Option) (best Option, ok bool) { return first(options, CompareSoonest) }

// CompareSoonest orders journeys as Soonest chooses, the best first.
func CompareSoonest(a, b Option) int {
	cost := func(o Option) int { return o.Arrival + changeWorth*o.Rides }
	return cmp.Or(cmp.Compare(cost(a), cost(b)), -cmp.Compare(a.Departure, b.Departure))
}

func first(options []Option, compare func(a, b Option) int) (best Option, ok bool) {
	if len(options) == 0 {
		return best, false
	}
	return slices.MinFunc(options, compare), true
}

// Last returns the last journey there is: the one that departs last, and of those the first to arrive.
func Last(options []Option) (best Option, ok bool) {
	for _, o := range options {
		if !ok || o.Departure > best.Departure || o.Departure == best.Departure && o.Arrival < best.Arrival {
			best, ok = o, true
		}
	}
	return best, ok
}
