package site

import "mappe/generator/catalog"

// openPage tells what is open to everybody whatever their papers, across the types. What does not say who may come is not hidden: it
// stands apart, to be asked for.
func openPage(v *view) *SectionsPage {
	page := &SectionsPage{Page: v.base(v.own(v.t("open.title")), v.own(v.t("open.intro"))), Intro: v.own(v.t("open.intro"))}
	shelves := v.shelved()
	for _, folder := range offerFolders() {
		page.section(v, v.shelf(folder, shelves.open[folder], "admission", "open"))
	}
	if len(page.Sections) == 0 {
		page.section(v, Section{ID: "none", Heading: v.t("section.open"), Intro: v.own(v.t("open.none"))})
	}
	page.section(v, v.openUnknown(shelves.unknown))
	page.jumps(v)
	return page
}

// openUnknown leads to the offers of which nobody has written down who may come.
func (v *view) openUnknown(unknown map[string][]catalog.Entry) Section {
	section := Section{ID: "unknown", Heading: v.t("section.open_unknown"), More: v.finderLink(v.t("open.ask"))}
	total := 0
	for _, folder := range offerFolders() {
		entries := unknown[folder]
		if len(entries) == 0 {
			continue
		}
		heading := v.listPage(folder)
		heading.Count = len(entries)
		section.Groups = append(section.Groups, Group{ID: "unknown-" + folder, Heading: heading, Links: v.links(v.first(entries, perPage))})
		total += len(entries)
	}
	if total > 0 {
		section.Intro = v.own(v.t("open.unknown", "n", total))
	}
	return section
}
