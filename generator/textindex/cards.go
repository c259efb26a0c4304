package textindex

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
		b.addCards(&p, neighbours)
		name, err := b.add("c", &p)
		if err != nil {
			return err
		}
		b.cardNames += name
		start += len(neighbours)
	}
	return nil
}

// addCards adds the cards of documents, one after the other.
func (b *builder) addCards(p *part, documents []int) {
	size := 0
	for _, number := range documents {
		size += len(b.cards[number])
	}
	p.number(size)
	for _, number := range documents {
		p.WriteString(b.cards[number])
	}
}
