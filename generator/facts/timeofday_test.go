package facts

import (
	"slices"
	"strings"
	"testing"

	"mappe/generator/catalog"
)

func TestTimesOfDay(t *testing.T) {
	for _, row := range []struct{ slots, want string }{
		{"", ""},
		{"mo we 9:00-12:15", "morning"},
		{"mo 0:00-6:00", "morning"},
		{"mo 0:00-1:00; mo 17:00-19:00", "full_day"},
		{"mo we 8:30-14:00", "morning"},
		{"mo we 8:30-14:15", "full_day"},
		{"mo we 11:45-14:00", "morning"},
		{"mo we 12:00-14:00", "afternoon"},
		{"mo we 16:45-20:00", "afternoon"},
		{"mo we 17:00-19:15", "evening"},
		{"mo 22:00-6:00", "evening"},
		{"mo 9:00-1:00", "full_day"},
		{"mo 9:00-24:00", "full_day"},
		{"mo 9:00-12:00; we 17:00-19:00", "morning evening"},
		{"mo 9:00-12:00; mo 13:00-16:00", "full_day"},
		{"mo tu 9:00-12:00; mo 13:00-16:00", "morning full_day"},
		{"mo 9:00-12:00 every=2 first=2027-03-01; mo 13:00-16:00 every=2 first=2027-03-08", "morning afternoon"},
		{"sa 9:00-16:00", "weekend"},
		{"su 18:00-20:00", "weekend"},
		{"fr sa 9:00-16:00", "weekend"},
		{"fr 17:00-20:00; sa 9:00-16:00", "weekend"},
		{"fr 17:00-20:00", "evening"},
		{"sa", "weekend"},
		{"tu 17:00-20:00; sa 9:00-16:00", "evening weekend"},
		{"mo sa 9:00-12:00", "morning"},
		{"mo tu we th fr sa 9:00-12:00", "morning"},
		{"9:00-12:00", "morning"},
		{"mo", ""},
		{"mo; tu 17:00-18:00", "evening"},
	} {
		var sentences []string
		if row.slots != "" {
			sentences = strings.Split(row.slots, "; ")
		}
		got := TimesOfDay(slotsOf(sentences...))
		if strings.Join(got, " ") != row.want {
			t.Errorf("%q is %q, want %q", row.slots, strings.Join(got, " "), row.want)
		}
	}
}

func TestTimesOfDayWithoutAnEnd(t *testing.T) {
	for from, want := range map[string]Set{"9:00": nil, "13:00": {Afternoon}, "17:00": {Evening}} {
		slots := slotsOf("mo")
		slots[0].From = clockOf(from)
		if got := TimesOfDay(slots); !slices.Equal(got, want) {
			t.Errorf("from %s on: got %v, want %v", from, got, want)
		}
	}
}

func TestTimesOfDayOfSingleDates(t *testing.T) {
	session := catalog.Session{Also: []catalog.ExtraDate{
		{Date: dayOf("2027-03-02"), From: clockOf("9:00"), To: clockOf("12:00")},
		{Date: dayOf("2027-03-09"), From: clockOf("13:00"), To: clockOf("16:00")},
	}}
	if got := TimesOfDay(Slots(&session)); !slices.Equal(got, Set{Morning, Afternoon}) {
		t.Errorf("two Tuesdays, one in the morning, one in the afternoon: got %v", got)
	}
}

func TestSetHas(t *testing.T) {
	set := Set{Morning, Weekend}
	if !set.Has(Weekend) || set.Has(Evening) {
		t.Errorf("%v has weekend and not evening", set)
	}
}
