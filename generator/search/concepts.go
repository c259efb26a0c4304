package search

import (
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/locale"
	"mappe/generator/textindex"
)

// namer numbers concepts as records name them: what is called something in every language, so that a word in any of them finds records
// written in another.
type namer struct {
	*Source
	number map[string]int
	// at is the number of the record at hand, mine are its concepts.
	at   int
	mine []int
}

// nameConcepts finds the concepts of every record.
func (s *Source) nameConcepts() {
	n := &namer{Source: s, number: map[string]int{}}
	for i, entry := range s.entries {
		n.at, n.mine = i, nil
		n.entry(entry)
		slices.Sort(n.mine)
		s.named = append(s.named, slices.Compact(n.mine))
	}
}

// concept notes that the record at hand is about something; labels are asked for when it is met first.
func (n *namer) concept(field textindex.Field, key string, labels func() []textindex.Text) {
	i, known := n.number[key]
	if !known {
		i = len(n.concepts)
		n.number[key] = i
		n.concepts = append(n.concepts, textindex.Concept{Key: key, Field: field, Labels: labels(), Alone: isAlone(key)})
	}
	n.mine = append(n.mine, i)
}

// isAlone tells of vocabularies that say who may come, who pays and what one gets: a reader who has a subject or a place in mind chooses them
// in the filters, if at all.
func isAlone(key string) bool {
	vocabulary, _, _ := strings.Cut(key, "/")
	return slices.Contains([]string{"statuses", "circles", "funding", "tickets", "certificates"}, vocabulary)
}

func (n *namer) entry(entry catalog.Entry) {
	n.terms(textindex.Keywords, facts.KindsOf(entry)...) // what it is counts more than what it is about
	n.terms(textindex.Vocabulary, facts.TopicsOf(entry)...)
	n.terms(textindex.Vocabulary, n.Facets.AudiencesOf(entry)...)
	n.terms(textindex.Vocabulary, n.Facets.LevelsOf(entry)...)
	n.typeOf(entry)
	n.spoken()
	n.places(entry)
	switch e := entry.(type) {
	case *catalog.Course:
		n.terms(textindex.Keywords, e.Subject)
		n.terms(textindex.Vocabulary, e.Certificates...)
	case *catalog.Internship:
		n.terms(textindex.Keywords, e.Occupations...)
	case *catalog.Transport:
		n.terms(textindex.Vocabulary, e.Tickets...)
	case *catalog.Contact:
		for _, row := range e.Responsible {
			n.terms(textindex.Vocabulary, row.Circles...)
		}
	}
	if offer := entry.Base().AsOffer(); offer != nil {
		n.terms(textindex.Vocabulary, offer.Funding...)
		if a := offer.Admission; a != nil {
			n.terms(textindex.Vocabulary, a.Statuses...)
			n.terms(textindex.Vocabulary, a.Circles...)
		}
	}
	for _, facet := range [...]string{"time", "pace", "beside_work", "cost", "childcare", "wheelchair"} {
		n.facetWords(facet)
	}
	if _, online := facts.TakesPlaceIn(entry, n.Tree); online {
		n.word("online")
	}
}

// terms are vocabulary terms with all above them: a course in A1.1 is one in A1.
func (n *namer) terms(field textindex.Field, terms ...*catalog.Term) {
	for _, term := range terms {
		for ; term != nil && !term.Free; term = term.Parent {
			n.concept(field, term.Vocabulary+"/"+term.ID, func() []textindex.Text {
				return append(inAll(n.Catalogue, term.Label), listInAll(n.Catalogue, term.Synonyms)...)
			})
		}
	}
}

