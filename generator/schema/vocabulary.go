package schema

// termFields are the keys of an entry of a vocabulary.
func termFields() []Field {
	return []Field{
		{Key: "id", Kind: String, Required: true, Label: words("Kennung", "id"), Example: `a1.1`,
			Help: words("Der Name, mit dem Einträge den Begriff nennen; Punkte sind erlaubt, geändert wird er nie.",
				"The name by which records refer to the term; dots are allowed, and it never changes.")},
		{Key: "label", Kind: LanguageText, Required: true, Label: words("Bezeichnung", "label"), Example: `{de: "Sprache", en: "Language"}`,
			Help: words("Wie der Begriff auf der Website heißt, in jeder Sprache.",
				"What the term is called on the website, in every language.")},
		{Key: "description", Kind: LanguageText, Label: words("Erklärung", "description"), Example: `{de: "Deutsch lernen", en: "Learning German"}`,
			Help: words("Was der Begriff bedeutet, in jeder Sprache.",
				"What the term means, in every language.")},
		{Key: "synonyms", Kind: LanguageList, Label: words("Andere Wörter", "synonyms"), Example: `{de: ["Sprachkurs"], en: ["language course"]}`,
			Help: words("Andere Wörter dafür, nach denen Menschen suchen, in jeder Sprache.",
				"Other words for it that people search for, in every language.")},
		{Key: "parent", Kind: String, Label: words("Oberbegriff", "broader term"), Example: `a1`,
			Help: words("Die Kennung des Oberbegriffs in derselben Datei; er steht in Filtern und Zuständigkeiten auch für diesen Begriff.",
				"The id of the broader term in the same file; in filters and responsibility it stands for this one, too.")},
		{Key: "order", Kind: Whole, Label: words("Reihenfolge", "order"), Example: `10`,
			Help: words("Die Stelle in Listen: kleine Zahlen zuerst; weggelassen gilt die Reihenfolge in der Datei.",
				"The position in lists: small numbers first; left out, the order of the file holds.")},
		{Key: "source_url", Kind: URL, Label: words("Quelle", "source"), Example: `https://www.example.org/begriffe`,
			Help: words("Wo der Begriff festgelegt ist.",
				"Where the term is laid down.")},
		{Key: "as_of", Kind: Date, Label: words("Stand vom", "as of"), Example: `2027-01-11`,
			Help: words("Der Tag, an dem Begriff und Quelle zuletzt verglichen wurden.",
				"The day on which term and source were last compared.")},
	}
}
