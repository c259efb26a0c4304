package site

import (
	"slices"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
	"mappe/generator/locale"
)

// perPage is how many records a page of a whole list shows as cards, perNarrowed how many one of a narrowed list shows as rows: about
// as many as fit into 10 kB, compressed.
const (
	perPage     = 30
	perNarrowed = 100
)

// list is a type's list with its narrowed versions.
type list struct {
	folder string
	// menu says that the list stands in the main menu.
	menu bool
	// records are in the order of their ids, by their numbers; each language orders them anew.
	records []int32
	facets  []facet
}

func (l *list) total() int { return len(l.records) }

// facet is one way to narrow a list.
type facet struct {
	id    string
	terms []facetTerm
}

// facetTerm is one term of a facet with the records it keeps, by their numbers: each record is kept by a dozen terms, and to order them no record
// has to be looked into.
type facetTerm struct {
	id      string
	name    func(*view) Words
	records []int32
}

// listedTypes are the types that have lists, and whether they stand in the main menu.
func listedTypes() []list {
	return []list{
		{folder: "courses", menu: true}, {folder: "internships", menu: true}, {folder: "support", menu: true},
		{folder: "events", menu: true}, {folder: "transport", menu: true}, {folder: "pathways", menu: true},
		{folder: "contacts"}, {folder: "organizations"}, {folder: "glossary"}, {folder: "places"},
	}
}

// planLists finds what every list and every narrowed list holds.
func (s *Site) planLists() {
	byFolder := map[string][]catalog.Entry{}
	for _, entry := range s.Catalogue.Entries {
		if s.hasPage(entry) && (facts.InLists(entry, s.Catalogue, s.Today) || s.Drafts && facts.LifeOf(entry.Base(), s.Today) == facts.Draft) {
			s.listed[entry.Base().Number] = true
			byFolder[entry.Base().Folder()] = append(byFolder[entry.Base().Folder()], entry)
		}
	}
	for _, l := range listedTypes() {
		entries := byFolder[l.folder]
		for _, entry := range entries {
			l.records = append(l.records, numberOf(entry))
		}
		l.facets = s.facetsOf(entries)
		s.lists = append(s.lists, &l)
	}
}

// numberOf is a record's number, by which lists have it.
func numberOf(entry catalog.Entry) int32 { return int32(entry.Base().Number) }

// entries are the records of these numbers.
func (s *Site) entries(records []int32) []catalog.Entry {
	entries := make([]catalog.Entry, len(records))
	for i, record := range records {
		entries[i] = s.Catalogue.Entries[record]
	}
	return entries
}

// isListed reports whether a record is in lists.
func (s *Site) isListed(entry catalog.Entry) bool { return s.listed[entry.Base().Number] }

// planList plans a list's pages in one language.
func (s *Site) planList(lang catalog.Lang, l *list) {
	code := s.Catalogue.Languages[lang].Code
	for n := range pageCount(l.total(), perPage) {
		s.add(Planned{Path: address.List(code, l.folder, n+1), Kind: "list", Lang: lang, Index: true,
			model: func(v *view) any { return listPage(v, l, nil, nil, v.orderedOnce(l, l.records), n+1) }})
	}
	for i := range l.facets {
		f := &l.facets[i]
		for j := range f.terms {
			term := &f.terms[j]
			for n := range pageCount(len(term.records), perNarrowed) {
				s.add(Planned{Path: address.Narrowed(code, l.folder, f.id, term.id, n+1), Kind: "list", Lang: lang, Index: n == 0,
					model: func(v *view) any { return listPage(v, l, f, term, v.orderedOnce(term, term.records), n+1) }})
			}
		}
	}
}

// pageCount is how many pages a list has; an empty one has a page that says so.
func pageCount(records, each int) int { return max(1, (records+each-1)/each) }

// orderKey names a list, or a term of a facet, in a language.
type orderKey struct {
	of   any
	lang catalog.Lang
}

// orderedOnce orders a list's records for the page's language when the first of its pages is made, once for all of them.
func (v *view) orderedOnce(of any, records []int32) []int32 {
	return once(v, &v.orders, orderKey{of, v.lang}, func(v *view) []int32 {
		places := v.places[v.lang]()
		return sortedBy(records, func(record int32) int { return int(places[record]) })
	})
}

// listPage is one page of a list of these records in order, narrowed where a term is given.
func listPage(v *view, l *list, f *facet, term *facetTerm, records []int32, number int) *ListPage {
	title, trail := v.t("type."+l.folder), []Link(nil)
	path := func(n int) string { return address.List(v.code, l.folder, n) }
	if term != nil {
		name := term.name(v)
		trail = append(v.room.links.take(1), v.listPage(l.folder))
		title = v.t("list.narrowed", "type", title, "term", v.isolate(name.Text))
		path = func(n int) string { return address.Narrowed(v.code, l.folder, f.id, term.id, n) }
	}
	p := v.room.lists.one(ListPage{
		Page:  v.base(v.own(title), v.own(v.t("list.about."+l.folder)), trail...),
		Intro: v.own(v.t("list.about." + l.folder)),
		Total: len(records),
		Count: v.t("list.count", "n", len(records)),
	})
	if term != nil {
		p.Intro = Words{}
		p.All = v.listPage(l.folder)
	}
	if number == 1 {
		p.Facets = v.facetLinks(l, f, term)
	}
	if number == 1 && l.folder == "places" && term == nil {
		if atlas := v.homePlaces(); atlas.Map != nil {
			p.Sections = []Section{{ID: "map", Heading: v.t("section.map"), Map: atlas.Map, Links: atlas.Links}}
		}
	}
	each := perPage
	if term != nil {
		each = perNarrowed
	}
	p.number(v, number, pageCount(len(records), each), path)
	from := (number - 1) * each
	if records = records[min(from, len(records)):min(from+each, len(records))]; term == nil {
		p.Cards = cards(v, v.entries(records))
	} else {
		p.Rows = v.rowsOf(records)
	}
	return p
}

