package theme

import (
	"html/template"

	"mappe/generator/site"
)

// The models here are made by hand: a page of each kind with everything on it that can be, in a language, with some of its words
// in German.

// speaker writes the words of a language; those of others are marked.
type speaker struct{ lang, dir, word string }

func german() speaker { return speaker{"de", "ltr", "Wort"} }
func arabic() speaker { return speaker{"ar", "rtl", "كلمة"} }

func (s speaker) own(text string) site.Words { return site.Words{Text: text + " " + s.word} }

// fallback is a text that there is in German only.
func (s speaker) fallback(text string) site.Words {
	if s.lang == "de" {
		return site.Words{Text: text}
	}
	return site.Words{Text: text, Lang: "de", Dir: "ltr"}
}

func (s speaker) link(text, href string) site.Link {
	return site.Link{Words: s.own(text), Href: template.URL(href)}
}

func (s speaker) page(kind string, assets map[string]string) site.Page {
	return site.Page{
		Kind: kind, Path: s.lang + "/courses/deutsch-b1.html", Root: "../../", Up: "../", Lang: s.lang, Dir: s.dir, Locale: s.lang + "_XX",
		Title: s.fallback("Deutschkurs B1 am Abend"), WindowTitle: "Deutschkurs B1 – Angebote", Description: site.Words{Text: "Für alle."},
		Canonical:  "https://example.org/" + s.lang + "/courses/deutsch-b1.html",
		Alternates: []site.Alternate{{HrefLang: "de", Href: "https://example.org/de/"}, {HrefLang: "x-default", Href: "https://example.org/"}},
		Index:      true,
		Languages: []site.LanguageLink{
			{Code: "de", Dir: "ltr", Name: "Deutsch", GermanName: "Deutsch", Href: "../../de/courses/deutsch-b1.html", Current: s.lang == "de"},
			{Code: "en", Dir: "ltr", Name: "English", GermanName: "Englisch", Href: "../../en/courses/deutsch-b1.html", Missing: true},
			{Code: "ar", Dir: "rtl", Name: "العربية", GermanName: "Arabisch", Href: "../../ar/courses/deutsch-b1.html", Current: s.lang == "ar"},
		},
		Trail: []site.Link{s.link("Startseite", "../index.html"), s.link("Kurse", "index.html")},
		Alerts: []site.Alert{
			{Level: "info", Title: s.own("Nur auf Deutsch"), Link: s.link("Original", "#original")},
			{Level: "warning", Until: "2027-02-15", Title: s.own("Achtung"), Text: s.fallback("Der Bus fährt nicht."), Body: site.HTML{HTML: "<p>Mehr dazu.</p>", Lang: s.fallback("").Lang, Dir: s.fallback("").Dir}},
		},
		Report:  site.Link{Words: s.own("Fehler melden"), Href: "mailto:a@example.org?subject=x"},
		Edit:    site.Link{Words: s.own("Bearbeiten"), Href: "https://example.org/edit", External: true},
		Barrier: s.link("Barriere melden", "mailto:b@example.org"),
		Frame: &site.Frame{
			Root: "../../", Search: "../search.html", OpenSearch: s.lang + "/opensearch.xml",
			Site: s.fallback("Angebote im Landkreis"), Tagline: s.fallback("Kurse, Beratung, Arbeit"), Sample: "Dies sind Beispieldaten.",
			Home: s.link("Startseite", "../index.html"),
			Menu: []site.Link{
				{Words: s.own("Kurse"), Href: "index.html", Current: true}, s.link("Praktikum", "../internships/index.html"), s.link("Beratung", "../support/index.html"),
				s.link("Termine", "../events/index.html"), s.link("Unterwegs", "../transport/index.html"), s.link("Wen fragen?", "../contacts/find.html"),
			},
			Footer:    []site.Link{s.link("Impressum", "../pages/imprint.html"), s.link("Datenschutz", "../pages/privacy.html")},
			Guides:    []site.Link{s.link("Rechte bei der Arbeit", "../pages/rights.html")},
			Publisher: s.fallback("Landkreis Osnabrück"),
			Help:      s.lines()[:2],
			Crisis:    s.lines(),
			Assets:    assets, Manifest: s.lang + "/manifest.json", SiteDays: 14, Reach: true,
		},
	}
}

