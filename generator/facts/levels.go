package facts

import (
	"cmp"
	"slices"

	"mappe/generator/catalog"
)

// Levels knows how the terms of the vocabulary of levels stand to each other. Each is a stretch of one scale: the levels without children
// follow each other step by step, and a1 is the stretch of a1.1 and a1.2.
type Levels struct {
	stretches map[*catalog.Term]stretch
}

// stretch is from before its first step to after its last: a1.1 may be 1..2, a1.2 2..3, and a1 1..3.
type stretch struct {
	begin, end int
}

// NewLevels puts the terms of a vocabulary on a scale: siblings in the vocabulary's order, children where their parent stands. A nil
// vocabulary has no levels.
func NewLevels(v *catalog.Vocabulary) *Levels {
	l := &Levels{stretches: map[*catalog.Term]stretch{}}
	if v == nil {
		return l
	}
	children := map[*catalog.Term][]*catalog.Term{}
	for _, t := range v.Terms {
		children[t.Parent] = append(children[t.Parent], t)
	}
	var place func(terms []*catalog.Term, at int) int
	place = func(terms []*catalog.Term, at int) int {
		for _, t := range terms {
			s := stretch{at, at + 1}
			if below := children[t]; len(below) > 0 {
				s.end = place(below, at)
			}
			l.stretches[t] = s
			at = s.end
		}
		return at
	}
	place(children[nil], 0)
	return l
}

// Compare orders levels as they are learned, alpha < a1 < a1.1 < a1.2 < a2; a level no vocabulary has comes first.
func (l *Levels) Compare(a, b *catalog.Term) int {
	s, t := l.stretches[a], l.stretches[b]
	return cmp.Or(cmp.Compare(s.begin, t.begin), cmp.Compare(t.end, s.end))
}

// Above reports whether somebody who has level b has not yet got level a: a1 is above a1.1, but not above a1.2, which completes it.
func (l *Levels) Above(a, b *catalog.Term) bool {
	s, known := l.stretches[a]
	t, alsoKnown := l.stretches[b]
	return known && alsoKnown && s.end > t.end
}

// Between returns the levels a course of these levels touches, in the order in which they are learned: those from the beginning of the first to
// the end of the last, and the levels these are halves of only where they lie in it whole. Nil stands for the other of the two.
func (l *Levels) Between(from, to *catalog.Term) []*catalog.Term {
	first, known := l.stretches[cmp.Or(from, to)]
	last, alsoKnown := l.stretches[cmp.Or(to, from)]
	if !known || !alsoKnown {
		return nil
	}
	var touched []*catalog.Term
	for term, s := range l.stretches {
		if first.begin <= s.begin && s.end <= last.end {
			touched = append(touched, term)
		}
	}
	slices.SortFunc(touched, l.Compare)
	return touched
}

// Reaches reports whether a course that ends at the level `to` leads to one of the levels `next`, as editors write them:
//
//   - b1 to b2: one needs b1 and has b2 afterwards. Whoever has b1.2 has b1.
//   - b2 alone, as from, to, or both: the course is on level b2, one needs what comes right before it.
//   - a half level as from, b1.2 to b2: either one has it, or the course begins with it; both are near enough.
//
// The next course has to lead further than this one.
func (l *Levels) Reaches(to *catalog.Term, next *catalog.LevelRange) bool {
	reached, known := l.stretches[to]
	if !known || next == nil || l.exit(next) <= reached.end {
		return false
	}
	for _, entry := range l.entries(next) {
		if entry == reached.end {
			return true
		}
	}
	return false
}

// entries returns the points of the scale at which one can enter a course of these levels.
func (l *Levels) entries(r *catalog.LevelRange) []int {
	from, known := l.stretches[cmp.Or(r.From, r.To)]
	switch {
	case !known:
		return nil
	case r.From == nil || r.To == nil || r.From == r.To:
		return []int{from.begin}
	case r.From.Parent != nil:
		return []int{from.begin, from.end}
	}
	return []int{from.end}
}

// exit returns the point of the scale at which a course of these levels ends, below all others where it is unknown.
func (l *Levels) exit(r *catalog.LevelRange) int {
	if s, known := l.stretches[exitLevel(r)]; known {
		return s.end
	}
	return -1
}

// exitLevel returns the level one has after a course, nil where nothing is said.
func exitLevel(r *catalog.LevelRange) *catalog.Term {
	if r == nil {
		return nil
	}
	return cmp.Or(r.To, r.From)
}
