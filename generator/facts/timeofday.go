package facts

import (
	"slices"
	"time"

	"mappe/generator/catalog"
)

// The times of day, by the ids that facets and messages use.
const (
	Morning   = "morning"
	Afternoon = "afternoon"
	Evening   = "evening"
	Weekend   = "weekend"
	FullDay   = "full_day"
)

// Where one time of day ends and the next begins, in minutes since midnight.
const (
	noon         = 12 * 60
	morningEnd   = 14 * 60
	eveningStart = 17 * 60
)

// Set holds times of day in the order of the constants, each once. An empty set means that the times are not known.
type Set []string

// Has reports whether the set holds a time of day.
func (s Set) Has(id string) bool { return slices.Contains(s, id) }

// TimesOfDay returns the times of day that slots fall in, by the rule of WISY, the German course databases' software: what
// starts from 17:00 is evening, from 12:00 afternoon; what starts earlier is morning if it ends by 14:00, else full day.
// What has no day from Monday to Thursday, but a Saturday or Sunday, is weekend and nothing else, whatever its hours.
//
// Slots of one day are taken together, so that 9:00–12:00 and 13:00–16:00 make a full day. Of a session, give its Slots.
func TimesOfDay(slots []catalog.Slot) Set {
	var all []time.Weekday
	found := map[string]bool{}
	for i := range slots {
		all = append(all, daysOf(&slots[i])...)
	}
	if meetsAtWeekend(all) {
		return Set{Weekend}
	}
	for i := range slots {
		days := daysOf(&slots[i])
		if meetsAtWeekend(days) {
			found[Weekend] = true
			continue
		}
		for _, day := range days {
			if !isWeekend(day) {
				found[partOfDay(slots, i, day)] = true
			}
		}
	}
	var set Set
	for _, id := range []string{Morning, Afternoon, Evening, Weekend, FullDay} {
		if found[id] {
			set = append(set, id)
		}
	}
	return set
}

// daysOf returns the weekdays of a slot; one that names none means every day.
func daysOf(slot *catalog.Slot) []time.Weekday {
	if len(slot.Days) > 0 {
		return slot.Days
	}
	return []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}
}

// meetsAtWeekend reports a Saturday or Sunday among days that hold none from Monday to Thursday; a Friday may lead in.
func meetsAtWeekend(days []time.Weekday) bool {
	return slices.ContainsFunc(days, isWeekend) &&
		!slices.ContainsFunc(days, func(day time.Weekday) bool { return !isWeekend(day) && day != time.Friday })
}

// partOfDay returns the time of day of everything that takes place on the same days as a slot, empty where it is not known.
func partOfDay(slots []catalog.Slot, i int, day time.Weekday) string {
	from, end, known := daySpan(slots, i, day)
	switch {
	case from < 0:
		return ""
	case from >= eveningStart:
		return Evening
	case from >= noon:
		return Afternoon
	case !known:
		return ""
	case end <= morningEnd:
		return Morning
	}
	return FullDay
}

// daySpan returns the earliest start and the latest end, in minutes since midnight, of the slots that share a weekday and a
// rhythm with one of them: from is -1 where no time is known, and known is false where an end is missing.
func daySpan(slots []catalog.Slot, i int, day time.Weekday) (from, end int, known bool) {
	from, known = -1, true
	for j := range slots {
		slot := &slots[j]
		if slot.From.IsZero() || !meetsOn(slot, day) || !sameRhythm(slot, &slots[i]) {
			continue
		}
		start := slot.From.Minutes()
		if from < 0 || start < from {
			from = start
		}
		end = max(end, start+slotMinutes(slot))
		known = known && !slot.To.IsZero()
	}
	return from, end, known
}

// sameRhythm reports that two slots take place in the same weeks.
func sameRhythm(a, b *catalog.Slot) bool {
	return max(1, a.Every) == max(1, b.Every) && a.First == b.First && slices.Equal(a.Nth, b.Nth)
}
