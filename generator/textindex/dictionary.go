package textindex

import (
	"cmp"
	"slices"
	"strings"
)

// How a word leads to a group, by the four weights that two bits can name.
const (
	whole     uint8 = iota // the word is a form of the group's, or all of a concept's name
	half                   // the word is half of a concept's name
	third                  // the word is less than that
	component              // the group is a part of the compound: all of a word's components must occur together
)

// ref is a way from a word to a group. Groups are named by the word that stands for them; concepts follow after all words.
type ref struct {
	group  int32
	weight uint8
}

// entry is a word of a dictionary.
type entry struct {
	folded, shown string
	weak          bool // not demanded beside other words; without refs it carries no meaning at all
	refs          []ref
	ahead         string // the name of the file with the cards of its first hits, if it has one
}

// posting is a document's place and how strongly a group occurs there.
type posting struct {
	slot     int32
	strength uint8
}

// tier is one half of the index before it is laid out: words, and the postings of their groups.
type tier struct {
	entries []entry
	lists   [][]posting // by group
}

// tierOf gathers the postings of groups from those of words.
func (c *collector) tierOf(p *postings, groups []int32, slots []int32, most uint8) *tier {
	targets := c.targets(groups)
	counts := make([]int32, len(c.words))
	used := make([]bool, len(c.words))
	for _, hit := range p.hits {
		w := hit >> 4
		used[w] = true
		for _, t := range targets[w] {
			counts[t.group]++
		}
	}
	lists := make([][]posting, len(c.words))
	backing := make([]posting, 0, total(counts))
	for g, n := range counts {
		if n > 0 {
			lists[g] = backing[len(backing) : len(backing) : len(backing)+int(n)]
			backing = backing[:len(backing)+int(n)]
		}
	}
	start := 0
	for document, end := range p.ends {
		for _, hit := range p.hits[start:end] {
			for _, t := range targets[hit>>4] {
				lists[t.group] = posted(lists[t.group], slots[document], t.strength(uint8(hit&15), most), most)
			}
		}
		start = end
	}
	return &tier{entries: c.entries(groups, used, lists), lists: lists}
}

func total(counts []int32) (sum int) {
	for _, n := range counts {
		sum += int(n)
	}
	return sum
}

// posted adds a posting; a document that the list ends with gets stronger.
func posted(list []posting, slot int32, strength, most uint8) []posting {
	if last := len(list) - 1; last >= 0 && list[last].slot == slot {
		had := list[last].strength
		list[last].strength = (had|strength)&titleStrength | min(had&otherStrength+strength&otherStrength, most)
		return list
	}
	return append(list, posting{slot: slot, strength: strength})
}

// target is a group that an occurrence of a word counts for.
type target struct {
	group int32
	part  bool
}

func (t target) strength(of, most uint8) uint8 {
	if !t.part {
		return of
	}
	if of&titleStrength != 0 {
		return partStrength
	}
	return max(1, min(of*partStrength/otherStrength, most))
}

// targets returns for each word its own group and those of its parts and of their parts.
func (c *collector) targets(groups []int32) [][]target {
	targets := make([][]target, len(c.words))
	for w := range c.words {
		own := []target{{group: groups[w]}}
		var parts func(w int32, depth int)
		parts = func(w int32, depth int) {
			for _, p := range c.words[w].parts {
				if p < 0 || depth > 2 {
					continue
				}
				t := target{group: groups[p], part: true}
				if !slices.ContainsFunc(own, func(o target) bool { return o.group == t.group }) {
					own = append(own, t)
				}
				parts(p, depth+1)
			}
		}
		parts(int32(w), 0)
		targets[w] = own
	}
	return targets
}

// entries makes the dictionary of the words that occur, and of the parts of their compounds.
func (c *collector) entries(groups []int32, used []bool, lists [][]posting) []entry {
	for w := range c.words {
		for _, p := range c.words[w].parts {
			if p >= 0 && used[w] {
				used[p] = true
			}
		}
	}
	byFolded := map[string]int{}
	var entries []entry
	for w := range c.words {
		if !used[w] || len(lists[groups[w]]) == 0 {
			continue
		}
		word := &c.words[w]
		refs := []ref{{group: groups[w]}}
		if word.parts[0] >= 0 {
			for _, p := range word.parts {
				if len(lists[groups[p]]) > 0 {
					refs = append(refs, ref{group: groups[p], weight: component})
				}
			}
		}
		if at, known := byFolded[word.folded]; known { // the same letters in another language
			entries[at].refs = append(entries[at].refs, refs...)
			entries[at].weak = entries[at].weak && word.weak
			continue
		}
		byFolded[word.folded] = len(entries)
		entries = append(entries, entry{folded: word.folded, shown: word.shown, weak: word.weak, refs: refs})
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.folded, b.folded) })
	return entries
}

// find returns where a folded word stands among sorted entries, or -1.
func find(entries []entry, folded string) int {
	at, is := slices.BinarySearchFunc(entries, folded, func(e entry, f string) int { return strings.Compare(e.folded, f) })
	if !is {
		return -1
	}
	return at
}
