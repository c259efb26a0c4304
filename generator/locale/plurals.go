package locale

import (
	"strconv"
	"strings"
)

// Category is a plural form by CLDR (UTS #35, part 3, Language Plural Rules).
type Category uint8

// The categories. Every language has Other; which of the rest it has, and for which numbers, is its own.
const (
	Other Category = iota
	Zero
	One
	Two
	Few
	Many

	categories = iota
)

// String returns CLDR's word for the category, which message files use.
func (c Category) String() string {
	return [categories]string{"other", "zero", "one", "two", "few", "many"}[c]
}

// categoryOf reads CLDR's word.
func categoryOf(word string) (Category, bool) {
	for c := range Category(categories) {
		if c.String() == word {
			return c, true
		}
	}
	return Other, false
}

// rules decide the category of a number: the first that holds, else Other.
type rules []rule

// rule holds if all conditions of any of its alternatives hold.
type rule struct {
	category     Category
	alternatives [][]condition
}

// condition compares a number, or its remainder, with a range; negated it must lie outside of all ranges.
type condition struct {
	modulus uint64 // 0 for the number itself
	negated bool
	ranges  [][2]uint64
}

// Plural returns the form a word takes after a whole number: one in "1 Kurs", other in "2 Kurse".
func (l *Locale) Plural(n int) Category { return l.cardinal.category(n) }

// Ordinal returns the form of a place in an order: English has 1st, 2nd, 3rd and 4th.
func (l *Locale) Ordinal(n int) Category { return l.ordinal.category(n) }

func (r rules) category(n int) Category {
	number := magnitude(int64(n))
	for i := range r {
		for _, conditions := range r[i].alternatives {
			if allHold(conditions, number) {
				return r[i].category
			}
		}
	}
	return Other
}

func allHold(conditions []condition, n uint64) bool {
	for i := range conditions {
		if !conditions[i].holds(n) {
			return false
		}
	}
	return true
}

func (c *condition) holds(n uint64) bool {
	if c.modulus != 0 {
		n %= c.modulus
	}
	for _, r := range c.ranges {
		if r[0] <= n && n <= r[1] {
			return !c.negated
		}
	}
	return c.negated
}

// parseRules reads the generated form of rules, "one:n%10=1,n%100!=11/n=5;few:n=2..4+7": categories by semicolon, alternatives by
// slash, conditions by comma, ranges by plus.
func parseRules(s string) rules {
	var all rules
	for text := range strings.SplitSeq(s, ";") {
		word, body, ok := strings.Cut(text, ":")
		if !ok {
			continue
		}
		category, _ := categoryOf(word)
		r := rule{category: category}
		for alternative := range strings.SplitSeq(body, "/") {
			var conditions []condition
			for text := range strings.SplitSeq(alternative, ",") {
				conditions = append(conditions, parseCondition(text))
			}
			r.alternatives = append(r.alternatives, conditions)
		}
		all = append(all, r)
	}
	return all
}

func parseCondition(s string) (c condition) {
	left, right, _ := strings.Cut(s, "=")
	left, c.negated = strings.CutSuffix(left, "!")
	if _, modulus, ok := strings.Cut(left, "%"); ok {
		c.modulus = parseNumber(modulus)
	}
	for text := range strings.SplitSeq(right, "+") {
		low, high, ok := strings.Cut(text, "..")
		if !ok {
			high = low
		}
		c.ranges = append(c.ranges, [2]uint64{parseNumber(low), parseNumber(high)})
	}
	return c
}

// parseNumber reads a number of the generated table, which holds nothing else; a test reads all of it.
func parseNumber(s string) uint64 {
	n, _ := strconv.ParseUint(s, 10, 64)
	return n
}
