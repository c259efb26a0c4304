package timetable

import (
	"cmp"
	"slices"
)

// Option is a journey without its legs: times in seconds from midnight of the day, from door to door.
type Option struct {
	Departure, Arrival, Rides int
}

// Leg is a ride, or a walk between two rides, to the first one or from the last one.
type Leg struct {
	// From and To are stops; -1 is the place itself, before the first stop or after the last one.
	From, To int32
	// Departure and Arrival are in seconds from midnight of the day.
	Departure, Arrival int
	Walk               bool
	// Route is an index, -1 for a walk. Trip is its id in the feed, Headsign what stands on the vehicle.
	Route          int32
	Trip, Headsign string
	// Stay says that one stays in the vehicle of the leg before; it is no change.
	Stay bool
	// OnCall says that the ride only takes place when it is booked; Booking is the rule for that, -1 where the feed has none.
	OnCall  bool
	Booking int32
	// Every is the headway in seconds where the vehicle has no fixed times, else 0.
	Every int
}

// Journey is an option with its legs, in the order of travel.
type Journey struct {
	Option
	Legs []Leg
}

// Options returns the best journeys between the profile's place and a place from which the given stops are reached, those that depart
// at earliest or later and arrive at latest or earlier, by departure: no other one departs as late, arrives as early and needs as few rides.
func (p *Profile) Options(ends []End, earliest, latest int) []Option {
	var all []Option
	for _, end := range ends {
		list := &p.board[end.Stop]
		for i := range list.count(p.most) {
			row := list.arrivals(i, p.most)
			for k, arrival := range row {
				if arrival == never || k > 0 && arrival == row[k-1] || i > 0 && arrival == list.arrivals(i-1, p.most)[k] {
					continue
				}
				all = append(all, Option{int(list.time(i, p.most) - end.Seconds), int(arrival), k + 1})
			}
		}
	}
	best := p.pareto(all)
	var chosen []Option
	for _, o := range best {
		if p.side.reversed {
			o.Departure, o.Arrival = -o.Arrival, -o.Departure
		}
		if o.Departure >= earliest && o.Arrival <= latest {
			chosen = append(chosen, o)
		}
	}
	slices.SortFunc(chosen, func(a, b Option) int {
		return cmp.Or(cmp.Compare(a.Departure, b.Departure), cmp.Compare(a.Arrival, b.Arrival), cmp.Compare(a.Rides, b.Rides))
	})
	return chosen
}

// pareto drops options that another one beats.
func (p *Profile) pareto(all []Option) []Option {
	slices.SortFunc(all, func(a, b Option) int {
		return cmp.Or(-cmp.Compare(a.Departure, b.Departure), cmp.Compare(a.Arrival, b.Arrival), cmp.Compare(a.Rides, b.Rides))
	})
	earliest := make([]int, p.most+1) // with at most so many rides, of those that depart later
	for i := range earliest {
		earliest[i] = int(never)
	}
	kept := all[:0]
	for _, o := range all {
		if o.Arrival >= earliest[o.Rides] {
			continue
		}
		for k := o.Rides; k <= p.most; k++ {
			earliest[k] = min(earliest[k], o.Arrival)
		}
		kept = append(kept, o)
	}
	return kept
}

// part is a piece of a journey in one vehicle, seen from the profile's side.
type part struct {
	first, last int32 // rides
	stay        bool  // in the vehicle of the part before
	change      int32 // seconds since the part before, where it is another vehicle
}

// Journey returns an option's legs; ends are those the option was asked for with. Of several ways that are as good it takes the one with
// the least walking between rides, and of these the one that changes where the timetable recommends it.
func (p *Profile) Journey(ends []End, o Option) Journey {
	departure, arrival := int32(o.Departure), int32(o.Arrival)
	if p.side.reversed {
		departure, arrival = -arrival, -departure
	}
	for _, end := range ends {
		list := &p.board[end.Stop]
		at := list.place(departure+end.Seconds, p.most)
		if at < 0 || list.time(at, p.most) != departure+end.Seconds || list.arrivals(at, p.most)[o.Rides-1] != arrival {
			continue
		}
		t := tracer{p, arrival}
		if parts, found := t.board(end.Stop, departure+end.Seconds, o.Rides); found {
			return Journey{o, p.legs(parts, end)}
		}
	}
	return Journey{Option: o}
}

