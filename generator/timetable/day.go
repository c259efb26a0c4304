package timetable

import (
	"cmp"
	"slices"

	"mappe/generator/date"
)

// Use says which rides count.
type Use struct {
	// Wheelchair leaves out trips that are not known to take wheelchairs, and stops known not to.
	Wheelchair bool
	// OnCall counts rides too that only take place when somebody has booked; they are marked.
	OnCall bool
	// Booked says which trips must be booked although the feed does not say so; nil for none.
	Booked func(route int32, trip string) bool
}

// Day is all that can be ridden on one day: the trips of its date, those of the days before that are still on the road, and the
// early ones of the next day. It does not change once it is made.
type Day struct {
	Date     date.Date
	t        *Timetable
	runs     []run
	ahead    side // in the order of time
	mirrored side // time backwards, from and to exchanged: the way back is the way there in a mirror
}

// run is one trip on one day, or one of its repetitions: its calls' times plus an offset.
type run struct {
	trip, offset int32
	every        int32 // the headway of a frequency without exact times, 0 for fixed times
	onCall       bool
}

// ride is a vehicle's way from one call to the next.
type ride struct {
	departure, arrival int32
	from, to           int32 // stops
	run                int32
	call               int32 // the one it starts from
	flags              uint8
}

// The flags of a ride, seen from its own side.
const (
	boards  uint8 = 1 << iota // one may get on at its start
	alights                   // one may get off at its end
	begins                    // it is its run's first
	ends                      // it is its run's last
)

// side is all rides of a day as seen with time running forwards or backwards.
type side struct {
	reversed bool
	rides    []ride  // by departure
	order    []int32 // all rides, run after run, in the order of travel
	first    []int32 // run i's rides are order[first[i]:first[i+1]]
	next     map[int32][]int32
	instant  bool // some ride takes no time at all
}

// Day lays out all rides of a day.
func (t *Timetable) Day(day date.Date, use Use) *Day {
	d := &Day{Date: day, t: t}
	back := t.longest/daySeconds + 1
	for n := back; n >= 0; n-- {
		d.addRuns(day-date.Date(n), -n*daySeconds, never, use)
	}
	d.addRuns(day+1, daySeconds, daySeconds+earlyHours, use)
	var plain []ride // run after run
	for i := range d.runs {
		plain = d.appendRides(plain, int32(i), use)
	}
	next := d.continuations()
	d.ahead = newSide(plain, len(d.runs), next)
	d.mirrored = newSide(mirror(plain), len(d.runs), invert(next))
	d.mirrored.reversed = true
	return d
}

// addRuns adds the runs of the trips of one service day that touch the day and start before a time.
func (d *Day) addRuns(service date.Date, offset, before int32, use Use) {
	active := make([]bool, len(d.t.services))
	for i := range active {
		active[i] = d.t.services[i].trips > 0 && d.t.services[i].runs(service)
	}
	for i := range d.t.trips {
		trip := &d.t.trips[i]
		if !active[trip.service] || use.Wheelchair && trip.wheelchair != Yes {
			continue
		}
		r := run{trip: int32(i), offset: offset}
		r.onCall = d.t.Routes[trip.route].onCall() || use.Booked != nil && use.Booked(trip.route, trip.id)
		if r.onCall && !use.OnCall {
			continue
		}
		if !trip.frequent {
			d.addRun(r, before)
			continue
		}
		start := d.t.calls.departure[trip.first]
		for _, f := range d.t.frequenciesOf(int32(i)) {
			if !f.exact {
				r.every = f.headway
			}
			for at := f.start; at < f.end; at += f.headway {
				r.offset = offset + at - start
				d.addRun(r, before)
			}
			r.every = 0
		}
	}
}

// addRun adds a run unless it is over when the day begins, or starts too late.
func (d *Day) addRun(r run, before int32) {
	trip := &d.t.trips[r.trip]
	starts, over := d.t.calls.departure[trip.first]+r.offset, d.t.calls.arrival[trip.end-1]+r.offset
	if over >= 0 && starts < before {
		d.runs = append(d.runs, r)
	}
}

// appendRides adds the rides of a run that start on the day.
func (d *Day) appendRides(list []ride, of int32, use Use) []ride {
	r := &d.runs[of]
	trip, c := &d.t.trips[r.trip], &d.t.calls
	start := len(list)
	for at := trip.first; at+1 < trip.end; at++ {
		x := ride{departure: c.departure[at] + r.offset, arrival: c.arrival[at+1] + r.offset, from: c.stop[at], to: c.stop[at+1], run: of, call: at}
		if x.departure < 0 {
			continue
		}
		if d.may(c.flags[at], noBoarding, phoneToBoard, x.from, use) {
			x.flags |= boards
		}
		if d.may(c.flags[at+1], noAlighting, phoneToAlight, x.to, use) {
			x.flags |= alights
		}
		list = append(list, x)
	}
	if len(list) > start {
		list[start].flags |= begins
		list[len(list)-1].flags |= ends
	}
	return list
}

// may reports whether one may get on or off at a call.
func (d *Day) may(flags, none, phone uint8, stop int32, use Use) bool {
	return flags&none == 0 && (flags&phone == 0 || use.OnCall) && (!use.Wheelchair || d.t.Stops[stop].Wheelchair != No)
}

