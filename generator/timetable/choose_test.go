package timetable

import "testing"

func TestWhichJourneyIsShown(t *testing.T) {
	at := func(hour, minute int) int { return hour*3600 + minute*60 }
	direct := Option{at(8, 0), at(8, 50), 1}
	later := Option{at(8, 9), at(8, 55), 2}
	muchLater := Option{at(8, 25), at(8, 55), 3}
	for _, row := range []struct {
		why          string
		options      []Option
		latest, last Option
	}{
		{"nine minutes at home are not worth a change", []Option{direct, later}, direct, later},
		{"twenty-five are worth two", []Option{direct, later, muchLater}, muchLater, muchLater},
		{"the only one", []Option{later}, later, later},
	} {
		if got, ok := Latest(row.options); !ok || got != row.latest {
			t.Errorf("%s: %v", row.why, got)
		}
		if got, ok := Last(row.options); !ok || got != row.last {
			t.Errorf("%s: last %v", row.why, got)
		}
	}
	slow := Option{at(12, 0), at(12, 50), 1}
	quick := Option{at(12, 0), at(12, 45), 2}
	quicker := Option{at(12, 0), at(12, 35), 2}
	if got, _ := Soonest([]Option{quick, slow}); got != slow {
		t.Errorf("five minutes are not worth a change: %v", got)
	}
	if got, _ := Soonest([]Option{slow, quick, quicker}); got != quicker {
		t.Errorf("fifteen minutes are worth a change: %v", got)
	}
	for name, choose := range map[string]func([]Option) (Option, bool){"latest": Latest, "soonest": Soonest, "last": Last} {
		if _, ok := choose(nil); ok {
			t.Errorf("%s of none", name)
		}
	}
}

func TestLaterWinsAmongEquals(t *testing.T) {
	if got, _ := Soonest([]Option{{0, 600, 1}, {300, 600, 1}}); got.Departure != 300 {
		t.Errorf("%v", got)
	}
	if got, _ := Latest([]Option{{0, 600, 1}, {0, 500, 1}}); got.Arrival != 500 {
		t.Errorf("%v", got)
	}
}
