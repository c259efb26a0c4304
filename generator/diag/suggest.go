package diag

import (
	"strings"
	"unicode"
)

// Nearest returns the known word that a mistyped one most likely means: the same when case, blanks, hyphens and umlauts are
// set aside, or within a third of its letters by edits of one letter or of two neighbours swapped. Ties go to the first in
// the list; nothing near gives an empty text.
func Nearest(written string, known []string) string {
	fold := folding()
	folded := []rune(fold(written))
	if len(folded) == 0 {
		return ""
	}
	best, distance := "", len(folded)/3+1
	for _, candidate := range known {
		if d := edits(folded, []rune(fold(candidate)), distance); d < distance {
			best, distance = candidate, d
		}
	}
	return best
}

// DidYouMean is the hint for a mistyped word: the nearest known one, or nothing. Where the two only look the same, it says so.
func DidYouMean(written string, known []string) Text {
	nearest := Nearest(written, known)
	if nearest == "" {
		return Text{}
	}
	if visible := strings.Map(seen, written); visible != written && visible == nearest {
		return Textf("Darin steckt ein unsichtbares Zeichen. Löschen Sie das Wort, und tippen Sie es neu: %s", "There is an invisible character in it. Delete the word and type it again: %s", nearest)
	}
	return Textf("Meinten Sie %s?", "Did you mean %s?", nearest)
}

// seen drops characters that nobody sees: those without a width, and soft hyphens.
func seen(c rune) rune {
	if unicode.Is(unicode.Cf, c) {
		return -1
	}
	return c
}

// folding returns what sets aside case, blanks, hyphens and umlauts, also those that a Mac writes as a letter and two dots.
func folding() func(string) string {
	replacer := strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "a\u0308", "ae", "o\u0308", "oe", "u\u0308", "ue", "ß", "ss", "_", "", "-", "", " ", "")
	return func(s string) string { return replacer.Replace(strings.ToLower(s)) }
}

// edits is the optimal string alignment distance (Damerau-Levenshtein with neighbours swapped once), given up at limit.
func edits(from, to []rune, limit int) int {
	if diff := len(from) - len(to); diff >= limit || -diff >= limit {
		return limit
	}
	before, previous, row := make([]int, len(to)+1), make([]int, len(to)+1), make([]int, len(to)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := 1; i <= len(from); i++ {
		row[0] = i
		for j := 1; j <= len(to); j++ {
			cost := 1
			if from[i-1] == to[j-1] {
				cost = 0
			}
			row[j] = min(previous[j]+1, row[j-1]+1, previous[j-1]+cost)
			if i > 1 && j > 1 && from[i-1] == to[j-2] && from[i-2] == to[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, previous, row = previous, row, before
	}
	return previous[len(to)]
}
