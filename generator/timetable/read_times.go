package timetable

import (
	"cmp"
	"slices"
)

// callRow is a row of stop_times.txt.
type callRow struct {
	trip, sequence, stop, arrival, departure int32
	row                                      int32 // which row it is, to find its booking rules
	flags                                    uint8
}

// callRows holds many rows in pieces, so that it grows without being copied: a state has five million.
type callRows struct {
	pieces [][]callRow
	count  int32
}

const callPiece = 1 << 16

func (c *callRows) add(row callRow) {
	if c.count%callPiece == 0 {
		c.pieces = append(c.pieces, make([]callRow, 0, callPiece))
	}
	last := len(c.pieces) - 1
	c.pieces[last] = append(c.pieces[last], row)
	c.count++
}

func (c *callRows) at(i int32) *callRow { return &c.pieces[i/callPiece][i%callPiece] }

// readStopTimes reads the calls of all trips. Where the feed is cut it goes through the table twice: first to find the trips with two
// calls inside, then to keep these trips' rows, those outside too, for times between two stops are worked out from both.
func (r *reader) readStopTimes() bool {
	wanted := func(int32) bool { return true }
	if len(r.near) > 0 {
		inside := make([]uint8, len(r.rawTrips))
		if !r.countInside(inside) {
			return false
		}
		wanted = func(trip int32) bool { return inside[trip] > 1 }
	}
	rows, bookings := &callRows{}, map[int32]callBooking{}
	firstArea := len(r.Areas)
	ok := r.each("stop_times.txt", []string{"trip_id"}, missingTable, func(t *table) func() {
		return r.callColumns(t, rows, bookings, wanted)
	})
	if !ok {
		return false
	}
	r.keepAreas(firstArea)
	r.keepTrips(rows, bookings, wanted)
	return true
}

// countInside counts each trip's calls that are not cut off, up to two. A row without times counts as two.
func (r *reader) countInside(inside []uint8) bool {
	return r.each("stop_times.txt", []string{"trip_id"}, missingTable, func(t *table) func() {
		id, stop := t.column("trip_id"), t.column("stop_id")
		w := windowsOf(t)
		return func() {
			trip, there := r.raw[t.at(id)]
			if !there || inside[trip] > 1 {
				return
			}
			if w.flexible(t) {
				inside[trip] = 2
			} else if at, known := r.stops[t.at(stop)]; known && at >= 0 {
				inside[trip]++
			}
		}
	})
}

// callColumns prepares the columns of stop_times.txt.
func (r *reader) callColumns(t *table, rows *callRows, bookings map[int32]callBooking, wanted func(int32) bool) func() {
	id, stop, sequence := t.column("trip_id"), t.column("stop_id"), t.column("stop_sequence")
	arrival, departure := t.column("arrival_time"), t.column("departure_time")
	pickup, dropOff := t.column("pickup_type"), t.column("drop_off_type")
	w := windowsOf(t)
	flexible := w.start >= 0 || w.group >= 0 || w.location >= 0
	booked := w.pickupRule >= 0 || w.dropOffRule >= 0
	return func() {
		trip, there := r.raw[t.at(id)]
		if !there {
			r.tally.row(unknownTrip, t, t.at(id))
			return
		}
		if !wanted(trip) {
			return
		}
		row := callRow{trip: trip, row: rows.count, sequence: rows.count, flags: callFlags(t.at(pickup), t.at(dropOff))}
		if flexible && w.flexible(t) {
			r.addArea(t, &w, trip, t.at(stop), row.flags)
			return
		}
		row.stop, there = r.stops[t.at(stop)]
		if !there {
			r.tally.row(unknownStop, t, t.at(stop))
			row.stop = missing
		} else if row.stop >= 0 && r.Stops[row.stop].kind != kindPlatform {
			r.tally.row(notAPlatform, t, t.at(id), t.at(stop))
		}
		if sequence >= 0 {
			row.sequence = r.number(t, sequence, "stop_sequence", row.sequence)
		}
		row.arrival, row.departure = r.time(t, arrival), r.time(t, departure)
		if booked {
			if rules := r.bookingOf(t, &w); rules.pickup >= 0 || rules.dropOff >= 0 {
				bookings[row.row] = rules
			}
		}
		rows.add(row)
	}
}

// callFlags reads pickup_type and drop_off_type; 3, to be arranged with the driver, is an ordinary stop on request.
func callFlags(pickup, dropOff string) uint8 {
	var flags uint8
	switch pickup {
	case "1":
		flags |= noBoarding
	case "2":
		flags |= phoneToBoard
	}
	switch dropOff {
	case "1":
		flags |= noAlighting
	case "2":
		flags |= phoneToAlight
	}
	return flags
}

// keepTrips sorts the rows by trip and adds every trip that can be used to the timetable.
func (r *reader) keepTrips(rows *callRows, bookings map[int32]callBooking, wanted func(int32) bool) {
	first := make([]int32, len(r.rawTrips)+1) // counting sort: trip i's rows end up in order[first[i]:first[i+1]]
	for i := range rows.count {
		first[rows.at(i).trip+1]++
	}
	for i := 1; i < len(first); i++ {
		first[i] += first[i-1]
	}
	order, fill := make([]int32, rows.count), slices.Clone(first)
	for i := range rows.count {
		trip := rows.at(i).trip
		order[fill[trip]] = i
		fill[trip]++
	}
	r.final = make([]int32, len(r.rawTrips))
	var trip []callRow
	for i := range r.rawTrips {
		trip = trip[:0]
		for _, at := range order[first[i]:first[i+1]] {
			trip = append(trip, *rows.at(at))
		}
		r.final[i] = missing
		raw := &r.rawTrips[i]
		if !wanted(int32(i)) || len(trip) == 0 && r.flexible[int32(i)] || !r.everRuns(raw) {
			continue
		}
		if kept, ok := r.settle(trip, raw.id); ok {
			r.addTrip(raw, int32(i), kept, bookings)
		}
	}
}

