package yamldoc

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"mappe/generator/diag"
)

const byteOrderMark = "\uFEFF"

// decode checks size, encoding and control characters, and takes a byte order mark off the start, which does no harm but
// is in nobody's sight.
func (r *report) decode(src []byte) (text []byte, ok bool) {
	if len(src) > MaxSize {
		r.find(0, 0, diag.Error, codeTooBig, wordsTooBig(len(src)))
		return nil, false
	}
	if bytes.HasPrefix(src, []byte{0xFF, 0xFE}) || bytes.HasPrefix(src, []byte{0xFE, 0xFF}) {
		r.find(0, 0, diag.Error, codeNotUTF8, wordsUTF16())
		return nil, false
	}
	fine := clean(src)
	if !fine && !utf8.Valid(src) {
		r.foreignBytes(src)
		return nil, false
	}
	src = r.withoutMark(src)
	if !fine {
		at := controlCharacter(src)
		line, column := r.place(src, at)
		char, _ := utf8.DecodeRune(src[at:])
		r.find(line, column, diag.Error, codeControl, wordsControl(char))
		return nil, false
	}
	if line := conflict(src); line >= 0 {
		r.find(line, 0, diag.Error, codeConflict, wordsConflict())
		return nil, false
	}
	return src, true
}

// withoutMark takes a byte order mark off the start.
func (r *report) withoutMark(src []byte) []byte {
	rest, found := bytes.CutPrefix(src, []byte(byteOrderMark))
	if found {
		r.find(0, 0, diag.Info, codeByteOrderMark, wordsByteOrderMark())
	}
	return rest
}

// conflict is the first line, from 0, that Git writes above two versions it could not merge, or -1.
func conflict(src []byte) int {
	above, below := []byte("<<<<<<< "), []byte(">>>>>>> ")
	if !bytes.Contains(src, below) {
		return -1
	}
	line := 0
	for text := range bytes.Lines(src) {
		if bytes.HasPrefix(text, above) {
			return line
		}
		line++
	}
	return -1
}

// foreignBytes reports the first byte that is no UTF-8, with the character it stands for in Windows-1252, which is what
// older German programs write, and how many there are.
func (r *report) foreignBytes(src []byte) {
	first, count := -1, 0
	for i := 0; i < len(src); {
		char, size := utf8.DecodeRune(src[i:])
		if char == utf8.RuneError && size == 1 {
			if first < 0 {
				first = i
			}
			count++
		}
		i += size
	}
	line, column := r.place(src, first)
	r.find(line, column, diag.Error, codeNotUTF8, wordsForeignByte(charmap.Windows1252.DecodeByte(src[first]), count))
}

// place is the line and column, from 0, of a byte.
func (r *report) place(src []byte, at int) (line, column int) {
	s := newSource(src[:at])
	last := len(s.lines) - 1
	return last, utf8.RuneCountInString(s.lines[last])
}

// controlCharacter finds the first character that may stand in no text (YAML 1.2, 5.1), or -1.
func controlCharacter(src []byte) int {
	for i, b := range src {
		switch {
		case b < ' ' && b != '\t' && b != '\n' && b != '\r', b == 0x7F,
			b == 0xC2 && src[i+1] < 0xA0 && src[i+1] != 0x85,
			b == 0xEF && src[i+1] == 0xBF && src[i+2] >= 0xBE:
			return i
		}
	}
	return -1
}

// plainBreaks turns the line breaks that only the library knows (U+0085, U+2028, U+2029, which come in by copying from
// word processors) into blanks, as many characters as before, so that lines are what an editor shows.
func (r *report) plainBreaks(src []byte) []byte {
	first := -1
	for _, mark := range []string{"\u0085", "\u2028", "\u2029"} {
		if at := bytes.Index(src, []byte(mark)); at >= 0 && (first < 0 || at < first) {
			first = at
		}
	}
	if first < 0 {
		return src
	}
	line, column := r.place(src, first)
	r.find(line, column, diag.Warning, codeHidden, wordsHiddenBreak())
	return bytes.Map(func(c rune) rune {
		if c == '\u0085' || c == '\u2028' || c == '\u2029' {
			return ' '
		}
		return c
	}, src)
}