// places are where a record is, with what lies above it but the county, which all have in common.
func (n *namer) places(entry catalog.Entry) {
	places, _ := facts.TakesPlaceIn(entry, n.Tree)
	if entry.Base().AsOffer() == nil {
		if at := n.placeOf(entry); at != nil {
			places = []*catalog.Place{at}
		}
	}
	for _, place := range places {
		for _, above := range n.Tree.Chain(place) {
			if above == n.Tree.County() && above != place {
				continue
			}
			n.concept(textindex.Place, "places/"+above.ID, func() []textindex.Text {
				labels := append(inAll(n.Catalogue, above.Title), listInAll(n.Catalogue, above.Also)...)
				for _, code := range above.PostalCodes {
					labels = append(labels, textindex.Text{Lang: n.code(n.Catalogue.Default), Text: code})
				}
				return labels
			})
		}
	}
}

// spoken are the languages in which a record is there for people. The default language is everywhere and tells nothing.
func (n *namer) spoken() {
	for _, facet := range []string{"language", "spoken"} {
		for _, term := range n.termsIn(facet) {
			code := term.Language
			if code == n.code(n.Catalogue.Default) {
				continue
			}
			n.concept(textindex.Vocabulary, "languages/"+code, func() []textindex.Text {
				labels := []textindex.Text{{Lang: code, Text: locale.New(code).SelfName()}}
				for _, language := range n.Catalogue.Languages {
					labels = append(labels, textindex.Text{Lang: language.Code, Text: locale.New(language.Code).LanguageName(code)})
				}
				return labels
			})
		}
	}
}

// typeOf is what records of the type are called, where no vocabulary says more exactly what a record is.
func (n *namer) typeOf(entry catalog.Entry) {
	switch folder := entry.Base().Folder(); folder {
	case "courses", "events", "contacts", "organizations", "pathways":
		n.messages("types/"+folder, "kind."+folder, "type."+folder)
	}
}

// termsIn are the terms of a facet that the record at hand belongs to.
func (n *namer) termsIn(id string) []facts.FacetTerm {
	var terms []facts.FacetTerm
	for i := range n.facets {
		if n.facets[i].ID == id {
			for _, t := range n.members[n.at][i] {
				terms = append(terms, n.facets[i].Terms[t])
			}
		}
	}
	return terms
}

// facetWords are what people call what a facet tells: "in the evening", "evening course".
func (n *namer) facetWords(facet string) {
	for _, term := range n.termsIn(facet) {
		switch {
		case facet == "childcare":
			n.word("childcare")
		case facet == "beside_work":
			n.word("beside_work")
		case facet == "cost" && term.ID == "free":
			n.word("free")
		case facet == "wheelchair" && term.ID == "yes":
			n.word("wheelchair")
		case facet == "time" || facet == "pace":
			n.word(term.ID)
		}
	}
}

// word is something that a text of the interface names. Messages: words.online, words.childcare, words.beside_work, words.free,
// words.wheelchair, words.morning, words.afternoon, words.evening, words.full_day, words.weekend, words.full_time, words.part_time.
func (n *namer) word(name string) { n.messages("words/"+name, "words."+name) }

// messages is a concept that is called by texts of the interface, whose words are separated by commas.
func (n *namer) messages(concept string, keys ...string) {
	n.concept(textindex.Vocabulary, concept, func() (labels []textindex.Text) {
		for lang := range n.Catalogue.Languages {
			for _, key := range keys {
				for label := range strings.FieldsFuncSeq(n.Word(catalog.Lang(lang), key), func(r rune) bool { return r == ',' || r == '،' }) {
					labels = append(labels, textindex.Text{Lang: n.code(catalog.Lang(lang)), Text: strings.TrimSpace(label)})
				}
			}
		}
		return labels
	})
}

// inAll is a text in every language it has.
func inAll(c *catalog.Catalogue, t catalog.Text) (all []textindex.Text) {
	for lang, language := range c.Languages {
		if text := t.In(catalog.Lang(lang)); text != "" {
			all = append(all, textindex.Text{Lang: language.Code, Text: text})
		}
	}
	return all
}

func listInAll(c *catalog.Catalogue, t catalog.Texts) (all []textindex.Text) {
	for lang, language := range c.Languages {
		for _, text := range t.In(catalog.Lang(lang)) {
			all = append(all, textindex.Text{Lang: language.Code, Text: text})
		}
	}
	return all
}
