package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeGuaranteedAndCancelled = "guaranteed-and-cancelled"

// guaranteedAndCancelled finds sessions that are said to take place for certain and to be cancelled. An error: one is wrong.
func guaranteedAndCancelled(r *report, e catalog.Entry) {
	course, ok := e.(*catalog.Course)
	if !ok {
		return
	}
	for i, s := range course.Sessions {
		if s.Guaranteed && s.Cancelled {
			r.at(e, "sessions."+itemName(s.ID, i)+".guaranteed", problem{diag.Error, codeGuaranteedAndCancelled,
				diag.Textf("Der Durchgang „%s“ findet sicher statt (guaranteed) und ist zugleich abgesagt (cancelled).", "The session “%s” takes place for certain (guaranteed) and is cancelled at the same time.", itemName(s.ID, i)),
				diag.Textf("Entfernen Sie eine der beiden Zeilen.", "Remove one of the two lines.")})
		}
	}
}
