package facts

import (
	"cmp"
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// Phase says how a session stands to a day.
type Phase uint8

// The phases. Upcoming is also a session whose date is still to be set.
const (
	Upcoming Phase = iota
	Running
	Past
)

// String returns the phase's id.
func (p Phase) String() string { return [...]string{"upcoming", "running", "past"}[p] }

// PhaseOf tells whether a session is upcoming, running or past. A session without an end lasts one day; a rolling one runs
// from its start on, one on demand at all times, unless they have an end. A cancelled session has a phase like any other.
func PhaseOf(s *catalog.Session, today date.Date) Phase {
	first, last := FirstDay(s), LastDay(s)
	switch {
	case !last.IsZero() && last < today:
		return Past
	case first > today, first.IsZero() && !s.Rolling && !s.OnDemand:
		return Upcoming
	}
	return Running
}

// FirstDay returns the day a session starts: its earliest date in also where it names no start, and no date where it has none.
func FirstDay(s *catalog.Session) date.Date {
	first := s.Start
	if first.IsZero() {
		for _, also := range s.Also {
			if !also.Date.IsZero() && (first.IsZero() || also.Date < first) {
				first = also.Date
			}
		}
	}
	return first
}

// LastDay returns the last day of a session: its end, without one its start, or a date in also that lies later. It returns
// no date where no end is in sight.
func LastDay(s *catalog.Session) date.Date {
	last := s.End
	if last.IsZero() {
		if s.Rolling || s.OnDemand {
			return 0
		}
		last = s.Start
	}
	for _, also := range s.Also {
		last = max(last, also.Date)
	}
	return last
}

// RegisterState says whether one can still sign up for a session.
type RegisterState uint8

// The states of registration.
const (
	// RegisterOpen means that one can sign up as planned.
	RegisterOpen RegisterState = iota
	// RegisterLate means that the session has begun or its deadline has passed, and late entry is allowed.
	RegisterLate
	// RegisterClosed means that it is too late, or the session is cancelled.
	RegisterClosed
)

// String returns the state's id.
func (r RegisterState) String() string { return [...]string{"open", "late", "closed"}[r] }

// RegisterStateOf tells whether one can still sign up for a session.
func RegisterStateOf(s *catalog.Session, today date.Date) RegisterState {
	first := FirstDay(s)
	switch {
	case !CanEnter(s, today):
		return RegisterClosed
	case s.Rolling || s.OnDemand:
		return RegisterOpen
	case !first.IsZero() && today > first, !s.RegisterBy.IsZero() && today > s.RegisterBy:
		return RegisterLate
	}
	return RegisterOpen
}

// CanEnter reports whether someone who asks today can still take part: the session is neither cancelled nor past, and its
// last day of entry has not gone by.
func CanEnter(s *catalog.Session, today date.Date) bool {
	last := LastEntry(s)
	return !s.Cancelled && PhaseOf(s, today) != Past && (last.IsZero() || today <= last)
}

// LastEntry returns the last day on which one can still join: enter_until; else register_by; else the end of a session that
// is rolling, on demand or allows late entry; else the day it starts. A register_by up to the start of a session that can
// be entered later binds only those who want to be there from the start. It returns no date where nothing limits the entry.
func LastEntry(s *catalog.Session) date.Date {
	registerBy := s.RegisterBy
	later := s.Rolling || s.LateEntry || !s.EnterUntil.IsZero()
	if later && registerBy <= s.Start {
		registerBy = 0
	}
	switch {
	case !s.EnterUntil.IsZero() && !registerBy.IsZero():
		return min(s.EnterUntil, registerBy)
	case !s.EnterUntil.IsZero():
		return s.EnterUntil
	case !registerBy.IsZero():
		return registerBy
	case later || s.OnDemand:
		return LastDay(s)
	}
	return FirstDay(s)
}

// NextSession returns the session of a course to show first, nil where there is no date at present: the one that can be
// entered soonest, where a running one counts as today and one without a date comes after those that have one; where none
// can be entered, the upcoming one that starts first. A cancelled session is never the next.
func NextSession(c *catalog.Course, today date.Date) *catalog.Session {
	var next *catalog.Session
	for i := range c.Sessions {
		s := &c.Sessions[i]
		if s.Cancelled || !CanEnter(s, today) && PhaseOf(s, today) != Upcoming {
			continue
		}
		if next == nil || comesBefore(s, next, today) {
			next = s
		}
	}
	return next
}

// comesBefore reports whether a session is shown rather than another.
func comesBefore(a, b *catalog.Session, today date.Date) bool {
	if aCan, bCan := CanEnter(a, today), CanEnter(b, today); aCan != bCan {
		return aCan
	}
	return byDay(entryDay(a, today), entryDay(b, today)) < 0
}

// entryDay returns the day someone who signs up today would come first, none where that is open.
func entryDay(s *catalog.Session, today date.Date) date.Date {
	if first := FirstDay(s); s.OnDemand || first > today || first.IsZero() && !s.Rolling {
		return first
	}
	return today
}

// SortedSessions returns a course's sessions as a page lists them: running and upcoming ones by their start, those without a
// date behind them, past ones last, the latest first. Cancelled sessions keep their place.
func SortedSessions(c *catalog.Course, today date.Date) []*catalog.Session {
	sorted := make([]*catalog.Session, len(c.Sessions))
	for i := range c.Sessions {
		sorted[i] = &c.Sessions[i]
	}
	slices.SortStableFunc(sorted, func(a, b *catalog.Session) int {
		aPast, bPast := PhaseOf(a, today) == Past, PhaseOf(b, today) == Past
		switch {
		case aPast != bPast:
			return lastIf(aPast)
		case aPast:
			return cmp.Compare(LastDay(b), LastDay(a))
		}
		return byDay(FirstDay(a), FirstDay(b))
	})
	return sorted
}

// byDay orders days, none behind all others.
func byDay(a, b date.Date) int {
	if a.IsZero() != b.IsZero() {
		return lastIf(a.IsZero())
	}
	return cmp.Compare(a, b)
}

// lastIf is a comparison's answer for two of which one comes last: the first of them if so.
func lastIf(first bool) int {
	if first {
		return 1
	}
	return -1
}
