package easygerman

import (
	"regexp"
	"strings"
	"unicode"
)

// look returns what breaks the rules in one sentence.
func look(sentence string, isName func(string) bool) []Breach {
	words := Words(sentence)
	var found []Breach
	if len(words) > MostWords {
		found = append(found, Breach{LongSentence, sentence, len(words)})
	}
	if hasSeveralStatements(sentence) {
		found = append(found, Breach{Rule: SeveralStatements, Passage: sentence})
	}
	found = append(found, lookAtWords(sentence, words, isName)...)
	if isPassive(words) {
		found = append(found, Breach{Rule: Passive, Passage: sentence})
	}
	return append(found, lookAtForms(sentence, words)...)
}

// Words returns the words and numbers of a sentence; what middle dots and hyphens join is one.
func Words(sentence string) []string {
	return strings.FieldsFunc(sentence, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("·-:@’'", r)
	})
}

// hasSeveralStatements: a subordinate clause, or a second main clause behind und, oder, aber, denn. Headings, which have no full stop, say none.
func hasSeveralStatements(sentence string) bool {
	if !strings.HasSuffix(strings.TrimRight(sentence, ")“”\""), ".") {
		return false
	}
	if subordinate.MatchString(sentence) || secondMain.MatchString(sentence) {
		return true
	}
	for _, clause := range relative.FindAllStringSubmatch(sentence, -1) {
		words := Words(clause[1])
		if last := words[len(words)-1]; len(words) > 1 && unicode.IsLower([]rune(last)[0]) {
			return true // a list ends in a noun, a relative clause in a verb
		}
	}
	return false
}

var (
	// Damit melden Sie sich an: that is a main clause; damit Sie sich anmelden is none.
	subordinate = regexp.MustCompile(`^(?:Weil|Dass|Obwohl|Nachdem|Bevor|Sodass|Indem|Sobald|Solange|Falls|Sofern|Wenn|Ob|Damit (?:\p{Lu}\p{L}*|wir|er|es|man|alle|der|die|das))\b|, (?:und |oder )?(?:weil|dass|damit|obwohl|nachdem|bevor|sodass|indem|sobald|solange|falls|sofern|wobei|während|seitdem|wenn|ob)\s`)
	secondMain  = regexp.MustCompile(`\p{Ll} (?:und|oder|aber|denn) (?:\p{Ll}+ )?(?:ich|du|Sie|wir|er|es|man)(?: |[.!?]?$)`)
	relative    = regexp.MustCompile(`, (?:(?:in|an|auf|mit|von|für|bei|zu|über) )?(?:der|die|das|den|dem|deren|dessen|denen|welcher?|welches|wo|was|wie) ([^,.!?]+)`)
)
