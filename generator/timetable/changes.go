package timetable

import (
	"cmp"
	"math"
	"slices"
)

// never is the time of a change that is not possible, and of an arrival that never comes.
const never int32 = math.MaxInt32

// Changes says from which stop to which one can change between two rides, and how long that takes.
//
// Without a row of transfers.txt one changes at a stop, between the stops of a station and between stops within walking distance; that
// takes the walk, and at least the minimum change time. A row for a pair of stops replaces both, shorter or longer: type 2 by its own
// time, type 1 by none, for the vehicle waits, type 0 by its time if it has one, else by the walk alone; type 3 forbids the change. A
// row for a station stands for all its stops. Of several rows the one for trips wins over the one for routes and that over the one for
// everybody, as the GTFS reference ranks them; then the one for stops over the one for stations; then the slower one.
type Changes struct {
	out, in edges // for everybody: from a stop, and to one
	bound   boundPairs
	instant bool              // some change takes no time at all
	advised map[[2]int32]bool // changes for everybody that the timetable recommends, by a row of type 0 or 1
}

// edges are the changes of all stops, in one row after the other.
type edges struct {
	first   []int32 // stop i's are other[first[i]:first[i+1]]
	other   []int32
	seconds []int32
}

// boundPairs are the pairs of stops where the change depends on the routes or the trips.
type boundPairs struct {
	pairs   []boundPair
	out, in map[int32][]int32 // the pairs from a stop and to one
}

type boundPair struct {
	from, to int32
	rules    []timed // the first that fits counts
	seconds  int32   // if none fits
	least    int32   // the shortest of all
}

// timed is a rule with the time it means for its pair.
type timed struct {
	rule
	time  int32
	exact int // how many of its two ends are stops, not stations
}

// Changes works out all changes for walks of at most metres, as the crow flies, and a minimum change time in seconds.
func (t *Timetable) Changes(metres float64, minimum int) *Changes {
	b := changeBuilder{Timetable: t, metres: metres, minimum: int32(minimum), ruled: map[[2]int32][]timed{}, advised: map[[2]int32]bool{}}
	b.collectRules()
	var served []int32
	for i := range t.Stops {
		if t.Stops[i].Served {
			served = append(served, int32(i))
		}
	}
	b.grid = newGrid(t.Stops, served, metres)
	for _, from := range served {
		b.unruled(from)
	}
	pairs := make([][2]int32, 0, len(b.ruled))
	for pair := range b.ruled {
		pairs = append(pairs, pair)
	}
	slices.SortFunc(pairs, comparePairs)
	for _, pair := range pairs {
		b.settle(pair)
	}
	slices.SortFunc(b.edges, func(x, y edge) int { return comparePairs(x.pair, y.pair) })
	c := &Changes{out: b.layOut(false), in: b.layOut(true), bound: b.bound, advised: b.advised}
	for _, seconds := range c.out.seconds {
		c.instant = c.instant || seconds == 0
	}
	for _, pair := range c.bound.pairs {
		c.instant = c.instant || pair.least == 0
	}
	return c
}

func comparePairs(a, b [2]int32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }

type edge struct {
	pair    [2]int32
	seconds int32
}

type changeBuilder struct {
	*Timetable
	metres  float64
	minimum int32
	grid    *grid
	ruled   map[[2]int32][]timed
	edges   []edge
	bound   boundPairs
	advised map[[2]int32]bool
}

// collectRules sorts the rows by the pairs of stops they are for.
func (b *changeBuilder) collectRules() {
	for _, r := range b.rules {
		froms, tos := b.appendServed(nil, r.from), b.appendServed(nil, r.to)
		exact := 0
		if b.Stops[r.from].kind != kindStation {
			exact++
		}
		if b.Stops[r.to].kind != kindStation {
			exact++
		}
		for _, from := range froms {
			for _, to := range tos {
				pair := [2]int32{from, to}
				b.ruled[pair] = append(b.ruled[pair], timed{r, b.timeOf(r, from, to), exact})
			}
		}
	}
}

// timeOf is how long a change takes by a rule.
func (b *changeBuilder) timeOf(r rule, from, to int32) int32 {
	switch {
	case r.kind == transferForbidden:
		return never
	case r.kind == transferWaits:
		return 0
	case r.seconds >= 0:
		return r.seconds
	case from == to:
		return 0
	}
	walk := Distance(b.Stops[from].Lat, b.Stops[from].Lon, b.Stops[to].Lat, b.Stops[to].Lon)
	if math.IsNaN(walk) {
		return b.minimum
	}
	return WalkSeconds(walk)
}

