// Package search turns a catalogue into search indexes, one a language: which records are found, by which words, and by what they can be
// narrowed. How words become an index is package textindex's business, how a hit is shown package site's.
//
// The way through the files: search.go is the source all languages share, document.go what an index holds of one record, texts.go its words,
// concepts.go what is called something in every language, rank.go how records stand to each other before anybody asks.
package search

import (
	"context"
	"fmt"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
	"mappe/generator/locale"
	"mappe/generator/prose"
	"mappe/generator/textindex"
)

// Input is what can be searched, whatever the language.
type Input struct {
	Catalogue *catalog.Catalogue
	Prose     *prose.Prose
	Tree      *facts.PlaceTree
	Facets    *facts.Facets
	Today     date.Date
	// Shown says which records have a page; all of those but venues and notices are found.
	Shown func(catalog.Entry) bool
	// Word returns what the interface calls something in a language, for words that no vocabulary has: several are separated by commas.
	Word func(lang catalog.Lang, key string) string
}

// Source knows of every record what is the same in all languages. It may be used from several goroutines.
type Source struct {
	Input
	entries  []catalog.Entry
	facets   []facts.Facet
	members  [][][]int // by record, by facet: the terms it belongs to
	concepts []textindex.Concept
	named    [][]int // by record: its concepts
}

// New looks through the records once.
func New(in Input) *Source {
	s := &Source{Input: in}
	for _, entry := range in.Catalogue.Entries {
		switch entry.(type) {
		case *catalog.Venue, *catalog.Notice:
			continue
		}
		if in.Shown(entry) {
			s.entries = append(s.entries, entry)
		}
	}
	s.findMembers()
	s.nameConcepts()
	return s
}

// findMembers finds out which facets there are: those that some record belongs to, with the terms some record belongs to.
func (s *Source) findMembers() {
	s.members = make([][][]int, len(s.entries))
	for _, facet := range s.Facets.Search(s.entries) {
		members, used := make([][]int, len(s.entries)), make([]bool, len(facet.Terms))
		for i, entry := range s.entries {
			members[i] = facet.Of(entry)
			for _, term := range members[i] {
				used[term] = true
			}
		}
		if facet = withoutUnused(facet, used, members); len(facet.Terms) == 0 {
			continue
		}
		s.facets = append(s.facets, facet)
		for i := range s.entries {
			s.members[i] = append(s.members[i], members[i])
		}
	}
}

// withoutUnused returns a facet without the terms that no record belongs to, and numbers the members anew.
func withoutUnused(facet facts.Facet, used []bool, members [][]int) facts.Facet {
	number := make([]int, len(used))
	var terms []facts.FacetTerm
	for i, term := range facet.Terms {
		number[i] = -1
		if used[i] {
			number[i] = len(terms)
			terms = append(terms, term)
		}
	}
	for i := range terms {
		if above := terms[i].Parent; above >= 0 {
			terms[i].Parent = number[above]
		}
	}
	for _, list := range members {
		for i := range list {
			list[i] = number[list[i]]
		}
	}
	facet.Terms = terms
	return facet
}

// Order are the records' keys in the order in which the indexes of all languages number them, for whoever keeps something beside them.
func (s *Source) Order() []string {
	keys, order := make([]string, len(s.entries)), make([]string, len(s.entries))
	for i := range s.entries {
		keys[i] = textindex.OrderKey(s.shelf(s.entries[i]), s.entries[i].Base().Key())
	}
	for i, number := range textindex.Order(keys) {
		order[number] = s.entries[i].Base().Key()
	}
	return order
}

// FacetIDs are the facets of the indexes, in their order.
func (s *Source) FacetIDs() []string {
	ids := make([]string, len(s.facets))
	for i, facet := range s.facets {
		ids[i] = facet.ID
	}
	return ids
}

// Face is how records look in one language.
type Face struct {
	Lang   catalog.Lang
	Locale *locale.Locale
	// Card is what a result shows of a record; the index keeps it as it is.
	Card func(catalog.Entry) []string
	// Term is what a term of a facet is called.
	Term func(facts.FacetTerm) string
}

// Index makes the search index of one language.
func (s *Source) Index(ctx context.Context, face Face) (*textindex.Index, error) {
	index, err := textindex.Build(ctx, s.Words(face))
	if err != nil {
		return nil, fmt.Errorf("making the search index in %s: %w", s.code(face.Lang), err)
	}
	return index, nil
}

// Words are what the index of one language is made of.
func (s *Source) Words(face Face) textindex.Input {
	in := textindex.Input{Lang: s.code(face.Lang), Concepts: s.concepts}
	for _, facet := range s.facets {
		out := textindex.Facet{ID: facet.ID, Later: !facts.IsOpen(facet.ID)}
		for _, term := range facet.Terms {
			out.Terms = append(out.Terms, term.ID+"\t"+face.Term(term))
			out.Parents = append(out.Parents, term.Parent)
		}
		in.Facets = append(in.Facets, out)
	}
	in.Documents = s.documents(face)
	return in
}

func (s *Source) code(lang catalog.Lang) string { return s.Catalogue.Languages[lang].Code }
