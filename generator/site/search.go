package site

import (
	"bytes"
	"context"
	"slices"
	"sync"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/search"
	"mappe/generator/textindex"
)

// searching are the search indexes of all languages, each made when it is asked for: a page that is shown while a site is edited does
// not wait for them.
type searching struct {
	source func() *search.Source
	lock   []sync.Mutex       // by language
	made   []*textindex.Index // by language, nil before it was made
	heads  []string           // by language: the name of the file an index begins with, once it was made
	reach  func() (reachFiles, error)
}

// Searchable reports whether the site has a search.
func (s *Site) Searchable() bool { return s.Catalogue.Settings.Outputs.Search }

func (s *Site) newSearching() *searching {
	n := len(s.Catalogue.Languages)
	return &searching{lock: make([]sync.Mutex, n), made: make([]*textindex.Index, n), heads: make([]string, n), reach: s.newReachFiles(), source: sync.OnceValue(func() *search.Source {
		return search.New(search.Input{
			Catalogue: s.Catalogue, Prose: s.Prose, Tree: s.tree, Facets: s.facets, Today: s.Today, Shown: s.hasPage,
			Word: func(lang catalog.Lang, key string) string { return s.Messages[lang].Text(key) },
		})
	})}
}

// index returns the search index of a language. It is made once; one that could not be finished is begun anew.
func (s *Site) index(ctx context.Context, lang catalog.Lang) (*textindex.Index, error) {
	s.search.lock[lang].Lock()
	defer s.search.lock[lang].Unlock()
	if made := s.search.made[lang]; made != nil {
		return made, nil
	}
	made, err := s.search.source().Index(ctx, s.face(lang))
	if err != nil {
		return nil, err
	}
	s.search.made[lang], s.search.heads[lang] = made, made.Head
	return made, nil
}

// letGo forgets the index of a language, but for how it begins. It would be made again.
func (s *searching) letGo(lang catalog.Lang) {
	s.lock[lang].Lock()
	defer s.lock[lang].Unlock()
	s.made[lang] = nil
}

func (s *searching) head(lang catalog.Lang) string {
	s.lock[lang].Lock()
	defer s.lock[lang].Unlock()
	return s.heads[lang]
}

// face is how the records look in a language.
func (s *Site) face(lang catalog.Lang) search.Face {
	v := s.view(Planned{Path: address.Search(s.Catalogue.Languages[lang].Code), Kind: "search", Lang: lang})
	return search.Face{Lang: lang, Locale: v.loc, Card: v.hit, Term: func(t facts.FacetTerm) string { return v.facetTerm(t).Text }}
}

// SearchWords are what the search index of a language is made of, for whoever compares it with others.
func (s *Site) SearchWords(lang catalog.Lang) textindex.Input {
	return s.search.source().Words(s.face(lang))
}

// SearchFiles are the files of a language's search index, none where the site has no search.
func (s *Site) SearchFiles(ctx context.Context, lang catalog.Lang) ([]File, error) {
	if !s.Searchable() {
		return nil, nil
	}
	index, err := s.index(ctx, lang)
	if err != nil {
		return nil, err
	}
	files := make([]File, len(index.Files))
	for i, f := range index.Files {
		files[i] = File{Path: address.SearchIndex(s.Catalogue.Languages[lang].Code) + f.Name, Data: f.Data}
	}
	return files, nil
}

// SearchHead is the name of the file a language's search index begins with.
func (s *Site) SearchHead(ctx context.Context, lang catalog.Lang) (string, error) {
	if head := s.search.head(lang); head != "" {
		return head, nil
	}
	index, err := s.index(ctx, lang)
	if err != nil {
		return "", err
	}
	return index.Head, nil
}

// SearchOrder are the keys of all records that are found, in the order in which the indexes number them.
func (s *Site) SearchOrder() []string { return s.search.source().Order() }

