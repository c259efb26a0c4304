package textindex

import (
	"fmt"
	"strings"
)

// cardPlaces is how many neighbouring places share a file of cards: half a block, about a dozen documents. Hits are rarely neighbours, so
// more in a file would mostly be loaded in vain.
const cardPlaces = blockPlaces / 2

// layCards packs what pages show of documents, neighbours in a file.
func (b *builder) layCards() error {
	for start := 0; start < len(b.documents); {
		var neighbours []int
		for end := start; end < len(b.documents) && b.places[end].slot/cardPlaces == b.places[start].slot/cardPlaces; end++ {
			neighbours = append(neighbours, end)
		}
		var p part
		if err := b.cards(&p, neighbours); err != nil {
			return err
		}
		name, err := b.add("c", &p)
		if err != nil {
			return err
		}
		b.cardNames += name
		start += len(neighbours)
	}
	return nil
}

// cards adds what pages show of documents, a line each, its texts parted by tabs.
func (b *builder) cards(p *part, documents []int) error {
	var lines strings.Builder
	for _, number := range documents {
		d := b.documents[number]
		for i, piece := range d.Card {
			if strings.ContainsAny(piece, "\t\n") {
				return fmt.Errorf("the card of %s holds a tab or a line break", d.Key)
			}
			if i > 0 {
				lines.WriteByte('\t')
			}
			lines.WriteString(piece)
		}
		lines.WriteByte('\n')
	}
	p.block([]byte(lines.String()))
	return nil
}
