package textindex

import (
	"fmt"
	"path/filepath"
	"testing"
)

// In an index in pieces a word that names a concept is answered by one file, in whatever way it names it, and the cards of its first hits by a
// second; a word with few hits brings the cards for whatever is asked for with it.
func TestAWordBringsAlongWhatItsAnswerNeeds(t *testing.T) {
	dir := t.TempDir()
	input := madeUp(1_500)
	input.Concepts = []Concept{
		{Key: "cooking", Field: Vocabulary, Labels: []Text{{Lang: "de", Text: "Kochen"}, {Lang: "de", Text: "Zubereiten"}, {Lang: "tr", Text: "yemek"}}},
		{Key: "swimming", Field: Vocabulary, Labels: []Text{{Lang: "de", Text: "Schwimmen"}}},
		{Key: "rare", Field: Vocabulary, Labels: []Text{{Lang: "de", Text: "Quellen"}}},
	}
	for i := range input.Documents {
		for concept, each := range []int{5, 50, 400} {
			if i%each == 0 {
				input.Documents[i].Concepts = append(input.Documents[i].Concepts, concept)
			}
		}
	}
	writeIndex(t, filepath.Join(dir, "de"), input, engineCases{Loads: []loadCase{
		{Text: "Kochen", Hits: 300, Kinds: []string{"a", "k"}},
		{Text: "Zubereiten", Hits: 300, Kinds: []string{"a", "k"}},
		{Text: "yemek", Hits: 300, Kinds: []string{"a", "k", "tongues"}},
		{Text: "Kochen Schwimmen", Hits: 30, Kinds: []string{"a", "k", "k"}},
		{Text: "Quellen", Hits: 4, Kinds: []string{"c", "c", "c", "c", "k"}}, // too few for a file of their own
	}})
	runEngine(t, dir)
}

// Two common words that name concepts are answered by a file each, and the cards of the first hits of both by a third, however the hits are
// ranked: it holds exactly those that the script shows.
func TestTwoWordsThatNameSomethingHaveTheirFirstCardsInOneFile(t *testing.T) {
	dir := t.TempDir()
	input := madeUp(1_500)
	input.Concepts = []Concept{
		{Key: "cooking", Field: Keywords, Labels: []Text{{Lang: "de", Text: "Kochen"}, {Lang: "de", Text: "Zubereiten"}}},
		{Key: "sewing", Field: Vocabulary, Labels: []Text{{Lang: "de", Text: "Nähen"}, {Lang: "tr", Text: "dikiş"}}},
		{Key: "exam", Field: Vocabulary, Labels: []Text{{Lang: "de", Text: "Prüfung Kochen"}, {Lang: "de", Text: "Prüfung"}}},
		{Key: "both", Field: Vocabulary, Labels: []Text{{Lang: "de", Text: "Kochen Nähen"}}},
		{Key: "swimming", Field: Vocabulary, Labels: []Text{{Lang: "de", Text: "Schwimmen"}}},
		{Key: "gardens", Field: Place, Labels: []Text{{Lang: "de", Text: "Garten"}}},
	}
	for i := range input.Documents {
		d := &input.Documents[i]
		for concept, each := range []int{3, 4, 5, 41, 50, 12} {
			if i%each == 0 {
				d.Concepts = append(d.Concepts, concept)
			}
		}
		d.Rank = i % 7 / 5
		switch {
		case i%120 == 60:
			d.Texts[0].Text, d.Card[0] = "Kochen Nähen", "Kochen Nähen" // the whole title comes first
		case i%36 == 0:
			d.Texts[0].Text += " Nähen"
		}
	}
	writeIndex(t, filepath.Join(dir, "de"), input, engineCases{Loads: []loadCase{
		{Text: "Kochen Nähen", Hits: 158, Kinds: []string{"a", "k", "k"}},
		{Text: "nähen KOCHEN", Hits: 158, Kinds: []string{"a", "k", "k"}},
		{Text: "Prüfung Kochen", Hits: 100, Kinds: []string{"a", "k", "k"}},
		{Text: "Garten Prüfung", Hits: 25, Kinds: []string{"a", "k", "k"}},
		{Text: "Kochen Nähen Prüfung", Hits: 32, Kinds: []string{"c", "c", "c", "c", "c", "c", "c", "c", "c", "c", "k", "k", "k"}},
		{Text: "Nähen Schwimmen", Hits: 15, Kinds: []string{"a", "k", "k"}}, // all of the rarer's
	}})
	runEngine(t, dir)
}

