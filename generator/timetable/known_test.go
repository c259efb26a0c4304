package timetable

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mappe/generator/date"
)

// othersData is where timetables that others made lie, if they are at hand.
const othersData = "../../../shared/data/timetables"

// othersFeed reads a feed of others, or skips the test without it.
func othersFeed(t testing.TB, name string) *Timetable {
	t.Helper()
	if _, err := os.Stat(filepath.Join(othersData, name)); err != nil {
		t.Skip("the timetables of others are not at hand")
	}
	timetable, _, err := Read(context.Background(), []Source{{os.DirFS(othersData), name, name}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return timetable
}

// found returns the stops of an id.
func found(t testing.TB, timetable *Timetable, id string) []int32 {
	t.Helper()
	stops, known := timetable.Find(id)
	if !known {
		t.Fatalf("no stop %s", id)
	}
	return stops
}

// knownJourneys is the file of the same name.
type knownJourneys struct {
	Rules struct {
		Hours int `json:"window_h"` // how far the search looked that made the answers
	} `json:"rules_kuopio"`
	Graphhopper []struct {
		ID, Feed, Date, From, To, Mode, Time string
		Params                               struct {
			MinChange int `json:"min_change_s"`
		}
		Expect struct {
			Departure string `json:"dep"`
			Arrival   string `json:"arr"`
			None      bool
			Trips     []string
		}
	}
	ArriveBy []struct {
		From, To  string
		ArriveBy  string `json:"arrive_by"`
		Departure string `json:"dep"`
		Arrival   string `json:"arr"`
	} `json:"kuopio_arrive_by"`
	DepartAfter []struct {
		From, To    string
		DepartAfter int  `json:"depart_after"`
		Arrival     *int `json:"arr"`
	} `json:"kuopio_depart_after"`
}

func readKnownJourneys(t *testing.T) knownJourneys {
	data, err := os.ReadFile(filepath.Join(othersData, "known-journeys.json"))
	if err != nil {
		t.Skip("the journeys with known answers are not at hand")
	}
	var known knownJourneys
	if err := json.Unmarshal(data, &known); err != nil {
		t.Fatal(err)
	}
	return known
}

func TestKnownJourneysOnSmallFeeds(t *testing.T) {
	known := readKnownJourneys(t)
	for _, c := range known.Graphhopper {
		timetable := othersFeed(t, c.Feed)
		day, _ := date.Parse(c.Date)
		at, _ := ParseClock(c.Time)
		got := timetable.Journeys(Query{From: found(t, timetable, c.From), To: found(t, timetable, c.To), Date: day, Time: at, ArriveBy: c.Mode == "arrive_by",
			MaxRides: 4, MinChange: c.Params.MinChange, Walk: 400})
		if c.Expect.None || len(got) == 0 {
			if c.Expect.None != (len(got) == 0) {
				t.Errorf("%s: %v", c.ID, got)
			}
			continue
		}
		best := got[0]
		if c.Expect.Departure != "" && ClockOf(best.Departure) != c.Expect.Departure || c.Expect.Arrival != "" && ClockOf(best.Arrival) != c.Expect.Arrival {
			t.Errorf("%s: %s to %s", c.ID, ClockOf(best.Departure), ClockOf(best.Arrival))
		}
		var trips []string
		for _, leg := range best.Legs {
			if !leg.Walk {
				trips = append(trips, leg.Trip)
			}
		}
		if c.Expect.Trips != nil && strings.Join(trips, " ") != strings.Join(c.Expect.Trips, " ") {
			t.Errorf("%s: trips %v", c.ID, trips)
		}
		for _, journey := range got {
			checkJourney(t, c.ID, timetable, journey)
		}
	}
}

func TestKnownJourneysOfACity(t *testing.T) {
	known := readKnownJourneys(t)
	kuopio := othersFeed(t, "fi-kuopio.zip")
	day, changes := kuopio.Day(date.New(2016, 11, 15), Use{}), kuopio.Changes(400, 120)
	scan := NewScan(day, changes, 4)
	window := known.Rules.Hours * 3600
	ends := func(id string) (list []End) {
		for _, s := range found(t, kuopio, id) {
			list = append(list, End{Stop: s})
		}
		return list
	}
	for _, c := range known.ArriveBy {
		name := fmt.Sprintf("%s to %s by %s", c.From, c.To, c.ArriveBy)
		latest, _ := ParseClock(c.ArriveBy)
		profile := scan.To(ends(c.To))
		best, ok := Last(profile.Options(ends(c.From), latest-window, latest))
		if ok != (c.Departure != "") || ok && (ClockOf(best.Departure) != c.Departure || ClockOf(best.Arrival) != c.Arrival) {
			t.Errorf("%s: %v %v, want %s %s", name, ok, best, c.Departure, c.Arrival)
		}
		if ok {
			checkJourney(t, name, kuopio, profile.Journey(ends(c.From), best))
		}
	}
	for _, c := range known.DepartAfter {
		name := fmt.Sprintf("%s to %s from %s", c.From, c.To, ClockOf(c.DepartAfter))
		profile := scan.From(ends(c.From))
		best, arrival := Option{}, -1
		for _, o := range profile.Options(ends(c.To), c.DepartAfter, c.DepartAfter+window) {
			if arrival < 0 || o.Arrival < arrival {
				best, arrival = o, o.Arrival
			}
		}
		if want := orMinus(c.Arrival); arrival != want {
			t.Errorf("%s: %d, want %d", name, arrival, want)
		}
		if arrival >= 0 {
			checkJourney(t, name, kuopio, profile.Journey(ends(c.To), best))
		}
	}
}

func orMinus(n *int) int {
	if n == nil {
		return -1
	}
	return *n
}

// checkJourney holds a journey's legs against each other and against its option.
func checkJourney(t testing.TB, name string, timetable *Timetable, j Journey) {
	t.Helper()
	if len(j.Legs) == 0 {
		t.Errorf("%s: %+v has no legs", name, j.Option)
		return
	}
	rides := 0
	for i, leg := range j.Legs {
		if leg.Arrival < leg.Departure {
			t.Errorf("%s: a leg arrives before it departs: %+v", name, j)
		}
		if !leg.Walk && !leg.Stay {
			rides++
		}
		if i > 0 && (leg.Departure < j.Legs[i-1].Arrival || leg.From != j.Legs[i-1].To && !leg.Stay) {
			t.Errorf("%s: legs do not follow each other: %+v", name, j)
		}
	}
	last := j.Legs[len(j.Legs)-1]
	if rides != j.Rides || j.Legs[0].Departure != j.Departure || last.Arrival != j.Arrival {
		t.Errorf("%s: the legs do not make the journey: %+v", name, j)
	}
}
