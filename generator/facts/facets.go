package facts

import (
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/locale"
)

// Facet is one way to narrow records, by plain pages and in the search alike.
type Facet struct {
	// ID is its name in addresses and messages.
	ID    string
	Terms []FacetTerm
	of    func(catalog.Entry) []int
}

// FacetTerm is one choice of a facet. It is named by one of Label, Language and Message.
type FacetTerm struct {
	// ID is the term's name in addresses.
	ID string
	// Parent is the number of the term above it, -1 where there is none.
	Parent int
	Label  catalog.Text
	// Language is the code of a language, whose name is the term's.
	Language string
	// Message is the key of a text of the interface.
	Message string
}

// Of returns the terms a record belongs to by their numbers, in order, those above included: a term stands for itself and what lies below it.
func (f *Facet) Of(e catalog.Entry) []int {
	terms := f.of(e)
	slices.Sort(terms)
	return slices.Compact(terms)
}

// Facets derives by what the records of a catalogue can be narrowed on a day.
type Facets struct {
	catalogue *catalog.Catalogue
	tree      *PlaceTree
	levels    *Levels
	today     date.Date
	shown     func(catalog.Entry) bool
	places    []*catalog.Place // those shown, but the county, which keeps everything
}

// NewFacets prepares the facets of a catalogue; shown says which records have a page.
func NewFacets(c *catalog.Catalogue, tree *PlaceTree, today date.Date, shown func(catalog.Entry) bool) *Facets {
	f := &Facets{catalogue: c, tree: tree, levels: NewLevels(c.Vocabulary("levels")), today: today, shown: shown}
	for _, place := range c.Places {
		if place != c.County && shown(place) {
			f.places = append(f.places, place)
		}
	}
	return f
}

// Lists are the facets by which plain pages narrow the list of one type, in the order in which they stand there.
func (f *Facets) Lists(entries []catalog.Entry) []Facet {
	return []Facet{
		f.placesOf("place", f.takesPlaceAt),
		f.topics(),
		f.terms("kind", f.named(entries, KindsOf), KindsOf),
		f.levelsTouched(),
		f.audiences(),
		f.timesOfDay(),
		f.paces(),
		f.besideWork(),
		f.languages("language", entries, f.languagesOf),
		f.words("admission", []string{"open"}, f.admissionWords),
		f.words("cost", []string{"free"}, f.costs),
	}
}

// Search are the facets of the search, the four that stand open first.
func (f *Facets) Search(entries []catalog.Entry) []Facet {
	return []Facet{
		f.placesOf("place", f.usableFrom),
		f.levelsTouched(),
		f.timesOfDay(),
		f.languages("language", entries, f.languagesOf),
		f.types(entries),
		f.topics(),
		f.besideWork(),
		f.paces(),
		f.starts(),
		f.languages("spoken", entries, func(e catalog.Entry) []string { return languagesSpoken(e) }),
		f.audiences(),
		f.admission(entries),
		f.words("cost", []string{"free", "free_for_some"}, f.costs),
		f.funding(),
		f.words("childcare", []string{"on_site", "nearby", "on_request"}, f.childcare).called("childcare."),
		f.words("wheelchair", []string{"yes", "no", "unknown"}, f.wheelchair).called("answer."),
		f.words("seats", []string{"free"}, f.seats),
		f.organizations(entries),
	}
}

// IsOpen reports whether a facet of the search stands open; the others are folded away.
func IsOpen(id string) bool {
	return slices.Contains([]string{"place", "level", "time", "language"}, id)
}

// terms makes a facet of vocabulary terms.
func (f *Facets) terms(id string, terms []*catalog.Term, of func(catalog.Entry) []*catalog.Term) Facet {
	facet := Facet{ID: id}
	number := map[*catalog.Term]int{}
	for _, term := range terms {
		if !term.Free {
			number[term] = len(facet.Terms)
			facet.Terms = append(facet.Terms, FacetTerm{ID: term.ID, Parent: -1, Label: term.Label})
		}
	}
	for term, i := range number {
		for above := term.Parent; above != nil && above != term; above = above.Parent {
			if n, known := number[above]; known {
				facet.Terms[i].Parent = n
				break
			}
		}
	}
	facet.of = func(e catalog.Entry) (numbers []int) {
		for _, term := range of(e) {
			for ; term != nil; term = term.Parent {
				if n, known := number[term]; known {
					numbers = append(numbers, n)
				}
			}
		}
		return numbers
	}
	return facet
}

// named are the terms that records name and those above them, in the order of their vocabularies.
func (f *Facets) named(entries []catalog.Entry, of func(catalog.Entry) []*catalog.Term) []*catalog.Term {
	var named []*catalog.Term
	seen := map[*catalog.Term]bool{}
	for _, e := range entries {
		for _, term := range of(e) {
			for ; term != nil && !seen[term]; term = term.Parent {
				seen[term] = true
				named = append(named, term)
			}
		}
	}
	catalog.SortTerms(named)
	return named
}

// words makes a facet whose terms are called by messages: facet.<id>_<term>.
func (f *Facets) words(id string, terms []string, of func(catalog.Entry) []string) Facet {
	facet := Facet{ID: id}
	for _, term := range terms {
		facet.Terms = append(facet.Terms, FacetTerm{ID: term, Parent: -1, Message: "facet." + id + "_" + term})
	}
	facet.of = func(e catalog.Entry) (numbers []int) {
		for _, word := range of(e) {
			if i := slices.Index(terms, word); i >= 0 {
				numbers = append(numbers, i)
			}
		}
		return numbers
	}
	return facet
}

// languages makes a facet of languages, in the order of their German names.
func (f *Facets) languages(id string, entries []catalog.Entry, of func(catalog.Entry) []string) Facet {
	facet := Facet{ID: id}
	number := map[string]int{}
	var codes []string
	for _, e := range entries {
		for _, code := range of(e) {
			if _, known := number[code]; !known {
				number[code] = 0
				codes = append(codes, code)
			}
		}
	}
	german := locale.New("de")
	locale.SortBy(german, codes, german.LanguageName)
	for i, code := range codes {
		number[code] = i
		facet.Terms = append(facet.Terms, FacetTerm{ID: code, Parent: -1, Language: code})
	}
	facet.of = func(e catalog.Entry) (numbers []int) {
		for _, code := range of(e) {
			if n, known := number[code]; known {
				numbers = append(numbers, n)
			}
		}
		return numbers
	}
	return facet
}

// placesOf makes a facet of places; a place lies below the next one above it that is shown.
func (f *Facets) placesOf(id string, of func(catalog.Entry) []*catalog.Place) Facet {
	facet := Facet{ID: id}
	number := map[*catalog.Place]int{}
	for i, place := range f.places {
		number[place] = i
		facet.Terms = append(facet.Terms, FacetTerm{ID: place.ID, Parent: -1, Label: place.Title})
	}
	for i, place := range f.places {
		for _, above := range f.tree.Chain(place)[1:] {
			if n, shown := number[above]; shown {
				facet.Terms[i].Parent = n
				break
			}
		}
	}
	facet.of = func(e catalog.Entry) (numbers []int) {
		for _, place := range of(e) {
			if n, shown := number[place]; shown {
				numbers = append(numbers, n)
			}
		}
		return numbers
	}
	return facet
}
