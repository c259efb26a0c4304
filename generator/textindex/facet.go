package textindex

import (
	"encoding/binary"
	"slices"
)

// column holds which terms of a facet each document has. Many documents have the same terms, so it has the number of a combination for each.
type column struct {
	facet        int
	combinations [][]int // in the order in which documents have them
	documents    []int32 // by number: the combination
	short        []int32 // by term, and first for none: the combination and 1, 0 if it has not been met
	long         map[string]int32
	sorted       []int // used again and again, as is the key
	key          []byte
}

// facetColumns makes the columns of these facets. It goes through the documents once: they lie far apart.
func (b *builder) facetColumns(facets []int) []column {
	columns := make([]column, len(facets))
	for i, facet := range facets {
		columns[i] = column{facet: facet, documents: make([]int32, len(b.documents)), short: make([]int32, len(b.input.Facets[facet].Terms)+1), long: map[string]int32{}}
	}
	for number, d := range b.documents {
		for i := range columns {
			c := &columns[i]
			var terms []int
			if c.facet < len(d.Facets) {
				terms = d.Facets[c.facet]
			}
			c.documents[number] = c.combination(terms)
		}
	}
	return columns
}

// combination returns the number of these terms taken together.
func (c *column) combination(terms []int) int32 {
	if len(terms) <= 1 {
		place := &c.short[0]
		if len(terms) == 1 {
			place = &c.short[terms[0]+1]
		}
		if *place == 0 {
			*place = c.add(terms) + 1
		}
		return *place - 1
	}
	c.sorted = append(c.sorted[:0], terms...)
	slices.Sort(c.sorted)
	terms = slices.Compact(c.sorted)
	if len(terms) == 1 {
		return c.combination(terms)
	}
	c.key = appendKey(c.key[:0], terms)
	number, known := c.long[string(c.key)]
	if !known {
		number = c.add(terms)
		c.long[string(c.key)] = number
	}
	return number
}

func (c *column) add(terms []int) int32 {
	c.combinations = append(c.combinations, slices.Clone(terms))
	return int32(len(c.combinations) - 1)
}

// addTo writes the list of combinations and one byte a document, two above 256 combinations, all low bytes first.
func (c *column) addTo(p *part) {
	p.number(len(c.combinations))
	for _, terms := range c.combinations {
		p.number(len(terms))
		before := 0
		for _, term := range terms {
			p.number(term - before)
			before = term
		}
	}
	plane := make([]byte, len(c.documents))
	for shift := 0; shift == 0 || len(c.combinations) > 1<<shift; shift += 8 {
		for i, number := range c.documents {
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

// facets are the numbers of those that are looked at later, or of the others.
func (b *builder) facets(later bool) (numbers []int) {
	for i := range b.input.Facets {
		if b.input.Facets[i].Later == later {
			numbers = append(numbers, i)
		}
	}
	return numbers
}
