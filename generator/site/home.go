package site

import (
	"cmp"

	"mappe/generator/address"
	"mappe/generator/catalog"
)

// mostTongues is how many languages a home page shows at once: some six rows on a phone. The menu above has all.
const mostTongues = 16

// homePage leads five kinds of visitors to what they came for, then shows what starts next, the topics, the places and the pathways.
func homePage(v *view) *SectionsPage {
	settings := &v.Catalogue.Settings
	title, tagline := v.words(settings.Title), v.words(settings.Tagline)
	page := &SectionsPage{Page: v.base(title, cmp.Or(tagline, title)), Doors: v.doors(), Visitors: v.visitors()}
	page.Trail = nil
	if len(page.Languages) <= mostTongues {
		page.Tongues = page.Languages
	}
	v.noticeAlerts(&page.Page, func(n *catalog.Notice) bool { return len(n.Places)+len(n.Audiences)+len(n.About) == 0 })
	page.section(v, v.startingSoon())
	page.section(v, Section{ID: "topics", Heading: v.t("section.topics"), Links: v.topicLinks(func(*catalog.Term) bool { return true })})
	page.section(v, v.homePlaces())
	page.section(v, v.homePathways())
	return page
}

// startingSoon shows the courses that start next.
func (v *view) startingSoon() Section {
	const soon = 6
	starting := v.shelved().starting
	section := Section{ID: "starting", Heading: v.t("section.starting"), Cards: cards(v, v.first(starting, soon))}
	if len(starting) > soon {
		section.More = v.wholeList("courses")
	}
	return section
}

// wholeList leads to a type's list, saying that there is more.
func (v *view) wholeList(folder string) Link {
	link := v.listPage(folder)
	link.Text = v.t("section.all", "type", link.Text)
	return link
}

// doors lead to what the site has, type by type, and to whom one can ask.
func (v *view) doors() []Door {
	var doors []Door
	for _, l := range v.lists {
		if l.menu && l.total() > 0 {
			doors = append(doors, Door{Name: l.folder, Link: v.listDoor(l.folder), Text: v.t("door." + l.folder)})
		}
	}
	return append(doors, Door{Name: "contacts", Link: v.finderLink(v.t("nav.contact_finder")), Text: v.t("door.contacts")})
}

// homePlaces leads to the places people live in; to their list where they are too many for a home page.
func (v *view) homePlaces() Section {
	const mostPlaces = 60
	section := Section{ID: "places", Heading: v.t("section.places")}
	var places []catalog.Entry
	for _, place := range v.tree.Municipalities() {
		if v.hasPage(place) {
			places = append(places, place)
		}
	}
	if len(places) > mostPlaces {
		section.Intro = v.own(v.t("home.many_places", "n", len(places)))
	} else {
		v.mapped(&section, v.ordered(places))
	}
	section.More = v.wholeList("places")
	return section
}

// mapped leads to places with their numbers of offers, and draws them.
func (v *view) mapped(section *Section, places []catalog.Entry) {
	section.Links = v.links(places)
	for i, entry := range places {
		section.Links[i].Count = v.usableIn(entry.(*catalog.Place)).count
	}
	section.Map = v.placeMap(places, section.Links)
}

func (v *view) homePathways() Section {
	pathways := v.entries(v.listOfFolder("pathways").records)
	section := Section{ID: "pathways", Heading: v.t("section.pathways"), Cards: cards(v, v.first(pathways, perSection))}
	if len(pathways) > perSection {
		section.More = v.wholeList("pathways")
	}
	return section
}

func (v *view) listOfFolder(folder string) *list {
	for _, l := range v.lists {
		if l.folder == folder {
			return l
		}
	}
	return &list{folder: folder}
}

// visitors are the five kinds of people, each with links to what the site really has for them. Messages: home.newcomers, home.employers,
// home.schools, home.volunteers, home.advisers, and each with _text.
func (v *view) visitors() []Visitor {
	var list []Visitor
	for _, kind := range []struct {
		id    string
		links []Link
	}{
		{"newcomers", v.forNewcomers()}, {"employers", v.forEmployers()}, {"schools", v.forSchools()},
		{"volunteers", v.forVolunteers()}, {"advisers", v.forAdvisers()},
	} {
		if links := distinct(kind.links); len(links) > 0 {
			list = append(list, Visitor{ID: kind.id, Title: v.t("home." + kind.id), Text: v.t("home." + kind.id + "_text"), Links: links})
		}
	}
	return list
}

