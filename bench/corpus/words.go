package main

import (
	"embed"
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"unicode"
)

//go:embed words/*.txt
var wordFiles embed.FS

// mandelbrot flattens the top of Zipf's law, as in real texts: the word of rank r comes as often as 1 ÷ (r + mandelbrot).
const mandelbrot = 2.7

// lexicon is the words of a language, the most frequent first.
type lexicon struct {
	lang  string
	words []string
	// until is the sum of the weights of all words up to each.
	until []float64
	// common is how many words at the front are function words, which make no title.
	common int
}

// functionWords is how many words at the front of each list carry no meaning of their own, about.
const functionWords = 70

func newLexicon(lang string) (*lexicon, error) {
	data, err := wordFiles.ReadFile("words/" + lang + ".txt")
	if err != nil {
		return nil, fmt.Errorf("reading the words of %s: %w", lang, err)
	}
	l := &lexicon{lang: lang, words: strings.Fields(string(data)), common: functionWords}
	sum := 0.0
	for rank := range l.words {
		sum += 1 / (float64(rank+1) + mandelbrot)
		l.until = append(l.until, sum)
	}
	return l, nil
}

// word draws a word by Zipf's law among those of rank from and above.
func (l *lexicon) word(rng *rand.Rand, from int) string {
	low := 0.0
	if from > 0 {
		low = l.until[from-1]
	}
	drawn := low + rng.Float64()*(l.until[len(l.until)-1]-low)
	return l.words[min(sort.SearchFloat64s(l.until, drawn), len(l.words)-1)]
}

// pen writes texts of one record in one language. What it writes depends on the seed, the record and the language alone.
type pen struct {
	*lexicon
	rng *rand.Rand
}

// phrase writes n words, the first with a capital.
func (p pen) phrase(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = p.word(p.rng, p.common)
	}
	return p.capital(strings.Join(words, " "))
}

// sentence writes n words with commas and a full stop.
func (p pen) sentence(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = p.word(p.rng, 0)
		if i > 0 && words[i] == words[i-1] {
			words[i] = p.word(p.rng, p.common)
		}
		if i > 2 && i < n-2 && p.rng.IntN(9) == 0 {
			words[i] += p.comma()
		}
	}
	return p.capital(strings.Join(words, " ")) + "."
}

// paragraph writes n words in sentences of 7 to 16.
func (p pen) paragraph(n int) string {
	var sentences []string
	for n > 0 {
		length := min(n, 7+p.rng.IntN(10))
		if n-length < 5 {
			length = n
		}
		sentences = append(sentences, p.sentence(length))
		n -= length
	}
	return strings.Join(sentences, " ")
}

func (p pen) comma() string {
	if p.lang == "ar" {
		return "،"
	}
	return ","
}

func (p pen) capital(s string) string {
	runes := []rune(s)
	if p.lang == "tr" {
		runes[0] = unicode.TurkishCase.ToUpper(runes[0])
	} else {
		runes[0] = unicode.ToUpper(runes[0])
	}
	return string(runes)
}

// languages are those there are words for, in the order in which a corpus takes them.
func languages(n int) ([]string, error) {
	all := []string{"de", "en", "ar", "uk", "tr", "fr"}
	if n < 1 || n > len(all) {
		return nil, fmt.Errorf("between 1 and %d languages can be had, not %d", len(all), n)
	}
	return slices.Clone(all[:n]), nil
}
