package catalog

import "strings"

// Language is a language of the site.
type Language struct {
	// Code is as written in site.yaml.
	Code string
	// Chain are the languages whose texts are shown, the first that has one: this one, its fallbacks, the default language.
	Chain []Lang
}

// Languages are the languages of the site, in the order of its language menu.
type Languages []Language

// Find returns a language by its code, in whatever case it is written.
func (l Languages) Find(code string) (Lang, bool) {
	for i, language := range l {
		if strings.EqualFold(language.Code, code) {
			return Lang(i), true
		}
	}
	return 0, false
}

// Codes returns the codes in order.
func (l Languages) Codes() []string {
	codes := make([]string, len(l))
	for i, language := range l {
		codes[i] = language.Code
	}
	return codes
}
