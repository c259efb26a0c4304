package facts

import (
	"fmt"
	"strings"
	"testing"
)

func TestSlotRows(t *testing.T) {
	for _, row := range []struct{ slots, want string }{
		{"mo 17:00-19:15; we 17:00-19:15", "Mon Wed 17:00–19:15"},
		{"we mo 17:00-19:15", "Mon Wed 17:00–19:15"},
		{"su sa 9:00-12:00; mo 9:00-12:00", "Mon Sat Sun 09:00–12:00"},
		{"mo we 9:00-12:00; we 9:00-12:00", "Mon Wed 09:00–12:00"},
		{"we 9:00-12:00; mo 13:00-16:00; mo 9:00-11:00", "Mon 09:00–11:00 | Mon 13:00–16:00 | Wed 09:00–12:00"},
		{"mo 9:00-12:00 every=1; tu 9:00-12:00", "Mon Tue 09:00–12:00"},
		{"mo 9:00-12:00; tu 9:00-12:00 every=2", "Mon 09:00–12:00 | Tue 09:00–12:00 every 2"},
		{"mo 9:00-12:00 every=2 first=2027-03-01; tu 9:00-12:00 every=2 first=2027-03-09", "Mon 09:00–12:00 every 2 first 2027-03-01 | Tue 09:00–12:00 every 2 first 2027-03-09"},
		{"mo 9:00-12:00 nth=1; tu 9:00-12:00 nth=1; we 9:00-12:00 nth=-1", "Mon Tue 09:00–12:00 nth [1] | Wed 09:00–12:00 nth [-1]"},
		{"mo 9:00-12:00 mode=online; tu 9:00-12:00 mode=online; we 9:00-12:00", "Mon Tue 09:00–12:00 online | Wed 09:00–12:00"},
		{"mo; tu", "Mon Tue –"},
		{"9:00-12:00; mo 9:00-12:00", "09:00–12:00 | Mon 09:00–12:00"},
	} {
		slots := slotsOf(strings.Split(row.slots, "; ")...)
		if got := spokenRows(SlotRows(slots)); got != row.want {
			t.Errorf("%s:\n got %s\nwant %s", row.slots, got, row.want)
		}
	}
	slots := slotsOf("we mo 9:00-12:00")
	SlotRows(slots)
	if slots[0].Days[0].String() != "Wednesday" {
		t.Error("the slots themselves changed")
	}
}

func spokenRows(rows []SlotRow) string {
	var all []string
	for _, r := range rows {
		var words []string
		for _, day := range r.Days {
			words = append(words, day.String()[:3])
		}
		words = append(words, fmt.Sprintf("%s–%s", r.From, r.To))
		if r.Every != 1 {
			words = append(words, fmt.Sprint("every ", r.Every))
		}
		if !r.First.IsZero() {
			words = append(words, "first "+r.First.String())
		}
		if r.Nth != nil {
			words = append(words, fmt.Sprint("nth ", r.Nth))
		}
		if r.Mode != "" {
			words = append(words, r.Mode)
		}
		all = append(all, strings.Join(words, " "))
	}
	return strings.Join(all, " | ")
}
