package textindex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"
)

// snowball returns the Snowball stemmer of a language, or nil. It takes a word in small letters, not folded: its rules go by the
// umlauts and dots that folding takes away.
func snowball(code string) func(word string) string {
	stem, known := map[string]func(*snowballstem.Env) bool{
		"ar": arabic.Stem, "da": danish.Stem, "nl": dutch.Stem, "en": english.Stem, "fi": finnish.Stem, "fr": french.Stem,
		"de": german.Stem, "hu": hungarian.Stem, "it": italian.Stem, "no": norwegian.Stem, "nb": norwegian.Stem, "pt": portuguese.Stem,
		"ro": romanian.Stem, "ru": russian.Stem, "es": spanish.Stem, "sv": swedish.Stem, "tr": turkish.Stem,
	}[code]
	if !known {
		return nil
	}
	env := snowballstem.NewEnv("")
	return func(word string) string {
		env.SetCurrent(word)
		stem(env)
		return env.Current()
	}
}

const leastStem = 3 // letters that stay when an ending is taken off

// stemKey returns what the forms of a word have in common, folded. Forms of different words may share it by mistake and forms of one
// word may differ: merge.go corrects both by what occurs.
func (l *language) stemKey(lower, folded string, f folder) string {
	if key, is := l.together[folded]; is {
		return key
	}
	if l.apart[folded] != nil {
		return "!" + folded
	}
	if strings.ContainsFunc(folded, unicode.IsDigit) {
		return folded
	}
	if l.stem != nil {
		return f.fold(l.stem(lower))
	}
	return l.lightStem(folded)
}

// lightStem takes off the longest known prefix and ending and evens out letters that alternate at the end of a stem.
func (l *language) lightStem(word string) string {
	cut := ""
	for _, prefix := range l.prefixes {
		if len(prefix) > len(cut) && strings.HasPrefix(word, prefix) && utf8.RuneCountInString(word)-utf8.RuneCountInString(prefix) >= leastStem {
			cut = prefix
		}
	}
	word = word[len(cut):]
	cut = ""
	for _, ending := range l.endings {
		if len(ending) > len(cut) && strings.HasSuffix(word, ending) && utf8.RuneCountInString(word)-utf8.RuneCountInString(ending) >= leastStem {
			cut = ending
		}
	}
	word = word[:len(word)-len(cut)]
	if last, size := utf8.DecodeLastRuneInString(word); size > 0 {
		if to, is := l.letters[string(last)]; is {
			word = word[:len(word)-size] + to
		}
	}
	return word
}
