package site

import (
	"slices"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// longestChain is how many courses a chain shows: from A1 to C1 in half levels.
const longestChain = 7

// courseChain is the way on from a course: always the best next step of the best next step, and work at its end. Empty where it is no
// longer than a step, which the page shows anyway.
func (v *view) courseChain(c *catalog.Course, session *catalog.Session) []ChainStep {
	seen := []*catalog.Course{c}
	chain := append(v.room.steps.take(longestChain+1), ChainStep{Level: v.levels(c.Level), Title: v.link(c), Current: true})
	var last *catalog.Term
	for course := c; len(chain) < longestChain; {
		dated := session != nil
		next := v.nextOnChain(course, session, seen)
		if next.Course == nil {
			break
		}
		course, session = next.Course, next.Session
		seen = append(seen, course)
		step := ChainStep{Level: v.levels(course.Level), Title: v.link(course)}
		if session != nil {
			effective := &v.session(course, session).Session
			step.When, step.Level = v.sessionStart(effective), v.levels(effective.Level)
			if next.GapWeeks > 0 && dated {
				step.Gap = v.t("next.gap_weeks", "n", next.GapWeeks)
			}
		} else {
			step.When = v.t("session.no_date")
		}
		if course.Level != nil && course.Level.To != nil {
			last = course.Level.To
		}
		chain = append(chain, step)
	}
	if work := v.workStep(); work.Title.Href != "" && v.enoughForWork(last) {
		chain = append(chain, work)
	}
	if len(chain) < 3 {
		return nil
	}
	return chain
}

// nextOnChain is the first of the next steps that is not on the chain yet; one with a date comes first.
func (v *view) nextOnChain(c *catalog.Course, session *catalog.Session, seen []*catalog.Course) facts.Step {
	var without facts.Step
	for _, step := range v.stepsAfter(c, session) {
		switch {
		case slices.Contains(seen, step.Course) || !v.hasPage(step.Course):
		case step.Session != nil:
			return step
		case without.Course == nil:
			without = step
		}
	}
	return without
}

// enoughForWork reports whether a level is the one most training places ask for: B1 (§ 45a AufenthG builds the vocational courses upon it).
func (v *view) enoughForWork(level *catalog.Term) bool {
	enough := v.Catalogue.Vocabulary("levels").Find("b1")
	return level != nil && enough != nil && !v.Site.levels.Above(enough, level)
}

// workStep is where the way leads.
func (v *view) workStep() ChainStep {
	return ChainStep{Level: v.t("chain.work"), Title: v.listDoor("internships")}
}

// levelChain is the ladder of levels, each with its courses and the day the next of them starts; nil where there are fewer than three.
func (v *view) levelChain() []ChainStep {
	var chain []ChainStep
	for _, f := range v.listOfFolder("courses").facets {
		for i := range f.terms {
			term := &f.terms[i]
			level := v.Catalogue.Vocabulary("levels").Find(term.id)
			if f.id != "level" || level == nil || level.Parent != nil {
				continue
			}
			step := ChainStep{Level: v.term(level).Text}
			step.Title = v.ownLink(v.t("type.courses"), address.Narrowed(v.code, "courses", "level", term.id, 1))
			step.Title.Count = len(term.records)
			if next := v.nextStart(term.records); next != "" {
				step.When = v.t("chain.next", "date", next)
			}
			chain = append(chain, step)
		}
	}
	if work := v.workStep(); work.Title.Href != "" {
		chain = append(chain, work)
	}
	if len(chain) < 3 {
		return nil
	}
	return chain
}

// nextStart is the day the first of these courses starts, empty where none does: of those that start after today the first in the order of lists.
func (v *view) nextStart(courses []int32) string {
	places := v.places[v.lang]()
	var first *catalog.Session
	before := len(places) + 1
	for _, number := range courses {
		place := int(places[number])
		course, ok := v.Catalogue.Entries[number].(*catalog.Course)
		if !ok || place >= before {
			continue
		}
		if next := v.sessionsOf(course).next; next != nil && facts.FirstDay(next) > v.Today {
			first, before = next, place
		}
	}
	if first == nil {
		return ""
	}
	return v.shortDay(facts.FirstDay(first))
}
