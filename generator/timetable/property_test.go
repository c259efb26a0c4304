package timetable

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/generator/date"
)

// The property test draws small feeds with all that makes journeys hard, writes them as GTFS, reads them, and holds what Journeys finds
// against an exhaustive search that shares no code with it: it tries every vehicle at every stop.

// drawn is a small feed as the exhaustive search sees it.
type drawn struct {
	stops     []drawnStop
	trips     []drawnTrip
	transfers []drawnTransfer
	walk      float64
	minimum   int
}

type drawnStop struct {
	lat, lon float64
	station  int // 0 for none
}

type drawnTrip struct {
	route, block, shift int // block 0 for none; shift is in days, for the copies that run the day before and after
	id                  int
	repeats, headway    int // as a frequency from its own first departure on
	calls               []drawnCall
	next                []int // vehicles it goes on as
}

type drawnCall struct {
	stop, arrival, departure int
	noBoard, noAlight        bool
}

type drawnTransfer struct {
	from, to           string // "s3" or "p1" for a station
	fromRoute, toRoute int    // -1 for any
	fromTrip, toTrip   int
	kind, seconds      int // seconds -1 for none
}

// draw makes a feed of a few stops and trips.
func draw(r *rand.Rand) *drawn {
	d := &drawn{walk: []float64{0, 250, 400}[r.IntN(3)], minimum: []int{0, 60, 120}[r.IntN(3)]}
	for range 4 + r.IntN(4) {
		d.stops = append(d.stops, drawnStop{52 + float64(r.IntN(5))*0.002, 8 + float64(r.IntN(5))*0.003, max(0, r.IntN(6)-3)})
	}
	step := func() int { return []int{0, 0, 60, 60, 120, 300}[r.IntN(6)] }
	for id := range 4 + r.IntN(7) {
		trip := drawnTrip{route: r.IntN(3), id: id, block: max(0, r.IntN(5)-2)}
		now := 8*3600 + r.IntN(20)*60
		if r.IntN(6) == 0 {
			now = 24*3600 - 300 + r.IntN(10)*60 // past midnight
		}
		if r.IntN(8) == 0 {
			now = r.IntN(10) * 60 // in the small hours
		}
		for range 2 + r.IntN(3) {
			call := drawnCall{stop: r.IntN(len(d.stops)), arrival: now, noBoard: r.IntN(8) == 0, noAlight: r.IntN(8) == 0}
			if r.IntN(4) == 0 {
				now += 60
			}
			call.departure = now
			now += step()
			trip.calls = append(trip.calls, call)
		}
		if r.IntN(6) == 0 {
			trip.repeats, trip.headway = 1+r.IntN(3), 60+60*r.IntN(5)
		}
		d.trips = append(d.trips, trip)
	}
	for range r.IntN(5) {
		d.transfers = append(d.transfers, d.drawTransfer(r))
	}
	return d
}

func (d *drawn) drawTransfer(r *rand.Rand) drawnTransfer {
	end := func() string {
		s := r.IntN(len(d.stops))
		if station := d.stops[s].station; station > 0 && r.IntN(2) == 0 {
			return fmt.Sprintf("p%d", station)
		}
		return fmt.Sprintf("s%d", s)
	}
	some := func(n int) int {
		if r.IntN(3) > 0 {
			return -1
		}
		return r.IntN(n)
	}
	t := drawnTransfer{from: end(), to: end(), fromRoute: some(3), toRoute: some(3), fromTrip: some(len(d.trips)), toTrip: some(len(d.trips)), kind: r.IntN(4), seconds: -1}
	if r.IntN(2) == 0 {
		t.to = t.from
	}
	if t.kind == 2 || t.kind == 0 && r.IntN(2) == 0 {
		t.seconds = []int{0, 60, 180, 300}[r.IntN(4)]
	}
	if t.fromTrip >= 0 {
		t.fromRoute = -1
	}
	if t.toTrip >= 0 {
		t.toRoute = -1
	}
	return t
}

