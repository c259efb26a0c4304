package textindex

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Two words that are both common, such as a subject and its level or a kind and a place, have their first ten hits in many files of cards, and
// neither word's own file of first hits helps. So the cards of the first ten of such pairs stand in files too. There are too many pairs for all
// of them: those come first whose words each name much of what there is of their field.

const (
	pairWords = 300   // that are put together
	pairFiles = 1_000 // at most; no more than there are documents either, or most of a small index would be pairs
	pairTries = 4     // times as many pairs are looked at: many have few hits, or hits that are neighbours
)

// pairWord is a word that names a concept best, in all its forms.
type pairWord struct {
	finding
	forms []*entry
	leads map[int32]uint8 // strongest of its groups
	main  int32           // the concept
	share float64         // of all that the concepts of its field name
}

// layPairs makes the files of pairs and names them in the entries of the rarer word, whose postings change with them.
func (r *ranker) layPairs() error {
	words := r.pairWords()
	type pair struct{ rare, common *pairWord }
	var pairs []pair
	for i := range words {
		for j := range i {
			x, y := &words[i], &words[j]
			if x.count > y.count {
				x, y = y, x
			}
			if !x.names(y.main) && !y.names(x.main) {
				pairs = append(pairs, pair{x, y})
			}
		}
	}
	slices.SortStableFunc(pairs, func(p, q pair) int { return cmp.Compare(q.rare.share*q.common.share, p.rare.share*p.common.share) })
	made := r.joins()
	left := min(pairFiles, len(r.documents))
	for _, p := range pairs[:min(len(pairs), left*pairTries)] {
		name, err := r.pairCards(r.firstOfBoth(p.rare, p.common))
		if err != nil {
			return err
		}
		if name == "" {
			continue
		}
		for _, e := range p.rare.forms {
			e.ahead = append(e.ahead, ahead{with: p.common.forms[:1], name: name})
		}
		if err := r.layJoined(p.rare, p.common, made); err != nil {
			return err
		}
		if left--; left == 0 {
			break
		}
	}
	return nil
}

// pairCards makes the file of a pair of which these documents are found first; "" if they are few or lie in few files as it is.
func (r *ranker) pairCards(first []int) (string, error) {
	if len(first) < aheadCards {
		return "", nil
	}
	return r.cardsAhead(first[:aheadCards])
}

// layJoined makes the files of two words in those forms and orders in which they make a third when written as one, as "Deutsch Kurs" makes
// Deutschkurs: both then lead to what it leads to as well.
func (r *ranker) layJoined(rare, common *pairWord, made joins) error {
	for _, x := range rare.forms {
		for _, y := range common.forms {
			for _, whole := range [][]*entry{made.of(x, y), made.of(y, x)} {
				if len(whole) == 0 {
					continue
				}
				name, err := r.pairCards(r.firstOfJoined(append(whole, x), append(whole, y)))
				if err != nil {
					return err
				}
				if name != "" {
					x.ahead = append(x.ahead, ahead{with: append(whole, y), name: name})
				}
			}
		}
	}
	return nil
}

// joins finds what words make together.
type joins struct {
	entries map[string]*entry // by their letters
	joiners []string
}

func (r *ranker) joins() joins {
	j := joins{entries: map[string]*entry{}, joiners: append([]string{""}, r.collector.joiners()...)}
	for i := range r.core.entries {
		j.entries[r.core.entries[i].folded] = &r.core.entries[i]
	}
	return j
}

// of returns what two words make in this order: the script's join.
func (j *joins) of(first, second *entry) (made []*entry) {
	for _, joiner := range j.joiners {
		if e := j.entries[first.folded+joiner+second.folded]; e != nil {
			made = append(made, e)
		}
	}
	return slices.Clip(made)
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
			if e.weak || !hasLetters(e.folded) || !r.isConcept(ref) || r.names.best[ref.group] != e.folded || len(r.core.lists[ref.group]) <= aheadCards {
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
		words[i].finding, words[i].leads = r.nothing(), strongest(words[i].forms[:1])
		r.find(&words[i].finding, words[i].forms[0].wholes())
	}
	return slices.DeleteFunc(words, func(w pairWord) bool { return w.count <= aheadAll }) // has all its cards in a file
}

// hasLetters is false for a postal code, which stands for a place that has a name.
func hasLetters(word string) bool { return strings.ContainsFunc(word, unicode.IsLetter) }

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

// firstOfBoth returns what is found first for two words.
func (r *ranker) firstOfBoth(x, y *pairWord) []int {
	if both := completed(x.leads, y.leads); len(both) > 0 {
		return r.firstOf(x.forms[:1], y.forms[:1], both)
	}
	return r.first(&x.finding, &y.finding)
}

// firstOfJoined returns what is found first for two words of a question, each of which leads to what its entries do.
func (r *ranker) firstOfJoined(x, y []*entry) []int {
	return r.firstOf(x, y, completed(strongest(x), strongest(y)))
}

// firstOf returns it where both also lead to more groups.
func (r *ranker) firstOf(x, y []*entry, both []int32) []int {
	for i, entries := range [][]*entry{x, y} {
		groups := slices.Clone(both)
		for _, e := range entries {
			groups = append(groups, e.wholes()...)
		}
		r.find(&r.passing[i], groups)
	}
	return r.first(&r.passing[0], &r.passing[1])
}

// completed are the groups that two words lead to wholly since each is half of the name, or one half and the other a third: the script's complete.
// Given is how wholly each leads to its groups.
func completed(x, y map[int32]uint8) (groups []int32) {
	for group, a := range x {
		b, is := y[group]
		if is && min(a, b) == half && max(a, b) <= third {
			groups = append(groups, group)
		}
	}
	slices.Sort(groups)
	return groups
}

// strongest are the groups that entries lead to, each as wholly as one of them does.
func strongest(entries []*entry) map[int32]uint8 {
	weights := map[int32]uint8{}
	for _, e := range entries {
		for _, r := range e.refs {
			if had, is := weights[r.group]; !is || r.weight < had {
				weights[r.group] = r.weight
			}
		}
	}
	return weights
}
