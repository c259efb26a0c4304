package textindex

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostForms is how many words one group may hold: a chain of rules that joins more has gone astray.
const mostForms = 60

// merger puts words that are forms of one word into groups: first by their stems, then by evidence: what a rule says could be a form
// is one if it occurs.
type merger struct {
	words  []word
	parent []int32
	size   []int32
}

// merge returns for each word the number of the word that stands for its group.
func (c *collector) merge() []int32 {
	m := &merger{words: c.words, parent: make([]int32, len(c.words)), size: make([]int32, len(c.words))}
	for i := range m.parent {
		m.parent[i], m.size[i] = int32(i), 1
	}
	for _, l := range c.lexicons {
		sorted := l.sorted()
		m.byStem(l, sorted, c.folder)
		m.byEvidence(l, sorted)
	}
	for i := range m.parent {
		m.parent[i] = m.root(int32(i))
	}
	return m.parent
}

func (m *merger) byStem(l *lexicon, sorted []string, f folder) {
	first := make(map[string]int32, len(l.folded))
	for _, folded := range sorted {
		w := l.folded[folded]
		if m.words[w].stop {
			continue
		}
		key := l.stemKey(m.words[w].shown, folded, f)
		if other, known := first[key]; known {
			m.union(other, w)
		} else {
			first[key] = w
		}
	}
}

func (m *merger) byEvidence(l *lexicon, sorted []string) {
	join := func(w int32, other string) {
		if o, occurs := l.folded[other]; occurs && !m.words[o].stop && !l.apart[m.words[w].folded][other] {
			m.union(w, o)
		}
	}
	for _, folded := range sorted {
		w := l.folded[folded]
		if m.words[w].stop || strings.ContainsFunc(folded, unicode.IsDigit) {
			continue
		}
		for _, spell := range l.spell {
			if strings.Contains(folded, spell[0]) {
				join(w, strings.ReplaceAll(folded, spell[0], spell[1]))
			}
		}
		if tooShort(folded) {
			continue
		}
		for _, ending := range l.endings {
			join(w, folded+ending)
		}
		for _, prefix := range l.prefixes {
			join(w, prefix+folded)
		}
		for _, swap := range l.swaps {
			m.swap(folded, swap, func(other string) { join(w, other) })
		}
	}
}

// swap offers the word with its ending exchanged for the others of a list.
func (m *merger) swap(folded string, endings []string, offer func(other string)) {
	for _, ending := range endings {
		stem, has := strings.CutSuffix(folded, ending)
		if !has || tooShort(stem) {
			continue
		}
		for _, other := range endings {
			if other != ending {
				offer(stem + other)
			}
		}
	}
}

// tooShort tells that a rule would say too little of so short a stem: one of three letters, in scripts that write vowels of less.
func tooShort(stem string) bool {
	length := utf8.RuneCountInString(stem)
	return length < leastStem || length == leastStem && stem[0] < utf8.RuneSelf
}

func (m *merger) root(w int32) int32 {
	for m.parent[w] != w {
		m.parent[w] = m.parent[m.parent[w]]
		w = m.parent[w]
	}
	return w
}

func (m *merger) union(a, b int32) {
	a, b = m.root(a), m.root(b)
	if a == b || m.size[a]+m.size[b] > mostForms {
		return
	}
	if m.words[b].folded < m.words[a].folded {
		a, b = b, a
	}
	m.parent[b] = a
	m.size[a] += m.size[b]
}

// sorted returns the folded words of the language in order.
func (l *lexicon) sorted() []string {
	words := make([]string, 0, len(l.folded))
	for folded := range l.folded {
		words = append(words, folded)
	}
	slices.Sort(words)
	return words
}
