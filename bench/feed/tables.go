package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"unicode"

	"mappe/generator/date"
	"mappe/generator/timetable"
)

// Everything that a reader may see says that it is invented.
const (
	publisher = "Musterfahrplan, alles erfunden (sample data, invented)"
	website   = "https://nahverkehr.example.org/"
	phone     = "0221 4710-620" // of the numbers that the Bundesnetzagentur keeps for films
)

// feed collects the tables of a GTFS feed.
type feed struct {
	files map[string][][]string
	stops map[string]stop
}

func (f *feed) add(table string, fields ...string) {
	f.files[table] = append(f.files[table], fields)
}

// makeFeed writes the county as GTFS.
func makeFeed(calendar *date.Calendar, period date.Range) (map[string][]byte, error) {
	stops, err := readStops()
	if err != nil {
		return nil, err
	}
	lines, err := readLines()
	if err != nil {
		return nil, err
	}
	f := &feed{files: map[string][][]string{}, stops: map[string]stop{}}
	f.add("agency.txt", "agency_id", "agency_name", "agency_url", "agency_timezone", "agency_lang", "agency_phone")
	f.add("agency.txt", "muster", "Musterverkehr Osnabrücker Land (erfunden)", website, "Europe/Berlin", "de", phone)
	f.add("feed_info.txt", "feed_publisher_name", "feed_publisher_url", "feed_lang", "feed_start_date", "feed_end_date", "feed_version")
	f.add("feed_info.txt", publisher, website, "de", compact(period.From), compact(period.To), "Muster "+period.From.String())
	f.addStops(stops)
	f.addCalendar(calendar, period)
	f.addDemand()
	if err := f.addLines(lines); err != nil {
		return nil, err
	}
	return f.write()
}

// write turns the tables into CSV.
func (f *feed) write() (map[string][]byte, error) {
	files := map[string][]byte{}
	for name, table := range f.files {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		if err := w.WriteAll(table); err != nil {
			return nil, fmt.Errorf("writing %s: %w", name, err)
		}
		files[name] = b.Bytes()
	}
	return files, nil
}

func compact(day date.Date) string { return strings.ReplaceAll(day.String(), "-", "") }

// addStops writes stops; one with trains is a station with two platforms, and changing between them takes three minutes.
func (f *feed) addStops(stops []stop) {
	f.add("stops.txt", "stop_id", "stop_name", "stop_lat", "stop_lon", "location_type", "parent_station", "wheelchair_boarding", "platform_code")
	f.add("transfers.txt", "from_stop_id", "to_stop_id", "transfer_type", "min_transfer_time")
	for _, s := range stops {
		f.stops[s.name] = s
		wheelchair := map[string]string{"yes": "1", "no": "2"}[s.wheelchair]
		place := func(id string, shift float64, kind, parent, platform string) {
			f.add("stops.txt", id, s.name, fmt.Sprintf("%.5f", s.lat+shift), fmt.Sprintf("%.5f", s.lon), kind, parent, wheelchair, platform)
		}
		id := stopID(s.name)
		if !s.rail {
			place(id, 0, "0", "", "")
			continue
		}
		place(id, 0, "1", "", "")
		place(id+":gleis", 0.0003, "0", id, "1")
		place(id+":bus", -0.0003, "0", id, "Bus")
		f.add("transfers.txt", id+":gleis", id+":bus", "2", "180")
		f.add("transfers.txt", id+":bus", id+":gleis", "2", "180")
	}
}

// stopID makes an id of a name: "muster:bad-essen-zob".
func stopID(name string) string {
	plain := strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").Replace(strings.ToLower(name))
	words := strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return "muster:" + strings.Join(words, "-")
}

// addCalendar writes the weekly patterns and the days that differ from them.
func (f *feed) addCalendar(calendar *date.Calendar, period date.Range) {
	f.add("calendar.txt", "service_id", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "start_date", "end_date")
	f.add("calendar_dates.txt", "service_id", "date", "exception_type")
	for _, service := range services() {
		row := append([]string{service}, strings.Split(week(service), ",")...)
		f.add("calendar.txt", append(row, compact(period.From), compact(period.To))...)
		for day := period.From; day <= period.To; day++ {
			switch on := runs(service, day, calendar); {
			case on && !byWeek(service, day):
				f.add("calendar_dates.txt", service, compact(day), "1")
			case !on && byWeek(service, day):
				f.add("calendar_dates.txt", service, compact(day), "2")
			}
		}
	}
}

