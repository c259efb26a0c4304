package textindex

import (
	"fmt"
	"strings"
)

// cardPlaces is how many neighbouring places share a file of cards: half a block, about a dozen documents. Hits are rarely neighbours, so
// more in a file would mostly be loaded in vain.
const cardPlaces = blockPlaces / 2

// cards packs what pages show of documents, neighbours in a file: a line a document, its texts parted by tabs.
func cards(k *packer, documents []*Document, places []place) (files []File, err error) {
	for start := 0; start < len(documents); {
		end := start + 1
		for end < len(documents) && places[end].slot/cardPlaces == places[start].slot/cardPlaces {
			end++
		}
		var text strings.Builder
		for _, d := range documents[start:end] {
			for i, piece := range d.Card {
				if i > 0 {
					text.WriteByte('\t')
				}
				if strings.ContainsAny(piece, "\t\n") {
					return nil, fmt.Errorf("the card of %s holds a tab or a line break", d.Key)
				}
				text.WriteString(piece)
			}
			text.WriteByte('\n')
		}
		file, err := k.pack("c", []byte(text.String()))
		if err != nil {
			return nil, err
		}
		files = append(files, file)
		start = end
	}
	return files, nil
}
