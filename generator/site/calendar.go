package site

import (
	"strconv"
	"sync/atomic"
	"time"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
	"mappe/generator/locale"
)

// A session of fewer days is told in words alone. Of a longer one the picture shows these months, from the present one on; the words beside it
// tell all of them.
const fewestDays, mostMonths = 4, 6

// drawing is what the calendar of a session shows in every language.
type drawing struct {
	months []CalendarMonth // without their names
	first  date.Date       // of the first month
	off    []date.Range
}

// calendar draws the days of a session, with those on which it does not take place for a holiday or a break. It also returns these as
// spans of days; both are nil for what has no days that could be shown.
func (v *view) calendar(held *session) (*Calendar, []date.Range) {
	d := held.drawn.Load()
	if d == nil {
		d = v.draw(&held.Session)
		held.drawn.Store(d)
	}
	if len(d.months) == 0 {
		return nil, d.off
	}
	c := v.room.calendars.one(Calendar{Months: append(v.room.months.take(len(d.months)), d.months...)})
	for i := range c.Months {
		month := d.first.AddMonths(i)
		c.Months[i].Name = v.loc.Month(month.Month(), locale.Wide)
		if i == 0 || month.Month() == time.January {
			c.Months[i].Name += " " + strconv.Itoa(month.Year())
		}
	}
	return c, d.off
}

// draw draws a calendar, which lasts.
func (v *view) draw(session *catalog.Session) *drawing {
	on := v.daysOf(session)
	if len(on) < fewestDays {
		return &drawing{}
	}
	planned := on
	if len(session.Except) > 0 || session.ClosedOn != (catalog.ClosedOn{}) {
		whole := *session
		whole.Except, whole.ClosedOn = nil, catalog.ClosedOn{}
		planned = v.daysOf(&whole)
	}
	first, last := min(on[0], planned[0]), max(on[len(on)-1], planned[len(planned)-1])
	isOn, isOff := newDays(first, last), newDays(first, last)
	for _, day := range on {
		isOn.add(day)
	}
	from := max(first, min(v.Today, last))
	d := &drawing{first: from.Add(1 - from.Day()), months: make([]CalendarMonth, 0, min(int(last-from)/28+2, mostMonths))}
	for _, day := range planned {
		if isOn.holds(day) {
			continue
		}
		isOff.add(day)
		if n := len(d.off); n > 0 && !isOn.anyBetween(d.off[n-1].To, day) {
			d.off[n-1].To = day
		} else {
			d.off = append(d.off, date.Range{From: day, To: day})
		}
	}
	for month := d.first; month <= last && len(d.months) < mostMonths; month = month.AddMonths(1) {
		d.months = append(d.months, v.drawMonth(month, isOn, isOff))
	}
	return d
}

// daysOf returns the days on which a session meets, each once.
func (v *view) daysOf(session *catalog.Session) []date.Date {
	meetings := v.room.meetings.filled(func(room []facts.Meeting) []facts.Meeting {
		return facts.MeetingsIn(room, session, v.Catalogue.Calendar)
	})
	days := v.room.days.take(len(meetings))
	for _, m := range meetings {
		if len(days) == 0 || days[len(days)-1] != m.Date {
			days = append(days, m.Date)
		}
	}
	return days
}

// days are some of the days from a first one to a last.
type days struct {
	first date.Date
	held  []bool // by how many days after the first
}

func newDays(first, last date.Date) days { return days{first, make([]bool, last-first+1)} }

func (d days) add(day date.Date) { d.held[day-d.first] = true }

// holds reports whether a day, which may be any, is one of them.
func (d days) holds(day date.Date) bool {
	i := int(day - d.first)
	return i >= 0 && i < len(d.held) && d.held[i]
}

// anyBetween reports whether one of the days lies between two others.
func (d days) anyBetween(from, to date.Date) bool {
	for day := from + 1; day < to; day++ {
		if d.holds(day) {
			return true
		}
	}
	return false
}

func (s *Site) drawMonth(first date.Date, on, off days) CalendarMonth {
	next := first.AddMonths(1)
	return CalendarMonth{
		Height: (int(next-1-first.Monday())/7 + 1) * 10,
		Days:   s.allDays.of(first, next),
		On:     weekLines(first, next, on.holds),
		Off:    weekLines(first, next, off.holds),
	}
}

// monthLines are the lines through all days of a month, by the days' number and the weekday of the first.
type monthLines [32][7]atomic.Pointer[string]

func (m *monthLines) of(first, next date.Date) string {
	at := &m[next-first][first.Weekday()]
	if at.Load() == nil {
		lines := weekLines(first, next, func(date.Date) bool { return true })
		at.Store(&lines)
	}
	return *at.Load()
}

// weekLines draws a line through neighbouring days of a week; a dash of eight and a gap of two make it a row of days.
func weekLines(first, next date.Date, wanted func(date.Date) bool) string {
	monday := first.Monday()
	d := make([]byte, 0, 128) // as many as a month has, mostly
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
