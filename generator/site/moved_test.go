package site

import "testing"

func TestMovedAndEndedPages(t *testing.T) {
	s := planned(t, `
-- content/support/cafe.yaml --
title: Sprachcafé
kind: language-cafe
former_ids: [treff]
-- content/courses/alt.yaml --
title: Alter Kurs
kind: language
status: archived
former_ids: [uralt]
related: [events/weg, support/cafe]
leads_to: [b1-online]
-- content/events/weg.yaml --
title: Verschoben
status: draft
start: 2027-01-01
-- content/contacts/amt.yaml --
{title: Altes Amt, role: Rat, phone: 0541 22700, status: archived, substitute: sprache}
-- content/organizations/ende.yaml --
{title: Altes Haus, kind: [provider], status: archived, parent: vhs}
-- content/places/altdorf.yaml --
{title: Altdorf, kind: district, parent: adorf, lat: 52.5, lon: 7.9, status: archived}
-- content/pages/alt.yaml --
{title: Alte Seite, status: archived}
-- content/glossary/alt.yaml --
{title: Altes Wort, status: archived}
`)
	for _, c := range []struct{ name, path, text, to, list string }{
		{"a former address leads to the record", "de/support/treff.html", "Umgezogen", "Sprachcafé → cafe.html", "Hilfe → index.html"},
		{"in Arabic too", "ar/support/treff.html", "انتقل", "Sprachcafé → cafe.html", "مساعدة → index.html"},
		{"an archived course leads to what is related and published", "de/courses/alt.html", "Beendet", "Sprachcafé → ../support/cafe.html", "Kurse → index.html"},
		{"so does its former address", "de/courses/uralt.html", "Beendet", "Sprachcafé → ../support/cafe.html", "Kurse → index.html"},
		{"a contact to its substitute", "de/contacts/amt.html", "Beendet", "Sprachbüro → sprache.html", "Stellen → index.html"},
		{"an organization to the one it belonged to", "de/organizations/ende.html", "Beendet", "Volkshochschule → vhs.html", "Anbieter → index.html"},
		{"a place to the one it lay in", "de/places/altdorf.html", "Beendet", "Adorf → adorf.html", "Orte → index.html"},
		{"a guide page home, since there is no list", "de/pages/alt.html", "Beendet", "", "Startseite → ../index.html"},
		{"a term to the glossary", "de/glossary/alt.html", "Beendet", "", "Begriffe → index.html"},
	} {
		p := modelOf[*MovedPage](t, s, c.path)
		same(t, c.name, p.Text, c.text)
		same(t, c.name, linkText(p.To), c.to)
		same(t, c.name, linkText(p.List), c.list)
		if p.Index || p.To.Current {
			t.Errorf("%s: index %t, current %t", c.name, p.Index, p.To.Current)
		}
	}
	same(t, "canonical of a former address", modelOf[*MovedPage](t, s, "de/support/treff.html").Canonical, "https://kreis.example.org/angebote/de/support/cafe.html")
}
