package main

// betterDate returns a pattern for one day where CLDR contradicts itself, "" elsewhere. The pattern taken instead is
// CLDR's own for another style of the same language.
//
//   - Dari: the styles with a year have the order of Persian, the others that of American English.
//   - Tigrinya: "full" and every available format say day before month, "long" and "medium" the opposite.
//   - Kurmancî: the day and the month are inflected only where CLDR has the pattern for exactly that style.
//   - Sorani: "long" and the available formats are in the language, "full" and others are those of the root locale.
func betterDate(code, style string) string {
	switch code + " " + style {
	case "fa-AF dayMonth":
		return "d LLLL"
	case "ti long":
		return "d MMMM y"
	case "ti medium":
		return "d MMM y"
	case "ku weekdayDayMonth":
		return "EEEE, d'ê' MMMM'ê'"
	case "ckb full":
		return "EEEE، dی MMMMی y"
	case "ckb medium":
		return "dی MMMی y"
	case "ckb dayMonth":
		return "dی MMMM"
	case "ckb yearMonth":
		return "MMMMی y"
	}
	return ""
}

// wholeRanges reports that the interval patterns of a language do not fit its patterns for one day: they are those of the root locale
// (ckb, ps) or leave the endings out (ku, but for the short "medium"), so that both days of a range are better written in full.
func wholeRanges(code, style string) bool {
	return code == "ckb" || code == "ps" || code == "ku" && style != "medium"
}

// betterQuotes returns the quotation marks of a language where CLDR leaves out what belongs to them: French sets a no-break space
// inside. "" elsewhere.
func betterQuotes(code string) string {
	if code == "fr" {
		return "«\u00a0|\u00a0»"
	}
	return ""
}

// betterList returns list patterns where CLDR has none in the language and shows those of English or the root locale. "" elsewhere.
func betterList(code, kind string) string {
	switch code + " " + kind {
	case "ckb and":
		return "{0}، {1}|{0}، {1}|{0} و {1}|{0} و {1}"
	case "ckb or":
		return "{0}، {1}|{0}، {1}|{0} یان {1}|{0} یان {1}"
	case "ps or":
		return "{0}، {1}|{0}، {1}|{0}، یا {1}|{0} یا {1}"
	}
	return ""
}

// betterName returns the name of a language where CLDR's is missing or is not the one that people here look for.
func betterName(in, code string) string {
	switch in + " " + code {
	case "en ckb":
		return "Kurdish (Sorani)"
	case "de gsg":
		return "Deutsche Gebärdensprache"
	case "en gsg":
		return "German Sign Language"
	case "de de-simple":
		return "Leichte Sprache"
	case "en de-simple":
		return "Easy German"
	}
	return ""
}
