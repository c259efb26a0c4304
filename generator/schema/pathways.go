package schema

func pathwayFields() []Field {
	return []Field{
		{Key: "audiences", Kind: Terms, Of: "audiences", Label: words("Zielgruppen", "audiences"), Example: `[newcomers]`,
			Help: words("Für wen der Weg gedacht ist; weggelassen: für alle.",
				"For whom the pathway is meant; left out: for everyone.")},
		{Key: "steps", Kind: Groups, Of: "Step", Label: words("Schritte", "steps"),
			Help: words("Die Schritte in ihrer Reihenfolge.",
				"The steps in their order.")},
	}
}

func pathwayGroups() []FieldGroup {
	return []FieldGroup{
		{Name: "Step", Help: words("ein Schritt eines Weges, mit den Angeboten, die dabei helfen.", "a step of a pathway, with the offers that serve it."), Fields: []Field{
			{Key: "id", Kind: String, Required: true, Label: words("Kennung", "id"), Example: `ankommen`,
				Help: words("Ein kurzer fester Name des Schritts, an dem Übersetzungen und Links ihn erkennen.",
					"A short fixed name of the step, by which translations and links know it.")},
			{Key: "title", Kind: Text, Required: true, Label: words("Titel", "title"), Example: `"Ankommen und anmelden"`,
				Help: words("Die Überschrift des Schritts.",
					"The heading of the step.")},
			{Key: "text", Kind: Text, Label: words("Text", "text"), Example: `"In den ersten zwei Wochen melden Sie sich im Rathaus an."`,
				Help: words("Was in diesem Schritt geschieht und warum.",
					"What happens in this step and why.")},
			{Key: "part", Kind: Enum, Enum: []string{"language", "work", "social", "personal"}, Label: words("Teil der Mappe", "part of the folder"), Example: `language`,
				Help: words("In welchen Teil der gedruckten Mappe der Schritt gehört: Sprache, Arbeit, Soziales oder Persönliches.",
					"Which part of the printed folder the step belongs to: language, work, social life or personal.")},
			{Key: "todo", Kind: Groups, Of: "Todo", Label: words("Zu erledigen", "to do"),
				Help: words("Was man in diesem Schritt erledigt, zum Abhaken.",
					"What is to be done in this step, to tick off.")},
			{Key: "ask", Kind: Terms, Of: "topics", Label: words("Fragen zu", "ask about"), Example: `[residence]`,
				Help: words("Die Themen, für die der Schritt die zuständigen Stellen zeigt.",
					"The topics for which the step shows the offices responsible.")},
			{Key: "documents", Kind: Texts, Label: words("Unterlagen", "documents"), Example: `["Ausweis", "Meldebestätigung"]`,
				Help: words("Welche Unterlagen man dafür braucht, je Unterlage ein Eintrag.",
					"The documents one needs for it, one item a document.")},
			{Key: "topics", Kind: Terms, Of: "topics", Label: words("Angebote zu Themen", "offers on topics"), Example: `[language]`,
				Help: words("Zeigt Angebote zu einem dieser Themen; sie müssen auch zu den anderen Angaben hier passen.",
					"Shows offers on one of these topics; they must fit the other filters here, too.")},
			{Key: "audiences", Kind: Terms, Of: "audiences", Label: words("Angebote für Zielgruppen", "offers for audiences"), Example: `[newcomers]`,
				Help: words("Zeigt Angebote für eine dieser Zielgruppen; sie müssen auch zu den anderen Angaben hier passen.",
					"Shows offers for one of these audiences; they must fit the other filters here, too.")},
			{Key: "levels", Kind: Terms, Of: "levels", Label: words("Angebote mit Niveau", "offers of levels"), Example: `[a1]`,
				Help: words("Zeigt Angebote mit einem dieser Niveaus; sie müssen auch zu den anderen Angaben hier passen.",
					"Shows offers of one of these levels; they must fit the other filters here, too.")},
			{Key: "kinds", Kind: TypedTerms, Label: words("Angebote der Art", "offers of kinds"), Example: `[internships/orientation]`,
				Help: words("Zeigt Angebote einer dieser Arten, mit dem Ordner davor; sie müssen auch zu den anderen Angaben hier passen.",
					"Shows offers of one of these kinds, each with its folder in front; they must fit the other filters here, too.")},
			{Key: "offers", Kind: RecordRefs, Label: words("Angebote", "offers"), Example: `[courses/deutsch-a1]`,
				Help: words("Einzelne Angebote, die der Schritt auf jeden Fall zeigt; ohne Angebote und Filter zeigt er keine.",
					"Single offers the step shows in any case; without offers and filters it shows none.")},
		}},
		{Name: "Todo", Help: words("etwas zum Erledigen und Abhaken.", "a thing to do and tick off."), Fields: []Field{
			itemID("anmelden"),
			{Key: "text", Kind: Text, Required: true, Label: words("Text", "text"), Example: `"Im Rathaus anmelden"`,
				Help: words("Was zu tun ist, in einem kurzen Satz.",
					"What is to be done, in a short sentence.")},
		}},
	}
}
