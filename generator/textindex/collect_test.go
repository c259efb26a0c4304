package textindex

import (
	"fmt"
	"path/filepath"
	"testing"
)

// What a record is counts more than a word in a long title, and less than in a short one.
func TestWhatARecordIsCountsLikeAWordOfALongTitle(t *testing.T) {
	dir := t.TempDir()
	input := Input{Lang: "de", Concepts: []Concept{{Key: "apprenticeship", Field: Keywords, Labels: []Text{{Lang: "de", Text: "Ausbildung"}}}}}
	long, short, is := "Rechnen Schreiben Lesen Vortragen Planen Üben Fragen Hören Sehen Sprechen Malen Ausbildung", "Ausbildung Rechnen", "Pflege Bramsche"
	for i, title := range []string{long, short, is} {
		input.Documents = append(input.Documents, Document{Key: "x/" + title, Card: []string{title}, Texts: []Text{{Title, "de", title}}, Start: i})
	}
	input.Documents[2].Concepts = []int{0}
	for i := range 30 { // others, so that the word counts something
		title := fmt.Sprint("Nummer ", i)
		input.Documents = append(input.Documents, Document{Key: "y/" + title, Card: []string{title}, Texts: []Text{{Title, "de", title}}})
	}
	writeIndex(t, filepath.Join(dir, "de"), input, engineCases{Questions: []map[string]any{
		{"query": map[string]any{"text": "Ausbildung"}, "finds": []string{short, is, long}},
	}})
	runEngine(t, dir)
}
