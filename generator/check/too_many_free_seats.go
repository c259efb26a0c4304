package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeTooManyFreeSeats = "too-many-free-seats"

// tooManyFreeSeats finds more free places than there are places. An error: one of the two numbers is wrong.
func tooManyFreeSeats(r *report, e catalog.Entry) {
	for path, seats := range seatsOf(e) {
		if seats.Free != nil && seats.Total != nil && *seats.Free > *seats.Total {
			r.at(e, path+".free", problem{diag.Error, codeTooManyFreeSeats,
				diag.Textf("Es sind mehr Plätze frei (%d), als es gibt (%d).", "More places are free (%d) than there are (%d).", *seats.Free, *seats.Total),
				diag.Textf("Prüfen Sie free und total.", "Check free and total.")})
		}
	}
}
