package check

import (
	"strconv"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/facts"
)

const codeUnitsMismatch = "units-mismatch"

// unitsMismatch finds sessions whose dates and times do not add up to the units that are planned (`workload.units`, 45 minutes each),
// holidays and exceptions left out. A warning: either may be the one that is wrong. Units that the times themselves name must
// match; units counted from the clock hold breaks too, so a tenth is let pass. Sessions in the past are
// let be, and those one can join as they run, where nobody has all of the dates.
func unitsMismatch(r *report, e catalog.Entry) {
	course, ok := e.(*catalog.Course)
	if !ok {
		return
	}
	for i := range course.Sessions {
		s := facts.Effective(course, &course.Sessions[i])
		if s.Workload == nil || s.Workload.Units == nil || s.Rolling || s.Cancelled || facts.PhaseOf(&s, r.today) == facts.Past {
			continue
		}
		meetings := facts.Meetings(&s, r.Calendar)
		planned, dated := *s.Workload.Units, facts.PlannedUnits(meetings)
		if len(meetings) == 0 || !lengthsKnown(meetings) || matches(planned, dated, s.Times) {
			continue
		}
		if e.Base().File(r.Default).Unsure("sessions." + itemName(s.ID, i)) {
			continue // its dates may be other ones
		}
		field := "sessions." + itemName(s.ID, i) + ".times"
		if own := course.Sessions[i].Workload; own != nil && own.Units != nil {
			field = "sessions." + itemName(s.ID, i) + ".workload.units"
		}
		message := diag.Textf("Geplant sind %[1]s Unterrichtseinheiten, die Termine des Durchgangs „%[3]s“ ergeben aber %[2]s (Termine: %[4]d).", "%[1]s units are planned, but the dates of the session “%[3]s” make %[2]s (dates: %[4]d).", units(planned), units(dated), itemName(s.ID, i), len(meetings))
		message.DE = strings.ReplaceAll(message.DE, decimalMark, ",")
		message.EN = strings.ReplaceAll(message.EN, decimalMark, ".")
		r.at(e, field, problem{diag.Warning, codeUnitsMismatch, message,
			diag.Textf("Prüfen Sie Beginn, Ende, Zeiten und workload. Sind Pausen dabei, schreiben Sie zu den Zeiten units: und wie viele Einheiten so ein Tag hat.", "Check start, end, times and workload. If there are breaks, write units: beside the times, and how many units such a day has.")})
	}
}

func lengthsKnown(meetings []facts.Meeting) bool {
	for _, m := range meetings {
		if m.Units <= 0 {
			return false
		}
	}
	return true
}

func matches(planned, dated float64, slots []catalog.Slot) bool {
	allowed := 0.5
	for _, slot := range slots {
		if slot.Units == nil {
			allowed = max(allowed, planned/10)
		}
	}
	return planned-dated <= allowed && dated-planned <= allowed
}

// decimalMark stands where each language puts its own sign.
const decimalMark = "\x00"

// units writes a number without decimals where it has none, and one at most.
func units(n float64) string {
	return strings.Replace(strconv.FormatFloat(float64(int(n*10+0.5))/10, 'f', -1, 64), ".", decimalMark, 1)
}
