package site

import (
	"fmt"
	"strings"
	"testing"
)

func TestOpeningHoursAreToldDayByDay(t *testing.T) {
	for _, c := range []struct{ name, times, want string }{
		{"every day with its times, closed days too", "[{days: [mo, fr], from: 8:00, to: 12:00}, {days: [mo], from: 14:00, to: 16:30}]",
			"720: 1 Montag 08:00–12:00 14:00–16:30 [60+240 420+150], 2 Dienstag [], 3 Mittwoch [], 4 Donnerstag [], 5 Freitag 08:00–12:00 [60+240]"},
		{"a Saturday only where something is open, and hours that widen the picture", "[{days: [mo, sa], from: 6:30, to: 20:00}]",
			"810: 1 Montag 06:30–20:00 [0+810], 2 Dienstag [], 3 Mittwoch [], 4 Donnerstag [], 5 Freitag [], 6 Samstag 06:30–20:00 [0+810]"},
		{"past midnight", "[{days: [th, fr], from: 22:00, to: 2:00}]",
			"1140: 1 Montag [], 2 Dienstag [], 3 Mittwoch [], 4 Donnerstag 22:00–02:00 [900+240], 5 Freitag 22:00–02:00 [900+240]"},
		{"a single day is told in a line", "[{days: [tu], from: 9:00, to: 13:00}]", "Dienstag"},
		{"what is not the same in every week too", "[{days: [mo, tu], from: 9:00, to: 13:00, every: 2, first: 2026-11-02}]", "⟦slot.every⟧"},
		{"so are days without times", "[{days: [mo, tu]}]", "Montag und Dienstag"},
	} {
		p := modelOf[*RecordPage](t, planned(t, "-- content/contacts/rathaus.yaml --\ntitle: Rathaus\nrole: x\nphone: 05462 100\nhours: [{id: a, times: "+c.times+"}]\n"), "de/contacts/rathaus.html")
		same(t, c.name, weekText(factNamed(p.Facts, "hours").Values[0]), c.want)
	}
}

func weekText(v Value) string {
	if v.Week == nil {
		return v.Text
	}
	var days []string
	for _, d := range v.Week.Days {
		var bars []string
		for _, b := range d.Bars {
			bars = append(bars, fmt.Sprintf("%d+%d", b.X, b.Width))
		}
		days = append(days, strings.Join(append([]string{fmt.Sprint(d.Number), d.Name}, d.Times...), " ")+" ["+strings.Join(bars, " ")+"]")
	}
	return fmt.Sprintf("%d: %s", v.Week.Width, strings.Join(days, ", "))
}
