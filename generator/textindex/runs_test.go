package textindex

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestLettersArePassedOverAsWhatTheAlphabetSaysOfThem(t *testing.T) {
	a := &alphabet{}
	passed := map[uint8]int{}
	for r := range rune(0x800) {
		bytes, kind := letters(eight(strings.Repeat(string(r), 8)))
		if bytes == 0 {
			continue
		}
		passed[kind]++
		if bytes != 8 || kind != a.kind(r) {
			t.Errorf("%q: %d bytes of kind %b, want %b", r, bytes, kind, a.kind(r))
		}
	}
	if passed[wordChar|met] != 52+64 || passed[wordChar|cyrillicChar|met] != 128 {
		t.Errorf("passed over %v of a kind", passed)
	}
}

func TestLettersEndAtTheFirstOfAnotherKind(t *testing.T) {
	for text, want := range map[string]int{
		"Deutsch ": 7, "B1 und a": 1, " und so ": 0, "Kurs-Ort": 4, "größeren": 2, "Deutschk": 8,
		"курс в о": 8, "під ранок": 6, "دورة لغة": 8, "في ملي ،": 4, "٣ كورسات": 0, "aكورسات": 1, "كورaaaa": 6,
	} {
		if got, _ := letters(eight(text)); got != want {
			t.Errorf("%q begins with %d bytes of letters, want %d", text, got, want)
		}
	}
}

// oneByOne cuts a text into words looking each character up in the alphabet.
func oneByOne(a *alphabet, text string) (words []string) {
	word, before := "", uint8(0)
	for i, r := range text {
		kind := a.kind(r)
		if kind&compatible != 0 {
			return append(words, oneByOne(a, norm.NFKC.String(word+text[i:]))...)
		}
		if word != "" && (r == '.' || kind&apostrophe != 0) && a.glues(r, before, text[i+utf8.RuneLen(r):]) {
			kind = wordChar
		}
		if kind&wordChar != 0 {
			word += string(r)
		} else if word != "" {
			words, word = append(words, word), ""
		}
		before = kind
	}
	if word != "" {
		words = append(words, word)
	}
	return words
}

func FuzzLetters(f *testing.F) {
	for _, text := range []string{
		"Deutsch-Kurs A1.1 für Anfänger ab 15.02.2027", "п’ять курсів української мови", "دورات اللغة الألمانية، مستوى ب١", "l’emploi à Melle’de", "ﬁnden ½ Stunde ⅷ",
		"ቋንቋ ጀርመን ኮርስ", "Abcdefgh ijklmnop", "aбвгдежз", "ab\xffcdefghijk",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) { // files are refused that are not
			return
		}
		a, got := &alphabet{}, []string(nil)
		a.words(text, func(word string, _ bool) { got = append(got, word) })
		if want := oneByOne(a, text); !slices.Equal(got, want) {
			t.Errorf("%q: words %q, want %q", text, got, want)
		}
	})
}
