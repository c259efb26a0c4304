package check

import (
	"maps"
	"path"
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/facts"
)

const codeHolidaysMissing = "holidays-missing"

// need is who needs the holidays of a year: how many sessions, and the first of them.
type need struct {
	entry    catalog.Entry
	field    string
	sessions int
}

// holidaysMissing finds years in which sessions keep holidays but nobody has written down which: "dates in a year that holidays.yaml
// lacks are a warning". One a year, at the file to fill in, or at the first session that needs it where there is no such file.
// Sessions in the past are let be.
func holidaysMissing(r *report) {
	years := map[int]*need{}
	for _, course := range r.Courses {
		for i := range course.Sessions {
			s := &course.Sessions[i] // no date of it comes from its course
			if !inUse(course) || s.Cancelled || facts.PhaseOf(s, r.today) == facts.Past || r.holidaysKnown(s) {
				continue
			}
			for _, year := range facts.MissingCalendarYears(s, r.Calendar) {
				if years[year] == nil {
					years[year] = &need{entry: course, field: "sessions." + itemName(s.ID, i) + ".start"}
				}
				years[year].sessions++
			}
		}
	}
	r.tellYears(years)
}

func (r *report) tellYears(years map[int]*need) {
	for _, year := range slices.Sorted(maps.Keys(years)) {
		n := years[year]
		p := problem{diag.Warning, codeHolidaysMissing,
			diag.Textf("Feiertage oder Schulferien für %d fehlen; Termine in diesem Jahr können falsch sein (Durchgänge: %d, zuerst in %s).", "Public or school holidays for %d are missing; dates in that year may be wrong (sessions: %d, first in %s).", year, n.sessions, n.entry.Base().Key()),
			diag.Textf("Ergänzen Sie die Feiertage und Ferien des Jahres %d in %s.", "Add the holidays of %d to %s.", year, path.Join(content.Root, "timetables/holidays.yaml"))}
		if r.Tree.Holidays != "" {
			r.place(r.Tree.Holidays, top(), p)
		} else {
			file := n.entry.Base().File(r.Default)
			r.place(file.Path, file.At(n.field), p)
		}
	}
}

// holidaysKnown reports whether no year of a session can lack its holidays, which spares working out its dates.
func (r *report) holidaysKnown(s *catalog.Session) bool {
	for year := s.Start.Year(); year <= facts.LastDay(s).Year(); year++ {
		if !r.Calendar.HasPublicHolidays(year) || s.ClosedOn.School && !r.Calendar.HasSchoolHolidays(year) {
			return false
		}
	}
	return true
}