// addDemand writes the on-call bus of the north, which has no fixed times: from the villages to the two stations and back.
func (f *feed) addDemand() {
	f.add("booking_rules.txt", "booking_rule_id", "booking_type", "prior_notice_duration_min", "phone_number", "info_url", "message")
	f.add("booking_rules.txt", "anrufbus", "1", "60", phone, website+"anrufbus", "Bis 60 Minuten vorher anrufen, von 6 bis 22 Uhr (erfunden)")
	f.add("location_groups.txt", "location_group_id", "location_group_name")
	f.add("location_groups.txt", "doerfer", "Dörfer im Nordkreis")
	f.add("location_groups.txt", "bahnhoefe", "Bahnhöfe Bersenbrück und Quakenbrück")
	f.add("location_group_stops.txt", "location_group_id", "stop_id")
	for _, name := range []string{"Ankum, ZOB", "Eggermühlen, Ortsmitte", "Kettenkamp, Ortsmitte", "Gehrde, Ortsmitte", "Nortrup, Ortsmitte", "Badbergen, Ortsmitte", "Menslage, Ortsmitte",
		"Fürstenau, ZOB", "Schwagstorf, Kirche", "Hollenstede, Dorf", "Berge, Ortsmitte", "Bippen, Ortsmitte"} {
		f.add("location_group_stops.txt", "doerfer", stopID(name))
	}
	for _, name := range []string{"Bersenbrück, Bahnhof", "Quakenbrück, Bahnhof"} {
		f.add("location_group_stops.txt", "bahnhoefe", stopID(name)+":bus")
	}
	f.add("routes.txt", "route_id", "agency_id", "route_short_name", "route_long_name", "route_type")
	f.add("routes.txt", "anrufbus-nord", "muster", "Anrufbus Nord", "Anrufbus Nordkreis", "715")
	f.add("trips.txt", "route_id", "service_id", "trip_id", "trip_headsign", "wheelchair_accessible", "block_id")
	f.add("stop_times.txt", "trip_id", "arrival_time", "departure_time", "stop_id", "location_group_id", "stop_sequence", "start_pickup_drop_off_window", "end_pickup_drop_off_window",
		"pickup_type", "drop_off_type", "pickup_booking_rule_id", "drop_off_booking_rule_id")
	for _, window := range [][3]string{{"workday", "05:30:00", "22:00:00"}, {"saturday", "08:00:00", "22:00:00"}, {"sunday", "08:00:00", "22:00:00"}} {
		for _, way := range [][2]string{{"doerfer", "bahnhoefe"}, {"bahnhoefe", "doerfer"}} {
			id := "anrufbus-" + window[0] + "-" + way[1]
			f.add("trips.txt", "anrufbus-nord", window[0], id, "", "1", "")
			f.add("stop_times.txt", id, "", "", "", way[0], "1", window[1], window[2], "2", "1", "anrufbus", "")
			f.add("stop_times.txt", id, "", "", "", way[1], "2", window[1], window[2], "1", "2", "", "anrufbus")
		}
	}
}

// addLines writes routes, trips and stop times.
func (f *feed) addLines(lines []line) error {
	for _, l := range lines {
		kind := map[string]string{"rail": "2", "bus": "3", "call": "715"}[l.kind]
		f.add("routes.txt", l.number, "muster", shortName(l.number), l.name, kind)
		for n, r := range l.runs {
			for _, d := range r.departures {
				if err := f.addTrip(l, n, r, d); err != nil {
					return fmt.Errorf("line %s: %w", l.number, err)
				}
			}
		}
	}
	return nil
}

// shortName puts a blank between the letters and the number of a train: RE 18.
func shortName(number string) string {
	if digits := strings.IndexFunc(number, unicode.IsDigit); digits > 0 && !strings.Contains(number, "-") {
		return number[:digits] + " " + number[digits:]
	}
	return strings.ReplaceAll(number, "-", " ")
}

func (f *feed) addTrip(l line, n int, r run, d departure) error {
	clock := strings.ReplaceAll(timetable.ClockOf(d.seconds)[:5], ":", "")
	id := fmt.Sprintf("%s-%d-%s-%s", l.number, n+1, d.service, clock)
	wheelchair := map[string]string{"yes": "1", "no": "2"}[l.wheelchair]
	f.add("trips.txt", l.number, d.service, id, r.calls[len(r.calls)-1].stop, wheelchair, "")
	phoned, rule := "0", ""
	if l.kind == "call" {
		phoned, rule = "2", "anrufbus"
	}
	for i, c := range r.calls {
		s, known := f.stops[c.stop]
		if !known {
			return fmt.Errorf("no stop %q", c.stop)
		}
		stop := stopID(c.stop)
		switch {
		case s.rail && l.kind == "rail":
			stop += ":gleis"
		case s.rail:
			stop += ":bus"
		case l.kind == "rail":
			return fmt.Errorf("no train stops at %q", c.stop)
		}
		at := timetable.ClockOf(d.seconds + 60*c.minutes)
		f.add("stop_times.txt", id, at, at, stop, "", fmt.Sprint(i+1), "", "", phoned, phoned, rule, rule)
	}
	return nil
}
