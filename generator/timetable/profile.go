package timetable

// All best journeys of a day to one place, from everywhere, in one pass.
//
// A day is a list of rides: a vehicle goes from one call to the next. The connection scan (Dibbelt, Pajor, Strasser, Wagner,
// "Connection Scan Algorithm", 2018) looks at each ride once, the last departure first, and asks: if I am in this vehicle now, when
// can I be at the place?
//
//	      time →  7:00      7:10      7:20      7:30
//	                .         .         .         .
//	line 610        A ──────▶ B ───────────────────▶ C      C is the place
//	                .         └ walk ┐  .         .
//	line 20         .         .      D ────────▶ C .
//	                .         .         .         .
//	                ◀──────────────────────────────        rides are looked at in this direction
//
// There are three answers, and the earliest of them counts: get off where the ride ends, if that is the place (or near enough to walk);
// stay in the vehicle, whose later rides have been looked at already; or get off and change. All rides one can change to depart
// later, so they have been looked at too, and what they lead to is written down at their stop. The answer is then written down in its
// turn, at the stop the ride starts from, and at every stop from which one can change to it, by the time one has to be there:
//
//	board[D]     7:16 → at C 7:26 with one ride                      what one finds on departing from D
//	change[B]    7:12 → at C 7:26 with one ride more                 what one finds on arriving at B: D is 4 minutes away
//	board[A]     7:00 → at C 7:32 with one ride, 7:26 with two       the answer of line 610's first ride
//
// A stop's list holds only what is worth it: leaving earlier must mean arriving earlier, or changing less. So the lists are sorted by
// departure and by arrival at once, and as rides come in the order of departure, new entries belong at or near the end. An entry has an
// arrival for each number of rides up to the most one is willing to take; arrivals with at most k rides never get worse as k grows
// nor as one leaves earlier, which is why looking up one entry answers for all later ones.
//
// A latest-departure search per appointment would be cheaper but shows wrong arrivals (measured: 9 of 80), as nothing makes its later
// legs tight. The profile answers every appointment of the day, every origin, "what if I leave later" and "the last way home"
// from the same lists.
//
// Three things do not fit the picture and are taken care of:
//
//   - Changes that depend on the routes or trips (transfers.txt) cannot be written down for everybody. At the stops they
//     concern, all departures are kept one by one and compared ride by ride.
//   - A vehicle that goes on as another trip hands its answer on: the last ride of the first trip starts from what the first
//     ride of the second one knew.
//   - Rides that take no time, with changes that take none, depend on others of the same second, in any order. The rides
//     of such a second are looked at again until nothing changes any more.
//
// The way back, from the place to everywhere, is the same with time running backwards: see side.

// End is a stop from which one gets to a place, and how long that takes on foot, in seconds.
type End struct {
	Stop, Seconds int32
}

// Scan finds one profile after another on the same day, using the same memory. It serves one caller at a time.
type Scan struct {
	day     *Day
	changes *Changes
	most    int // rides

	board, change []entries // by stop
	labels        []int32   // by run: the earliest arrivals from its vehicle, for 1, 2 … rides
	started       []int32   // by run: the same from its first ride on
	egress        []int32   // by stop
	departures    map[int32]*departures
	before        []int32 // labels of the rides of one second
	profile       Profile
}

// Profile holds all best journeys between a place and everywhere else on one day, until its Scan makes the next one.
type Profile struct {
	*Scan
	side *side
}

// entries is a list of departures, the latest first, each with its arrivals for 1, 2 … rides.
// Time and arrivals stand side by side, since both are looked at together.
type entries struct {
	rows []int32
}

// departures are all rides from a stop with changes that depend on the trip, the latest first.
type departures struct {
	rides    []int32
	arrivals []int32
}

// NewScan prepares to find journeys of at most rides rides (at least one).
func NewScan(day *Day, changes *Changes, rides int) *Scan {
	rides = max(1, rides)
	stops := len(day.t.Stops)
	s := &Scan{day: day, changes: changes, most: rides, board: make([]entries, stops), change: make([]entries, stops), egress: make([]int32, stops),
		labels: make([]int32, len(day.runs)*rides), started: make([]int32, len(day.runs)*rides), departures: map[int32]*departures{}}
	for i := range changes.bound.pairs {
		s.departures[changes.bound.pairs[i].from] = &departures{}
		s.departures[changes.bound.pairs[i].to] = &departures{}
	}
	return s
}

// To finds all best journeys to a place.
func (s *Scan) To(ends []End) *Profile { return s.run(&s.day.ahead, ends) }

