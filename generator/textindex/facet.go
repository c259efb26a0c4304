package textindex

import (
	"encoding/binary"
	"slices"
)

// column writes which terms of a facet each document has. Many documents have the same terms, so the column holds the number of a
// combination, one byte a document (two above 256 combinations, all low bytes first), after the list of combinations.
func column(p *part, documents []*Document, facet int) {
	numbers := map[string]int{}
	var combinations [][]int
	column := make([]int, len(documents))
	var terms []int
	var key []byte
	for i, d := range documents {
		terms, key = terms[:0], key[:0]
		if facet < len(d.Facets) {
			terms = append(terms, d.Facets[facet]...)
		}
		slices.Sort(terms)
		terms = slices.Compact(terms)
		key = appendKey(key, terms)
		number, known := numbers[string(key)]
		if !known {
			number = len(combinations)
			numbers[string(key)] = number
			combinations = append(combinations, slices.Clone(terms))
		}
		column[i] = number
	}
	p.number(len(combinations))
	for _, terms := range combinations {
		p.number(len(terms))
		before := 0
		for _, term := range terms {
			p.number(term - before)
			before = term
		}
	}
	plane := make([]byte, len(documents))
	for shift := 0; shift == 0 || len(combinations) > 1<<shift; shift += 8 {
		for i, number := range column {
			plane[i] = byte(number >> shift)
		}
		p.Write(plane)
	}
}

func combinationKey[number int | int32](terms []number) string { return string(appendKey(nil, terms)) }

func appendKey[number int | int32](key []byte, terms []number) []byte {
	for _, term := range terms {
		key = binary.AppendUvarint(key, uint64(term))
	}
	return key
}

// facetData is what the script is told of a facet; of later ones it learns the terms with their columns.
type facetData struct {
	ID      string   `json:"id"`
	Later   bool     `json:"later"`
	Terms   []string `json:"terms"`
	Parents []int    `json:"parents"`
}

func (f *Facet) data(full bool) facetData {
	d := facetData{ID: f.ID, Later: f.Later, Terms: []string{}, Parents: []int{}}
	if full {
		d.Terms, d.Parents = append(d.Terms, f.Terms...), append(d.Parents, f.Parents...)
	}
	return d
}
