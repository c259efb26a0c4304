package site

import "testing"

func TestOpenPageHidesNothingThatIsUnknown(t *testing.T) {
	p := modelOf[*SectionsPage](t, planned(t, ""), "de/open.html")
	for _, section := range []struct{ id, want string }{
		{"courses", "Deutsch A1 in Adorf → courses/a1-adorf.html"},
		{"support", "Sprachcafé → support/cafe.html"},
		{"unknown", `
5 Angebote sagen nichts
# Kurse → courses/index.html (1)
  Deutsch B1 online → courses/b1-online.html
# Praktikum → internships/index.html (1)
  Praktikum in der Pflege → internships/pflege.html
# Hilfe → support/index.html (1)
  Lotsen für den Kreis → support/lotsen.html
# Termine → events/index.html (1)
  Ausbildungsmesse → events/messe.html
# Unterwegs → transport/index.html (1)
  Rufbus Nord → transport/rufbus.html
more: ⟦open.ask⟧ → contacts/find.html`},
	} {
		same(t, section.id, told(p.Sections, section.id), section.want)
	}
	same(t, "a course for some is in neither", idsOf(p.Sections), "courses support unknown")
}

func TestOpenPageAsksTheNextSession(t *testing.T) {
	p := modelOf[*SectionsPage](t, planned(t, `
-- content/courses/a2-bedorf.yaml --
title: Deutsch A2 in Bedorf
kind: language
admission: {statuses: [duldung]}
sessions:
  - {id: offen, start: 2027-02-01, admission: {open: true}}
`), "de/open.html")
	same(t, "courses", told(p.Sections, "courses"), "Deutsch A1 in Adorf → courses/a1-adorf.html\nDeutsch A2 in Bedorf → courses/a2-bedorf.html")
}

func TestOpenPageWithoutAnything(t *testing.T) {
	p := modelOf[*SectionsPage](t, planned(t, "-- content/courses/a1-adorf.yaml --\n-- content/courses/a1-adorf.ar.yaml --\n-- content/support/cafe.yaml --\n-- content/pathways/ankommen.yaml --\n"), "ar/open.html")
	same(t, "sections", idsOf(p.Sections), "none unknown")
}
