package proof

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// alphabet is the script a language is written in.
func alphabet(lang string) (string, *unicode.RangeTable) {
	primary, _, _ := strings.Cut(lang, "-")
	switch primary {
	case "ar", "fa", "prs", "ckb", "ps", "ur":
		return "Arabic", unicode.Arabic
	case "uk", "ru", "bg":
		return "Cyrillic", unicode.Cyrillic
	case "ti", "am":
		return "Ethiopic", unicode.Ethiopic
	}
	return "Latin", unicode.Latin
}

// foreign finds passages in another script than the language they are said to be in, which a screen reader would read with the
// wrong voice. Two things are no language's: what stands in a <bdi> (numbers, addresses, names whose language nobody knows), and
// in a language not written in Latin letters a proper name, which keeps the letters it has on the sign at the door. A proper name is told by its
// form: every word of it begins with a capital or a digit or is one of the small words inside names.
func foreign(root *html.Node) (problems []string) {
	for node := range root.Descendants() {
		switch node.Type {
		case html.TextNode:
			if node.Parent.Data != "script" && node.Parent.Data != "style" {
				problems = append(problems, foreignText(node.Parent, node.Data)...)
			}
		case html.ElementNode:
			for _, name := range []string{"alt", "aria-label", "title", "placeholder"} {
				if value, has := attribute(node, name); has {
					problems = append(problems, foreignText(node, value)...)
				}
			}
			if value, has := attribute(node, "content"); has && toldElsewhere(node) {
				problems = append(problems, foreignText(node, value)...)
			}
		}
	}
	return problems
}

// toldElsewhere tells whether a <meta> holds words that search engines and forwarded links show of the page.
func toldElsewhere(node *html.Node) bool {
	name, _ := attribute(node, "name")
	property, _ := attribute(node, "property")
	return name == "description" || property == "og:description" || property == "og:title" || property == "og:site_name"
}

// addressOfAny is one of mail or of the web, which is of no language.
var addressOfAny = regexp.MustCompile(`https?://\S+|\S+@\S+`)

func foreignText(at *html.Node, text string) []string {
	lang, free := languageAt(at)
	if free {
		return nil
	}
	if strings.ContainsAny(text, ":@") {
		text = addressOfAny.ReplaceAllString(text, "")
	}
	script, own := alphabet(lang)
	var words, others int
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		words++
		if !fits(word, own) {
			others++
		}
	}
	switch {
	case others == 0:
		return nil
	case script == "Latin":
		return []string{fmt.Sprintf("<%s> in %s has other letters: %s", at.Data, lang, short(text))}
	case others == words && !properName(text):
		return []string{fmt.Sprintf("<%s> in %s has no %s letters: %s", at.Data, lang, script, short(text))}
	}
	return nil
}

// languageAt is the language of an element, and whether it is in a <bdi>.
func languageAt(node *html.Node) (lang string, free bool) {
	for ; node != nil; node = node.Parent {
		if node.Data == "bdi" {
			return "", true
		}
		if lang, has := attribute(node, "lang"); has {
			return lang, false
		}
	}
	return "", false
}

func fits(word string, own *unicode.RangeTable) bool {
	for _, r := range word {
		if unicode.IsLetter(r) && !unicode.Is(own, r) && !unicode.Is(unicode.Common, r) {
			return false
		}
	}
	return true
}

func properName(text string) bool {
	small := map[string]bool{"am": true, "an": true, "auf": true, "bei": true, "der": true, "des": true, "die": true, "e": true, "für": true, "im": true, "in": true, "of": true, "und": true, "v": true, "von": true, "the": true}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if first := []rune(word)[0]; unicode.IsLower(first) && !small[word] {
			return false
		}
	}
	return true
}

func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > 80 {
		return string(runes[:80]) + "…"
	}
	return text
}
