package timetable

import (
	"fmt"

	"mappe/generator/diag"
)

// kind is one thing that can be wrong with a feed. It is told once for each table, with the first example and how often.
type kind uint8

const (
	unreadable kind = iota
	tooLarge
	missingTable
	missingRoutes
	missingColumn
	brokenRow
	unknownRoute
	unknownService
	neverRuns
	unknownTrip
	unknownStop
	unknownStation
	unknownBooking
	notAPlatform
	badTimeOfDay
	badDay
	badCoordinates
	badValue
	backwards
	untimedEnd
	sameSequence
	tooFewCalls
	twice
	badFrequency
	transferWithout
	noTrips
)

// wording is how a kind is told; %s are the values of the first example.
type wording struct {
	code     string
	severity diag.Severity
	de, en   string
}

func (k kind) wording() wording {
	const reference, value = "timetable-unknown-reference", "timetable-bad-value"
	return [...]wording{
		unreadable: {"timetable-unreadable", diag.Error, "Der Fahrplan lässt sich nicht lesen: %s", "The timetable cannot be read: %s"},
		tooLarge: {"timetable-too-large", diag.Error, "Die Datei „%s“ ist ausgepackt größer, als ein Fahrplan sein kann, und wird nicht gelesen.",
			"The file “%s” is larger when unpacked than a timetable can be and is not read."},
		missingTable:  {"timetable-missing-table", diag.Error, "Im Fahrplan fehlt die Datei %s.", "The timetable lacks the file %s."},
		missingRoutes: {"timetable-missing-table", diag.Warning, "Im Fahrplan fehlt die Datei %s; die Linien haben nur Nummern.", "The timetable lacks the file %s; its routes only have numbers."},
		missingColumn: {"timetable-missing-column", diag.Error, "Es fehlt die Spalte „%s“.", "The column “%s” is missing."},
		brokenRow: {"timetable-broken-row", diag.Warning, "Die Zeile läuft in der nächsten weiter; wahrscheinlich ist ein Anführungszeichen offen.",
			"The row runs on in the next line; most likely a quote is open."},
		unknownRoute:    {reference, diag.Warning, "Die Linie „%s“ gibt es nicht.", "There is no route “%s”."},
		unknownService:  {reference, diag.Warning, "Für die Fahrt „%s“ steht nirgends, an welchen Tagen sie fährt („%s“).", "Nothing says on which days the trip “%s” runs (“%s”)."},
		neverRuns:       {"timetable-never", diag.Info, "Die Fahrt „%s“ fährt an keinem Tag und bleibt weg.", "The trip “%s” runs on no day and is left out."},
		unknownTrip:     {reference, diag.Warning, "Die Fahrt „%s“ gibt es nicht.", "There is no trip “%s”."},
		unknownStop:     {reference, diag.Warning, "Die Haltestelle „%s“ gibt es nicht.", "There is no stop “%s”."},
		unknownStation:  {reference, diag.Warning, "Die Station „%s“, zu der eine Haltestelle gehören soll, gibt es nicht.", "There is no station “%s”, which a stop should belong to."},
		unknownBooking:  {reference, diag.Warning, "Die Regel zum Bestellen „%s“ gibt es nicht.", "There is no booking rule “%s”."},
		notAPlatform:    {value, diag.Warning, "Die Fahrt „%s“ hält an „%s“; das ist keine Haltestelle, sondern eine Station oder ein Eingang.", "The trip “%s” calls at “%s”, which is no stop but a station or an entrance."},
		badTimeOfDay:    {value, diag.Warning, "„%s“ ist keine Uhrzeit.", "“%s” is no time of day."},
		badDay:          {value, diag.Warning, "„%s“ ist kein Tag.", "“%s” is no day."},
		badCoordinates:  {value, diag.Warning, "Die Haltestelle „%s“ hat keine Lage; zu ihr führt kein Fußweg.", "The stop “%s” has no position; no walk leads to it."},
		badValue:        {value, diag.Warning, "„%s“ passt nicht in die Spalte „%s“.", "“%s” does not fit into the column “%s”."},
		backwards:       {"timetable-backwards", diag.Warning, "In der Fahrt „%s“ gehen die Zeiten rückwärts; sie bleibt weg.", "The times of the trip “%s” run backwards; it is left out."},
		untimedEnd:      {"timetable-untimed", diag.Warning, "Die Fahrt „%s“ hat an ihrem ersten oder letzten Halt keine Zeit; dieser Halt bleibt weg.", "The trip “%s” has no time at its first or last call, which is left out."},
		sameSequence:    {"timetable-twice", diag.Warning, "In der Fahrt „%s“ hat zweimal ein Halt dieselbe Nummer; es gilt die Reihenfolge der Zeilen.", "Two calls of the trip “%s” have the same number; they are taken in the order of the rows."},
		tooFewCalls:     {"timetable-short-trip", diag.Info, "Die Fahrt „%s“ hat keine zwei Halte und bleibt weg.", "The trip “%s” does not have two calls and is left out."},
		twice:           {"timetable-twice", diag.Warning, "„%s“ steht zweimal da; es gilt die erste Zeile.", "“%s” is there twice; the first row counts."},
		badFrequency:    {"timetable-bad-frequency", diag.Warning, "Der Takt der Fahrt „%s“ (%s) hat keinen Sinn und bleibt weg.", "The frequency of the trip “%s” (%s) makes no sense and is left out."},
		transferWithout: {value, diag.Warning, "Der Übergang von „%s“ nach „%s“ ist unvollständig und bleibt weg.", "The transfer from “%s” to “%s” is incomplete and is left out."},
		noTrips: {"timetable-no-trips", diag.Error, "Im Fahrplan ist keine einzige Fahrt, die sich gebrauchen lässt.",
			"The timetable holds not a single trip that can be used."},
	}[k]
}

