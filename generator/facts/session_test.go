package facts

import (
	"strings"
	"testing"

	"mappe/generator/catalog"
)

const testToday = "2027-03-10" // a Wednesday

// sessions names what can become of a session of which today is 2027-03-10.
func sessionCases() map[string]catalog.Session {
	s := func(start, end string) catalog.Session {
		return catalog.Session{Start: dayOf(start), End: dayOf(end)}
	}
	with := func(session catalog.Session, change func(*catalog.Session)) catalog.Session {
		change(&session)
		return session
	}
	rolling := func(s *catalog.Session) { s.Rolling = true }
	return map[string]catalog.Session{
		"starts tomorrow":                              s("2027-03-11", "2027-07-01"),
		"starts today":                                 s("2027-03-10", "2027-07-01"),
		"started yesterday":                            s("2027-03-09", "2027-07-01"),
		"ends today":                                   s("2027-01-10", "2027-03-10"),
		"ended yesterday":                              s("2027-01-10", "2027-03-09"),
		"one day, yesterday":                           s("2027-03-09", ""),
		"one day, today":                               s("2027-03-10", ""),
		"without any date":                             s("", ""),
		"rolling since January, no end":                with(s("2027-01-10", ""), rolling),
		"rolling from April, no end":                   with(s("2027-04-01", ""), rolling),
		"rolling without any date":                     with(s("", ""), rolling),
		"rolling, ended yesterday":                     with(s("2027-01-10", "2027-03-09"), rolling),
		"on demand":                                    {OnDemand: true},
		"on demand, started in January":                {OnDemand: true, Start: dayOf("2027-01-10")},
		"on demand until yesterday":                    {OnDemand: true, End: dayOf("2027-03-09")},
		"only dates in also, one to come":              {Also: []catalog.ExtraDate{{}, {Date: dayOf("2027-03-13")}, {Date: dayOf("2027-03-20")}}},
		"only dates in also, all past":                 {Also: []catalog.ExtraDate{{Date: dayOf("2027-03-06")}}},
		"ended, but a date in also to come":            with(s("2027-01-10", "2027-03-09"), func(s *catalog.Session) { s.Also = []catalog.ExtraDate{{Date: dayOf("2027-03-15")}} }),
		"cancelled, starts tomorrow":                   with(s("2027-03-11", "2027-07-01"), func(s *catalog.Session) { s.Cancelled = true }),
		"starts tomorrow, register by today":           with(s("2027-03-11", "2027-07-01"), func(s *catalog.Session) { s.RegisterBy = dayOf("2027-03-10") }),
		"starts tomorrow, deadline passed":             with(s("2027-03-11", "2027-07-01"), func(s *catalog.Session) { s.RegisterBy = dayOf("2027-03-09") }),
		"starts tomorrow, deadline passed, late entry": with(s("2027-03-11", "2027-07-01"), func(s *catalog.Session) { s.RegisterBy = dayOf("2027-03-09"); s.LateEntry = true }),
		"started, late entry":                          with(s("2027-03-01", "2027-07-01"), func(s *catalog.Session) { s.LateEntry = true }),
		"started, late entry until today":              with(s("2027-03-01", "2027-07-01"), func(s *catalog.Session) { s.LateEntry = true; s.RegisterBy = dayOf("2027-03-10") }),
		"started, late entry until yesterday":          with(s("2027-03-01", "2027-07-01"), func(s *catalog.Session) { s.LateEntry = true; s.RegisterBy = dayOf("2027-03-09") }),
		"started, enter until today":                   with(s("2027-03-01", "2027-07-01"), func(s *catalog.Session) { s.EnterUntil = dayOf("2027-03-10") }),
		"started, enter until yesterday":               with(s("2027-03-01", "2027-07-01"), func(s *catalog.Session) { s.EnterUntil = dayOf("2027-03-09") }),
		"started, register by the start, late entry":   with(s("2027-03-01", "2027-07-01"), func(s *catalog.Session) { s.LateEntry = true; s.RegisterBy = s.Start }),
		"rolling, enter until yesterday":               with(s("2027-01-10", ""), func(s *catalog.Session) { s.Rolling = true; s.EnterUntil = dayOf("2027-03-09") }),
		"rolling, register by before its start":        with(s("2027-01-10", ""), func(s *catalog.Session) { s.Rolling = true; s.RegisterBy = dayOf("2027-01-02") }),
		"enter until May, register by yesterday":       with(s("2027-03-01", "2027-07-01"), func(s *catalog.Session) { s.EnterUntil = dayOf("2027-05-01"); s.RegisterBy = dayOf("2027-03-09") }),
	}
}

