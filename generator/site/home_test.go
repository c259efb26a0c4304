package site

import (
	"strings"
	"testing"
)

func TestHomePageLeadsFiveKindsOfVisitors(t *testing.T) {
	p := modelOf[*SectionsPage](t, planned(t, ""), "de/index.html")
	var got strings.Builder
	for _, visitor := range p.Visitors {
		got.WriteString(visitor.ID + ", " + visitor.Title + "\n" + linksText(visitor.Links, "  "))
	}
	same(t, "visitors", got.String(), `
newcomers, ⟦home.newcomers⟧
  Ankommen und arbeiten → pathways/ankommen.html
  Deutsch lernen → topics/language.html (4)
  Arbeit → topics/work.html (2)
  ⟦open.title⟧ → open.html
  Wen fragen? → contacts/find.html
employers, ⟦home.employers⟧
  Praktikum → internships/index.html (1)
  Wen fragen? → contacts/find.html
schools, ⟦home.schools⟧
  Kurse: `+"\u2068"+`Schülerinnen und Schüler`+"\u2069"+` → courses/by/audience/pupils.html (1)
  Kurse → courses/index.html (3)
  Wen fragen? → contacts/find.html
volunteers, ⟦home.volunteers⟧
  Hilfe: `+"\u2068"+`Mentoring und Patenschaft`+"\u2069"+` → support/by/kind/mentoring.html (1)
  Hilfe: `+"\u2068"+`Sprachcafé und Sprachtreff`+"\u2069"+` → support/by/kind/language-cafe.html (1)
  Hilfe → support/index.html (2)
  Wen fragen? → contacts/find.html
advisers, ⟦home.advisers⟧
  Wen fragen? → contacts/find.html
  Kurse → courses/index.html (3)
  ⟦open.title⟧ → open.html
  Anbieter → organizations/index.html (2)
  Begriffe → glossary/index.html (1)`)
}

func TestHomePageSections(t *testing.T) {
	s := planned(t, `
-- content/notices/alle.yaml --
{title: Für alle, publish_until: 2026-12-01, level: warning}
-- content/notices/nord.yaml --
{title: Für den Norden, publish_until: 2026-12-01, places: [sg-nord]}
`)
	p := modelOf[*SectionsPage](t, s, "de/index.html")
	same(t, "notices for everybody", alertTitles(p.Alerts), "Für alle")
	for _, section := range []struct{ id, want string }{
		{"starting", "Deutsch A1 in Adorf → courses/a1-adorf.html\nDeutsch B1 online → courses/b1-online.html"},
		{"topics", "Deutsch lernen → topics/language.html (4)\nArbeit → topics/work.html (2)\nPraktikum → topics/internship.html (1)\n" +
			"Ausbildung → topics/training.html (1)\nMobilität → topics/mobility.html (1)\nZusammenleben → topics/living-together.html (2)"},
		{"places", "Adorf → places/adorf.html (2)\nBedorf → places/bedorf.html (3)\nZedorf → places/zedorf.html\nmore: Alle Orte → places/index.html"},
		{"pathways", "Ankommen und arbeiten → pathways/ankommen.html"},
	} {
		same(t, section.id, told(p.Sections, section.id), section.want)
	}
	arabic := modelOf[*SectionsPage](t, s, "ar/index.html")
	same(t, "title in Arabic", arabic.Title.Text, "عروض")
	same(t, "direction", arabic.Dir, "rtl")
}

func TestHomePageOfAnEmptySite(t *testing.T) {
	var gone strings.Builder
	for _, path := range []string{"courses/a1-adorf.yaml", "courses/a1-adorf.ar.yaml", "courses/a2-bedorf.yaml", "courses/b1-online.yaml", "internships/pflege.yaml",
		"support/cafe.yaml", "support/lotsen.yaml", "events/messe.yaml", "transport/rufbus.yaml", "pathways/ankommen.yaml", "glossary/eq.yaml"} {
		gone.WriteString("-- content/" + path + " --\n")
	}
	p := modelOf[*SectionsPage](t, planned(t, gone.String()), "de/index.html")
	same(t, "sections with something to say", idsOf(p.Sections), "places")
	for _, visitor := range p.Visitors {
		for _, link := range visitor.Links {
			if href := string(link.Href); href != "contacts/find.html" && href != "organizations/index.html" {
				t.Errorf("%s are led to %s, where there is nothing", visitor.ID, href)
			}
		}
	}
}

func TestHomePageLeadsToTheListOfManyPlaces(t *testing.T) {
	var places strings.Builder
	for i := range 61 {
		id := string(rune('a'+i/26)) + string(rune('a'+i%26)) + "heim"
		places.WriteString("-- content/places/" + id + ".yaml --\n{title: " + id + ", kind: municipality, parent: kreis, lat: 52.3, lon: 8.0}\n")
	}
	p := modelOf[*SectionsPage](t, planned(t, places.String()), "de/index.html")
	same(t, "places", told(p.Sections, "places"), "⟦home.many_places⟧\nmore: Alle Orte → places/index.html")
}
