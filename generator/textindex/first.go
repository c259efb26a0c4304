package textindex

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// ranker ranks as the script does, for words that need neither filters nor corrections.
type ranker struct {
	*builder
	core    *tier
	byStart []int             // the documents
	before  []int64           // by document: what it is sorted by beside its words, that is its rank and where it stands among them
	alone   map[string]string // by the groups that a word leads to: the file of its first cards
	powers  [256]float64      // what a word counts, by how it occurs
	passing [2]finding        // used again and again, as are the keys
	keys    []int64
}

// heaviest is the most that words count in what documents are sorted by.
const heaviest = 1023

func (b *builder) ranker(core *tier) *ranker {
	n := len(b.documents)
	r := &ranker{builder: b, core: core, byStart: make([]int, n), before: make([]int64, n), alone: map[string]string{}}
	r.passing = [2]finding{r.nothing(), r.nothing()}
	for occurs := range r.powers {
		r.powers[occurs] = float64(float32(power(uint8(occurs&15), uint8(occurs>>4)))) // the script reckons with half as many digits
	}
	for d := range n {
		r.byStart[d] = d
	}
	slices.SortStableFunc(r.byStart, func(x, y int) int { return cmp.Compare(b.documents[x].Start, b.documents[y].Start) })
	for position, d := range r.byStart {
		rank := min(max(b.documents[d].Rank, 0), 255)
		r.before[d] = int64(rank*(heaviest+1)*n + position)
	}
	return r
}

// finding is what a word of a question brings. There are hundreds at once, so it is small.
type finding struct {
	count  int      // of documents
	in     []uint64 // which documents, a bit each
	titled []uint64 // those in whose title the word is
	best   []uint8  // by document: how the word occurs there where it counts most, that is how strongly and above it the words of the title
	rare   float64  // what a rare word counts more
}

func (r *ranker) nothing() finding {
	n := len(r.documents)
	bits := make([]uint64, 2*((n+63)/64))
	return finding{in: bits[:len(bits)/2], titled: bits[len(bits)/2:], best: make([]uint8, n)}
}

// find looks a word up that leads to these groups: the script's weigh. What was found before is forgotten.
func (r *ranker) find(f *finding, groups []int32) {
	f.count = 0
	clear(f.in)
	clear(f.titled)
	clear(f.best)
	for _, group := range groups {
		for _, p := range r.core.lists[group] {
			d := r.numbers[p.slot()]
			bit := uint64(1) << (d % 64)
			if f.in[d/64]&bit == 0 {
				f.in[d/64] |= bit
				f.count++
			}
			if p.strength()&titleStrength != 0 {
				f.titled[d/64] |= bit
			}
			if occurs := p.strength() | r.titles[p.slot()]<<4; r.powers[occurs] > r.powers[f.best[d]] {
				f.best[d] = occurs
			}
		}
	}
	f.rare = math.Log(1 + (float64(len(r.documents)-f.count)+0.5)/(float64(f.count)+0.5))
}

// power is what a word counts in a document of which it is found as strongly: the script's.
func power(strength, titles uint8) float64 {
	value := float64(strength & otherStrength)
	if strength&titleStrength != 0 {
		value += 9 / (0.7 + 0.1*float64(titles&15))
	}
	return value / (value + 6)
}

// first returns the documents that the script shows first of all that have the words of a question; all of them if they are few.
func (r *ranker) first(words ...*finding) []int {
	n := int64(len(r.documents))
	keys := r.keys[:0]
	for i, in := range words[0].in {
		for _, word := range words[1:] {
			in &= word.in[i]
		}
		for ; in != 0; in &= in - 1 {
			d := i*64 + bits.TrailingZeros64(in)
			score, titled := 0.0, 0
			for _, word := range words {
				score += word.rare * r.powers[word.best[d]]
				titled += int(word.titled[i] >> (d % 64) & 1)
			}
			titles, unnamed := int(r.titles[r.slots[d]]), 1 // the words are not the whole title
			if titled == len(words) && (titles&15 == titled || titles>>4 == titled) {
				unnamed = 0
			}
			weight := min(int(score*5+0.5), heaviest)
			keys = append(keys, r.before[d]+int64(unnamed*256*(heaviest+1)+heaviest-weight)*n)
		}
	}
	r.keys = keys
	if len(keys) > aheadAll {
		keys = least(keys, aheadCards)
	} else {
		slices.Sort(keys)
	}
	documents := make([]int, 0, len(keys))
	for _, key := range keys {
		documents = append(documents, r.byStart[key%n])
	}
	return documents
}

// least returns the n smallest of many numbers, the smallest first.
func least(numbers []int64, n int) []int64 {
	smallest := make([]int64, 0, n+1)
	for _, number := range numbers {
		if len(smallest) == n && number > smallest[n-1] {
			continue
		}
		at, _ := slices.BinarySearch(smallest, number)
		smallest = slices.Insert(smallest, at, number)
		smallest = smallest[:min(len(smallest), n)]
	}
	return smallest
}
