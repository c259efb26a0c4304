package site

import (
	"testing"

	"mappe/generator/address"
	"mappe/generator/catalog"
)

// Links are told once for a language; each page marks its own record and links its own way, and 404.html, which is shown anywhere, from the root.
func TestLinksAreToldOnceForTheirLanguage(t *testing.T) {
	s := planned(t, "")
	course, contact := s.Catalogue.Courses[0], s.Catalogue.Contacts[0]
	at := func(path string) *view {
		p, found := s.Find(path)
		if !found {
			t.Fatalf("no page %s", path)
		}
		return s.view(p)
	}
	list, own, chooser, missing := at("de/courses/index.html"), at("de/courses/"+course.ID+".html"), at(address.Chooser), at(address.NotFound)
	if list.link(course).Current || !own.link(course).Current {
		t.Error("the link to the page itself is marked wrongly")
	}
	same(t, "whom to ask, from the course's folder", string(list.contactValues(contact)[0].Href), "../contacts/"+contact.ID+".html")
	same(t, "whom to ask, from 404.html", string(missing.contactValues(contact)[0].Href), missing.root+"de/contacts/"+contact.ID+".html")
	known := func(v *view) *[]Value { return v.told().contacts.once(v, contact, nil) } // it would fail if there were anything to make
	if known(list) != known(missing) {
		t.Error("whom to ask is made for each page")
	}
	same(t, "from the course's folder", string(own.link(contact).Href), "../contacts/"+contact.ID+".html")
	same(t, "from the choice of languages", string(chooser.link(contact).Href), "de/contacts/"+contact.ID+".html")
	same(t, "from 404.html", string(missing.link(contact).Href), missing.root+"de/contacts/"+contact.ID+".html")
}

// The links of a facet are shared by the lists narrowed by it, each of which marks its own term.
func TestNarrowedListsMarkTheirOwnTerm(t *testing.T) {
	s := planned(t, "")
	lists := map[string]*ListPage{}
	for _, own := range []string{"sg-nord.html", "adorf.html"} {
		lists[own] = modelOf[*ListPage](t, s, "de/courses/by/place/"+own)
	}
	for own, p := range lists {
		for _, link := range p.Facets[0].Links {
			if link.Current != (string(link.Href) == own) {
				t.Errorf("%s: %s is marked %v", own, link.Href, link.Current)
			}
		}
	}
}

// A page that tells of no record keeps nothing, and what is told of records takes no room before one is asked for.
func TestNothingIsKeptOfRecordsNobodyAsksFor(t *testing.T) {
	s := planned(t, "")
	p, found := s.Find("de/courses/by/place/adorf.html")
	if !found {
		t.Fatal("no narrowed list")
	}
	if v := s.view(p); len(v.frame().Menu) == 0 || v.records != nil {
		t.Errorf("%d in the menu, and the frame keeps links: %v", len(v.frame().Menu), v.records != nil)
	}
	course := catalog.Entry(s.Catalogue.Courses[0])
	links := newPerRecord[Link](s.places[0]())
	if links.told != nil {
		t.Error("there is room before a record is asked for")
	}
	link := &Link{}
	if links.once(s.view(p), course, func(*view, catalog.Entry) *Link { return link }) != link {
		t.Error("another link")
	}
}
