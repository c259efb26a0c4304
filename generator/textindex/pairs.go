package textindex

import (
	"cmp"
	"slices"
)

// Two words that are both common, such as a subject and its level or a kind and a place, have their first ten hits in many files of cards, and
// neither word's own file of first hits helps. So the cards of the first ten of such pairs stand in files too. There are too many pairs for all
// of them: those come first whose words each name much of what there is of their field.

const (
	pairWords = 300 // that are put together
	fewPairs  = 300 // with files; and one more for every eight documents
	pairTries = 4   // times as many pairs are looked at: many have few hits, or hits that are neighbours
)

// pairWord is a word that names a concept best, in all its forms.
type pairWord struct {
	finding
	forms []*entry
	main  int32   // the concept
	share float64 // of all that the concepts of its field name
}

// layPairs makes the files of pairs and names them in the entries of the rarer word, whose postings change with them.
func (r *ranker) layPairs() error {
	words := r.pairWords()
	type pair struct{ rare, common *pairWord }
	var pairs []pair
	for i := range words {
		for j := range i {
			x, y := &words[i], &words[j]
			if len(x.documents) > len(y.documents) {
				x, y = y, x
			}
			if !x.names(y.main) && !y.names(x.main) {
				pairs = append(pairs, pair{x, y})
			}
		}
	}
	slices.SortStableFunc(pairs, func(p, q pair) int { return cmp.Compare(q.rare.share*q.common.share, p.rare.share*p.common.share) })
	left := fewPairs + len(r.documents)/8
	for _, p := range pairs[:min(len(pairs), left*pairTries)] {
		first := r.firstOfBoth(p.rare, p.common)
		if len(first) < aheadCards {
			continue
		}
		name, err := r.cardsAhead(first[:aheadCards])
		if err != nil {
			return err
		}
		if name == "" {
			continue
		}
		for _, e := range p.rare.forms {
			e.ahead = append(e.ahead, ahead{other: p.common.forms[0], name: name})
		}
		if left--; left == 0 {
			break
		}
	}
	return nil
}

// pairWords are the words that name most, best first.
func (r *ranker) pairWords() []pairWord {
	sums := map[Field]int{}
	for i, concept := range r.input.Concepts {
		if concept.Alone {
			continue
		}
		sums[concept.Field] += len(r.core.lists[len(r.collector.words)+i])
	}
	forms := map[string][]*entry{}
	for i := range r.core.entries {
		e := &r.core.entries[i]
		forms[e.meaning()] = append(forms[e.meaning()], e)
	}
	var words []pairWord
	for i := range r.core.entries {
		e := &r.core.entries[i]
		w := pairWord{forms: forms[e.meaning()]}
		for _, ref := range e.refs {
			if e.weak || !r.isConcept(ref) || r.names.best[ref.group] != e.folded || len(r.core.lists[ref.group]) <= aheadCards {
				continue
			}
			concept := &r.input.Concepts[int(ref.group)-len(r.collector.words)]
			if share := float64(len(r.core.lists[ref.group])) / float64(sums[concept.Field]); share > w.share && !concept.Alone {
				w.main, w.share = ref.group, share
			}
		}
		if w.share > 0 {
			words = append(words, w)
		}
	}
	slices.SortStableFunc(words, func(x, y pairWord) int { return cmp.Compare(y.share, x.share) })
	had := map[*entry]bool{} // forms of which another names a concept best too
	words = slices.DeleteFunc(words, func(w pairWord) bool {
		again := had[w.forms[0]]
		had[w.forms[0]] = true
		return again
	})
	words = words[:min(len(words), pairWords)]
	for i := range words {
		words[i].finding = r.found(words[i].forms[0].wholes())
	}
	return slices.DeleteFunc(words, func(w pairWord) bool { return len(w.documents) <= aheadAll }) // has all its cards in a file
}

// meaning is the same for the forms of a word.
func (e *entry) meaning() string {
	var key []int
	for _, r := range e.refs {
		key = append(key, int(r.group), int(r.weight))
	}
	return combinationKey(key)
}

func (w *pairWord) names(group int32) bool {
	return slices.Contains(w.forms[0].wholes(), group)
}

// firstOfBoth returns what is found first for two words, which make a third out of the names they are halves of.
func (r *ranker) firstOfBoth(x, y *pairWord) []int {
	var made []int32
	for _, a := range x.forms[0].refs {
		for _, b := range y.forms[0].refs {
			if a.group == b.group && min(a.weight, b.weight) == half && max(a.weight, b.weight) <= third {
				made = append(made, a.group)
			}
		}
	}
	if made == nil {
		return r.first(x.finding, y.finding)
	}
	return r.first(r.found(append(x.forms[0].wholes(), made...)), r.found(append(y.forms[0].wholes(), made...)))
}
