package timetable

import (
	"cmp"
	"math"
	"slices"

	"mappe/generator/date"
)

// Query asks for the journeys between two places on one day.
type Query struct {
	From, To []int32 // stops
	Date     date.Date
	// Time is when to depart at the earliest or, with ArriveBy, to arrive at the latest: seconds from midnight.
	Time     int
	ArriveBy bool
	// MaxRides is how many vehicles one takes at most, MinChange the least seconds between two.
	MaxRides, MinChange int
	// Walk is how far one walks between two rides, WalkEnds before the first and after the last one: metres as the crow flies.
	Walk, WalkEnds float64
	Use            Use
}

// Journeys returns all journeys that no other one beats in departure, arrival and rides, the best first: the latest departure and then the
// earliest arrival for an appointment, the earliest arrival and then the latest departure from a time on. Where the whole way can
// be walked, one journey without rides stands for doing so. Between places that share a stop there is none to make.
func (t *Timetable) Journeys(q Query) []Journey {
	if len(q.From) == 0 || len(q.To) == 0 || slices.ContainsFunc(q.From, func(s int32) bool { return slices.Contains(q.To, s) }) {
		return nil
	}
	origins, targets := t.around(q.From, q.WalkEnds), t.around(q.To, q.WalkEnds)
	scan := NewScan(t.Day(q.Date, q.Use), t.Changes(q.Walk, q.MinChange), q.MaxRides)
	profile := scan.To(targets)
	earliest, latest := q.Time, int(never)
	if q.ArriveBy {
		earliest, latest = 0, q.Time
	}
	var journeys []Journey
	onFoot := t.onFoot(q)
	if onFoot >= 0 {
		walk := Option{Departure: q.Time, Arrival: q.Time + onFoot}
		if q.ArriveBy {
			walk.Departure, walk.Arrival = q.Time-onFoot, q.Time
		}
		legs := []Leg{{From: missing, To: missing, Departure: walk.Departure, Arrival: walk.Arrival, Walk: true, Route: missing, Booking: missing}}
		journeys = append(journeys, Journey{walk, legs})
	}
	for _, o := range profile.Options(origins, earliest, latest) {
		if onFoot < 0 || o.Arrival-o.Departure < onFoot {
			journeys = append(journeys, profile.Journey(origins, o))
		}
	}
	slices.SortStableFunc(journeys, func(a, b Journey) int {
		departure, arrival := -cmp.Compare(a.Departure, b.Departure), cmp.Compare(a.Arrival, b.Arrival)
		if !q.ArriveBy {
			departure, arrival = arrival, departure
		}
		return cmp.Or(departure, arrival, cmp.Compare(a.Rides, b.Rides))
	})
	return journeys
}

// around returns the stops of a place and those within metres of them.
func (t *Timetable) around(stops []int32, metres float64) []End {
	nearest := map[int32]int32{}
	for _, s := range stops {
		nearest[s] = 0
	}
	if metres > 0 {
		for _, s := range stops {
			for _, end := range t.Near(t.Stops[s].Lat, t.Stops[s].Lon, metres) {
				if seconds, seen := nearest[end.Stop]; !seen || end.Seconds < seconds {
					nearest[end.Stop] = end.Seconds
				}
			}
		}
	}
	ends := make([]End, 0, len(nearest))
	for stop, seconds := range nearest {
		ends = append(ends, End{stop, seconds})
	}
	slices.SortFunc(ends, func(a, b End) int { return cmp.Or(cmp.Compare(a.Seconds, b.Seconds), cmp.Compare(a.Stop, b.Stop)) })
	return ends
}

// onFoot returns how many seconds the whole way takes on foot, -1 where that is too far.
func (t *Timetable) onFoot(q Query) int {
	best := math.NaN()
	for _, from := range q.From {
		for _, to := range q.To {
			d := Distance(t.Stops[from].Lat, t.Stops[from].Lon, t.Stops[to].Lat, t.Stops[to].Lon)
			if d <= q.WalkEnds && !(best <= d) {
				best = d
			}
		}
	}
	if math.IsNaN(best) || q.WalkEnds <= 0 {
		return -1
	}
	return int(WalkSeconds(best))
}
