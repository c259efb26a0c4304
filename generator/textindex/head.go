package textindex

import (
	"encoding/binary"
	"slices"
	"strings"
)

// headData is the readable part of the head.
type headData struct {
	Fold    foldData    `json:"fold"`
	Affixes []affixes   `json:"affixes"`
	Spell   [][2]string `json:"spell"`
	Joiners []string    `json:"joiners"`
	Facets  []facetData `json:"facets"`
	Later   string      `json:"later"` // files that may not be there: ""
	Order   string      `json:"order"`
	Tongues string      `json:"tongues"`
	Text    string      `json:"text"`
	Core    *shardList  `json:"core"`  // nil: the core stands in the head
	Words   string      `json:"words"` // what mistyped words may stand for, when the core is cut up
}

// affixes are a language's endings and prefixes: two words that differ in nothing else are taken for one if nothing better is found.
type affixes struct {
	Endings  []string `json:"e"`
	Prefixes []string `json:"p"`
}

// shardList says where shards begin and what they are called.
type shardList struct {
	First  []string `json:"first"`
	Groups []int    `json:"groups"`
	Names  string   `json:"names"` // one after the other
}

func (l *language) affixes() affixes {
	endings := append([]string{}, l.endings...)
	for _, swap := range l.swaps {
		endings = appendNew(endings, swap)
	}
	return affixes{Endings: endings, Prefixes: append([]string{}, l.prefixes...)}
}

// columns writes what is known of each document: which places are taken, its rank and its start.
func columns(p *part, documents []*Document, places []place) {
	blocks := 0
	if len(places) > 0 {
		blocks = places[len(places)-1].slot/blockPlaces + 1
	}
	taken := make([]uint32, blocks)
	for _, place := range places {
		taken[place.slot/blockPlaces] |= 1 << (place.slot % blockPlaces)
	}
	p.number(blocks)
	for _, bits := range taken {
		p.Write(binary.LittleEndian.AppendUint32(nil, bits))
	}
	for _, d := range documents {
		p.WriteByte(byte(min(max(d.Rank, 0), 255)))
	}
	distances(p, documents, func(d *Document) int { return d.Start })
}

func distances(p *part, documents []*Document, value func(*Document) int) {
	before := 0
	for _, d := range documents {
		p.signed(value(d) - before)
		before = value(d)
	}
}

// vocabulary writes the words that may be meant by a mistyped one, and how many documents each is in, as the logarithm to base 2.
func vocabulary(p *part, entries []entry, lists [][]posting) {
	var strong []entry
	var counts []byte
	for i := range entries {
		e := &entries[i]
		most, good := 0, false
		for _, r := range e.refs {
			if r.weight > half {
				continue
			}
			most = max(most, len(lists[r.group]))
			good = good || r.weight != component && slices.ContainsFunc(lists[r.group], func(p posting) bool { return p.strength() > 2 })
		}
		if good && !strings.ContainsAny(e.folded, "0123456789") {
			strong = append(strong, *e)
			size := byte(0)
			for n := most; n > 0; n >>= 1 {
				size++
			}
			counts = append(counts, size)
		}
	}
	p.number(len(strong))
	p.block(words(strong))
	p.Write(counts)
}
