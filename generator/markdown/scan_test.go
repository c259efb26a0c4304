package markdown

import (
	"slices"
	"testing"
	"unicode/utf8"
)

// scanWordings begin with words of all kinds: short and long, of one script and another, with letters whose small ones have other lengths.
var scanWordings = []string{
	"Duldung", "EQ Plus", "§ 24", "İnşaat", "ßtraße", "ꮳ", "kelvin", "дозвіл на проживання", "دورة اندماج", "ፍቓድ", "ⱥx", "ångström", "1-Euro-Job",
	"Donaudampfschifffahrtsgesellschaftskapitän",
}

// FuzzScanFindsWhatWordsFind compares the scan with cutting a text into words and folding each: it may tell a word too many, never one too
// few, and only whole words.
func FuzzScanFindsWhatWordsFind(f *testing.F) {
	for _, text := range []string{
		"Eine DULDUNG, mit EQ-Plus &amp; &Duldung; § 24 ×Duldung", "KELVIN \u212Aelvin, ÅNGSTRÖM \u212Bngström", "İNŞAAT i\u0307nşaat ẞTRASSE ßtraße",
		"Дозвіл на проживання, ДОЗВІЛ", "دورة اندماج، دورة", "ፍቓድ ናይ ፍቓድ።", "\xC1\xA4uldung \xC0\xB0 &\x80 \xE1\x88 Duldung\xC3", "\u023AX Ⱥx ⱥX", "1-euro-job 1Euro", "& Duldung",
		"Donaudampfschifffahrtsgesellschaftskapitän Donaudampfschifffahrtsgesellschaftskapitänin",
	} {
		f.Add([]byte(text))
	}
	var terms []Term
	for _, wording := range scanWordings {
		terms = append(terms, Term{ID: wording, Words: []string{wording}})
	}
	known := NewTerms(terms)
	f.Fuzz(func(t *testing.T, text []byte) {
		var told [][2]int
		for from, to := known.scan.next(text, 0); from < to; from, to = known.scan.next(text, to) {
			told = append(told, [2]int{from, to})
		}
		for from, to := nextWord(text, 0); from < to; from, to = nextWord(text, to) {
			switch {
			case len(told) > 0 && told[0] == [2]int{from, to}:
				told = told[1:]
			case known.root.next[string(fold(nil, text[from:to]))] != nil:
				t.Errorf("%q is passed over in %q", text[from:to], text)
			}
		}
		if len(told) > 0 {
			t.Errorf("%q holds no word at %d", text, told)
		}
	})
}

// TestScanPassesOverMostWords shows that a text without terms is read past at once, but for words like theirs.
func TestScanPassesOverMostWords(t *testing.T) {
	known := NewTerms([]Term{{Words: []string{"Duldung"}}, {Words: []string{"дозвіл"}}})
	text := []byte("Die Dulder dulden. Eine Auskunft &duldung; gibt Дмитро. Нема документів. Danksagen")
	var told []string
	for from, to := known.scan.next(text, 0); from < to; from, to = known.scan.next(text, to) {
		told = append(told, string(text[from:to]))
	}
	if !slices.Equal(told, []string{"Дмитро"}) {
		t.Errorf("told: %q", told)
	}
}

// TestEveryLetterBeginsWhatItFoldsTo asks the scan for each letter there is, written as a word that begins a wording when it is folded.
func TestEveryLetterBeginsWhatItFoldsTo(t *testing.T) {
	for r := range rune(utf8.MaxRune) {
		word := utf8.AppendRune(nil, r)
		if small := lower(r) == r; wordRune(word) == 0 || small && len(word) > 2 { // small letters of three bytes are never passed over
			continue
		}
		scan := newScan(map[string]*node{string(fold(nil, word)): {}})
		if from, to := scan.next(append([]byte(" . "), word...), 0); from != 3 || to != 3+len(word) {
			t.Errorf("%q is not found: %d to %d", r, from, to)
		}
	}
}
