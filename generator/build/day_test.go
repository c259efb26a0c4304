package build

import (
	"testing"
	"time"
)

func TestTodayIsTheDayInTheTimeZoneOfTheSite(t *testing.T) {
	lateInLondon := time.Date(2026, 11, 22, 23, 30, 0, 0, time.UTC)
	r := &Ready{Options: Options{Now: func() time.Time { return lateInLondon }}}
	for _, c := range []struct{ zone, want string }{
		{"Europe/Berlin", "2026-11-23"},
		{"America/New_York", "2026-11-22"},
		{"nowhere", "2026-11-22"},
	} {
		if got := r.dayOf(c.zone).String(); got != c.want {
			t.Errorf("in %s it is %s, want %s", c.zone, got, c.want)
		}
	}
}
