package site

import "testing"

func TestContactPage(t *testing.T) {
	s := planned(t, "")
	p := modelOf[*RecordPage](t, s, "de/contacts/sprache.html")
	same(t, "what it does comes first", p.Summary.Text, "Berät zu Deutschkursen")
	same(t, "call", string(p.Call.Href), "tel:+4954111101")
	same(t, "facts", factsText(p.Facts), `
phone: 0541 11101
languages_spoken: Deutsch und Arabisch
organization: Volkshochschule
substitute: Bürgertelefon | 0541 11000 | telefon@kreis.example.org`)
	same(t, "what it answers for", told(p.Sections, "responsible"), `
Deutsch lernen → ../topics/language.html
# 
  ⟦fact.topics⟧: Deutsch lernen
  ⟦fact.places⟧: Kreis`)
	same(t, "its offers", told(p.Sections, "offers"), "Deutsch A1 in Adorf → ../courses/a1-adorf.html")
	same(t, "who takes over", told(modelOf[*RecordPage](t, s, "de/contacts/sozialamt.html").Sections, "hands-over"), `
# Jobcenter → jobcenter.html
  ⟦contact.after_change⟧: Grundsicherung nach dem SGB II
  ⟦fact.phone⟧: 0541 22200
  Bescheid mitbringen`)
	arabic := modelOf[*RecordPage](t, s, "ar/contacts/sprache.html")
	same(t, "in Arabic, with German beside it", arabic.Title.Text+" | "+arabic.German[0].Text, "مكتب اللغة | Sprachbüro")
}

func TestPersonNeedsAConsentThatHolds(t *testing.T) {
	for _, c := range []struct{ consent, name, until string }{
		{"consent: {date: 2026-01-01}", "Ada Muster", ""},
		{"consent: {date: 2026-01-01, until: 2026-11-22}", "Ada Muster", "2026-11-22"},
		{"consent: {date: 2026-01-01, until: 2026-11-21}", "", ""},
		{"consent: {date: 2026-11-23}", "", ""},
		{"", "", ""},
	} {
		s := planned(t, "-- content/contacts/sprache.ar.yaml --\n-- content/contacts/sprache.yaml --\ntitle: Sprachbüro\nrole: Berät\nphone: 0541 11101\nperson: Ada Muster\n"+c.consent+"\n")
		p := modelOf[*RecordPage](t, s, "de/contacts/sprache.html")
		until := ""
		for _, f := range p.Facts {
			if f.Name == "person" {
				until = f.Values[0].Until
			}
		}
		if name := factOf(p.Facts, "person"); name != c.name || until != c.until {
			t.Errorf("with %q the page says %q until %q, want %q until %q", c.consent, name, until, c.name, c.until)
		}
	}
}

func TestContactKnowsTheSessionsThatNameIt(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, `
-- content/courses/a2-bedorf.yaml --
title: Deutsch A2 in Bedorf
kind: language
sessions:
  - {id: eins, start: 2027-02-01, contacts: [telefon]}
  - {id: zwei, start: 2027-03-01, contacts: [telefon], booking: {contact: telefon}}
`), "de/contacts/telefon.html")
	same(t, "offers", told(p.Sections, "offers"), "Deutsch A2 in Bedorf → ../courses/a2-bedorf.html")
}

func TestManyOffersOfOneOfficeAreAllThere(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, manyCourses(perSection+2)), "de/contacts/sprache.html")
	for _, section := range p.Sections {
		if section.ID == "offers" && (len(section.Cards) != perSection || len(section.Links) != 3) {
			t.Errorf("%d cards and %d links, want %d and 3", len(section.Cards), len(section.Links), perSection)
		}
	}
}

func TestAMobileNumberIsCalledSo(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, "-- content/contacts/rathaus.yaml --\n{title: Rathaus, role: x, phone: 05462 100, mobile: 0171 200}\n"), "de/contacts/rathaus.html")
	same(t, "numbers", factOf(p.Facts, "phone")+", "+factOf(p.Facts, "mobile"), "05462 100, 0171 200")
}

func TestWhoeverHasNoPageNowIsNotToBeAsked(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, `
-- content/contacts/sprache.yaml --
{title: Sprachbüro, role: Berät, phone: 0541 11101, status: draft}
-- content/courses/b2.yaml --
{title: B2, kind: language, contacts: [sprache, telefon]}
`), "de/courses/b2.html")
	same(t, "to ask", factNamed(p.Facts, "ask").Values[0].Text, "Bürgertelefon")
	same(t, "to call", string(p.Call.Href), "tel:+4954111000")
}