// number fills in the links to the list's other pages.
func (p *ListPage) number(v *view, number, count int, path func(int) string) {
	if count == 1 {
		return
	}
	p.WindowTitle = v.t("list.window", "title", p.WindowTitle, "page", number, "pages", count)
	p.Canonical = v.absolute(v.page.Path)
	for n := 1; n <= count; n++ {
		if n == 1 || n == count || n >= number-2 && n <= number+2 {
			p.Pages = append(p.Pages, v.ownLink(v.loc.Number(n), path(n)))
		}
	}
	if number > 1 {
		p.Previous = v.ownLink(v.t("list.previous"), path(number-1))
	}
	if number < count {
		p.Next = v.ownLink(v.t("list.next"), path(number+1))
	}
}

// facetLinks are the ways to narrow the list; on a narrowed one they are the other terms of its facet.
func (v *view) facetLinks(l *list, current *facet, term *facetTerm) []Facet {
	if current == nil {
		shown := make([]Facet, len(l.facets))
		for i := range l.facets {
			shown[i] = v.facetOf(l, &l.facets[i])
		}
		return shown
	}
	shared := once(v, &v.shared[v.lang], current, func(v *view) Facet { return v.facetOf(l, current) })
	shared.Links = append(v.room.links.take(len(shared.Links)), shared.Links...)
	for i := range current.terms {
		shared.Links[i].Current = current.terms[i].id == term.id
	}
	return []Facet{shared}
}

// facetOf leads to the terms of a facet. All lists narrowed by it lie in one folder, so that the links lead the same way from each.
func (v *view) facetOf(l *list, f *facet) Facet {
	out := Facet{ID: f.id, Label: v.t("facet." + f.id), Links: make([]Link, len(f.terms))}
	for i := range f.terms {
		term := &f.terms[i]
		out.Links[i] = Link{Words: term.name(v), Href: v.to(address.Narrowed(v.code, l.folder, f.id, term.id, 1)), Count: len(term.records)}
	}
	return out
}

// ordered returns records as lists show them in the page's language.
func (v *view) ordered(entries []catalog.Entry) []catalog.Entry {
	return v.Site.ordered(v.lang, entries)
}

// ordered returns records as lists show them in a language: what starts next first, then by title.
func (s *Site) ordered(lang catalog.Lang, entries []catalog.Entry) []catalog.Entry {
	return sortedBy(entries, s.places[lang]().of)
}

// sortedBy returns records by a number of each, which fits into 31 bits; those of the same one stay in their order.
func sortedBy[T any](records []T, number func(T) int) []T {
	order := make([]int64, len(records)) // the number and below it the index, since plain numbers are sorted quickest
	for i, record := range records {
		order[i] = int64(number(record))<<32 | int64(i)
	}
	slices.Sort(order)
	sorted := make([]T, len(records))
	for i, key := range order {
		sorted[i] = records[uint32(key)]
	}
	return sorted
}

// places says of every record with a page where it stands among all in a language, from 1, by the record's number; of others 0.
type places []int32

func (p places) of(entry catalog.Entry) int { return int(p[entry.Base().Number]) }

func (s *Site) placesInOrder(lang catalog.Lang) places {
	all := make([]catalog.Entry, 0, len(s.Catalogue.Entries))
	for _, entry := range s.Catalogue.Entries {
		if s.hasPage(entry) {
			all = append(all, entry)
		}
	}
	chain := s.Catalogue.Chain(lang)
	locale.SortBy(s.locales[lang], all, func(entry catalog.Entry) string {
		title, _ := entry.Base().Title.Best(chain)
		return title
	})
	all = sortedBy(all, func(entry catalog.Entry) int { return int(s.startOf(entry)) })
	places := make(places, len(s.Catalogue.Entries))
	for i, entry := range all {
		places[entry.Base().Number] = int32(i + 1)
	}
	return places
}

// far stands for "no date" where records are ordered by their dates.
const far = date.Date(1 << 30)

// startOf is the day a record is ordered by: what can be entered now comes first, then by the next start; what has no dates at all is
// ordered by its title alone.
func (s *Site) startOf(entry catalog.Entry) date.Date {
	switch e := entry.(type) {
	case *catalog.Course:
		next := s.sessionsOf(e).next
		switch {
		case next == nil:
			return far
		case next.Start.IsZero():
			return far - 1
		}
		return max(next.Start, s.Today)
	case *catalog.Event:
		if facts.PastEvent(e, s.Today) {
			return far
		}
		return e.Start.Date
	}
	return 0
}
