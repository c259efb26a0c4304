package site

import (
	"testing"

	"mappe/generator/address"
	"mappe/generator/catalog"
)

// Links are made once for a folder's pages; each marks its own record, and 404.html, which is shown anywhere, links from the root.
func TestLinksAreMadeOnceForTheirFolder(t *testing.T) {
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
	if a, b := list.contactValues(contact), own.contactValues(contact); &a[0] != &b[0] {
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

// Most folders have pages that tell of few records, or of none but in their rows; at the size of a county, room for each in every folder would
// be more than all that is told.
func TestFoldersTakeNoRoomForRecordsNobodyAsksFor(t *testing.T) {
	s := planned(t, "")
	p, found := s.Find("de/courses/by/place/adorf.html")
	if !found {
		t.Fatal("no narrowed list")
	}
	if v := s.view(p); len(v.frame().Menu) == 0 || v.shares != nil {
		t.Errorf("%d in the menu, and the frame keeps links: %v", len(v.frame().Menu), v.shares != nil)
	}
	course, places := catalog.Entry(s.Catalogue.Courses[0]), map[catalog.Entry]int{}
	links := newPerRecord[Link](places)
	places[course] = 0 // there is room for it, since that is made now
	link := &Link{}
	if links.once(s.view(p), course, func(*view, catalog.Entry) *Link { return link }) != link {
		t.Error("another link")
	}
}