func (s speaker) lines() []site.Line {
	return []site.Line{
		{Words: s.own("Notruf"), Value: phone("112")},
		{Words: s.fallback("Telefonseelsorge"), Value: phone("0800 1110111")},
		{Words: s.fallback("Rund um die Uhr")},
	}
}

func phone(number string) site.Value {
	return site.Value{Kind: "phone", Words: site.Words{Text: number}, Href: template.URL("tel:" + number)}
}

// facts are a fact with each kind of value.
func (s speaker) facts() []site.Fact {
	return []site.Fact{
		{Name: "next_start", Label: "Beginn", Values: []site.Value{{Kind: "text", Words: s.own("15. Februar 2027"), Until: "2027-02-15"}}},
		{Name: "when", Label: "Wann", Values: []site.Value{{Kind: "time", Words: s.own("Montag"), Lines: []string{"18:00–21:00"}}, {Kind: "note", Words: s.fallback("nicht in den Ferien")}}},
		{Name: "hours", Label: "Geöffnet", Values: []site.Value{{Kind: "week", Week: &site.Week{Width: 720, Days: []site.WeekDay{
			{Number: 1, Name: "Montag", Times: []string{"08:00–12:00", "14:00–16:00"}, Bars: []site.Bar{{X: 60, Width: 240}, {X: 420, Width: 120}}}, {Number: 2, Name: "Dienstag"},
		}}}}},
		{Name: "where", Label: "Wo", Values: []site.Value{
			{Kind: "address", Words: s.fallback("Rathaus"), Lines: []string{"Bismarckstraße 6", "49565 Bramsche"}}, {Kind: "link", Words: s.fallback("Bramsche"), Href: "../places/bramsche.html"},
		}},
		{Name: "ask", Label: "Fragen", Values: []site.Value{
			{Kind: "link", Words: s.fallback("Volkshochschule"), Href: "../contacts/vhs.html"}, phone("+49 541 123-456"),
			{Kind: "phone", Words: site.Words{Text: "ohne Verweis"}},
			{Kind: "email", Words: site.Words{Text: "deutschkurse@volkshochschule-osnabruecker-land.example.org"}, Href: "mailto:kurs@example.org"},
			{Kind: "web", Words: site.Words{Text: "example.org"}, Href: "https://example.org/", External: true},
		}},
	}
}

func (s speaker) chain() []site.ChainStep {
	return []site.ChainStep{
		{Level: "A1", Title: site.Link{Words: s.fallback("Deutsch A1"), Href: "a1.html"}, Current: true},
		{Level: "A2", Title: site.Link{Words: s.fallback("Deutsch A2"), Href: "a2.html"}, When: "1. März", Gap: "2 Wochen"},
		{Level: "Arbeit", Title: site.Link{Words: s.own("Praktikum"), Href: "../internships/index.html", Count: 12}},
	}
}

func (s speaker) spots() []site.Link {
	return []site.Link{{Words: s.fallback("Bramsche"), Href: "../places/bramsche.html", Count: 12}, {Words: s.own("Melle"), Href: "../places/melle.html"}}
}

func (s speaker) atlas() *site.Map {
	return &site.Map{Width: 400, Height: 300, Areas: []string{"M1 2l3 4 5-6z"}, Spots: []site.Spot{
		{Link: s.spots()[0], X: 10, Y: 20, R: 12, Area: "M1 2l3 4z", Told: "Bramsche: 12", LabelX: 50, LabelY: 45}, {Link: s.spots()[1], X: 100, Y: 200, R: 4, Told: "Melle: 0"},
	}}
}

func (s speaker) asking() *site.Asking {
	choices := []site.Choice{{Words: s.fallback("Bramsche"), ID: "bramsche", Within: "bramsche kreis"}, {Words: s.own("Kreis"), ID: "kreis", Within: "kreis"}}
	return &site.Asking{Places: choices, Topics: choices, Audiences: choices, Circles: choices, Offices: []site.Office{
		{Card: s.cards()[1], Rows: "bramsche kreis|language|newcomers|"}, {Card: site.Card{Title: s.link("Amt", "amt.html")}, Rows: "kreis|||"},
	}}
}

func (s speaker) cards() []site.Card {
	return []site.Card{
		{Record: "courses/deutsch-b1", Title: s.link("Deutsch B1", "deutsch-b1.html"), Type: "Kurs", Summary: s.fallback("Am Abend, zweimal in der Woche."),
			Facts: s.facts(), Badges: []site.Badge{{Name: "free_seats", Text: "3 Plätze frei"}, {Name: "full", Text: "ausgebucht"}}, Until: "2027-02-15"},
		{Record: "courses/deutsch-b2", Title: site.Link{Words: s.fallback("Deutsch B2"), Href: "https://example.org/b2", External: true}, Type: "Kurs"},
	}
}

func (s speaker) rows() []*site.ListRow {
	return []*site.ListRow{
		{Title: s.link("Deutsch B1", "../../deutsch-b1.html"), Until: "2027-02-15", Badges: []site.Badge{{Name: "full", Text: "ausgebucht"}}, Told: []site.Told{
			{Value: site.Value{Kind: "note", Words: s.own("Integrationskurs")}}, {Label: "Läuft schon", Value: site.Value{Kind: "note", Words: s.own("seit März")}},
			{Value: site.Value{Kind: "link", Words: s.fallback("Bramsche"), Href: "../places/bramsche.html"}}, {Value: phone("+49 541 123-456")},
		}},
		{Title: s.link("Deutsch B2", "../../deutsch-b2.html")},
	}
}

func (s speaker) sections() []site.Section {
	return []site.Section{
		{ID: "sessions", Heading: "Termine", Runs: []site.Run{
			{ID: "session-1", Heading: "Februar", Title: s.fallback("Intensiv"), Facts: s.facts(), Until: "2027-02-15", Badges: []site.Badge{{Name: "guaranteed", Text: "sicher"}}, Calendar: &site.Calendar{Months: []site.CalendarMonth{
				{Name: "Februar 2027", Height: 40, Days: "M1 5h68", On: "M1 5h18M1 15h18", Off: "M41 5h8"}, {Name: "März", Height: 50, Days: "M1 5h68"},
			}}},
			{ID: "session-2", Heading: "Januar", Past: true},
		}},
		{ID: "next", Until: "2027-12-11", Heading: "Wie es weitergeht", Intro: s.fallback("Danach."), Chain: s.chain(), Cards: s.cards(), More: s.link("Alle", "index.html")},
		{ID: "more", Heading: "Mehr", Facts: s.facts(), Body: site.HTML{HTML: "<p>Text</p>"}, Items: []site.Words{s.own("Ausweis"), s.fallback("Foto")}, Links: []site.Link{s.link("Hier", "a.html"), {Words: s.own("Ohne Ziel")}, {Words: s.own("Gezählt"), Href: "b.html", Count: 12}}},
		{ID: "map", Heading: "Karte", Links: s.spots(), Map: s.atlas()},
		{ID: "groups", Heading: "Gruppen", Groups: []site.Group{
			{ID: "group-1", Heading: s.link("Thema", "../topics/a.html"), Cards: s.cards(), Links: []site.Link{s.link("Unterthema", "b.html")}, Lines: s.lines()},
			{Heading: site.Link{Words: s.own("Ohne Ziel")}},
		}},
		{ID: "steps", Heading: "Schritte", Steps: []site.Step{{
			ID: "step-1", Number: "1", Part: "Sprache", Title: s.fallback("Anmelden"), Text: s.own("Gehen Sie hin."), Todo: []site.Words{s.own("Termin")},
			Documents: []site.Words{s.fallback("Pass")}, Ask: []site.Link{s.link("Amt", "a.html")}, Cards: s.cards(), More: s.link("Mehr", "b.html"),
		}}},
		{ID: "departures", Heading: "Abfahrten", Table: &site.Table{Caption: "Montag bis Freitag", Columns: []string{"Halt", "erste"}, Rows: []site.Row{
			{Heading: site.Link{Words: s.fallback("Bahnhof")}, Cells: []site.Value{{Kind: "time", Lines: []string{"7:15"}}}},
		}}},
	}
}

