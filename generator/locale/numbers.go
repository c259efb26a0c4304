package locale

import (
	"strconv"
	"strings"
)

// affixes are the texts around one or two values.
type affixes struct {
	before, between, after string
}

// parseAffixes reads a pattern with {0} and perhaps {1}, in this order.
func parseAffixes(s string) (a affixes) {
	a.before, a.after, _ = strings.Cut(s, "{0}")
	if between, after, ok := strings.Cut(a.after, "{1}"); ok {
		a.between, a.after = between, after
	}
	return a
}

// Number writes a whole number with the language's separators of thousands.
func (l *Locale) Number(n int) string {
	b := make([]byte, 0, 24)
	if n < 0 {
		b = append(b, l.table.minus...)
	}
	return string(l.appendGrouped(b, magnitude(int64(n))))
}

// Decimal writes a number given in hundredths, without zeros at its end: 1250 is "12,5" in German.
func (l *Locale) Decimal(hundredths int64) string {
	b := make([]byte, 0, 24)
	if hundredths < 0 {
		b = append(b, l.table.minus...)
	}
	amount := magnitude(hundredths)
	b = l.appendGrouped(b, amount/100)
	switch rest := amount % 100; {
	case rest == 0:
	case rest%10 == 0:
		b = append(append(b, l.table.decimal...), '0'+byte(rest/10))
	default:
		b = l.appendCents(b, rest)
	}
	return string(b)
}

// Money writes an amount of euros given in cents, "12,50 €"; whole euros have no cents, "12 €". Every language has the
// sign €, as letters and tills here do.
func (l *Locale) Money(cents int64) string {
	around := l.money
	if cents < 0 {
		around = l.debt
	}
	amount := magnitude(cents)
	b := append(make([]byte, 0, 32), around.before...)
	b = l.appendGrouped(b, amount/100)
	if amount%100 != 0 {
		b = l.appendCents(b, amount%100)
	}
	return string(append(b, around.after...))
}

func (l *Locale) appendCents(b []byte, cents uint64) []byte {
	return append(append(b, l.table.decimal...), '0'+byte(cents/10), '0'+byte(cents%10))
}

// appendGrouped writes a number in groups of three digits, unless it is too short for the language to group it.
func (l *Locale) appendGrouped(b []byte, n uint64) []byte {
	digits := strconv.FormatUint(n, 10)
	if len(digits) < 3+l.table.minimumGrouping {
		return append(b, digits...)
	}
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b = append(b, l.table.group...)
		}
		b = append(b, digits[i])
	}
	return b
}

// magnitude returns a number without its sign, also that of the smallest one.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