// unruled adds the changes from a stop to all stops that no row is for.
func (b *changeBuilder) unruled(from int32) {
	add := func(to, seconds int32) {
		pair := [2]int32{from, to}
		if _, ruled := b.ruled[pair]; !ruled {
			b.edges = append(b.edges, edge{pair, seconds})
		}
	}
	add(from, b.minimum)
	b.grid.near(from, func(to int32, metres float64) { add(to, max(WalkSeconds(metres), b.minimum)) })
	station := b.Stops[from].Station
	if station < 0 {
		return
	}
	for _, to := range b.children[station] {
		if d := b.distance(from, to); to != from && !(d <= b.metres) { // the others are near
			add(to, b.within(d))
		}
	}
}

func (b *changeBuilder) distance(from, to int32) float64 {
	return Distance(b.Stops[from].Lat, b.Stops[from].Lon, b.Stops[to].Lat, b.Stops[to].Lon)
}

// within is how long a change takes between two stops that are one place, d metres apart if that is known.
func (b *changeBuilder) within(d float64) int32 {
	if math.IsNaN(d) {
		return b.minimum
	}
	return max(WalkSeconds(d), b.minimum)
}

// plain is how long a change takes where no row is for it.
func (b *changeBuilder) plain(from, to int32) int32 {
	d := b.distance(from, to)
	if from == to {
		return b.minimum
	}
	if station := b.Stops[from].Station; d <= b.metres || station >= 0 && station == b.Stops[to].Station {
		return b.within(d)
	}
	return never
}

// settle turns the rows of a pair into an edge for everybody or a bound pair.
func (b *changeBuilder) settle(pair [2]int32) {
	rules := b.ruled[pair]
	slices.SortStableFunc(rules, func(x, y timed) int {
		return cmp.Or(-cmp.Compare(x.rank(), y.rank()), -cmp.Compare(x.exact, y.exact), -cmp.Compare(x.time, y.time))
	})
	p := boundPair{from: pair[0], to: pair[1], seconds: b.plain(pair[0], pair[1])}
	for i, r := range rules {
		if !r.bound() {
			p.seconds, rules = r.time, rules[:i]
			b.advised[pair] = r.advises()
			break
		}
	}
	if len(rules) == 0 {
		if p.seconds != never {
			b.edges = append(b.edges, edge{pair, p.seconds})
		}
		return
	}
	p.rules, p.least = rules, p.seconds
	for _, r := range rules {
		p.least = min(p.least, r.time)
	}
	if b.bound.out == nil {
		b.bound.out, b.bound.in = map[int32][]int32{}, map[int32][]int32{}
	}
	at := int32(len(b.bound.pairs))
	b.bound.pairs = append(b.bound.pairs, p)
	b.bound.out[p.from] = append(b.bound.out[p.from], at)
	b.bound.in[p.to] = append(b.bound.in[p.to], at)
}

// advises reports whether the timetable recommends the change.
func (r *rule) advises() bool { return r.kind == transferRecommended || r.kind == transferWaits }

// rank is how special a rule is. Source: GTFS reference, transfers.txt.
func (r *rule) rank() int {
	trips, routes := 0, 0
	for _, of := range [...]int32{r.fromTrip, r.toTrip} {
		if of >= 0 {
			trips++
		}
	}
	for _, of := range [...]int32{r.fromRoute, r.toRoute} {
		if of >= 0 {
			routes++
		}
	}
	return 3*trips + routes
}

// time returns how long the change takes between two trips.
func (p *boundPair) time(from, to, fromRoute, toRoute int32) int32 {
	for i := range p.rules {
		r := &p.rules[i]
		if fits(r.fromTrip, from) && fits(r.toTrip, to) && fits(r.fromRoute, fromRoute) && fits(r.toRoute, toRoute) {
			return r.time
		}
	}
	return p.seconds
}

func fits(wanted, is int32) bool { return wanted < 0 || wanted == is }

// layOut writes the edges into columns, by the stop they start from or, reversed, by the one they lead to.
func (b *changeBuilder) layOut(reversed bool) edges {
	start, end := 0, 1
	if reversed {
		start, end = 1, 0
	}
	e := edges{first: make([]int32, len(b.Stops)+1), other: make([]int32, len(b.edges)), seconds: make([]int32, len(b.edges))}
	for _, x := range b.edges {
		e.first[x.pair[start]+1]++
	}
	for i := 1; i < len(e.first); i++ {
		e.first[i] += e.first[i-1]
	}
	fill := slices.Clone(e.first)
	for _, x := range b.edges {
		at := fill[x.pair[start]]
		fill[x.pair[start]]++
		e.other[at], e.seconds[at] = x.pair[end], x.seconds
	}
	return e
}

// from returns the stops one can change to from a stop, or from in the reversed edges, and how long each takes.
func (e *edges) from(stop int32) (others, seconds []int32) {
	from, to := e.first[stop], e.first[stop+1]
	return e.other[from:to], e.seconds[from:to]
}
