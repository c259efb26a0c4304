package check

import (
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/diag"
)

const codeEndBeforeStart = "end-before-start"

// endBeforeStart finds spans whose end lies before their start: of sessions, events, placements, publication and consent. It is an
// error, since a page would tell dates that cannot be ("ranges of dates include both ends").
func endBeforeStart(r *report, e catalog.Entry) {
	days := func(startField, endField string, start, end date.Date) {
		if !start.IsZero() && !end.IsZero() && end < start {
			r.endBeforeStart(e, startField, endField, start.String(), end.String())
		}
	}
	days("publish_from", "publish_until", e.Base().PublishFrom, e.Base().PublishUntil)
	switch e := e.(type) {
	case *catalog.Course:
		for i := range e.Sessions {
			if s := &e.Sessions[i]; !s.End.IsZero() && s.End < s.Start {
				path := "sessions." + itemName(s.ID, i)
				days(path+".start", path+".end", s.Start, s.End)
			}
		}
	case *catalog.Internship:
		days("start", "end", e.Start.Date, e.End)
	case *catalog.Event:
		if !e.Start.IsZero() && !e.End.IsZero() && endsFirst(e) {
			r.endBeforeStart(e, "start", "end", e.Start.String(), e.End.String())
		}
	case *catalog.Contact:
		if e.Consent != nil {
			days("consent.date", "consent.until", e.Consent.Date, e.Consent.Until)
		}
	}
}

// endsFirst reports whether an event ends before it starts. A day alone means all of it.
func endsFirst(e *catalog.Event) bool {
	if e.End.Date == e.Start.Date && (e.Start.Clock.IsZero() || e.End.Clock.IsZero()) {
		return false
	}
	return e.End.Before(e.Start)
}

func (r *report) endBeforeStart(e catalog.Entry, startField, endField, start, end string) {
	r.at(e, endField, problem{diag.Error, codeEndBeforeStart,
		diag.Textf("Das Ende (%s: %s) liegt vor dem Beginn (%s: %s).", "The end (%s: %s) lies before the start (%s: %s).", lastKey(endField), end, lastKey(startField), start),
		diag.Textf("Prüfen Sie beide, auch die Jahreszahlen.", "Check both, the years too.")})
}

// lastKey is what a field is called in its own line.
func lastKey(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }
