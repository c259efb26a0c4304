package theme

import (
	"html/template"

	"mappe/generator/site"
	"mappe/generator/site/print"
)

// The models of the pages to print, each with everything on it that can be.

func (s speaker) pair(text string) print.Pair {
	own := s.own(text)
	own.Lang, own.Dir = s.lang, s.dir
	return print.Pair{German: site.Words{Text: text, Lang: "de", Dir: "ltr"}, Own: own}
}

func (s speaker) code() site.PaperCode {
	return site.PaperCode{Src: "../../a/k3m9p2x.svg#" + s.lang, Address: []string{"example.org/", "a/", "k3m9p2x.html"}}
}

func (s speaker) cover() print.Cover {
	return print.Cover{
		Area: s.fallback("Bramsche"), Count: "12 Angebote", AsOf: "Stand heute.", Until: "Nicht nach morgen.", Admission: "Fragen Sie.", Publisher: s.fallback("Landkreis"),
		Help: s.lines()[:1], Code: print.Code{Drawing: print.Drawing{Path: "M4 4h7", Size: 41}, Address: []string{"example.org/", "de/", "print/", "all.html"}},
	}
}

func paperCode() print.Code {
	return print.Code{Drawing: print.Drawing{Path: "M4 4h7", Size: 41}, Address: []string{"example.org/", "a/", "k3m9p2x.html"}}
}

func (s speaker) entry(id, level string) print.Entry {
	return print.Entry{Number: "1", Level: level, Offer: print.Offer{
		ID: "o-" + id, Title: s.link("Deutsch B1", "../courses/deutsch-b1.html"), Type: "Kurs", Summary: s.fallback("Am Abend."),
		Badges: []site.Badge{{Name: "full", Text: "ausgebucht"}}, Facts: s.paperFacts(), Code: paperCode(),
	}}
}

// paperFacts are facts without what only a screen shows.
func (s speaker) paperFacts() []site.Fact { return s.facts()[3:] }

func (s speaker) shortLine() print.Line {
	return print.Line{Number: "1", Title: s.link("Deutsch B1", "../courses/deutsch-b1.html"), Where: s.fallback("Bramsche"), When: s.facts()[1].Values[0], Phone: "069 90009-1"}
}

func (s speaker) overview(assets map[string]string) *print.OverviewPage {
	p := &print.OverviewPage{
		Page: s.page("overview", assets), Cover: s.cover(), Columns: 2,
		Short: s.link("Kurz", "all-short.html"), Full: s.link("Lang", "all.html"), PDF: s.link("PDF", "all.pdf"),
		Parts:    []site.Link{s.link("Teil 1", "all-part-1.html")},
		Contents: []print.ContentsEntry{{ID: "s1", Href: "#s1", Number: "1", Level: "2", Heading: s.own("Kurse")}, {ID: "s1-1", Href: "#s1-1", Number: "1.1", Level: "3", Heading: s.fallback("Deutsch")}},
		Sections: []print.Section{
			{ID: "s1", Number: "1", Level: "2", Heading: s.own("Kurse"), Parts: []print.Section{
				{ID: "s1-1", Number: "1.1", Level: "3", Heading: s.fallback("Deutsch"), Parts: []print.Section{
					{ID: "s1-1-1", Number: "1.1.1", Level: "4", Heading: s.own("Abends"), Entries: []print.Entry{s.entry("a", "5")}},
				}},
				{ID: "s1-2", Number: "1.2", Level: "3", Heading: s.own("Arbeit"), Entries: []print.Entry{s.entry("b", "4")}},
			}},
			{ID: "s2", Number: "2", Level: "2", Heading: s.own("Hilfe"), Entries: []print.Entry{s.entry("c", "3")}},
			{ID: "s3", Number: "3", Level: "2", Heading: s.own("Wer"), Groups: []site.Group{{Heading: s.link("Thema", "../topics/a.html"), Cards: s.cards()[1:]}}},
		},
		Table:    []print.TableGroup{{Heading: s.own("Kurse"), Lines: []print.Line{s.shortLine()}}},
		Indexes:  []print.Index{{ID: "places", Number: "5", Heading: "Was gibt es wo?", Terms: []print.IndexTerm{{Words: s.fallback("Bramsche"), Numbers: []print.IndexNumber{{Number: "1", Href: "#o-a"}}}}}},
		Glossary: &print.Glossary{ID: "abbreviations", Number: "6", Entries: []print.GlossaryEntry{{Abbreviation: "EQ", Title: s.fallback("Einstiegsqualifizierung"), Text: s.own("Ein Praktikum")}}},
		Contacts: &print.Contacts{ID: "contacts", Number: "4", Offices: s.cards()[1:], Crisis: s.lines()},
	}
	p.Sheets = "assets/print/de-all.0123456789.css"
	return p
}

