package facts

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

func TestMeetings(t *testing.T) {
	span := func(start, end string, closed catalog.ClosedOn, slots ...string) catalog.Session {
		return catalog.Session{Start: dayOf(start), End: dayOf(end), ClosedOn: closed, Times: slotsOf(slots...)}
	}
	also := func(s catalog.Session, dates ...catalog.ExtraDate) catalog.Session {
		s.Also = dates
		return s
	}
	except := func(s catalog.Session, ranges ...string) catalog.Session {
		s.Except = rangesOf(ranges...)
		return s
	}
	extra := func(day, from, to string) catalog.ExtraDate {
		return catalog.ExtraDate{Date: dayOf(day), From: clockOf(from), To: clockOf(to)}
	}
	none, school := catalog.ClosedOn{}, catalog.ClosedOn{School: true}
	twice := span("2027-03-01", "2027-03-10", none, "mo we 17:00-19:15")
	for _, row := range []struct {
		name    string
		session catalog.Session
		want    string
	}{
		{"twice a week, both ends included", twice, "2027-03-01 17:00–19:15, 2027-03-03 17:00–19:15, 2027-03-08 17:00–19:15, 2027-03-10 17:00–19:15"},
		{"without an end: one day", span("2027-03-01", "", none, "mo tu 9:00-12:00"), "2027-03-01 09:00–12:00"},
		{"without an end, on a day the slot does not name: none", span("2027-03-02", "", none, "mo 9:00-12:00"), ""},
		{"a slot without days: every day of the session", span("2027-03-01", "2027-03-03", none, "9:00-16:00"), "2027-03-01 09:00–16:00, 2027-03-02 09:00–16:00, 2027-03-03 09:00–16:00"},
		{"a slot without times: the days are known", span("2027-03-01", "2027-03-03", none, "mo we"), "2027-03-01, 2027-03-03"},
		{"over midnight: the day it begins", span("2027-03-05", "2027-03-07", none, "fr 22:00-06:00"), "2027-03-05 22:00–06:00"},
		{"two slots of a day, sorted", span("2027-03-01", "", none, "mo 13:00-16:00", "mo 9:00-12:00"), "2027-03-01 09:00–12:00, 2027-03-01 13:00–16:00"},
		{"the same slot twice: once", span("2027-03-01", "", none, "mo 9:00-12:00", "mo we 9:00-12:00"), "2027-03-01 09:00–12:00"},
		{"every other week from the start", span("2027-03-03", "2027-03-31", none, "mo we 9:00-12:00 every=2"), "2027-03-03 09:00–12:00, 2027-03-15 09:00–12:00, 2027-03-17 09:00–12:00, 2027-03-29 09:00–12:00, 2027-03-31 09:00–12:00"},
		{"every other week from the week of first", span("2027-03-01", "2027-03-31", none, "mo 9:00-12:00 every=2 first=2027-03-10"), "2027-03-22 09:00–12:00"},
		{"nothing before first", span("2027-03-01", "2027-03-15", none, "mo 9:00-12:00 first=2027-03-08"), "2027-03-08 09:00–12:00, 2027-03-15 09:00–12:00"},
		{"the first and last Saturday of the month", span("2027-03-01", "2027-04-30", none, "sa 9:00-12:00 nth=1,-1"), "2027-03-06 09:00–12:00, 2027-03-27 09:00–12:00, 2027-04-03 09:00–12:00, 2027-04-24 09:00–12:00"},
		{"the fifth Monday of the month", span("2027-03-01", "2027-05-31", none, "mo 9:00-12:00 nth=5"), "2027-03-29 09:00–12:00, 2027-05-31 09:00–12:00"},
		{"closed on public holidays", span("2027-03-22", "2027-04-05", public(), "mo 9:00-12:00"), "2027-03-22 09:00–12:00, 2027-04-05 09:00–12:00"},
		{"closed in the school holidays, which include the public ones", span("2027-03-15", "2027-05-17", school, "mo 9:00-12:00 nth=3"), "2027-03-15 09:00–12:00, 2027-04-19 09:00–12:00"},
		{"never closed", span("2027-03-22", "2027-04-05", none, "mo 9:00-12:00"), "2027-03-22 09:00–12:00, 2027-03-29 09:00–12:00, 2027-04-05 09:00–12:00"},
		{"except a day and a range", except(twice, "2027-03-01", "2027-03-04..2027-03-09"), "2027-03-03 17:00–19:15, 2027-03-10 17:00–19:15"},
		{"also beats except", also(except(twice, "2027-03-01..2027-03-09"), extra("2027-03-03", "", "")), "2027-03-03 17:00–19:15, 2027-03-10 17:00–19:15"},
		{"also beats closed_on", also(span("2027-03-22", "2027-03-30", public(), "mo 9:00-12:00"), extra("2027-03-29", "", "")), "2027-03-22 09:00–12:00, 2027-03-29 09:00–12:00"},
		{"also on a regular day: once", also(span("2027-03-01", "", none, "mo 9:00-12:00"), extra("2027-03-01", "", "")), "2027-03-01 09:00–12:00"},
		{"also at another time of a regular day: both", also(span("2027-03-01", "", none, "mo 9:00-12:00"), extra("2027-03-01", "14:00", "15:00")), "2027-03-01 09:00–12:00, 2027-03-01 14:00–15:00"},
		{"also takes all slots of that weekday", also(span("2027-03-02", "", none, "mo 9:00-12:00", "mo 13:00-16:00"), extra("2027-03-08", "", "")), "2027-03-08 09:00–12:00, 2027-03-08 13:00–16:00"},
		{"also on another weekday takes the first slot", also(span("2027-03-01", "", none, "mo 9:00-12:00", "tu 10:00-11:00"), extra("2027-03-04", "", "")), "2027-03-01 09:00–12:00, 2027-03-04 09:00–12:00"},
		{"also in an off week takes the weekday's slot", also(span("2027-03-01", "2027-03-02", none, "mo 9:00-12:00", "tu 10:00-11:00 every=2"), extra("2027-03-09", "", "")), "2027-03-01 09:00–12:00, 2027-03-02 10:00–11:00, 2027-03-09 10:00–11:00"},
		{"also in an off week takes the first of the weekday's slots", also(span("2027-03-02", "", none, "mo 8:00-9:00", "tu 10:00-11:00 every=2", "tu 12:00-13:00 every=2"), extra("2027-03-09", "", "")), "2027-03-02 10:00–11:00, 2027-03-02 12:00–13:00, 2027-03-09 10:00–11:00"},
		{"also with a start of its own keeps the slot's end", also(span("2027-03-01", "", none, "mo 9:00-12:00"), extra("2027-03-08", "10:00", "")), "2027-03-01 09:00–12:00, 2027-03-08 10:00–12:00"},
		{"also after the end counts", also(twice, extra("2027-07-05", "9:00", "11:00")), "2027-03-01 17:00–19:15, 2027-03-03 17:00–19:15, 2027-03-08 17:00–19:15, 2027-03-10 17:00–19:15, 2027-07-05 09:00–11:00"},
		{"only dates in also", also(catalog.Session{}, extra("2027-03-13", "9:00", "16:00"), extra("2027-03-06", "", ""), extra("", "", "")), "2027-03-06, 2027-03-13 09:00–16:00"},
		{"without a start: none", catalog.Session{End: dayOf("2027-03-31"), Times: slotsOf("mo 9:00-12:00")}, ""},
		{"on demand: none", catalog.Session{OnDemand: true, Start: dayOf("2027-03-01"), End: dayOf("2027-03-31"), Times: slotsOf("mo 9:00-12:00")}, ""},
		{"rolling without an end: none", also(catalog.Session{Rolling: true, Start: dayOf("2027-03-01"), Times: slotsOf("mo 9:00-12:00")}, extra("2027-03-04", "", "")), ""},
		{"rolling with an end: as planned", catalog.Session{Rolling: true, Start: dayOf("2027-03-01"), End: dayOf("2027-03-08"), Times: slotsOf("mo 9:00-12:00")}, "2027-03-01 09:00–12:00, 2027-03-08 09:00–12:00"},
		{"the end before the start: none", span("2027-03-10", "2027-03-01", none, "mo 9:00-12:00"), ""},
	} {
		if got := spoken(Meetings(&row.session, calendar2027())); got != row.want {
			t.Errorf("%s:\n got %s\nwant %s", row.name, got, row.want)
		}
	}
}

