package reach

import (
	"path"

	"mappe/generator/catalog"
	"mappe/generator/content"
	"mappe/generator/date"
	"mappe/generator/diag"
)

// Problems are what is wrong with the timetables, or between them and the catalogue.
type Problems struct {
	// Feeds are the findings about the timetables themselves.
	Feeds []diag.Finding
	// Unknown are the stops that records name and no timetable has, each with the name it is most like.
	Unknown map[string]string
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
	for _, offer := range m.plan.Offers {
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
