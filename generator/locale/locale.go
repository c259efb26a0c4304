// Package locale writes things as a reader's language does: days, times, numbers, money, lists, names of languages, the
// order of names, and the interface's own messages with their plural forms.
//
// The way through the files: locale.go finds the language of a code, names.go its names and direction; pattern.go reads
// CLDR's date patterns and dates.go uses them; numbers.go, lists.go, plurals.go and collate.go do one thing each;
// messages.go looks messages up, parse.go reads their files and check.go compares them; bidi.go keeps directions apart in plain text. table.go is
// the shape of the generated CLDR data in cldr.gen.go, written by cldrgen.
//
// Everywhere the calendar is the Gregorian one, digits are Latin and the clock has 24 hours, so that a page agrees
// with the letters, timetables and telephones of the place it is about.
package locale

import (
	"strings"
	"sync"
)

//go:generate go run ./cldrgen

// Locale is one language of the site. It is immutable and safe for use by many goroutines at once.
type Locale struct {
	code  string
	known bool
	identity
	table             *table
	calendar          calendar
	dates             [styles]pattern
	ranges            [styles]rangePatterns
	span              affixes
	clock, clocks     pattern
	money, debt       affixes
	and, or           listPattern
	quotes            affixes
	cardinal, ordinal rules
	languages         map[string]string
	idle              sync.Pool // of *Collator, which cannot be shared while in use
}

// New returns the language of a BCP 47 code such as "de", "de-simple", "kmr" or "pt-BR": exactly that one if there are
// tables for it, else the one it is an alias of, else that of its primary subtag. Every other code gets a neutral
// language with English patterns and one plural form, for which Known is false.
func New(code string) *Locale {
	t, named := find(code)
	l := &Locale{code: code, known: t != nil, table: t, identity: named}
	if !l.known {
		l.table = tableOf("en")
		l.identity = unknown(code)
	} else {
		l.cardinal, l.ordinal = parseRules(t.cardinal), parseRules(t.ordinal)
	}
	l.languages = languageNames(l.table)
	l.readPatterns(l.table)
	return l
}

// readPatterns parses the table's patterns, once for all later calls.
func (l *Locale) readPatterns(t *table) {
	l.calendar = newCalendar(t)
	for style := range styles {
		l.dates[style] = parsePattern(t.dates[style])
		l.ranges[style] = parseRangePatterns(t.ranges[style])
	}
	l.clock, l.clocks = parsePattern(t.clock), parsePattern(t.clockRange)
	l.span, l.money, l.debt = parseAffixes(t.span), parseAffixes(t.money), parseAffixes(t.moneyNegative)
	l.and, l.or = parseListPattern(t.and), parseListPattern(t.or)
	l.quotes.before, l.quotes.after, _ = strings.Cut(t.quotes, separator)
}

// Code returns the code as it was given to New; it is what the HTML attribute lang says.
func (l *Locale) Code() string { return l.code }

// Known reports whether there are tables for the language.
func (l *Locale) Known() bool { return l.known }

// find returns the table of a code and what the language is called, or no table.
func find(code string) (*table, identity) {
	for rest := strings.ReplaceAll(strings.ToLower(code), "_", "-"); rest != ""; rest = withoutLastSubtag(rest) {
		name, t := aliasOf(rest), tableOf(rest)
		if name.table != "" {
			t = tableOf(name.table)
		}
		if t != nil && otherScript(code, t.script) {
			return nil, identity{} // in another script everything is written in other words
		}
		if t != nil {
			return t, name.identity(t, code)
		}
	}
	return nil, identity{}
}

// tableOf returns the table of exactly this code, in any case.
func tableOf(code string) *table {
	for i := range tables {
		if strings.EqualFold(tables[i].code, code) {
			return &tables[i]
		}
	}
	return nil
}
