package facts

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// dayOf reads a day as an editor writes it, none from an empty text.
func dayOf(s string) date.Date {
	d, ok := date.Parse(s)
	if !ok && s != "" {
		panic("no day: " + s)
	}
	return d
}

func clockOf(s string) date.Clock {
	c, ok := date.ParseClock(s)
	if !ok && s != "" {
		panic("no time: " + s)
	}
	return c
}

func momentOf(s string) date.Moment {
	m, ok := date.ParseMoment(s)
	if !ok {
		panic("no moment: " + s)
	}
	return m
}

func rangesOf(list ...string) []date.Range {
	var ranges []date.Range
	for _, s := range list {
		r, ok := date.ParseRange(s)
		if !ok {
			panic("no range: " + s)
		}
		ranges = append(ranges, r)
	}
	return ranges
}

// slotsOf reads slots from sentences such as "mo we 17:00-19:15 every=2 first=2027-03-01 nth=1,-1 units=3 mode=online".
func slotsOf(sentences ...string) []catalog.Slot {
	var slots []catalog.Slot
	for _, sentence := range sentences {
		var slot catalog.Slot
		for _, word := range strings.Fields(sentence) {
			readSlotWord(&slot, word)
		}
		slots = append(slots, slot)
	}
	return slots
}

func readSlotWord(slot *catalog.Slot, word string) {
	key, value, named := strings.Cut(word, "=")
	from, to, isTimes := strings.Cut(word, "-")
	switch {
	case key == "every":
		slot.Every, _ = strconv.Atoi(value)
	case key == "first":
		slot.First = dayOf(value)
	case key == "units":
		units, _ := strconv.ParseFloat(value, 64)
		slot.Units = &units
	case key == "mode":
		slot.Mode = value
	case key == "nth":
		for n := range strings.SplitSeq(value, ",") {
			i, _ := strconv.Atoi(n)
			slot.Nth = append(slot.Nth, i)
		}
	case !named && isTimes:
		slot.From, slot.To = clockOf(from), clockOf(to)
	default:
		i := strings.Index("so mo tu we th fr sa su", word) / 3
		slot.Days = append(slot.Days, time.Weekday(i%7))
	}
}

// calendar2027 are the holidays of Lower Saxony in 2027, as far as the tests need them; it lacks 2028.
func calendar2027() *date.Calendar {
	public := []date.Date{dayOf("2027-01-01"), dayOf("2027-03-26"), dayOf("2027-03-29"), dayOf("2027-05-01"), dayOf("2027-05-06"), dayOf("2027-05-17")}
	return date.NewCalendar(public, rangesOf("2027-03-22..2027-04-03", "2027-07-08..2027-08-18"))
}

func public() catalog.ClosedOn { return catalog.ClosedOn{Public: true} }

func pointerTo[T any](v T) *T { return &v }

// spoken writes meetings as "2027-03-01 17:00–19:15", joined by commas.
func spoken(meetings []Meeting) string {
	var days []string
	for _, m := range meetings {
		day := m.Date.String()
		if !m.From.IsZero() {
			day += fmt.Sprintf(" %s–%s", m.From, m.To)
		}
		days = append(days, day)
	}
	return strings.Join(days, ", ")
}
