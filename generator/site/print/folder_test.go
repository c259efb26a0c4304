package print

import (
	"strings"
	"testing"
)

func TestAFolderHasGermanBesideTheReadersLanguage(t *testing.T) {
	s := planned(t, "")
	p := modelOf[*FolderPage](t, s, "ar/print/folder-adorf-weg.html")
	if p.Alone || p.Heading.German.Lang != "de" || p.Heading.Own.Lang != "ar" || p.Heading.Own.Dir != "rtl" {
		t.Errorf("heading %+v", p.Heading)
	}
	if len(p.Parts) != 4 || len(p.Parts[0].Steps) != 1 || len(p.Parts[1].Steps) != 1 || len(p.Parts[2].Steps) != 0 {
		t.Fatalf("parts: %+v", p.Parts)
	}
	step := p.Parts[0].Steps[0]
	if step.Title.German.Text != "Deutsch" || step.Title.Own.Text != "الألمانية" || step.Todo[0].German.Text != "Test machen" || step.Documents[0].Own.Text != "جواز السفر" {
		t.Errorf("step: %+v", step)
	}
	if len(step.Offices) != 1 || step.Offices[0].Name.German.Text != "Bürgertelefon" || step.Offices[0].Name.Own.Text != "" {
		t.Errorf("whom to ask: %+v", step.Offices)
	}
	if len(step.Offers) != 2 || step.Offers[0].German.Title.Text != "Deutsch A1" || step.Offers[0].Own.Title.Text != "ألمانية A1" {
		t.Errorf("offers: %+v", step.Offers)
	}
	if len(p.Parts[1].Steps[0].Offers) != 1 { // the course is about work too; what takes place in Bedorf is of no use in Adorf
		t.Errorf("offers for work in Adorf: %+v", p.Parts[1].Steps[0].Offers)
	}
	if len(p.Glossary.Entries) != 2 || len(p.Contents) != 7 || len(p.Letter.Lines) < 4 || len(p.Fields) < 5 {
		t.Errorf("%d abbreviations, %d parts, %d lines of letter, %d fields", len(p.Glossary.Entries), len(p.Contents), len(p.Letter.Lines), len(p.Fields))
	}
	if !strings.Contains(p.Intro[2].German.Text, "Nichts davon wird im Internet gespeichert") {
		t.Errorf("it does not say that nothing is stored: %+v", p.Intro)
	}
}

func TestAGermanFolderIsGermanAlone(t *testing.T) {
	p := modelOf[*FolderPage](t, planned(t, ""), "de/print/folder-adorf-weg.html")
	if !p.Alone || p.Heading.Own.Text != "" || p.Parts[0].Steps[0].Offers[0].Own != nil {
		t.Errorf("%+v", p.Heading)
	}
}
