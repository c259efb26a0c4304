package check

import (
	"cmp"
	"fmt"
	"strconv"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/facts"
)

const codeOverlappingTimes = "overlapping-times"

// overlappingTimes finds two times of one session that fall on the same day and overlap, every other week and the like
// considered: nobody can be in both. A warning, since the page shows what is written.
func overlappingTimes(r *report, e catalog.Entry) {
	course, ok := e.(*catalog.Course)
	if !ok {
		return
	}
	for i := range course.Sessions {
		s := &course.Sessions[i]
		for later := range s.Times {
			for earlier := range later {
				if day, both := firstCollision(s, earlier, later); both {
					r.at(e, "sessions."+itemName(s.ID, i)+".times."+strconv.Itoa(later), problem{diag.Warning, codeOverlappingTimes, collision(s, earlier, later, day),
						diag.Textf("Ändern Sie eine der beiden, oder machen Sie zwei Durchgänge daraus, wenn es zwei Gruppen sind.", "Change one of the two, or make two sessions of it if these are two groups.")})
					break
				}
			}
		}
	}
}

func collision(s *catalog.Session, earlier, later int, day date.Date) diag.Text {
	one, other := span(s.Times[later]), span(s.Times[earlier])
	if s.Start.IsZero() {
		return diag.Textf("Diese Zeit (%s) überschneidet sich mit einer anderen desselben Durchgangs (%s).", "This time (%s) overlaps with another of the same session (%s).", one, other)
	}
	return diag.Textf("Diese Zeit (%s) überschneidet sich mit einer anderen desselben Durchgangs (%s), zum ersten Mal am %s.", "This time (%s) overlaps with another of the same session (%s), for the first time on %s.", one, other, day)
}

func span(slot catalog.Slot) string { return fmt.Sprintf("%s–%s", slot.From, slot.To) }

// firstCollision returns the first day on which two slots of a session that overlap by the clock both occur. A session that is open
// at an end is looked at for a year.
func firstCollision(s *catalog.Session, i, j int) (date.Date, bool) {
	if !overlap(s.Times[i], s.Times[j]) {
		return 0, false
	}
	run := catalog.Session{Start: s.Start, End: s.End}
	run.Start = cmp.Or(run.Start, s.Times[i].First, s.Times[j].First, date.New(2024, 1, 1))
	if s.Rolling || s.OnDemand || s.Start.IsZero() {
		run.End = cmp.Or(run.End, run.Start.AddMonths(12))
	}
	days := map[date.Date]bool{}
	run.Times = s.Times[i : i+1]
	for _, meeting := range facts.Meetings(&run, nil) {
		days[meeting.Date] = true
	}
	run.Times = s.Times[j : j+1]
	for _, meeting := range facts.Meetings(&run, nil) {
		if days[meeting.Date] {
			return meeting.Date, true
		}
	}
	return 0, false
}

// overlap compares times of day; one that ends before it starts ends on the next day.
func overlap(a, b catalog.Slot) bool {
	if a.From.IsZero() || a.To.IsZero() || b.From.IsZero() || b.To.IsZero() {
		return false
	}
	endA, endB := a.From.Minutes()+date.Minutes(a.From, a.To), b.From.Minutes()+date.Minutes(b.From, b.To)
	return a.From.Minutes() < endB && b.From.Minutes() < endA
}
