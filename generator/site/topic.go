package site

import (
	"cmp"
	"slices"

	"mappe/generator/catalog"
)

// topicPage tells everything for a topic and those below it: whom to ask, then the offers by type.
func topicPage(v *view, t *catalog.Term) *SectionsPage {
	title, intro := v.term(t), v.words(t.Description)
	page := &SectionsPage{Page: v.base(title, cmp.Or(intro, v.own(v.t("topic.about", "topic", v.isolate(title.Text)))), v.topicTrail(t)...), Intro: intro}
	page.section(v, v.topicContacts(t))
	if t.ID == "language" {
		page.section(v, Section{ID: "levels", Heading: v.t("section.levels"), Chain: v.levelChain()})
	}
	offers := v.shelved().byTopic[t]
	v.byType(page, byFolder(offers), "topic", t.ID)
	if len(offers) == 0 {
		page.section(v, Section{ID: "offers", Heading: v.t("section.offers"), Intro: v.own(v.t("topic.no_offers"))})
	}
	page.section(v, Section{ID: "topics", Heading: v.t("section.topics_below"), Links: v.topicLinks(func(other *catalog.Term) bool { return other.Parent == t })})
	page.printed(v, "topic-"+t.ID)
	page.jumps(v)
	return page
}

func (v *view) topicTrail(t *catalog.Term) []Link {
	var trail []Link
	for above := t.Parent; above != nil; above = above.Parent {
		trail = append(trail, v.topicLink(above))
	}
	slices.Reverse(trail)
	return trail
}

// topicContacts tells who answers for a topic in the county as a whole, and leads on to the reader's own place.
func (v *view) topicContacts(t *catalog.Term) Section {
	county := v.tree.County()
	return Section{
		ID: "contacts", Heading: v.t("section.contacts"), Cards: v.answerCards(v.whoAnswers(county, t), county, t),
		More: v.finderLink(v.t("contacts.near_you")),
	}
}

// topicLink leads to everything for a topic.
func (v *view) topicLink(t *catalog.Term) Link { return v.linked(v.told().topics[t]) }

// topicLinks leads to the topics that have offers, with how many they are.
func (v *view) topicLinks(wanted func(*catalog.Term) bool) []Link {
	var links []Link
	for _, topic := range v.Catalogue.Vocabulary("topics").Terms {
		if count := len(v.shelved().byTopic[topic]); count > 0 && wanted(topic) {
			link := v.topicLink(topic)
			link.Count = count
			links = append(links, link)
		}
	}
	return links
}

func (v *view) isPage(path string) bool {
	_, found := v.find(path)
	return found
}
