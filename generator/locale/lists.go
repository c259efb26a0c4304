package locale

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// listPattern holds the texts that join the items of a list (UTS #35, part 2, List Patterns).
type listPattern struct {
	start, middle, end, two affixes
}

func parseListPattern(s string) listPattern {
	var parts [4]affixes
	for i, p := range strings.Split(s, separator) {
		parts[i] = parseAffixes(p)
	}
	return listPattern{start: parts[0], middle: parts[1], end: parts[2], two: parts[3]}
}

// List joins items to "a, b und c". The texts between the items hold nothing that HTML would need escaped, so that items may be
// HTML.
func (l *Locale) List(items []string) string { return l.and.join(items) }

// Labels joins labels, which are written as they stand alone. Where that gives them capitals that a sentence would not have, they are set apart
// by dots instead: "Femmes · Jeunes". German nouns have their capitals everywhere, and many scripts have none.
func (l *Locale) Labels(items []string) string {
	if primary, _, _ := strings.Cut(l.code, "-"); primary == "de" || primary == "lb" || !slices.ContainsFunc(items[min(1, len(items)):], beginsWithCapital) {
		return l.List(items)
	}
	return strings.Join(items, " · ")
}

func beginsWithCapital(item string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(item, "\u2066\u2067\u2068"))
	return unicode.IsUpper(first)
}

// ListOr joins items to "a, b oder c".
func (l *Locale) ListOr(items []string) string { return l.or.join(items) }

func (p *listPattern) join(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	case 2:
		return p.two.before + items[0] + p.two.between + items[1] + p.two.after
	}
	parts := make([]string, 0, 32) // more than nearly all lists need
	last := len(items) - 1
	// From the outermost pattern, start, to the innermost, end: the texts before items nest, so do those after the last.
	for i, item := range items[:last] {
		around := p.at(i, last)
		parts = append(parts, around.before, item, around.between)
	}
	parts = append(parts, items[last])
	for i := last - 1; i >= 0; i-- {
		parts = append(parts, p.at(i, last).after)
	}
	return strings.Join(parts, "")
}

// at returns the texts around the item at i, the last of which has the index last.
func (p *listPattern) at(i, last int) *affixes {
	switch i {
	case 0:
		return &p.start
	case last - 1:
		return &p.end
	}
	return &p.middle
}

// Quote puts a text between the language's quotation marks.
func (l *Locale) Quote(s string) string { return l.quotes.before + s + l.quotes.after }
