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
		var p part
		end := start
		for ; end < len(b.documents) && b.places[end].slot/cardPlaces == b.places[start].slot/cardPlaces; end++ {
			if err := p.card(b.documents[end]); err != nil {
				return err
			}
		}
		name, err := b.add("c", p.Bytes())
		if err != nil {
			return err
		}
		b.head.Cards += name
		start = end
	}
	return nil
}

// card adds a line with what pages show of a document, its texts parted by tabs.
func (p *part) card(d *Document) error {
	for i, piece := range d.Card {
		if i > 0 {
			p.WriteByte('\t')
		}
		if strings.ContainsAny(piece, "\t\n") {
			return fmt.Errorf("the card of %s holds a tab or a line break", d.Key)
		}
		p.WriteString(piece)
	}
	p.WriteByte('\n')
	return nil
}
