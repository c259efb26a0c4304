package markdown

import "unicode/utf8"

// scan passes over the words of a text that no wording begins with, which are nearly all. It goes by tables of what is written in one byte
// or two, so that such a word is neither decoded nor folded; they are made by asking about every letter what the words are cut and folded by.
type scan struct {
	bytes [256]class
	pairs [0x800]class // letters of one byte or two
	// lengths holds of how many letters the words are that wordings begin with, as bits, by the last byte of their first letter as a text may
	// have it; for letters of three bytes or more by the first.
	lengths [256]uint32
}

// class is what a byte is to a scan.
type class uint8

const (
	within    class = 1 << 0 // belongs to words
	beginning class = 1 << 1 // does so, and wordings begin with it
	special   class = 1 << 3 // tells nothing by itself: a letter of more bytes, or an escape such as &amp;
)

// lengthBit stands for a number of letters; all long words are one.
func lengthBit(letters int) uint32 { return 1 << min(letters, 31) }

// newScan prepares for the words, folded, that wordings begin with.
func newScan(words map[string]*node) (s scan) {
	lengths, all := map[rune]uint32{}, uint32(0)
	for word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		bit := lengthBit(utf8.RuneCountInString(word))
		lengths[first] |= bit
		all |= bit
	}
	var letter []byte
	for r := range rune(len(s.pairs)) {
		letter = utf8.AppendRune(letter[:0], r)
		if wordRune(letter) == 0 {
			continue
		}
		s.pairs[r] = within
		if lengths := lengths[lower(r)]; lengths != 0 {
			s.pairs[r] = within | beginning
			s.lengths[letter[len(letter)-1]] |= lengths
		}
	}
	copy(s.bytes[:utf8.RuneSelf], s.pairs[:])
	s.bytes['&'] = special
	for b := utf8.RuneSelf; b < len(s.bytes); b++ {
		s.bytes[b] = special
		if b >= 0xE0 { // begins a letter of three bytes or more
			s.lengths[b] = all
		}
	}
	return s
}

// next finds the next word from an offset on, where no word goes on, that by its first letter and its length may begin a wording; all others
// that nextWord would find are passed over. A word is known by what stands before its first letter, so that nothing is decided where it ends.
func (s *scan) next(html []byte, at int) (from, to int) {
	for before := class(0); at < len(html); at++ {
		c, size := s.bytes[html[at]], 1
		if c == special {
			if html[at] == '&' {
				for at < len(html) && html[at] != ';' {
					at++
				}
				before = 0
				continue
			}
			size, c = s.letter(html[at:])
		}
		if c&^(before<<1)&beginning != 0 { // and the one before is not within
			to, letters := s.end(html, at)
			key := html[at]
			if size == 2 {
				key = html[at+1]
			}
			if s.lengths[key]&lengthBit(letters) != 0 {
				return at, to
			}
			at, size, c = to, 0, 0
		}
		before = c
		at += size - 1
	}
	return len(html), len(html)
}

// end finds where the word at an offset ends, and counts its letters.
func (s *scan) end(html []byte, at int) (end, letters int) {
	for ; at < len(html); letters++ {
		c, size := s.bytes[html[at]], 1
		if c == special {
			size, c = s.letter(html[at:])
		}
		if c&within == 0 {
			break
		}
		at += size
	}
	return at, letters
}

// letter returns the bytes of a letter of more than one, and its class.
func (s *scan) letter(html []byte) (size int, c class) {
	if b := html[0]; b >= 0xC2 && b < 0xE0 && len(html) > 1 && html[1]&0xC0 == 0x80 { // of two bytes
		return 2, s.pairs[int(html[0]&0x1F)<<6|int(html[1]&0x3F)]
	}
	if size = wordRune(html); size > 0 {
		return size, within | beginning
	}
	_, size = utf8.DecodeRune(html)
	return size, 0
}
