package reach

import (
	"cmp"
	"fmt"
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
)

// visit is an hour and a house to be at, on some dates.
type visit struct {
	Venue    venue
	From, To date.Clock
	Dates    []date.Date // sorted
}

// venue is where one has to be. Stop is the stop an editor named; it wins over the coordinates, which may lie beyond a river.
type venue struct {
	Stop string
	At   point
	// Within are the place the house stands in and those that lies in.
	Within []string
}

// weeksAhead is how many whole weeks stand for an offer that goes on without an end.
const weeksAhead = 4

// addVisits collects when and where people have to be: the sessions of courses, placements with working hours, events. What is past or
// called off, online or nowhere in particular is left out.
func (p *Plan) addVisits(c *catalog.Catalogue, tree *facts.PlaceTree, today date.Date) {
	add := visitor{plan: p, catalogue: c, tree: tree, today: today, known: map[string]int{}}
	for _, e := range c.Courses {
		if facts.HasPage(&e.Record, today) {
			add.offer(e, func() {
				for i := range e.Sessions {
					s := facts.Effective(e, &e.Sessions[i])
					add.session(&s)
				}
			})
		}
	}
	for _, e := range c.Internships {
		if facts.HasPage(&e.Record, today) && !e.Online {
			s := catalog.Session{Start: e.Start.Date, End: e.End, Times: e.Times, Venue: e.Venue, ClosedOn: catalog.ClosedOn{Public: true}}
			s.Rolling = s.Start.IsZero() || s.End.IsZero()
			add.offer(e, func() { add.session(&s) })
		}
	}
	for _, e := range c.Events {
		if facts.HasPage(&e.Record, today) && !e.Online {
			s := eventSession(e)
			add.offer(e, func() { add.session(&s) })
		}
	}
}

// eventSession is an event as a session: each of its days has the same hours, unless it ends in the small hours.
func eventSession(e *catalog.Event) catalog.Session {
	s := catalog.Session{Start: e.Start.Date, End: e.End.Date, Venue: e.Venue, Times: []catalog.Slot{{From: e.Start.Clock, To: e.End.Clock}}}
	if s.End == s.Start+1 && e.End.Clock < e.Start.Clock {
		s.End = s.Start
	}
	return s
}

type visitor struct {
	plan      *Plan
	catalogue *catalog.Catalogue
	tree      *facts.PlaceTree
	today     date.Date
	current   []*visit
	known     map[string]int // the plan's visits by all they say
}

// offer collects the visits of one offer; those of all offers that are the same are one.
func (a *visitor) offer(e catalog.Entry, collect func()) {
	a.current = nil
	collect()
	if len(a.current) == 0 {
		return
	}
	slices.SortStableFunc(a.current, func(x, y *visit) int { return -cmp.Compare(len(x.Dates), len(y.Dates)) })
	of := offerVisits{Key: e.Base().Key()}
	for _, v := range a.current {
		slices.Sort(v.Dates)
		v.Dates = slices.Compact(v.Dates)
		name := fmt.Sprint(*v)
		at, known := a.known[name]
		if !known {
			at = len(a.plan.Visits)
			a.known[name] = at
			a.plan.Visits = append(a.plan.Visits, *v)
		}
		of.Visits = append(of.Visits, at)
	}
	a.plan.Offers = append(a.plan.Offers, of)
}

func (v *visit) sameHour(w *visit) bool {
	return v.From == w.From && v.To == w.To && v.Venue.Stop == w.Venue.Stop && (v.Venue.At == w.Venue.At || !v.Venue.At.known() && !w.Venue.At.known()) &&
		slices.Equal(v.Venue.Within, w.Venue.Within)
}

// session adds the dates of a session that is not over.
func (a *visitor) session(s *catalog.Session) {
	if s.Cancelled || s.Venue == nil || facts.PhaseOf(s, a.today) == facts.Past {
		return
	}
	where := a.venueOf(s.Venue)
	if where.Stop == "" && !where.At.known() {
		return
	}
	for _, m := range facts.Meetings(a.bounded(s), a.catalogue.Calendar) {
		if m.Mode == "online" || m.From.IsZero() {
			continue
		}
		v := visit{Venue: where, From: m.From, To: m.To}
		at := slices.IndexFunc(a.current, func(w *visit) bool { return w.sameHour(&v) })
		if at < 0 {
			at = len(a.current)
			a.current = append(a.current, &v)
		}
		a.current[at].Dates = append(a.current[at].Dates, m.Date)
	}
}

// bounded gives a session that goes on without an end the next whole weeks: its dates are like them.
func (a *visitor) bounded(s *catalog.Session) *catalog.Session {
	if !s.OnDemand && (!s.Rolling || !s.End.IsZero()) {
		return s
	}
	b := *s
	first := max(a.today, b.Start)
	whole := first.Monday()
	if whole < first {
		whole += 7
	}
	b.Start = cmp.Or(b.Start, whole) // from which "every other week" is counted where nothing else is said
	b.End = whole + 7*weeksAhead - 1
	b.Rolling, b.OnDemand = false, false
	b.Except = append(slices.Clone(b.Except), date.Range{From: b.Start, To: whole - 1})
	return &b
}

func (a *visitor) venueOf(w *catalog.Where) venue {
	v := venue{Stop: w.Stop, At: degrees(w.Lat, w.Lon)}
	for _, place := range a.tree.Chain(w.Place.To) {
		v.Within = append(v.Within, place.ID)
	}
	return v
}
