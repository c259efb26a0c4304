package timetable

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/date"
	"mappe/generator/diag"
)

// TestTraps reads small feeds that each have one difficulty of real ones. Above the files of such a feed stands what must come of it:
//
//	A B 08:00: 08:00-08:30/1 …    all journeys from stop A to stop B from 8:00 on, the best first, each with its number of rides
//	A B by 09:00: …               the same for an appointment
//	finds CODE SEVERITY: WORDS    a finding; all findings are listed, in any order, by part of their English words
//	areas DAY: …                  the services without fixed times of a day, as stops from-to and window
//
// Options follow the time: date=2027-03-02 (default 2027-03-01, a Monday), rides=, change=, walk=, ends=, wheelchair, fixed (nothing that
// must be booked), trips (names each journey's trips). Files that every feed has may be left out: then there is one route, R, and one
// service, S, every day of 2027.
func TestTraps(t *testing.T) {
	files, err := filepath.Glob("testdata/traps/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no feeds", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			timetable, findings := readTrap(t, archive.Files)
			var expected []string
			for line := range strings.Lines(string(archive.Comment)) {
				line = strings.TrimSpace(line)
				switch {
				case line == "" || strings.HasPrefix(line, "#"):
				case strings.HasPrefix(line, "finds "):
					expected = append(expected, line)
				case strings.HasPrefix(line, "areas "):
					askAreas(t, timetable, line)
				default:
					ask(t, timetable, line)
				}
			}
			compareFindings(t, findings, expected)
		})
	}
}

// readTrap reads a feed from an archive's files; several feeds are several folders.
func readTrap(t *testing.T, files []txtar.File) (*Timetable, []diag.Finding) {
	t.Helper()
	folders := fstest.MapFS{}
	var sources []Source
	has := map[string]bool{}
	for _, file := range files {
		name := file.Name
		if !strings.Contains(name, "/") {
			name = "feed/" + name
		}
		folder, _, _ := strings.Cut(name, "/")
		if !has[folder] {
			has[folder] = true
			sources = append(sources, Source{folders, folder, folder})
		}
		has[name] = true
		folders[name] = &fstest.MapFile{Data: file.Data}
	}
	for _, source := range sources {
		add := func(name, text string) {
			if !has[source.Path+"/"+name] {
				folders[source.Path+"/"+name] = &fstest.MapFile{Data: []byte(text)}
			}
		}
		if has[source.Path+"/nothing"] {
			continue // a feed of its own files only
		}
		add("routes.txt", "route_id,route_type\nR,3\n")
		if !has[source.Path+"/calendar_dates.txt"] {
			add("calendar.txt", "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nS,1,1,1,1,1,1,1,20270101,20271231\n")
		}
	}
	timetable, findings, err := Read(context.Background(), sources, nil)
	if err != nil {
		t.Fatal(err)
	}
	return timetable, findings
}

// ask asks for the journeys of a line and compares.
func ask(t *testing.T, timetable *Timetable, line string) {
	t.Helper()
	question, want, _ := strings.Cut(line+" ", ": ")
	words := strings.Fields(question)
	q := Query{From: found(t, timetable, words[0]), To: found(t, timetable, words[1]), Date: date.New(2027, 3, 1), MaxRides: 4, MinChange: 120, Walk: 400, Use: Use{OnCall: true}}
	trips := false
	for _, word := range words[2:] {
		key, value, _ := strings.Cut(word, "=")
		number, _ := strconv.Atoi(value)
		switch key {
		case "by":
			q.ArriveBy = true
		case "date":
			q.Date, _ = date.Parse(value)
		case "rides":
			q.MaxRides = number
		case "change":
			q.MinChange = number
		case "walk":
			q.Walk = float64(number)
		case "ends":
			q.WalkEnds = float64(number)
		case "wheelchair":
			q.Use.Wheelchair = true
		case "fixed":
			q.Use.OnCall = false
		case "trips":
			trips = true
		default:
			seconds, ok := ParseClock(word)
			if !ok {
				t.Fatalf("%s: %q?", line, word)
			}
			q.Time = seconds
		}
	}
	var got []string
	for _, j := range timetable.Journeys(q) {
		told := fmt.Sprintf("%s-%s/%d", short(j.Departure), short(j.Arrival), j.Rides)
		if trips {
			for _, leg := range j.Legs {
				told += "," + tellLeg(leg)
			}
		}
		got = append(got, told)
		checkJourney(t, line, timetable, j)
	}
	if strings.Join(got, " ") != strings.TrimSpace(want) {
		t.Errorf("%s\n  got %s", line, strings.Join(got, " "))
	}
}

// tellLeg names a leg's trip, with a star for one that must be booked, a plus for one that one stays in, and a wave for no fixed times.
func tellLeg(leg Leg) string {
	if leg.Walk {
		return "walk"
	}
	mark := ""
	if leg.Stay {
		mark += "+"
	}
	if leg.OnCall {
		mark += "*"
	}
	if leg.Every > 0 {
		mark += "~"
	}
	return mark + leg.Trip
}

// short leaves out seconds that are none.
func short(seconds int) string { return strings.TrimSuffix(ClockOf(seconds), ":00") }

// askAreas compares the services without fixed times.
func askAreas(t *testing.T, timetable *Timetable, line string) {
	t.Helper()
	question, want, _ := strings.Cut(line+" ", ": ")
	day, _ := date.Parse(strings.TrimPrefix(question, "areas "))
	ids := func(stops []int32) string {
		var list []string
		for _, s := range stops {
			list = append(list, timetable.Stops[s].ID)
		}
		return strings.Join(list, "+")
	}
	var got []string
	for _, area := range timetable.AreasOn(day) {
		told := fmt.Sprintf("%s>%s,%s-%s", ids(area.Origins), ids(area.Destinations), short(int(area.From)), short(int(area.To)))
		if area.Booking >= 0 {
			rule := timetable.Bookings[area.Booking]
			told += fmt.Sprintf(",%s,%d", rule.Phone, rule.NoticeMinutes)
		}
		got = append(got, told)
	}
	if strings.Join(got, " ") != strings.TrimSpace(want) {
		t.Errorf("%s\n  got %s", line, strings.Join(got, " "))
	}
}

// compareFindings holds the findings against the lines that expect them.
func compareFindings(t *testing.T, findings []diag.Finding, expected []string) {
	t.Helper()
	for _, line := range expected {
		head, words, _ := strings.Cut(strings.TrimPrefix(line, "finds "), ": ")
		at := slices.IndexFunc(findings, func(f diag.Finding) bool {
			return head == fmt.Sprintf("%s %s", f.Code, f.Severity) && strings.Contains(fmt.Sprintf("%s:%d: %s %s", f.File, f.Line, f.Message.EN, f.Hint.EN), words)
		})
		if at < 0 {
			t.Errorf("not found: %s", line)
			continue
		}
		findings = slices.Delete(findings, at, at+1)
	}
	for _, f := range findings {
		t.Errorf("found %s %s: %s:%d: %s %s", f.Code, f.Severity, f.File, f.Line, f.Message.EN, f.Hint.EN)
	}
}