func (s speaker) folder(assets map[string]string) *print.FolderPage {
	head := func(id, number, text string) print.FolderHead {
		return print.FolderHead{ID: id, Href: template.URL("#" + id), Number: number, Heading: s.pair(text)}
	}
	labels := &print.FolderLabels{Todo: s.pair("Zu erledigen"), Bring: s.pair("Mitbringen"), Ask: s.pair("Fragen"), Offers: s.pair("Angebote"), Notes: s.pair("Notizen"), Record: s.pair("Eintragen")}
	office := print.FolderOffice{Name: s.pair("Rathaus"), Facts: s.paperFacts()}
	line := print.FolderLine{Line: print.Line{Title: site.Link{Words: s.own("Deutsch B1")}, Where: s.own("Bramsche"), When: s.facts()[1].Values[0], Phone: "069 90009-1"}, Lang: s.lang, Dir: s.dir}
	german := line
	german.Lang, german.Dir = "de", "ltr"
	return &print.FolderPage{
		Page: s.page("folder", assets), Cover: s.cover(), Heading: s.pair("Meine Mappe"), Pathway: s.pair("Von der Ankunft bis zur Arbeit"), Place: s.pair("Bramsche"),
		Alone: s.lang == "de", Intro: []print.Pair{s.pair("Gehört Ihnen.")}, Fields: []print.Pair{s.pair("Name")}, Contents: []print.FolderHead{head("part-work", "1", "Arbeit")},
		Parts: []print.FolderPart{{FolderHead: head("part-work", "1", "Arbeit"), Labels: labels, Blank: []print.Pair{s.pair("Betrieb")}, Steps: []print.FolderStep{{
			ID: "step-a", Number: "1", Title: s.pair("Schritt"), Text: s.pair("Text"), Labels: labels, Todo: []print.Pair{s.pair("Termin")}, Documents: []print.Pair{s.pair("Pass")},
			Offices: []print.FolderOffice{office}, Offers: []print.FolderOffer{{German: german, Own: &line, Code: paperCode()}},
		}}}},
		Offices:   print.FolderOffices{FolderHead: head("contacts", "2", "Wer?"), Topics: []print.FolderTopic{{Topic: s.pair("Thema"), Offices: []print.FolderOffice{office}}}, Addresses: []print.FolderOffice{office}, Crisis: s.lines()},
		Addresses: s.pair("Anschriften"),
		Glossary:  print.FolderGlossary{FolderHead: head("abbreviations", "3", "Abkürzungen"), Entries: []print.FolderTerm{{Abbreviation: "EQ", Title: s.pair("Einstiegsqualifizierung"), Text: s.pair("Ein Praktikum")}}},
		Letter:    print.FolderLetter{FolderHead: head("letter", "4", "Brief"), Lines: []print.Pair{s.pair("Guten Tag")}},
	}
}

func (s speaker) short(assets map[string]string) *site.ShortPage {
	p := &site.ShortPage{Page: s.page("short", assets)}
	for _, language := range p.Languages {
		p.Entries = append(p.Entries, site.ShortEntry{LanguageLink: language, Title: site.Words{Text: "Deutsch B1", Lang: "de", Dir: "ltr"}})
	}
	return p
}
