package textindex

import (
	_ "embed"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed fold.txt
var foldTable string

// dropped are the combining marks that folding takes away: those that a reader leaves out when in a hurry. Vowel signs of Indian and
// South-east Asian scripts are letters there and stay. The script gets these ranges inside every index.
func dropped() [][2]rune {
	return [][2]rune{
		{0x300, 0x36F}, {0x483, 0x487}, {0x591, 0x5BD}, {0x5BF, 0x5BF}, {0x5C1, 0x5C2}, {0x5C4, 0x5C5}, {0x5C7, 0x5C7},
		{0x610, 0x61A}, {0x64B, 0x65F}, {0x670, 0x670}, {0x6D6, 0x6DC}, {0x6DF, 0x6E8}, {0x6EA, 0x6ED}, {0x711, 0x711},
		{0x730, 0x74A}, {0x135D, 0x135F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
	}
}

// folder takes out of a word what does not matter for finding it. It is the same computation as the script's: NFKC, small letters,
// NFKD, marks dropped, letters replaced.
type folder struct {
	replaced map[rune]string
	dropped  [][2]rune
}

func newFolder() folder {
	replaced := map[rune]string{}
	for line := range strings.Lines(foldTable) {
		from, to, found := strings.Cut(strings.TrimSpace(line), " ")
		if !found || from == "#" {
			continue
		}
		first, last := letterRange(from)
		if to == "-" {
			replaced[first] = ""
			continue
		}
		for r := first; r <= last; r++ {
			if first == last {
				replaced[r] = to
				continue
			}
			start, _ := utf8.DecodeRuneInString(to)
			replaced[r] = string(start + r - first)
		}
	}
	for r, to := range replaced { // what a letter becomes may itself become something
		if next, again := replaced[firstRune(to)]; again && to != "" {
			replaced[r] = next + to[len(string(firstRune(to))):]
		}
	}
	return folder{replaced: replaced, dropped: dropped()}
}

// letterRange reads "a", "a..z" or "U+00AD".
func letterRange(s string) (first, last rune) {
	if code, hex := strings.CutPrefix(s, "U+"); hex {
		n, _ := strconv.ParseUint(code, 16, 32)
		return rune(n), rune(n)
	}
	from, to, is := strings.Cut(s, "..")
	if !is {
		return firstRune(s), firstRune(s)
	}
	return firstRune(from), firstRune(to)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// fold returns the word as it is compared.
func (f folder) fold(word string) string {
	if lower, plain := lowerASCII(word); plain {
		return lower
	}
	var out strings.Builder
	for _, r := range norm.NFKD.String(lowered(word)) {
		if f.drops(r) || isApostrophe(r) {
			continue
		}
		if to, is := f.replaced[r]; is {
			out.WriteString(to)
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// lowered is the word in compatibility forms and small letters, as it is shown when a search is corrected.
func lowered(word string) string {
	return strings.Map(unicode.ToLower, norm.NFKC.String(word))
}

func lowerASCII(word string) (lower string, plain bool) {
	capital := false
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf || c == '\'' || c == '`' {
			return "", false
		}
		capital = capital || 'A' <= c && c <= 'Z'
	}
	if capital {
		return strings.ToLower(word), true
	}
	return word, true
}

func (f folder) drops(r rune) bool {
	if r < 0x300 {
		return false
	}
	for _, span := range f.dropped {
		if r <= span[1] {
			return r >= span[0]
		}
	}
	return false
}

// foldData is the table as the script reads it: letters that become one letter as two texts of equal length, the others as pairs,
// the dropped ranges as in a class of a regular expression.
type foldData struct {
	From  string            `json:"from"`
	To    string            `json:"to"`
	More  map[string]string `json:"more"`
	Marks string            `json:"marks"`
}

func (f folder) data() foldData {
	d := foldData{More: map[string]string{}}
	for _, r := range slices.Sorted(maps.Keys(f.replaced)) {
		to := f.replaced[r]
		if utf8.RuneCountInString(to) == 1 {
			d.From += string(r)
			d.To += to
		} else {
			d.More[string(r)] = to
		}
	}
	for _, span := range f.dropped {
		d.Marks += string(span[0]) + "-" + string(span[1])
	}
	return d
}
