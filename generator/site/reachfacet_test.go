package site

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"mappe/generator/date"
	"mappe/generator/reach"
)

// reached is a site whose course in Bedorf is 35 minutes from Adorf, and which cannot be reached from Bedorf's other end by timetable.
func reached(t *testing.T, until date.Date, overlay string) *Site {
	t.Helper()
	s := planned(t, overlay)
	way := reach.Way{Departure: 480, Arrival: 515, Rides: 1, Legs: []reach.Leg{{}}}
	day := today.Add(1)
	s.Reach = &reach.Result{Valid: date.Range{From: today, To: until}, Origins: []string{"adorf", "bedorf", "gone"}, Offers: map[string][]*reach.Visit{
		"courses/a2-bedorf": {{Dates: []date.Date{day}, Answers: []reach.Answer{{Class: reach.Regular, There: way, Back: way, Works: 1}, {Class: reach.None}, {}}}},
	}}
	return s
}

// unpacked are the bytes of a file's block.
func unpacked(t *testing.T, f File) string {
	t.Helper()
	zip, err := gzip.NewReader(bytes.NewReader(f.Data))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(zip)
	if err != nil || len(data) < 9 {
		t.Fatal(err, len(data))
	}
	return string(data[9:]) // after the head and a length of one byte
}

func TestTheSearchIsNarrowedByTheWayThereAndHome(t *testing.T) {
	s := reached(t, today.Add(100), "-- content/courses/fern.yaml --\n{title: Fern, kind: language, organization: vhs, mode: online, sessions: [{id: a, start: 2027-02-01, end: 2027-03-01}]}\n")
	facet := modelOf[*SearchPage](t, s, "ar/search.html").Reach
	if facet == nil || !strings.HasPrefix(string(facet.List), "../reach/places-ar.") || facet.Until != today.Add(100).String() || len(facet.Limits) != 4 || facet.Limits[1].Minutes != 45 {
		t.Fatalf("the facet is %+v", facet)
	}
	files, err := s.ReachFiles()
	if err != nil {
		t.Fatal(err)
	}
	contents := map[string]string{}
	for _, f := range files {
		name, _, _ := strings.Cut(strings.TrimPrefix(f.Path, "reach/"), ".")
		contents[name] = unpacked(t, f)
	}
	if list := contents["places-ar"]; !strings.Contains(list, `["adorf","`) || !strings.Contains(list, `"adorf.`) || strings.Contains(list, "gone") {
		t.Errorf("the places are %s", list)
	}
	for place, want := range map[string]map[string]byte{"adorf": {"courses/a2-bedorf": 35, "courses/fern": 1, "contacts/telefon": 0}, "bedorf": {"courses/a2-bedorf": 255}} {
		for i, key := range s.SearchOrder() {
			if code, asked := want[key]; asked && contents[place][i] != code {
				t.Errorf("from %s to %s: %d, want %d", place, key, contents[place][i], code)
			}
		}
		if len(contents[place]) != len(s.SearchOrder()) {
			t.Errorf("from %s the ways of %d documents are told, of %d", place, len(contents[place]), len(s.SearchOrder()))
		}
	}
}

func TestWithoutATimetableTheSearchIsNotNarrowedByTheWay(t *testing.T) {
	for what, s := range map[string]*Site{"no timetable": planned(t, ""), "one that has ended": reached(t, today.Add(-1), "")} {
		files, err := s.ReachFiles()
		if facet := modelOf[*SearchPage](t, s, "de/search.html").Reach; facet != nil || len(files) > 0 || err != nil {
			t.Errorf("%s: %+v, %d files, %v", what, facet, len(files), err)
		}
	}
}
