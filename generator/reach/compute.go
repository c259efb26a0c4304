package reach

import (
	"cmp"
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"sync"

	"mappe/generator/date"
	"mappe/generator/timetable"
	"mappe/generator/workers"
)

// minChange is how many seconds it takes at least to change, where the timetable says nothing else.
const minChange = 120

// computer holds a plan against a timetable. It goes through the kinds of days one after the other, so that only one day is laid out at a
// time, and through the houses of each on all cores.
type computer struct {
	plan    *Plan
	t       *timetable.Timetable
	lines   *lines
	changes *timetable.Changes
	valid   date.Range
	ends    [][]timetable.End // of each origin
	targets []*target
	found   []map[uint64][]found // by visit, by kind of day, by origin
	onCall  bool
}

// target is a house with all visits to it.
type target struct {
	venue  *venue
	ends   []timetable.End
	visits []int
	local  []bool // by origin
}

// Compute answers the plan by the timetable. today is the day from which it matters whether a feed is over. An error means that ctx was
// cancelled.
func Compute(ctx context.Context, p *Plan, t *timetable.Timetable, today date.Date, jobs int) (*Result, error) {
	m := &computer{plan: p, t: t, lines: newLines(t, p.Services), changes: t.Changes(p.Walk, minChange), valid: validOf(t, today), found: make([]map[uint64][]found, len(p.Visits))}
	m.onCall = t.OnCall() || slices.ContainsFunc(p.Services, func(s service) bool { return s.OnDemand })
	for i := range p.Origins {
		m.ends = append(m.ends, originEnds(t, &p.Origins[i], p.Walk))
	}
	m.gather()
	keys, first := m.dayTypes()
	for _, key := range keys {
		if err := m.day(ctx, key, first[key], jobs); err != nil {
			return nil, err
		}
	}
	return m.result(today), nil
}

// validOf is from the first day of which any feed tells to the last of which all tell that are not over.
func validOf(t *timetable.Timetable, today date.Date) date.Range {
	var valid date.Range
	for feed := range t.Feeds {
		period, ok := t.PeriodOf(feed)
		if !ok || period.To < today {
			continue
		}
		if valid.To.IsZero() {
			valid = period
		}
		valid.From, valid.To = min(valid.From, period.From), min(valid.To, period.To)
	}
	return valid
}

// gather sorts the visits by house. Those with neither a stop nor a zone are left out.
func (m *computer) gather() {
	byVenue := map[string]*target{}
	for i := range m.plan.Visits {
		v := &m.plan.Visits[i]
		name := fmt.Sprint(v.Venue)
		to := byVenue[name]
		if to == nil {
			to = &target{venue: &v.Venue, ends: venueEnds(m.t, &v.Venue, m.plan.Walk), local: make([]bool, len(m.plan.Origins))}
			byVenue[name] = to
			if len(to.ends) > 0 || m.inZone(&v.Venue) {
				m.targets = append(m.targets, to)
			}
			for o := range m.plan.Origins {
				to.local[o] = m.isLocal(o, to)
			}
		}
		to.visits = append(to.visits, i)
		m.found[i] = map[uint64][]found{}
	}
}

// inZone reports whether somebody can be taken to a house, or fetched there, from door to door.
func (m *computer) inZone(v *venue) bool {
	return slices.ContainsFunc(m.plan.Services, func(s service) bool {
		return slices.ContainsFunc(s.Zones, func(z zone) bool {
			from, to := end{places: z.From}, end{places: z.To}
			return from.serves(v.Within, nil) || to.serves(v.Within, nil)
		})
	})
}

// dayTypes lists the kinds of days on which anybody has to be anywhere, with the first such day of each.
func (m *computer) dayTypes() (keys []uint64, first map[uint64]date.Date) {
	first = map[uint64]date.Date{}
	for _, to := range m.targets {
		for _, v := range to.visits {
			for _, day := range m.told(v) {
				key := m.key(day)
				if seen, known := first[key]; !known || day < seen {
					first[key] = day
				}
				if m.found[v][key] == nil {
					m.found[v][key] = make([]found, len(m.plan.Origins))
				}
			}
		}
	}
	for key := range first {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b uint64) int { return cmp.Compare(first[a], first[b]) })
	return keys, first
}

// told are a visit's dates of which the timetable tells.
func (m *computer) told(v int) []date.Date {
	dates := m.plan.Visits[v].Dates
	from, _ := slices.BinarySearch(dates, m.valid.From)
	to, _ := slices.BinarySearch(dates, m.valid.To+1)
	return dates[from:max(from, to)]
}

// key stands for all that can be ridden on a day: the timetable's, and the zones of that weekday.
func (m *computer) key(day date.Date) uint64 {
	h := fnv.New64a()
	fmt.Fprint(h, m.t.Key(day))
	for i := range m.plan.Services {
		for _, z := range m.plan.Services[i].Zones {
			for _, w := range z.Times {
				fmt.Fprint(h, w.on(day.Weekday()))
			}
		}
	}
	return h.Sum64()
}

// day answers all visits of one kind of day.
func (m *computer) day(ctx context.Context, key uint64, first date.Date, jobs int) error {
	day := m.t.Day(first, timetable.Use{Booked: m.lines.booked})
	called := sync.OnceValue(func() *timetable.Day {
		return m.t.Day(first, timetable.Use{OnCall: true, Booked: m.lines.booked})
	})
	return workers.Each(ctx, jobs, len(m.targets), func() func(int) error {
		d := &dayScan{computer: m, date: first, called: called}
		return func(i int) error {
			d.look(day, m.targets[i], key)
			return nil
		}
	})
}

// dayScan looks at one house after the other on one day.
type dayScan struct {
	*computer
	date   date.Date
	called func() *timetable.Day
	scan   *timetable.Scan
	call   *callScan
	// of the house that is looked at
	visits []int
	found  map[int][]found
}

// look answers the visits to one house.
func (d *dayScan) look(day *timetable.Day, to *target, key uint64) {
	d.visits, d.found = nil, map[int][]found{}
	for _, v := range to.visits {
		if list := d.computer.found[v][key]; list != nil {
			d.visits = append(d.visits, v)
			d.found[v] = list
		}
	}
	if len(d.visits) == 0 {
		return
	}
	if d.scan == nil {
		d.scan = timetable.NewScan(day, d.changes, d.plan.Transfers+1)
	}
	d.lookThere(to)
	d.lookBack(to)
	if d.onCall && d.lacking(to) {
		if d.call == nil {
			d.call = d.newCallScan()
		}
		d.call.look(to)
	}
}

// lacking reports whether some place lacks a way there or home.
func (d *dayScan) lacking(to *target) bool {
	for _, v := range d.visits {
		h := hoursOf(&d.plan.Visits[v])
		for o := range d.found[v] {
			if !to.local[o] && !d.found[v][o].both(h) {
				return true
			}
		}
	}
	return false
}
