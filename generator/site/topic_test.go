package site

import "testing"

func TestTopicPage(t *testing.T) {
	s := planned(t, "")
	language := modelOf[*SectionsPage](t, s, "de/topics/language.html")
	same(t, "sections", idsOf(language.Sections), "contacts levels courses support")
	same(t, "whom to ask", told(language.Sections, "contacts"), `
Sprachbüro → ../contacts/sprache.html, phone: 0541 11101
more: ⟦contacts.near_you⟧ → ../contacts/find.html`)
	same(t, "what can be entered comes first", told(language.Sections, "courses"), `
Deutsch A2 in Bedorf → ../courses/a2-bedorf.html
Deutsch A1 in Adorf → ../courses/a1-adorf.html
Deutsch B1 online → ../courses/b1-online.html`)
	work := modelOf[*SectionsPage](t, s, "de/topics/work.html")
	same(t, "a topic stands for those below it", told(work.Sections, "internships")+"\n"+told(work.Sections, "events"),
		"Praktikum in der Pflege → ../internships/pflege.html\nAusbildungsmesse → ../events/messe.html")
	same(t, "topics below that have something", told(work.Sections, "topics"), "Praktikum → internship.html (1)\nAusbildung → training.html (1)")
	same(t, "the trail leads to the topic above", linksText(modelOf[*SectionsPage](t, s, "de/topics/internship.html").Trail, ""), "Startseite → ../index.html\nArbeit → work.html\n")
	same(t, "a topic without offers says so", told(modelOf[*SectionsPage](t, s, "de/topics/women.html").Sections, "offers"), "⟦topic.no_offers⟧")
	same(t, "in Arabic", modelOf[*SectionsPage](t, s, "ar/topics/language.html").Sections[0].Heading, "من أسأل")
}

func TestTopicLeadsToItsNarrowedLists(t *testing.T) {
	p := modelOf[*SectionsPage](t, planned(t, manyCourses(perSection)+`
-- content/courses/sicher.yaml --
{title: Arbeitssicherheit, kind: safety, organization: vhs, topics: [rights]}
`), "de/topics/language.html")
	same(t, "the rest", linkText(p.Sections[2].More), "Alle Kurse → ../courses/by/topic/language.html (15)")
}
