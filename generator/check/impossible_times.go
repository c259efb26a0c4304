package check

import (
	"strconv"

	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeImpossibleTimes = "impossible-times"

// impossibleTimes finds times that are none: with an end that is the start, without a time of day, or without days. Where nothing
// lies between start and end the page would be wrong: an error. Days without a time of day can be shown, and times
// without days are those of every day, so these are warnings. (CONTENT.md, "Times".)
func impossibleTimes(r *report, e catalog.Entry) {
	eachTimes(e, func(t times) {
		for i := range t.slots {
			r.slot(e, t, i)
		}
	})
	course, ok := e.(*catalog.Course)
	if !ok {
		return
	}
	for i, s := range course.Sessions {
		for j, also := range s.Also {
			if !also.From.IsZero() && also.From == also.To {
				r.noDuration(e, "sessions."+itemName(s.ID, i)+".also."+strconv.Itoa(j)+".to", also.From.String())
			}
		}
	}
}

func (r *report) slot(e catalog.Entry, t times, i int) {
	switch slot := &t.slots[i]; {
	case !slot.From.IsZero() && slot.From == slot.To:
		r.noDuration(e, t.path(i)+".to", slot.From.String())
	case slot.Every == 0:
		r.at(e, t.path(i)+".every", problem{diag.Error, codeImpossibleTimes,
			diag.Textf("„Alle 0 Wochen“ gibt es nicht.", "There is no “every 0 weeks”."),
			diag.Textf("Lassen Sie every weg (jede Woche), oder schreiben Sie 2 für jede zweite.", "Leave every out (every week), or write 2 for every other one.")})
	case slot.From.IsZero() && slot.To.IsZero():
		r.missingClock(e, t.path(i), "from, to", `from: "18:00", to: "20:30"`)
	case slot.From.IsZero():
		r.missingClock(e, t.path(i), "from", `from: "18:00"`)
	case slot.To.IsZero():
		r.missingClock(e, t.path(i), "to", `to: "20:30"`)
	case len(slot.Days) == 0 && !t.withinWeek():
		r.at(e, t.path(i), problem{diag.Warning, codeImpossibleTimes,
			diag.Textf("Diese Zeiten nennen keine Wochentage und gelten darum für jeden Tag, auch samstags und sonntags.", "These times name no days of the week, so they hold for every day, Saturdays and Sundays too."),
			diag.Textf("Ergänzen Sie zum Beispiel: days: [mo, mi]", "Add for example: days: [mo, we]")})
	}
}

// withinWeek reports whether the days between start and end are the days meant: a session of one day needs no days of the week.
func (t times) withinWeek() bool {
	const week = 7
	return !t.start.IsZero() && !t.openEnd && max(t.start, t.end)-t.start < week
}

func (r *report) noDuration(e catalog.Entry, path, clock string) {
	r.at(e, path, problem{diag.Error, codeImpossibleTimes,
		diag.Textf("Beginn und Ende sind dieselbe Uhrzeit (%s).", "Start and end are the same time of day (%s).", clock),
		diag.Textf("Schreiben Sie bei „to“, wann es endet.", "Write at “to” when it ends.")})
}

func (r *report) missingClock(e catalog.Entry, path, missing, example string) {
	r.at(e, path, problem{diag.Warning, codeImpossibleTimes,
		diag.Textf("Bei diesen Zeiten fehlt die Uhrzeit (%s).", "These times lack the time of day (%s).", missing),
		diag.Textf("Ergänzen Sie zum Beispiel: %s", "Add for example: %s", example)})
}
