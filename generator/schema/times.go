package schema

// timeGroups are the maps that say when something is: slots, dates on top of them, and office hours.
func timeGroups() []FieldGroup {
	return []FieldGroup{
		{Name: "Slot", Help: words("eine Zeit, die sich an Wochentagen wiederholt.", "a time that comes again on days of the week."), Fields: []Field{
			{Key: "days", Kind: Days, Label: words("Tage", "days"), Example: `[mo, we]`,
				Help: words("Die Wochentage: `mo di mi do fr sa so`, oder englisch `mo tu we th fr sa su`.",
					"The days of the week: `mo tu we th fr sa su`, or in German `mo di mi do fr sa so`.")},
			{Key: "from", Kind: Clock, Label: words("Von", "from"), Example: `"18:00"`,
				Help: words("Die Uhrzeit, zu der es anfängt.",
					"The time of day at which it starts.")},
			{Key: "to", Kind: Clock, Label: words("Bis", "to"), Example: `"21:15"`,
				Help: words("Die Uhrzeit, zu der es endet; liegt sie vor dem Anfang, endet es am nächsten Tag.",
					"The time of day at which it ends; before the start it means the next day.")},
			{Key: "every", Kind: Whole, Default: "1", Label: words("Alle … Wochen", "every … weeks"), Example: `2`,
				Help: words("1 ist jede Woche, 2 jede zweite, gezählt ab der Woche von `first`.",
					"1 is every week, 2 every other week, counted from the week of `first`.")},
			{Key: "first", Kind: Date, Label: words("Zum ersten Mal", "first time"), Example: `2027-02-15`,
				Help: words("Ein Tag der Woche, ab der `every` zählt; weggelassen der Beginn, ohne einen solchen nötig.",
					"A day of the week from which `every` counts; left out it is the start, and needed where there is none.")},
			{Key: "nth", Kind: Nth, Label: words("Der wievielte im Monat", "which of the month"), Example: `[1, last]`,
				Help: words("Nur der erste bis fünfte (1 bis 5) oder letzte (`last`) solche Wochentag im Monat.",
					"Only the first to fifth (1 to 5) or the `last` such day of the week in a month.")},
			{Key: "units", Kind: Number, Label: words("Unterrichtseinheiten", "units"), Example: `4`,
				Help: words("Wie viele Unterrichtseinheiten zu 45 Minuten ein solcher Tag hat, wenn Pausen in der Zeit liegen.",
					"How many units of 45 minutes such a day holds, where the time includes breaks.")},
			{Key: "mode", Kind: Enum, Enum: []string{"on_site", "online", "hybrid"}, Label: words("Form", "mode"), Example: `online`,
				Help: words("Vor Ort, online oder beides zugleich; weggelassen wie im Durchgang, dann wie im Kurs.",
					"On site, online or both at once (`hybrid`); left out as in the session, then as in the course.")},
		}},
		{Name: "ExtraDate", Help: words("ein zusätzlicher Tag außer der Reihe.", "a day on top of the regular times."), Fields: []Field{
			{Key: "date", Kind: Date, Required: true, Label: words("Tag", "date"), Example: `2027-03-06`,
				Help: words("Der zusätzliche Tag; er gilt auch an Feiertagen und an ausgenommenen Tagen.",
					"The additional day; it holds on holidays and on days excepted, too.")},
			{Key: "from", Kind: Clock, Label: words("Von", "from"), Example: `"10:00"`,
				Help: words("Die Uhrzeit, zu der es an diesem Tag anfängt.",
					"The time of day at which it starts on that day.")},
			{Key: "to", Kind: Clock, Label: words("Bis", "to"), Example: `"16:00"`,
				Help: words("Die Uhrzeit, zu der es an diesem Tag endet.",
					"The time of day at which it ends on that day.")},
		}},
		{Name: "Hours", Help: words("eine Sprechzeit.", "an entry of office hours."), Fields: []Field{
			itemID("rathaus"),
			{Key: "venue", Kind: Place, Of: "Address", Label: words("Ort", "venue"), Example: `rathaus`,
				Help: words("Wo diese Sprechzeit ist, wenn nicht am gewöhnlichen Ort: die Kennung aus `venues/` oder eine Adresse.",
					"Where these hours are held, if not at the usual place: an id from `venues/` or an address.")},
			{Key: "room", Kind: String, Label: words("Raum", "room"), Example: `"104"`,
				Help: words("Der Raum, wie er an der Tür steht.",
					"The room, as it stands on the door.")},
			{Key: "times", Kind: Groups, Of: "Slot", Label: words("Zeiten", "times"),
				Help: words("Die Wochentage und Uhrzeiten.",
					"The days of the week and times of day.")},
			closedOn(),
			{Key: "by_appointment", Kind: Bool, Label: words("Nach Vereinbarung", "by appointment"), Example: `true`,
				Help: words("`ja`, wenn man einen Termin braucht.",
					"`yes` if one needs an appointment.")},
			{Key: "note", Kind: Text, Label: words("Anmerkung", "note"), Example: `"Bitte am Eingang klingeln."`,
				Help: words("Was man zu dieser Sprechzeit wissen muss.",
					"What one must know about these hours.")},
		}},
	}
}

// closedOn is the field for the holidays on which the times do not hold.
func closedOn() Field {
	return Field{Key: "closed_on", Kind: ClosedOn, Enum: []string{"public", "school"}, Default: "[public]",
		Label: words("Fällt aus an", "closed on"), Example: `[school]`,
		Help: words("`[public]`: an Feiertagen, `[school]`: in den Schulferien und an Feiertagen, `[]`: nie; die Tage stehen in timetables/holidays.yaml.",
			"`[public]`: on public holidays, `[school]`: in school holidays and on public ones, `[]`: never; the days are in timetables/holidays.yaml.")}
}

// closed is the field for the days without office hours.
func closed() Field {
	return Field{Key: "closed", Kind: Dates, Label: words("Geschlossen", "closed"), Example: `[2027-12-23..2027-12-31]`,
		Help: words("Tage oder Zeiträume, an denen alle Sprechzeiten ausfallen, beide Enden eingeschlossen.",
			"Days or ranges of days on which there are no office hours at all, both ends included.")}
}
