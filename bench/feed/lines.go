package main

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"mappe/generator/timetable"
)

//go:embed stops.txt
var stopsText string

//go:embed lines.txt
var linesText string

//go:embed patterns.txt
var patternsText string

// stop is a stop of the county.
type stop struct {
	name       string
	lat, lon   float64
	wheelchair string
	rail       bool
}

// line is a line with its runs.
type line struct {
	number, kind, wheelchair, name string
	runs                           []run
}

// run is one way of a line, and when it departs.
type run struct {
	calls      []call
	departures []departure
}

// call is a stop of a run, minutes after the first.
type call struct {
	stop    string
	minutes int
}

// departure is one departure of a run, in seconds from midnight.
type departure struct {
	service string
	seconds int
}

// rows are the lines of a text that are no remarks.
func rows(text string) []string {
	var list []string
	for row := range strings.Lines(text) {
		if row = strings.TrimSpace(row); row != "" && !strings.HasPrefix(row, "#") {
			list = append(list, row)
		}
	}
	return list
}

func readStops() ([]stop, error) {
	var stops []stop
	for _, row := range rows(stopsText) {
		fields := strings.Split(row, ";")
		if len(fields) != 4 {
			return nil, fmt.Errorf("stops.txt: %q", row)
		}
		lat, err := strconv.ParseFloat(strings.TrimSpace(fields[1]), 64)
		if err != nil {
			return nil, fmt.Errorf("stops.txt: %q: %w", row, err)
		}
		lon, err := strconv.ParseFloat(strings.TrimSpace(fields[2]), 64)
		if err != nil {
			return nil, fmt.Errorf("stops.txt: %q: %w", row, err)
		}
		s := stop{name: fields[0], lat: lat, lon: lon}
		for _, word := range strings.Fields(fields[3]) {
			if word == "rail" {
				s.rail = true
			} else {
				s.wheelchair = word
			}
		}
		stops = append(stops, s)
	}
	return stops, nil
}

func readLines() ([]line, error) {
	var lines []line
	for _, row := range rows(linesText) {
		if err := readRow(&lines, row); err != nil {
			return nil, fmt.Errorf("lines.txt: %q: %w", row, err)
		}
	}
	return lines, nil
}

func readRow(lines *[]line, row string) error {
	word, rest, _ := strings.Cut(row, " ")
	if word == "line" {
		fields := strings.SplitN(rest, " ", 4)
		if len(fields) != 4 {
			return fmt.Errorf("a line has a number, a kind, a word on wheelchairs and a name")
		}
		*lines = append(*lines, line{number: fields[0], kind: fields[1], wheelchair: fields[2], name: fields[3]})
		return nil
	}
	l := &(*lines)[len(*lines)-1]
	switch word {
	case "run", "both":
		calls, err := readCalls(rest)
		if err != nil {
			return err
		}
		l.runs = append(l.runs, run{calls: calls})
		if word == "both" {
			l.runs = append(l.runs, run{calls: backwards(calls)})
		}
		return nil
	}
	if strings.Contains(rest, ":") {
		departures, err := readDepartures(word, rest)
		r := &l.runs[len(l.runs)-1]
		r.departures = append(r.departures, departures...)
		return err
	}
	return applyPattern(l.runs[len(l.runs)-2:], word, rest)
}

func readCalls(text string) ([]call, error) {
	var calls []call
	for part := range strings.SplitSeq(text, "|") {
		part = strings.TrimSpace(part)
		at := strings.LastIndexByte(part, ' ')
		minutes, err := strconv.Atoi(part[at+1:])
		if err != nil || at < 0 {
			return nil, fmt.Errorf("%q is no stop with its minutes", part)
		}
		calls = append(calls, call{part[:at], minutes})
	}
	return calls, nil
}

func backwards(calls []call) []call {
	turned := make([]call, len(calls))
	end := calls[len(calls)-1].minutes
	for i, c := range calls {
		turned[len(calls)-1-i] = call{c.stop, end - c.minutes}
	}
	return turned
}

// readDepartures reads 06:12 07:12, or 05:06-22:06/60.
func readDepartures(service, text string) ([]departure, error) {
	var list []departure
	for _, word := range strings.Fields(text) {
		from, rest, repeats := strings.Cut(word, "-")
		first, ok := timetable.ParseClock(from)
		last, step := first, 60
		if repeats {
			to, minutes, _ := strings.Cut(rest, "/")
			var ok2 bool
			last, ok2 = timetable.ParseClock(to)
			n, err := strconv.Atoi(minutes)
			ok, step = ok && ok2 && err == nil && n > 0, 60*n
		}
		if !ok {
			return nil, fmt.Errorf("%q is no time", word)
		}
		for at := first; at <= last; at += step {
			list = append(list, departure{service, at})
		}
	}
	return list, nil
}

// applyPattern adds a pattern's departures to a run and the one backwards: "there 25 back 50" are their minutes of the hour.
func applyPattern(pair []run, pattern, text string) error {
	var there, back int
	if _, err := fmt.Sscanf(text, "there %d back %d", &there, &back); err != nil {
		return fmt.Errorf("reading the minutes: %w", err)
	}
	known := false
	for _, row := range rows(patternsText) {
		fields := strings.Fields(row)
		if fields[0] != pattern {
			continue
		}
		known = true
		for _, hour := range fields[3:] {
			h, err := strconv.Atoi(hour)
			if err != nil {
				return fmt.Errorf("patterns.txt: %q: %w", row, err)
			}
			if fields[2] != "back" {
				pair[0].departures = append(pair[0].departures, departure{fields[1], h*3600 + there*60})
			}
			if fields[2] != "there" {
				pair[1].departures = append(pair[1].departures, departure{fields[1], h*3600 + back*60})
			}
		}
	}
	if !known {
		return fmt.Errorf("no pattern %q", pattern)
	}
	return nil
}
