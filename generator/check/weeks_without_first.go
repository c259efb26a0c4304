package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeWeeksWithoutFirst = "weeks-without-first"

// weeksWithoutFirst finds times of every other week that do not say which: "counted from the week of `first` (default: the
// start; required where there is none)". An error, since the page would name the wrong weeks.
func weeksWithoutFirst(r *report, e catalog.Entry) {
	eachTimes(e, func(t times) {
		for i, slot := range t.slots {
			if slot.Every > 1 && slot.First.IsZero() && t.start.IsZero() {
				r.at(e, t.path(i)+".every", problem{diag.Error, codeWeeksWithoutFirst,
					diag.Textf("Diese Zeiten sind nicht jede Woche, aber es steht nicht da, in welcher Woche sie beginnen.", "These times are not every week, but nothing says in which week they begin."),
					diag.Textf("Ergänzen Sie einen Tag der ersten Woche, zum Beispiel: first: 2027-02-15", "Add a day of the first week, for example: first: 2027-02-15")})
			}
		}
	})
}
