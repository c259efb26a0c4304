package schema

func placeFields() []Field {
	return []Field{
		{Key: "kind", Kind: Enum, Enum: []string{"county", "joint_municipality", "municipality", "district", "neighbour"}, Required: true,
			Label: words("Art", "kind"), Example: `municipality`,
			Help: words("Landkreis, Samtgemeinde (`joint_municipality`), Gemeinde, Ortsteil (`district`) oder Nachbar außerhalb des Landkreises.",
				"County, joint municipality, municipality, district of one, or neighbour outside the county.")},
		{Key: "parent", Kind: Ref, Of: "places", Label: words("Gehört zu", "part of"), Example: `sg-muster`,
			Help: words("Der nächstgrößere Ort, zu dem er gehört; ein Ort umfasst alles unter ihm.",
				"The next larger place it belongs to; a place includes everything below it.")},
		{Key: "ags", Kind: String, Label: words("Gemeindeschlüssel", "official key"), Example: `"03459004"`,
			Help: words("Der amtliche Gemeindeschlüssel mit 5, 8 oder 9 Ziffern, in Anführungszeichen, damit die Null am Anfang bleibt.",
				"The official municipality key of 5, 8 or 9 digits, in quotes so that a leading zero stays.")},
		{Key: "lat", Kind: Number, Required: true, Label: words("Breite", "latitude"), Example: `52.41`,
			Help: words("Die geografische Breite der Ortsmitte in Grad, mit Punkt.",
				"The latitude of the place's middle in degrees, with a point.")},
		{Key: "lon", Kind: Number, Required: true, Label: words("Länge", "longitude"), Example: `7.98`,
			Help: words("Die geografische Länge der Ortsmitte in Grad, mit Punkt.",
				"The longitude of the place's middle in degrees, with a point.")},
		{Key: "population", Kind: Whole, Label: words("Einwohner", "population"), Example: `31000`,
			Help: words("Wie viele Menschen dort leben, ohne Punkt in der Zahl.",
				"How many people live there, without a separator in the number.")},
		{Key: "postal_codes", Kind: Strings, Label: words("Postleitzahlen", "postal codes"), Example: `["01234"]`,
			Help: words("Die Postleitzahlen, jede in Anführungszeichen; danach kann man den Ort suchen.",
				"The postal codes, each in quotes; one can find the place by them.")},
		{Key: "also", Kind: Texts, Label: words("Auch", "also known as"), Example: `["Altmuster", "Musterhausen"]`,
			Help: words("Dörfer und alte Namen, unter denen man den Ort sucht.",
				"Villages and old names by which people look for the place.")},
		{Key: "stops", Kind: Strings, Label: words("Haltestellen", "stops"), Example: `["Musterstadt, Bahnhof"]`,
			Help: words("Die Haltestellen, von denen man hier losfährt, mit Namen oder Nummer aus dem Fahrplan.",
				"The stops from which one sets out here, by the timetable's name or number of them.")},
	}
}

func venueFields() []Field {
	return addressFields()
}

func addressGroup() FieldGroup {
	return FieldGroup{
		Name: "Address",
		Help: words("eine Adresse, die nur hier gebraucht wird; öfter gebrauchte stehen in `venues/`.", "an address used only here; those used more often are in `venues/`."),
		Fields: append([]Field{
			{Key: "name", Kind: Text, Label: words("Name", "name"), Example: `"Haus der Volkshochschule"`,
				Help: words("Wie man das Haus nennt.",
					"What people call the house.")},
		}, addressFields()...),
	}
}

// addressFields are the parts of an address but its name, which a venue has as its title.
func addressFields() []Field {
	return []Field{
		{Key: "street", Kind: String, Label: words("Straße", "street"), Example: `"Musterstraße 1"`,
			Help: words("Straße und Hausnummer.",
				"Street and number of the house.")},
		{Key: "postal_code", Kind: String, Label: words("Postleitzahl", "postal code"), Example: `"01234"`,
			Help: words("Die Postleitzahl, in Anführungszeichen.",
				"The postal code, in quotes.")},
		{Key: "city", Kind: String, Label: words("Stadt", "city"), Example: `Musterstadt`,
			Help: words("Der Ortsname, wie er auf Briefen steht.",
				"The name of the town, as on letters.")},
		{Key: "place", Kind: Ref, Of: "places", Label: words("Ort", "place"), Example: `musterstadt`,
			Help: words("Der Ort aus `places/`, in dem das Haus steht; danach wird das Angebot in Listen und auf Ortsseiten geführt.",
				"The place from `places/` in which the house stands; lists and place pages go by it.")},
		{Key: "lat", Kind: Number, Label: words("Breite", "latitude"), Example: `52.41`,
			Help: words("Die geografische Breite in Grad, mit Punkt; höchstens 100 km vom Landkreis entfernt.",
				"The latitude in degrees, with a point; within 100 km of the county.")},
		{Key: "lon", Kind: Number, Label: words("Länge", "longitude"), Example: `7.98`,
			Help: words("Die geografische Länge in Grad, mit Punkt; höchstens 100 km vom Landkreis entfernt.",
				"The longitude in degrees, with a point; within 100 km of the county.")},
		{Key: "stop", Kind: String, Label: words("Haltestelle", "stop"), Example: `"Musterstadt, Markt"`,
			Help: words("Die nächste Haltestelle, mit ihrem Namen oder ihrer Nummer aus dem Fahrplan.",
				"The nearest stop, by the timetable's name or number of it.")},
		{Key: "wheelchair", Kind: YesNoUnknown, Label: words("Mit Rollstuhl", "wheelchair"), Example: `yes`,
			Help: words("Ob man mit dem Rollstuhl hineinkommt: `ja`, `nein` oder `unknown`; weggelassen ist es unbekannt.",
				"Whether one gets in with a wheelchair: `yes`, `no` or `unknown`; left out it is unknown.")},
		{Key: "directions", Kind: Text, Label: words("Wegbeschreibung", "directions"), Example: `"Eingang im Hof, zweiter Stock"`,
			Help: words("Wie man den Eingang findet.",
				"How to find the entrance.")},
	}
}
