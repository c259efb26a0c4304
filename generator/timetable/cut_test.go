package timetable

import (
	"strings"
	"testing"

	"mappe/generator/date"
)

// TestCutToItsSurroundings reads a line that starts far away, passes through the circle and leaves it: what is left is the part inside, with
// times worked out from both ends, and a far line is gone.
func TestCutToItsSurroundings(t *testing.T) {
	files := map[string]string{
		"stops.txt": "stop_id,stop_lat,stop_lon,parent_station,location_type\nfar,50.0,8.0,,\nA,52.0,8.0,P,\nB,52.01,8.0,,\nC,52.02,8.0,,\nfar2,54.0,8.0,,\n" +
			"P,52.0,8.0,,1\nQ,50.0,8.0,,1\n",
		"routes.txt": "route_id\nR\n",
		"trips.txt":  "route_id,service_id,trip_id\nR,S,through\nR,S,outside\nR,S,once\n",
		"stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nthrough,8:00:00,8:00:00,far,1\nthrough,,,A,2\nthrough,,,B,3\nthrough,8:30:00,8:31:00,C,4\nthrough,9:00:00,9:00:00,far2,5\n" +
			"outside,8:00:00,8:00:00,far,1\noutside,9:00:00,9:00:00,far2,2\nonce,7:00:00,7:00:00,A,1\nonce,9:00:00,9:00:00,far2,2\n",
		"calendar_dates.txt": "service_id,date,exception_type\nS,20270301,1\n",
		"transfers.txt":      "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nA,far,2,60\nA,B,2,60\n",
	}
	whole, cut := readFolder(t, files), readFolder(t, files, Circle{52.01, 8.0, 5000})
	if c := whole.Counts(); c.Trips != 3 || c.Stops != 5 || c.Calls != 9 || c.Transfers != 2 || c.Stations != 2 {
		t.Errorf("whole: %+v", c)
	}
	if c := cut.Counts(); c.Trips != 1 || c.Stops != 3 || c.Calls != 3 || c.Transfers != 1 || c.Stations != 1 {
		t.Errorf("cut: %+v", c)
	}
	for what, feed := range map[string]*Timetable{"whole": whole, "cut": cut} {
		q := Query{From: found(t, feed, "P"), To: found(t, feed, "C"), Date: date.New(2027, 3, 1), MaxRides: 1}
		if got := feed.Journeys(q); len(got) != 1 || ClockOf(got[0].Departure) != "08:10:00" || ClockOf(got[0].Arrival) != "08:30:00" {
			t.Errorf("%s: %+v", what, got)
		}
	}
	if _, known := cut.Find("far"); known {
		t.Error("a stop far away is still there")
	}
}

func TestNearFindsServedStopsTheNearestFirst(t *testing.T) {
	feed := schoolFeed(t)
	var told []string
	for _, end := range feed.Near(52.09, 8.0, 12000) {
		told = append(told, feed.Stops[end.Stop].ID)
	}
	if got := strings.Join(told, " "); got != "B A" {
		t.Error(got)
	}
	if ends := feed.Near(52.1009, 8.0, 200); len(ends) != 1 || ends[0].Seconds != 109 { // 100.08 m, 130.1 m walked
		t.Errorf("%+v", ends)
	}
}
