package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/facts"
)

const codeLevelReversed = "level-reversed"

// levelReversed finds courses that lead from a level down to a lower one ("`levels` is ordered"). An error, since pages and the next step
// go by the levels. From a part of a level to the whole (a1.2 to a1) is no step down.
func levelReversed(r *report, e catalog.Entry) {
	course, ok := e.(*catalog.Course)
	if !ok {
		return
	}
	r.level(e, "level", course.Level)
	for i := range course.Sessions {
		if course.Sessions[i].Level != nil {
			s := facts.Effective(course, &course.Sessions[i])
			r.level(e, "sessions."+itemName(s.ID, i)+".level", s.Level)
		}
	}
}

func (r *report) level(e catalog.Entry, path string, level *catalog.LevelRange) {
	if level == nil || !r.levels.Above(level.From, level.To) {
		return
	}
	r.at(e, path, problem{diag.Error, codeLevelReversed,
		diag.Textf("Das Niveau zu Beginn (%s) liegt über dem am Ende (%s).", "The level at the start (%s) is above the one at the end (%s).", level.From, level.To),
		diag.Textf("Vertauschen Sie from und to: from ist, was man mitbringt, to, was man erreicht.", "Swap from and to: from is what one brings, to what one reaches.")})
}
