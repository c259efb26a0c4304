package reach

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/diag"
)

// today is the day the county is looked at.
func today() date.Date { return date.New(2026, 11, 22) }

// files are the county's, with some replaced: each is a path and its text.
func files(t *testing.T, replaced ...string) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/county.txtar")
	if err != nil {
		t.Fatal(err)
	}
	source := fstest.MapFS{}
	for _, f := range archive.Files {
		source[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for i := 0; i < len(replaced); i += 2 {
		source[replaced[i]] = &fstest.MapFile{Data: []byte(replaced[i+1])}
	}
	return source
}

func load(t *testing.T, source fs.FS) *catalog.Catalogue {
	t.Helper()
	c, findings, err := catalog.Load(context.Background(), source, catalog.Options{})
	if err != nil || diag.CountOf(findings).Errors > 0 {
		t.Fatal(err, findings)
	}
	return c
}

// asked answers a county with a store of its own.
func asked(t *testing.T, source fs.FS) (*catalog.Catalogue, *Result) {
	t.Helper()
	c := load(t, source)
	q, err := new(Store).Ask(c, today(), 2)
	if err != nil || q == nil {
		t.Fatal(err)
	}
	r, err := q.Result(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return c, r
}

// told is an answer in a line.
func told(r *Result, place string, v *Visit) string {
	at, _ := slices.BinarySearch(r.Origins, place)
	a := &v.Answers[at]
	way := func(w *Way) string {
		if !w.Found() {
			return "–"
		}
		return Clock(w.Departure).String() + "–" + Clock(w.Arrival).String()
	}
	line := fmt.Sprintf("%s %s %s %d/%d", a.Class, way(&a.There), way(&a.Back), a.Works, len(v.Dates))
	if a.Last > 0 {
		line += " last " + Clock(a.Last).String()
	}
	if a.Only {
		line += " only"
	}
	return line
}

func TestFromEachPlaceToAMorningCourse(t *testing.T) {
	_, r := asked(t, files(t))
	visits := r.Offers["courses/vormittag"]
	if len(visits) != 1 || len(visits[0].Dates) != 18 {
		t.Fatalf("%+v", visits)
	}
	for place, want := range map[string]string{
		"adorf":  "regular 07:40–08:43 12:07–13:10 10/18 last 12:07 only",
		"bedorf": "regular 08:15–08:43 12:07–12:35 18/18 last 17:07",
		"cedorf": "local – – 18/18",
		"dedorf": "on_call 07:53–08:43 12:07–12:57 18/18 last 17:07",
		"edorf":  "none – – 0/18",
		"fern":   "on_call 07:00–08:33 12:27–14:00 18/18 last 12:27 only",
		"gedorf": "one_way 08:00–08:53 – 0/18",
	} {
		if got := told(r, place, visits[0]); got != want {
			t.Errorf("%s: %s, want %s", place, got, want)
		}
	}
}

func TestARideThatMustBeBookedSaysHow(t *testing.T) {
	_, r := asked(t, files(t))
	_, dedorf := r.Best("dedorf", "courses/vormittag")
	taxi := dedorf.There.Legs[0]
	if !taxi.OnCall || !taxi.About || taxi.Departure != 7*60+53 || taxi.Arrival != 8*60+13 {
		t.Errorf("%+v", taxi)
	}
	if b := r.Bookings[taxi.Booking]; b.Minutes != 60 || b.Phone != "0541 11055" || b.Transport != "taxi" {
		t.Errorf("%+v", b)
	}
	_, fern := r.Best("fern", "courses/vormittag")
	if b := r.Bookings[fern.There.Legs[0].Booking]; b.Days != 1 || b.Until.String() != "18:00" || b.Phone != "0541 11056" {
		t.Errorf("what a record says of a line does not win over the timetable: %+v", b)
	}
}

// TestToAVillageWithoutAStop goes by bus as far as it runs and on by taxi, and from the next village by taxi all the way.
func TestToAVillageWithoutAStop(t *testing.T) {
	_, r := asked(t, files(t, "content/venues/schule.yaml", `{title: Hof, street: Weg 1, postal_code: "49000", city: Dedorf, place: dedorf, lat: 52.45, lon: 8.10}`))
	v := r.Offers["courses/vormittag"][0]
	for place, want := range map[string]string{
		"adorf":  "on_call 07:40–08:27 12:23–13:10 10/18 last 12:23 only",
		"bedorf": "on_call 08:35–08:55 12:05–12:25 18/18 last 20:00",
		"cedorf": "none – – 0/18",
		"dedorf": "local – – 18/18",
	} {
		if got := told(r, place, v); got != want {
			t.Errorf("%s: %s, want %s", place, got, want)
		}
	}
	adorf := &v.Answers[slices.Index(r.Origins, "adorf")]
	if n := len(adorf.There.Legs); n != 2 || adorf.There.Rides != 2 || !adorf.There.Legs[1].OnCall || adorf.There.Legs[1].Departure != 8*60+7 {
		t.Errorf("%+v", adorf.There)
	}
}

// TestATaxiOnlyRunsWithinItsHours asks at an hour before which the taxi does not run yet.
func TestATaxiOnlyRunsWithinItsHours(t *testing.T) {
	taxi := strings.Replace(string(files(t)["content/transport/taxi.yaml"].Data), "from: 06:00, to: 20:00", "from: 09:00, to: 12:30", 1)
	_, r := asked(t, files(t, "content/transport/taxi.yaml", taxi))
	if got := told(r, "dedorf", r.Offers["courses/vormittag"][0]); got != "none – – 0/18" {
		t.Error(got)
	}
}

func TestAnEveningOutsideOfAllTimesFindsNothing(t *testing.T) {
	_, r := asked(t, files(t))
	visits := r.Offers["courses/spaet"]
	if len(visits) != 1 || len(visits[0].Dates) != 2 {
		t.Fatalf("the online session is one too: %+v", visits)
	}
	if got := told(r, "adorf", visits[0]); got != "none – – 0/2" {
		t.Error(got)
	}
}

func TestWithoutAnEndAnyWayHomeWillDo(t *testing.T) {
	_, r := asked(t, files(t))
	if got := told(r, "bedorf", r.Offers["events/fest"][0]); got != "regular 08:15–08:43 – 1/1 last 17:07" {
		t.Error(got)
	}
}

func TestDatesAfterTheTimetablesEndAreNotAnswered(t *testing.T) {
	c, r := asked(t, files(t))
	v := r.Offers["courses/danach"][0]
	if len(v.Dates) != 2 || v.Beyond != 5 || told(r, "adorf", v) != "regular 07:40–08:43 12:07–13:10 2/2 last 12:07 only" {
		t.Errorf("%d told, %d beyond, %s", len(v.Dates), v.Beyond, told(r, "adorf", v))
	}
	finding := func(day date.Date) diag.Finding {
		for _, f := range r.Findings(c, day) {
			if f.Code == "timetable-ends-early" {
				return f
			}
		}
		return diag.Finding{}
	}
	if f := finding(today()); f.Severity != diag.Info || !strings.Contains(f.Message.EN, "courses/danach") {
		t.Errorf("%+v", f)
	}
	if f := finding(date.New(2027, 11, 1)); f.Severity != diag.Warning {
		t.Errorf("soon before its end: %+v", f)
	}
}

func TestAStopThatNoTimetableHasIsAWarning(t *testing.T) {
	c, r := asked(t, files(t))
	var got []string
	for _, f := range r.Findings(c, today()) {
		if f.Code == "unknown-stop" {
			got = append(got, fmt.Sprintf("%s:%d %s %s", f.File, f.Line, f.Severity, f.Hint.DE))
		}
	}
	if want := []string{"content/internships/betrieb.yaml:5 warning Meinten Sie „Bedorf, Mitte“?"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if v := r.Offers["internships/betrieb"][0]; told(r, "bedorf", v) != "local – – 5/5" {
		t.Errorf("the coordinates stand in for it: %s", told(r, "bedorf", v))
	}
}

func TestAnOfferWithoutWaysSaysWhatIsMissing(t *testing.T) {
	about := func(venue, times string) string {
		return "title: Ohne Weg\nkind: orientation\norganization: vhs\nstart: 2027-03-01\nend: 2027-03-05\nvenue: {city: Bedorf, place: bedorf" + venue + "}\n" + times
	}
	hours := "times: [{days: [mo], from: 09:00, to: 12:00}]\n"
	for what, c := range map[string]struct{ text, want string }{
		"no hours":             {about(", lat: 52.40, lon: 8.00", ""), "Uhrzeiten fehlen"},
		"shifts":               {about(", lat: 52.40, lon: 8.00", "shifts: true\n"), ""},
		"no point":             {about("", hours), "weder Haltestelle noch Koordinaten"},
		"no stop near it":      {strings.Replace(about(", lat: 52.30, lon: 8.90", hours), "place: bedorf", "place: cedorf", 1), "in Laufweite ist keine Haltestelle"},
		"all there":            {about(", lat: 52.40, lon: 8.00", hours), ""},
		"over":                 {strings.Replace(about("", ""), "2027-03", "2026-03", -1), ""},
		"nowhere":              {"title: Ohne Ort\nkind: orientation\norganization: vhs\n", ""},
		"beyond the timetable": {strings.Replace(about(", lat: 52.40, lon: 8.00", hours), "2027-03", "2029-03", -1), ""},
	} {
		catalogue, r := asked(t, files(t, "content/internships/ohne.yaml", c.text))
		got := ""
		for _, f := range r.Findings(catalogue, today()) {
			if f.Code == "no-way-told" && f.File == "content/internships/ohne.yaml" {
				got += fmt.Sprint(f.Severity, " ", f.Message.DE)
			}
		}
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || got != "" && !strings.HasPrefix(got, "info") {
			t.Errorf("%s: %q", what, got)
		}
	}
}

func TestTheColumnForTheSearch(t *testing.T) {
	_, r := asked(t, files(t))
	order := []string{"contacts/telefon", "courses/vormittag", "courses/spaet", "courses/danach", "courses/none"}
	isOnline := func(entry string) bool { return entry == "courses/none" }
	for place, want := range map[string][]byte{
		"adorf":  {0, 63, 255, 63, 1},
		"cedorf": {0, 1, 1, 1, 1},
		"dedorf": {0, 120 + 50, 255, 120 + 50, 1},
		"gedorf": {0, 255, 255, 255, 1},
	} {
		if got := r.Column(place, order, isOnline); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", place, got, want)
		}
	}
	if minutes, class := r.Minutes("adorf", "courses/vormittag"); minutes != 63 || class != Regular {
		t.Error(minutes, class)
	}
}

func TestWhatWorksOnFewDatesDoesNotCount(t *testing.T) {
	course := strings.Replace(string(files(t)["content/courses/vormittag.yaml"].Data), "start: 2027-03-15", "start: 2027-03-22", 1)
	_, r := asked(t, files(t, "content/courses/vormittag.yaml", course))
	if minutes, class := r.Minutes("adorf", "courses/vormittag"); class != None || minutes != 0 {
		t.Errorf("on 5 of 13 dates: %d, %s", minutes, class)
	}
}

func TestNothingToAnswerBy(t *testing.T) {
	without := files(t)
	for name := range without {
		if strings.HasPrefix(name, "content/timetables/bus/") {
			delete(without, name)
		}
	}
	off := files(t, "content/site.yaml", string(files(t)["content/site.yaml"].Data)+"outputs: {reach: no}\n")
	for what, source := range map[string]fs.FS{"no timetable": without, "switched off": off} {
		if q, err := new(Store).Ask(load(t, source), today(), 1); q != nil || err != nil {
			t.Errorf("%s: %v %v", what, q, err)
		}
	}
}