func (s speaker) ways() []site.ReachHours {
	legs := []site.ReachLeg{{Departure: "07:05", Arrival: "07:16", From: "Ankum, ZOB", To: "Bersenbrück, Bahnhof", Line: "620", Note: "nur mit Bestellung"}, {Departure: "07:40", Arrival: "07:44", From: "Bramsche, Bahnhof", Note: "zu Fuß"}}
	return []site.ReachHours{{Caption: "Für die Zeit 08:30–12:15", Note: "Danach gibt es noch keinen Fahrplan.", Rows: []site.ReachRow{
		{From: "from-ankum", ID: "from-ankum", Place: s.fallback("Ankum"), Leave: "07:05", Arrive: "07:44", Home: "12:51", Badge: "nur mit Bestellung", Brief: "39 Minuten · an allen 175 Terminen",
			Ways: []site.ReachWay{{Heading: "Hin", Legs: legs}, {Heading: "Zurück"}}, Notes: []site.Value{phone("0221 4710-620"), {Kind: "link", Words: s.own("Fahrplan"), Href: "https://example.org/", External: true}}},
		{From: "from-bramsche", Place: s.fallback("Bramsche"), Told: "am Ort"},
		{From: "from-melle", Place: s.fallback("Melle"), Leave: "06:05", Arrive: "07:44", Told: "keine Rückfahrt gefunden", Brief: "99 Minuten", Ways: []site.ReachWay{{Heading: "Hin", Legs: legs[:1]}}},
	}}}
}

