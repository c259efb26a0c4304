package reach

import (
	"path"
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/content"
	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/facts"
)

// Problems are what is wrong with the timetables, or between them and the catalogue.
type Problems struct {
	// Feeds are the findings about the timetables themselves.
	Feeds []diag.Finding
	// Unknown are the stops that records name and no timetable has, each with the name it is most like.
	Unknown map[string]string
	// NoStop are the offers whose houses have no stop near them.
	NoStop []string
	// Beyond is how many offers have dates after the timetable's end, First the first of them.
	Beyond int
	First  string
}

// endIsNear is how many days before its end a timetable that offers outlast becomes a warning.
const endIsNear = 60

func (m *computer) problems(today date.Date) Problems {
	p := Problems{Feeds: m.t.Over(today), Unknown: map[string]string{}}
	names := m.t.Names()
	for _, stop := range m.plan.Named {
		if _, known := m.t.Find(stop); !known {
			p.Unknown[stop] = diag.Nearest(stop, names)
		}
	}
	near := map[int]bool{}
	for _, to := range m.targets {
		for _, v := range to.visits {
			near[v] = true
		}
	}
	for _, offer := range m.plan.Offers {
		if !slices.ContainsFunc(offer.Visits, func(v int) bool { return near[v] }) {
			p.NoStop = append(p.NoStop, offer.Key)
		}
		outlasts := false
		for _, v := range offer.Visits {
			dates := m.plan.Visits[v].Dates
			outlasts = outlasts || len(dates) > 0 && !m.valid.To.IsZero() && dates[len(dates)-1] > m.valid.To
		}
		if outlasts {
			if p.Beyond == 0 {
				p.First = offer.Key
			}
			p.Beyond++
		}
	}
	return p
}

// Findings tells what is wrong with the timetables, and where a record names a stop that none of them has.
func (r *Result) Findings(c *catalog.Catalogue, today date.Date) []diag.Finding {
	findings := append([]diag.Finding(nil), r.Problems.Feeds...)
	eachNamedStop(c, func(of *catalog.Record, field, name string) {
		nearest, unknown := r.Problems.Unknown[name]
		file := of.File(c.Default)
		if !unknown || file == nil {
			return
		}
		at := file.At(field)
		finding := diag.Finding{File: file.Path, Line: at.Line, Column: at.Column, Severity: diag.Warning, Code: "unknown-stop",
			Message: diag.Textf("%[1]s: Die Haltestelle „%[2]s“ gibt es im Fahrplan nicht.", "%[1]s: There is no stop “%[2]s” in the timetable.", of.Title.In(c.Default), name),
			Hint:    diag.Textf("Schreiben Sie den Namen so, wie er im Fahrplan steht.", "Write the name as it stands in the timetable.")}
		if nearest != "" {
			finding.Hint = diag.Textf("Meinten Sie „%s“?", "Did you mean “%s”?", nearest)
		}
		findings = append(findings, finding)
	})
	findings = append(findings, r.silent(c, today)...)
	if r.Problems.Beyond > 0 && r.Valid.To >= today {
		severity := diag.Info
		if r.Valid.To < today.Add(endIsNear) {
			severity = diag.Warning
		}
		findings = append(findings, diag.Finding{File: path.Join(content.Root, "timetables"), Line: 1, Column: 1, Severity: severity, Code: "timetable-ends-early",
			Message: diag.Textf("Der Fahrplan endet am %[1]s; %[2]d Angebote haben danach noch Termine, zum Beispiel %[3]s.",
				"The timetable ends on %[1]s; %[2]d offers have dates after that, %[3]s for one.", r.Valid.To, r.Problems.Beyond, r.Problems.First),
			Hint: diag.Textf("Legen Sie den nächsten Fahrplan dazu, sobald es ihn gibt.", "Put the next timetable beside it as soon as there is one.")})
	}
	return findings
}

