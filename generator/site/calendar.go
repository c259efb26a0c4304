package site

import (
	"strconv"
	"time"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
	"mappe/generator/locale"
)

// A session of fewer days is told in words alone, and one of more months than this too: its picture would be longer than the page.
const fewestDays, mostMonths = 4, 24

// calendar draws the days of a session, with those on which it does not take place for a holiday or a break. It also returns these as
// spans of days; both are nil for what has no days that could be shown.
func (v *view) calendar(s *catalog.Session) (*Calendar, []date.Range) {
	on := daysOf(facts.Meetings(s, v.Catalogue.Calendar))
	if len(on) < fewestDays {
		return nil, nil
	}
	whole := *s
	whole.Except, whole.ClosedOn = nil, catalog.ClosedOn{}
	planned := daysOf(facts.Meetings(&whole, v.Catalogue.Calendar))
	first, last := min(on[0], planned[0]), max(on[len(on)-1], planned[len(planned)-1])
	isOn := map[date.Date]bool{}
	for _, day := range on {
		isOn[day] = true
	}
	isOff := map[date.Date]bool{}
	var off []date.Range
	for _, day := range planned {
		if isOn[day] {
			continue
		}
		isOff[day] = true
		if n := len(off); n > 0 && !anyBetween(isOn, off[n-1].To, day) {
			off[n-1].To = day
		} else {
			off = append(off, date.Range{From: day, To: day})
		}
	}
	c := &Calendar{}
	for month := first.Add(1 - first.Day()); month <= last; month = month.AddMonths(1) {
		if len(c.Months) == mostMonths {
			return nil, off
		}
		c.Months = append(c.Months, v.month(month, isOn, isOff, len(c.Months) == 0))
	}
	return c, off
}

// daysOf returns the days of meetings, each once.
func daysOf(meetings []facts.Meeting) []date.Date {
	var days []date.Date
	for _, m := range meetings {
		if len(days) == 0 || days[len(days)-1] != m.Date {
			days = append(days, m.Date)
		}
	}
	return days
}

// anyBetween reports whether one of the days lies between two others.
func anyBetween(days map[date.Date]bool, from, to date.Date) bool {
	for day := from + 1; day < to; day++ {
		if days[day] {
			return true
		}
	}
	return false
}

// month draws a month; its name says the year where that is new.
func (v *view) month(first date.Date, on, off map[date.Date]bool, isFirst bool) CalendarMonth {
	m := CalendarMonth{Name: v.loc.Month(first.Month(), locale.Wide)}
	if isFirst || first.Month() == time.January {
		m.Name += " " + strconv.Itoa(first.Year())
	}
	next := first.AddMonths(1)
	monday := first.Monday()
	m.Height = (int(next-1-monday)/7 + 1) * 10
	every := func(date.Date) bool { return true }
	m.Days = weekLines(first, next, every)
	m.On = weekLines(first, next, func(day date.Date) bool { return on[day] })
	m.Off = weekLines(first, next, func(day date.Date) bool { return off[day] })
	return m
}

// weekLines draws a line through neighbouring days of a week; a dash of eight and a gap of two make it a row of days.
func weekLines(first, next date.Date, wanted func(date.Date) bool) string {
	monday := first.Monday()
	var d []byte
	for day := first; day < next; day++ {
		if !wanted(day) {
			continue
		}
		start := day
		for day+1 < next && day+1-start.Monday() < 7 && wanted(day+1) {
			day++
		}
		x, y := int(start-start.Monday())*10+1, int(start.Monday()-monday)/7*10+5
		d = append(d, 'M')
		d = strconv.AppendInt(d, int64(x), 10)
		d = append(d, ' ')
		d = strconv.AppendInt(d, int64(y), 10)
		d = append(d, 'h')
		d = strconv.AppendInt(d, int64(day-start)*10+8, 10)
	}
	return string(d)
}
