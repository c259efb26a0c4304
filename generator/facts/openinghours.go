package facts

import (
	"cmp"
	"slices"
	"time"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// OpenState says how an office stands to a moment.
type OpenState uint8

// The states. An office that sees people by appointment only is never OpenClosed on a day it works: one can still ask.
const (
	// OpenUnknown means that no hours are known.
	OpenUnknown OpenState = iota
	OpenNow
	OpenByAppointment
	OpenClosed
)

// String returns the state's id.
func (s OpenState) String() string {
	return [...]string{"unknown", "open", "by_appointment", "closed"}[s]
}

// Opening is a time at which an office is open.
type Opening struct {
	Date     date.Date
	From, To date.Clock
	// ByAppointment means that these are the hours of appointments.
	ByAppointment bool
	// Row is the place of the hours it comes from in the record's list.
	Row int
}

// End returns the moment the opening ends, on the next day where To does not lie after From.
func (o Opening) End() date.Moment {
	if o.To <= o.From {
		return date.Moment{Date: o.Date.Add(1), Clock: o.To}
	}
	return date.Moment{Date: o.Date, Clock: o.To}
}

// openingDays is how far ahead the next opening is looked for.
const openingDays = 60

// OpenAt tells whether an office is open at a moment, and the opening it lies in, if any; an opening's end is no longer in
// it. Nothing is open on days in closed, nor a row on the holidays of its closed_on. Without a clock the moment is midnight.
func OpenAt(hours []catalog.Hours, closed []date.Range, cal *date.Calendar, moment date.Moment) (OpenState, Opening) {
	moment.Clock = max(moment.Clock, date.NewClock(0, 0))
	state, appointment := OpenUnknown, Opening{}
	for _, day := range []date.Date{moment.Date.Add(-1), moment.Date} {
		for _, o := range openingsOn(hours, closed, cal, day) {
			start := date.Moment{Date: o.Date, Clock: o.From}
			switch {
			case moment.Before(start) || !moment.Before(o.End()):
			case !o.ByAppointment:
				return OpenNow, o
			default:
				state, appointment = OpenByAppointment, o
			}
		}
	}
	switch {
	case state == OpenByAppointment:
		return state, appointment
	case asksForAppointment(hours, closed, cal, moment.Date):
		return OpenByAppointment, Opening{}
	case slices.ContainsFunc(hours, func(h catalog.Hours) bool { return h.ByAppointment || hasTimes(&h) }):
		return OpenClosed, Opening{}
	}
	return OpenUnknown, Opening{}
}

// NextOpening returns the next time an office opens, at the moment or within 60 days after it: the first at which one can
// simply come; only where there is none, the first with appointment.
func NextOpening(hours []catalog.Hours, closed []date.Range, cal *date.Calendar, from date.Moment) (Opening, bool) {
	var appointment Opening
	for day := from.Date; day <= from.Date.Add(openingDays); day++ {
		for _, o := range openingsOn(hours, closed, cal, day) {
			switch {
			case (date.Moment{Date: o.Date, Clock: o.From}).Before(from):
			case !o.ByAppointment:
				return o, true
			case appointment.Date.IsZero():
				appointment = o
			}
		}
	}
	return appointment, !appointment.Date.IsZero()
}

// openingsOn returns the openings that begin on a day, sorted by their start.
func openingsOn(hours []catalog.Hours, closed []date.Range, cal *date.Calendar, day date.Date) []Opening {
	var openings []Opening
	for row := range hours {
		h := &hours[row]
		if !worksOn(h, closed, cal, day) {
			continue
		}
		for i := range h.Times {
			if slot := &h.Times[i]; slotMinutes(slot) > 0 && occurs(slot, day, 0) {
				openings = append(openings, Opening{Date: day, From: slot.From, To: slot.To, ByAppointment: h.ByAppointment, Row: row})
			}
		}
	}
	slices.SortStableFunc(openings, func(a, b Opening) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return openings
}

// worksOn reports that neither a closure nor a holiday falls on the day.
func worksOn(h *catalog.Hours, closed []date.Range, cal *date.Calendar, day date.Date) bool {
	return !isIn(closed, day) && !isHoliday(h.ClosedOn, cal, day)
}

// asksForAppointment reports that an appointment is what one can ask for when no row is open: one row gives them at any time,
// or no row lets people simply come.
func asksForAppointment(hours []catalog.Hours, closed []date.Range, cal *date.Calendar, day date.Date) bool {
	walkIn := slices.ContainsFunc(hours, func(h catalog.Hours) bool { return !h.ByAppointment && hasTimes(&h) })
	return slices.ContainsFunc(hours, func(h catalog.Hours) bool {
		return h.ByAppointment && worksOn(&h, closed, cal, day) && (!walkIn || !hasTimes(&h))
	})
}

// hasTimes reports that a row says from when to when, and in which weeks.
func hasTimes(h *catalog.Hours) bool {
	return slices.ContainsFunc(h.Times, func(slot catalog.Slot) bool {
		return slotMinutes(&slot) > 0 && (slot.Every <= 1 || !slot.First.IsZero())
	})
}

// DayHours are the openings of one weekday, sorted, none on a day without.
type DayHours struct {
	Day       time.Weekday
	Intervals []Interval
}

// Interval is an opening as a table of the week shows it.
type Interval struct {
	// From and To are none where only the day is known. A To before From lies on the next day.
	From, To date.Clock
	// Every is 1 for every week, 2 for every other.
	Every int
	// Nth says which such days of the month, -1 for the last; none for all of them.
	Nth           []int
	ByAppointment bool
	// Row is the place of the hours it comes from in the record's list.
	Row int
}

// Week returns the seven days from Monday with their openings. Hours without times, such as those by appointment only, are
// on no day.
func Week(hours []catalog.Hours) []DayHours {
	week := make([]DayHours, 7)
	for i := range week {
		week[i].Day = time.Weekday((i + 1) % 7)
	}
	for row := range hours {
		for i := range hours[row].Times {
			slot := &hours[row].Times[i]
			interval := Interval{From: slot.From, To: slot.To, Every: max(1, slot.Every), Nth: slot.Nth, ByAppointment: hours[row].ByAppointment, Row: row}
			for _, day := range inWeekOrder(daysOf(slot)) {
				week[weekOrder(day)].Intervals = append(week[weekOrder(day)].Intervals, interval)
			}
		}
	}
	for i := range week {
		slices.SortStableFunc(week[i].Intervals, func(a, b Interval) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	}
	return week
}
