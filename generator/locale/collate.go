package locale

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// afterAllLetters is a private character, which every collation puts behind the letters of all scripts.
const afterAllLetters = "\ue000"

// Collator orders texts as readers of one language expect it, with numbers by their value. It is not safe for use by two
// goroutines at once; Locale's own methods are.
type Collator struct {
	order   *collate.Collator
	buffer  collate.Buffer
	rewrite *strings.Replacer // letters that the order is taught first, nil for none
}

// NewCollator returns a collator of the language. golang.org/x/text has no order of its own for Tigrinya, Amharic and
// Sorani; theirs is the general one of the Unicode Collation Algorithm, which has the Ethiopic script in the order of its syllabary.
func (l *Locale) NewCollator() *Collator {
	tag := language.Und
	if l.known {
		tag = language.Make(l.table.code)
	}
	c := &Collator{order: collate.New(tag, collate.Numeric)}
	if l.known && l.table.code == "ku" {
		c.rewrite = kurmanji()
	}
	return c
}

// kurmanji teaches the general order the alphabet of Kurmancî, a b c ç d e ê f g h i î … s ş t u û …: ç is not a c with a mark
// but the letter between c and d, so it becomes a c followed by what sorts after every letter.
func kurmanji() *strings.Replacer {
	return strings.NewReplacer(
		"ç", "c"+afterAllLetters, "Ç", "C"+afterAllLetters,
		"ê", "e"+afterAllLetters, "Ê", "E"+afterAllLetters,
		"î", "i"+afterAllLetters, "Î", "I"+afterAllLetters,
		"ş", "s"+afterAllLetters, "Ş", "S"+afterAllLetters,
		"û", "u"+afterAllLetters, "Û", "U"+afterAllLetters,
	)
}

// Compare returns -1, 0 or 1 as a comes before b, beside it or after it. Texts that look the same are equal whatever
// characters they are made of.
func (c *Collator) Compare(a, b string) int { return c.order.CompareString(c.prepare(a), c.prepare(b)) }

// SortKey returns a text that compares with other keys of the language, byte by byte, as Compare does with the originals.
func (c *Collator) SortKey(s string) string {
	c.buffer.Reset()
	return string(c.order.KeyFromString(&c.buffer, c.prepare(s)))
}

func (c *Collator) prepare(s string) string {
	if c.rewrite == nil {
		return s
	}
	return c.rewrite.Replace(norm.NFC.String(s))
}

// Compare is Collator.Compare, for any number of goroutines.
func (l *Locale) Compare(a, b string) int {
	c := l.borrow()
	defer l.idle.Put(c)
	return c.Compare(a, b)
}

// SortKey is Collator.SortKey, for any number of goroutines.
func (l *Locale) SortKey(s string) string {
	c := l.borrow()
	defer l.idle.Put(c)
	return c.SortKey(s)
}

func (l *Locale) borrow() *Collator {
	if c, ok := l.idle.Get().(*Collator); ok {
		return c
	}
	return l.NewCollator()
}

// SortBy orders items by a text of each, in place, with one sort key an item; items with equal texts keep their order.
func SortBy[T any](l *Locale, items []T, text func(T) string) {
	type keyed struct {
		key  string
		item T
	}
	c := l.borrow()
	defer l.idle.Put(c)
	pairs := make([]keyed, len(items))
	for i, item := range items {
		pairs[i] = keyed{c.SortKey(text(item)), item}
	}
	slices.SortStableFunc(pairs, func(a, b keyed) int { return cmp.Compare(a.key, b.key) })
	for i := range pairs {
		items[i] = pairs[i].item
	}
}
