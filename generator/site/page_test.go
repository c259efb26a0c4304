package site

import "testing"

func TestGuidePage(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, ""), "de/pages/impressum.html")
	same(t, "text", string(p.Body.HTML), "<p>Wer dies schreibt.</p>")
	if len(p.Facts) != 0 {
		t.Errorf("facts %s", factsText(p.Facts))
	}
}

func TestAccessibilityStatement(t *testing.T) {
	const page = "-- content/pages/barrierefrei.md --\n---\ntitle: Barrierefreiheit\nstatement: "
	for _, c := range []struct{ name, overlay, facts, alerts string }{
		{"all its fields", "", `
statement_date: 1. Oktober 2026
statement_method: Selbstbewertung
statement_exceptions: Alte PDF-Dateien
statement_contact: Bürgertelefon | 0541 11000 | telefon@kreis.example.org
statement_enforcement: schlichtung.example.org`, ""},
		{"a year to the day is not over a year", page + "{date: 2025-11-22, method: external}\n---\n", `
statement_date: 22. November 2025
statement_method: ⟦statement.method_external⟧
statement_contact: Bürgertelefon | 0541 11000 | telefon@kreis.example.org`, ""},
		{"a day more is", page + "{date: 2025-11-21, method: Prüfung durch die Blindenschule}\n---\n", `
statement_date: 21. November 2025
statement_method: Prüfung durch die Blindenschule
statement_contact: Bürgertelefon | 0541 11000 | telefon@kreis.example.org`, "Stand 21. November 2025"},
	} {
		p := modelOf[*RecordPage](t, planned(t, c.overlay), "de/pages/barrierefrei.html")
		same(t, c.name, factsText(p.Facts), c.facts)
		same(t, c.name, alertTitles(p.Alerts), c.alerts)
	}
}

func TestGlossaryPage(t *testing.T) {
	p := modelOf[*RecordPage](t, planned(t, ""), "ar/glossary/eq.html")
	same(t, "facts", factsText(p.Facts), "abbreviation: EQ\nalso: Einstiegsqualifizierungen")
	if p.Body.Lang != "de" || p.Body.Dir != "ltr" {
		t.Errorf("the German explanation on the Arabic page is marked lang=%q dir=%q", p.Body.Lang, p.Body.Dir)
	}
}

func TestAnExplainedWordIsNotExplainedOnItsOwnPage(t *testing.T) {
	s := planned(t, "")
	for path, want := range map[string]bool{"de/glossary/eq.html": false, "de/glossary/index.html": true} {
		p, found := s.Find(path)
		if !found {
			t.Fatalf("there is no page %s", path)
		}
		if href, explained := s.view(p).glossaryLink("eq"); explained != want {
			t.Errorf("%s: the word leads to %q", path, href)
		}
	}
}
