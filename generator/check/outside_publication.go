package check

import (
	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/diag"
)

const codeOutsidePublication = "outside-publication"

// outsidePublication finds sessions, events and placements that start on a day on which the record's page is not there: before
// publish_from or after publish_until. A warning, since what the page says while it is there is right.
func outsidePublication(r *report, e catalog.Entry) {
	switch e := e.(type) {
	case *catalog.Course:
		for i, s := range e.Sessions {
			r.startInPublication(e, "sessions."+itemName(s.ID, i)+".start", s.Start)
		}
	case *catalog.Internship:
		r.startInPublication(e, "start", e.Start.Date)
	case *catalog.Event:
		r.startInPublication(e, "start", e.Start.Date)
	}
}

func (r *report) startInPublication(e catalog.Entry, field string, start date.Date) {
	from, until := e.Base().PublishFrom, e.Base().PublishUntil
	switch {
	case start.IsZero(), !until.IsZero() && until < from: // another rule tells of a period that is none
	case !until.IsZero() && start > until:
		r.at(e, field, problem{diag.Warning, codeOutsidePublication,
			diag.Textf("Der Beginn (%s) liegt nach dem letzten Tag, an dem die Seite zu sehen ist (%s).", "The start (%s) lies after the last day on which the page can be seen (%s).", start, until),
			diag.Textf("Verschieben Sie publish_until, oder lassen Sie es weg.", "Move publish_until, or leave it out.")})
	case start < from:
		r.at(e, field, problem{diag.Warning, codeOutsidePublication,
			diag.Textf("Der Beginn (%s) liegt vor dem ersten Tag, an dem die Seite zu sehen ist (%s).", "The start (%s) lies before the first day on which the page can be seen (%s).", start, from),
			diag.Textf("Verschieben Sie publish_from, oder lassen Sie es weg.", "Move publish_from, or leave it out.")})
	}
}
