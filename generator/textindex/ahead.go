package textindex

import (
	"cmp"
	"math"
	"slices"
)

// Hits of one word are rarely neighbours: the first ten would lie in as many files of cards. So the cards of the first hits of each word that
// names a concept, which is what readers mostly look for, are put into a file of their own, and the dictionary names it beside the word. If the
// word has few hits all their cards are in it: whatever else is asked for with it, the answer's cards are there. The script takes from there
// what it can use: it need not rank as this does, but should.

const (
	aheadCards = 10 // what the page shows first
	aheadAll   = 48 // hits that are few; engine.js knows this number too
	aheadFiles = 3  // of cards; hits that lie in fewer are loaded from these
)

// layAhead makes the files of first hits and names them in the entries, which lead to the groups of the core.
func (b *builder) layAhead(core *tier, entries []entry) error {
	for i := range entries {
		e := &entries[i]
		if e.weak || !slices.ContainsFunc(e.refs, func(r ref) bool { return b.isConcept(r) && len(core.lists[r.group]) > aheadCards }) {
			continue
		}
		first := b.first(core, e)
		if b.filesOf(first) < aheadFiles {
			continue
		}
		key := combinationKey(first)
		if b.ahead[key] == "" {
			name, err := b.cardsAhead(first)
			if err != nil {
				return err
			}
			b.ahead[key] = name
		}
		e.ahead = b.ahead[key]
	}
	return nil
}

func (b *builder) isConcept(r ref) bool {
	return r.weight == whole && int(r.group) >= len(b.collector.words)
}

// filesOf counts the files of cards that documents lie in.
func (b *builder) filesOf(documents []int) int {
	files := map[int]bool{}
	for _, d := range documents {
		files[b.places[d].slot/cardPlaces] = true
	}
	return len(files)
}

// cardsAhead packs cards, each after its document's place.
func (b *builder) cardsAhead(documents []int) (string, error) {
	documents = slices.Clone(documents)
	slices.Sort(documents)
	var p part
	p.number(len(documents))
	for _, d := range documents {
		p.number(b.places[d].slot)
	}
	for _, d := range documents {
		if err := p.card(b.documents[d]); err != nil {
			return "", err
		}
	}
	return b.add("a", p.Bytes())
}

// first returns the documents, by number, that the script finds first when the word is all that is asked for.
func (b *builder) first(core *tier, e *entry) []int {
	type hit struct {
		document int
		power    float64
		named    bool // the word is the whole title
	}
	byNumber := map[int]*hit{}
	for _, r := range e.refs {
		if r.weight != whole {
			continue
		}
		for _, p := range core.lists[r.group] {
			d := b.numbers[p.slot]
			h := byNumber[d]
			if h == nil {
				h = &hit{document: d}
				byNumber[d] = h
			}
			titles := b.titles[p.slot]
			h.power = max(h.power, power(p.strength, titles))
			h.named = h.named || p.strength&titleStrength != 0 && (titles&15 == 1 || titles>>4 == 1)
		}
	}
	rare := math.Log(1 + (float64(len(b.documents)-len(byNumber))+0.5)/(float64(len(byNumber))+0.5))
	hits := make([]*hit, 0, len(byNumber))
	for _, h := range byNumber {
		h.power = math.Round(rare * h.power * 5)
		hits = append(hits, h)
	}
	slices.SortFunc(hits, func(x, y *hit) int {
		a, b := b.documents[x.document], b.documents[y.document]
		if x.named != y.named {
			if x.named {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(y.power, x.power), cmp.Compare(a.Start, b.Start), cmp.Compare(x.document, y.document))
	})
	if len(hits) > aheadAll {
		hits = hits[:aheadCards]
	}
	documents := make([]int, 0, len(hits))
	for _, h := range hits {
		documents = append(documents, h.document)
	}
	return documents
}

// power is what a word counts in a document of which it is found as strongly: the script's.
func power(strength, titles uint8) float64 {
	value := float64(strength & otherStrength)
	if strength&titleStrength != 0 {
		value += 9 / (0.7 + 0.1*float64(titles&15))
	}
	return value / (value + 6)
}
