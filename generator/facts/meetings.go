package facts

import (
	"cmp"
	"slices"
	"time"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// Meeting is one real date of a session.
type Meeting struct {
	Date date.Date
	// From and To are none where no time is known. A To before From lies on the next day.
	From, To date.Clock
	Minutes  int
	// Units of 45 minutes, as the slot says or counted from the minutes.
	Units float64
	// Mode is on_site, online or hybrid: the slot's, else the session's.
	Mode string
}

// No session lasts longer, and none meets more often: whatever an editor mistypes, the list stays short.
const (
	longestSessionMonths = 10 * 12
	mostMeetings         = 4000
)

// minutesPerUnit is the length of a unit (§ 11 (2) DeuFöV; integration courses count the same way).
const minutesPerUnit = 45

// Meetings returns the real dates of a session, sorted and each once: those of its times between its start and its end, less
// the holidays of closed_on and the days in except, and the dates in also, which beat both and may lie outside.
//
// A session without a start has only the dates in also. One that is rolling without an end, or on demand, has none:
// what cannot be told whole is not told; its Slots say when it meets.
func Meetings(s *catalog.Session, cal *date.Calendar) []Meeting { return MeetingsIn(nil, s, cal) }

// MeetingsIn is Meetings, in the room of a list that is not used any more.
func MeetingsIn(room []Meeting, s *catalog.Session, cal *date.Calendar) []Meeting {
	if isEndless(s) {
		return nil
	}
	meetings := room[:0]
	for i := range s.Also {
		meetings = append(meetings, alsoMeetings(s, &s.Also[i])...)
	}
	meetings = appendRegular(meetings, s, cal)
	slices.SortStableFunc(meetings, func(a, b Meeting) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	meetings = slices.CompactFunc(meetings, func(a, b Meeting) bool { return a.Date == b.Date && a.From == b.From && a.To == b.To })
	return meetings[:min(len(meetings), mostMeetings)]
}

// isEndless reports that a session's dates cannot be counted.
func isEndless(s *catalog.Session) bool { return s.OnDemand || s.Rolling && s.End.IsZero() }

// appendRegular appends the meetings at a session's times.
func appendRegular(meetings []Meeting, s *catalog.Session, cal *date.Calendar) []Meeting {
	if s.Start.IsZero() || isEndless(s) {
		return meetings
	}
	last := min(cmp.Or(s.End, s.Start), s.Start.AddMonths(longestSessionMonths))
	meetings = slices.Grow(meetings, expected(s, int(last-s.Start)/7+1))
	most := len(meetings) + mostMeetings
	for day := s.Start; day <= last && len(meetings) < most; day++ {
		if isHoliday(s.ClosedOn, cal, day) || isIn(s.Except, day) {
			continue
		}
		for i := range s.Times {
			if occurs(&s.Times[i], day, s.Start) {
				meetings = append(meetings, meetingAt(day, s.Times[i], s.Mode))
			}
		}
	}
	return meetings
}

// expected is about how often a session meets in so many weeks, rather more than less.
func expected(s *catalog.Session, weeks int) (meetings int) {
	for i := range s.Times {
		meetings += len(s.Times[i].Days) * (weeks/max(s.Times[i].Every, 1) + 1)
	}
	return min(max(meetings, 0), mostMeetings)
}

// alsoMeetings returns the meetings of one extra date. Without times it is a day like others of that weekday.
func alsoMeetings(s *catalog.Session, also *catalog.ExtraDate) []Meeting {
	slots := slotsFor(s, also.Date)
	switch {
	case also.Date.IsZero():
		return nil
	case also.From.IsZero() && also.To.IsZero() && len(slots) > 0:
		var meetings []Meeting
		for _, slot := range slots {
			meetings = append(meetings, meetingAt(also.Date, slot, s.Mode))
		}
		return meetings
	}
	slot := catalog.Slot{From: also.From, To: also.To}
	if len(slots) > 0 {
		if also.From.IsZero() || also.To.IsZero() { // else it is a day of its own, as the session says
			slot.Mode = slots[0].Mode
		}
		slot.From, slot.To = cmp.Or(also.From, slots[0].From), cmp.Or(also.To, slots[0].To)
	}
	return []Meeting{meetingAt(also.Date, slot, s.Mode)}
}

// slotsFor returns the slots an extra date takes its times from: those of that very day, else the first of that weekday,
// else the first of all.
func slotsFor(s *catalog.Session, day date.Date) []catalog.Slot {
	var thatDay []catalog.Slot
	thatWeekday := -1
	for i := range s.Times {
		if occurs(&s.Times[i], day, s.Start) {
			thatDay = append(thatDay, s.Times[i])
		}
		if thatWeekday < 0 && meetsOn(&s.Times[i], day.Weekday()) {
			thatWeekday = i
		}
	}
	if len(thatDay) > 0 || len(s.Times) == 0 {
		return thatDay
	}
	thatWeekday = max(0, thatWeekday)
	return s.Times[thatWeekday : thatWeekday+1]
}

func meetingAt(day date.Date, slot catalog.Slot, mode string) Meeting {
	m := Meeting{Date: day, From: slot.From, To: slot.To, Minutes: slotMinutes(&slot), Mode: cmp.Or(slot.Mode, mode)}
	m.Units, _ = slotUnits(&slot)
	return m
}

// slotMinutes returns the length of a slot, 0 where it is not known.
func slotMinutes(slot *catalog.Slot) int {
	if slot.From.IsZero() || slot.To.IsZero() {
		return 0
	}
	return date.Minutes(slot.From, slot.To)
}

// slotUnits returns the units of a slot, and whether they are known.
func slotUnits(slot *catalog.Slot) (units float64, known bool) {
	if slot.Units != nil {
		return *slot.Units, true
	}
	minutes := slotMinutes(slot)
	return float64(minutes) / minutesPerUnit, minutes > 0
}

// meetsOn reports whether the slot names the weekday; one that names none means every day.
func meetsOn(slot *catalog.Slot, day time.Weekday) bool {
	return len(slot.Days) == 0 || slices.Contains(slot.Days, day)
}

// occurs reports whether the slot's days, every and nth meet on the day. Weeks are counted from the week of first, else of
// start, and nothing meets before first. Every other week counted from nowhere is never: which of two weeks is not known.
func occurs(slot *catalog.Slot, day, start date.Date) bool {
	if !meetsOn(slot, day.Weekday()) || !isNth(slot.Nth, day) || day < slot.First {
		return false
	}
	if slot.Every <= 1 {
		return true
	}
	from := cmp.Or(slot.First, start)
	return !from.IsZero() && int(day.Monday()-from.Monday())/7%slot.Every == 0
}

// isNth reports whether the day is one of these of its weekday in its month, -1 standing for the last.
func isNth(nth []int, day date.Date) bool {
	if len(nth) == 0 {
		return true
	}
	isLast := day.Add(7).Month() != day.Month()
	return slices.Contains(nth, (day.Day()-1)/7+1) || isLast && slices.Contains(nth, -1)
}

func isHoliday(on catalog.ClosedOn, cal *date.Calendar, day date.Date) bool {
	return cal != nil && ((on.Public || on.School) && cal.IsPublicHoliday(day) || on.School && cal.IsSchoolHoliday(day))
}

func isIn(ranges []date.Range, day date.Date) bool {
	return slices.ContainsFunc(ranges, func(r date.Range) bool { return r.Contains(day) })
}

// PlannedUnits returns the units of all these meetings, 45 minutes each.
func PlannedUnits(meetings []Meeting) float64 {
	sum := 0.0
	for _, m := range meetings {
		sum += m.Units
	}
	return sum
}

// MissingCalendarYears returns the years in which a session that keeps holidays meets and the calendar has none of those
// holidays, so that some of its dates may be wrong.
func MissingCalendarYears(s *catalog.Session, cal *date.Calendar) []int {
	if !s.ClosedOn.Public && !s.ClosedOn.School {
		return nil
	}
	var years []int
	for _, m := range appendRegular(nil, s, cal) {
		year := m.Date.Year()
		if len(years) > 0 && years[len(years)-1] == year {
			continue
		}
		if cal == nil || !cal.HasPublicHolidays(year) || s.ClosedOn.School && !cal.HasSchoolHolidays(year) {
			years = append(years, year)
		}
	}
	return years
}

// Slots returns a session's times as they are to be told: each with its mode and its days, where a session of less than a
// week names none; the dates in also where it has no other times.
func Slots(s *catalog.Session) []catalog.Slot {
	slots := slices.Clone(s.Times)
	for _, also := range s.Also {
		if len(s.Times) == 0 && !also.Date.IsZero() {
			slots = append(slots, catalog.Slot{Days: []time.Weekday{also.Date.Weekday()}, From: also.From, To: also.To, First: also.Date})
		}
	}
	days := sessionDays(s)
	for i := range slots {
		slots[i].Mode = cmp.Or(slots[i].Mode, s.Mode)
		if len(slots[i].Days) == 0 {
			slots[i].Days = days
		}
	}
	return slots
}

// sessionDays returns the weekdays between a session's start and its end, none where it lasts a week or longer.
func sessionDays(s *catalog.Session) []time.Weekday {
	last := cmp.Or(s.End, s.Start)
	if s.Start.IsZero() || isEndless(s) || last-s.Start >= 6 {
		return nil
	}
	var days []time.Weekday
	for day := s.Start; day <= last; day++ {
		days = append(days, day.Weekday())
	}
	return days
}
