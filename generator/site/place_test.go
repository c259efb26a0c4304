package site

import "testing"

func TestPlacePageTellsWhatCanBeUsedThere(t *testing.T) {
	p := modelOf[*SectionsPage](t, planned(t, ""), "de/places/adorf.html")
	for _, section := range []struct{ id, want string }{
		{"courses", "Deutsch A1 in Adorf → ../courses/a1-adorf.html"},
		{"support", "Sprachcafé → ../support/cafe.html"},
		{"internships", "no section internships"},
		{"transport", "no section transport"},
		{"around", `
⟦place.around⟧
# Kurse → ../courses/index.html (1)
  Deutsch B1 online → ../courses/b1-online.html
# Hilfe → ../support/index.html (1)
  Lotsen für den Kreis → ../support/lotsen.html
# Unterwegs → ../transport/index.html (1)
  Rufbus Nord → ../transport/rufbus.html`},
		{"about", "also: Altdorf\npostal_codes: 49000\npopulation: 3.100"},
	} {
		same(t, section.id, told(p.Sections, section.id), section.want)
	}
	same(t, "sections", idsOf(p.Sections), "courses support contacts around about")
	same(t, "jumps", linksText(p.Jump, ""), "Kurse → #courses\nHilfe → #support\nWen fragen → #contacts\nVon hier aus → #around\n⟦section.about_place⟧ → #about\n")
	same(t, "trail", linksText(p.Trail, ""), "Startseite → ../index.html\nOrte → index.html\nKreis → kreis.html\nSamtgemeinde Nord → sg-nord.html\n")
}

func TestPlacePageTellsWhoAnswers(t *testing.T) {
	s := planned(t, "")
	for _, c := range []struct{ name, path, want string }{
		{"the nearest office for everybody ends the question, one that names the topic itself stands beside one for the topic above", "de/places/adorf.html", `
# Deutsch lernen → ../topics/language.html
  Sprachbüro → ../contacts/sprache.html, phone: 0541 11101
# Arbeit → ../topics/work.html
  Rathaus Adorf → ../contacts/rathaus.html, phone: 05462 100
# Wohnen → ../topics/housing.html
  Rathaus Adorf → ../contacts/rathaus.html, phone: 05462 100
# Geld und Sozialleistungen → ../topics/benefits.html
  Jobcenter → ../contacts/jobcenter.html, phone: 0541 22200, for_whom: Grundsicherung nach dem SGB II
  Sozialamt → ../contacts/sozialamt.html, phone: 0541 22300, for_whom: Leistungen nach dem AsylbLG
# Gesundheit → ../topics/health.html
  Gesundheitslotsen → ../contacts/gesundheit.html, phone: 0541 22400
# Seelische Gesundheit → ../topics/mental-health.html
  Gesundheitslotsen → ../contacts/gesundheit.html, phone: 0541 22400
  Psychosoziale Beratung → ../contacts/seele.html, phone: 0541 22500
# ⟦contacts.other_topics⟧
  Bürgertelefon → ../contacts/telefon.html, phone: 0541 11000`},
		{"nobody answers for a place outside the county", "de/places/stadt.html", `
⟦place.no_contacts⟧
more: Wen fragen? → ../contacts/find.html`},
	} {
		same(t, c.name, told(modelOf[*SectionsPage](t, s, c.path).Sections, "contacts"), c.want)
	}
}

func TestEveryPlacePageHasItsContacts(t *testing.T) {
	s := planned(t, "")
	for _, p := range s.Pages() {
		if page, ok := s.Model(p).(*SectionsPage); ok && p.Entry != nil && told(page.Sections, "contacts") == "no section contacts" {
			t.Errorf("%s has no section contacts, to which the finder leads", p.Path)
		}
	}
}

func TestPlacePageOfAJointMunicipality(t *testing.T) {
	p := modelOf[*SectionsPage](t, planned(t, ""), "de/places/sg-nord.html")
	same(t, "places below", told(p.Sections, "places"), "Adorf → adorf.html\nZedorf → zedorf.html")
	same(t, "what takes place below or in it", told(p.Sections, "courses")+"\n"+told(p.Sections, "transport"),
		"Deutsch A1 in Adorf → ../courses/a1-adorf.html\nRufbus Nord → ../transport/rufbus.html")
}

func TestPlacePageShowsItsNotices(t *testing.T) {
	s := planned(t, `
-- content/notices/alle.yaml --
{title: Für alle, publish_until: 2026-12-01}
-- content/notices/nord.yaml --
{title: Für den Norden, publish_until: 2026-12-01, places: [sg-nord]}
-- content/notices/bedorf.yaml --
{title: Für Bedorf, publish_until: 2026-12-01, places: [bedorf]}
-- content/notices/ueber.yaml --
{title: Über Adorf, publish_until: 2026-12-01, about: [places/adorf]}
-- content/notices/vorbei.yaml --
{title: Vorbei, publish_until: 2026-11-21, places: [adorf]}
`)
	same(t, "notices", alertTitles(modelOf[*SectionsPage](t, s, "de/places/adorf.html").Alerts), "Für den Norden | Über Adorf")
}

func TestPlacePageInArabic(t *testing.T) {
	s := planned(t, "")
	own := modelOf[*SectionsPage](t, s, "ar/places/adorf.html")
	same(t, "title", own.Title.Text, "أدورف")
	same(t, "a course without a translation keeps its language", told(own.Sections, "support"), "Sprachcafé → ../support/cafe.html")
	if card := own.Sections[1].Cards[0].Title; card.Lang != "de" || card.Dir != "ltr" {
		t.Errorf("the German title is marked lang=%q dir=%q", card.Lang, card.Dir)
	}
	same(t, "heading", own.Sections[0].Heading, "دورات")
	other := modelOf[*SectionsPage](t, s, "ar/places/bedorf.html")
	same(t, "canonical of a page without its own words", other.Canonical, "https://kreis.example.org/angebote/de/places/bedorf.html")
	same(t, "alert", alertTitles(other.Alerts), "⟦alert.not_translated⟧")
	if other.Index || len(other.Alternates) != 0 {
		t.Errorf("search engines are led to a page without words of its own")
	}
}

func TestLongSectionsLeadToTheNarrowedList(t *testing.T) {
	s := planned(t, manyCourses(perSection+1))
	p := modelOf[*SectionsPage](t, s, "de/places/bedorf.html")
	section := p.Sections[0]
	if len(section.Cards) != perSection {
		t.Errorf("%d cards, want %d", len(section.Cards), perSection)
	}
	same(t, "the rest", linkText(section.More), "Alle Kurse → ../courses/by/place/bedorf.html (14)")
	county := modelOf[*SectionsPage](t, s, "de/places/kreis.html")
	same(t, "the county has no narrowed list", linkText(county.Sections[0].More), "Alle Kurse → ../courses/index.html")
}
