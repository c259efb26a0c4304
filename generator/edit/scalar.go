package edit

import (
	"bytes"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// scalarEnd finds where a single value that begins at start ends.
func (b *builder) scalarEnd(n *yaml.Node, start, above int) int {
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return b.blockEnd(start, above)
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return b.quotedEnd(start, '"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		return b.quotedEnd(start, '\'')
	}
	return b.plainEnd(n.Value, start)
}

// plainEnd follows an unquoted text through the file: line breaks and indentation between its words have become single blanks.
func (b *builder) plainEnd(value string, start int) int {
	at := start
	for _, c := range value {
		if c == ' ' || c == '\t' || c == '\n' {
			continue
		}
		found, size := utf8.DecodeRune(b.src[at:])
		for size > 0 && (found == ' ' || found == '\t' || found == '\n' || found == '\r' || isHiddenBreak(found)) {
			at += size
			found, size = utf8.DecodeRune(b.src[at:])
		}
		if found != c {
			b.failed = true
			return start
		}
		at += size
	}
	return at
}

// isHiddenBreak reports the line breaks that no editor shows; they are read as blanks.
func isHiddenBreak(c rune) bool { return c == '\u0085' || c == '\u2028' || c == '\u2029' }

func (b *builder) quotedEnd(start int, quote byte) int {
	if start >= len(b.src) || b.src[start] != quote {
		b.failed = true
		return start
	}
	for i := start + 1; i < len(b.src); i++ {
		switch {
		case quote == '"' && b.src[i] == '\\':
			i++
		case b.src[i] == quote && quote == '\'' && i+1 < len(b.src) && b.src[i+1] == quote:
			i++
		case b.src[i] == quote:
			return i + 1
		}
	}
	b.failed = true
	return start
}

// blockEnd finds the end of a text behind | or >: the last of the lines that are indented as deep as its first.
func (b *builder) blockEnd(start, above int) int {
	if start >= len(b.src) || b.src[start] != '|' && b.src[start] != '>' {
		b.failed = true
		return start
	}
	first := b.lines.of(start)
	end := start + 1
	keep, depth := false, 0
	for ; end < len(b.src) && bytes.IndexByte([]byte("+-123456789"), b.src[end]) >= 0; end++ {
		keep = keep || b.src[end] == '+'
		if digit := b.src[end]; digit >= '1' && digit <= '9' {
			depth = max(above, 0) + int(digit-'0')
		}
	}
	for line := first + 1; line <= b.lines.count(); line++ {
		text := b.lines.text(line)
		indent := len(text) - len(bytes.TrimLeft(text, " "))
		if indent == len(text) {
			if keep && b.lines.start(line) < len(b.src) {
				end = b.lines.end(line)
			}
			continue
		}
		if depth == 0 {
			depth = max(indent, above+1)
		}
		if indent < depth {
			break
		}
		end = b.lines.end(line)
	}
	return end
}
