package site

import (
	"sync/atomic"

	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// sessions are what is known of a course's sessions, the same in every language. Nothing of it must be changed.
type sessions struct {
	next    *catalog.Session // the one to show first, nil where there is no date
	inOrder []*catalog.Session
	pace    string // of the next
	// besideWork is why the next one can be attended by someone in work, empty where it cannot or nobody knows.
	besideWork string
	// each is what is known of each, in the order of the course; behind them what holds where there is no date.
	each []session
}

// session is one with all it takes from its course.
type session struct {
	catalog.Session
	drawn atomic.Pointer[drawing]
	after atomic.Pointer[[]facts.Step]
}

// sessionsOf finds what is known of a course's sessions, once for all languages and pages that tell it.
func (s *Site) sessionsOf(c *catalog.Course) *sessions {
	return s.sessions.once(c.Number, func() *sessions { return s.findSessions(c) })
}

func (s *Site) findSessions(c *catalog.Course) *sessions {
	next := facts.NextSession(c, s.Today)
	found := &sessions{next: next, inOrder: facts.SortedSessions(c, s.Today), each: make([]session, len(c.Sessions)+1)}
	for i := range c.Sessions {
		found.each[i].Session = facts.Effective(c, &c.Sessions[i])
	}
	found.each[len(c.Sessions)].Session = catalog.Session{Booking: c.Booking, Admission: c.Admission, Venue: c.Venue, Childcare: c.Childcare}
	found.pace = facts.Pace(c, next, s.Catalogue.Calendar)
	if fits, _, reason := facts.FitsBesideWork(c, next, s.Catalogue.Calendar); fits {
		found.besideWork = reason
	}
	return found
}

// session is what is known of one of a course's sessions; nil stands for having no date.
func (s *Site) session(c *catalog.Course, one *catalog.Session) *session {
	found := s.sessionsOf(c)
	for i := range c.Sessions {
		if one == &c.Sessions[i] {
			return &found.each[i]
		}
	}
	return &found.each[len(c.Sessions)]
}

// stepsAfter finds what one can do after a session of a course, once for all languages and chains that tell it. It must not be changed.
func (s *Site) stepsAfter(c *catalog.Course, one *catalog.Session) []facts.Step {
	held := s.session(c, one)
	if known := held.after.Load(); known != nil {
		return *known
	}
	steps := s.chains.NextSteps(c, one)
	held.after.Store(&steps)
	return steps
}
