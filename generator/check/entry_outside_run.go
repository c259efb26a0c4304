package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeEntryOutsideRun = "entry-outside-run"

// entryOutsideRun finds a last day of entry that lies outside the session itself. An error: one of the dates is wrong.
func entryOutsideRun(r *report, e catalog.Entry) {
	course, ok := e.(*catalog.Course)
	if !ok {
		return
	}
	for i, s := range course.Sessions {
		late := !s.End.IsZero() && s.EnterUntil > s.End
		early := !s.Start.IsZero() && s.EnterUntil < s.Start
		if s.EnterUntil.IsZero() || !late && !early || late && early { // both: the session ends before it starts
			continue
		}
		message := diag.Textf("Einsteigen kann man bis %s, der Durchgang beginnt aber erst am %s.", "One can join until %s, but the session starts only on %s.", s.EnterUntil, s.Start)
		if late {
			message = diag.Textf("Einsteigen kann man bis %s, der Durchgang endet aber schon am %s.", "One can join until %s, but the session ends on %s already.", s.EnterUntil, s.End)
		}
		r.at(e, "sessions."+itemName(s.ID, i)+".enter_until", problem{diag.Error, codeEntryOutsideRun, message,
			diag.Textf("Prüfen Sie enter_until.", "Check enter_until.")})
	}
}
