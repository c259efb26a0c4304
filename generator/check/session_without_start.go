package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeSessionWithoutStart = "session-without-start"

// sessionWithoutStart finds sessions that say neither when they start nor that one can join at any time or on demand. A warning:
// the page can only say that the date is open.
func sessionWithoutStart(r *report, e catalog.Entry) {
	course, ok := e.(*catalog.Course)
	if !ok {
		return
	}
	for i, s := range course.Sessions {
		if s.Start.IsZero() && !s.Rolling && !s.OnDemand && !s.Cancelled && len(s.Also) == 0 {
			r.at(e, "sessions."+itemName(s.ID, i), problem{diag.Warning, codeSessionWithoutStart,
				diag.Textf("Der Durchgang „%s“ sagt nicht, wann er beginnt.", "The session “%s” does not say when it starts.", itemName(s.ID, i)),
				diag.Textf("Ergänzen Sie zum Beispiel start: 2027-02-15, oder rolling: true (Einstieg jederzeit), oder on_demand: true (wenn genug sich melden).", "Add for example start: 2027-02-15, or rolling: true (join at any time), or on_demand: true (when enough have asked).")})
		}
	}
}