// distinct drops links that lead nowhere or to the same page as one before, and keeps as many as one takes in at a glance.
func distinct(links []Link) []Link {
	const glance = 5
	var kept []Link
	seen := map[string]bool{"": true}
	for _, link := range links {
		if href := string(link.Href); !seen[href] && len(kept) < glance {
			seen[href] = true
			kept = append(kept, link)
		}
	}
	return kept
}

func (v *view) forNewcomers() []Link {
	links := v.pathwaysFor("newcomers")
	links = append(links, v.topicDoors("language", "work", "housing")...)
	if len(v.shelved().open) > 0 {
		links = append(links, v.ownLink(v.t("open.title"), address.Open(v.code)))
	}
	return append(links, v.finderLink(v.t("nav.contact_finder")))
}

func (v *view) forEmployers() []Link {
	links := v.pathwaysFor("employers")
	links = append(links, v.topicDoors("hiring")...)
	links = append(links, v.narrowed("support", "kind", "employer-service"), v.narrowed("courses", "audience", "employers"),
		v.listDoor("internships"))
	links = append(links, v.topicDoors("recognition")...)
	return append(links, v.finderLink(v.t("nav.contact_finder")))
}

func (v *view) forSchools() []Link {
	links := append(v.topicDoors("school"), v.PrintLink(v.t("print.all"), "all"), v.PrintLink(v.t("print.title"), "index"))
	links = append(links, v.narrowed("courses", "audience", "pupils"), v.narrowed("support", "audience", "pupils"), v.narrowed("internships", "kind", "pupil"),
		v.narrowed("courses", "audience", "schools"), v.listDoor("courses"))
	return append(links, v.finderLink(v.t("nav.contact_finder")))
}

func (v *view) forVolunteers() []Link {
	links := v.topicDoors("volunteering")
	links = append(links, v.narrowed("support", "kind", "mentoring"), v.narrowed("support", "kind", "language-cafe"),
		v.narrowed("courses", "audience", "volunteers"), v.narrowed("support", "audience", "volunteers"), v.listDoor("support"))
	return append(links, v.finderLink(v.t("nav.contact_finder")))
}

func (v *view) forAdvisers() []Link {
	links := []Link{v.finderLink(v.t("nav.contact_finder")), v.listDoor("courses")}
	if len(v.shelved().open) > 0 {
		links = append(links, v.ownLink(v.t("open.title"), address.Open(v.code)))
	}
	return append(links, v.narrowed("courses", "audience", "advisers"), v.narrowed("events", "audience", "advisers"),
		v.listDoor("organizations"), v.listDoor("glossary"))
}

// pathwaysFor leads to the pathways meant for an audience; those for everyone are for newcomers too.
func (v *view) pathwaysFor(audience string) []Link {
	term := v.Catalogue.Vocabulary("audiences").Find(audience)
	var links []Link
	for _, entry := range v.ordered(v.entries(v.listOfFolder("pathways").records)) {
		pathway := entry.(*catalog.Pathway)
		if shareTerm(pathway.Audiences, []*catalog.Term{term}) || len(pathway.Audiences) == 0 && audience == "newcomers" {
			links = append(links, v.link(pathway))
		}
	}
	return links
}

// topicDoors leads to the topics of these ids that have offers.
func (v *view) topicDoors(ids ...string) []Link {
	var links []Link
	for _, id := range ids {
		links = append(links, v.topicLinks(func(t *catalog.Term) bool { return t.ID == id })...)
	}
	return links
}

// listDoor leads to a type's list unless it is empty.
func (v *view) listDoor(folder string) Link {
	l := v.listOfFolder(folder)
	if l.total() == 0 {
		return Link{}
	}
	link := v.listPage(folder)
	link.Count = l.total()
	return link
}

// narrowed leads to a list narrowed to one term, if there is such a page.
func (v *view) narrowed(folder, facetID, termID string) Link {
	for _, f := range v.listOfFolder(folder).facets {
		for i := range f.terms {
			if term := &f.terms[i]; f.id == facetID && term.id == termID {
				link := v.ownLink(v.narrowedName(folder, term.name(v)), address.Narrowed(v.code, folder, facetID, termID, 1))
				link.Count = len(term.records)
				return link
			}
		}
	}
	return Link{}
}