// mirror turns rides round: time runs backwards, boarding is getting off.
func mirror(rides []ride) []ride {
	turned := make([]ride, len(rides))
	for i, x := range rides {
		y := ride{departure: -x.arrival, arrival: -x.departure, from: x.to, to: x.from, run: x.run, call: x.call}
		for _, pair := range [][2]uint8{{boards, alights}, {alights, boards}, {begins, ends}, {ends, begins}} {
			if x.flags&pair[0] != 0 {
				y.flags |= pair[1]
			}
		}
		turned[len(rides)-1-i] = y
	}
	return turned
}

// newSide sorts rides, which come run after run in the order of travel, by departure. Rides of one run that depart at the same time
// stay in order.
func newSide(rides []ride, runs int, next map[int32][]int32) side {
	s := side{rides: make([]ride, len(rides)), order: make([]int32, len(rides)), first: make([]int32, runs+1), next: next}
	if len(rides) == 0 {
		return s
	}
	least, most := rides[0].departure, rides[0].departure
	for i := range rides {
		least, most = min(least, rides[i].departure), max(most, rides[i].departure)
		s.first[rides[i].run+1]++
		s.instant = s.instant || rides[i].departure == rides[i].arrival
	}
	for i := range runs {
		s.first[i+1] += s.first[i]
	}
	at := make([]int32, most-least+2) // counting sort by second
	for i := range rides {
		at[rides[i].departure-least+1]++
	}
	for i := 1; i < len(at); i++ {
		at[i] += at[i-1]
	}
	fill := slices.Clone(s.first)
	for i := range rides {
		second := rides[i].departure - least
		s.rides[at[second]] = rides[i]
		run := rides[i].run
		s.order[fill[run]] = at[second]
		fill[run]++
		at[second]++
	}
	return s
}

// of returns a run's rides, as places in rides, in the order of travel.
func (s *side) of(run int32) []int32 { return s.order[s.first[run]:s.first[run+1]] }

// departing returns the place of the first ride that departs at a time or later.
func (s *side) departing(time int32) int {
	at, _ := slices.BinarySearchFunc(s.rides, time, func(x ride, t int32) int { return cmp.Compare(x.departure, t) })
	return at
}

// closeEnough is how far apart one trip's last stop and the next one's first may lie for passengers to stay in the vehicle, in metres.
const closeEnough = 400

// continuations says which runs a vehicle goes on as, its passengers staying in it: runs of a block that follow each other, and what
// transfers.txt says of single trips, which wins.
func (d *Day) continuations() map[int32][]int32 {
	next := map[int32][]int32{}
	byTrip := map[int32][]int32{}
	for i := range d.runs {
		byTrip[d.runs[i].trip] = append(byTrip[d.runs[i].trip], int32(i))
	}
	linked, parted := map[int32]bool{}, map[[2]int32]bool{}
	for _, l := range d.t.links {
		if !l.stay {
			parted[[2]int32{l.from, l.to}] = true
			continue
		}
		linked[l.from] = linked[l.from] || len(byTrip[l.to]) > 0
		for _, from := range byTrip[l.from] {
			if to, found := d.soonest(byTrip[l.to], d.over(from)); found {
				next[from] = append(next[from], to)
			}
		}
	}
	for _, block := range d.blocks() {
		for i := 1; i < len(block); i++ {
			from, to := block[i-1], block[i]
			trips := [2]int32{d.runs[from].trip, d.runs[to].trip}
			if d.starts(to) >= d.over(from) && !linked[trips[0]] && !parted[trips] && d.meet(trips) {
				next[from] = append(next[from], to)
			}
		}
	}
	return next
}

// blocks returns the runs of each vehicle by the time they start.
func (d *Day) blocks() [][]int32 {
	byBlock := map[int32][]int32{}
	for i := range d.runs {
		if trip := &d.t.trips[d.runs[i].trip]; trip.block != 0 && !trip.frequent {
			byBlock[trip.block] = append(byBlock[trip.block], int32(i))
		}
	}
	blocks := make([][]int32, 0, len(byBlock))
	for _, runs := range byBlock {
		slices.SortStableFunc(runs, func(a, b int32) int {
			return cmp.Or(cmp.Compare(d.starts(a), d.starts(b)), cmp.Compare(d.over(a), d.over(b)))
		})
		blocks = append(blocks, runs)
	}
	return blocks
}

func (d *Day) starts(run int32) int32 {
	r := &d.runs[run]
	return d.t.calls.departure[d.t.trips[r.trip].first] + r.offset
}

func (d *Day) over(run int32) int32 {
	r := &d.runs[run]
	return d.t.calls.arrival[d.t.trips[r.trip].end-1] + r.offset
}

// soonest returns the first of some runs that starts at a time or later.
func (d *Day) soonest(runs []int32, time int32) (best int32, found bool) {
	for _, run := range runs {
		if start := d.starts(run); start >= time && (!found || start < d.starts(best)) {
			best, found = run, true
		}
	}
	return best, found
}

// meet reports whether the second trip starts where the first one ends.
func (d *Day) meet(trips [2]int32) bool {
	c := &d.t.calls
	last, first := c.stop[d.t.trips[trips[0]].end-1], c.stop[d.t.trips[trips[1]].first]
	a, b := &d.t.Stops[last], &d.t.Stops[first]
	return last == first || a.Station >= 0 && a.Station == b.Station || Distance(a.Lat, a.Lon, b.Lat, b.Lon) <= closeEnough
}

func invert(next map[int32][]int32) map[int32][]int32 {
	before := map[int32][]int32{}
	for from, list := range next {
		for _, to := range list {
			before[to] = append(before[to], from)
		}
	}
	for _, list := range before {
		slices.Sort(list)
	}
	return before
}
