package check

import (
	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/diag"
)

const codeRegisterAfterStart = "register-after-start"

// registerAfterStart finds registration that is open longer than until the start: "register_by date (after the start only with
// late_entry)". An error for sessions and events, since one of the two dates on the page is wrong. Sessions that can be
// joined as they run are let be. Who hires may well go on looking after the first day, so that is a warning.
func registerAfterStart(r *report, e catalog.Entry) {
	switch e := e.(type) {
	case *catalog.Course:
		for i, s := range e.Sessions {
			if !s.LateEntry && !s.Rolling && !s.OnDemand {
				r.registration(e, "sessions."+itemName(s.ID, i)+".register_by", s.RegisterBy, s.Start, diag.Error,
					diag.Textf("Ändern Sie einen der beiden Tage, oder ergänzen Sie, wenn man später einsteigen kann: late_entry: true", "Change one of the two days, or, if one can join later, add: late_entry: true"))
			}
		}
	case *catalog.Event:
		r.registration(e, "register_by", e.RegisterBy, e.Start.Date, diag.Error, diag.Textf("Ändern Sie einen der beiden Tage.", "Change one of the two days."))
	case *catalog.Internship:
		r.registration(e, "apply_by", e.ApplyBy, e.Start.Date, diag.Warning, diag.Textf("Ändern Sie einen der beiden Tage, oder schreiben Sie start: flexible", "Change one of the two days, or write start: flexible"))
	}
}

func (r *report) registration(e catalog.Entry, field string, until, start date.Date, severity diag.Severity, hint diag.Text) {
	if until.IsZero() || start.IsZero() || until <= start {
		return
	}
	r.at(e, field, problem{severity, codeRegisterAfterStart,
		diag.Textf("Anmeldeschluss (%s) ist erst nach dem Beginn (%s).", "Registration closes (%s) only after the start (%s).", until, start), hint})
}
