package textindex

import (
	"encoding/binary"
	"math/bits"
)

// spellingTable finds a word as it is written. Millions of words pass through it, so it keeps 64 bits of a hash instead of the letters:
// that two of a hundred thousand words share them has a chance of one in four thousand millions.
type spellingTable struct {
	hashes  []uint64
	numbers []int32
	used    int
}

func newSpellingTable() spellingTable {
	return spellingTable{hashes: make([]uint64, 1<<10), numbers: make([]int32, 1<<10)}
}

// at returns where the hash stands or may be put.
func (t *spellingTable) at(hash uint64) int {
	mask := len(t.hashes) - 1
	i := int(hash) & mask
	for t.hashes[i] != hash && t.hashes[i] != 0 {
		i = (i + 1) & mask
	}
	return i
}

func (t *spellingTable) find(hash uint64) (number int32, known bool) {
	i := t.at(hash)
	return t.numbers[i], t.hashes[i] != 0
}

func (t *spellingTable) add(hash uint64, number int32) {
	if t.used*2 >= len(t.hashes) {
		larger := spellingTable{hashes: make([]uint64, 4*len(t.hashes)), numbers: make([]int32, 4*len(t.hashes)), used: t.used}
		for i, h := range t.hashes {
			if h != 0 {
				at := larger.at(h)
				larger.hashes[at], larger.numbers[at] = h, t.numbers[i]
			}
		}
		*t = larger
	}
	i := t.at(hash)
	t.hashes[i], t.numbers[i] = hash, number
	t.used++
}

// spellingHash mixes eight bytes at a time by a long multiplication; it is never 0.
func spellingHash(s string) uint64 {
	const first, second = 0xa0761d6478bd642f, 0xe7037ed1a0b428db
	h := uint64(len(s)) * first
	var tail [8]byte
	for len(s) > 0 {
		n := copy(tail[:], s)
		clear(tail[n:])
		high, low := bits.Mul64(h^binary.LittleEndian.Uint64(tail[:])^second, first)
		h = high ^ low
		s = s[n:]
	}
	return h | 1
}
