// Package site says which pages exist and makes their models: plain structs with every word in the page's language, which
// templates only arrange.
//
// The way through the files: site.go is the plan of pages, models_pages.go what templates are given (models.go: what that is made of), view.go the words,
// links and dates of one page, frame.go what all pages share, card.go a record in a list, row.go in a narrowed one, kept.go what pages share, room.go the
// memory that models are made in, offer.go the facts all offers have, sessions.go what is known of a course's sessions, shelves.go the offers by what pages
// ask for, answers.go who answers for what; map.go, calendar.go, week.go and chain.go make the pictures; then one file a kind of page, named after it;
// files.go and the files it names are what is no page: sitemaps, manifests, headers for web servers.
package site

import (
	"context"
	"slices"
	"strings"
	"sync"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
	"mappe/generator/locale"
	"mappe/generator/prose"
	"mappe/generator/reach"
	"mappe/generator/together"
)

// Input is what a site is made from.
type Input struct {
	Catalogue *catalog.Catalogue
	// Prose are the catalogue's long texts.
	Prose *prose.Prose
	Today date.Date
	// BaseURL is where the site will be; it ends with a slash.
	BaseURL string
	// Drafts are shown as if they were published.
	Drafts bool
	// Messages are the texts of the interface by language.
	Messages []*locale.Messages
	// Assets are the paths of style sheets, scripts and the like by name.
	Assets map[string]string
	// Reach says how one gets to the offers by bus and train, nil where nothing does.
	Reach *reach.Result
	// Pictures are the widths there are of each picture, by its path below the source folder.
	Pictures map[string]Variants
	// PDF says that printed overviews are made as PDF too.
	PDF bool
	// Extend plans what packages above have pages for, nil where there is none.
	Extend func(*Site) Extension
}

// Variants are the files made of one picture, the narrowest first.
type Variants []Variant

// Variant is one width of a picture; Path is below the output folder.
type Variant struct {
	Path          string
	Width, Height int
}

// Site is the plan of a whole site: its pages are made when they are asked for, by any number of goroutines.
type Site struct {
	Input
	locales        []*locale.Locale
	tree           *facts.PlaceTree
	responsibility *facts.Responsibility
	chains         *facts.Chains
	levels         *facts.Levels
	facets         *facts.Facets
	lists          []*list                      // in the order of their types
	listed         []bool                       // by record: whether it is in lists
	places         []func() places              // by language: the order of records in lists
	listRows       []func() *perRecord[ListRow] // by language
	notices        []*catalog.Notice
	shelved        func() *shelves
	outlines       []facts.Outline
	search         *searching
	lasts          Room // of views for which what is made lasts; nothing is ever in it

	more     Extension
	frames   sync.Map   // *Frame by frameKey
	orders   sync.Map   // []catalog.Entry by orderKey
	shared   []sync.Map // by language, what pages of it share: Facet by *facet, and by name *toldRecords "told", "barrier" and "crisis"
	allDays  monthLines
	venues   byRecord[venues]
	usable   sync.Map           // *usable by *catalog.Place
	sessions byRecord[sessions] // of courses
	told     sync.Map           // []facts.TopicAnswers by *catalog.Place: who answers for what there
	inGerman byRecord[string]   // what a card tells of it in the default language
	pages    []Planned          // by path
	paths    together.Texts     // of the pages
}

// Planned is a page that exists: where it lives, and how its model is made.
type Planned struct {
	Path string
	// Kind names the layout.
	Kind string
	Lang catalog.Lang
	// Index says that search engines and sitemaps list the page.
	Index bool
	// Entry is the record the page is about, nil for other pages.
	Entry catalog.Entry
	// PDF is the path of the same as PDF, below the output folder, empty where there is none.
	PDF   string
	model func(*view) any
}

