package textindex

import (
	"strings"
	"unicode"
)

// Parts of compounds. German writes "Deutschkurs" where others write two words; who looks for "Kurs" means it too. A long word is taken
// apart where both parts are words of the texts themselves, or where one is and the other stands in three words in the same place
// ("-treff" never stands alone, but Jugendtreff, Frauentreff and Nachbarschaftstreff do). Places stay whole.
const (
	leastCompound = 8
	leastPart     = 4
	evidence      = 3 // words that a part must stand in which is no word itself
)

type splitter struct {
	c     *collector
	l     *lexicon
	heads map[string]int // parts that are no words: in how many words they stand
	tails map[string]int
}

// split finds the parts of all compounds of a language.
func (c *collector) split(l *lexicon) {
	if len(l.joiners) == 0 {
		return
	}
	s := &splitter{c: c, l: l, heads: map[string]int{}, tails: map[string]int{}}
	all := l.sorted()
	for _, folded := range all {
		s.witness(folded)
	}
	for _, folded := range all {
		s.split(folded)
	}
}

func (s *splitter) splits(folded string) bool {
	w := &s.c.words[s.l.folded[folded]]
	return len(folded) >= leastCompound && !w.stop && !w.place && !s.l.noPart[folded] && !strings.ContainsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) })
}

// witness counts the parts of a word that are no words beside one that is.
func (s *splitter) witness(folded string) {
	if !s.splits(folded) {
		return
	}
	s.cuts(folded, func(head, tail string) {
		known, other := s.head(head) >= 0, s.tail(tail) >= 0
		if known && !other && len(tail) >= leastPart {
			s.tails[tail]++
		}
		if other && !known && len(head) >= leastPart {
			s.heads[head]++
		}
	})
}

// split takes a word apart at its best place: where both parts are words before where one is, and where the shorter part is longest.
func (s *splitter) split(folded string) {
	if !s.splits(folded) {
		return
	}
	best, bestHead, bestTail := 0, "", ""
	s.cuts(folded, func(head, tail string) {
		known, other := s.head(head) >= 0, s.tail(tail) >= 0
		if !known && !other || !known && s.heads[head] < evidence || !other && s.tails[tail] < evidence {
			return
		}
		worth := min(len(head), len(tail))
		if known && other {
			worth += 100
		}
		if worth > best {
			best, bestHead, bestTail = worth, head, tail
		}
	})
	if best == 0 {
		return
	}
	head, tail := s.head(bestHead), s.tail(bestTail)
	if head < 0 {
		head = s.c.word(s.l, bestHead)
	}
	if tail < 0 {
		tail = s.c.word(s.l, bestTail)
	}
	s.c.words[s.l.folded[folded]].parts = [2]int32{head, tail}
}

// cuts offers all ways to cut a word in two.
func (s *splitter) cuts(folded string, offer func(head, tail string)) {
	for i := leastPart - 1; i <= len(folded)-leastPart+1; i++ {
		if i < len(folded) && folded[i]&0xC0 != 0x80 && !s.l.noPart[folded[i:]] && !s.l.noPart[folded[:i]] {
			offer(folded[:i], folded[i:])
		}
	}
}

// tail returns the word that a last part is, or -1.
func (s *splitter) tail(part string) int32 { return s.known(part) }

// head returns the word that a first part is, or -1: as it stands, with an e that compounds drop (Schul-, Sprach-), or without the
// letters between parts.
func (s *splitter) head(part string) int32 {
	if w := s.known(part); w >= 0 {
		return w
	}
	if w := s.known(part + "e"); w >= 0 {
		return w
	}
	for _, joiner := range s.l.joiners {
		if stem, has := strings.CutSuffix(part, joiner); has {
			if w := s.known(stem); w >= 0 {
				return w
			}
		}
	}
	return -1
}

func (s *splitter) known(part string) int32 {
	if len(part) < leastPart && !s.l.part[part] {
		return -1
	}
	w, is := s.l.folded[part]
	if !is || s.c.words[w].stop || s.l.noPart[part] {
		return -1
	}
	return w
}