// models is a page of each kind.
func (s speaker) models(assets map[string]string) map[string]any {
	record := &site.RecordPage{
		Page: s.page("record", assets), Record: "courses/deutsch-b1", TypeName: "Kurs", Summary: s.fallback("Am Abend, zweimal in der Woche."),
		Picture: &site.Picture{Src: "../../media/a.jpg", SrcSet: "../../media/a-400.jpg 400w, ../../media/a.jpg 800w", Width: 800, Height: 600, Alt: s.fallback("Ein Kurs")},
		Call:    site.Link{Words: site.Words{Text: "+49 541 123-456"}, Href: "tel:+49541123456"},
		Apply:   site.Link{Words: s.own("Anmelden"), Href: "https://example.org/apply", External: true},
		Badges:  []site.Badge{{Name: "free_seats", Text: "3 Plätze frei"}}, Facts: s.facts(), Brief: s.facts()[:2],
		Body:     site.HTML{HTML: `<h2 id="inhalt">Inhalt</h2><p>Ein Text.</p>`, Lang: s.fallback("").Lang, Dir: s.fallback("").Dir},
		Sections: s.sections(), Code: s.code(), Checked: "Geprüft am 1. November.", Source: site.Link{Words: s.own("Quelle"), Href: "https://example.org", External: true},
	}
	if s.lang != "de" {
		record.German = []site.Words{s.fallback("Deutschkurs B1 am Abend"), s.fallback("Zweimal in der Woche.")}
	}
	pathway, page := *record, *record
	pathway.Kind, page.Kind = "pathway", "page"
	sections := &site.SectionsPage{Page: s.page("sections", assets), Intro: s.own("Alles für Bramsche."), Body: record.Body, Sections: s.sections(), Jump: []site.Link{s.link("Termine", "#sessions")}}
	home := &site.SectionsPage{Page: s.page("home", assets), Tongues: s.page("home", assets).Languages, Intro: s.own("Willkommen."), Sections: s.sections(), Doors: []site.Door{
		{Name: "courses", Link: s.spots()[1], Text: "Deutsch und mehr"}, {Name: "contacts", Link: s.link("Wen fragen?", "contacts/find.html"), Text: "Rufen Sie an"},
	}, Visitors: []site.Visitor{
		{ID: "newcomers", Title: "Ich bin neu hier", Text: "Deutsch, Arbeit, Wohnen", Links: []site.Link{s.link("Kurse", "courses/index.html"), s.link("Wege", "pathways/index.html")}},
		{ID: "employers", Title: "Ich bin Arbeitgeber", Text: "Praktikum, Ausbildung", Links: []site.Link{s.link("Beratung", "support/index.html")}},
		{ID: "schools", Title: "Ich arbeite an einer Schule", Text: "Übersicht", Links: []site.Link{s.link("Alle Angebote", "topics/a.html")}},
		{ID: "volunteers", Title: "Ich möchte helfen", Text: "Ehrenamt", Links: []site.Link{s.link("Ehrenamt", "topics/b.html")}},
		{ID: "advisers", Title: "Ich berate", Text: "Zuständigkeiten", Links: []site.Link{s.link("Wen fragen?", "contacts/find.html")}},
	}}
	list := &site.ListPage{
		Page: s.page("list", assets), Intro: s.own("Alle Kurse."), Total: 62, Count: "62 Einträge", Sections: s.sections()[3:4], Cards: s.cards(), Rows: s.rows(),
		Facets: []site.Facet{
			{ID: "place", Label: "Ort", Links: []site.Link{{Words: s.fallback("Bramsche"), Href: "by/place/bramsche.html", Count: 3}, {Words: s.fallback("Bohmte"), Href: "by/place/bohmte.html", Count: 1, Current: true}}},
			{ID: "level", Label: "Niveau", Links: []site.Link{{Words: s.own("A1"), Href: "by/level/a1.html", Count: 2}}},
		},
		Pages: []site.Link{{Words: s.own("1"), Href: "index.html"}, {Words: s.own("2"), Href: "page-2.html", Current: true}}, Previous: s.link("Zurück", "index.html"), Next: s.link("Weiter", "page-3.html"), All: s.link("Alle", "index.html"),
	}
	finder := &site.FinderPage{Page: s.page("finder", assets), Intro: s.own("Wählen Sie."), Asking: s.asking(), Places: []site.Link{s.link("Bramsche", "../places/bramsche.html#contacts")},
		Sections: s.sections()[4:5],
		Topics:   []site.Group{{ID: "topic-a", Heading: s.link("Thema", "../topics/a.html"), Links: []site.Link{s.link("Amt", "a.html")}}}}
	reach := &site.ReachPage{Page: s.page("reach", assets), Offer: s.link("Deutsch B1", "../../courses/deutsch-b1.html"), Intro: "Wo wohnen Sie?", Places: s.spots(), Valid: "Nach Fahrplan.",
		Until: "2027-12-11", Hours: s.ways(), Sections: s.sections()[4:5]}
	search := &site.SearchPage{Page: s.page("search", assets), Folder: "../search/" + s.lang + "/", Head: "head.0123456789.bin", Built: "2026-11-22", Ask: s.link("Wen fragen?", "contacts/find.html"),
		Facets:   []site.SearchFacet{{ID: "place", Label: "Ort", Note: "Auch online.", Open: true, Sorted: true}, {ID: "type", Label: "Was"}},
		Reach:    &site.ReachFacet{List: "../reach/places-" + template.URL(s.lang) + ".aaaaaaaa.bin", Until: "2027-12-11", Valid: "Nach Fahrplan.", Limits: []site.Limit{{Minutes: 45, Label: "45 Minuten"}}},
		Hit:      []site.Fact{{Name: "where", Label: "Wo"}},
		Doors:    []site.Door{{Name: "courses", Link: s.link("Kurse", "courses/index.html"), Text: "Deutsch lernen"}},
		Sections: s.sections()[4:5]}
	moved := &site.MovedPage{Page: s.page("moved", assets), Text: "Dieser Kurs heißt jetzt anders.", To: s.link("Neu", "neu.html"), List: s.link("Kurse", "index.html")}
	chooser := &site.ChooserPage{Page: s.page("chooser", assets)}
	for _, language := range chooser.Languages {
		chooser.Entries = append(chooser.Entries, site.ChooserEntry{LanguageLink: language, Welcome: "Willkommen"})
	}
	notFound, toPrint := s.page("notfound", assets), *sections
	toPrint.Kind = "print"
	return map[string]any{
		"record": record, "pathway": &pathway, "page": &page, "sections": sections, "home": home, "list": list, "finder": finder, "reach": reach, "search": search, "moved": moved,
		"chooser": chooser, "notfound": &notFound, "overview": s.overview(assets), "folder": s.folder(assets), "print": &toPrint, "short": s.short(assets),
	}
}

// pathsOf returns the paths of a theme's assets by name, as pages get them.
func pathsOf(t *Theme) map[string]string {
	paths := map[string]string{}
	for _, asset := range t.Assets() {
		paths[asset.Name] = asset.Path
	}
	return paths
}
