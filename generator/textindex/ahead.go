package textindex

import "slices"

// Hits of one word are rarely neighbours: the first ten would lie in as many files of cards. So the cards of the first hits of each word that
// names a concept, which is what readers mostly look for, are put into a file of their own, and the dictionary names it beside the word. If the
// word has few hits all their cards are in it: whatever else is asked for with it, the answer's cards are there. pairs.go does the same for two
// words. The script takes from there what it can use: it need not rank as this does, but should.

const (
	aheadCards = 10 // what the page shows first
	aheadAll   = 48 // hits that are few; engine.js knows this number too
	aheadFiles = 3  // of cards; hits that lie in fewer are loaded from these
)

// ahead names a file with the cards of the first hits of a word and another.
type ahead struct {
	with []*entry // the other word and what both make when written as one; the word itself if it is all that is asked for
	name string   // of the file
}

// layAhead makes the files of first hits and names them in the entries, which lead to the groups of the core.
func (r *ranker) layAhead(entries []entry) error {
	for i := range entries {
		e := &entries[i]
		if e.weak || !slices.ContainsFunc(e.refs, func(to ref) bool { return r.isConcept(to) && len(r.core.lists[to.group]) > aheadCards }) {
			continue
		}
		name, err := r.firstCards(e.wholes())
		if err != nil {
			return err
		}
		if name != "" {
			e.ahead = append(e.ahead, ahead{with: []*entry{e}, name: name})
		}
	}
	return nil
}

// firstCards makes the file for a word that leads to these groups. Many do so to the same: forms, synonyms, names in other languages.
func (r *ranker) firstCards(groups []int32) (name string, err error) {
	slices.Sort(groups)
	key := combinationKey(groups)
	name, made := r.alone[key]
	if !made {
		word := &r.passing[0]
		r.find(word, groups)
		name, err = r.cardsAhead(r.first(word))
		r.alone[key] = name
	}
	return name, err
}

func (b *builder) isConcept(r ref) bool {
	return r.weight == whole && int(r.group) >= len(b.collector.words)
}

// wholes are the groups that the word is a form or all of a name of.
func (e *entry) wholes() (groups []int32) {
	for _, r := range e.refs {
		if r.weight == whole {
			groups = append(groups, r.group)
		}
	}
	return groups
}

// cardsAhead makes a file of these documents' cards and returns its name; "" if they lie in few files as it is.
func (b *builder) cardsAhead(documents []int) (string, error) {
	documents = slices.Sorted(slices.Values(documents))
	if b.filesOf(documents) < aheadFiles {
		return "", nil
	}
	key := combinationKey(documents)
	if name, made := b.ahead[key]; made {
		return name, nil
	}
	p := b.cardsPart()
	p.number(len(documents))
	for _, d := range documents {
		p.number(b.places[d].slot)
	}
	b.addCards(p, documents)
	name, err := b.add(aheadName, p)
	b.ahead[key] = name
	return name, err
}

// filesOf counts the files of cards that documents lie in, which stand in order.
func (b *builder) filesOf(documents []int) (files int) {
	last := -1
	for _, d := range documents {
		if file := b.places[d].slot / cardPlaces; file != last {
			files, last = files+1, file
		}
	}
	return files
}
