package reach

import (
	"cmp"
	"math"
	"slices"

	"mappe/generator/facts"
	"mappe/generator/timetable"
)

// venueEnds are the stops from which one gets to a house: the one an editor named, else those within walking distance. A named stop
// without coordinates, or of a house without, takes no time to walk to.
func venueEnds(t *timetable.Timetable, v *venue, walk float64) []timetable.End {
	stops, _ := t.Find(v.Stop)
	if len(stops) == 0 {
		if !v.At.known() {
			return nil
		}
		return t.Near(v.At.Lat, v.At.Lon, walk)
	}
	ends := make([]timetable.End, len(stops))
	for i, stop := range stops {
		ends[i].Stop = stop
		if d := distance(v.At, pointOf(t, stop)); !math.IsNaN(d) {
			ends[i].Seconds = timetable.WalkSeconds(d)
		}
	}
	slices.SortFunc(ends, func(a, b timetable.End) int {
		return cmp.Or(cmp.Compare(a.Seconds, b.Seconds), cmp.Compare(a.Stop, b.Stop))
	})
	return ends
}

// originEnds are the stops people of a place set out from: those an editor named, else those inside its outline, else those within walking
// distance of its point.
func originEnds(t *timetable.Timetable, o *origin, walk float64) []timetable.End {
	var ends []timetable.End
	for _, name := range o.Stops {
		stops, _ := t.Find(name)
		for _, stop := range stops {
			ends = append(ends, timetable.End{Stop: stop})
		}
	}
	if len(ends) == 0 && len(o.Rings) > 0 {
		outline := facts.Outline{Rings: o.Rings}
		for i := range t.Stops {
			if stop := &t.Stops[i]; stop.Served && outline.Contains(stop.Lat, stop.Lon) {
				ends = append(ends, timetable.End{Stop: int32(i)})
			}
		}
	}
	if len(ends) == 0 && o.At.known() {
		ends = t.Near(o.At.Lat, o.At.Lon, walk)
	}
	return ends
}

func pointOf(t *timetable.Timetable, stop int32) point {
	return point{t.Stops[stop].Lat, t.Stops[stop].Lon}
}

// distance is in metres as the crow flies, NaN where a point is unknown.
func distance(a, b point) float64 { return timetable.Distance(a.Lat, a.Lon, b.Lat, b.Lon) }

// isLocal reports whether one needs no bus: the house stands in the place, or near one of its stops.
func (m *computer) isLocal(o int, to *target) bool {
	if slices.Contains(to.venue.Within, m.plan.Origins[o].Place) {
		return true
	}
	for _, from := range m.ends[o] {
		if slices.ContainsFunc(to.ends, func(e timetable.End) bool { return e.Stop == from.Stop }) ||
			distance(pointOf(m.t, from.Stop), to.venue.At) <= m.plan.Walk {
			return true
		}
	}
	return false
}
