package facts

import (
	"cmp"
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// NoGap stands where a gap in weeks cannot be told, since one of the two dates is open.
const NoGap = -1

// foundSteps is how many steps are found where none is written down: enough for a choice, few enough to read.
const foundSteps = 5

// sameAreaKm is the distance within which the earlier date weighs more than the nearer place.
const sameAreaKm = 10

// StepReason says why a course is the next step.
type StepReason uint8

// The reasons.
const (
	// StepLeadsTo is written at the course: leads_to.
	StepLeadsTo StepReason = iota
	// StepRequires is written at the next course: requires.
	StepRequires
	// StepFound follows by subject, level, place and date.
	StepFound
)

// String returns the reason's id.
func (r StepReason) String() string { return [...]string{"leads-to", "requires", "found"}[r] }

// Step is a course one can take after another.
type Step struct {
	Course *catalog.Course
	// Session is the first one can take, nil where a written-down step has no date at present.
	Session *catalog.Session
	// Entry is the first day one can take part, none without a session.
	Entry date.Date
	// GapWeeks is how many whole weeks lie between the end of this course and the entry, or NoGap.
	GapWeeks int
	// Declared says that an editor wrote the step down.
	Declared bool
	Reason   StepReason
}

// Chains knows which course leads to which. It is built once, for one day, and does not change.
type Chains struct {
	tree     *PlaceTree
	levels   *Levels
	today    date.Date
	declared map[*catalog.Course][]Step
	runs     map[chainKey][]placeRuns
	subjects []*catalog.Term
}

// chainKey is where a course begins: a subject, and a point of the scale of levels.
type chainKey struct {
	subject *catalog.Term
	point   int
}

// placeRuns are the sessions of one place.
type placeRuns struct {
	place    *catalog.Place // nil for those that are online
	fixed    []chainRun     // one enters them at their start, by which they are sorted
	flexible []chainRun     // one can begin later
}

type chainRun struct {
	course  *catalog.Course
	session *catalog.Session
	first   date.Date
	exit    int // the point of the scale it ends at
}

// NewChains looks at the courses that lists show today. Sessions that cannot be entered any more are no step for anybody.
func NewChains(c *catalog.Catalogue, tree *PlaceTree, today date.Date) *Chains {
	ch := &Chains{tree: tree, levels: NewLevels(c.Vocabulary("levels")), today: today, runs: map[chainKey][]placeRuns{}}
	ch.declare(c)
	for _, course := range c.Courses {
		if course.Subject == nil || !InLists(course, c, today) {
			continue
		}
		if !slices.Contains(ch.subjects, course.Subject) {
			ch.subjects = append(ch.subjects, course.Subject)
		}
		for i := range course.Sessions {
			if CanEnter(&course.Sessions[i], today) {
				ch.add(course, &course.Sessions[i])
			}
		}
	}
	for _, places := range ch.runs {
		for i := range places {
			slices.SortFunc(places[i].fixed, compareRuns)
		}
	}
	return ch
}

func compareRuns(a, b chainRun) int {
	return cmp.Or(cmp.Compare(a.first, b.first), strings.Compare(a.course.ID, b.course.ID), strings.Compare(a.session.ID, b.session.ID))
}

// declare gathers the steps that are written down: a course's leads_to as it names them, then who requires it, by id.
func (ch *Chains) declare(c *catalog.Catalogue) {
	ch.declared = map[*catalog.Course][]Step{}
	link := func(from, to *catalog.Course, reason StepReason) {
		known := func(s Step) bool { return s.Course == to }
		if from == nil || to == nil || from == to || !HasPage(&to.Record, ch.today) || slices.ContainsFunc(ch.declared[from], known) {
			return
		}
		ch.declared[from] = append(ch.declared[from], Step{Course: to, GapWeeks: NoGap, Declared: true, Reason: reason})
	}
	for _, course := range c.Courses {
		for _, ref := range course.LeadsTo {
			link(course, ref.To, StepLeadsTo)
		}
	}
	for _, course := range c.Courses {
		for _, ref := range course.Requires {
			link(ref.To, course, StepRequires)
		}
	}
}

// add puts a session wherever somebody looks for it who comes from the level before.
func (ch *Chains) add(course *catalog.Course, session *catalog.Session) {
	effective := Effective(course, session)
	if effective.Level == nil {
		return
	}
	run := chainRun{course, session, FirstDay(session), ch.levels.exit(effective.Level)}
	for _, point := range ch.levels.entries(effective.Level) {
		key := chainKey{course.Subject, point}
		for _, place := range ch.places(course, &effective) {
			i := slices.IndexFunc(ch.runs[key], func(p placeRuns) bool { return p.place == place })
			if i < 0 {
				i = len(ch.runs[key])
				ch.runs[key] = append(ch.runs[key], placeRuns{place: place})
			}
			if there := &ch.runs[key][i]; entersLater(session) {
				there.flexible = append(there.flexible, run)
			} else {
				there.fixed = append(there.fixed, run)
			}
		}
	}
}

// places returns where a session, with what it takes from its course, takes place; a nil place is online.
func (ch *Chains) places(course *catalog.Course, effective *catalog.Session) []*catalog.Place {
	switch {
	case sessionOnline(course, effective):
		return []*catalog.Place{nil}
	case effective.Venue != nil && effective.Venue.Place.To != nil:
		return []*catalog.Place{effective.Venue.Place.To}
	}
	return withoutVenue(&course.Offer, ch.tree)
}

// NextSteps returns what one can do after a session of a course, the best first. Without a session it is the course's next one, or the one
// that is running.
//
// Steps that are written down come alone, those without a date at present too. Otherwise a step is a session that starts after this one's end, of
// the same subject or one above or below it, on a level this one leads to: the same subject first, then the nearer place (within 10 km all
// are near), then the earlier date, then the id; one for each course, five at most. Online is near to everybody. None is an empty list.
func (ch *Chains) NextSteps(course *catalog.Course, session *catalog.Session) []Step {
	if session == nil {
		session = ch.currentSession(course)
	}
	after, end := ch.today, date.Date(0)
	if session != nil {
		end = LastDay(session)
		after = max(after, end.Add(1))
	}
	steps := slices.Clone(ch.declared[course])
	for i := range steps {
		steps[i].Session, steps[i].Entry = ch.firstSession(steps[i].Course, after)
	}
	if len(steps) == 0 {
		steps = ch.find(course, session, after)
	}
	for i, s := range steps {
		if s.Session != nil && !end.IsZero() {
			steps[i].GapWeeks = int(s.Entry-end) / 7
		}
	}
	return steps
}

// currentSession returns the session people take now, or will take next; nil where there is none.
func (ch *Chains) currentSession(course *catalog.Course) *catalog.Session {
	if next := NextSession(course, ch.today); next != nil {
		return next
	}
	var running *catalog.Session
	for i := range course.Sessions {
		s := &course.Sessions[i]
		if !s.Cancelled && PhaseOf(s, ch.today) == Running && (running == nil || LastDay(s) > LastDay(running)) {
			running = s
		}
	}
	return running
}

// firstSession returns the session of a course one can enter first from a day on, nil where there is none.
func (ch *Chains) firstSession(course *catalog.Course, after date.Date) (first *catalog.Session, entry date.Date) {
	if LifeOf(&course.Record, ch.today) == Paused {
		return nil, 0
	}
	for i := range course.Sessions {
		s := &course.Sessions[i]
		if day, ok := entryAfter(s, after); ok && CanEnter(s, ch.today) && (first == nil || day < entry) {
			first, entry = s, day
		}
	}
	return first, entry
}

// entryAfter returns the first day, not before another, on which one can enter a session: its start; or any day up to enter_until or its end
// where one can begin later. Late entry is a way in for those who missed the start, nothing to plan with.
func entryAfter(s *catalog.Session, after date.Date) (date.Date, bool) {
	first := FirstDay(s)
	if !entersLater(s) {
		return first, !first.IsZero() && first >= after
	}
	last := cmp.Or(s.EnterUntil, LastDay(s))
	day := max(first, after)
	return day, last.IsZero() || day <= last
}

// entersLater reports whether one can begin after the start, as planned.
func entersLater(s *catalog.Session) bool { return s.Rolling || s.OnDemand || !s.EnterUntil.IsZero() }

// foundStep is a step with what the ranking looks at: the lower, the better.
type foundStep struct {
	Step
	subject, area int
}

func compareFound(a, b foundStep) int {
	switch {
	case a.subject != b.subject:
		return a.subject - b.subject
	case a.area != b.area:
		return a.area - b.area
	case a.Entry != b.Entry:
		return int(a.Entry - b.Entry)
	}
	return cmp.Or(strings.Compare(a.Course.ID, b.Course.ID), strings.Compare(a.Session.ID, b.Session.ID))
}

// find looks for steps that nobody wrote down.
func (ch *Chains) find(course *catalog.Course, session *catalog.Session, after date.Date) []Step {
	if course.Subject == nil {
		return nil
	}
	if session == nil {
		session = &catalog.Session{}
	}
	effective := Effective(course, session)
	reached, known := ch.levels.stretches[exitLevel(effective.Level)]
	if !known {
		return nil
	}
	home := ch.places(course, &effective)
	var best []foundStep
	for _, subject := range ch.subjects {
		if !subject.Within(course.Subject) && !course.Subject.Within(subject) {
			continue
		}
		found := foundStep{Step: Step{GapWeeks: NoGap, Reason: StepFound}}
		if subject != course.Subject {
			found.subject = 1
		}
		for _, there := range ch.runs[chainKey{subject, reached.end}] {
			found.area = areaBetween(home, there.place)
			best = there.best(best, found, after, func(run chainRun) bool { return run.session != session && run.exit > reached.end })
		}
	}
	steps := make([]Step, len(best))
	for i, f := range best {
		steps[i] = f.Step
	}
	return steps
}

// best adds to the few best steps those of one place that lead on. The fixed sessions are looked at from the day on that is asked for, and
// no longer than they are better than what is there: later ones are worse.
func (p *placeRuns) best(best []foundStep, found foundStep, after date.Date, leadsOn func(chainRun) bool) []foundStep {
	start, _ := slices.BinarySearchFunc(p.fixed, max(after, 1), func(run chainRun, day date.Date) int { return cmp.Compare(run.first, day) })
	for _, run := range p.fixed[start:] {
		found.Course, found.Session, found.Entry = run.course, run.session, run.first
		if len(best) == foundSteps && compareFound(found, best[foundSteps-1]) > 0 {
			break
		}
		if leadsOn(run) {
			best = keepBest(best, found)
		}
	}
	for _, run := range p.flexible {
		if entry, ok := entryAfter(run.session, after); ok && leadsOn(run) {
			found.Course, found.Session, found.Entry = run.course, run.session, entry
			best = keepBest(best, found)
		}
	}
	return best
}

// keepBest adds a step to the few best, one for each course, in order.
func keepBest(best []foundStep, found foundStep) []foundStep {
	if len(best) == foundSteps && compareFound(found, best[foundSteps-1]) > 0 {
		return best
	}
	if same := slices.IndexFunc(best, func(b foundStep) bool { return b.Course == found.Course }); same >= 0 {
		if compareFound(found, best[same]) > 0 {
			return best
		}
		best = slices.Delete(best, same, same+1)
	}
	i, _ := slices.BinarySearchFunc(best, found, compareFound)
	best = slices.Insert(best, i, found)
	return best[:min(len(best), foundSteps)]
}

// areaBetween tells how far a place is from the nearest of the home places in steps of sameAreaKm. Whoever learns online may live
// anywhere, so that no place is far; a place without coordinates comes after all others.
func areaBetween(home []*catalog.Place, there *catalog.Place) int {
	if there == nil || len(home) == 0 {
		return 0
	}
	area := 1 << 30
	for _, p := range home {
		if p == nil {
			return 0
		}
		if km, known := DistanceBetween(p, there); known {
			area = min(area, int(km/sameAreaKm))
		}
	}
	return area
}