func TestPhaseAndRegistration(t *testing.T) {
	cases := sessionCases()
	for _, row := range []struct{ session, phase, registration string }{
		{"starts tomorrow", "upcoming", "open"},
		{"starts today", "running", "open"},
		{"started yesterday", "running", "closed"},
		{"ends today", "running", "closed"},
		{"ended yesterday", "past", "closed"},
		{"one day, yesterday", "past", "closed"},
		{"one day, today", "running", "open"},
		{"without any date", "upcoming", "open"},
		{"rolling since January, no end", "running", "open"},
		{"rolling from April, no end", "upcoming", "open"},
		{"rolling without any date", "running", "open"},
		{"rolling, ended yesterday", "past", "closed"},
		{"on demand", "running", "open"},
		{"on demand, started in January", "running", "open"},
		{"on demand until yesterday", "past", "closed"},
		{"only dates in also, one to come", "upcoming", "open"},
		{"only dates in also, all past", "past", "closed"},
		{"ended, but a date in also to come", "running", "closed"},
		{"cancelled, starts tomorrow", "upcoming", "closed"},
		{"starts tomorrow, register by today", "upcoming", "open"},
		{"starts tomorrow, deadline passed", "upcoming", "closed"},
		{"starts tomorrow, deadline passed, late entry", "upcoming", "late"},
		{"started, late entry", "running", "late"},
		{"started, late entry until today", "running", "late"},
		{"started, late entry until yesterday", "running", "closed"},
		{"started, register by the start, late entry", "running", "late"},
		{"started, enter until today", "running", "late"},
		{"started, enter until yesterday", "running", "closed"},
		{"rolling, enter until yesterday", "running", "closed"},
		{"rolling, register by before its start", "running", "open"},
		{"enter until May, register by yesterday", "running", "closed"},
	} {
		session, ok := cases[row.session]
		if !ok {
			t.Fatalf("no case %q", row.session)
		}
		delete(cases, row.session)
		today := dayOf(testToday)
		if got := PhaseOf(&session, today).String(); got != row.phase {
			t.Errorf("a session that %q is %s, want %s", row.session, got, row.phase)
		}
		if got := RegisterStateOf(&session, today).String(); got != row.registration {
			t.Errorf("registration for a session that %q is %s, want %s", row.session, got, row.registration)
		}
		if got := CanEnter(&session, today); got != (row.registration != "closed") {
			t.Errorf("CanEnter of a session that %q is %v", row.session, got)
		}
	}
	for name := range cases {
		t.Errorf("no row for %q", name)
	}
}

func TestFirstAndLastDay(t *testing.T) {
	also := func(days ...string) (dates []catalog.ExtraDate) {
		for _, day := range days {
			dates = append(dates, catalog.ExtraDate{Date: dayOf(day)})
		}
		return dates
	}
	for _, row := range []struct {
		name        string
		session     catalog.Session
		first, last string
	}{
		{"start and end", catalog.Session{Start: dayOf("2027-03-01"), End: dayOf("2027-07-01")}, "2027-03-01", "2027-07-01"},
		{"one day", catalog.Session{Start: dayOf("2027-03-01")}, "2027-03-01", "2027-03-01"},
		{"also before the start and within: nothing changes", catalog.Session{Start: dayOf("2027-03-01"), End: dayOf("2027-07-01"), Also: also("2027-02-01", "2027-06-01")}, "2027-03-01", "2027-07-01"},
		{"also after the end: longer", catalog.Session{Start: dayOf("2027-03-01"), End: dayOf("2027-07-01"), Also: also("2027-07-08", "2027-07-05")}, "2027-03-01", "2027-07-08"},
		{"only dates in also, in any order", catalog.Session{Also: also("", "2027-03-08", "2027-03-01", "", "2027-03-15")}, "2027-03-01", "2027-03-15"},
		{"rolling without an end, also later: no end in sight", catalog.Session{Start: dayOf("2027-03-01"), Rolling: true, Also: also("2027-07-08")}, "2027-03-01", ""},
		{"nothing", catalog.Session{}, "", ""},
	} {
		if first, last := FirstDay(&row.session), LastDay(&row.session); first != dayOf(row.first) || last != dayOf(row.last) {
			t.Errorf("%s: %s to %s, want %s to %s", row.name, first, last, row.first, row.last)
		}
	}
}

func TestNextSession(t *testing.T) {
	for _, row := range []struct {
		sessions, next string
	}{
		{"", ""},
		{"ended yesterday; starts tomorrow", "starts tomorrow"},
		{"rolling from April, no end; starts tomorrow", "starts tomorrow"},
		{"starts tomorrow; rolling since January, no end", "rolling since January, no end"},
		{"starts tomorrow; started, late entry", "started, late entry"},
		{"started yesterday; rolling from April, no end", "rolling from April, no end"},
		{"starts tomorrow, deadline passed; rolling from April, no end", "rolling from April, no end"},
		{"started yesterday; starts tomorrow, deadline passed", "starts tomorrow, deadline passed"},
		{"rolling since January, no end; started, late entry", "rolling since January, no end"},
		{"on demand; starts tomorrow", "starts tomorrow"},
		{"on demand; starts tomorrow, deadline passed", "on demand"},
		{"without any date; rolling from April, no end", "rolling from April, no end"},
		{"without any date", "without any date"},
		{"cancelled, starts tomorrow", ""},
		{"cancelled, starts tomorrow; rolling from April, no end", "rolling from April, no end"},
		{"started yesterday; started, enter until yesterday; ended yesterday", ""},
	} {
		course := courseOf(row.sessions)
		got := ""
		if next := NextSession(course, dayOf(testToday)); next != nil {
			got = next.ID
		}
		if got != row.next {
			t.Errorf("of %q the next is %q, want %q", row.sessions, got, row.next)
		}
	}
}

func TestSortedSessions(t *testing.T) {
	course := courseOf("one day, yesterday; without any date; rolling, ended yesterday; on demand; only dates in also, all past; starts tomorrow; cancelled, starts tomorrow; started yesterday")
	want := "started yesterday; starts tomorrow; cancelled, starts tomorrow; without any date; on demand; one day, yesterday; rolling, ended yesterday; only dates in also, all past"
	var got []string
	for _, s := range SortedSessions(course, dayOf(testToday)) {
		got = append(got, s.ID)
	}
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
	if course.Sessions[0].ID != "one day, yesterday" {
		t.Error("the course itself changed")
	}
}

// courseOf returns a course with some of the sessions above, their ids what they are called there.
func courseOf(names string) *catalog.Course {
	course, cases := &catalog.Course{}, sessionCases()
	for name := range strings.SplitSeq(names, "; ") {
		if s, ok := cases[name]; ok {
			s.ID = name
			course.Sessions = append(course.Sessions, s)
		} else if name != "" {
			panic("no case " + name)
		}
	}
	return course
}
