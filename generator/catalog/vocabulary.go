package catalog

import (
	"cmp"
	"slices"
	"strings"
)

// Vocabulary is a controlled list of terms.
type Vocabulary struct {
	Name string
	// Path is the site's file, empty for the program's own vocabulary.
	Path string
	// Terms are in the vocabulary's order, children wherever it puts them.
	Terms []*Term

	byID map[string]*Term
	// incomplete says that a part of the file could not be read: a term that is not here may stand there.
	incomplete bool
}

// Find returns a term by its id, nil where there is none.
func (v *Vocabulary) Find(id string) *Term {
	if v == nil {
		return nil
	}
	return v.byID[id]
}

// IDs returns the ids of all terms in order.
func (v *Vocabulary) IDs() []string {
	ids := make([]string, len(v.Terms))
	for i, t := range v.Terms {
		ids[i] = t.ID
	}
	return ids
}

// ByLabel returns the term that is called so in any language, nil where there is none: what somebody writes who does not know the ids.
func (v *Vocabulary) ByLabel(words string) *Term {
	for _, t := range v.Terms {
		for _, label := range t.Label.words {
			if label != "" && strings.EqualFold(label, words) {
				return t
			}
		}
		for _, list := range t.Synonyms.lists {
			if slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, words) }) {
				return t
			}
		}
	}
	return nil
}

// SortTerms orders terms by their vocabularies' order.
func SortTerms(terms []*Term) {
	slices.SortStableFunc(terms, func(a, b *Term) int {
		return cmp.Or(cmp.Compare(a.Vocabulary, b.Vocabulary), cmp.Compare(a.Rank, b.Rank))
	})
}