func TestMeetingsAreLimited(t *testing.T) {
	typo := catalog.Session{Start: dayOf("2027-03-01"), End: dayOf("9027-03-01"), Times: slotsOf("mo 9:00-12:00")}
	meetings := Meetings(&typo, nil)
	if last := meetings[len(meetings)-1].Date; last > dayOf("2037-03-01") {
		t.Errorf("a session of 7,000 years meets until %s, want ten years at most", last)
	}
	typo.Times = slotsOf("9:00-10:00", "10:00-11:00", "11:00-12:00")
	if got := len(Meetings(&typo, nil)); got != 4000 {
		t.Errorf("a session with three meetings every day for 7,000 years has %d meetings, want 4000", got)
	}
}

func TestMeetingCarriesLengthUnitsAndMode(t *testing.T) {
	s := catalog.Session{Start: dayOf("2027-03-01"), End: dayOf("2027-03-06"), Mode: "hybrid", Also: []catalog.ExtraDate{{Date: dayOf("2027-03-08")}, {Date: dayOf("2027-03-15"), To: clockOf("10:30")}},
		Times: slotsOf("mo 9:00-12:15 units=4", "fr 22:00-1:00 mode=online", "sa units=2", "su")}
	want := []Meeting{
		{Date: dayOf("2027-03-01"), From: clockOf("9:00"), To: clockOf("12:15"), Minutes: 195, Units: 4, Mode: "hybrid"},
		{Date: dayOf("2027-03-05"), From: clockOf("22:00"), To: clockOf("1:00"), Minutes: 180, Units: 4, Mode: "online"},
		{Date: dayOf("2027-03-06"), Units: 2, Mode: "hybrid"},
		{Date: dayOf("2027-03-08"), From: clockOf("9:00"), To: clockOf("12:15"), Minutes: 195, Units: 4, Mode: "hybrid"},
		{Date: dayOf("2027-03-15"), From: clockOf("9:00"), To: clockOf("10:30"), Minutes: 90, Units: 2, Mode: "hybrid"},
	}
	got := Meetings(&s, nil)
	if !slices.Equal(got, want) {
		t.Errorf("\n got %v\nwant %v", got, want)
	}
	if units := PlannedUnits(got); units != 16 {
		t.Errorf("the planned units are %v, want 16", units)
	}
}

