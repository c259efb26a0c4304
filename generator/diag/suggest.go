package diag

import "strings"

// Nearest returns the known word that a mistyped one most likely means: the same when case, blanks, hyphens and umlauts are
// set aside, or within a third of its letters by edits of one letter or of two neighbours swapped. Ties go to the first in
// the list; nothing near gives an empty text.
func Nearest(written string, known []string) string {
	folded := fold(written)
	best, distance := "", len([]rune(folded))/3+1
	for _, candidate := range known {
		if d := edits(folded, fold(candidate), distance); d < distance {
			best, distance = candidate, d
		}
	}
	return best
}

// DidYouMean is the hint for a mistyped word: the nearest known one, or nothing.
func DidYouMean(written string, known []string) Text {
	nearest := Nearest(written, known)
	if nearest == "" {
		return Text{}
	}
	return Textf("Meinten Sie %s?", "Did you mean %s?", nearest)
}

func fold(s string) string {
	return strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "_", "", "-", "", " ", "").Replace(strings.ToLower(s))
}

// edits is the optimal string alignment distance (Damerau-Levenshtein with neighbours swapped once), given up at limit.
func edits(a, b string, limit int) int {
	from, to := []rune(a), []rune(b)
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
