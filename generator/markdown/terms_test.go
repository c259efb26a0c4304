package markdown

import (
	"testing"
	"unicode"
)

func TestLowerIsThatOfUnicode(t *testing.T) {
	for r := range rune(unicode.MaxRune) {
		if lower(r) != unicode.ToLower(r) {
			t.Errorf("%q: %q, and %q by Unicode", r, lower(r), unicode.ToLower(r))
		}
	}
}