// files writes the feed as GTFS.
func (d *drawn) files() fstest.MapFS {
	var stops, times, trips, transfers, frequencies strings.Builder
	frequencies.WriteString("trip_id,start_time,end_time,headway_secs,exact_times\n")
	stops.WriteString("stop_id,stop_lat,stop_lon,location_type,parent_station\np1,52.0,8.0,1,\np2,52.0,8.0,1,\n")
	for i, s := range d.stops {
		parent := ""
		if s.station > 0 {
			parent = fmt.Sprintf("p%d", s.station)
		}
		fmt.Fprintf(&stops, "s%d,%f,%f,0,%s\n", i, s.lat, s.lon, parent)
	}
	trips.WriteString("trip_id,route_id,service_id,block_id\n")
	times.WriteString("trip_id,stop_sequence,stop_id,arrival_time,departure_time,pickup_type,drop_off_type\n")
	for _, t := range d.trips {
		block := ""
		if t.block > 0 {
			block = fmt.Sprintf("b%d", t.block)
		}
		fmt.Fprintf(&trips, "t%d,r%d,daily,%s\n", t.id, t.route, block)
		if start := t.calls[0].departure; t.repeats > 0 {
			fmt.Fprintf(&frequencies, "t%d,%s,%s,%d,1\n", t.id, ClockOf(start), ClockOf(start+t.repeats*t.headway), t.headway)
		}
		for n, c := range t.calls {
			fmt.Fprintf(&times, "t%d,%d,s%d,%s,%s,%d,%d\n", t.id, n, c.stop, ClockOf(c.arrival), ClockOf(c.departure), b2i(c.noBoard), b2i(c.noAlight))
		}
	}
	transfers.WriteString("from_stop_id,to_stop_id,from_route_id,to_route_id,from_trip_id,to_trip_id,transfer_type,min_transfer_time\n")
	name := func(prefix string, n int) string {
		if n < 0 {
			return ""
		}
		return fmt.Sprintf("%s%d", prefix, n)
	}
	for _, x := range d.transfers {
		fmt.Fprintf(&transfers, "%s,%s,%s,%s,%s,%s,%d,%s\n", x.from, x.to, name("r", x.fromRoute), name("r", x.toRoute), name("t", x.fromTrip), name("t", x.toTrip), x.kind, name("", x.seconds))
	}
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"feed/stops.txt": file(stops.String()), "feed/stop_times.txt": file(times.String()), "feed/trips.txt": file(trips.String()),
		"feed/transfers.txt": file(transfers.String()), "feed/frequencies.txt": file(frequencies.String()), "feed/routes.txt": file("route_id\nr0\nr1\nr2\n"),
		"feed/calendar.txt": file("service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\ndaily,1,1,1,1,1,1,1,20270101,20271231\n"),
	}
}

// vehicles returns the trips of the day before, of the day, and the early ones of the next, and who goes on as whom.
func (d *drawn) vehicles() []drawnTrip {
	var list []drawnTrip
	for _, shift := range []int{-1, 0, 1} {
		for _, t := range d.trips {
			for n := range max(1, t.repeats) {
				copied := t
				copied.shift, copied.calls = shift, slices.Clone(t.calls)
				for i := range copied.calls {
					copied.calls[i].arrival += shift*86400 + n*t.headway
					copied.calls[i].departure += shift*86400 + n*t.headway
				}
				last := copied.calls[len(copied.calls)-1]
				if last.arrival >= 0 && (shift < 1 || copied.calls[0].departure < 27*3600) {
					list = append(list, copied)
				}
			}
		}
	}
	for block := 1; block < 3; block++ {
		var of []int
		for i := range list {
			if list[i].block == block && list[i].repeats == 0 {
				of = append(of, i)
			}
		}
		slices.SortStableFunc(of, func(a, b int) int {
			x, y := list[a].calls, list[b].calls
			return cmp.Or(cmp.Compare(x[0].departure, y[0].departure), cmp.Compare(x[len(x)-1].arrival, y[len(y)-1].arrival))
		})
		for n := 1; n < len(of); n++ {
			x, y := &list[of[n-1]], &list[of[n]]
			end, start := x.calls[len(x.calls)-1], y.calls[0]
			a, b := d.stops[end.stop], d.stops[start.stop]
			near := end.stop == start.stop || a.station > 0 && a.station == b.station || Distance(a.lat, a.lon, b.lat, b.lon) <= 400
			if start.departure >= end.arrival && near {
				x.next = append(x.next, of[n])
			}
		}
	}
	return list
}

