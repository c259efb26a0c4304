package check

import (
	"strings"

	"mappe/generator/diag"
)

const codeRing = "ring"

// ring finds records that come before themselves by a detour: courses by `requires` and `leads_to`, places and organizations by
// `parent`, contacts that stand in for themselves. An error, since who climbs up or asks for the next step never arrives. "A
// ring of references is reported at its first member by id and names the rest." Two contacts that stand in for each other
// are none.
func ring(r *report) {
	var courses, places, organizations []step
	for _, course := range r.Courses {
		for _, before := range course.Requires {
			courses = append(courses, step{before.ID, course.ID, course.ID, "requires"})
		}
		for _, after := range course.LeadsTo {
			courses = append(courses, step{course.ID, after.ID, course.ID, "leads_to"})
		}
	}
	for _, place := range r.Places {
		places = append(places, step{place.ID, place.Parent.ID, place.ID, "parent"})
	}
	for _, organization := range r.Organizations {
		organizations = append(organizations, step{organization.ID, organization.Parent.ID, organization.ID, "parent"})
	}
	r.rings("courses", courses, diag.Textf("Diese Kurse setzen einander im Kreis voraus oder führen im Kreis weiter", "These courses require each other, or lead on, in a ring"))
	r.rings("places", places, diag.Textf("Diese Orte gehören im Kreis zueinander", "These places belong to each other in a ring"))
	r.rings("organizations", organizations, diag.Textf("Diese Organisationen gehören im Kreis zueinander", "These organizations belong to each other in a ring"))
	for _, contact := range r.Contacts {
		if contact.Substitute.To == contact {
			r.at(contact, "substitute", problem{diag.Error, codeRing,
				diag.Textf("Diese Ansprechstelle vertritt sich selbst.", "This contact stands in for itself."),
				diag.Textf("Nennen Sie eine andere, oder entfernen Sie die Zeile.", "Name another one, or remove the line.")})
		}
	}
}

func (r *report) rings(folder string, steps []step, message diag.Text) {
	for _, way := range ringsOf(steps) {
		first, field := way[0].from, way[0].field
		for _, s := range way {
			if s.owner == first {
				field = s.field
				break
			}
		}
		members := first
		for _, s := range way {
			members += " → " + s.to
		}
		p := problem{diag.Error, codeRing, diag.Text{DE: message.DE + ": " + members, EN: message.EN + ": " + members},
			diag.Textf("Entfernen Sie eine der Angaben (%s), die den Kreis schließen.", "Remove one of the entries (%s) that close the ring.", fieldsOf(way))}
		if e := r.Find(folder, first); e != nil {
			r.at(e, field, p)
		}
	}
}

// fieldsOf names the fields that make a ring, each with the record it stands in.
func fieldsOf(way []step) string {
	var names []string
	for _, s := range way {
		names = append(names, s.owner+": "+s.field)
	}
	return strings.Join(names, ", ")
}
