package yamldoc

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

const eachByte, eachPair = 0x0101010101010101, 0x0001000100010001

// clean reports whether a text is UTF-8 and has no control character, as nearly every file: what else is looked for in one that is not needs
// several passes. Eight bytes are looked at at a time.
func clean(text []byte) bool {
	for len(text) > 0 {
		size := 0
		if len(text) >= 8 {
			size = cleanStart(binary.LittleEndian.Uint64(text))
		}
		if size == 0 {
			var char rune
			if char, size = utf8.DecodeRune(text); char == utf8.RuneError && size == 1 || isControl(char) {
				return false
			}
		}
		text = text[size:]
	}
	return true
}

// cleanStart returns how many of eight bytes, the first lowest, are plain signs of one byte, or else letters of two from U+0400 to U+07FF
// (Cyrillic, Arabic and others).
func cleanStart(eight uint64) int {
	if eight&0x80 == 0 {
		return bits.TrailingZeros64(notPlain(eight)) / 8
	}
	return bits.TrailingZeros64((eight^0x80D0*eachPair)&(0xC0F0*eachPair)) / 16 * 2
}

// notPlain has the highest bit of each byte that is not from blank to tilde. No sum goes over into the next byte.
func notPlain(eight uint64) uint64 {
	low := eight & (0x7F * eachByte)
	fromBlank, afterTilde := low+(0x80-' ')*eachByte, low+(0x7F-'~')*eachByte
	return (eight | ^fromBlank | afterTilde) & (0x80 * eachByte)
}

// isControl reports whether a character may stand in no text (YAML 1.2, 5.1).
func isControl(char rune) bool {
	switch char {
	case '\t', '\n', '\r', 0x85:
		return false
	case 0x7F, 0xFFFE, 0xFFFF:
		return true
	}
	return char < ' ' || 0x80 <= char && char < 0xA0
}
