package textindex

import "math/bits"

// Most of a text is letters of the scripts that most texts are written in. They are passed over eight bytes at a time; what stands in none of
// these ranges is looked up in the alphabet.

const eachByte, eachPair = 0x0101010101010101, 0x0001000100010001

// letters returns how many of eight bytes, the first lowest, are letters of the script that they start with, and what kind these are: Latin
// letters of one byte, or those of two from U+0400 to U+047F (Cyrillic) and from U+0620 to U+065F (Arabic).
func letters(eight uint64) (bytes int, kind uint8) {
	switch {
	case eight&0x80 == 0:
		return bits.TrailingZeros64(notLatin(eight)) / 8, wordChar | met
	case eight&0xFE == 0xD0:
		return bits.TrailingZeros64(notCyrillic(eight)) / 16 * 2, wordChar | cyrillicChar | met
	case eight&0xFE == 0xD8:
		return bits.TrailingZeros64(notArabic(eight)) / 16 * 2, wordChar | met
	}
	return 0, 0
}

// notLatin has the highest bit of each byte that is no letter from A to Z or a to z. No sum goes over into the next byte.
func notLatin(eight uint64) uint64 {
	small := (eight | 0x20*eachByte) & (0x7F * eachByte)
	fromA, afterZ := small+(0x80-'a')*eachByte, small+(0x7F-'z')*eachByte
	return (eight | ^fromA | afterZ) & (0x80 * eachByte)
}

// notCyrillic is 0 in each pair of bytes from D0 80 to D1 BF.
func notCyrillic(eight uint64) uint64 {
	return (eight ^ 0x80D0*eachPair) & (0xC0FE * eachPair)
}

// notArabic is 0 in each pair of bytes from D8 A0 to D8 BF and from D9 80 to D9 9F: the lowest bit of the first byte says which.
func notArabic(eight uint64) uint64 {
	differs := eight ^ 0xA0D8*eachPair
	return (differs ^ differs&eachPair<<13) & (0xE0FE * eachPair)
}
