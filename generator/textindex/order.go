package textindex

import (
	"cmp"
	"slices"
)

// Documents are numbered so that little changes when one is added. Sorted by their keys they are cut into blocks after keys whose hash
// says so; in its block of 32 places a document takes the place that its own hash names. So a new document moves hardly another one,
// and only the files that speak of its words, and its block of cards, change.
const (
	blockPlaces = 32
	blockLeast  = 16 // documents before a block may end
	blockEnds   = 8  // of so many keys one ends a block
)

// OrderKey joins what decides a document's number into one key for Order.
func OrderKey(shelf, key string) string { return shelf + "\x1f" + key }

// Order numbers documents by their keys (see OrderKey): the result holds, for each key, its number from 0. The numbers are those of
// the script's hits and of masks, the same in every language's index.
func Order(keys []string) []int {
	numbers := make([]int, len(keys))
	for number, p := range placesOf(keys) {
		numbers[p.index] = number
	}
	return numbers
}

// place is where a document stands: the place that postings name, and the document's index in the input.
type place struct {
	index int
	slot  int
}

// placesOf returns the places of all documents, by slot.
func placesOf(keys []string) []place {
	sorted := make([]int, len(keys))
	for i := range sorted {
		sorted[i] = i
	}
	slices.SortStableFunc(sorted, func(a, b int) int { return cmp.Compare(keys[a], keys[b]) })
	places := make([]place, 0, len(keys))
	for start, block := 0, 0; start < len(sorted); block++ {
		end := start + 1
		for end < len(sorted) && end-start < blockPlaces && (end-start < blockLeast || hash(keys[sorted[end-1]])%blockEnds != 0) {
			end++
		}
		places = append(places, seat(keys, sorted[start:end], block)...)
		start = end
	}
	return places
}

// seat gives the documents of a block their places.
func seat(keys []string, block []int, number int) []place {
	type hashed struct {
		index int
		hash  uint32
	}
	byHash := make([]hashed, len(block))
	for i, index := range block {
		byHash[i] = hashed{index: index, hash: hash(keys[index])}
	}
	slices.SortStableFunc(byHash, func(a, b hashed) int { return cmp.Compare(a.hash, b.hash) })
	var taken [blockPlaces]bool
	seated := make([]place, 0, len(block))
	for _, h := range byHash {
		at := int(h.hash>>8) % blockPlaces
		for taken[at] {
			at = (at + 1) % blockPlaces
		}
		taken[at] = true
		seated = append(seated, place{index: h.index, slot: number*blockPlaces + at})
	}
	slices.SortFunc(seated, func(a, b place) int { return cmp.Compare(a.slot, b.slot) })
	return seated
}

func hash(key string) uint32 {
	sum := checksum(key) // its low bits hardly differ between like keys
	sum ^= sum >> 15
	sum *= 0x2c1b3c6d
	return sum ^ sum>>13
}