func TestMeetingWithoutAnEndHasNoLength(t *testing.T) {
	s := catalog.Session{Also: []catalog.ExtraDate{{Date: dayOf("2027-03-01"), From: clockOf("9:00")}, {Date: dayOf("2027-03-02"), To: clockOf("9:00")}}}
	for _, m := range Meetings(&s, nil) {
		if m.Minutes != 0 || m.Units != 0 {
			t.Errorf("%s has %d minutes and %v units", m.Date, m.Minutes, m.Units)
		}
	}
}

func TestMissingCalendarYears(t *testing.T) {
	for _, row := range []struct {
		name       string
		start, end string
		closed     catalog.ClosedOn
		cal        *date.Calendar
		want       []int
	}{
		{"all in 2027", "2027-03-01", "2027-12-20", public(), calendar2027(), nil},
		{"into 2028", "2027-03-01", "2028-02-20", public(), calendar2027(), []int{2028}},
		{"into 2028, but no meeting there", "2027-03-01", "2028-01-02", public(), calendar2027(), nil},
		{"into 2029, never closed", "2027-03-01", "2029-02-20", catalog.ClosedOn{}, calendar2027(), nil},
		{"school holidays unknown in 2027", "2027-03-01", "2027-12-20", catalog.ClosedOn{School: true}, date.NewCalendar([]date.Date{dayOf("2027-01-01")}, nil), []int{2027}},
		{"school holidays unknown in 2027, but open in them", "2027-03-01", "2027-12-20", public(), date.NewCalendar([]date.Date{dayOf("2027-01-01")}, nil), nil},
		{"no calendar", "2027-03-01", "2028-02-20", public(), nil, []int{2027, 2028}},
	} {
		s := catalog.Session{Start: dayOf(row.start), End: dayOf(row.end), ClosedOn: row.closed, Times: slotsOf("mo 9:00-12:00")}
		if got := MissingCalendarYears(&s, row.cal); !slices.Equal(got, row.want) {
			t.Errorf("%s: got %v, want %v", row.name, got, row.want)
		}
	}
}

