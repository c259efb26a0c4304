package site

import (
	"html/template"
	"slices"
	"sync"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// shelves hold the listed offers by what pages ask for, so that no page looks through all of them. They are made when the first page
// asks, since a page that is shown alone may need none of them.
type shelves struct {
	// byTopic counts what belongs to a topic below as the topic's own.
	byTopic        map[*catalog.Term][]catalog.Entry
	byContact      map[*catalog.Contact][]catalog.Entry
	byOrganization map[*catalog.Organization][]catalog.Entry
	// staff and parts are an organization's contacts, and the organizations that belong to it.
	staff, parts map[*catalog.Organization][]catalog.Entry
	// open and unknown are, by type, what is open whatever one's papers, and what does not say who may come.
	open, unknown map[string][]catalog.Entry
	// starting are the courses that start after today.
	starting    []catalog.Entry
	whereabouts *facts.Whereabouts
	// steps are what the filters of each step of a pathway let through.
	steps func() map[*catalog.Step][]catalog.Entry
}

// offerFolders are the types that are offers, as pages about many of them arrange them.
func offerFolders() []string {
	return []string{"courses", "internships", "support", "events", "transport"}
}

// usable are the offers one can use in a place and, apart, around it, by their types, and how many are those in it.
type usable struct {
	here, around map[string][]catalog.Entry
	count        int
}

// usableIn finds what can be used in a place, once for all languages and pages that tell it.
func (s *Site) usableIn(p *catalog.Place) *usable {
	return Once(&s.usable, p, func() *usable {
		here, around := s.shelved().whereabouts.From(p)
		return &usable{byFolder(here), byFolder(around), len(here)}
	})
}

func (s *Site) newShelves() *shelves {
	sh := &shelves{
		byTopic: map[*catalog.Term][]catalog.Entry{}, byContact: map[*catalog.Contact][]catalog.Entry{},
		byOrganization: map[*catalog.Organization][]catalog.Entry{}, staff: map[*catalog.Organization][]catalog.Entry{}, parts: map[*catalog.Organization][]catalog.Entry{},
		open: map[string][]catalog.Entry{}, unknown: map[string][]catalog.Entry{},
	}
	var offers []catalog.Entry
	for _, entry := range s.Catalogue.Entries {
		if !s.isListed(entry) {
			continue
		}
		switch e := entry.(type) {
		case *catalog.Contact:
			shelve(sh.staff, e.Organization.To, entry)
		case *catalog.Organization:
			shelve(sh.parts, e.Parent.To, entry)
		}
		if offer := entry.Base().AsOffer(); offer != nil {
			offers = append(offers, entry)
			sh.add(s, entry, offer)
		}
	}
	sh.steps = sync.OnceValue(func() map[*catalog.Step][]catalog.Entry { return s.stepOffers(offers) })
	sh.whereabouts = facts.NewWhereabouts(offers, s.tree)
	return sh
}

// add puts an offer on every shelf it belongs to.
func (sh *shelves) add(s *Site, entry catalog.Entry, offer *catalog.Offer) {
	folder := entry.Base().Folder()
	for _, topic := range offer.Topics {
		for ; topic != nil; topic = topic.Parent {
			shelve(sh.byTopic, topic, entry)
		}
	}
	shelve(sh.byOrganization, offer.Organization.To, entry)
	for _, ref := range offer.Contacts {
		shelve(sh.byContact, ref.To, entry)
	}
	if offer.Booking != nil {
		shelve(sh.byContact, offer.Booking.Contact.To, entry)
	}
	said := offer
	if course, ok := entry.(*catalog.Course); ok {
		for i := range course.Sessions {
			session := &course.Sessions[i]
			for _, ref := range session.Contacts {
				shelve(sh.byContact, ref.To, entry)
			}
			if session.Booking != nil {
				shelve(sh.byContact, session.Booking.Contact.To, entry)
			}
		}
		if next := s.sessionsOf(course).next; next != nil {
			said = facts.SessionOffer(course, next)
			if facts.FirstDay(next) > s.Today {
				sh.starting = append(sh.starting, entry)
			}
		}
	}
	switch facts.AdmissionOf(said, s.Today).Kind {
	case facts.AdmissionOpen:
		sh.open[folder] = append(sh.open[folder], entry)
	case facts.AdmissionUnknown:
		sh.unknown[folder] = append(sh.unknown[folder], entry)
	}
}

// shelve puts a record on a shelf, once; it comes to the same shelf several times in a row at most.
func shelve[K any](shelf map[*K][]catalog.Entry, key *K, entry catalog.Entry) {
	if list := shelf[key]; key != nil && (len(list) == 0 || list[len(list)-1] != entry) {
		shelf[key] = append(list, entry)
	}
}

// first returns the first records in the order of lists, without ordering the rest.
func (v *view) first(entries []catalog.Entry, most int) []catalog.Entry {
	places := v.places[v.lang]()
	first := make([]catalog.Entry, 0, most+1)
	for _, entry := range entries {
		place := places.of(entry)
		if len(first) == most && (most == 0 || place >= places.of(first[most-1])) {
			continue
		}
		at, _ := slices.BinarySearchFunc(first, place, func(e catalog.Entry, place int) int { return places.of(e) - place })
		first = slices.Insert(first, at, entry)
		first = first[:min(len(first), most)]
	}
	return first
}

// perSection is how many records a section shows; a link leads to the others.
const perSection = 12

// byType gives each type of offers a section of its own. The facet and its term name the narrowed list that has the rest.
func (v *view) byType(page *SectionsPage, sorted map[string][]catalog.Entry, facet, term string) {
	for _, folder := range offerFolders() {
		page.section(v, v.shelf(folder, sorted[folder], facet, term))
	}
}

func byFolder(entries []catalog.Entry) map[string][]catalog.Entry {
	sorted := map[string][]catalog.Entry{}
	for _, entry := range entries {
		folder := entry.Base().Folder()
		sorted[folder] = append(sorted[folder], entry)
	}
	return sorted
}

// shelf is the section of one type of offers.
func (v *view) shelf(folder string, entries []catalog.Entry, facet, term string) Section {
	section := Section{ID: folder, Heading: v.t("type." + folder), Cards: cards(v, v.first(entries, perSection))}
	if len(entries) > perSection {
		section.More = v.all(folder, facet, term, len(entries))
	}
	return section
}

// all leads to the list narrowed to a term of a facet, or to the whole list: a facet that all records share has no pages.
func (v *view) all(folder, facet, term string, count int) Link {
	words := v.t("section.all", "type", v.t("type."+folder))
	path := address.Narrowed(v.code, folder, facet, term, 1)
	if !v.isPage(path) {
		return v.ownLink(words, address.List(v.code, folder, 1))
	}
	link := v.ownLink(words, path)
	link.Count = count
	return link
}

// section adds a section that has something to say.
func (p *SectionsPage) section(v *view, s Section) {
	record := RecordPage{Sections: p.Sections}
	v.section(&record, s)
	p.Sections = record.Sections
}

// printed leads to the same on paper, where there is an overview of the name.
func (p *SectionsPage) printed(v *view, name string) {
	if link := v.PrintLink(v.t("print.this"), name); link.Href != "" {
		p.section(v, Section{ID: "print", Heading: v.t("print.title"), Links: []Link{link, v.PrintLink(v.t("print.short"), name+"-short")}})
	}
}

// jumps fills in the links to the sections where there are more than two.
func (p *SectionsPage) jumps(v *view) {
	if len(p.Sections) < 3 {
		return
	}
	for _, s := range p.Sections {
		if s.Heading != "" {
			p.Jump = append(p.Jump, Link{Words: v.own(s.Heading), Href: template.URL("#" + s.ID)})
		}
	}
}
