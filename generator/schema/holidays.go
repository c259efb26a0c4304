package schema

// holidayFields are the keys of timetables/holidays.yaml.
func holidayFields() []Field {
	return []Field{
		{Key: "public", Kind: Dates, Label: words("Feiertage", "public holidays"), Example: `[2027-01-01, 2027-03-26]`,
			Help: words("Die gesetzlichen Feiertage, jeder mit Jahr; fehlt ein Jahr, in dem Termine liegen, gibt es eine Warnung.",
				"The public holidays, each with its year; a year with dates that is missing here gives a warning.")},
		{Key: "school", Kind: Groups, Of: "SchoolHolidays", Label: words("Schulferien", "school holidays"),
			Help: words("Die Schulferien.",
				"The school holidays.")},
	}
}

func holidayGroups() []FieldGroup {
	return []FieldGroup{
		{Name: "SchoolHolidays", Help: words("ein Zeitraum mit Schulferien.", "a range of days without school."), Fields: []Field{
			{Key: "name", Kind: LanguageText, Label: words("Name", "name"), Example: `{de: "Osterferien", en: "Easter holidays"}`,
				Help: words("Wie die Ferien heißen, in jeder Sprache.",
					"What the holidays are called, in every language.")},
			{Key: "from", Kind: Date, Required: true, Label: words("Von", "from"), Example: `2027-03-22`,
				Help: words("Der erste Ferientag.",
					"The first day of the holidays.")},
			{Key: "to", Kind: Date, Required: true, Label: words("Bis", "to"), Example: `2027-04-03`,
				Help: words("Der letzte Ferientag.",
					"The last day of the holidays.")},
		}},
	}
}