// everRuns reports whether there is a day on which the trip runs.
func (r *reader) everRuns(raw *trip) bool {
	s := &r.Timetable.services[raw.service]
	_, runs := s.span()
	switch {
	case runs:
	case s.named:
		r.tally.whole(neverRuns, raw.id)
	default:
		r.tally.whole(unknownService, raw.id, r.serviceIDs[raw.service-r.firstService])
	}
	return runs
}

// settle brings a trip's calls into order, fills in times and cuts. ok is false where too little is left, or its times run backwards.
func (r *reader) settle(rows []callRow, id string) (kept []callRow, ok bool) {
	if !slices.IsSortedFunc(rows, bySequence) {
		slices.SortStableFunc(rows, bySequence)
	}
	for i := 1; i < len(rows); i++ {
		if rows[i].sequence == rows[i-1].sequence {
			r.tally.whole(sameSequence, id)
		}
	}
	timed := interpolate(rows)
	if len(timed) < len(rows) && len(timed) > 0 {
		r.tally.whole(untimedEnd, id)
	}
	if !forwards(timed) {
		r.tally.whole(backwards, id)
		return nil, false
	}
	cut := false
	for _, row := range timed {
		cut = cut || row.stop == outside
		if row.stop >= 0 {
			kept = append(kept, row)
		}
	}
	if len(kept) < 2 {
		if !cut {
			r.tally.whole(tooFewCalls, id)
		}
		return nil, false
	}
	return kept, true
}

func bySequence(a, b callRow) int { return cmp.Compare(a.sequence, b.sequence) }

// interpolate fills in the times of calls between two timed ones, in equal steps, and returns the calls from the first timed one to the
// last. A call with one time has it for both.
func interpolate(rows []callRow) []callRow {
	last := -1 // the last call with a time
	first := len(rows)
	for i := range rows {
		row := &rows[i]
		if row.arrival == noTime {
			row.arrival = row.departure
		}
		if row.departure == noTime {
			row.departure = row.arrival
		}
		if row.arrival == noTime {
			continue
		}
		if last >= 0 {
			from, step := rows[last].departure, int32(i-last)
			for n := int32(1); n < step; n++ {
				at := from + int32(int64(row.arrival-from)*int64(n)/int64(step))
				rows[last+int(n)].arrival, rows[last+int(n)].departure = at, at
			}
		}
		first, last = min(first, i), i
	}
	if last < 0 {
		return nil
	}
	return rows[first : last+1]
}

// forwards reports whether no time lies before the one before.
func forwards(rows []callRow) bool {
	now := int32(0)
	for _, row := range rows {
		if row.arrival < now || row.departure < row.arrival {
			return false
		}
		now = row.departure
	}
	return true
}

func (r *reader) addTrip(raw *trip, at int32, rows []callRow, bookings map[int32]callBooking) {
	c := &r.Timetable.calls
	raw.first = int32(len(c.stop))
	for _, row := range rows {
		if rules, there := bookings[row.row]; there {
			c.booking[int32(len(c.stop))] = rules
		}
		c.stop = append(c.stop, row.stop)
		c.arrival = append(c.arrival, row.arrival)
		c.departure = append(c.departure, row.departure)
		c.flags = append(c.flags, row.flags)
	}
	raw.end = int32(len(c.stop))
	r.final[at] = int32(len(r.Timetable.trips))
	r.Timetable.trips = append(r.Timetable.trips, *raw)
}

// How often frequencies may repeat trips: one row every ten seconds for a day, and all rows of a feed together twenty times as often as
// those of Mexico City, where nearly everything runs by headway.
const (
	maxRepeats    = 8640
	maxAllRepeats = 1_000_000
)

func (r *reader) readFrequencies() {
	r.each("frequencies.txt", []string{"trip_id", "start_time", "end_time", "headway_secs"}, optional, func(t *table) func() {
		all := int32(0)
		id, start, end, headway, exact := t.column("trip_id"), t.column("start_time"), t.column("end_time"), t.column("headway_secs"), t.column("exact_times")
		return func() {
			raw, there := r.raw[t.at(id)]
			if !there {
				r.tally.row(unknownTrip, t, t.at(id))
				return
			}
			of := r.final[raw]
			if of >= 0 {
				r.Timetable.trips[of].frequent = true // never at its own times, even if this row is no good
			}
			f := frequency{trip: of, start: r.time(t, start), end: r.time(t, end), headway: r.number(t, headway, "headway_secs", 0), exact: t.at(exact) == "1"}
			if f.start < 0 || f.end <= f.start || f.headway <= 0 || (f.end-f.start)/f.headway > maxRepeats || all > maxAllRepeats {
				r.tally.row(badFrequency, t, t.at(id), t.at(start)+"–"+t.at(end)+", "+t.at(headway)+" s")
				return
			}
			all += (f.end-f.start)/f.headway + 1
			if of >= 0 {
				r.frequencies = append(r.frequencies, f)
			}
		}
	})
}
