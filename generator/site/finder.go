package site

import (
	"slices"

	"mappe/generator/catalog"
)

// finderPage says whom to ask: by place, since the nearest office answers; then by topic, audience and legal circle for the county as
// a whole.
func finderPage(v *view) *FinderPage {
	title := v.t("nav.contact_finder")
	page := &FinderPage{Page: v.base(v.own(title), v.own(v.t("finder.intro")), v.listPage("contacts")), Intro: v.own(v.t("finder.intro")), Asking: v.asking()}
	for _, entry := range v.ordered(v.placesWithPage()) {
		page.Places = append(page.Places, v.placeContactsLink(entry.(*catalog.Place)))
	}
	if county := v.tree.County(); county != nil {
		page.Topics = v.answersByTopic(county, "topic-")
	}
	for _, section := range []Section{v.finderAudiences(), v.finderCircles()} {
		if len(section.Groups) > 0 {
			page.Sections = append(page.Sections, section)
		}
	}
	return page
}

func (v *view) placesWithPage() []catalog.Entry {
	var places []catalog.Entry
	for _, place := range v.Catalogue.Places {
		if v.hasPage(place) {
			places = append(places, place)
		}
	}
	return places
}

// finderAudiences tells which offices there are for certain people, for each audience that one of them names.
func (v *view) finderAudiences() Section {
	section := Section{ID: "audiences", Heading: v.t("finder.audiences")}
	for _, audience := range v.Catalogue.Vocabulary("audiences").Terms {
		cards := v.countyContacts(func(row *catalog.Responsibility) bool { return slices.Contains(row.Audiences, audience) })
		if len(cards) > 0 {
			section.Groups = append(section.Groups, Group{ID: "audience-" + audience.ID, Heading: Link{Words: v.term(audience)}, Cards: cards})
		}
	}
	return section
}

// finderCircles explains the legal circles and tells who answers for whoever is in one.
func (v *view) finderCircles() Section {
	section := Section{ID: "circles", Heading: v.t("finder.circles"), Intro: v.own(v.t("finder.circles_text"))}
	for _, circle := range v.Catalogue.Vocabulary("circles").Terms {
		group := Group{ID: "circle-" + circle.ID, Heading: Link{Words: v.term(circle)}}
		if explained := v.words(circle.Description); explained.Text != "" {
			group.Lines = []Line{{Words: explained}}
		}
		group.Cards = v.countyContacts(func(row *catalog.Responsibility) bool { return slices.ContainsFunc(row.Circles, circle.Within) })
		if county := v.tree.County(); len(group.Cards) == 0 && county != nil {
			group.Cards = v.answerCards(v.otherwise(county), county, nil)
		}
		if len(group.Lines)+len(group.Cards) > 0 {
			section.Groups = append(section.Groups, group)
		}
	}
	return section
}
