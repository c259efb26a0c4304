package schema

func pageFields() []Field {
	return []Field{
		{Key: "menu", Kind: Enum, Enum: []string{"main", "footer", "none"}, Default: "none", Label: words("Menü", "menu"), Example: `footer`,
			Help: words("Ob die Seite im Hauptmenü (`main`), in der Fußzeile (`footer`) oder in keinem Menü (`none`) steht.",
				"Whether the page stands in the `main` menu, in the `footer` or in `none`.")},
		{Key: "order", Kind: Whole, Label: words("Reihenfolge", "order"), Example: `10`,
			Help: words("Die Stelle im Menü: kleine Zahlen zuerst, Seiten ohne Zahl danach.",
				"The position in the menu: small numbers first, pages without one after them.")},
		{Key: "statement", Kind: Group, Of: "Statement", Label: words("Erklärung zur Barrierefreiheit", "accessibility statement"),
			Help: words("Die Angaben der Erklärung zur Barrierefreiheit; nur auf dieser Seite.",
				"The facts of the accessibility statement; on that page only.")},
	}
}

func glossaryFields() []Field {
	return []Field{
		{Key: "abbreviation", Kind: String, Label: words("Abkürzung", "abbreviation"), Example: `EQ`,
			Help: words("Die Abkürzung des Begriffs; sie wird in Texten ebenso erklärt.",
				"The term's abbreviation; it is explained in texts as well.")},
		{Key: "also", Kind: Texts, Label: words("Auch", "also"), Example: `["Einstiegsqualifizierungen"]`,
			Help: words("Weitere Formen des Begriffs; erklärt wird in jedem Text das erste ganze Wort, nicht in Überschriften und Links.",
				"Other forms of the term; in each text the first whole word is explained, not in headings or links.")},
	}
}

func noticeFields() []Field {
	return []Field{
		{Key: "level", Kind: Enum, Enum: []string{"info", "warning"}, Default: "info", Label: words("Gewicht", "weight"), Example: `warning`,
			Help: words("Ein Hinweis (`info`) oder eine Warnung (`warning`).",
				"For information (`info`) or as a `warning`.")},
		{Key: "audiences", Kind: Terms, Of: "audiences", Label: words("Zielgruppen", "audiences"), Example: `[employers]`,
			Help: words("Auf den Seiten welcher Zielgruppen der Hinweis steht.",
				"The audiences on whose pages the notice stands.")},
		{Key: "places", Kind: Refs, Of: "places", Label: words("Orte", "places"), Example: `[musterstadt]`,
			Help: words("Auf den Seiten welcher Orte der Hinweis steht.",
				"The places on whose pages the notice stands.")},
		{Key: "about", Kind: RecordRefs, Label: words("Zu", "about"), Example: `[transport/rufbus]`,
			Help: words("Die Einträge, auf deren Seiten der Hinweis steht, jeder mit seinem Ordner davor.",
				"The records on whose pages the notice stands, each with its folder in front.")},
	}
}

func pageGroups() []FieldGroup {
	return []FieldGroup{
		{Name: "Statement", Help: words("die Erklärung zur Barrierefreiheit.", "the accessibility statement."), Fields: []Field{
			{Key: "method", Kind: String, Label: words("Prüfverfahren", "method"), Example: `"Selbstbewertung"`,
				Help: words("Wie geprüft wurde, etwa als Selbstbewertung oder durch eine Prüfstelle.",
					"How it was assessed, as by the publisher or by a testing body.")},
			{Key: "date", Kind: Date, Label: words("Tag", "date"), Example: `2027-01-11`,
				Help: words("Der Tag der Prüfung; ist er über ein Jahr her, gibt es eine Warnung.",
					"The day of the assessment; over a year later there is a warning.")},
			{Key: "exceptions", Kind: Texts, Label: words("Ausnahmen", "exceptions"), Example: `["Ältere PDF-Dateien von Anbietern"]`,
				Help: words("Was noch nicht barrierefrei ist, je Ausnahme ein Eintrag.",
					"What is not accessible yet, one item an exception.")},
			{Key: "enforcement_url", Kind: URL, Label: words("Schlichtungsstelle", "enforcement body"), Example: `https://www.example.org/schlichtung`,
				Help: words("Die Seite der Stelle, an die man sich wendet, wenn eine Beschwerde nicht hilft.",
					"The page of the body to turn to when a complaint does not help.")},
		}},
	}
}
