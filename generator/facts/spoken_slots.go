package facts

import (
	"cmp"
	"slices"
	"time"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// SlotRow is slots said in one line: "Mo, We 17:00–19:15, every other week".
type SlotRow struct {
	// Days are in week order, each once; none where the slots name none.
	Days []time.Weekday
	// From and To are none where no time is known. A To before From lies on the next day.
	From, To date.Clock
	// Every is 1 for every week, 2 for every other.
	Every int
	// First is the first day, where the slots name one.
	First date.Date
	// Nth says which such days of the month, -1 for the last; none for all of them.
	Nth []int
	// Mode is on_site, online or hybrid, empty where nothing is said.
	Mode string
}

// SlotRows joins the slots that differ in nothing but their days. Rows are sorted by their first day, then by time.
func SlotRows(slots []catalog.Slot) []SlotRow {
	var rows []SlotRow
	for i := range slots {
		row := rowOf(&slots[i])
		same := func(other SlotRow) bool { return other.differsOnlyInDays(row) }
		if at := slices.IndexFunc(rows, same); at >= 0 {
			rows[at].Days = inWeekOrder(append(rows[at].Days, row.Days...))
		} else {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b SlotRow) int {
		return cmp.Or(cmp.Compare(a.firstDay(), b.firstDay()), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return rows
}

func rowOf(slot *catalog.Slot) SlotRow {
	return SlotRow{Days: inWeekOrder(slot.Days), From: slot.From, To: slot.To, Every: max(1, slot.Every), First: slot.First, Nth: slot.Nth, Mode: slot.Mode}
}

// differsOnlyInDays reports that two rows can be one. Slots without days mean every day and stay by themselves.
func (r SlotRow) differsOnlyInDays(other SlotRow) bool {
	return r.From == other.From && r.To == other.To && r.Every == other.Every && r.First == other.First && r.Mode == other.Mode &&
		slices.Equal(r.Nth, other.Nth) && (len(r.Days) == 0) == (len(other.Days) == 0)
}

func (r SlotRow) firstDay() int {
	if len(r.Days) == 0 {
		return 0
	}
	return weekOrder(r.Days[0])
}