func TestSlotsNameTheirDays(t *testing.T) {
	for _, row := range []struct {
		name    string
		session catalog.Session
		want    [][]time.Weekday
	}{
		{"named days stay", catalog.Session{Start: dayOf("2027-03-01"), Times: slotsOf("we 9:00-12:00")}, [][]time.Weekday{{time.Wednesday}}},
		{"one day: its weekday", catalog.Session{Start: dayOf("2027-03-06"), Times: slotsOf("9:00-12:00")}, [][]time.Weekday{{time.Saturday}}},
		{"two days: their weekdays", catalog.Session{Start: dayOf("2027-03-06"), End: dayOf("2027-03-07"), Times: slotsOf("9:00-12:00")}, [][]time.Weekday{{time.Saturday, time.Sunday}}},
		{"a month: every day", catalog.Session{Start: dayOf("2027-03-06"), End: dayOf("2027-04-07"), Times: slotsOf("9:00-12:00")}, [][]time.Weekday{nil}},
		{"rolling without an end: every day", catalog.Session{Rolling: true, Start: dayOf("2027-03-06"), Times: slotsOf("9:00-12:00")}, [][]time.Weekday{nil}},
		{"dates in also beside times: the times", catalog.Session{Start: dayOf("2027-03-06"), Times: slotsOf("sa"), Also: []catalog.ExtraDate{{Date: dayOf("2027-03-10")}}}, [][]time.Weekday{{time.Saturday}}},
		{"only dates in also: theirs", catalog.Session{Also: []catalog.ExtraDate{{Date: dayOf("2027-03-06")}, {Date: dayOf("2027-03-10")}}}, [][]time.Weekday{{time.Saturday}, {time.Wednesday}}},
	} {
		var got [][]time.Weekday
		for _, slot := range Slots(&row.session) {
			got = append(got, slot.Days)
		}
		if !slices.EqualFunc(got, row.want, slices.Equal) {
			t.Errorf("%s: got %v, want %v", row.name, got, row.want)
		}
	}
	s := catalog.Session{Mode: "hybrid", Times: slotsOf("we 9:00-12:00", "th 9:00-12:00 mode=online")}
	if got := Slots(&s); got[0].Mode != "hybrid" || got[1].Mode != "online" || s.Times[0].Mode != "" {
		t.Errorf("modes are %q and %q; the session's own slot has %q", got[0].Mode, got[1].Mode, s.Times[0].Mode)
	}
}

// TestMeetingsKeepTheirPromises holds for any session: sorted, each once, never on an excluded day, within the bounds.
func TestMeetingsKeepTheirPromises(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		s := randomSession(random.IntN)
		keepsPromises(t, &s, calendar2027())
	}
}

