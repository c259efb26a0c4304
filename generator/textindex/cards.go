package textindex

import "strconv"

// cardPlaces is how many neighbouring places share a file of cards: an eighth of a block, two or three documents. Hits are rarely neighbours,
// so more in a file would mostly be loaded in vain.
const cardPlaces = blockPlaces / 8

// layCards packs what pages show of documents, neighbours in a file. The files of a block are called after all its cards together and their
// place in it, so that the head names a block instead of eight files.
func (b *builder) layCards() error {
	for start := 0; start < len(b.documents); {
		block := b.neighbours(start, blockPlaces)
		all := b.cardsPart()
		b.addCards(all, block)
		hash := short(b.packer.name(cardsName, all.Bytes()))
		b.cardNames += hash
		for len(block) > 0 {
			some := b.neighbours(block[0], cardPlaces)
			p := b.cardsPart()
			b.addCards(p, some)
			at := b.places[block[0]].slot % blockPlaces / cardPlaces
			if _, err := b.keep(b.packer.packNamed(cardsName+"."+hash+strconv.Itoa(at)+".bin", p.Bytes())); err != nil {
				return err
			}
			block, start = block[len(some):], start+len(some)
		}
	}
	return nil
}

// neighbours are the documents from one on that stand in the same stretch of so many places.
func (b *builder) neighbours(from, places int) (documents []int) {
	for d := from; d < len(b.documents) && b.places[d].slot/places == b.places[from].slot/places; d++ {
		documents = append(documents, d)
	}
	return documents
}

// cardsPart returns an empty part for cards, which is used again for the next ones.
func (b *builder) cardsPart() *part {
	b.cardsFile.Reset()
	return &b.cardsFile
}

// addCards adds the cards of documents, one after the other: a line each, its texts parted by tabs.
func (b *builder) addCards(p *part, documents []int) {
	lines := b.cardLines[:0]
	for _, number := range documents {
		for i, text := range b.documents[number].Card {
			if i > 0 {
				lines = append(lines, '\t')
			}
			lines = append(lines, text...)
		}
		lines = append(lines, '\n')
	}
	b.cardLines = lines
	p.block(lines)
}
