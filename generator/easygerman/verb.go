package easygerman

import "regexp"

// isPassive reports whether a sentence has a form of werden and a participle: Sie werden gefragt.
func isPassive(words []string) bool {
	become, done := false, false
	for _, word := range words {
		become = become || becoming.MatchString(word)
		done = done || participle.MatchString(word)
	}
	return become && done
}

// lookAtForms finds forms that people with learning difficulties know less: the subjunctive and the genitive.
func lookAtForms(sentence string, words []string) []Breach {
	var found []Breach
	for _, word := range words {
		if subjunctive.MatchString(word) {
			found = append(found, Breach{Rule: Subjunctive, Passage: word})
		}
	}
	for _, form := range genitive.FindAllString(sentence, -1) {
		found = append(found, Breach{Rule: Genitive, Passage: form})
	}
	return found
}

var (
	becoming = regexp.MustCompile(`^(?i:wird|werden|wurden?|worden)$`)
	// participle: gemacht, angemeldet, bezahlt, verboten, informiert. The infinitives among them (werden … bezahlen) are as hard.
	participle  = regexp.MustCompile(`^\p{Ll}*ge\p{Ll}{2,}(?:t|en)$|^(?:be|ver|er|ent|zer|miss)\p{Ll}{2,}(?:t|en)$|^\p{Ll}+iert$`)
	subjunctive = regexp.MustCompile(`^(?i:würden?|könnten?|sollten?|hätten?|wären?|müssten?|dürften?|bräuchten?)$`)
	// genitive: only what can be nothing else (dieses Haus is no genitive).
	genitive = regexp.MustCompile(`\b(?i:des|eines|meines|deines|seines|ihres|unseres|keines) (?:\p{Ll}+en )?\p{Lu}[\p{L}·-]*s\b`)
)
