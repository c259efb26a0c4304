package yamldoc

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

const eachByte = 0x0101010101010101

// clean reports whether a text is UTF-8 and has no control character, as nearly every file: what else is looked for in one that is not needs
// several passes. Eight bytes are looked at at a time, and each eight whatever was found in those before, so that nobody waits for it.
func clean(text []byte) bool {
	at, half := 0, uint64(0) // half says that the first half of a letter stands before
	for at < len(text) {
		if at+8 <= len(text) {
			lead, strange := look(binary.LittleEndian.Uint64(text[at:]), half)
			if strange == 0 {
				at, half = at+8, lead>>56
				continue
			}
			fine := bits.TrailingZeros64(strange) / 8
			at, half = at+fine, (lead<<8|half)>>(8*fine)&0x80
		}
		at -= int(half >> 7)
		char, size := utf8.DecodeRune(text[at:])
		if char == utf8.RuneError && size == 1 || isControl(char) {
			return false
		}
		at, half = at+size, 0
	}
	return half == 0
}

// look has the highest bit of each of eight bytes, the first lowest, that is strange: neither a plain sign nor a part of a letter of two bytes (from
// U+00C0 to U+07FF: Latin, Greek, Cyrillic, Arabic and others). lead has those of first halves; half is that of one before.
func look(eight, half uint64) (lead, strange uint64) {
	high := eight & (0x80 * eachByte)
	if high|half == 0 {
		return 0, notPlain(eight)
	}
	second, third := eight<<1, eight<<2 // their bits stand where the highest of the byte stood
	lead = high & second &^ third
	following := high &^ second
	fromC3 := eight&(0x1F*eachByte) + 0x7D*eachByte // below are control characters, and what is no UTF-8
	return lead, following ^ (lead<<8 | half) | lead&^fromC3 | high&second&third | notPlain(eight)&^high
}

// notPlain has the highest bit of each byte that is neither from blank to tilde nor the end of a line. No sum goes over into the next byte.
func notPlain(eight uint64) uint64 {
	low := eight & (0x7F * eachByte)
	fromBlank, afterTilde := low+(0x80-' ')*eachByte, low+(0x7F-'~')*eachByte
	noEnd := (low ^ '\n'*eachByte) + 0x7F*eachByte
	return (eight | ^fromBlank&noEnd | afterTilde) & (0x80 * eachByte)
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