// silent are the offers that people go to and the site says no way of, each with what is missing.
func (r *Result) silent(c *catalog.Catalogue, today date.Date) []diag.Finding {
	var findings []diag.Finding
	tree := facts.NewPlaceTree(c)
	for _, e := range c.Entries {
		base := e.Base()
		file := base.File(c.Default)
		if file == nil || facts.LifeOf(base, today) != facts.Published || len(r.Offers[base.Key()]) > 0 || isOver(e, today) {
			continue
		}
		if places, _ := facts.TakesPlaceIn(e, tree); len(places) == 0 {
			continue
		}
		field, lacking := lackOf(e, today)
		if lacking.hint.DE == "" && slices.Contains(r.Problems.NoStop, base.Key()) {
			field, lacking = "venue", lack{diag.Textf("in Laufweite ist keine Haltestelle", "no stop is within walking distance"),
				diag.Textf("Nennen Sie bei venue die nächste mit stop, so wie sie im Fahrplan heißt.", "Name the nearest one with stop at venue, as the timetable calls it.")}
		}
		if lacking.hint.DE == "" {
			continue // its dates are beyond the timetable's end, which is told elsewhere
		}
		at := file.At(field)
		findings = append(findings, diag.Finding{File: file.Path, Line: max(at.Line, 1), Column: max(at.Column, 1), Severity: diag.Info, Code: "no-way-told",
			Message: diag.Textf("%[1]s: Wie man mit Bus und Bahn hinkommt, steht nicht auf der Seite, denn %[2]s.", "%[1]s: The page does not say how to get there by bus and train, for %[3]s.",
				base.Title.In(c.Default), lacking.why.DE, lacking.why.EN),
			Hint: lacking.hint})
	}
	return findings
}

// lack is what a record does not say, and how to say it.
type lack struct{ why, hint diag.Text }

// lackOf says which field of an offer keeps a way from being told, an empty lack where none does.
func lackOf(e catalog.Entry, today date.Date) (field string, l lack) {
	hours, venues := true, []*catalog.Where{}
	switch e := e.(type) {
	case *catalog.Course:
		hours = slices.ContainsFunc(e.Sessions, func(s catalog.Session) bool { return len(s.Times)+len(s.Also) > 0 })
		for i := range e.Sessions {
			s := facts.Effective(e, &e.Sessions[i])
			venues = append(venues, s.Venue)
		}
		if len(e.Sessions) == 0 {
			return "", l // no date at present
		}
		field = "sessions"
	case *catalog.Internship:
		hours, venues, field = len(e.Times) > 0 || e.Shifts, append(venues, e.Venue), "venue" // nobody knows the hours of shifts beforehand
	case *catalog.Event:
		hours, venues, field = !e.Start.Clock.IsZero(), append(venues, e.Venue), "start"
	default:
		return "", l
	}
	venues = slices.DeleteFunc(venues, func(w *catalog.Where) bool { return w == nil })
	if len(venues) == 0 {
		return "", l // nowhere in particular
	}
	if !slices.ContainsFunc(venues, func(w *catalog.Where) bool { return w.Stop != "" || degrees(w.Lat, w.Lon).known() }) {
		return "venue", lack{diag.Textf("der Ort hat weder Haltestelle noch Koordinaten", "its address has neither a stop nor coordinates"),
			diag.Textf("Tragen Sie bei venue stop ein, oder lat und lon.", "Write stop at venue, or lat and lon.")}
	}
	if !hours {
		return field, lack{diag.Textf("Uhrzeiten fehlen", "it has no hours"),
			diag.Textf("Tragen Sie die gewöhnlichen Zeiten ein: times: [{days: [mo, tu, we, th, fr], from: 08:00, to: 16:00}].", "Write the usual hours: times: [{days: [mo, tu, we, th, fr], from: 08:00, to: 16:00}].")}
	}
	return "", l
}

// isOver reports whether nobody can go there any more.
func isOver(e catalog.Entry, today date.Date) bool {
	switch e := e.(type) {
	case *catalog.Course:
		return !slices.ContainsFunc(e.Sessions, func(s catalog.Session) bool { return !s.Cancelled && facts.PhaseOf(&s, today) != facts.Past })
	case *catalog.Event:
		return facts.PastEvent(e, today)
	case *catalog.Internship:
		return !e.End.IsZero() && e.End < today
	}
	return false
}