// New plans a site.
func New(ctx context.Context, in Input) (*Site, error) {
	s := newSite(in)
	c := in.Catalogue
	s.outlines, _ = facts.ReadOutlines(c) // what is wrong with them is told by check
	s.planLists()
	for _, n := range c.Notices {
		if facts.HasPage(&n.Record, in.Today) {
			s.notices = append(s.notices, n)
		}
	}
	s.pages = make([]Planned, 0, len(c.Entries)*len(c.Languages)*5/4) // most pages are those of records
	for lang := range c.Languages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s.planLanguage(catalog.Lang(lang))
	}
	for _, entry := range c.Entries {
		s.planRecord(entry)
	}
	s.add(Planned{Path: address.Chooser, Kind: "chooser", Lang: c.Default, Index: true, model: func(v *view) any { return chooserPage(v) }})
	s.add(Planned{Path: address.NotFound, Kind: "notfound", Lang: c.Default, model: func(v *view) any { return notFoundPage(v) }})
	if in.Catalogue.Settings.Outputs.Short {
		for _, entry := range c.Entries {
			s.planShort(entry)
		}
	}
	if in.Extend != nil {
		s.more = in.Extend(s)
		s.pages = append(s.pages, s.more.Pages...)
	}
	slices.SortFunc(s.pages, func(a, b Planned) int { return strings.Compare(a.Path, b.Path) })
	return s, nil
}

// newSite finds what follows from the catalogue and the day but for the plan of pages; most of it when it is asked for.
func newSite(in Input) *Site {
	s := &Site{Input: in, listed: make([]bool, len(in.Catalogue.Entries)), shared: make([]sync.Map, len(in.Catalogue.Languages))}
	c := in.Catalogue
	s.venues, s.sessions = make(byRecord[venues], len(c.Entries)), make(byRecord[sessions], len(c.Entries))
	s.inGerman = make(byRecord[string], len(c.Entries))
	for i, language := range c.Languages {
		s.locales = append(s.locales, locale.New(language.Code))
		s.places = append(s.places, sync.OnceValue(func() places { return s.placesInOrder(catalog.Lang(i)) }))
		s.listRows = append(s.listRows, s.newRows(catalog.Lang(i)))
	}
	s.tree = facts.NewPlaceTree(c)
	s.responsibility = facts.NewResponsibility(c, s.tree, in.Today)
	s.chains = facts.NewChains(c, s.tree, in.Today)
	s.levels = facts.NewLevels(c.Vocabulary("levels"))
	s.facets = facts.NewFacets(c, s.tree, in.Today, s.hasPage)
	s.shelved = sync.OnceValue(s.newShelves)
	s.search = s.newSearching()
	return s
}

// Revised returns the same plan of pages over a catalogue of which one record has got other words. What pages have been told before is
// found out anew when it is asked for; only the order of lists stays where no title has changed.
func (s *Site) Revised(titles bool) *Site {
	revised := newSite(s.Input)
	revised.lists, revised.listed, revised.notices, revised.outlines, revised.pages = s.lists, s.listed, s.notices, s.outlines, s.pages
	revised.more = s.more
	if !titles {
		revised.places = s.places
	}
	return revised
}

func (s *Site) planLanguage(lang catalog.Lang) {
	code := s.Catalogue.Languages[lang].Code
	s.add(Planned{Path: address.Home(code), Kind: "home", Lang: lang, Index: true, model: func(v *view) any { return homePage(v) }})
	s.add(Planned{Path: address.ContactFinder(code), Kind: "finder", Lang: lang, Index: true, model: func(v *view) any { return finderPage(v) }})
	s.add(Planned{Path: address.Open(code), Kind: "sections", Lang: lang, Index: true, model: func(v *view) any { return openPage(v) }})
	if s.Searchable() {
		s.add(Planned{Path: address.Search(code), Kind: "search", Lang: lang, Index: true, model: func(v *view) any { return searchPage(v) }})
	}
	for _, topic := range s.Catalogue.Vocabulary("topics").Terms {
		s.add(Planned{Path: address.Topic(code, topic.ID), Kind: "sections", Lang: lang, Index: true, model: func(v *view) any { return topicPage(v, topic) }})
	}
	for _, l := range s.lists {
		s.planList(lang, l)
	}
}

