package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestWordsComeByZipfsLaw(t *testing.T) {
	codes, _ := languages(6)
	for _, code := range codes {
		l, err := newLexicon(code)
		if err != nil {
			t.Fatal(err)
		}
		const draws = 400_000
		count := map[string]int{}
		rng := rand.New(rand.NewPCG(1, 1))
		for range draws {
			count[l.word(rng, 0)]++
		}
		for _, rank := range []int{1, 10, 100, 1000} {
			want := draws / (float64(rank) + mandelbrot) / l.until[len(l.until)-1]
			got := float64(count[l.words[rank-1]])
			if math.Abs(got-want) > 6*math.Sqrt(want) {
				t.Errorf("%s: the word of rank %d came %.0f times, want about %.0f", code, rank, got, want)
			}
		}
	}
}

func TestTitlesHaveNoFunctionWords(t *testing.T) {
	l, err := newLexicon("en")
	if err != nil {
		t.Fatal(err)
	}
	p := pen{l, rand.New(rand.NewPCG(1, 1))}
	for range 1000 {
		if phrase := strings.ToLower(p.phrase(1)); slices.Contains(l.words[:l.common], phrase) {
			t.Fatalf("%q is no title", phrase)
		}
	}
}

func TestListsOfWordsAreWholeAndOfTheirScript(t *testing.T) {
	scripts := map[string]*unicode.RangeTable{"ar": unicode.Arabic, "uk": unicode.Cyrillic}
	codes, _ := languages(6)
	for _, code := range codes {
		l, err := newLexicon(code)
		if err != nil {
			t.Fatal(err)
		}
		if len(l.words) < 2000 {
			t.Errorf("%s: only %d words", code, len(l.words))
		}
		known := map[string]bool{}
		for _, word := range l.words {
			if known[word] {
				t.Errorf("%s: %q twice", code, word)
			}
			known[word] = true
			if script := scripts[code]; script != nil && !unicode.Is(script, []rune(word)[0]) {
				t.Errorf("%s: %q is of another script", code, word)
			}
		}
	}
}

func TestTurkishCapitalsAreTurkish(t *testing.T) {
	if got := (pen{lexicon: &lexicon{lang: "tr"}}).capital("için"); got != "İçin" {
		t.Errorf("got %q", got)
	}
}

func TestLongTextsHave150To300Words(t *testing.T) {
	c, err := NewCorpus(60, 6, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range c.Records {
		if r.Fields.get("kind") == nil && r.Folder != "events" && r.Folder != "transport" || r.Body == nil || r.Folder == "organizations" {
			continue
		}
		for lang := range c.Languages {
			words := 0
			add := func(t Text) { words += len(strings.Fields(t[lang])) }
			for _, block := range r.Body {
				for _, span := range block.Paragraph {
					add(span.Words)
				}
				for _, item := range block.List {
					add(item)
				}
				for _, row := range block.Table {
					for _, cell := range row {
						add(cell)
					}
				}
				if block.Heading != nil {
					add(block.Heading)
				}
			}
			if words < leastWords || words > mostWords {
				t.Errorf("%s in %s: %d words", r.Key(), c.Languages[lang], words)
			}
		}
	}
}