// tracer finds the rides that make up an arrival, by asking at each stop which change keeps the promise of the lists.
type tracer struct {
	*Profile
	arrival int32
}

// board looks for the vehicle to take from a stop at a time.
func (t *tracer) board(stop, time int32, rides int) ([]part, bool) {
	for at := t.side.departing(time); at < len(t.side.rides) && t.side.rides[at].departure == time; at++ {
		if x := &t.side.rides[at]; x.from == stop && x.flags&boards != 0 {
			if parts, found := t.take(int32(at), rides); found {
				return parts, true
			}
		}
	}
	return nil, false
}

// exit is one way to leave a vehicle so that the promise holds.
type exit struct {
	parts []part // of this vehicle
	walk  int32  // to the next stop, or to the place
	done  bool
	// advised says that the timetable recommends to change here.
	advised bool
	stop    int32 // where the next vehicle departs, and when
	time    int32
	ride    int32 // the next vehicle, -1 for any that departs there and then
	change  int32
}

// take looks for the best way to go on from a ride.
func (t *tracer) take(ride int32, rides int) ([]part, bool) {
	exits := t.exits(nil, nil, ride, rides, false)
	slices.SortStableFunc(exits, func(a, b exit) int {
		return cmp.Or(yesFirst(a.done, b.done), cmp.Compare(a.walk, b.walk), yesFirst(a.advised, b.advised))
	})
	for _, e := range exits {
		if e.done {
			return e.parts, true
		}
		var rest []part
		found := false
		if e.ride >= 0 {
			rest, found = t.take(e.ride, rides-1)
		} else {
			rest, found = t.board(e.stop, e.time, rides-1)
		}
		if found {
			rest[0].change = e.change
			return append(e.parts, rest...), true
		}
	}
	return nil, false
}

func yesFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// exits lists the ways to leave a vehicle after a ride or a later one, also after it has gone on as another trip.
func (t *tracer) exits(list []exit, before []part, ride int32, rides int, stay bool) []exit {
	run := t.side.rides[ride].run
	order := t.side.of(run)
	last := ride
	for _, at := range order[slices.Index(order, ride):] {
		last = at
		if x := &t.side.rides[at]; x.flags&alights != 0 {
			parts := append(slices.Clone(before), part{first: ride, last: at, stay: stay})
			list = t.exitsAt(list, parts, x, rides)
		}
	}
	if t.side.rides[last].flags&ends == 0 || len(before) > 20 {
		return list
	}
	for _, next := range t.side.next[run] {
		if following := t.side.of(next); len(following) > 0 {
			list = t.exits(list, append(slices.Clone(before), part{first: ride, last: last, stay: stay}), following[0], rides, true)
		}
	}
	return list
}

// exitsAt lists the ways to go on from the end of one ride.
func (t *tracer) exitsAt(list []exit, parts []part, x *ride, rides int) []exit {
	if walk := t.egress[x.to]; walk != never && x.arrival+walk == t.arrival {
		list = append(list, exit{parts: parts, done: true, walk: walk})
	}
	if rides < 2 {
		return list
	}
	edges := &t.changes.out
	if t.side.reversed {
		edges = &t.changes.in
	}
	others, seconds := edges.from(x.to)
	for i, other := range others {
		if time, found := t.latest(other, x.arrival+seconds[i], rides-1); found {
			list = append(list, exit{parts: parts, walk: walkTo(x.to, other, seconds[i]), stop: other, time: time, ride: -1, change: seconds[i],
				advised: t.changes.advised[t.pair(x.to, other)]})
		}
	}
	for _, at := range t.changes.boundFrom(t.side, x.to) {
		p := &t.changes.bound.pairs[at]
		other := t.side.other(p)
		d := t.departures[other]
		for i, ride := range d.rides {
			y := &t.side.rides[ride]
			if d.arrivals[i*t.most+rides-2] == t.arrival && t.catches(p, x, y) {
				seconds := t.seconds(p, x, y)
				list = append(list, exit{parts: parts, walk: walkTo(x.to, other, seconds), stop: other, time: y.departure, ride: ride, change: seconds})
				break // the latest
			}
		}
	}
	return list
}

