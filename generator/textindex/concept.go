package textindex

import (
	"cmp"
	"slices"
)

// Concepts are groups that are reached by names in many languages. The names in the index's own language stand in its core; those in
// others wait in a file of their own, which the script loads when a word is not found.

// names holds what the words of concepts' labels lead to.
type names struct {
	refs  map[int32][]ref  // by group of words
	words map[int32]bool   // the words that occur in labels
	best  map[int32]string // by concept: the first word that is all of a label in the index's language, folded
}

// label reads the labels of the concepts that documents have.
func (c *collector) label(concepts []Concept, used []bool) (labels [][][]int32) {
	labels = make([][][]int32, len(concepts))
	for i := range concepts {
		if !used[i] {
			continue
		}
		for _, text := range concepts[i].Labels {
			labels[i] = append(labels[i], c.nameWords(text))
		}
	}
	return labels
}

// nameWords returns the words of a label, without those that carry no meaning unless there are no others.
func (c *collector) nameWords(text Text) []int32 {
	l := c.lexicon(text.Lang)
	var all, meant []int32
	before := ""
	c.alphabet.words(text.Text, func(written string, hyphen bool) {
		if w := c.read(l, written); w >= 0 {
			all = append(all, w)
			if !c.words[w].stop {
				meant = append(meant, w)
			}
		}
		if hyphen && len(l.joiners) > 0 {
			if w := c.read(l, before+written); w >= 0 {
				meant = append(meant, w)
			}
		}
		before = written
	})
	if len(meant) == 0 {
		return all
	}
	return meant
}

// names turns labels into ways from groups of words to concepts.
func (c *collector) names(labels [][][]int32, groups []int32, own *lexicon) names {
	n := names{refs: map[int32][]ref{}, words: map[int32]bool{}, best: map[int32]string{}}
	for concept, texts := range labels {
		for _, words := range texts {
			group := int32(len(c.words) + concept)
			if len(words) == 1 && n.best[group] == "" && c.words[words[0]].lang == own {
				n.best[group] = c.words[words[0]].folded
			}
			heavy := 0
			for _, w := range words {
				if !c.words[w].weak {
					heavy++
				}
			}
			for _, w := range words {
				weight := uint8(min(max(heavy, 1)-1, int(third)))
				if c.words[w].weak && heavy > 0 {
					weight = third
				}
				n.words[w] = true
				n.lead(groups[w], ref{group: group, weight: weight})
			}
		}
	}
	return n
}

// lead adds a way, or makes one that is there heavier.
func (n names) lead(from int32, to ref) {
	for i, r := range n.refs[from] {
		if r.group == to.group {
			n.refs[from][i].weight = min(r.weight, to.weight)
			return
		}
	}
	n.refs[from] = append(n.refs[from], to)
}

// addTo adds the names in the index's own language and its words without meaning to the core, and lets every word that is there
// already lead to the concepts it names.
func (n names) addTo(t *tier, c *collector, own *lexicon, groups []int32) {
	var fresh []entry
	for w := range c.words {
		word := &c.words[w]
		at := find(t.entries, word.folded)
		if refs := n.refs[groups[w]]; at >= 0 {
			t.entries[at].refs = appendRefs(t.entries[at].refs, refs)
		} else if word.lang == own && n.words[int32(w)] {
			fresh = append(fresh, entry{folded: word.folded, shown: word.shown, weak: word.weak || word.stop, refs: slices.Clone(refs)})
		}
	}
	for folded := range own.stop {
		if at := find(t.entries, folded); at >= 0 {
			t.entries[at].weak = true
		} else if !slices.ContainsFunc(fresh, func(e entry) bool { return e.folded == folded }) {
			fresh = append(fresh, entry{folded: folded, shown: folded, weak: true})
		}
	}
	t.entries = append(t.entries, fresh...)
	slices.SortFunc(t.entries, func(a, b entry) int { return cmp.Compare(a.folded, b.folded) })
}

func appendRefs(refs, more []ref) []ref {
	for _, r := range more {
		if !slices.ContainsFunc(refs, func(o ref) bool { return o.group == r.group }) {
			refs = append(refs, r)
		}
	}
	return refs
}

// tongues is the dictionary of the names in other languages than the index's, and of those languages' words without meaning, as far as
// the core has no such word.
func (n names) tongues(core *tier, c *collector, own *lexicon, groups []int32) []entry {
	byFolded := map[string]*entry{}
	at := func(folded, shown string, weak bool) *entry {
		e := byFolded[folded]
		if e == nil {
			e = &entry{folded: folded, shown: shown, weak: weak}
			byFolded[folded] = e
		}
		e.weak = e.weak && weak
		return e
	}
	for w := range c.words {
		word := &c.words[w]
		if word.lang == own || !n.words[int32(w)] || find(core.entries, word.folded) >= 0 {
			continue
		}
		e := at(word.folded, word.shown, word.weak || word.stop)
		e.refs = appendRefs(e.refs, n.refs[groups[w]])
	}
	for _, l := range c.lexicons {
		for folded := range l.stop {
			if l != own && find(core.entries, folded) < 0 {
				at(folded, folded, true)
			}
		}
	}
	entries := make([]entry, 0, len(byFolded))
	for _, e := range byFolded {
		entries = append(entries, *e)
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.folded, b.folded) })
	return entries
}
