package site

import (
	"cmp"
	"slices"

	"mappe/generator/address"
	"mappe/generator/catalog"
)

// placePage tells everything one can use in a place: what takes place there or below, by type; who answers for what; then, apart, what
// takes place above it as a whole or online and is open to the people who live there; and the places above and below it.
func placePage(v *view, p *catalog.Place) *SectionsPage {
	page := &SectionsPage{Page: v.placeBase(p), Intro: v.words(p.Summary), Body: v.body(p)}
	usable := v.usableIn(p)
	v.byType(page, usable.here, "place", p.ID)
	page.section(v, v.reachFrom(p))
	page.section(v, v.placeContacts(p))
	page.section(v, v.around(usable.around))
	page.section(v, v.placesBelow(p))
	page.section(v, v.placeFacts(p))
	page.printed(v, "place-"+p.ID)
	page.jumps(v)
	return page
}

func (v *view) placeBase(p *catalog.Place) Page {
	title := v.words(p.Title)
	base := v.baseIn(func(lang catalog.Lang) bool { return v.hasText(p, lang) }, title, cmp.Or(v.words(p.Summary), v.own(v.t("place.about", "place", v.isolate(title.Text)))), v.placeTrail(p)...)
	v.fallbackAlert(&base, &p.Record)
	v.lifeAlerts(&base, &p.Record)
	v.noticeAlerts(&base, func(n *catalog.Notice) bool { return v.isForPlace(n, p) })
	v.reportAndEdit(&base, &p.Record)
	return base
}

// isForPlace reports whether a notice is for the people of a place, or about it.
func (v *view) isForPlace(n *catalog.Notice, p *catalog.Place) bool {
	return isAbout(n, p) || slices.ContainsFunc(n.Places, func(ref catalog.Ref[catalog.Place]) bool { return v.tree.Includes(ref.To, p) })
}

// placeTrail leads to a place by way of those it lies in.
func (v *view) placeTrail(p *catalog.Place) []Link {
	trail := append(v.room.links.about(4), v.listPage("places"))
	if chain := v.tree.Chain(p); len(chain) > 0 {
		for _, above := range slices.Backward(chain[1:]) {
			trail = append(trail, v.link(above))
		}
	}
	return trail
}

// placeContacts tells who answers for what in the place. The section is always there, since the contact finder leads to it.
func (v *view) placeContacts(p *catalog.Place) Section {
	section := Section{ID: "contacts", Heading: v.t("section.contacts"), Groups: v.answersByTopic(p, "contacts-")}
	if len(section.Groups) == 0 {
		section.Intro = v.own(v.t("place.no_contacts"))
		section.More = v.finderLink(v.t("nav.contact_finder"))
	}
	return section
}

// around groups what is not in the place but open to its people, a few of each type: it is the same in many places.
func (v *view) around(sorted map[string][]catalog.Entry) Section {
	const some = 6
	section := Section{ID: "around", Heading: v.t("section.around")}
	for _, folder := range offerFolders() {
		if len(sorted[folder]) == 0 {
			continue
		}
		heading := v.listPage(folder)
		heading.Count = len(sorted[folder])
		section.Groups = append(section.Groups, Group{ID: "around-" + folder, Heading: heading, Cards: cards(v, v.first(sorted[folder], some))})
	}
	if len(section.Groups) > 0 {
		section.Intro = v.own(v.t("place.around"))
	}
	return section
}

// placesBelow leads to the places right below.
func (v *view) placesBelow(p *catalog.Place) Section {
	var below []catalog.Entry
	for _, place := range v.tree.Below(p) {
		if chain := v.tree.Chain(place); len(chain) > 1 && chain[1] == p && v.hasPage(place) {
			below = append(below, place)
		}
	}
	return Section{ID: "places", Heading: v.t("section.places_below"), Links: v.links(v.ordered(below))}
}

// links leads to the pages of records.
func (v *view) links(entries []catalog.Entry) []Link {
	links := v.room.links.take(len(entries))
	for _, entry := range entries {
		links = append(links, v.link(entry))
	}
	return links
}

// placeFacts are by what people know a place.
func (v *view) placeFacts(p *catalog.Place) Section {
	r := rows{v: v}
	r.addAll("also", v.values("text", v.listOf(p.Also)))
	if len(p.PostalCodes) > 0 {
		r.add("postal_codes", v.note(v.loc.List(p.PostalCodes)))
	}
	if p.Population != nil {
		r.add("population", v.note(v.loc.Number(*p.Population)))
	}
	stops := v.room.values.take(len(p.Stops))
	for _, stop := range p.Stops {
		stops = append(stops, v.said(v.foreign(stop)))
	}
	r.addAll("stops", stops)
	return Section{ID: "about", Heading: v.t("section.about_place"), Facts: r.facts}
}

// placeContactsLink leads to a place's contacts.
func (v *view) placeContactsLink(p *catalog.Place) Link {
	link := v.link(p)
	link.Href = v.to(address.Place(v.code, p.ID)) + "#contacts"
	return link
}
