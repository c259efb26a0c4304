package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// appendText writes a piece of Markdown text as HTML: escapes (\*) and references (&auml;) become their characters, and what
// HTML would take for its own is escaped.
func appendText(dst, src []byte) []byte {
	done := 0
	for i := 0; i < len(src); {
		b := src[i]
		if b > '&' && b != '<' && b != '>' && b != '\\' || b == ' ' {
			i++
			continue
		}
		switch {
		case b == '\\' && i+1 < len(src) && util.IsPunct(src[i+1]):
			dst = append(dst, src[done:i]...)
			dst = appendRaw(dst, src[i+1:i+2])
			i += 2
			done = i
		case b == '&':
			dst = append(dst, src[done:i]...)
			value, size := reference(src[i:])
			dst = appendRaw(dst, value)
			i += size
			done = i
		case b == '<' || b == '>' || b < ' ':
			dst = append(dst, src[done:i]...)
			dst = appendRaw(dst, src[i:i+1])
			i++
			done = i
		default:
			i++
		}
	}
	return append(dst, src[done:]...)
}

// appendRaw writes characters as HTML text. Control characters, which HTML does not allow, become U+FFFD.
func appendRaw(dst, src []byte) []byte {
	done := 0
	for i, b := range src {
		var escaped string
		switch {
		case b == '&':
			escaped = "&amp;"
		case b == '<':
			escaped = "&lt;"
		case b == '>':
			escaped = "&gt;"
		case b < ' ' && b != '\n' && b != '\t':
			escaped = "\uFFFD"
		default:
			continue
		}
		dst = append(dst, src[done:i]...)
		dst = append(dst, escaped...)
		done = i + 1
	}
	return append(dst, src[done:]...)
}

// appendAttribute writes characters inside a quoted attribute.
func appendAttribute(dst []byte, s string) []byte {
	for {
		i := strings.IndexAny(s, `&"<>`)
		if i < 0 {
			return append(dst, s...)
		}
		dst = append(dst, s[:i]...)
		switch s[i] {
		case '&':
			dst = append(dst, "&amp;"...)
		case '"':
			dst = append(dst, "&quot;"...)
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		}
		s = s[i+1:]
	}
}

// appendAddress writes a web address inside a quoted attribute: what a URL may not hold is percent-encoded. Letters of
// every script stay as they are.
func appendAddress(dst []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	for i := range len(s) {
		b := s[i]
		switch {
		case b == '&':
			dst = append(dst, "&amp;"...)
		case b <= ' ' || b == 0x7F || strings.IndexByte("\"<>[]\\^`{|}'", b) >= 0,
			b == '%' && !(i+2 < len(s) && util.IsHexDecimal(s[i+1]) && util.IsHexDecimal(s[i+2])):
			dst = append(dst, '%', hex[b>>4], hex[b&15])
		default:
			dst = append(dst, b)
		}
	}
	return dst
}

// unescape gives the characters that a piece of Markdown text stands for.
func (c *compiler) unescape(src []byte) string {
	if bytes.IndexByte(src, '\\') < 0 && bytes.IndexByte(src, '&') < 0 {
		return c.stays.words.Keep(src)
	}
	dst := c.words[:0]
	for i := 0; i < len(src); {
		switch {
		case src[i] == '\\' && i+1 < len(src) && util.IsPunct(src[i+1]):
			dst = append(dst, src[i+1])
			i += 2
		case src[i] == '&':
			value, size := reference(src[i:])
			dst = append(dst, value...)
			i += size
		default:
			dst = append(dst, src[i])
			i++
		}
	}
	c.words = dst
	return c.stays.words.Keep(dst)
}

// reference reads &name; or &#number; at the start of src. Anything else is an ampersand of its own.
func reference(src []byte) (value []byte, size int) {
	end := bytes.IndexByte(src[:min(len(src), 40)], ';')
	if end < 2 {
		return src[:1], 1
	}
	name := src[1:end]
	if name[0] != '#' {
		if entity, ok := util.LookUpHTML5EntityByName(string(name)); ok {
			return entity.Characters, end + 1
		}
		return src[:1], 1
	}
	digits, base, limit := name[1:], 10, 7
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, limit = digits[1:], 16, 6
	}
	number, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil || len(digits) > limit || digits[0] == '+' {
		return src[:1], 1
	}
	return utf8.AppendRune(nil, util.ToValidRune(rune(number))), end + 1
}
