package yamldoc

import (
	"fmt"
	"testing"
	"unicode/utf8"
)

// TestClean holds clean equal to the two passes it saves, for every character, and every two bytes, at every place among eight.
func TestClean(t *testing.T) {
	check := func(text []byte) {
		if got, want := clean(text), utf8.Valid(text) && controlCharacter(text) < 0; got != want {
			t.Errorf("%q is clean: %v", text, got)
		}
	}
	for _, around := range []string{"abcdefghijkl", "Größe für ñandú", "абвгдежз", "یک متن", "ሰላም ሰላም", "a\nb\tc\r\nd e "} {
		for at := range 9 {
			for first := range 256 {
				for _, second := range []byte{0, '\t', 'a', 0x7F, 0x80, 0x85, 0x9F, 0xA0, 0xBF, 0xC2, 0xD0, 0xEF, 0xFF} {
					check(fmt.Appendf(nil, "%.*s%c%c%s", at, around, first, second, around))
					check(append(append([]byte(around)[:min(at, len(around))], byte(first), second), around...))
				}
			}
		}
	}
	for _, end := range []string{"1234567\xC3", "\xD0\xB0\xD0\xB0\xD0\xB0\xD0\xB0", "123456\xD0\xB0\xD0", "12345678\xC3", "12345678\xC3a", "1234567\xC3\xB6"} { // behind the last eight, and across them
		check([]byte(end))
	}
	for char := range rune(0x11000) {
		check(utf8.AppendRune([]byte("before "), char))
		check(append(utf8.AppendRune(nil, char), " and behind"...))
	}
}

func FuzzClean(f *testing.F) {
	for _, seed := range []string{"title: Kurs\n", "title: Курс\u0085", "\xEF\xBB\xBFtitle: دورة", "a\x00", "\xEF\xBF\xBE", "\xED\xA0\x80", "\xF4\x90\x80\x80"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if got, want := clean(text), utf8.Valid(text) && controlCharacter(text) < 0; got != want {
			t.Errorf("clean: %v", got)
		}
	})
}
