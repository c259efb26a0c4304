// Package easygerman finds what breaks the rules of Leichte Sprache in a German text, as far as a program can tell: long sentences, several
// statements in one, long words, abbreviations, numbers in words, signs, passive, subjunctive and genitive.
//
// The rules are those of BITV 2.0, annex 2, part 2, and of Netzwerk Leichte Sprache (leichte-sprache.org, Die Regeln). Whether a text can
// be understood only people with learning difficulties can say.
//
// The way through the files: sentences.go cuts a text, sentence.go looks at one sentence, word.go at its words, verb.go at its verbs.
package easygerman

import "strings"

// Rule is one of the rules.
type Rule string

// The rules, by what breaks them.
const (
	LongSentence      Rule = "long-sentence"
	SeveralStatements Rule = "several-statements"
	LongWord          Rule = "long-word"
	Abbreviation      Rule = "abbreviation"
	NumberInWords     Rule = "number-in-words"
	Sign              Rule = "sign"
	Passive           Rule = "passive"
	Subjunctive       Rule = "subjunctive"
	Genitive          Rule = "genitive"
)

// Rules are all of them.
func Rules() []Rule {
	return []Rule{LongSentence, SeveralStatements, LongWord, Abbreviation, NumberInWords, Sign, Passive, Subjunctive, Genitive}
}

// The limits: "at most some twelve words" a sentence, and how many letters a word may have that no middle dot or hyphen divides.
const (
	MostWords   = 12
	MostLetters = 15
)

// Breach is a passage that breaks a rule.
type Breach struct {
	Rule Rule
	// Passage is what breaks it, as it stands in the text: a sentence, or some of its words.
	Passage string
	// Words is how many a long sentence has.
	Words int
}

// Is reports whether texts in a language, by its BCP 47 code, are in Leichte Sprache: de-simple, de-AT-simple.
func Is(code string) bool {
	code = strings.ToLower(code)
	return strings.HasPrefix(code, "de-") && strings.HasSuffix(code, "-simple")
}

// Find returns what breaks the rules in a text, in its order. Lines end sentences. isName says which words are names, which may be long.
func Find(text string, isName func(word string) bool) []Breach {
	var found []Breach
	for sentence := range sentences(text) {
		found = append(found, look(sentence, isName)...)
	}
	return found
}
