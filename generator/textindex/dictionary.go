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
	ahead         []ahead // files with the cards of its first hits
}

// posting is a document's place and, in the lowest four bits, how strongly a group occurs there.
type posting uint32

func posted(slot int32, strength uint8) posting { return posting(slot)<<4 | posting(strength) }

func (p posting) slot() int32     { return int32(p >> 4) }
func (p posting) strength() uint8 { return uint8(p & 15) }

// tier is one half of the index before it is laid out: words, and the postings of their groups.
type tier struct {
	entries []entry
	lists   [][]posting // by group
}

// tierOf gathers the postings of groups from those of words.
func (c *collector) tierOf(p *postings, groups []int32, slots []int32, most uint8) *tier {
	parts := c.parts(groups)
	counts := make([]int32, len(c.words))
	used := make([]bool, len(c.words))
	for _, hit := range p.hits {
		w := hit >> 4
		used[w] = true
		counts[groups[w]]++
		for _, group := range parts.of(w) {
			counts[group]++
		}
	}
	shelves := newShelves(counts, most)
	start := 0
	for document, end := range p.ends {
		for _, hit := range p.hits[start:end] {
			w, strength := hit>>4, uint8(hit&15)
			shelves.put(groups[w], slots[document], strength)
			for _, group := range parts.of(w) {
				shelves.put(group, slots[document], asPart(strength, most))
			}
		}
		start = end
	}
	lists := shelves.lists()
	return &tier{entries: c.entries(groups, used, lists), lists: lists}
}

// shelves hold the postings of all groups one after the other.
type shelves struct {
	postings []posting
	starts   []int32 // by group
	ends     []int32 // by group: where its next posting comes
	most     uint8   // strength without a title
}

// newShelves has room for so many postings of each group.
func newShelves(counts []int32, most uint8) *shelves {
	s := &shelves{starts: make([]int32, len(counts)), most: most}
	all := int32(0)
	for group, n := range counts {
		s.starts[group] = all
		all += n
	}
	s.postings, s.ends = make([]posting, all), slices.Clone(s.starts)
	return s
}

// put adds a posting; a document that the group ends with gets stronger.
func (s *shelves) put(group, slot int32, strength uint8) {
	end := s.ends[group]
	if end > s.starts[group] && s.postings[end-1].slot() == slot {
		had := s.postings[end-1].strength()
		s.postings[end-1] = posted(slot, (had|strength)&titleStrength|min(had&otherStrength+strength&otherStrength, s.most))
		return
	}
	s.postings[end] = posted(slot, strength)
	s.ends[group]++
}

// lists returns the postings by group.
func (s *shelves) lists() [][]posting {
	lists := make([][]posting, len(s.starts))
	for group, start := range s.starts {
		if end := s.ends[group]; end > start {
			lists[group] = s.postings[start:end:end]
		}
	}
	return lists
}

// asPart is how strongly a part of a word occurs that occurs so strongly.
func asPart(strength, most uint8) uint8 {
	if strength&titleStrength != 0 {
		return partStrength
	}
	return max(1, min(strength*partStrength/otherStrength, most))
}

// partGroups holds for each word the groups of its parts, which its occurrences count for too; most words have none.
type partGroups struct {
	ends   []int32 // by word: where its groups end, which begin where those of the word before end; after a leading 0
	groups []int32
}

func (p *partGroups) of(word uint32) []int32 { return p.groups[p.ends[word]:p.ends[word+1]] }

// parts returns for each word the groups of its parts and of their parts.
func (c *collector) parts(groups []int32) partGroups {
	all := partGroups{ends: make([]int32, 1, len(c.words)+1)}
	for w := range c.words {
		start := len(all.groups)
		var collect func(of int32, depth int)
		collect = func(of int32, depth int) {
			for _, p := range c.words[of].parts {
				if p < 0 || depth > 2 {
					continue
				}
				if group := groups[p]; group != groups[w] && !slices.Contains(all.groups[start:], group) {
					all.groups = append(all.groups, group)
				}
				collect(p, depth+1)
			}
		}
		collect(int32(w), 0)
		all.ends = append(all.ends, int32(len(all.groups)))
	}
	return all
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
