package facts

import (
	"math"
	"strings"
	"testing"

	"mappe/generator/catalog"
)

func TestWeeklyHoursAndPace(t *testing.T) {
	workload := func(units, perWeek float64) *catalog.Workload {
		w := &catalog.Workload{}
		if units > 0 {
			w.Units = &units
		}
		if perWeek > 0 {
			w.PerWeek = &perWeek
		}
		return w
	}
	spring := catalog.Session{Start: dayOf("2027-03-01"), End: dayOf("2027-06-25"), ClosedOn: public()}
	for _, row := range []struct {
		name     string
		workload *catalog.Workload
		session  catalog.Session
		slots    string
		units    float64
		pace     string
	}{
		{"nothing known", nil, spring, "", 0, ""},
		{"the workload says 25 a week", workload(600, 25), spring, "mo 9:00-12:00", 25, "full_time"},
		{"the workload says 19 a week", workload(0, 19), spring, "", 19, "part_time"},
		{"four units on five days", nil, spring, "mo tu we th fr 9:00-12:00", 20, "full_time"},
		{"four units on four days", nil, spring, "mo tu we th 9:00-12:00", 16, "part_time"},
		{"units of the slot, not its minutes", nil, spring, "mo tu we th fr 8:30-12:45 units=5", 25, "full_time"},
		{"every other Saturday", nil, spring, "sa 9:00-15:00 every=2", 4, "part_time"},
		{"the first and third Monday", nil, spring, "mo 9:00-12:15 nth=1,3 units=26", 12, "part_time"},
		{"rolling, by its slots", nil, catalog.Session{Rolling: true, Start: dayOf("2027-03-01")}, "mo tu we th fr 9:00-12:00", 20, "full_time"},
		{"a slot without times, and no workload", nil, spring, "mo 9:00-12:00; we", 0, ""},
		{"a slot without times, spread workload of 16.2 weeks", workload(162, 0), spring, "mo", 10, "part_time"},
		{"no slots: units over the weeks between start and end, holidays apart", workload(405, 0), spring, "", 25, "full_time"},
		{"no slots and no end: not known", workload(405, 0), catalog.Session{Rolling: true, Start: dayOf("2027-03-01")}, "", 0, ""},
		{"a day's workshop", nil, catalog.Session{Start: dayOf("2027-03-06")}, "9:00-15:00", 8, "part_time"},
	} {
		course := &catalog.Course{Workload: row.workload}
		session := row.session
		if row.slots != "" {
			session.Times = slotsOf(strings.Split(row.slots, "; ")...)
		}
		units, known := WeeklyHours(course, &session, calendar2027())
		if math.Abs(units-row.units) > 1e-9 || known != (row.pace != "") {
			t.Errorf("%s: %v units a week, known %v; want %v", row.name, units, known, row.units)
		}
		if got := Pace(course, &session, calendar2027()); got != row.pace {
			t.Errorf("%s: %q, want %q", row.name, got, row.pace)
		}
	}
}

func TestWeeklyHoursOfSingleDatesAreAverages(t *testing.T) {
	session := catalog.Session{}
	for _, day := range []string{"2027-03-01", "2027-03-02", "2027-03-03", "2027-03-15"} {
		session.Also = append(session.Also, catalog.ExtraDate{Date: dayOf(day), From: clockOf("9:00"), To: clockOf("12:00")})
	}
	if units, known := WeeklyHours(&catalog.Course{}, &session, nil); units != 8 || !known {
		t.Errorf("four dates of four units in two weeks: %v units a week, known %v; want 8", units, known)
	}
}

func TestWeeklyHoursOfACourseWithoutSession(t *testing.T) {
	course := &catalog.Course{Workload: &catalog.Workload{Units: pointerTo(300.0)}}
	if units, known := WeeklyHours(course, nil, nil); known {
		t.Errorf("300 units without dates are said to be %v a week", units)
	}
	course.Workload.PerWeek = pointerTo(24.0)
	if got := Pace(course, nil, nil); got != FullTime {
		t.Errorf("24 units a week without dates are %q, want full time", got)
	}
}
