package textindex

import (
	"encoding/binary"
	"math/bits"
)

// spellingTable finds a word as it is written. Millions of words pass through it, so it keeps 64 bits of a hash instead of the letters:
// that two of a hundred thousand words share them has a chance of one in four thousand millions. What is needed at every occurrence of a word
// stands together, so that a look into the table is one into memory.
type spellingTable struct {
	spellings []spelling
	lower     []string // of each spelling the word in small letters
	used      int
}

// spelling is a word as it is written somewhere.
type spelling struct {
	hash  uint64 // 0: a free place
	word  int32  // -1 for no word
	count uint32
}

func newSpellingTable() spellingTable {
	return spellingTable{spellings: make([]spelling, 1<<10), lower: make([]string, 1<<10)}
}

// at returns where the hash stands or may be put.
func (t *spellingTable) at(hash uint64) int {
	mask := len(t.spellings) - 1
	i := int(hash) & mask
	for t.spellings[i].hash != hash && t.spellings[i].hash != 0 {
		i = (i + 1) & mask
	}
	return i
}

// find returns the spelling of the hash, or nil.
func (t *spellingTable) find(hash uint64) *spelling {
	if s := &t.spellings[t.at(hash)]; s.hash != 0 {
		return s
	}
	return nil
}

// add puts in a spelling that is not there.
func (t *spellingTable) add(s spelling, lower string) *spelling {
	if t.used*2 >= len(t.spellings) {
		larger := spellingTable{spellings: make([]spelling, 4*len(t.spellings)), lower: make([]string, 4*len(t.spellings)), used: t.used}
		for i, s := range t.spellings {
			if s.hash != 0 {
				at := larger.at(s.hash)
				larger.spellings[at], larger.lower[at] = s, t.lower[i]
			}
		}
		*t = larger
	}
	i := t.at(s.hash)
	t.spellings[i], t.lower[i] = s, lower
	t.used++
	return &t.spellings[i]
}

// spellingHash mixes eight bytes at a time by a long multiplication; it is never 0.
func spellingHash(s string) uint64 {
	const first, second = 0xa0761d6478bd642f, 0xe7037ed1a0b428db
	h := uint64(len(s)) * first
	for len(s) > 0 {
		high, low := bits.Mul64(h^eight(s)^second, first)
		h = high ^ low
		s = s[min(8, len(s)):]
	}
	return h | 1
}

// eight returns the first eight bytes of a text as a number, the lowest first; of a shorter one, which is not empty, all.
func eight(s string) uint64 {
	n := len(s)
	switch {
	case n >= 8:
		return binary.LittleEndian.Uint64([]byte(s[:8]))
	case n >= 4: // two halves, which may overlap in bytes that are the same in both
		return uint64(binary.LittleEndian.Uint32([]byte(s[:4]))) | uint64(binary.LittleEndian.Uint32([]byte(s[n-4:])))<<(8*(n-4))
	}
	return uint64(s[0]) | uint64(s[n/2])<<(8*(n/2)) | uint64(s[n-1])<<(8*(n-1))
}