// pair is the change from one stop to another in the order of travel.
func (t *tracer) pair(from, to int32) [2]int32 {
	if t.side.reversed {
		from, to = to, from
	}
	return [2]int32{from, to}
}

func walkTo(from, to, seconds int32) int32 {
	if from == to {
		return 0
	}
	return seconds
}

// latest returns the last departure from a stop, at a time or later, that keeps the promise.
func (t *tracer) latest(stop, time int32, rides int) (departure int32, found bool) {
	list := &t.Profile.board[stop]
	at := list.place(time, t.most)
	for at >= 0 && list.arrivals(at, t.most)[rides-1] == t.arrival {
		departure, found = list.time(at, t.most), true
		at--
	}
	return departure, found
}

// legs tells the parts as legs in the order of travel.
func (p *Profile) legs(parts []part, origin End) []Leg {
	var legs []Leg
	walk := func(from, to int32, departure, seconds int32) {
		if seconds > 0 || from >= 0 && to >= 0 { // between two stops also where the timetable allows no time for it
			legs = append(legs, Leg{From: from, To: to, Departure: int(departure), Arrival: int(departure + seconds), Walk: true, Route: missing, Booking: missing})
		}
	}
	if p.side.reversed {
		parts = turned(parts)
	}
	rides := make([]Leg, len(parts))
	for i, part := range parts {
		rides[i] = p.leg(part)
	}
	first, last := rides[0].From, rides[len(rides)-1].To
	access, egress := origin.Seconds, p.egress[last]
	if p.side.reversed {
		access, egress = p.egress[first], origin.Seconds
	}
	walk(missing, first, int32(rides[0].Departure)-access, access)
	for i, leg := range rides {
		if i > 0 && !leg.Stay && rides[i-1].To != leg.From {
			walk(rides[i-1].To, leg.From, int32(rides[i-1].Arrival), parts[i].change)
		}
		legs = append(legs, leg)
	}
	walk(last, missing, int32(rides[len(rides)-1].Arrival), egress)
	return legs
}

// turned puts parts that were found with time running backwards into the order of travel. What was said of a part and the one before
// is then said of the part and the one after, and moves along.
func turned(parts []part) []part {
	list := make([]part, len(parts))
	for i, x := range parts {
		y := part{first: x.last, last: x.first}
		if i+1 < len(parts) {
			y.stay, y.change = parts[i+1].stay, parts[i+1].change
		}
		list[len(parts)-1-i] = y
	}
	return list
}

// leg tells a part, whose rides are in the order of travel.
func (p *Profile) leg(x part) Leg {
	first, last := p.side.rides[x.first], p.side.rides[x.last]
	if p.side.reversed {
		first.from, first.departure = first.to, -first.arrival
		last.to, last.arrival = last.from, -last.departure
	}
	run := p.day.runs[first.run]
	trip, calls := &p.day.t.trips[run.trip], &p.day.t.calls
	leg := Leg{From: first.from, To: last.to, Departure: int(first.departure), Arrival: int(last.arrival), Route: trip.route, Trip: trip.id,
		Headsign: trip.headsign, Stay: x.stay, Booking: missing, Every: int(run.every)}
	on, off := first.call, last.call+1
	leg.OnCall = run.onCall || calls.flags[on]&phoneToBoard != 0 && !x.stay || calls.flags[off]&phoneToAlight != 0
	if rules, there := calls.booking[on]; there && rules.pickup >= 0 {
		leg.Booking = rules.pickup
	} else if rules, there := calls.booking[off]; there {
		leg.Booking = rules.dropOff
	}
	return leg
}
