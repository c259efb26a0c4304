package timetable

// The types of transfers.txt.
const (
	transferRecommended = iota
	transferWaits       // the departing vehicle waits
	transferTakes       // takes a time of its own
	transferForbidden
	transferStay     // stay in the vehicle
	transferStayNone // the same vehicle, but everybody has to get off
)

// rule is a row of transfers.txt of type 0 to 3. Routes and trips are -1 where it is not bound to them.
type rule struct {
	from, to           int32 // stops or stations
	fromRoute, toRoute int32
	fromTrip, toTrip   int32
	kind               int32
	seconds            int32 // -1 where none are given
}

// bound reports whether the rule is for some routes or trips only.
func (r *rule) bound() bool {
	return r.fromRoute >= 0 || r.toRoute >= 0 || r.fromTrip >= 0 || r.toTrip >= 0
}

// link says that a vehicle goes on as another trip (type 4), or that nobody may stay in it (type 5).
type link struct {
	from, to int32 // trips
	stay     bool
}

func (r *reader) readTransfers() {
	r.each("transfers.txt", nil, optional, func(t *table) func() {
		from, to, kind, seconds := t.column("from_stop_id"), t.column("to_stop_id"), t.column("transfer_type"), t.column("min_transfer_time")
		fromRoute, toRoute, fromTrip, toTrip := t.column("from_route_id"), t.column("to_route_id"), t.column("from_trip_id"), t.column("to_trip_id")
		return func() {
			row := rule{kind: r.number(t, kind, "transfer_type", 0), seconds: r.number(t, seconds, "min_transfer_time", missing)}
			var known [6]bool
			row.from, known[0] = r.boundStop(t, from)
			row.to, known[1] = r.boundStop(t, to)
			row.fromRoute, known[2] = r.boundRoute(t, fromRoute)
			row.toRoute, known[3] = r.boundRoute(t, toRoute)
			row.fromTrip, known[4] = r.boundTrip(t, fromTrip)
			row.toTrip, known[5] = r.boundTrip(t, toTrip)
			if known == [6]bool{true, true, true, true, true, true} {
				r.addTransfer(t, row)
			}
		}
	})
}

func (r *reader) addTransfer(t *table, row rule) {
	if row.kind == transferStay || row.kind == transferStayNone {
		if row.fromTrip >= 0 && row.toTrip >= 0 {
			r.links = append(r.links, link{row.fromTrip, row.toTrip, row.kind == transferStay})
			return
		}
	}
	if row.from < 0 || row.to < 0 || row.kind > transferForbidden || row.kind == transferTakes && row.seconds < 0 {
		r.tally.row(transferWithout, t, t.at(t.column("from_stop_id")), t.at(t.column("to_stop_id")))
		return
	}
	if row.fromTrip >= 0 { // the trip wins over the route
		row.fromRoute = missing
	}
	if row.toTrip >= 0 {
		row.toRoute = missing
	}
	r.rules = append(r.rules, row)
}

// boundStop returns the stop of a column, -1 for none. known is false for one that is cut off or that the feed does not have.
func (r *reader) boundStop(t *table, column int) (of int32, known bool) {
	id := t.at(column)
	if id == "" {
		return missing, true
	}
	of, known = r.stops[id]
	if !known {
		r.tally.row(unknownStop, t, id)
	}
	return of, known && of >= 0
}

func (r *reader) boundRoute(t *table, column int) (of int32, known bool) {
	id := t.at(column)
	if id == "" {
		return missing, true
	}
	of, known = r.routes[id]
	if !known {
		r.tally.row(unknownRoute, t, id)
	}
	return of, known
}

// boundTrip is boundStop for a trip; one that was left out makes the row pointless without a finding of its own.
func (r *reader) boundTrip(t *table, column int) (of int32, known bool) {
	id := t.at(column)
	if id == "" {
		return missing, true
	}
	raw, known := r.raw[id]
	if !known {
		r.tally.row(unknownTrip, t, id)
		return missing, false
	}
	of = r.final[raw]
	return of, of >= 0
}
