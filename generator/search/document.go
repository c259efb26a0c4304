package search

import (
	"fmt"
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/locale"
	"mappe/generator/textindex"
)

// documents are the records as an index in one language holds them, each once.
func (s *Source) documents(face Face) []textindex.Document {
	byTitle, byPlace := s.orders(face)
	documents := make([]textindex.Document, len(s.entries))
	w := &words{Source: s, lang: face.Lang}
	for i, entry := range s.entries {
		documents[i] = textindex.Document{
			Key:        entry.Base().Key(),
			Shelf:      s.shelf(entry),
			Texts:      w.of(entry),
			Concepts:   s.named[i],
			Facets:     s.members[i],
			Card:       face.Card(entry),
			Rank:       s.rank(entry),
			Start:      s.start(entry),
			TitleOrder: byTitle[i],
			PlaceOrder: byPlace[i],
		}
	}
	return documents
}

// shelf is what a record stands among in an index: hits that match equally well are ordered by their start, so that the first ten lie in few
// files.
func (s *Source) shelf(entry catalog.Entry) string {
	return fmt.Sprintf("%s/%d/%07d", entry.Base().Folder(), s.rank(entry), s.start(entry))
}

// orders says of each record where it stands by its title and by where it takes place, in the order of a language. What is everywhere
// or nowhere comes last by place.
func (s *Source) orders(face Face) (byTitle, byPlace []int) {
	chain := s.Catalogue.Chain(face.Lang)
	titleOf := func(r *catalog.Record) string {
		title, _ := r.Title.Best(chain)
		return title
	}
	title, place := make([]string, len(s.entries)), make([]string, len(s.entries))
	for i, entry := range s.entries {
		title[i] = titleOf(entry.Base())
		if at := s.placeOf(entry); at != nil {
			place[i] = titleOf(&at.Record)
		}
	}
	return ranks(face.Locale, title), ranks(face.Locale, place)
}

// ranks tells of each text where it stands in the order of a language, no text last; equal ones stand together.
func ranks(loc *locale.Locale, texts []string) []int {
	order := make([]int, len(texts))
	for i := range order {
		order[i] = i
	}
	locale.SortBy(loc, order, func(i int) string { return texts[i] })
	slices.SortStableFunc(order, func(i, j int) int {
		if empty := texts[i] == ""; empty != (texts[j] == "") && empty {
			return 1
		} else if !empty && texts[j] == "" {
			return -1
		}
		return 0
	})
	rank := make([]int, len(texts))
	for place, i := range order {
		rank[i] = place
		if place > 0 && texts[order[place-1]] == texts[i] {
			rank[i] = rank[order[place-1]]
		}
	}
	return rank
}

// placeOf is the place a record is ordered by, nil where it has none of its own.
func (s *Source) placeOf(entry catalog.Entry) *catalog.Place {
	switch e := entry.(type) {
	case *catalog.Place:
		return e
	case *catalog.Contact:
		if e.Venue != nil {
			return e.Venue.Place.To
		}
	case *catalog.Organization:
		if e.Venue != nil {
			return e.Venue.Place.To
		}
	}
	if places, _ := facts.TakesPlaceIn(entry, s.Tree); len(places) > 0 && places[0] != s.Tree.County() {
		return places[0]
	}
	return nil
}
