package serve

import (
	"path/filepath"
	"strings"
	"testing"
)

// writeTimetable gives the small site a bus from Bedorf to Adorf and back, and course A1 hours that fit.
func writeTimetable(t *testing.T, source string) (course string) {
	t.Helper()
	for name, text := range map[string]string{
		"stops.txt":      "stop_id,stop_name,stop_lat,stop_lon\na,Adorf,52.5,7.9\nb,Bedorf,52.2,8.1\n",
		"routes.txt":     "route_id,route_short_name,route_type\nr,7,3\n",
		"calendar.txt":   "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nd,1,1,1,1,1,1,1,20261001,20271211\n",
		"trips.txt":      "route_id,service_id,trip_id\nr,d,there\nr,d,back\n",
		"stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nthere,08:00:00,08:00:00,b,1\nthere,08:30:00,08:30:00,a,2\nback,12:10:00,12:10:00,a,1\nback,12:40:00,12:40:00,b,2\n",
	} {
		write(t, filepath.Join(source, "content", "timetables", "bus", name), text)
	}
	course = filepath.Join(source, "content", "courses", "bus.yaml")
	write(t, course, `{title: Mit dem Bus, kind: language, venue: {city: Adorf, place: adorf, stop: Adorf}, sessions: [{id: s, start: 2027-02-22, end: 2027-02-26, times: [{days: [mo, tu], from: "09:00", to: "12:00"}]}]}`)
	return course
}

func TestWaysByBusComeAfterThePagesSoThatNobodyWaits(t *testing.T) {
	source := smallSite(t)
	course := writeTimetable(t, source)
	o, reloads := optionsOf(source)
	address, stop := running(t, o)
	next(t, reloads) // without the ways
	next(t, reloads) // with them
	page := address + "en/courses/bus.html"
	if !strings.Contains(fetch(t, page), "Leave 08:00, arrive 08:30, home 12:40") {
		t.Fatal("the ways are not there")
	}
	write(t, course, `{title: Mit dem Bus, kind: language, venue: {city: Adorf, place: adorf, stop: Adorf}, sessions: [{id: s, start: 2027-02-22, end: 2027-02-26, times: [{days: [mo, tu], from: "13:00", to: "14:00"}]}]}`)
	for body := fetch(t, page); strings.Contains(body, "Leave 08:00"); body = fetch(t, page) {
		next(t, reloads)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}
