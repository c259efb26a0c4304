package facts

import (
	"cmp"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// The paces, by the ids that facets and messages use.
const (
	FullTime = "full_time"
	PartTime = "part_time"
)

// FullTimeUnits are the units a week from which a course takes one's working days. The law says only that a full-time course
// has as a rule no more than 25 (§ 11 (4) DeuFöV) and that full time is the normal form (§ 14 (1) IntV; both as in
// force in 2025); where part time ends is our own line: four units on each of five days.
const FullTimeUnits = 20

// Pace returns full_time or part_time by a session's WeeklyHours, empty where they are not known.
func Pace(c *catalog.Course, s *catalog.Session, cal *date.Calendar) string {
	units, known := WeeklyHours(c, s, cal)
	switch {
	case !known:
		return ""
	case units >= FullTimeUnits:
		return FullTime
	}
	return PartTime
}

// WeeklyHours returns the units of 45 minutes that a session takes in a week, and whether that is known: what its workload
// says; else what its times make in a regular week without holidays; else the average of the weeks in which it meets; else
// the workload spread over the weeks between start and end, holidays apart. Of a course without a session (nil), only the
// workload can tell.
func WeeklyHours(c *catalog.Course, s *catalog.Session, cal *date.Calendar) (units float64, known bool) {
	if s == nil {
		s = &catalog.Session{}
	}
	e := Effective(c, s)
	switch {
	case e.Workload != nil && e.Workload.PerWeek != nil:
		return *e.Workload.PerWeek, true
	case len(e.Times) > 0:
		units, known = regularWeek(Slots(&e))
	default:
		units, known = averageWeek(Meetings(&e, cal))
	}
	if !known && e.Workload != nil && e.Workload.Units != nil {
		if weeks := teachingWeeks(&e, cal); weeks > 0 {
			return *e.Workload.Units / weeks, true
		}
	}
	return units, known
}

// regularWeek returns the units of all slots in a week, those that do not take place every week in proportion.
func regularWeek(slots []catalog.Slot) (units float64, known bool) {
	for i := range slots {
		slot := &slots[i]
		each, told := slotUnits(slot)
		if !told {
			return 0, false
		}
		each *= float64(len(daysOf(slot))) / float64(max(1, slot.Every))
		if len(slot.Nth) > 0 {
			each *= float64(len(slot.Nth)) * 12 / 52
		}
		units += each
	}
	return units, len(slots) > 0
}

// averageWeek returns the units of the weeks that have a meeting, on average.
func averageWeek(meetings []Meeting) (units float64, known bool) {
	weeks := 0
	for i, m := range meetings {
		if i == 0 || m.Date.Monday() != meetings[i-1].Date.Monday() {
			weeks++
		}
	}
	units = PlannedUnits(meetings)
	return units / float64(max(1, weeks)), units > 0
}

// teachingWeeks returns the days from Monday to Friday between start and end on which there can be lessons, in weeks of five.
func teachingWeeks(s *catalog.Session, cal *date.Calendar) float64 {
	if s.Start.IsZero() || isEndless(s) {
		return 0
	}
	days := 0
	last := min(cmp.Or(s.End, s.Start), s.Start.AddMonths(longestSessionMonths))
	for day := s.Start; day <= last; day++ {
		if !isWeekend(day.Weekday()) && !isHoliday(s.ClosedOn, cal, day) && !isIn(s.Except, day) {
			days++
		}
	}
	return float64(days) / 5
}
