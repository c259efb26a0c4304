package textindex

import (
	"cmp"
	"math"
	"slices"
)

// ranker ranks as the script does, for words that need neither filters nor corrections.
type ranker struct {
	*builder
	core     *tier
	byStart  []int             // the documents
	position []int             // by document: where it stands among them
	alone    map[string]string // by the groups that a word leads to: the file of its first cards
}

func (b *builder) ranker(core *tier) *ranker {
	n := len(b.documents)
	r := &ranker{builder: b, core: core, byStart: make([]int, n), position: make([]int, n), alone: map[string]string{}}
	for d := range n {
		r.byStart[d] = d
	}
	slices.SortStableFunc(r.byStart, func(x, y int) int { return cmp.Compare(b.documents[x].Start, b.documents[y].Start) })
	for position, d := range r.byStart {
		r.position[d] = position
	}
	return r
}

// finding is what a word of a question brings.
type finding struct {
	documents []int     // by number, ascending
	best      []float32 // by document: what the word counts there, 0 where it is not
	titled    []bool    // by document: the word is in its title
	rare      float64   // what a rare word counts more
}

// found looks a word up that leads to these groups: the script's weigh.
func (r *ranker) found(groups []int32) finding {
	f := finding{best: make([]float32, len(r.documents)), titled: make([]bool, len(r.documents))}
	touched := 0
	for _, group := range groups {
		for _, p := range r.core.lists[group] {
			d := r.numbers[p.slot]
			if f.best[d] == 0 {
				touched++
			}
			f.best[d] = max(f.best[d], float32(power(p.strength, r.titles[p.slot])))
			f.titled[d] = f.titled[d] || p.strength&titleStrength != 0
		}
	}
	f.documents = make([]int, 0, touched)
	for d, value := range f.best {
		if value > 0 {
			f.documents = append(f.documents, d)
		}
	}
	n := float64(touched)
	f.rare = math.Log(1 + (float64(len(r.documents))-n+0.5)/(n+0.5))
	return f
}

// power is what a word counts in a document of which it is found as strongly: the script's.
func power(strength, titles uint8) float64 {
	value := float64(strength & otherStrength)
	if strength&titleStrength != 0 {
		value += 9 / (0.7 + 0.1*float64(titles&15))
	}
	return value / (value + 6)
}

// first returns the documents that the script shows first of all that have the words of a question; all of them if they are few. The rarest word
// comes first.
func (r *ranker) first(words ...finding) []int {
	n := int64(len(r.documents))
	keys := make([]int64, 0, len(words[0].documents))
next:
	for _, d := range words[0].documents {
		score, titled := 0.0, 0
		for _, word := range words {
			if word.best[d] == 0 {
				continue next
			}
			score += word.rare * float64(word.best[d])
			if word.titled[d] {
				titled++
			}
		}
		titles, unnamed := int(r.titles[r.slots[d]]), 1 // the words are not the whole title
		if titled == len(words) && (titles&15 == titled || titles>>4 == titled) {
			unnamed = 0
		}
		rank, weight := min(max(r.documents[d].Rank, 0), 255), min(int(math.Round(score*5)), 1023)
		keys = append(keys, int64((unnamed*256+rank)*1024+1023-weight)*n+int64(r.position[d]))
	}
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
