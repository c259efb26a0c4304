package facts

import (
	"fmt"
	"strings"
	"testing"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// offices are hours as offices have them.
func offices() map[string][]catalog.Hours {
	open := func(slots ...string) catalog.Hours {
		return catalog.Hours{Times: slotsOf(slots...), ClosedOn: public()}
	}
	appointment := func(slots ...string) catalog.Hours {
		h := open(slots...)
		h.ByAppointment = true
		return h
	}
	school := open("mo 9:00-12:00")
	school.ClosedOn.School = true
	always := open("mo 9:00-12:00")
	always.ClosedOn = catalog.ClosedOn{}
	return map[string][]catalog.Hours{
		"town hall":                     {open("mo tu 9:00-12:00", "mo 13:00-16:00")},
		"school office":                 {school},
		"shelter":                       {always},
		"night bar":                     {open("fr 20:00-2:00")},
		"appointment only":              {appointment()},
		"appointments on Thursday":      {appointment("th 14:00-16:00")},
		"walk-in and arranged":          {open("mo 9:00-12:00"), appointment()},
		"walk-in and Thursday arranged": {open("mo 9:00-12:00"), appointment("th 14:00-16:00")},
		"first Wednesday":               {open("we 10:00-12:00 nth=1")},
		"every Monday":                  {open("mo 9:00-12:00 every=1")},
		"every other Monday":            {open("mo 9:00-12:00 every=2 first=2027-03-01")},
		"every other Monday of unknown": {open("mo 9:00-12:00 every=2")},
		"days only":                     {open("mo")},
		"nothing":                       nil,
	}
}

func TestOpenAt(t *testing.T) {
	for _, row := range []struct{ office, moment, closed, want string }{
		{"town hall", "2027-03-01 08:59", "", "closed"},
		{"town hall", "2027-03-01 09:00", "", "open until 2027-03-01 12:00"},
		{"town hall", "2027-03-01 11:59", "", "open until 2027-03-01 12:00"},
		{"town hall", "2027-03-01 12:00", "", "closed"},
		{"town hall", "2027-03-01 13:00", "", "open until 2027-03-01 16:00"},
		{"town hall", "2027-03-03 10:00", "", "closed"},
		{"town hall", "2027-03-01", "", "closed"},
		{"town hall", "2027-03-29 10:00", "", "closed"},
		{"town hall", "2027-03-22 10:00", "", "open until 2027-03-22 12:00"},
		{"town hall", "2027-03-01 10:00", "2027-02-28..2027-03-05", "closed"},
		{"shelter", "2027-03-29 10:00", "", "open until 2027-03-29 12:00"},
		{"school office", "2027-03-22 10:00", "", "closed"},
		{"night bar", "2027-03-05 23:00", "", "open until 2027-03-06 02:00"},
		{"night bar", "2027-03-06 01:59", "", "open until 2027-03-06 02:00"},
		{"night bar", "2027-03-06 02:00", "", "closed"},
		{"night bar", "2027-03-06 01:00", "2027-03-05", "closed"},
		{"night bar", "2027-03-06 01:00", "2027-03-06", "open until 2027-03-06 02:00"},
		{"appointment only", "2027-03-03 03:00", "", "by_appointment"},
		{"appointment only", "2027-03-03 10:00", "2027-03-03", "closed"},
		{"appointments on Thursday", "2027-03-04 15:00", "", "by_appointment until 2027-03-04 16:00"},
		{"appointments on Thursday", "2027-03-03 15:00", "", "by_appointment"},
		{"walk-in and arranged", "2027-03-01 10:00", "", "open until 2027-03-01 12:00"},
		{"walk-in and arranged", "2027-03-01 15:00", "", "by_appointment"},
		{"walk-in and Thursday arranged", "2027-03-01 15:00", "", "closed"},
		{"walk-in and Thursday arranged", "2027-03-04 15:00", "", "by_appointment until 2027-03-04 16:00"},
		{"first Wednesday", "2027-03-03 10:00", "", "open until 2027-03-03 12:00"},
		{"first Wednesday", "2027-03-10 10:00", "", "closed"},
		{"every Monday", "2027-03-08 10:00", "", "open until 2027-03-08 12:00"},
		{"every Monday", "2027-03-09 10:00", "", "closed"},
		{"every other Monday", "2027-03-15 10:00", "", "open until 2027-03-15 12:00"},
		{"every other Monday", "2027-03-08 10:00", "", "closed"},
		{"every other Monday of unknown", "2027-03-08 10:00", "", "unknown"},
		{"days only", "2027-03-01 10:00", "", "unknown"},
		{"nothing", "2027-03-01 10:00", "", "unknown"},
	} {
		state, o := OpenAt(officeOf(row.office), closedOf(row.closed), calendar2027(), momentOf(row.moment))
		got := state.String()
		if !o.Date.IsZero() {
			got += " until " + o.End().String()
		}
		if got != row.want {
			t.Errorf("%s at %s, closed %q: %s, want %s", row.office, row.moment, row.closed, got, row.want)
		}
	}
}

func TestNextOpening(t *testing.T) {
	for _, row := range []struct{ office, from, closed, want string }{
		{"town hall", "2027-03-01", "", "2027-03-01 09:00"},
		{"town hall", "2027-03-01 09:00", "", "2027-03-01 09:00"},
		{"town hall", "2027-03-01 09:01", "", "2027-03-01 13:00"},
		{"town hall", "2027-03-01 17:00", "", "2027-03-02 09:00"},
		{"town hall", "2027-03-02 12:00", "", "2027-03-08 09:00"},
		{"town hall", "2027-03-29 08:00", "", "2027-03-30 09:00"},
		{"town hall", "2027-03-01", "2027-03-01..2027-03-08", "2027-03-09 09:00"},
		{"town hall", "2027-03-01", "2027-03-01..2027-04-25", "2027-04-26 09:00"},
		{"town hall", "2027-03-01", "2027-03-01..2027-05-02", "none"},
		{"town hall", "2027-03-05", "2027-03-05..2027-05-03", "2027-05-04 09:00"},
		{"town hall", "2027-03-04", "2027-03-04..2027-05-03", "none"},
		{"night bar", "2027-03-06 01:00", "", "2027-03-12 20:00"},
		{"walk-in and Thursday arranged", "2027-03-02", "", "2027-03-08 09:00"},
		{"appointments on Thursday", "2027-03-05", "", "2027-03-11 14:00 by appointment"},
		{"appointment only", "2027-03-05", "", "none"},
		{"first Wednesday", "2027-03-04", "", "2027-04-07 10:00"},
		{"every other Monday", "2027-03-02", "", "2027-03-15 09:00"},
		{"every other Monday of unknown", "2027-03-02", "", "none"},
		{"nothing", "2027-03-02", "", "none"},
	} {
		got := "none"
		if o, ok := NextOpening(officeOf(row.office), closedOf(row.closed), calendar2027(), momentOf(row.from)); ok {
			got = o.Date.String() + " " + o.From.String()
			if o.ByAppointment {
				got += " by appointment"
			}
		}
		if got != row.want {
			t.Errorf("%s from %s, closed %q: %s, want %s", row.office, row.from, row.closed, got, row.want)
		}
	}
	if o, _ := NextOpening(officeOf("walk-in and Thursday arranged"), rangesOf("2027-03-08..2027-06-01"), calendar2027(), momentOf("2027-03-02")); o.Row != 1 {
		t.Errorf("the opening comes from row %d, want the second", o.Row)
	}
}

func TestWeek(t *testing.T) {
	for _, row := range []struct{ office, want string }{
		{"town hall", "Mon 09:00–12:00 13:00–16:00, Tue 09:00–12:00, Wed, Thu, Fri, Sat, Sun"},
		{"walk-in and Thursday arranged", "Mon 09:00–12:00, Tue, Wed, Thu 14:00–16:00*, Fri, Sat, Sun"},
		{"first Wednesday", "Mon, Tue, Wed 10:00–12:00 [1], Thu, Fri, Sat, Sun"},
		{"every other Monday", "Mon 09:00–12:00 /2, Tue, Wed, Thu, Fri, Sat, Sun"},
		{"appointment only", "Mon, Tue, Wed, Thu, Fri, Sat, Sun"},
	} {
		var days []string
		for _, day := range Week(officeOf(row.office)) {
			words := day.Day.String()[:3]
			for _, i := range day.Intervals {
				words += fmt.Sprintf(" %s–%s", i.From, i.To)
				if i.ByAppointment {
					words += "*"
				}
				if i.Nth != nil {
					words += fmt.Sprint(" ", i.Nth)
				}
				if i.Every != 1 {
					words += fmt.Sprint(" /", i.Every)
				}
			}
			days = append(days, words)
		}
		if got := strings.Join(days, ", "); got != row.want {
			t.Errorf("%s:\n got %s\nwant %s", row.office, got, row.want)
		}
	}
	sorted := Week([]catalog.Hours{{Times: slotsOf("mo 13:00-16:00")}, {Times: slotsOf("mo 9:00-12:00")}})[0].Intervals
	if sorted[0].Row != 1 || sorted[1].Row != 0 {
		t.Errorf("intervals of two rows are not sorted by time: %+v", sorted)
	}
}

func officeOf(name string) []catalog.Hours {
	hours, ok := offices()[name]
	if !ok {
		panic("no office " + name)
	}
	return hours
}

func closedOf(closed string) []date.Range {
	if closed == "" {
		return nil
	}
	return rangesOf(closed)
}
