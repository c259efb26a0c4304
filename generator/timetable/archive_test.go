package timetable

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/generator/diag"
)

// smallFeed is a feed that has all it needs, table by table.
func smallFeed() map[string]string {
	return map[string]string{
		"stops.txt":          "stop_id,stop_lat,stop_lon\nA,52.0,8.0\nB,52.1,8.0\n",
		"routes.txt":         "route_id\nR\n",
		"trips.txt":          "route_id,service_id,trip_id\nR,S,t1\n",
		"stop_times.txt":     "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nt1,8:00:00,8:00:00,A,1\nt1,8:10:00,8:10:00,B,2\n",
		"calendar_dates.txt": "service_id,date,exception_type\nS,20270301,1\n",
	}
}

// zipped packs files.
func zipped(t testing.TB, files map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		entry, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(entry, files[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readBytes reads a feed from a zip's bytes.
func readBytes(t testing.TB, data []byte) (*Timetable, []diag.Finding) {
	t.Helper()
	timetable, findings, err := Read(context.Background(), []Source{{fstest.MapFS{"a.zip": {Data: data}}, "a.zip", "content/timetables/a.zip"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return timetable, findings
}

func codes(findings []diag.Finding) string {
	var list []string
	for _, f := range findings {
		list = append(list, f.Code)
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

func TestZipsAreReadAsTheyComeFromTheWild(t *testing.T) {
	in := func(folder string) map[string]string {
		files := map[string]string{}
		for name, text := range smallFeed() {
			files[folder+name] = text
		}
		return files
	}
	beside := in("gtfs/")
	beside["__MACOSX/gtfs/stops.txt"] = "\x00\x05\x16\x07"
	beside["gtfs/old/stop_times.txt"] = "nothing"
	for what, files := range map[string]map[string]string{
		"plain": in(""), "in a folder": in("gtfs/export/"), "with backslashes": in(`gtfs\`), "with things beside": beside,
	} {
		timetable, findings := readBytes(t, zipped(t, files))
		if c := timetable.Counts(); c.Trips != 1 || c.Stops != 2 || len(findings) > 0 {
			t.Errorf("%s: %+v, %v", what, c, findings)
		}
	}
	capitals := smallFeed()
	capitals["Stop_Times.TXT"] = capitals["stop_times.txt"]
	delete(capitals, "stop_times.txt")
	if timetable, _ := readBytes(t, zipped(t, capitals)); timetable.Counts().Trips != 1 {
		t.Error("capitals in the names of files are not read")
	}
}

func TestAZipBombIsRefused(t *testing.T) {
	zeros := strings.Repeat("t1,8:00:00,8:00:00,A,1\n", 1<<20) // 23 MB that shrink to a thousandth
	for what, name := range map[string]string{"in a table that is needed": "stop_times.txt", "in one that is not": "transfers.txt"} {
		files := smallFeed()
		files[name] = files[name] + zeros
		_, findings := readBytes(t, zipped(t, files))
		if !strings.Contains(codes(findings), "timetable-too-large") {
			t.Errorf("%s: %v", what, findings)
		}
	}
}

func TestAZipThatLiesAboutItsSizeIsRefused(t *testing.T) {
	files := smallFeed()
	files["stop_times.txt"] += strings.Repeat("t1,8:00:00,8:00:00,A,1\n", 1<<20)
	data := zipped(t, files)
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range reader.File {
		header := f.FileHeader
		header.UncompressedSize64 = min(header.UncompressedSize64, 100)
		header.Flags &^= 8 // sizes stand in the header, not behind the data
		raw, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		entry, err := w.CreateRaw(&header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(entry, raw); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, findings := readBytes(t, b.Bytes()); diag.CountOf(findings).Errors == 0 {
		t.Errorf("no error: %v", findings)
	}
}

func TestALineWithoutEndIsRefusedBeforeItFillsTheMemory(t *testing.T) {
	files := smallFeed()
	files["stops.txt"] += `C,"` + strings.Repeat("x", 3<<20)
	if _, findings := readBytes(t, zipped(t, files)); !strings.Contains(codes(findings), "timetable-too-large") {
		t.Errorf("%v", findings)
	}
}

func TestWhatIsNoFeedIsAFindingAndWhatIsNotThereAnError(t *testing.T) {
	if _, findings := readBytes(t, []byte("PK, but no zip")); codes(findings) != "timetable-unreadable" {
		t.Errorf("no zip: %v", findings)
	}
	if _, findings := readBytes(t, zipped(t, map[string]string{"readme.md": "hello"})); !strings.Contains(codes(findings), "timetable-missing-table") {
		t.Errorf("a zip of something else: %v", findings)
	}
	broken := zipped(t, smallFeed())
	broken[60] ^= 0xff
	if _, findings := readBytes(t, broken); diag.CountOf(findings).Errors == 0 {
		t.Errorf("a damaged zip: %v", findings)
	}
	_, _, err := Read(context.Background(), []Source{{fstest.MapFS{}, "a.zip", "a.zip"}}, nil)
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a zip that is not there: %v", err)
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Read(cancelled, []Source{{fstest.MapFS{"a.zip": {Data: zipped(t, smallFeed())}}, "a.zip", "a.zip"}}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestFindingsOfAZipNameTheTableAndTheLine(t *testing.T) {
	files := smallFeed()
	files["stop_times.txt"] += "t9,8:00:00,8:00:00,A,1\n"
	_, findings := readBytes(t, zipped(t, files))
	if len(findings) != 1 || findings[0].File != "content/timetables/a.zip" || findings[0].Line != 1 ||
		findings[0].Message.DE != "stop_times.txt, Zeile 4: Die Fahrt „t9“ gibt es nicht." {
		t.Errorf("%+v", findings)
	}
}

func TestNamesThatAreNotUTF8AreReadAsWindowsWroteThem(t *testing.T) {
	files := smallFeed()
	files["stops.txt"] = "stop_id,stop_name,stop_lat,stop_lon\nA,Bersenbr\xfcck,52.0,8.0\nB,Ende,52.1,8.0\n"
	timetable, _ := readBytes(t, zipped(t, files))
	if _, known := timetable.Find("Bersenbrück"); !known {
		t.Errorf("%v", timetable.Names())
	}
}

func FuzzRead(f *testing.F) {
	small := smallFeed()
	f.Add(small["stops.txt"], small["trips.txt"], small["stop_times.txt"], small["calendar_dates.txt"], "from_stop_id,to_stop_id,transfer_type\nA,B,2\n", "trip_id,start_time,end_time,headway_secs\nt1,8:00:00,9:00:00,600\n")
	f.Add("stop_id,stop_lat,stop_lon,parent_station\nA,,,A\nB,1e9,NaN,A\n", small["trips.txt"], "trip_id,stop_id,start_pickup_drop_off_window,location_group_id\nt1,A,x,g\n", "", "\"", "\ufeff")
	f.Add(small["stops.txt"], "route_id,service_id,trip_id,block_id\nR,S,t1,1\nR,S,t2,1\n", small["stop_times.txt"]+"t2,,,A,9\nt2,99:99:99,-1,B,-4\n", small["calendar_dates.txt"], "", "")
	f.Fuzz(func(t *testing.T, stops, trips, times, dates, transfers, frequencies string) {
		files := fstest.MapFS{}
		for name, text := range map[string]string{"stops.txt": stops, "trips.txt": trips, "stop_times.txt": times, "calendar_dates.txt": dates, "transfers.txt": transfers, "frequencies.txt": frequencies} {
			files["feed/"+name] = &fstest.MapFile{Data: []byte(text)}
		}
		for _, near := range [][]Circle{nil, {{52, 8, 5000}}} {
			timetable, _, err := Read(context.Background(), []Source{{files, "feed", "feed"}}, near)
			if err != nil {
				t.Fatal(err)
			}
			period, found := timetable.Period()
			if !found || len(timetable.calls.stop) > 200 {
				return
			}
			timetable.Over(period.From)
			from, _ := timetable.Find("A")
			to, _ := timetable.Find("B")
			for _, j := range timetable.Journeys(Query{From: from, To: to, Date: period.From, MaxRides: 3, MinChange: 60, Walk: 400, WalkEnds: 400}) {
				checkJourney(t, "fuzzed", timetable, j)
			}
		}
	})
}

func FuzzZip(f *testing.F) {
	f.Add(zipped(f, smallFeed()))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) { readBytes(t, data) })
}