// From finds all best journeys from a place.
func (s *Scan) From(ends []End) *Profile { return s.run(&s.day.mirrored, ends) }

func (s *Scan) run(side *side, ends []End) *Profile {
	s.profile = Profile{s, side}
	s.reset(ends)
	hard := side.instant && (s.changes.instant || len(side.next) > 0)
	for at := len(side.rides) - 1; at >= 0; at-- {
		if hard {
			if first, instant := side.second(at); instant {
				s.settleSecond(first, at)
				at = first
				continue
			}
		}
		s.look(int32(at))
	}
	return &s.profile
}

func (s *Scan) reset(ends []End) {
	for i := range s.board {
		s.board[i].rows, s.change[i].rows = s.board[i].rows[:0], s.change[i].rows[:0]
		s.egress[i] = never
	}
	for _, d := range s.departures {
		d.rides, d.arrivals = d.rides[:0], d.arrivals[:0]
	}
	for i := range s.labels {
		s.labels[i], s.started[i] = never, never
	}
	for _, end := range ends {
		s.egress[end.Stop] = min(s.egress[end.Stop], end.Seconds)
	}
}

// second returns the first of the rides that depart in the same second as one, and whether any up to it takes no time.
func (s *side) second(at int) (first int, instant bool) {
	departure := s.rides[at].departure
	for first = at; first >= 0 && s.rides[first].departure == departure; first-- {
		instant = instant || s.rides[first].arrival == departure
	}
	return first + 1, instant
}

// settleSecond looks at the rides of one second until that changes nothing.
func (s *Scan) settleSecond(first, last int) {
	rides := s.profile.side.rides
	s.before = s.before[:0]
	for at := first; at <= last; at++ {
		s.before = append(s.before, s.label(rides[at].run)...)
	}
	for changed := true; changed; {
		changed = false
		for at := first; at <= last; at++ { // nobody rides back in time: forget what the vehicles' earlier rides found
			copy(s.label(rides[at].run), s.before[(at-first)*s.most:])
		}
		for at := last; at >= first; at-- {
			changed = s.look(int32(at)) || changed
		}
	}
}

func (s *Scan) label(run int32) []int32 { return s.labels[int(run)*s.most:][:s.most] }

// look answers for one ride and writes the answer down. It reports whether that was news to anybody.
func (s *Scan) look(at int32) bool {
	side := s.profile.side
	x := &side.rides[at]
	label := s.label(x.run)
	if x.flags&ends != 0 && len(side.next) > 0 {
		for _, next := range side.next[x.run] {
			improve(label, s.started[int(next)*s.most:][:s.most])
		}
	}
	if x.flags&alights != 0 {
		s.getOff(x, label)
	}
	news := false
	if x.flags&begins != 0 {
		news = improve(s.started[int(x.run)*s.most:][:s.most], label)
	}
	if x.flags&boards == 0 || label[s.most-1] == never {
		return news
	}
	if d := s.departures[x.from]; len(s.departures) > 0 && d != nil {
		news = d.add(at, label, side.rides) || news
	}
	if !s.board[x.from].add(x.departure, label) {
		return news // a later departure does as well, also for whoever changes
	}
	edges := &s.changes.in
	if side.reversed {
		edges = &s.changes.out
	}
	others, seconds := edges.from(x.from)
	for i, other := range others {
		s.change[other].add(x.departure-seconds[i], label)
	}
	return true
}

// getOff improves a vehicle's label by what one finds on getting off at the end of a ride.
func (s *Scan) getOff(x *ride, label []int32) {
	if walk := s.egress[x.to]; walk != never {
		arrival := x.arrival + walk
		for k := range label {
			label[k] = min(label[k], arrival)
		}
	}
	if after := s.change[x.to].after(x.arrival, s.most); after != nil {
		improve(label[1:], after[:s.most-1])
	}
	if len(s.departures) > 0 && s.most > 1 {
		s.changeBound(x, label)
	}
}

// changeBound is getOff for the changes that depend on the trip.
func (s *Scan) changeBound(x *ride, label []int32) {
	for _, at := range s.changes.boundFrom(s.profile.side, x.to) {
		p := &s.changes.bound.pairs[at]
		if p.least == never {
			continue
		}
		d := s.departures[s.profile.side.other(p)]
		for i := len(d.rides) - 1; i >= 0; i-- {
			y := &s.profile.side.rides[d.rides[i]]
			if label[1] <= y.departure {
				break // nothing that departs later arrives earlier
			}
			if s.catches(p, x, y) {
				improve(label[1:], d.arrivals[i*s.most:][:s.most-1])
			}
		}
	}
}

