package textindex

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The kinds of characters, as bits. A word is a longest run of word characters; between two numbers a full stop belongs to it
// (A1.1, 15.02.2027), between two Cyrillic letters an apostrophe (п'ять); in other scripts an apostrophe parts words (l'emploi, Melle'de).
const (
	wordChar     uint8 = 1 << iota
	numberChar         // part of a word
	cyrillicChar       // part of a word
	apostrophe
	compatible // Unicode has it as a form of something that would be cut differently: the text is taken apart first
	met        // the kind is known
)

// alphabet learns the kind of a character of the basic plane when it first meets it: texts use few of them.
type alphabet struct {
	kinds [1 << 16]uint8
}

func (a *alphabet) learn(r rune) uint8 {
	kind := kindOf(r)
	if r >= 1<<16 {
		return kind
	}
	kind |= met
	if r >= 0xA0 && norm.NFKC.PropertiesString(string(r)).Decomposition() != nil {
		for _, part := range norm.NFKC.String(string(r)) {
			if kindOf(part) != kindOf(r) {
				kind |= compatible
			}
		}
	}
	a.kinds[r] = kind
	return kind
}

func kindOf(r rune) uint8 {
	switch {
	case unicode.IsNumber(r):
		return wordChar | numberChar
	case isApostrophe(r):
		return apostrophe
	case r == 0xAD, r == 0xB7, r == 0x2027, 0x200B <= r && r <= 0x200D, r == 0x2060, r == 0xFEFF:
		return wordChar
	case unicode.IsLetter(r), unicode.IsMark(r):
		if unicode.Is(unicode.Cyrillic, r) {
			return wordChar | cyrillicChar
		}
		return wordChar
	}
	return 0
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '‘', '’', 'ʼ', 'ʹ', '′':
		return true
	}
	return false
}

func (a *alphabet) kind(r rune) uint8 {
	if r < 1<<16 && a.kinds[r] != 0 {
		return a.kinds[r]
	}
	return a.learn(r)
}

// words calls yield for each word of the text as it is written, not folded; hyphen tells that nothing but a hyphen parts it from the
// word before.
func (a *alphabet) words(text string, yield func(word string, hyphen bool)) {
	start, before := -1, uint8(0)
	hyphenAt := -1 // where a word would start that a hyphen joins to the one before
	for i := 0; i < len(text); {
		if len(text)-i >= 8 {
			if n, kind := letters(eight(text[i:])); n > 0 {
				if start < 0 {
					start = i
				}
				before = kind
				if i += n; n == 8 || i == len(text) {
					continue
				}
			}
		}
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = decode(text[i:])
		}
		kind := a.kind(r)
		if kind&compatible != 0 {
			if start >= 0 {
				i = start
			}
			a.words(norm.NFKC.String(text[i:]), yield)
			return
		}
		if start >= 0 && (r == '.' || kind&apostrophe != 0) && a.glues(r, before, text[i+size:]) {
			kind = wordChar
		}
		switch {
		case kind&wordChar == 0 && start >= 0:
			yield(text[start:i], start == hyphenAt)
			start = -1
			if r == '-' || r == '\u2010' || r == '\u2011' {
				hyphenAt = i + size
			}
		case kind&wordChar != 0 && start < 0:
			start = i
		}
		i += size
		before = kind
	}
	if start >= 0 {
		yield(text[start:], start == hyphenAt)
	}
}

// decode returns the first character of a text and its length. Two bytes, as most letters beside the Latin ones have, are read here.
func decode(text string) (rune, int) {
	if len(text) > 1 && 0xC2 <= text[0] && text[0] < 0xE0 && text[1]&0xC0 == 0x80 {
		return rune(text[0]&0x1F)<<6 | rune(text[1]&0x3F), 2
	}
	return utf8.DecodeRuneInString(text)
}

// glues tells whether a full stop or an apostrophe holds together what stands before and after it.
func (a *alphabet) glues(r rune, before uint8, rest string) bool {
	holds := cyrillicChar
	if r == '.' {
		holds = numberChar
	}
	after, _ := utf8.DecodeRuneInString(rest)
	return before&holds != 0 && a.kind(after)&holds != 0
}
