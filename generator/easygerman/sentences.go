package easygerman

import (
	"iter"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences cuts a text where a line ends, and behind . ! ? and : where a new sentence follows.
func sentences(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			for rest := strings.TrimSpace(line); rest != ""; {
				end := sentenceEnd(rest)
				if !yield(rest[:end]) {
					return
				}
				rest = strings.TrimSpace(rest[end:])
			}
		}
	}
}

// sentenceEnd is where the first sentence of a line ends.
func sentenceEnd(line string) int {
	for i, r := range line {
		if !strings.ContainsRune(".!?:", r) {
			continue
		}
		after := strings.TrimLeft(line[i+1:], ".!?)\"“”»")
		end := len(line) - len(after)
		next := strings.TrimLeft(after, " \"„“«(")
		first, _ := utf8.DecodeRuneInString(next)
		if next == "" || after[0] != ' ' || !unicode.IsUpper(first) && !unicode.IsDigit(first) {
			continue
		}
		if r == '.' && (ordinal.MatchString(line[:end]) || abbreviation.MatchString(line[:end])) {
			continue
		}
		return end
	}
	return len(line)
}

// ordinal is a number with the full stop that makes it one: 3. Mai.
var ordinal = regexp.MustCompile(`(?:^|\s)\d{1,2}\.$`)
