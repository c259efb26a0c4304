package timetable

import "math"

// stopRow is a stop before it is known whether it is kept.
type stopRow struct {
	Stop
	parent string
	inside bool
}

// readStops reads stops.txt and keeps what lies in the circles, with the stations that hold it.
func (r *reader) readStops() bool {
	var rows []stopRow
	at := map[string]int{}
	ok := r.each("stops.txt", []string{"stop_id"}, missingTable, func(t *table) func() {
		id, name, kind, parent := t.column("stop_id"), t.column("stop_name"), t.column("location_type"), t.column("parent_station")
		lat, lon, wheelchair := t.column("stop_lat"), t.column("stop_lon"), t.column("wheelchair_boarding")
		return func() {
			row := stopRow{parent: t.kept(parent), Stop: Stop{ID: t.kept(id), Name: t.kept(name), Station: missing,
				Lat: coordinate(t.at(lat), 90), Lon: coordinate(t.at(lon), 180)}}
			if _, seen := at[row.ID]; seen || row.ID == "" {
				r.tally.row(twice, t, row.ID)
				return
			}
			if row.Lat == 0 && row.Lon == 0 { // "Null Island": nobody knows
				row.Lat, row.Lon = math.NaN(), math.NaN()
			}
			row.kind = uint8(min(r.number(t, kind, "location_type", 0), kindBoardingArea))
			row.Wheelchair = tristate(r.number(t, wheelchair, "wheelchair_boarding", 0))
			if math.IsNaN(row.Lat+row.Lon) && row.parent == "" && row.kind == kindPlatform {
				r.tally.row(badCoordinates, t, row.ID)
			}
			at[row.ID] = len(rows)
			rows = append(rows, row)
		}
	})
	if !ok {
		return false
	}
	r.keepStops(rows, at)
	return true
}

// keepStops cuts, and adds what is left to the timetable.
func (r *reader) keepStops(rows []stopRow, at map[string]int) {
	for i := range rows {
		row := &rows[i]
		if p, there := at[row.parent]; there && math.IsNaN(row.Lat+row.Lon) {
			row.Lat, row.Lon = rows[p].Lat, rows[p].Lon
		}
		row.inside = inAny(r.near, row.Lat, row.Lon)
	}
	for i := range rows {
		if p, there := at[rows[i].parent]; there && rows[i].inside {
			rows[p].inside = true
		}
	}
	for i := range rows {
		r.stops[rows[i].ID] = outside
		if rows[i].inside {
			r.stops[rows[i].ID] = int32(len(r.Stops))
			r.Stops = append(r.Stops, rows[i].Stop)
		}
	}
	for i := range rows {
		if rows[i].inside && rows[i].parent != "" {
			r.join(r.stops[rows[i].ID], rows[i].parent)
		}
	}
}

// join puts a stop into its station. What the stop does not say of wheelchairs, the station says. A station that the feed names and does
// not have is made up, so that its stops belong together all the same.
func (r *reader) join(stop int32, parent string) {
	station, there := r.stops[parent]
	if !there {
		r.tally.whole(unknownStation, parent)
		station = int32(len(r.Stops))
		r.stops[parent] = station
		made := r.Stops[stop]
		made.ID, made.kind, made.Wheelchair = parent, kindStation, Unknown
		r.Stops = append(r.Stops, made)
	}
	if station < 0 || station == stop {
		return
	}
	s := &r.Stops[stop]
	s.Station = station
	if s.Wheelchair == Unknown {
		s.Wheelchair = r.Stops[station].Wheelchair
	}
}

// inAny reports whether a point lies in one of the circles; without circles all do.
func inAny(circles []Circle, lat, lon float64) bool {
	for _, c := range circles {
		if Distance(lat, lon, c.Lat, c.Lon) <= c.Metres {
			return true
		}
	}
	return len(circles) == 0
}

func tristate(n int32) Tristate {
	if n > int32(No) {
		return Unknown
	}
	return Tristate(n)
}
