package textindex

import (
	"encoding/binary"
	"math/bits"
)

// spellingTable finds a word as it is written. Millions of words pass through it, so it keeps 64 bits of a hash instead of the letters:
// that two of a hundred thousand words share them has a chance of one in four thousand millions. Spellings stand in the order in which they were
// met, so that frequent ones are neighbours, and the table, which is half empty, is of small numbers: both then stay near the processor.
type spellingTable struct {
	places    []uint32 // by hash: the number of a spelling, from 1; 0 for a free place
	spellings []spelling
	lower     []string // of each spelling the word in small letters
}

// spelling is a word as it is written somewhere.
type spelling struct {
	hash  uint64
	word  int32 // -1 for no word
	count uint32
}

func newSpellingTable() spellingTable {
	return spellingTable{places: make([]uint32, 1<<10)}
}

// at returns where the spelling with the hash is numbered or may be.
func (t *spellingTable) at(hash uint64) int {
	mask := len(t.places) - 1
	i := int(hash) & mask
	for t.places[i] != 0 && t.spellings[t.places[i]-1].hash != hash {
		i = (i + 1) & mask
	}
	return i
}

// find returns the spelling of the hash, or nil.
func (t *spellingTable) find(hash uint64) *spelling {
	if number := t.places[t.at(hash)]; number != 0 {
		return &t.spellings[number-1]
	}
	return nil
}

// add puts in a spelling that is not there.
func (t *spellingTable) add(s spelling, lower string) *spelling {
	if len(t.spellings)*2 >= len(t.places) {
		t.places = make([]uint32, 2*len(t.places))
		for i := range t.spellings {
			t.places[t.at(t.spellings[i].hash)] = uint32(i + 1)
		}
	}
	t.spellings, t.lower = append(t.spellings, s), append(t.lower, lower)
	t.places[t.at(s.hash)] = uint32(len(t.spellings))
	return &t.spellings[len(t.spellings)-1]
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