// change is how long a change takes, -1 if it is not possible.
func (d *drawn) change(from, to int, x, y *drawnTrip) int {
	best, rank := -2, -1
	metres := Distance(d.stops[from].lat, d.stops[from].lon, d.stops[to].lat, d.stops[to].lon)
	for _, t := range d.transfers {
		fromExact, toExact := t.from == fmt.Sprintf("s%d", from), t.to == fmt.Sprintf("s%d", to)
		fromStation, toStation := d.stops[from].station > 0 && t.from == fmt.Sprintf("p%d", d.stops[from].station), d.stops[to].station > 0 && t.to == fmt.Sprintf("p%d", d.stops[to].station)
		if !fromExact && !fromStation || !toExact && !toStation || t.fromTrip >= 0 && t.fromTrip != x.id || t.toTrip >= 0 && t.toTrip != y.id ||
			t.fromRoute >= 0 && t.fromRoute != x.route || t.toRoute >= 0 && t.toRoute != y.route {
			continue
		}
		r := 30*(b2i(t.fromTrip >= 0)+b2i(t.toTrip >= 0)) + 10*(b2i(t.fromRoute >= 0)+b2i(t.toRoute >= 0)) + b2i(fromExact) + b2i(toExact)
		seconds := t.seconds
		switch {
		case t.kind == 3:
			seconds = -1
		case t.kind == 1:
			seconds = 0
		case seconds < 0 && from == to:
			seconds = 0
		case seconds < 0:
			seconds = int(math.Ceil(metres * 1.3 / 1.2))
		}
		slower := best >= 0 && (seconds < 0 || seconds > best)
		if r > rank || r == rank && slower {
			best, rank = seconds, r
		}
	}
	station := d.stops[from].station
	switch {
	case rank >= 0:
		return best
	case from == to:
		return d.minimum
	case metres <= d.walk || station > 0 && station == d.stops[to].station:
		return max(d.minimum, int(math.Ceil(metres*1.3/1.2)))
	}
	return -1
}

