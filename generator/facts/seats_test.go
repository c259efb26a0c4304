package facts

import (
	"testing"

	"mappe/generator/catalog"
)

func TestSeatsTold(t *testing.T) {
	n := func(i int) *int { return &i }
	fresh, limit, old, tomorrow := dayOf("2027-03-09"), dayOf("2027-02-24"), dayOf("2027-02-23"), dayOf("2027-03-11")
	for _, row := range []struct {
		name  string
		seats *catalog.Seats
		want  SeatState
	}{
		{"nothing said", nil, SeatState{}},
		{"three free, counted yesterday", &catalog.Seats{Free: n(3), AsOf: fresh}, SeatState{Kind: "free", Free: 3, Until: dayOf("2027-03-23")}},
		{"three free, counted 14 days ago", &catalog.Seats{Free: n(3), AsOf: limit}, SeatState{Kind: "free", Free: 3, Until: dayOf(testToday)}},
		{"three free, counted 15 days ago", &catalog.Seats{Free: n(3), AsOf: old}, SeatState{Kind: "ask"}},
		{"three free, counted today", &catalog.Seats{Free: n(3), AsOf: dayOf(testToday)}, SeatState{Kind: "free", Free: 3, Until: dayOf("2027-03-24")}},
		{"three free, counted tomorrow", &catalog.Seats{Free: n(3), AsOf: tomorrow}, SeatState{Kind: "ask"}},
		{"three free, counted nobody knows when", &catalog.Seats{Free: n(3)}, SeatState{Kind: "ask"}},
		{"none free", &catalog.Seats{Total: n(20), Free: n(0), AsOf: fresh}, SeatState{Kind: "full", Until: dayOf("2027-03-23")}},
		{"none free, nobody waits", &catalog.Seats{Free: n(0), Waiting: n(0), AsOf: fresh}, SeatState{Kind: "full", Until: dayOf("2027-03-23")}},
		{"none free, four wait", &catalog.Seats{Free: n(0), Waiting: n(4), AsOf: fresh}, SeatState{Kind: "waiting", Waiting: 4, Until: dayOf("2027-03-23")}},
		{"four wait", &catalog.Seats{Waiting: n(4), AsOf: fresh}, SeatState{Kind: "waiting", Waiting: 4, Until: dayOf("2027-03-23")}},
		{"two free, but four wait for them", &catalog.Seats{Free: n(2), Waiting: n(4), AsOf: fresh}, SeatState{Kind: "waiting", Waiting: 4, Until: dayOf("2027-03-23")}},
		{"twenty in all, how many are free is not said", &catalog.Seats{Total: n(20), AsOf: fresh}, SeatState{Kind: "ask"}},
	} {
		if got := SeatsTold(row.seats, dayOf(testToday), catalog.Freshness{SeatsDays: 14}); got != row.want {
			t.Errorf("%s: got %+v, want %+v", row.name, got, row.want)
		}
	}
}
