package site

import (
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
	"mappe/generator/locale"
)

// A day's picture goes from seven to seven; hours before or after widen it.
const dayStart, dayEnd = 7 * 60, 19 * 60

// week tells weekly hours day by day; nil where they are not the same in every week, only days are known, or there is only one.
func (v *view) week(h *catalog.Hours) *Week {
	if len(h.Times) == 0 || slices.ContainsFunc(h.Times, isUneven) {
		return nil
	}
	days := facts.Week([]catalog.Hours{*h})
	if open := slices.DeleteFunc(slices.Clone(days), func(d facts.DayHours) bool { return len(d.Intervals) == 0 }); len(open) < 2 {
		return nil
	}
	start, end := dayStart, dayEnd
	for _, day := range days {
		for _, open := range day.Intervals {
			start, end = min(start, minuteOf(open.From)), max(end, minuteOf(open.From)+date.Minutes(open.From, open.To))
		}
	}
	week := &Week{Width: end - start}
	for i, day := range days {
		if i >= 5 && len(day.Intervals) == 0 {
			continue
		}
		told := WeekDay{Number: i + 1, Name: v.loc.Weekday(day.Day, locale.Wide)}
		for _, open := range day.Intervals {
			told.Times = append(told.Times, v.loc.ClockRange(open.From, open.To))
			told.Bars = append(told.Bars, Bar{X: minuteOf(open.From) - start, Width: date.Minutes(open.From, open.To)})
		}
		week.Days = append(week.Days, told)
	}
	return week
}

// isUneven reports that a slot is not held every week, or does not say from when to when.
func isUneven(slot catalog.Slot) bool {
	return slot.Every > 1 || len(slot.Nth) > 0 || slot.From.IsZero() || slot.To.IsZero()
}

func minuteOf(c date.Clock) int { return c.Hour()*60 + c.Minute() }
