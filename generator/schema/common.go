package schema

// commonFields are the fields of all records.
func commonFields() []Field {
	return []Field{
		{Key: "title", Kind: Text, Required: true, Label: words("Titel", "title"), Example: `"Deutsch B1 am Abend"`,
			Help: words("Der Name, wie er als Überschrift und in Listen steht: kurz, eindeutig und ohne Datum.",
				"The name as it stands as the heading and in lists: short, unmistakable and without a date.")},
		{Key: "summary", Kind: Text, Max: 200, Label: words("Kurztext", "summary"), Example: `"Abendkurs für alle, die tagsüber arbeiten."`,
			Help: words("In höchstens 200 Zeichen, worum es geht und für wen; steht in Listen und beim Weiterleiten eines Links.",
				"What it is and for whom, in at most 200 characters; shown in lists and when a link is forwarded.")},
		{Key: "body", Kind: Text, Label: words("Beschreibung", "description"),
			Help: words("Der ausführliche Text; in einer .md-Datei ist das alles unter dem Kopf. Überschriften beginnen mit `##`.",
				"The long text; in a .md file it is everything below the head. Headings start with `##`.")},
		{Key: "keywords", Kind: Texts, Label: words("Suchwörter", "keywords"), Example: `["Sprachkurs", "Integrationskurs"]`,
			Help: words("Wörter, nach denen Menschen suchen und die im Text nicht vorkommen; sie helfen nur der Suche.",
				"Words people search for that do not occur in the text; they only help the search.")},
		{Key: "former_ids", Kind: Strings, Label: words("Frühere Kennungen", "former ids"), Example: `[deutsch-abend]`,
			Help: words("Frühere Namen des Ordners; unter der alten Adresse bleibt eine kleine Seite, die weiterführt.",
				"Earlier names of the folder; a small page stays at the old address and leads on.")},
		{Key: "status", Kind: Enum, Enum: []string{"draft", "planned", "published", "paused", "archived"}, Default: "published",
			Label: words("Status", "status"), Example: `draft`,
			Help: words("`draft` und `planned` (nur im Planungsbericht) sind unsichtbar, `paused` behält die Seite, aber keinen Listenplatz, `archived` nur eine kurze Seite.",
				"`draft` and `planned` (planning report only) are not shown, `paused` keeps its page but leaves all lists, `archived` keeps a short page.")},
		{Key: "last_verified", Kind: Date, Label: words("Zuletzt geprüft", "last verified"), Example: `2027-01-11`,
			Help: words("Der Tag, an dem jemand alle Angaben geprüft hat; nach 180 Tagen bittet die Seite nachzufragen, nach 365 fehlt sie in Listen.",
				"The day somebody checked all details; after 180 days the page says to ask first, after 365 it leaves the lists.")},
		{Key: "verified_by", Kind: String, Label: words("Geprüft von", "verified by"), Example: `"Bildungskoordination"`,
			Help: words("Wer geprüft hat, als Funktion und nicht als Name; wird nicht veröffentlicht.",
				"Who checked it, as a role and not a name; it is not published.")},
		{Key: "review_by", Kind: Date, Label: words("Wieder prüfen bis", "review by"), Example: `2027-06-30`,
			Help: words("Der Tag, bis zu dem jemand die Angaben wieder ansehen soll, zum Beispiel weil eine Förderung dann endet.",
				"The day by which somebody should look at it again, for instance because its funding ends then.")},
		{Key: "publish_from", Kind: Date, Label: words("Veröffentlichen ab", "publish from"), Example: `2027-02-01`,
			Help: words("Der erste Tag auf der Website; weggelassen: sofort.",
				"The first day on the website; left out: at once.")},
		{Key: "publish_until", Kind: Date, Label: words("Veröffentlichen bis", "publish until"), Example: `2027-12-31`,
			Help: words("Der letzte Tag auf der Website; bei Hinweisen Pflicht, sonst weggelassen: unbegrenzt.",
				"The last day on the website; required for notices, elsewhere left out: without end.")},
		{Key: "source_url", Kind: URL, Label: words("Quelle", "source"), Example: `https://www.example.org/kurse/4711`,
			Help: words("Die Internetadresse, von der die Angaben übernommen sind.",
				"The web address the details were copied from.")},
		{Key: "image", Kind: Group, Of: "Image", Label: words("Bild", "picture"),
			Help: words("Ein Bild für Seite und Listen, mit einer Beschreibung für Menschen, die es nicht sehen.",
				"A picture for the page and for lists, with a description for people who cannot see it.")},
		{Key: "identifiers", Kind: StringMap, Label: words("Nummern", "identifiers"), Example: `{provider_number: "K-4711", kursnet: "123456789"}`,
			Help: words("Nummern, unter denen andere das Angebot führen: `provider_number`, `kursnet`, `bamf`, `azav` oder weitere.",
				"Numbers under which others keep it: `provider_number`, `kursnet`, `bamf`, `azav` or any other.")},
		{Key: "extra", Kind: TextMap, Label: words("Weitere Angaben", "further details"), Example: `{"Mitbringen": "Stift und Heft"}`,
			Help: words("Was in kein anderes Feld passt: links der Name der Angabe, rechts ihr Text.",
				"What fits no other field: on the left the name of the detail, on the right its text.")},
	}
}

func commonGroups() []FieldGroup {
	return []FieldGroup{
		{Name: "Image", Help: words("ein Bild mit seiner Beschreibung.", "a picture and its description."), Fields: []Field{
			{Key: "file", Kind: File, Required: true, Label: words("Bilddatei", "image file"), Example: `kursraum.jpg`,
				Help: words("Eine Datei neben dem Eintrag oder unter `media/`, höchstens 10 MB; Ort und Kameradaten werden entfernt.",
					"A file beside the record or below `media/`, at most 10 MB; place and camera data are removed.")},
			{Key: "alt", Kind: Text, Required: true, Label: words("Bildbeschreibung", "image description"), Example: `"Acht Menschen sitzen um einen Tisch."`,
				Help: words("Was auf dem Bild zu sehen ist, für Menschen, die es nicht sehen.",
					"What the picture shows, for people who cannot see it.")},
		}},
	}
}
