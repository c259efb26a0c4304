package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeSeatsWithoutDate = "seats-without-date"

// seatsWithoutDate finds free places, or people waiting, of which nobody knows when they were counted. A warning: the page then says
// "ask for places".
func seatsWithoutDate(r *report, e catalog.Entry) {
	for path, seats := range seatsOf(e) {
		if (seats.Free != nil || seats.Waiting != nil) && seats.AsOf.IsZero() {
			r.at(e, path, problem{diag.Warning, codeSeatsWithoutDate,
				diag.Textf("Die freien Plätze haben keinen Stand; Leser sehen nur „nach Plätzen fragen“.", "Nobody knows from when the free places are; readers see only “ask for places”."),
				diag.Textf("Ergänzen Sie, wann gezählt wurde, zum Beispiel: as_of: %s", "Add when they were counted, for example: as_of: %s", r.today)})
		}
	}
}

// seatsOf goes through a record's places by the field they stand in.
func seatsOf(e catalog.Entry) func(func(string, *catalog.Seats) bool) {
	return func(yield func(string, *catalog.Seats) bool) {
		switch e := e.(type) {
		case *catalog.Course:
			for i, s := range e.Sessions {
				if s.Seats != nil && !yield("sessions."+itemName(s.ID, i)+".seats", s.Seats) {
					return
				}
			}
		case *catalog.Event:
			if e.Seats != nil {
				yield("seats", e.Seats)
			}
		}
	}
}
