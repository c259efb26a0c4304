package timetable

// changeWorth is how many seconds earlier people would rather leave than change once more.
const changeWorth = 10 * 60

// Latest returns the journey to show to somebody who has to be there: the one that departs last, unless it is bought with changes. Each
// more ride has to be worth ten minutes at home. ok is false where there is none.
func Latest(options []Option) (best Option, ok bool) {
	for _, o := range options {
		worth := func(o Option) int { return o.Departure - changeWorth*o.Rides }
		if !ok || worth(o) > worth(best) || worth(o) == worth(best) && o.Arrival < best.Arrival {
			best, ok = o, true
		}
	}
	return best, ok
}

// Soonest returns the journey to show to somebody who wants to get home: the one that arrives first, unless it is bought with changes, by
// the same measure. Of those it takes the latest departure.
func Soonest(options []Option) (best Option, ok bool) {
	for _, o := range options {
		cost := func(o Option) int { return o.Arrival + changeWorth*o.Rides }
		if !ok || cost(o) < cost(best) || cost(o) == cost(best) && o.Departure > best.Departure {
			best, ok = o, true
		}
	}
	return best, ok
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