// boundFrom returns the bound pairs that start at a stop, as seen from a side.
func (c *Changes) boundFrom(side *side, stop int32) []int32 {
	if side.reversed {
		return c.bound.in[stop]
	}
	return c.bound.out[stop]
}

// other returns the stop a bound pair leads to, as seen from a side.
func (s *side) other(p *boundPair) int32 {
	if s.reversed {
		return p.from
	}
	return p.to
}

// catches reports whether one gets from ride x to ride y, at the two ends of a bound pair.
func (s *Scan) catches(p *boundPair, x, y *ride) bool {
	seconds := s.seconds(p, x, y)
	return seconds != never && x.arrival+seconds <= y.departure
}

// seconds is how long the change from x to y takes. In the mirror it is really one from y to x.
func (s *Scan) seconds(p *boundPair, x, y *ride) int32 {
	if s.profile.side.reversed {
		x, y = y, x
	}
	from, to := s.day.runs[x.run].trip, s.day.runs[y.run].trip
	return p.time(from, to, s.day.t.trips[from].route, s.day.t.trips[to].route)
}

// add writes a departure down. It reports false if a later one, or an equal one, does as well for every number of rides.
func (e *entries) add(time int32, label []int32) bool {
	width := len(label) + 1
	at := len(e.rows)
	for at > 0 && e.rows[at-width] < time {
		at -= width
	}
	if at == 0 {
		e.insert(0, time, label)
		e.spread(width, label)
		return true
	}
	later := e.rows[at-width : at]
	if !earlier(label, later[1:]) {
		return false
	}
	if later[0] == time {
		improve(later[1:], label)
		e.spread(at, later[1:])
		return true
	}
	e.insert(at, time, label)
	row := e.rows[at : at+width]
	improve(row[1:], e.rows[at-width+1:at])
	e.spread(at+width, row[1:])
	return true
}

// earlier reports whether any of the arrivals is earlier than its counterpart.
func earlier(label, than []int32) bool {
	than = than[:len(label)]
	for k, arrival := range label {
		if arrival < than[k] {
			return true
		}
	}
	return false
}

// improve lowers arrivals to those of another list where these are earlier. It reports whether any was.
func improve(arrivals, other []int32) bool {
	arrivals = arrivals[:len(other)]
	better := false
	for k, arrival := range other {
		if arrival < arrivals[k] {
			arrivals[k] = arrival
			better = true
		}
	}
	return better
}

// insert makes room for an entry.
func (e *entries) insert(at int, time int32, label []int32) {
	end := len(e.rows)
	e.rows = append(append(e.rows, time), label...)
	if at < end {
		copy(e.rows[at+len(label)+1:], e.rows[at:end])
		e.rows[at] = time
		copy(e.rows[at+1:], label)
	}
}

// spread lets earlier departures, those from a place in the rows on, know of what a later one has found.
func (e *entries) spread(at int, found []int32) {
	for width := len(found) + 1; at < len(e.rows); at += width {
		if !improve(e.rows[at+1:at+width], found) {
			return
		}
	}
}

// after returns the arrivals of the entry at a time or, if there is none, soonest after it; nil if there is none.
func (e *entries) after(time int32, most int) []int32 {
	at := e.place(time, most)
	if at < 0 {
		return nil
	}
	return e.arrivals(at, most)
}

// place returns which entry stands at a time, or soonest after it; -1 if there is none.
func (e *entries) place(time int32, most int) int {
	width := most + 1
	at := len(e.rows)
	for at > 0 && e.rows[at-width] < time {
		at -= width
	}
	return at/width - 1
}

// time returns when an entry departs, arrivals when it arrives with 1, 2 … rides.
func (e *entries) time(i, most int) int32       { return e.rows[i*(most+1)] }
func (e *entries) arrivals(i, most int) []int32 { return e.rows[i*(most+1)+1:][:most] }

// count returns how many entries there are.
func (e *entries) count(most int) int { return len(e.rows) / (most + 1) }

// add keeps a departure, or improves it if the ride is looked at again. It reports whether it was news.
func (d *departures) add(at int32, label []int32, rides []ride) bool {
	most := len(label)
	for i := len(d.rides) - 1; i >= 0 && rides[d.rides[i]].departure == rides[at].departure; i-- {
		if d.rides[i] == at {
			return improve(d.arrivals[i*most:][:most], label)
		}
	}
	d.rides = append(d.rides, at)
	d.arrivals = append(d.arrivals, label...)
	return true
}