// searchPage is the search. What it is without its script is a way to the plain lists.
func searchPage(v *view) *SearchPage {
	page := &SearchPage{
		Page: v.base(v.own(v.t("search.title")), v.own(v.t("search.about"))), Doors: v.doors(), Ask: v.finderLink(v.t("nav.contact_finder")),
		Folder: string(v.to(address.SearchIndex(v.code))), Built: v.Today.String(), Reach: v.reachFacet(),
	}
	if head, err := v.SearchHead(context.Background(), v.lang); err == nil {
		page.Head = head
	}
	for _, id := range v.search.source().FacetIDs() {
		page.Facets = append(page.Facets, v.searchFacet(id))
	}
	// Messages: fact.next_start, fact.running, fact.when, fact.time, fact.where, fact.level, fact.taught_in, fact.duration, fact.start,
	// fact.apply_by, fact.language_level, fact.phone.
	for _, name := range hitFacts() {
		label := v.t("fact." + name)
		if i := slices.IndexFunc(page.Hit, func(f Fact) bool { return f.Label == label }); i >= 0 {
			page.Hit[i].Name += " fact-" + name // what is called the same has one place; no record has both
			continue
		}
		page.Hit = append(page.Hit, Fact{Name: name, Label: label})
	}
	page.section(v, Section{ID: "topics", Heading: v.t("section.topics"), Links: v.topicLinks(func(*catalog.Term) bool { return true })})
	page.section(v, Section{ID: "places", Heading: v.t("section.places"), Links: []Link{v.wholeList("places")}})
	return page
}

// section adds a section that has something to say.
func (p *SearchPage) section(v *view, s Section) {
	sections := SectionsPage{Sections: p.Sections}
	sections.section(v, s)
	p.Sections = sections.Sections
}

// searchFacet is a facet as the page shows it; its terms are in the index. Messages: facet.type, facet.start, facet.spoken, facet.funding,
// facet.childcare, facet.wheelchair, facet.seats, facet.organization, search.note_place, search.note_admission.
func (v *view) searchFacet(id string) SearchFacet {
	f := SearchFacet{ID: id, Label: v.t("facet." + id), Open: facts.IsOpen(id), Sorted: true}
	switch id {
	case "place", "admission":
		f.Note = v.t("search.note_" + id)
	}
	switch id {
	case "level", "time", "type", "topic", "pace", "start", "audience", "admission", "cost", "childcare", "wheelchair":
		f.Sorted = false
	}
	return f
}

// hitFacts are the facts a result may tell, in the order in which they stand.
func hitFacts() []string {
	return []string{"next_start", "running", "when", "time", "where", "level", "taught_in", "duration", "start", "apply_by", "language_level", "phone"}
}

// hitSeparator is between the parts of a list in a result's strings.
const hitSeparator = "\x1f"

// hit is what a result shows of a record: its key, title and the language of it where it is not the page's, what it is, its summary and
// the language of that, its badges, each its name and its words, its facts, each its name and its words; and the address of a title that leads elsewhere.
func (v *view) hit(entry catalog.Entry) []string {
	card := *v.toldCard(entry) // to which badges are added, not to what others have of it
	v.lifeOfHit(&card, entry)
	hit := []string{card.Record, card.Title.Text, card.Title.Lang, card.Type, card.Summary.Text, card.Summary.Lang, "", "", ""}
	for _, badge := range card.Badges {
		hit[6] += badge.Name + hitSeparator + badge.Text + hitSeparator
	}
	for _, fact := range card.Facts {
		var values []string
		for _, value := range fact.Values {
			values = append(values, value.Text)
		}
		hit[7] += fact.Name + hitSeparator + v.loc.List(values) + hitSeparator
	}
	if card.Title.External {
		hit[8] = string(card.Title.Href)
	}
	return hit
}

// lifeOfHit marks what lists do not show and the search still finds.
func (v *view) lifeOfHit(card *Card, entry catalog.Entry) {
	switch e := entry.(type) {
	case *catalog.Event:
		if facts.PastEvent(e, v.Today) {
			card.badge(v, "past")
		}
	}
	base := entry.Base()
	if facts.LifeOf(base, v.Today) == facts.Paused {
		card.badge(v, "paused")
	}
	if facts.FreshnessOf(base, v.Catalogue.Settings.Freshness, v.Today) == facts.Expired {
		card.badge(v, "ask_first")
	}
}

// openSearch is what a browser needs to search the site from its address bar (OpenSearch 1.1, draft 6). What is typed stands behind the #, so
// that no server sees it.
func (s *Site) openSearch(lang catalog.Lang) []byte {
	code := s.Catalogue.Languages[lang].Code
	title, _ := s.Catalogue.Settings.Title.Best(s.Catalogue.Chain(lang))
	var b bytes.Buffer
	b.WriteString(xmlHead + `<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>`)
	escapeXML(&b, shorten(title, 16)) // the standard's limit
	b.WriteString("</ShortName><Description>")
	escapeXML(&b, title)
	b.WriteString("</Description><Language>")
	escapeXML(&b, code)
	b.WriteString(`</Language><InputEncoding>UTF-8</InputEncoding><Url type="text/html" template="`)
	escapeXML(&b, s.BaseURL+address.Search(code)+"#q={searchTerms}")
	b.WriteString(`"/></OpenSearchDescription>` + "\n")
	return b.Bytes()
}
