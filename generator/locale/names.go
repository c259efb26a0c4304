package locale

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// identity is what a language is called and how it is written.
type identity struct {
	self, german, english string
	hrefLang              string
	script                string // ISO 15924
}

// alias is a code whose language CLDR files under another code, with its own names where CLDR's are those of the other.
type alias struct {
	table                 string
	self, german, english string
	hrefLang              string
}

// notForSearchEngines marks a variety that search engines know only as a part of its language.
const notForSearchEngines = "-"

// aliasOf returns what stands behind a code in lower case. CLDR has Kurmancî as ku and Dari as fa-AF, and so have search
// engines. Leichte Sprache has the dates and numbers of German.
func aliasOf(code string) alias {
	switch code {
	case "kmr":
		return alias{table: "ku", self: "Kurmancî", hrefLang: "ku"}
	case "prs":
		return alias{table: "fa-AF", hrefLang: "fa-AF"}
	case "de-simple":
		return alias{table: "de", self: "Leichte Sprache", german: "Leichte Sprache", english: "Easy German", hrefLang: notForSearchEngines}
	}
	return alias{}
}

// identity joins the alias's own names with those of its table.
func (a alias) identity(t *table, code string) identity {
	href := cmp.Or(a.hrefLang, code)
	if href == notForSearchEngines {
		href = ""
	}
	return identity{cmp.Or(a.self, t.self), cmp.Or(a.german, t.german), cmp.Or(a.english, t.english), href, t.script}
}

// unknown is the identity of a language without a table: named by its code where no name is known, in the script
// it is most often written in.
func unknown(code string) identity {
	named := func(in string) string { return cmp.Or(nameOf(code, languageNames(tableOf(in))), code) }
	return identity{self: selfNameOf(code), german: named("de"), english: named("en"), hrefLang: code, script: likelyScript(code)}
}

// likelyScript guesses the script of a language from its code; Latin, where there is nothing to guess from.
func likelyScript(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return "Latn"
	}
	script, confidence := tag.Script()
	if confidence == language.No {
		return "Latn"
	}
	return script.String()
}

// SelfName returns the language's name in the language itself, written for a menu: "Deutsch", "Türkçe", "Kurmancî". It is the
// code where the language is not known.
func (l *Locale) SelfName() string { return l.self }

// GermanName returns the language's name in German.
func (l *Locale) GermanName() string { return l.german }

// EnglishName returns the language's name in English.
func (l *Locale) EnglishName() string { return l.english }

// HrefLang returns the code that search engines know the language by, or "" where a page in it is not to be announced
// as one of its own.
func (l *Locale) HrefLang() string { return l.hrefLang }

// Script returns the language's script by ISO 15924: Latn, Arab, Cyrl, Ethi.
func (l *Locale) Script() string { return l.script }

// Dir returns the direction of writing as the HTML attribute dir says it: "rtl" or "ltr".
func (l *Locale) Dir() string {
	if isRightToLeft(l.script) {
		return RightToLeft
	}
	return LeftToRight
}

// isRightToLeft knows the scripts of living languages that run from right to left (Unicode 17, Scripts with bidi class R or AL).
func isRightToLeft(script string) bool {
	return slices.Contains([]string{"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}, script)
}

// LanguageName returns what another language is called in this one: "Arabisch" for "ar" in German. Where CLDR has no such
// name it is the English one, and the code itself for a language that no table names.
func (l *Locale) LanguageName(code string) string { return cmp.Or(nameOf(code, l.languages), code) }

// nameOf finds the name of a code or of what it is a variety of, "" if there is none.
func nameOf(code string, names map[string]string) string {
	for rest := strings.ToLower(code); rest != ""; rest = withoutLastSubtag(rest) {
		if name := names[rest]; name != "" {
			return name
		}
	}
	return ""
}

// languageNames pairs the codes of the generated list, in lower case, with their names in one language or else in English.
func languageNames(t *table) map[string]string {
	codes, names := strings.Split(languageCodes, separator), strings.Split(t.languages, separator)
	english := strings.Split(tableOf("en").languages, separator)
	byCode := make(map[string]string, len(codes))
	for i, code := range codes {
		byCode[strings.ToLower(code)] = cmp.Or(names[i], english[i])
	}
	return byCode
}

// withoutLastSubtag shortens a code by its last subtag, to "" at the end.
func withoutLastSubtag(code string) string {
	return code[:max(0, strings.LastIndexByte(code, '-'))]
}

// otherScript reports whether the code names a script, as sr-Latn does, and that is not the given one.
func otherScript(code, script string) bool {
	subtags := strings.FieldsFunc(code, func(r rune) bool { return r == '-' || r == '_' })
	return len(subtags) > 1 && len(subtags[1]) == 4 && !strings.ContainsAny(subtags[1], "0123456789") && !strings.EqualFold(subtags[1], script)
}
