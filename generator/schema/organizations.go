package schema

func organizationFields() []Field {
	return []Field{
		{Key: "kind", Kind: Terms, Of: "organization-kinds", Required: true, Label: words("Art", "kind"), Example: `[provider]`,
			Help: words("Was die Organisation ist; mehreres zugleich ist möglich.",
				"What the organization is; it may be several at once.")},
		{Key: "legal_name", Kind: String, Label: words("Rechtlicher Name", "legal name"), Example: `"Volkshochschule Musterstadt gGmbH"`,
			Help: words("Der volle rechtliche Name, wenn er vom Titel abweicht.",
				"The full legal name, where it differs from the title.")},
		{Key: "parent", Kind: Ref, Of: "organizations", Label: words("Gehört zu", "part of"), Example: `landkreis-muster`,
			Help: words("Die Organisation, zu der diese gehört.",
				"The organization this one belongs to.")},
		{Key: "url", Kind: URL, Label: words("Internetadresse", "web address"), Example: `https://www.example.org/`,
			Help: words("Die Website der Organisation.",
				"The organization's website.")},
		{Key: "email", Kind: Email, Label: words("E-Mail", "e-mail"), Example: `info@example.org`,
			Help: words("Die allgemeine E-Mail-Adresse.",
				"The general e-mail address.")},
		{Key: "phone", Kind: Phone, Label: words("Telefon", "phone"), Example: `"030 23125 123"`,
			Help: words("Die Nummer der Zentrale mit Vorwahl.",
				"The number of the switchboard with its area code.")},
		{Key: "venue", Kind: Place, Of: "Address", Label: words("Sitz", "seat"), Example: `vhs-haus`,
			Help: words("Wo die Organisation sitzt: die Kennung aus `venues/` oder eine Adresse.",
				"Where the organization has its seat: an id from `venues/` or an address.")},
		{Key: "logo", Kind: File, Label: words("Logo", "logo"), Example: `logo.svg`,
			Help: words("Das Logo, eine Datei neben dem Eintrag oder unter `media/`.",
				"The logo, a file beside the record or below `media/`.")},
	}
}
