package site

import "testing"

func TestFinderPage(t *testing.T) {
	s := planned(t, `
-- content/contacts/jugend.yaml --
title: Jugendbüro
role: Für Junge
phone: 0541 22600
responsible: [{audiences: [newcomers], topics: [school]}, {audiences: [newcomers], topics: [language]}, {audiences: [pupils], places: [adorf]}]
`)
	p := modelOf[*FinderPage](t, s, "de/contacts/find.html")
	same(t, "places lead to their contacts", linksText(p.Places, ""), `
Adorf → ../places/adorf.html#contacts
Bedorf → ../places/bedorf.html#contacts
Kreis → ../places/kreis.html#contacts
Nachbarstadt → ../places/stadt.html#contacts
Samtgemeinde Nord → ../places/sg-nord.html#contacts
Zedorf → ../places/zedorf.html#contacts`)
	same(t, "topics, for the county as a whole", sectionText(Section{Groups: p.Topics[:3]}), `
# Deutsch lernen → ../topics/language.html
  Sprachbüro → sprache.html, phone: 0541 11101
  Jugendbüro → jugend.html, phone: 0541 22600, for_whom: Neu in Deutschland
# Arbeit → ../topics/work.html
  Jobcenter → jobcenter.html, phone: 0541 22200, for_whom: Grundsicherung nach dem SGB II
  Sozialamt → sozialamt.html, phone: 0541 22300, for_whom: Leistungen nach dem AsylbLG
# Schule → ../topics/school.html
  Jugendbüro → jugend.html, phone: 0541 22600, for_whom: Neu in Deutschland`)
	same(t, "audiences named for the county as a whole", told(p.Sections, "audiences"), `
# Neu in Deutschland
  Jugendbüro → jugend.html, phone: 0541 22600, topics: Deutsch lernen und Schule`)
	circles := p.Sections[1].Groups
	same(t, "a circle is explained, and who answers", sectionText(Section{Groups: circles[1:2]}), `
# Grundsicherung nach dem SGB II
  Sie bekommen Grundsicherung für Arbeitsuchende vom Jobcenter.
  Jobcenter → jobcenter.html, phone: 0541 22200, topics: Arbeit und Geld und Sozialleistungen`)
	same(t, "a circle nobody names has the catch-all", cardsText(circles[2].Cards, ""), "Bürgertelefon → telefon.html, phone: 0541 11000")
}

func TestFinderLeavesOutWhoIsNotPublished(t *testing.T) {
	p := modelOf[*FinderPage](t, planned(t, "-- content/contacts/jobcenter.yaml --\n{title: Jobcenter, role: Arbeit, status: paused, phone: 0541 22200, responsible: [{topics: [work], circles: [sgb-2]}]}\n"), "ar/contacts/find.html")
	for _, group := range append(p.Topics, p.Sections[0].Groups...) {
		for _, card := range group.Cards {
			if card.Record == "contacts/jobcenter" {
				t.Errorf("%s leads to a paused office", group.ID)
			}
		}
	}
}
