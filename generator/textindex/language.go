package textindex

import (
	"embed"
	"strings"
)

//go:embed languages/*.txt
var languageFiles embed.FS

// language is what the index knows of a language; languages/README.md explains the kinds of lines.
type language struct {
	code     string
	stop     map[string]bool // all words here are folded
	weak     map[string]bool
	endings  []string
	swaps    [][]string
	prefixes []string
	together map[string]string // a word and what all its forms share
	apart    map[string]map[string]bool
	joiners  []string
	noPart   map[string]bool
	part     map[string]bool
	letters  map[string]string
	spell    [][2]string
	stem     func(word string) string // nil: by endings
}

// newLanguage reads what is known of the language of a BCP 47 code.
func newLanguage(code string, f folder) *language {
	base, _, _ := strings.Cut(strings.ToLower(code), "-")
	l := &language{
		code: base, stop: map[string]bool{}, weak: map[string]bool{}, together: map[string]string{},
		apart: map[string]map[string]bool{}, noPart: map[string]bool{}, part: map[string]bool{}, letters: map[string]string{}, stem: snowball(base),
	}
	l.read(base, f, 0)
	return l
}

func (l *language) read(code string, f folder, depth int) {
	data, err := languageFiles.ReadFile("languages/" + code + ".txt")
	if err != nil || depth > 2 {
		return // a language nobody has described: words are only folded
	}
	for line := range strings.Lines(string(data)) {
		written := strings.Fields(line)
		if len(written) < 2 || written[0] == "#" {
			continue
		}
		words := make([]string, 0, len(written)-1)
		for _, word := range written[1:] {
			words = append(words, f.fold(word))
		}
		switch written[0] {
		case "same-as":
			l.read(written[1], f, depth+1)
			if l.stem == nil {
				l.stem = snowball(written[1])
			}
		case "stop":
			add(l.stop, words)
		case "weak":
			add(l.weak, words)
		case "endings":
			l.endings = appendNew(l.endings, words)
		case "swaps":
			l.swaps = append(l.swaps, words)
		case "prefixes":
			l.prefixes = appendNew(l.prefixes, words)
		case "together":
			for _, word := range words {
				l.together[word] = "=" + words[0]
			}
		case "apart":
			l.setApart(words)
		case "joiners":
			l.joiners = append(l.joiners, words...)
		case "no-part":
			add(l.noPart, words)
		case "part":
			add(l.part, words)
		case "letters":
			for _, word := range words {
				from, to, _ := strings.Cut(word, "=")
				l.letters[from] = to
			}
		case "spell":
			for _, word := range words {
				from, to, _ := strings.Cut(word, "=")
				l.spell = append(l.spell, [2]string{from, to})
			}
		}
	}
}

func add(set map[string]bool, words []string) {
	for _, word := range words {
		set[word] = true
	}
}

func appendNew(list, words []string) []string {
	for _, word := range words {
		known := word == ""
		for _, other := range list {
			known = known || other == word
		}
		if !known {
			list = append(list, word)
		}
	}
	return list
}

func (l *language) setApart(words []string) {
	for _, word := range words {
		if l.apart[word] == nil {
			l.apart[word] = map[string]bool{}
		}
		for _, other := range words {
			if other != word {
				l.apart[word][other] = true
			}
		}
	}
}
