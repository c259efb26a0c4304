package site

import (
	"strings"
	"testing"

	"mappe/generator/catalog"
)

func TestPathwayPage(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, ""), "de/pathways/ankommen.html")
	same(t, "for whom", factsText(p.Facts), "audiences: Neu in Deutschland")
	steps := p.Sections[0].Steps
	if len(steps) != 2 {
		t.Fatalf("%d steps", len(steps))
	}
	first, second := steps[0], steps[1]
	same(t, "number, part, to do, documents", strings.Join([]string{first.Number, first.Part, first.Todo[0].Text, first.Documents[0].Text}, " | "), "1 | ⟦part.personal⟧ | Termin machen | Ausweis")
	same(t, "whom to ask for each topic, the catch-all where no office names it", linksText(first.Ask, ""), `
Jobcenter → ../contacts/jobcenter.html
Sozialamt → ../contacts/sozialamt.html
Bürgertelefon → ../contacts/telefon.html
⟦contacts.near_you⟧ → ../contacts/find.html`)
	same(t, "a step without filters and offers lists none", cardsText(first.Cards, ""), "")
	same(t, "the offers an editor chose, then those that fit all filters", cardsText(second.Cards, ""), `
Sprachcafé → ../support/cafe.html
Deutsch A2 in Bedorf → ../courses/a2-bedorf.html
Deutsch A1 in Adorf → ../courses/a1-adorf.html
Deutsch B1 online → ../courses/b1-online.html`)
}

func TestPathwayStepsFilter(t *testing.T) {
	for _, c := range []struct{ filters, want string }{
		{"levels: [a1]", "courses/a1-adorf courses/a2-bedorf"},
		{"levels: [b1]", "courses/b1-online"},
		{"topics: [work]", "events/messe internships/pflege"},
		{"topics: [work], kinds: [internships/orientation]", "internships/pflege"},
		{"kinds: [internships/orientation, support/mentoring]", "internships/pflege support/lotsen"},
		{"topics: [language], audiences: [refugees]", "courses/a1-adorf courses/b1-online support/cafe"},
		{"topics: [language], audiences: [pupils]", "courses/a2-bedorf courses/b1-online support/cafe"},
		{"topics: [language], levels: [c2]", ""},
		{"offers: [support/lotsen]", ""},
	} {
		s := planned(t, "-- content/pathways/ankommen.yaml --\ntitle: Weg\nsteps:\n  - {id: eins, title: Eins, "+c.filters+"}\n")
		var keys []string
		for _, entry := range s.shelved().steps()[&s.Catalogue.Find("pathways", "ankommen").(*catalog.Pathway).Steps[0]] {
			keys = append(keys, entry.Base().Key())
		}
		got := sortedText(keys)
		same(t, c.filters, got, c.want)
	}
}

func TestLongStepsLeadOn(t *testing.T) {
	for _, c := range []struct{ filters, want string }{
		{"topics: [language]", "⟦pathway.more⟧ → ../topics/language.html"},
		{"kinds: [courses/language]", "⟦pathway.more⟧ → ../courses/by/kind/language.html"},
		{"levels: [a1]", ""},
	} {
		s := planned(t, manyCourses(perSection)+"-- content/courses/sicher.yaml --\n{title: Arbeitssicherheit, kind: safety, organization: vhs}\n"+
			"-- content/pathways/ankommen.yaml --\ntitle: Weg\nsteps:\n  - {id: eins, title: Eins, "+c.filters+"}\n")
		step := modelOf[*RecordPage](t, s, "de/pathways/ankommen.html").Sections[0].Steps[0]
		same(t, c.filters, linkText(step.More), c.want)
	}
}

func TestPathwayShowsNoticesForItsAudience(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, `
-- content/notices/neue.yaml --
{title: Für Geflüchtete, publish_until: 2026-12-01, audiences: [refugees]}
-- content/notices/betriebe.yaml --
{title: Für Betriebe, publish_until: 2026-12-01, audiences: [employers]}
`), "de/pathways/ankommen.html")
	same(t, "notices", alertTitles(p.Alerts), "Für Geflüchtete")
}
