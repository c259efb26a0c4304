package schema

func eventFields() []Field {
	return []Field{
		{Key: "start", Kind: Moment, Required: true, Label: words("Beginn", "start"), Example: `2027-03-01 17:00`,
			Help: words("Tag und, wenn bekannt, Uhrzeit des Beginns.",
				"The day and, if known, the time of day of the start.")},
		{Key: "end", Kind: Moment, Label: words("Ende", "end"), Example: `2027-03-01 20:00`,
			Help: words("Tag und Uhrzeit des Endes; nicht vor dem Beginn.",
				"The day and time of day of the end; not before the start.")},
		{Key: "register_by", Kind: Date, Label: words("Anmelden bis", "register by"), Example: `2027-02-22`,
			Help: words("Der letzte Tag zum Anmelden; weggelassen: keine Frist.",
				"The last day to register; left out: no such day.")},
		{Key: "seats", Kind: Group, Of: "Seats", Label: words("Plätze", "seats"),
			Help: words("Wie viele Plätze es gibt und wie viele frei sind, mit dem Tag der Zählung.",
				"How many seats there are and how many are free, with the day they were counted.")},
	}
}