func FuzzMeetings(f *testing.F) {
	f.Add([]byte{3, 40, 1, 2, 3})
	f.Add([]byte{0, 255, 255, 255, 255, 9, 9, 9, 9, 9, 9, 9})
	f.Fuzz(func(t *testing.T, data []byte) {
		at := -1
		s := randomSession(func(n int) int {
			if at++; at < len(data) {
				return int(data[at]) % n
			}
			return at % n
		})
		keepsPromises(t, &s, calendar2027())
		for _, when := range []string{"2026-01-01", "2027-03-10", "2050-01-01"} {
			PhaseOf(&s, dayOf(when))
			RegisterStateOf(&s, dayOf(when))
		}
		course := &catalog.Course{Sessions: []catalog.Session{s}}
		FitsBesideWork(course, &s, calendar2027())
		TimesOfDay(Slots(&s))
		SlotRows(s.Times)
		MissingCalendarYears(&s, calendar2027())
		hours := []catalog.Hours{{Times: s.Times, ClosedOn: s.ClosedOn}}
		OpenAt(hours, s.Except, calendar2027(), date.Moment{Date: s.Start, Clock: clockOf("10:00")})
		NextOpening(hours, s.Except, calendar2027(), date.Moment{Date: s.Start})
	})
}

func keepsPromises(t *testing.T, s *catalog.Session, cal *date.Calendar) {
	t.Helper()
	meetings := Meetings(s, cal)
	isAlso := func(d date.Date) bool {
		return slices.ContainsFunc(s.Also, func(e catalog.ExtraDate) bool { return e.Date == d })
	}
	for i, m := range meetings {
		if i > 0 {
			before := meetings[i-1]
			if before.Date > m.Date || before.Date == m.Date && (before.From > m.From || before.From == m.From && before.To >= m.To) {
				t.Fatalf("%s stands before %s", spoken(meetings[i-1:i]), spoken(meetings[i:i+1]))
			}
		}
		if isAlso(m.Date) {
			continue
		}
		switch {
		case m.Date < s.Start || m.Date > max(s.Start, s.End):
			t.Fatalf("%s lies outside %s to %s", m.Date, s.Start, s.End)
		case isIn(s.Except, m.Date):
			t.Fatalf("%s is excepted", m.Date)
		case s.ClosedOn.Public && cal.IsPublicHoliday(m.Date), s.ClosedOn.School && (cal.IsSchoolHoliday(m.Date) || cal.IsPublicHoliday(m.Date)):
			t.Fatalf("%s is a holiday", m.Date)
		}
	}
	if len(meetings) > mostMeetings {
		t.Fatalf("%d meetings", len(meetings))
	}
}

// randomSession returns a session made of numbers below n that next returns.
func randomSession(next func(n int) int) catalog.Session {
	start := dayOf("2027-01-01").Add(next(200))
	clock := func() date.Clock { return date.Clock(next(256) * 6) }
	s := catalog.Session{Start: start, End: start.Add(next(250)*next(40) - 3), Rolling: next(8) == 0, ClosedOn: catalog.ClosedOn{Public: next(2) == 0, School: next(3) == 0}}
	for range next(5) {
		slot := catalog.Slot{From: clock(), To: clock(), Every: next(5)}
		for range next(4) {
			slot.Days = append(slot.Days, time.Weekday(next(7)))
		}
		if next(3) == 0 {
			slot.Nth = []int{next(6), -next(2)}
		}
		if next(3) == 0 {
			slot.First = start.Add(next(60) - 30)
		}
		s.Times = append(s.Times, slot)
	}
	for range next(3) {
		from := start.Add(next(100))
		s.Except = append(s.Except, date.Range{From: from, To: from.Add(next(20))})
		s.Also = append(s.Also, catalog.ExtraDate{Date: start.Add(next(120)), From: clock(), To: clock()})
	}
	return s
}
