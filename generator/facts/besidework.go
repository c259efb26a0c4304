package facts

import (
	"mappe/generator/catalog"
	"mappe/generator/date"
)

// Why a course fits beside work, by the ids that messages use; Evening, Weekend and PartTime are the others.
const (
	// Declared means that the provider made it for people in work or training.
	Declared = "declared"
	// SelfPaced means that one learns online whenever one likes.
	SelfPaced = "self_paced"
)

// FitsBesideWork tells whether a session can be attended by someone in work, whether that is known, and why it fits: the
// course says so; it is online, on demand and without fixed times; all its times lie in the evening (from 17:00) or at the
// weekend; or it is part time and takes no more than half of any working day, which leaves room for a part-time job.
//
// The reason is evening where any of its times lies in the evening of a working day. Single dates beside regular times do
// not count. Of a course without a session (nil), only what the course says is known.
func FitsBesideWork(c *catalog.Course, s *catalog.Session, cal *date.Calendar) (fits, known bool, reason string) {
	if c.BesideWork {
		return true, true, Declared
	}
	if s == nil {
		s = &catalog.Session{}
	}
	e := Effective(c, s)
	slots, pace := Slots(&e), Pace(c, s, cal)
	if len(slots) == 0 && e.OnDemand && e.Mode == "online" {
		return true, true, SelfPaced
	}
	week := workingWeekOf(slots)
	switch {
	case week.fullDay, pace == FullTime && (week.halfDay || week.unknown || len(slots) == 0):
		return false, true, ""
	case len(slots) == 0, week.unknown, week.halfDay && pace == "":
		return false, false, ""
	case week.halfDay:
		return true, true, PartTime
	case week.evening:
		return true, true, Evening
	}
	return true, true, Weekend
}

// workingWeek says what times take from the days from Monday to Friday.
type workingWeek struct {
	evening, halfDay, fullDay, unknown bool
}

func workingWeekOf(slots []catalog.Slot) workingWeek {
	var week workingWeek
	for i := range slots {
		for _, day := range daysOf(&slots[i]) {
			if isWeekend(day) {
				continue
			}
			switch partOfDay(slots, i, day) {
			case Evening:
				week.evening = true
			case Morning, Afternoon:
				week.halfDay = true
			case FullDay:
				week.fullDay = true
			default:
				week.unknown = true
			}
		}
	}
	return week
}