// everything finds all options from a stop to another by trying everything.
func (d *drawn) everything(from, to, rides int) []Option {
	vehicles := d.vehicles()
	seen := map[Option]bool{}
	var ride func(v, call, start, used int)
	ride = func(v, call, start, used int) {
		x := &vehicles[v]
		for n := call + 1; n < len(x.calls); n++ {
			at := x.calls[n]
			if at.noAlight {
				continue
			}
			if at.stop == to {
				seen[Option{start, at.arrival, used}] = true
			}
			if used == rides {
				continue
			}
			for w := range vehicles {
				y := &vehicles[w]
				for m, on := range y.calls[:len(y.calls)-1] {
					if on.noBoard || on.departure < at.arrival {
						continue
					}
					if seconds := d.change(at.stop, on.stop, x, y); seconds >= 0 && at.arrival+seconds <= on.departure {
						ride(w, m, start, used+1)
					}
				}
			}
		}
		for _, next := range x.next {
			ride(next, 0, start, used)
		}
	}
	for v := range vehicles {
		for n, on := range vehicles[v].calls[:len(vehicles[v].calls)-1] {
			if on.stop == from && !on.noBoard && on.departure >= 0 {
				ride(v, n, on.departure, 1)
			}
		}
	}
	var best []Option
	for o := range seen {
		beaten := false
		for p := range seen {
			beaten = beaten || p != o && p.Departure >= o.Departure && p.Arrival <= o.Arrival && p.Rides <= o.Rides
		}
		if !beaten {
			best = append(best, o)
		}
	}
	sortOptions(best)
	return best
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func sortOptions(list []Option) {
	slices.SortFunc(list, func(a, b Option) int {
		return cmp.Or(cmp.Compare(a.Departure, b.Departure), cmp.Compare(a.Arrival, b.Arrival), cmp.Compare(a.Rides, b.Rides))
	})
}

func TestJourneysAgreeWithAnExhaustiveSearch(t *testing.T) {
	nonEmpty, changes := 0, 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 8))
		d := draw(r)
		timetable, _, err := Read(context.Background(), []Source{{d.files(), "feed", "feed"}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		rides := 1 + r.IntN(3)
		day := date.New(2027, 3, 1)
		scan := NewScan(timetable.Day(day, Use{}), timetable.Changes(d.walk, d.minimum), rides)
		for from := range d.stops {
			to := r.IntN(len(d.stops))
			if from == to {
				continue
			}
			want := d.everything(from, to, rides)
			name := fmt.Sprintf("seed %d, s%d to s%d, %d rides", seed, from, to, rides)
			starts, ends := found(t, timetable, fmt.Sprintf("s%d", from)), found(t, timetable, fmt.Sprintf("s%d", to))
			if len(starts) == 0 || len(ends) == 0 {
				continue // no trip calls there
			}
			for _, side := range []string{"there", "back"} {
				profile, origin := scan.To([]End{{Stop: ends[0]}}), []End{{Stop: starts[0]}}
				if side == "back" {
					profile, origin = scan.From([]End{{Stop: starts[0]}}), []End{{Stop: ends[0]}}
				}
				got := profile.Options(origin, 0, int(never))
				if !slices.Equal(got, want) {
					t.Fatalf("%s, %s:\ngot  %v\nwant %v\n%v", name, side, got, want, show(d))
				}
				for _, o := range got {
					j := profile.Journey(origin, o)
					checkJourney(t, name+" "+side, timetable, j)
					d.checkRides(t, name+" "+side, timetable, j)
					changes += o.Rides - 1
				}
				nonEmpty += len(got)
			}
		}
	}
	if nonEmpty < 1000 || changes < 500 {
		t.Errorf("only %d journeys with %d changes were compared", nonEmpty, changes)
	}
}

// checkRides holds each leg against the feed, and each change against the rules.
func (d *drawn) checkRides(t *testing.T, name string, timetable *Timetable, j Journey) {
	vehicles := d.vehicles()
	var before *drawnTrip
	arrived, at := 0, -1
	for _, leg := range j.Legs {
		if leg.Walk {
			continue
		}
		var x *drawnTrip
		from, to := -1, -1
		for v := range vehicles {
			for n, c := range vehicles[v].calls {
				if leg.Trip == fmt.Sprintf("t%d", vehicles[v].id) && c.departure == leg.Departure && timetable.Stops[leg.From].ID == fmt.Sprintf("s%d", c.stop) {
					for m, e := range vehicles[v].calls[n+1:] {
						if e.arrival == leg.Arrival && timetable.Stops[leg.To].ID == fmt.Sprintf("s%d", e.stop) && (x == nil || n+1+m > to) {
							x, from, to = &vehicles[v], c.stop, e.stop
						}
					}
				}
			}
		}
		if x == nil {
			t.Fatalf("%s: there is no such ride: %+v\n%v", name, leg, show(d))
		}
		if before != nil && !leg.Stay {
			if seconds := d.change(at, from, before, x); seconds < 0 || arrived+seconds > leg.Departure {
				t.Fatalf("%s: the change at %s takes %d s: %+v\n%v", name, ClockOf(arrived), seconds, j, show(d))
			}
		}
		before, arrived, at = x, leg.Arrival, to
	}
}

func show(d *drawn) string {
	var b strings.Builder
	fmt.Fprintf(&b, "walk %v, at least %d s\n", d.walk, d.minimum)
	for name, file := range d.files() {
		fmt.Fprintf(&b, "-- %s\n%s", name, file.Data)
	}
	return b.String()
}