// tally counts what is wrong with one feed.
type tally struct {
	feed   string            // as findings name its file
	folder map[string]string // where its tables lie, nil in a zip
	list   []*counted
	index  map[tallyKey]*counted
}

type tallyKey struct {
	kind  kind
	table string
}

type counted struct {
	diag.Finding
	times int
}

func newTally(feed string, folder map[string]string) *tally {
	return &tally{feed: feed, folder: folder, index: map[tallyKey]*counted{}}
}

// whole counts a finding about the feed as a whole.
func (t *tally) whole(k kind, values ...any) { t.count(k, "", 1, values) }

// row counts a finding about the row a table stands at.
func (t *tally) row(k kind, at *table, values ...any) { t.count(k, at.name, at.line, values) }

func (t *tally) count(k kind, table string, line int, values []any) {
	key := tallyKey{k, table}
	if c := t.index[key]; c != nil {
		c.times++
		return
	}
	w := k.wording()
	c := &counted{times: 1, Finding: diag.Finding{File: t.feed, Line: 1, Column: 1, Severity: w.severity, Code: w.code, Message: diag.Textf(w.de, w.en, values...)}}
	if path, ok := t.folder[table]; ok {
		c.File, c.Line = path, max(line, 1)
	} else if table != "" {
		c.Message = diag.Text{DE: fmt.Sprintf("%s, Zeile %d: %s", table, line, c.Message.DE), EN: fmt.Sprintf("%s, line %d: %s", table, line, c.Message.EN)}
	}
	t.index[key] = c
	t.list = append(t.list, c)
}

// findings tells what was counted.
func (t *tally) findings() []diag.Finding {
	var list []diag.Finding
	for _, c := range t.list {
		if c.times > 1 {
			c.Hint = diag.Textf("So ist es %[1]d-mal; das hier ist das erste Mal.", "It is so %[1]d times; this is the first.", c.times)
		}
		list = append(list, c.Finding)
	}
	return list
}
