package textindex

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// madeUp is an index of n documents of words from a list, large enough to be cut into pieces.
func madeUp(n int) Input {
	random := rand.New(rand.NewPCG(3, 4))
	input := Input{Lang: "de", Facets: []Facet{{ID: "f", Terms: []string{"a", "b"}, Parents: []int{-1, -1}}}}
	word := func() string {
		return fmt.Sprintf("%c%c%c%c%c", 'a'+random.IntN(20), 'e'+random.IntN(3), 'k'+random.IntN(9), 'a'+random.IntN(9), 'm'+random.IntN(9))
	}
	for i := range n {
		title := word() + " " + word()
		summary := strings.Join([]string{word(), word(), word(), word(), word()}, " ")
		input.Documents = append(input.Documents, Document{
			Key: fmt.Sprintf("courses/%05d", i*7919%100_000), Card: []string{title, summary}, Facets: [][]int{{i % 2}}, Start: i % 30,
			Texts: []Text{{Title, "de", title}, {Summary, "de", summary}, {Body, "de", strings.Repeat(word()+" ", 20)}},
		})
	}
	return input
}

func fileNames(t *testing.T, input Input) map[string]bool {
	t.Helper()
	index, err := Build(context.Background(), input)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, f := range index.Files {
		names[f.Name] = true
	}
	return names
}

func TestOrderGoesByKeysAlone(t *testing.T) {
	keys := []string{}
	for i := range 300 {
		keys = append(keys, OrderKey(fmt.Sprint("shelf", i%5), fmt.Sprint("key", i)))
	}
	numbers := Order(keys)
	byKey := map[string]int{}
	for i, key := range keys {
		byKey[key] = numbers[i]
	}
	rand.New(rand.NewPCG(5, 6)).Shuffle(len(keys), func(a, b int) { keys[a], keys[b] = keys[b], keys[a] })
	seen := map[int]bool{}
	for i, number := range Order(keys) {
		if byKey[keys[i]] != number {
			t.Errorf("%q is %d and was %d", keys[i], number, byKey[keys[i]])
		}
		seen[number] = true
	}
	if len(seen) != len(keys) || !seen[0] || !seen[len(keys)-1] {
		t.Errorf("%d numbers for %d documents", len(seen), len(keys))
	}
}

func TestBuildIsTheSameForTheSameInput(t *testing.T) {
	input := madeUp(2_000)
	before := fileNames(t, input)
	slices.Reverse(input.Documents)
	for name := range fileNames(t, input) {
		if !before[name] {
			t.Errorf("%s is new", name)
		}
	}
}

// A document more or a word changed leaves most files as they are: who comes back need not load them again.
func TestSmallChangesRenameFewFiles(t *testing.T) {
	input := madeUp(3_000)
	before := fileNames(t, input)
	fresh := func() (n int) {
		for name := range fileNames(t, input) {
			if !before[name] {
				n++
			}
		}
		return n
	}
	input.Documents[100].Card[1] = "Etwas anderes"
	if n := fresh(); n != 1+blockPlaces/cardPlaces { // the head and the cards of its block
		t.Errorf("another card makes %d of %d files new", n, len(before))
	}
	input = madeUp(3_000)
	added := input.Documents[50]
	added.Key = "courses/one-more"
	input.Documents = append(input.Documents, added)
	if n := fresh(); n > len(before)/4 {
		t.Errorf("a document more makes %d of %d files new", n, len(before))
	}
}

func TestBuildRefusesMistakes(t *testing.T) {
	for name, spoil := range map[string]func(*Input){
		"two documents are called": func(in *Input) { in.Documents[1].Key = in.Documents[0].Key },
		"no concept":               func(in *Input) { in.Documents[1].Concepts = []int{0} },
		"no term 2":                func(in *Input) { in.Documents[1].Facets = [][]int{{2}} },
		"terms of 2 facets":        func(in *Input) { in.Documents[1].Facets = [][]int{{0}, {0}} },
		"tab or a line break":      func(in *Input) { in.Documents[1].Card[0] = "a\nb" },
		"no such field":            func(in *Input) { in.Concepts = []Concept{{Key: "x", Field: Body}} },
	} {
		input := madeUp(3)
		spoil(&input)
		if _, err := Build(context.Background(), input); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Build(context.Background(), Input{Lang: "xx"}); err != nil {
		t.Errorf("an index of nothing: %v", err)
	}
}

func FuzzWords(f *testing.F) {
	f.Add("A1.1 п'ять l'emploi ½ ﷺ e\u0301 \u00AD")
	c := newCollector()
	f.Fuzz(func(t *testing.T, text string) {
		c.alphabet.words(text, func(word string, _ bool) {
			folded := c.folder.fold(word)
			if again := c.folder.fold(folded); again != folded {
				t.Errorf("%q is folded to %q and that to %q", word, folded, again)
			}
		})
	})
}
