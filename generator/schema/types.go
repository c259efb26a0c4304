package schema

// recordTypes lists the folders of the content, in the order that pages and documents show them.
func recordTypes() []RecordType {
	return []RecordType{
		{Folder: "courses", Name: "Course", Offer: true, Fields: courseFields(), Label: words("Kurs", "course")},
		{Folder: "internships", Name: "Internship", Offer: true, Fields: internshipFields(), Label: words("Praktikum", "internship")},
		{Folder: "support", Name: "Support", Offer: true, Fields: supportFields(), Label: words("Unterstützung", "support offer")},
		{Folder: "events", Name: "Event", Offer: true, Fields: eventFields(), Label: words("Veranstaltung", "event")},
		{Folder: "transport", Name: "Transport", Offer: true, Fields: transportFields(), Label: words("Verkehrsangebot", "transport option")},
		{Folder: "contacts", Name: "Contact", Fields: contactFields(), Label: words("Ansprechstelle", "contact")},
		{Folder: "organizations", Name: "Organization", Fields: organizationFields(), Label: words("Organisation", "organization")},
		{Folder: "places", Name: "Place", Fields: placeFields(), Label: words("Ort", "place")},
		{Folder: "venues", Name: "Venue", Fields: venueFields(), Label: words("Veranstaltungsort", "venue")},
		{Folder: "pathways", Name: "Pathway", Fields: pathwayFields(), Label: words("Weg", "pathway")},
		{Folder: "pages", Name: "Page", Fields: pageFields(), Label: words("Seite", "page")},
		{Folder: "glossary", Name: "Glossary", Fields: glossaryFields(), Label: words("Begriff", "glossary term")},
		{Folder: "notices", Name: "Notice", Requires: []string{"publish_until"}, Fields: noticeFields(), Label: words("Hinweis", "notice")},
	}
}
