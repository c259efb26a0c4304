package timetable

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"mappe/generator/diag"
)

// Source is where a feed lies: a zip or a folder.
type Source struct {
	FS   fs.FS
	Path string
	// Name is what findings call the file.
	Name string
}

// Read reads feeds and merges them. Where circles are given, only what lies in one of them is kept: stops there, and of each trip the
// calls there if it has two. What is wrong with a feed is told as findings; an error means that a feed is not there at all, or that
// ctx was cancelled.
func Read(ctx context.Context, feeds []Source, near []Circle) (*Timetable, []diag.Finding, error) {
	t := &Timetable{byID: map[string][]int32{}, byName: map[string][]int32{}, children: map[int32][]int32{}, calls: calls{booking: map[int32]callBooking{}}}
	var findings []diag.Finding
	for i, source := range feeds {
		t.Feeds = append(t.Feeds, Feed{Name: source.Name})
		tally, err := t.readFeed(ctx, source, int32(i), near)
		if err != nil {
			return nil, nil, err
		}
		findings = append(findings, tally.findings()...)
	}
	t.index()
	t.hashServices()
	return t, findings, nil
}

// readFeed adds one feed to the timetable.
func (t *Timetable) readFeed(ctx context.Context, source Source, feed int32, near []Circle) (*tally, error) {
	files, err := openArchive(source)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err != nil {
		tally := newTally(source.Name, nil)
		tally.whole(unreadable, err.Error())
		return tally, nil
	}
	defer files.Close()
	r := &reader{Timetable: t, ctx: ctx, files: files, tally: newTally(source.Name, files.folder), near: near, feed: feed,
		firstTrip: int32(len(t.trips)), firstService: int32(len(t.services)), flexible: map[int32]bool{},
		agencies: map[string]int32{}, routes: map[string]int32{}, stops: map[string]int32{}, services: map[string]int32{},
		bookings: map[string]int32{}, groups: map[string][]int32{}, raw: map[string]int32{}, blocks: map[string]int32{}, words: map[string]string{}}
	r.read()
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("reading the timetable: %w", err)
	}
	return r.tally, nil
}

// reader reads one feed. Its maps lead from the feed's ids to the timetable's columns.
type reader struct {
	*Timetable
	ctx   context.Context
	files *archive
	tally *tally
	near  []Circle
	feed  int32

	agencies, routes, services, bookings map[string]int32
	stops                                map[string]int32 // outside for those cut off
	groups                               map[string][]int32
	blocks                               map[string]int32
	words                                map[string]string // headsigns, each kept once

	raw      map[string]int32 // trips as they stand in the feed
	rawTrips []trip
	final    []int32        // where a raw trip stands in the timetable, -1 for one left out
	flexible map[int32]bool // raw trips with an area

	firstTrip, firstService int32 // of this feed
	serviceIDs              []string
}

// outside is the index of a stop that is cut off, missing that of one the feed does not have.
const (
	missing int32 = -1
	outside int32 = -2
)

// read reads the tables in the order in which they refer to each other.
func (r *reader) read() {
	areas := len(r.Areas)
	r.readFeedInfo()
	r.readAgencies()
	r.readRoutes()
	if !r.readStops() || !r.readTrips() {
		return
	}
	r.readCalendar()
	r.readCalendarDates()
	r.readBookingRules()
	r.readLocationGroups()
	if !r.readStopTimes() {
		return
	}
	r.readFrequencies()
	r.readTransfers()
	if int(r.firstTrip) == len(r.Timetable.trips) && areas == len(r.Areas) {
		r.tally.whole(noTrips)
	}
}

// columns prepares a table's columns and returns what is done with each of its rows.
type columns func(t *table) (row func())

// each reads a table, if it is there with the columns it needs. missing is what is said where it is not; optional tables may be.
func (r *reader) each(name string, needed []string, missing kind, prepare columns) bool {
	open, there := r.files.open[name]
	if !there {
		if missing != optional {
			r.tally.whole(missing, name)
		}
		return false
	}
	file, err := open()
	if err != nil {
		return r.failed(name, err)
	}
	t, err := openTable(name, file)
	if err != nil {
		return r.failed(name, err)
	}
	defer t.closer.Close()
	t.line = 1
	if len(t.columns) == 0 && missing == optional {
		return false // an empty file, as some programs write them
	}
	for _, column := range needed {
		if t.column(column) < 0 {
			r.tally.row(missingColumn, t, column)
			return false
		}
	}
	row := prepare(t)
	for n := 0; ; n++ {
		more, err := t.next()
		if err != nil {
			return r.failed(name, err)
		}
		if !more || n%8192 == 0 && r.ctx.Err() != nil {
			return r.ctx.Err() == nil
		}
		if t.broken() {
			r.tally.row(brokenRow, t)
		}
		row()
	}
}

// optional marks a table that a feed need not have.
const optional kind = 255

// failed tells that a table could not be read to its end.
func (r *reader) failed(name string, err error) bool {
	if errors.Is(err, errTooLarge) || errors.Is(err, errLongRecord) {
		r.tally.whole(tooLarge, name)
	} else {
		r.tally.whole(unreadable, name+": "+err.Error())
	}
	return false
}

// number reads a column's whole number and counts what is none.
func (r *reader) number(t *table, column int, name string, nothing int32) int32 {
	n, ok := number(t.at(column), nothing)
	if !ok {
		r.tally.row(badValue, t, t.at(column), name)
	}
	return n
}

// word keeps one copy of a text that many rows share.
func (r *reader) word(s string) string {
	if kept, there := r.words[s]; there {
		return kept
	}
	r.words[s] = s
	return s
}

// index fills what Find and the changes look up, once all feeds are read.
func (t *Timetable) index() {
	for i := range t.calls.stop {
		t.Stops[t.calls.stop[i]].Served = true
	}
	for i := range t.Stops {
		s := &t.Stops[i]
		t.byID[s.ID] = append(t.byID[s.ID], int32(i))
		if s.Name != "" {
			t.byName[s.Name] = append(t.byName[s.Name], int32(i))
		}
		if s.Served && s.Station >= 0 {
			t.children[s.Station] = append(t.children[s.Station], int32(i))
		}
	}
	for i := range t.services {
		t.services[i].settle()
	}
	for i := range t.calls.stop {
		t.longest = max(t.longest, t.calls.arrival[i])
	}
	slices.SortStableFunc(t.frequencies, func(a, b frequency) int { return int(a.trip - b.trip) })
	for _, f := range t.frequencies {
		_, last := t.spanOf(f.trip)
		t.longest = max(t.longest, last)
	}
}
