package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Term is an entry of the glossary: its id, and the words that mean it in one language (title, abbreviation, other names).
type Term struct {
	ID    string
	Words []string
}

// Terms finds the terms of one language in prose. It is made once and then only read.
//
// A text is cut into words, and the words are followed through a tree of all wordings, so the time does not depend on how
// many terms there are; the longest wording wins. Case is set aside, but for words in capitals: "IT" is not "it".
type Terms struct {
	ids  []string
	root node
	scan scan
}

// node is a place in the tree: the words that may come next, folded, and the wordings that end here.
type node struct {
	next    map[string]*node
	endings []ending
}

// ending is a wording of a term. capitals holds, for each of its words, how it must be written, or nothing.
type ending struct {
	term     int32
	capitals []string
}

// NewTerms prepares the terms of a language. If two mean the same word, the first keeps it.
func NewTerms(terms []Term) *Terms {
	t := &Terms{}
	for _, term := range terms {
		t.ids = append(t.ids, term.ID)
		for _, wording := range term.Words {
			t.add(int32(len(t.ids)-1), norm.NFC.String(wording))
		}
	}
	t.scan = newScan(t.root.next)
	return t
}

func (t *Terms) add(term int32, wording string) {
	at, e := &t.root, ending{term: term}
	html := appendRaw(nil, []byte(wording))
	for from, to := nextWord(html, 0); from < to; from, to = nextWord(html, to) {
		word := string(html[from:to])
		capital := ""
		if utf8.RuneCountInString(word) > 1 && strings.ToLower(word) != word && strings.ToUpper(word) == word {
			capital = word
		}
		e.capitals = append(e.capitals, capital)
		folded := string(fold(nil, html[from:to]))
		if at.next[folded] == nil {
			if at.next == nil {
				at.next = map[string]*node{}
			}
			at.next[folded] = &node{}
		}
		at = at.next[folded]
	}
	if at != &t.root {
		at.endings = append(at.endings, e)
	}
}

// explain writes prose and links the first word of every term that has not been explained in this body yet. It returns those that are then.
func (e *emitter) explain(html []byte, explained []int32) []int32 {
	terms := e.to.Terms
	done := 0
	for from, to := terms.scan.next(html, 0); from < to; from, to = terms.scan.next(html, to) {
		term, end := terms.longest(html, from, to)
		if end == 0 {
			continue
		}
		to = end
		if slices.Contains(explained, term) {
			continue
		}
		explained = append(explained, term)
		if href, ok := e.to.Term(terms.ids[term]); ok {
			e.dst = append(e.dst, html[done:from]...)
			e.dst = append(e.dst, `<a class="term" href="`...)
			e.dst = appendAddress(e.dst, href)
			e.dst = append(e.dst, `">`...)
			e.dst = append(e.dst, html[from:end]...)
			e.dst = append(e.dst, "</a>"...)
			done = end
		}
	}
	e.dst = append(e.dst, html[done:]...)
	return explained
}

// longest finds the longest wording that begins with the word from:to, and where it ends; 0 if there is none.
func (t *Terms) longest(html []byte, from, to int) (term int32, end int) {
	var buffer [64]byte
	start, at := from, &t.root
	for {
		at = at.next[string(fold(buffer[:0], html[from:to]))]
		if at == nil {
			return term, end
		}
		for _, e := range at.endings {
			if e.written(html, start) {
				term, end = e.term, to
				break
			}
		}
		if at.next == nil {
			return term, end
		}
		next, last := nextWord(html, to)
		if next == last || !joins(html[to:next]) {
			return term, end
		}
		from, to = next, last
	}
}

// written reports whether the words from an offset are in capitals where the wording is.
func (e *ending) written(html []byte, at int) bool {
	for _, capital := range e.capitals {
		from, to := nextWord(html, at)
		if capital != "" && capital != string(html[from:to]) {
			return false
		}
		at = to
	}
	return true
}

// joins reports whether two words with this between them can be one term: white space or a hyphen.
func joins(between []byte) bool {
	for _, r := range string(between) {
		if !unicode.IsSpace(r) && r != '-' && r != '\u2011' {
			return false
		}
	}
	return true
}

// nextWord finds the next run of letters, marks and digits in escaped text; § counts as one, for laws are terms.
func nextWord(html []byte, at int) (from, to int) {
	for at < len(html) {
		if html[at] == '&' { // &amp; is no word
			for at < len(html) && html[at] != ';' {
				at++
			}
			continue
		}
		size := wordRune(html[at:])
		if size > 0 {
			break
		}
		_, size = utf8.DecodeRune(html[at:])
		at += size
	}
	from = min(at, len(html))
	for at < len(html) {
		if isWordByte(html[at]) {
			at++
			continue
		}
		size := wordRune(html[at:])
		if size == 0 {
			break
		}
		at += size
	}
	return from, at
}

// isWordByte reports whether a byte is a letter or digit of ASCII, of which most words and addresses are made.
func isWordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

// wordRune returns the bytes of the letter, mark or digit at the start of s, or 0.
func wordRune(s []byte) int {
	b := s[0]
	if isWordByte(b) {
		return 1
	}
	if b < utf8.RuneSelf {
		return 0
	}
	r, size := utf8.DecodeRune(s)
	if 'ሀ' <= r && r <= 'ቈ' { // most of Ethiopic
		return size
	}
	if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '§' || r == '\u200c' {
		return size
	}
	return 0
}

// fold appends a word in lower case.
func fold(dst, word []byte) []byte {
	for i := 0; i < len(word); {
		b := word[i]
		if b < utf8.RuneSelf {
			dst = append(dst, asciiLower(b))
			i++
			continue
		}
		r, size := utf8.DecodeRune(word[i:])
		if low := lower(r); low != r {
			dst = utf8.AppendRune(dst, low)
		} else {
			dst = append(dst, word[i:i+size]...)
		}
		i += size
	}
	return dst
}

func asciiLower(b byte) byte {
	if b >= 'A' && b <= 'Z' {
		b += 'a' - 'A'
	}
	return b
}

// lower is unicode.ToLower, which looks every letter up in a table.
func lower(r rune) rune {
	switch {
	case 'а' <= r && r <= 'џ', 'ؠ' <= r && r <= 'ۿ', 'ሀ' <= r && r <= '፼': // small Cyrillic; Arabic and Ethiopic have no capitals
		return r
	case 'А' <= r && r <= 'Я':
		return r + ('а' - 'А')
	}
	return unicode.ToLower(r)
}