// Two words that are written as one elsewhere lead to what that leads to as well, in this order; the cards of its first hits are in one file too.
func TestTwoWordsThatMakeAThirdHaveTheirFirstCardsInOneFile(t *testing.T) {
	dir := t.TempDir()
	input := madeUp(1_500)
	input.Concepts = []Concept{
		{Key: "course", Field: Keywords, Labels: []Text{{Lang: "de", Text: "Kurs"}, {Lang: "de", Text: "Kurse"}}},
		{Key: "german", Field: Vocabulary, Labels: []Text{{Lang: "de", Text: "Deutsch"}}},
		{Key: "both", Field: Keywords, Labels: []Text{{Lang: "de", Text: "Deutschkurs"}}},
	}
	for i := range input.Documents {
		d := &input.Documents[i]
		for concept, each := range []int{3, 4, 5} {
			if i%each == 0 {
				d.Concepts = append(d.Concepts, concept)
			}
		}
		d.Rank = i % 7 / 5
	}
	writeIndex(t, filepath.Join(dir, "de"), input, engineCases{Loads: []loadCase{
		{Text: "Deutsch Kurs", Hits: 400, Kinds: []string{"a", "k", "k"}},
		{Text: "Kurs Deutsch", Hits: 125, Kinds: []string{"a", "k", "k"}},
		{Text: "Kurse Deutsch", Hits: 125, Kinds: []string{"a", "k", "k"}},
	}})
	runEngine(t, dir)
}

// Words of a pair are told apart by what they mean: two forms that each name a concept best are one.
func TestFormsOfAWordArePairedOnce(t *testing.T) {
	input := madeUp(1_500)
	for _, name := range []string{"Betrieb", "Betriebe", "Garten", "Gärten", "Kochen"} {
		input.Concepts = append(input.Concepts, Concept{Key: name, Field: Keywords, Labels: []Text{{Lang: "de", Text: name}}})
	}
	for i := range input.Documents {
		input.Documents[i].Concepts = []int{i % 5, (i + 1 + i/5) % 5}
	}
	core := withPairs(t, input)
	pairs := 0
	for i := range core.entries {
		others := map[*entry]bool{}
		for _, a := range core.entries[i].ahead {
			if others[a.with[0]] {
				t.Errorf("%s is paired with %s twice", core.entries[i].folded, a.with[0].folded)
			}
			others[a.with[0]] = true
			pairs++
		}
	}
	if pairs == 0 {
		t.Error("no pairs")
	}
}

// A small index is not made of pairs for the most part: it has no more of them than documents.
func TestThereAreNoMorePairsThanDocuments(t *testing.T) {
	const documents, concepts = 300, 40
	input := madeUp(documents)
	for i := range concepts {
		name := string(rune('a'+i/8)) + "x" + string(rune('a'+i%8)) + "name"
		input.Concepts = append(input.Concepts, Concept{Key: name, Field: Keywords, Labels: []Text{{Lang: "de", Text: name}}})
	}
	for i := range input.Documents {
		for c := range concepts {
			if hash(fmt.Sprint(i, c))%3 == 0 {
				input.Documents[i].Concepts = append(input.Documents[i].Concepts, c)
			}
		}
	}
	core := withPairs(t, input)
	pairs := 0
	for i := range core.entries {
		pairs += len(core.entries[i].ahead)
	}
	if pairs != documents {
		t.Errorf("%d pairs of %d possible ones in %d documents", pairs, concepts*(concepts-1)/2, documents)
	}
}

// withPairs returns the core of an index with the files of pairs named in it, and no other.
func withPairs(t *testing.T, input Input) *tier {
	t.Helper()
	b := newBuilder(&input)
	if err := b.read(); err != nil {
		t.Fatal(err)
	}
	core := b.collector.tierOf(&b.collector.core, b.groups, b.slots, otherStrength)
	b.conceptLists(core)
	b.names.addTo(core, b.collector, b.own, b.groups)
	if err := b.ranker(core).layPairs(); err != nil {
		t.Fatal(err)
	}
	return core
}

func TestTwoFilesNeverShareAName(t *testing.T) {
	k := newPacker()
	first := k.name("c", []byte("one"))
	if again := k.name("c", []byte("one")); again != first {
		t.Errorf("the same is called %s and %s", first, again)
	}
	k.made[first] = [32]byte{1} // as if something else had the name
	if other := k.name("c", []byte("one")); other == first {
		t.Errorf("something else is called %s too", other)
	}
	seen := map[string]string{}
	for i := range 1000 {
		text := fmt.Sprint(i)
		if had, is := seen[k.name("c", []byte(text))]; is {
			t.Errorf("%s and %s have one name", had, text)
		}
		seen[k.name("c", []byte(text))] = text
	}
}
