package easygerman

import (
	"regexp"
	"strings"
	"unicode"
)

// lookAtWords finds words that are too long, shortened, or a number, and signs that stand for words.
func lookAtWords(sentence string, words []string, isName func(string) bool) []Breach {
	var found []Breach
	for _, word := range words {
		if isLong(word) && !isName(word) {
			found = append(found, Breach{Rule: LongWord, Passage: word})
		}
		if numbers.MatchString(word) {
			found = append(found, Breach{Rule: NumberInWords, Passage: word})
		}
	}
	for _, short := range abbreviations.FindAllString(sentence, -1) {
		found = append(found, Breach{Rule: Abbreviation, Passage: strings.TrimSpace(short)})
	}
	// What is in brackets and has no small word is a name that stands on a letter or a card: (BAMF), (§ 24).
	for _, bracket := range brackets.FindAllString(sentence, -1) {
		if smallWord.MatchString(bracket) {
			found = append(found, Breach{Rule: Sign, Passage: bracket})
		}
	}
	for _, sign := range signs.FindAllString(brackets.ReplaceAllString(sentence, "\x00"), -1) {
		found = append(found, Breach{Rule: Sign, Passage: sign})
	}
	return found
}

// isLong reports whether a part of a word between middle dots and hyphens has too many letters. Addresses of mail and web are no words.
func isLong(word string) bool {
	if strings.ContainsAny(word, "@:") {
		return false
	}
	for part := range strings.FieldsFuncSeq(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len([]rune(part)) > MostLetters {
			return true
		}
	}
	return false
}

// shortened are the abbreviations with a full stop that texts of offices have.
const shortened = `z\. ?B|d\. ?h|u\. ?a|o\. ?ä|s\. ?o|i\. ?d\. ?R|bzw|ggf|evtl|usw|etc|inkl|ca|Std|Min|Tel|Nr|Str|max|mind|vgl|einschl|zzgl|Hbf|Bhf|Mo|Di|Mi|Do|Fr|Sa|So|Jan|Feb|Aug|Sept|Okt|Nov|Dez`

var (
	abbreviation  = regexp.MustCompile(`(?:^|[^\p{L}])(?:` + shortened + `|\p{Ll})\.$`)
	abbreviations = regexp.MustCompile(`\b(?:` + shortened + `)\.|\b(?:bzw|ggf|inkl|Std|Tel)\b`)
	numbers       = regexp.MustCompile(`^(?i:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|hundert|tausend)$`)
	brackets      = regexp.MustCompile(`\([^()]*\)`)
	smallWord     = regexp.MustCompile(`[( ]\p{Ll}`)
	signs         = regexp.MustCompile(`[%§&;]|\p{L}+/\p{L}+`)
)
