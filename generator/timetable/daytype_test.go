package timetable

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/generator/date"
)

// readFolder reads a feed from its tables.
func readFolder(t testing.TB, files map[string]string, near ...Circle) *Timetable {
	t.Helper()
	folder := fstest.MapFS{}
	for name, text := range files {
		folder["feed/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	timetable, _, err := Read(context.Background(), []Source{{folder, "feed", "feed"}}, near)
	if err != nil {
		t.Fatal(err)
	}
	return timetable
}

// schoolFeed has trips on school days, one under another id on Fridays, one on Saturdays past midnight, and an early one on Sundays.
func schoolFeed(t testing.TB) *Timetable {
	times := "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
	for trip, hour := range map[string]int{"school": 8, "friday": 8, "night": 24, "early": 1} {
		times += fmt.Sprintf("%s,%d:00:00,%d:00:00,A,1\n%s,%d:10:00,%d:10:00,B,2\n", trip, hour, hour, trip, hour, hour)
	}
	return readFolder(t, map[string]string{
		"stops.txt":      "stop_id,stop_lat,stop_lon\nA,52.0,8.0\nB,52.1,8.0\n",
		"routes.txt":     "route_id\nR\n",
		"trips.txt":      "route_id,service_id,trip_id\nR,week,school\nR,fri,friday\nR,sat,night\nR,sun,early\n",
		"stop_times.txt": times,
		"calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n" +
			"week,1,1,1,1,0,0,0,20270301,20270328\nfri,0,0,0,0,1,0,0,20270301,20270328\nsat,0,0,0,0,0,1,0,20270301,20270328\nsun,0,0,0,0,0,0,1,20270301,20270328\n",
		"calendar_dates.txt": "service_id,date,exception_type\nweek,20270315,2\nweek,20270316,2\n",
	})
}

func TestDaysWithTheSameTripsAreOneTypeWhateverTheTripsAreCalled(t *testing.T) {
	feed := schoolFeed(t)
	period, _ := feed.Period()
	if period.String() != "2027-03-01..2027-03-28" {
		t.Errorf("period %v", period)
	}
	var told []string
	for _, kind := range feed.DayTypes(period) {
		told = append(told, fmt.Sprintf("%d days from %v with %d", len(kind.Days), kind.Days[0], kind.Trips))
	}
	want := "18 days from 2027-03-01 with 1; 4 days from 2027-03-06 with 1; 4 days from 2027-03-07 with 1; 2 days from 2027-03-15 with 0"
	if got := strings.Join(told, "; "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestTheKeyOfADayKnowsItsNights(t *testing.T) {
	feed := schoolFeed(t)
	day := func(d int) date.Date { return date.New(2027, 3, d) }
	for _, row := range []struct {
		what string
		a, b date.Date
		same bool
	}{
		{"a Monday and the next", day(1), day(8), true},
		{"a Tuesday and a Friday with the same trip", day(2), day(5), true},
		{"a Saturday and the one after", day(6), day(13), true},
		{"a Saturday and a Sunday", day(6), day(7), false},
		{"a Monday, and one in the holidays", day(1), day(15), false},
		{"days without trips", day(15), day(16), true},
	} {
		if got := feed.Key(row.a) == feed.Key(row.b); got != row.same {
			t.Errorf("%s: the same is %v", row.what, got)
		}
	}
	// without the trips of Sundays, a Sunday still has Saturday's night, and so differs from a day without any trips
	if feed.Key(day(28)) == feed.Key(day(29)) {
		t.Error("the last Sunday has the journeys of the day after")
	}
}

func TestOverTellsWhatEndsAndWhatThinsOut(t *testing.T) {
	feed := schoolFeed(t)
	for _, row := range []struct {
		today date.Date
		want  string
	}{
		{date.New(2027, 3, 1), "timetable-thins-out info In der Woche ab 2027-03-15 fahren nur 5 statt 7 Fahrten."},
		{date.New(2027, 3, 22), ""},
		{date.New(2027, 3, 28), ""},
		{date.New(2027, 3, 29), "timetable-over warning Der Fahrplan ist abgelaufen: Nach dem 2027-03-28 fährt nichts mehr."},
	} {
		got := ""
		for _, f := range feed.Over(row.today) {
			got += fmt.Sprintf("%s %s %s", f.Code, f.Severity, f.Message.DE)
		}
		if got != row.want {
			t.Errorf("%v: %s", row.today, got)
		}
	}
}

func TestAPartOfTheCalendarThatEndsIsAWarning(t *testing.T) {
	feed := readFolder(t, map[string]string{
		"stops.txt":      "stop_id,stop_lat,stop_lon\nA,52.0,8.0\nB,52.1,8.0\n",
		"trips.txt":      "route_id,service_id,trip_id\nR,all,t1\nR,ends,t2\n",
		"stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt1,8:00:00,8:00:00,A,1\nt1,8:10:00,8:10:00,B,2\nt2,9:00:00,9:00:00,A,1\nt2,9:10:00,9:10:00,B,2\n",
		"calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n" +
			"all,1,1,1,1,1,1,1,20270301,20270425\nends,1,1,1,1,1,1,1,20270301,20270328\n",
	})
	findings := feed.Over(date.New(2027, 3, 1))
	if len(findings) != 1 || findings[0].Severity.String() != "warning" || findings[0].Message.EN != "In the week of 2027-03-29 only 7 trips run instead of 14." {
		t.Errorf("%+v", findings)
	}
}