// planRecord plans the pages of a record, and the small pages that lead on from where it was.
func (s *Site) planRecord(entry catalog.Entry) {
	base := entry.Base()
	kind, model := recordModel(entry)
	if model == nil {
		return
	}
	shown, archived := s.hasPage(entry), facts.LifeOf(base, s.Today) == facts.Archived
	if !shown && !archived {
		return
	}
	for i, language := range s.Catalogue.Languages {
		code, lang := language.Code, catalog.Lang(i)
		path := address.Record(code, base.Folder(), base.ID)
		if shown {
			s.add(Planned{Path: path, Kind: kind, Lang: lang, Index: s.hasText(entry, lang), Entry: entry, model: model})
			if s.isConnected(entry) {
				s.add(Planned{Path: address.Reach(code, base.Folder(), base.ID), Kind: "reach", Lang: lang, model: func(v *view) any { return reachPage(v, entry) }})
			}
		} else {
			s.add(Planned{Path: path, Kind: "moved", Lang: lang, Entry: entry, model: func(v *view) any { return endedPage(v, v.page.Entry) }})
		}
		for _, former := range base.FormerIDs {
			s.add(Planned{Path: address.Record(code, base.Folder(), former), Kind: "moved", Lang: lang, Entry: entry, model: func(v *view) any { return movedPage(v, v.page.Entry) }})
		}
	}
}

// recordModel returns the layout of a record's page and what makes the model of a page about such a record; nil for records without a page.
func recordModel(entry catalog.Entry) (kind string, model func(*view) any) {
	switch entry.(type) {
	case *catalog.Course:
		return "record", func(v *view) any { return coursePage(v, v.page.Entry.(*catalog.Course)) }
	case *catalog.Internship:
		return "record", func(v *view) any { return internshipPage(v, v.page.Entry.(*catalog.Internship)) }
	case *catalog.Support:
		return "record", func(v *view) any { return supportPage(v, v.page.Entry.(*catalog.Support)) }
	case *catalog.Event:
		return "record", func(v *view) any { return eventPage(v, v.page.Entry.(*catalog.Event)) }
	case *catalog.Transport:
		return "record", func(v *view) any { return transportPage(v, v.page.Entry.(*catalog.Transport)) }
	case *catalog.Contact:
		return "record", func(v *view) any { return contactPage(v, v.page.Entry.(*catalog.Contact)) }
	case *catalog.Organization:
		return "record", func(v *view) any { return organizationPage(v, v.page.Entry.(*catalog.Organization)) }
	case *catalog.Place:
		return "sections", func(v *view) any { return placePage(v, v.page.Entry.(*catalog.Place)) }
	case *catalog.Pathway:
		return "pathway", func(v *view) any { return pathwayPage(v, v.page.Entry.(*catalog.Pathway)) }
	case *catalog.Page:
		return "page", func(v *view) any { return guidePage(v, v.page.Entry.(*catalog.Page)) }
	case *catalog.Glossary:
		return "page", func(v *view) any { return glossaryPage(v, v.page.Entry.(*catalog.Glossary)) }
	}
	return "", nil
}

func (s *Site) add(p Planned) {
	p.Path = s.paths.Join(p.Path)
	s.pages = append(s.pages, p)
}

// Pages returns all pages, by path.
func (s *Site) Pages() []Planned { return s.pages }

// Find returns the page at a path.
func (s *Site) Find(path string) (Planned, bool) {
	i, found := s.find(path)
	if !found {
		return Planned{}, false
	}
	return s.pages[i], true
}

func (s *Site) find(path string) (int, bool) {
	return slices.BinarySearchFunc(s.pages, path, func(p Planned, path string) int { return strings.Compare(p.Path, path) })
}

// Model makes the model of a page, for its layout.
func (s *Site) Model(p Planned) any { return p.model(s.view(p)) }

// ModelIn makes the model of a page in a room. It lives until the room's next page.
func (s *Site) ModelIn(room *Room, p Planned) any {
	room.clear()
	room.view = s.viewIn(room, p)
	return p.model(&room.view)
}

// hasPage reports whether a record has a page of its own now.
func (s *Site) hasPage(entry catalog.Entry) bool {
	if _, model := recordModel(entry); model == nil {
		return false
	}
	base := entry.Base()
	if s.Drafts && facts.LifeOf(base, s.Today) == facts.Draft {
		return true
	}
	return facts.HasPage(base, s.Today)
}

// hasText reports whether a record has words of its own in a language.
func (s *Site) hasText(entry catalog.Entry, lang catalog.Lang) bool {
	return lang == s.Catalogue.Default || entry.Base().Title.In(lang) != ""
}
