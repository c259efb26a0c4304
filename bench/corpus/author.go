package main

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"
)

// author makes one record: facts from one source of chance, texts from another in each language, so that a corpus in more languages has
// the same records.
type author struct {
	*rand.Rand
	pens []pen
}

// author returns the one who makes the record of a key.
func (c *Corpus) author(key string) *author {
	source := func(lang string) *rand.Rand {
		h := fnv.New64a()
		h.Write([]byte(key + " " + lang))
		return rand.New(rand.NewPCG(c.seed, h.Sum64()))
	}
	a := &author{Rand: source("")}
	for _, l := range c.lexicons {
		a.pens = append(a.pens, pen{l, source(l.lang)})
	}
	return a
}

// chance is true in k of n cases.
func (a *author) chance(k, n int) bool { return a.IntN(n) < k }

// between draws a number; both ends are possible.
func (a *author) between(low, high int) int { return low + a.IntN(high-low+1) }

// one draws an item of a list.
func one[T any](a *author, list []T) T { return list[a.IntN(len(list))] }

// some draws n different items of a list, in its order.
func some[T any](a *author, list []T, n int) []T {
	var drawn []T
	for i, item := range list {
		if a.IntN(len(list)-i) < n-len(drawn) {
			drawn = append(drawn, item)
		}
	}
	return drawn
}

// phrase writes between low and high words in every language.
func (a *author) phrase(low, high int) Text { return a.write(a.between(low, high), pen.phrase) }

// sentence writes a sentence of between low and high words in every language.
func (a *author) sentence(low, high int) Text { return a.write(a.between(low, high), pen.sentence) }

// summary writes a sentence of at most 200 characters, less a margin.
func (a *author) summary() Text {
	return a.write(a.between(9, 15), func(p pen, n int) string {
		s := p.sentence(n)
		for len([]rune(s)) > 190 {
			n--
			s = p.sentence(n)
		}
		return s
	})
}

func (a *author) paragraph(n int) Text { return a.write(n, pen.paragraph) }

func (a *author) write(n int, kind func(pen, int) string) Text {
	text := make(Text, len(a.pens))
	for i, p := range a.pens {
		text[i] = kind(p, n)
	}
	return text
}

// phrases writes a list of n phrases.
func (a *author) phrases(n int) Texts {
	list := make(Texts, len(a.pens))
	for range n {
		for i, words := range a.phrase(2, 6) {
			list[i] = append(list[i], words)
		}
	}
	return list
}

// same is words that are the same in every language.
func (a *author) same(words string) Text {
	text := make(Text, len(a.pens))
	for i := range text {
		text[i] = words
	}
	return text
}

// behind appends words to a text in every language.
func (t Text) behind(words string) Text {
	for i := range t {
		t[i] += words
	}
	return t
}

// slug makes an id of words: small Latin letters and hyphens, at most so many.
func slug(words string, most int) string {
	words = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").Replace(strings.ToLower(words))
	var b strings.Builder
	for _, r := range words {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	s := b.String()
	return strings.Trim(s[:min(len(s), most)], "-")
}
