package timetable

import (
	"testing"

	"mappe/generator/date"
)

func TestTripsMayHaveToBeBookedAlthoughTheFeedDoesNotSaySo(t *testing.T) {
	feed := schoolFeed(t)
	q := Query{From: found(t, feed, "A"), To: found(t, feed, "B"), Date: date.New(2027, 3, 1), MaxRides: 1, Use: Use{OnCall: true}}
	if got := feed.Journeys(q); len(got) != 1 || got[0].Legs[0].OnCall {
		t.Errorf("by the feed: %+v", got)
	}
	q.Use.Booked = func(route int32, trip string) bool { return feed.Routes[route].Name() == "R" && trip == "school" }
	if got := feed.Journeys(q); len(got) != 1 || !got[0].Legs[0].OnCall {
		t.Errorf("when it must be booked: %+v", got)
	}
	q.Use.OnCall = false
	if got := feed.Journeys(q); len(got) != 0 {
		t.Errorf("without what must be booked: %+v", got)
	}
}

func TestASecondScanIsNotTroubledByTheFirst(t *testing.T) {
	feed := schoolFeed(t)
	scan := NewScan(feed.Day(date.New(2027, 3, 1), Use{}), feed.Changes(400, 120), 2)
	a, b := []End{{Stop: found(t, feed, "A")[0]}}, []End{{Stop: found(t, feed, "B")[0]}}
	for range 2 {
		if got := scan.To(b).Options(a, 0, int(never)); len(got) != 1 {
			t.Errorf("to B: %v", got)
		}
		if got := scan.To(a).Options(b, 0, int(never)); len(got) != 0 {
			t.Errorf("to A: %v", got)
		}
		if got := scan.From(a).Options(b, 0, int(never)); len(got) != 1 {
			t.Errorf("from A: %v", got)
		}
	}
}
