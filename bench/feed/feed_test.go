package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/generator/date"
	"mappe/generator/timetable"
)

// sample makes the feed as the command does by default.
func sample(t *testing.T) map[string][]byte {
	t.Helper()
	written, err := os.ReadFile("../../content/timetables/holidays.yaml")
	if err != nil {
		t.Fatal(err)
	}
	calendar, err := readHolidays(written)
	if err != nil {
		t.Fatal(err)
	}
	files, err := makeFeed(calendar, date.Range{From: date.New(2026, 10, 1), To: date.New(2027, 12, 11)})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func read(t *testing.T) *timetable.Timetable {
	t.Helper()
	packed, err := pack(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	read, findings, err := timetable.Read(context.Background(), []timetable.Source{{FS: fstest.MapFS{"feed.zip": {Data: packed}}, Path: "feed.zip", Name: "feed.zip"}}, nil)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	return read
}

func TestTheFeedIsReadWithoutFindings(t *testing.T) {
	feed := read(t)
	c := feed.Counts()
	if c.Routes < 40 || c.Trips < 800 || c.Areas != 6 || c.Stations != 10 || c.Transfers != 20 {
		t.Errorf("%+v", c)
	}
	period, _ := feed.Period()
	if types := feed.DayTypes(period); len(types) != 4 {
		t.Errorf("%d kinds of days; school days, holidays, Saturdays and Sundays are meant", len(types))
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	first, err := pack(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	if second, _ := pack(sample(t)); !bytes.Equal(first, second) {
		t.Error("two runs differ")
	}
	if len(first) > 120_000 {
		t.Errorf("%d bytes are a lot for a sample", len(first))
	}
}

func TestTheFeedSaysThatItIsInvented(t *testing.T) {
	files := sample(t)
	for name, word := range map[string]string{"feed_info.txt": "invented", "agency.txt": "erfunden"} {
		if !strings.Contains(string(files[name]), word) {
			t.Errorf("%s does not say so", name)
		}
	}
}

// TestEveryStopOfTheSampleIsServed looks for the stops that places, offers and venues name.
func TestEveryStopOfTheSampleIsServed(t *testing.T) {
	feed := read(t)
	one, list, item := regexp.MustCompile(`^\s*stop: "?([^"]+?)"?\s*$`), regexp.MustCompile(`^\s*stops:\s*$`), regexp.MustCompile(`^\s*- "?([^"{]+?)"?\s*$`)
	named := 0
	err := filepath.WalkDir("../../content", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".md") && !strings.HasSuffix(path, ".yaml") {
			return err
		}
		written, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		listed := false
		for row := range strings.Lines(string(written)) {
			row = strings.TrimRight(row, "\r\n")
			name := one.FindStringSubmatch(row)
			if name == nil && listed {
				name = item.FindStringSubmatch(row)
			}
			listed = list.MatchString(row) || listed && name != nil
			if name == nil {
				continue
			}
			named++
			if stops, _ := feed.Find(name[1]); len(stops) == 0 {
				t.Errorf("%s: nothing stops at %q", path, name[1])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if named < 80 {
		t.Errorf("only %d stops are named", named)
	}
}

func TestAJourneyFromAVillageToACourseAndBack(t *testing.T) {
	feed := read(t)
	stops := func(name string) []int32 {
		list, known := feed.Find(name)
		if !known {
			t.Fatalf("no stop %s", name)
		}
		return list
	}
	q := timetable.Query{From: stops("Fürstenau, ZOB"), To: stops("Bramsche, Bahnhof"), Date: date.New(2027, 2, 15), Time: 9 * 3600, ArriveBy: true, MaxRides: 4, MinChange: 120, Walk: 400}
	journeys := feed.Journeys(q)
	if len(journeys) == 0 || timetable.ClockOf(journeys[0].Departure) != "07:10:00" || journeys[0].Rides != 3 {
		t.Errorf("%+v", journeys)
	}
	back := timetable.Query{From: q.To, To: q.From, Date: q.Date, Time: 12 * 3600, MaxRides: 4, MinChange: 120, Walk: 400}
	if len(feed.Journeys(back)) == 0 {
		t.Error("there is no way back")
	}
	back.Date = date.New(2027, 2, 14)
	if got := feed.Journeys(back); len(got) != 0 {
		t.Errorf("on a Sunday: %+v", got)
	}
}
