package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeRollingWithoutEnd = "rolling-without-end"

// rollingWithoutEnd finds courses that one can join at any time and that nothing ever ends: neither an end nor a day on which
// somebody looks at the record again. They would be on offer for ever. A warning, since today's page is right.
func rollingWithoutEnd(r *report, e catalog.Entry) {
	course, ok := e.(*catalog.Course)
	if !ok || !course.ReviewBy.IsZero() {
		return
	}
	for i, s := range course.Sessions {
		if s.Rolling && s.End.IsZero() && !s.Cancelled {
			r.at(e, "sessions."+itemName(s.ID, i)+".rolling", problem{diag.Warning, codeRollingWithoutEnd,
				diag.Textf("Dieser Durchgang mit laufendem Einstieg hat kein Ende und stünde für immer auf der Website.", "This session that one can join at any time has no end and would stay on the website for ever."),
				diag.Textf("Ergänzen Sie das Ende (end), oder einen Tag, an dem jemand nachsieht (review_by, ganz oben im Eintrag).", "Add the end, or a day on which somebody has a look (review_by, at the top of the record).")})
		}
	}
}
