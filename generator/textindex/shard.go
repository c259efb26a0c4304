package textindex

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf16"
)

// A shard holds a stretch of a dictionary and the postings of the groups that its words open. Groups are numbered in the order in
// which words open them. A group of words is opened by the first of them, a concept by the word that names it best. So what stands together
// in the alphabet is in one file, and a word that leads to a group far away names it by number. Of the core a shard also has copies of the
// groups far away that its words are whole names of, so that a word of a question is answered by one file.
type shard struct {
	first string // the first word, folded
	group int    // the number of the first group
	part
}

// pieces says how large a shard is to be, in bytes before it is packed; 0 makes a single one.
type pieces int

// numbering says which word opens each group, and the groups' numbers.
type numbering struct {
	openers []*entry // by group; nil if no word leads to it
	numbers []int    // by group
}

// numberGroups numbers all groups that entries lead to, of so many that there are. named holds the words that name concepts best.
func numberGroups(entries []entry, groups int, named map[int32]string) numbering {
	n := numbering{openers: make([]*entry, groups), numbers: make([]int, groups)}
	worth := make([]int8, groups)
	for i := range entries {
		for _, r := range entries[i].refs {
			better := 4 - int8(r.weight) // of equal ones the first
			if named[r.group] == entries[i].folded {
				better = 5
			}
			if r.weight != component && better > worth[r.group] {
				worth[r.group], n.openers[r.group] = better, &entries[i]
			}
		}
	}
	next := 0
	numbered := make([]bool, groups)
	for i := range entries {
		for _, r := range entries[i].refs {
			if n.opens(&entries[i], r) && !numbered[r.group] {
				n.numbers[r.group], numbered[r.group] = next, true
				next++
			}
		}
	}
	return n
}

func (n *numbering) opens(e *entry, r ref) bool {
	return r.weight != component && n.openers[r.group] == e
}

// layer writes shards.
type layer struct {
	numbering
	lists  [][]posting
	next   int // the number of the next group to be opened
	size   pieces
	copies bool    // shards have copies of groups far away
	titles []uint8 // by place: how many words the titles of a document have

	counts, gaps, lengths part // of postings; used again and again
	strengths             []uint8
}

// lay cuts entries into shards. Where a shard ends depends on its words alone, so that a change moves no border far away.
func (l *layer) lay(entries []entry) []shard {
	var shards []shard
	start, size := 0, 0
	heavy := false
	for i := range entries {
		weight := l.weigh(&entries[i])
		alone := heavy || weight >= int(l.size)/2 // what many ask for is not loaded with what few do
		if l.size > 0 && i > start && (alone || size >= int(l.size)*2 || size >= int(l.size)/2 && hash(entries[i].folded)%8 == 0) {
			shards = append(shards, l.shard(entries[start:i]))
			start, size = i, 0
		}
		heavy = weight >= int(l.size)/2
		size += weight
	}
	return append(shards, l.shard(entries[start:]))
}

// weigh estimates the bytes of an entry.
func (l *layer) weigh(e *entry) int {
	size := 6
	for _, r := range e.refs {
		if l.opens(e, r) || l.copied(r) {
			size += len(l.lists[r.group]) * 3 / 2
		}
	}
	return size
}

// copied tells whether a shard whose words lead there has the group, even if another one opens it.
func (l *layer) copied(r ref) bool { return l.copies && r.weight == whole }

func (l *layer) shard(entries []entry) shard {
	s := shard{group: l.next}
	if len(entries) > 0 {
		s.first = entries[0].folded
	}
	var opened []int32
	var counts, refs, aheads part
	before, named := 0, 0
	for i := range entries {
		e := &entries[i]
		n := len(e.refs) * 2
		if e.weak {
			n++
		}
		counts.number(n)
		for _, a := range e.ahead {
			aheads.number(i - before)
			aheads.number(l.sum(a.with))
			aheads.WriteString(a.name)
			before = i
			named++
		}
		for _, r := range e.refs {
			number := l.numbers[r.group]
			if number == l.next && l.opens(e, r) {
				opened = append(opened, r.group)
				l.next++
				refs.number(int(r.weight))
				continue
			}
			refs.number((1+zigzag(number-l.next))<<2 | int(r.weight))
		}
	}
	var p part
	p.number(len(entries))
	p.number(len(opened))
	p.block(words(entries))
	p.block(counts.Bytes())
	p.block(refs.Bytes())
	p.number(named)
	p.block(aheads.Bytes())
	copies := l.farAway(entries, s.group)
	p.number(len(copies))
	for _, group := range copies {
		p.signed(l.numbers[group] - s.group)
	}
	p.cut()
	l.postings(&p, append(opened, copies...))
	s.part = p
	return s
}

// sum is what the script knows words by: it tells words apart that lead to different groups, but for a few.
func (l *layer) sum(entries []*entry) (sum int) {
	for _, e := range entries {
		for _, r := range e.refs {
			if r.weight != component {
				sum += l.numbers[r.group]
			}
		}
	}
	return sum & 0x3fff
}

// farAway returns the groups to be copied into the shard of these entries, which opens those from first on; by number.
func (l *layer) farAway(entries []entry, first int) (groups []int32) {
	for i := range entries {
		for _, r := range entries[i].refs {
			if number := l.numbers[r.group]; l.copied(r) && (number < first || number >= l.next) {
				groups = append(groups, r.group)
			}
		}
	}
	slices.SortFunc(groups, func(a, b int32) int { return cmp.Compare(l.numbers[a], l.numbers[b]) })
	return slices.Compact(groups)
}

// words writes the words one after the other, each as the number of letters it shares with the one before and the rest of it.
func words(entries []entry) []byte {
	var p part
	var text strings.Builder
	before := []uint16{}
	for i := range entries {
		letters := utf16.Encode([]rune(entries[i].shown)) // what the script counts in
		shared := 0
		for shared < len(before) && shared < len(letters) && before[shared] == letters[shared] && shared < 255 {
			shared++
		}
		if shared > 0 && utf16.IsSurrogate(rune(letters[shared-1])) {
			shared--
		}
		p.WriteByte(byte(shared))
		text.WriteString(string(utf16.Decode(letters[shared:])))
		text.WriteByte('\n')
		before = letters
	}
	p.WriteString(text.String())
	return p.Bytes()
}

// postings writes how many documents each group has, their places as distances, how strongly each occurs, and of those in whose titles it
// occurs how many words these have.
func (l *layer) postings(p *part, groups []int32) {
	l.counts.Reset()
	l.gaps.Reset()
	l.lengths.Reset()
	l.strengths = l.strengths[:0]
	for _, group := range groups {
		list := l.lists[group]
		l.counts.number(len(list))
		before := int32(-1)
		for _, posting := range list {
			slot, strength := posting.slot(), posting.strength()
			l.gaps.number(int(slot - before - 1))
			l.strengths = append(l.strengths, strength)
			if strength&titleStrength != 0 {
				l.lengths.WriteByte(l.titles[slot])
			}
			before = slot
		}
	}
	p.Grow(l.counts.Len() + l.gaps.Len() + l.lengths.Len() + len(l.strengths)/2 + 4*binary.MaxVarintLen32)
	p.block(l.counts.Bytes())
	p.cut()
	p.block(l.gaps.Bytes())
	p.cut()
	p.block(l.lengths.Bytes())
	p.cut()
	p.nibbles(l.strengths)
}
