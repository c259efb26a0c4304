package markdown

import "encoding/binary"

// pack makes the body one piece without pointers, since the texts of a whole county stay in memory: the HTML, and behind it the places
// in it that each page looks at for itself, in its order. Each is a number, how far it is behind the end of the one before and of which
// kind, and then what belongs to it.
func (c *compiler) pack() {
	at, runs := 0, c.runs
	for i := range c.holes {
		h := &c.holes[i]
		for len(runs) > 0 && runs[0].to <= h.at {
			at = c.packRun(at, runs[0])
			runs = runs[1:]
		}
		c.packHole(at, h)
		at = h.at
	}
	for _, r := range runs {
		at = c.packRun(at, r)
	}
}

func (c *compiler) packRun(at int, r run) (end int) {
	c.packNumber((r.from-at)<<kindBits | int(placeProse))
	c.packNumber(r.to - r.from)
	return r.to
}

func (c *compiler) packHole(at int, h *hole) {
	kind := h.kind
	if h.bare {
		kind = placeBare
	}
	c.packNumber((h.at-at)<<kindBits | int(kind))
	switch h.kind {
	case holeRecord, holeFile:
		c.packText(h.target)
		c.packText(h.title)
	case holeImage:
		c.packText(h.target)
		c.packText(h.alt)
		c.packText(h.title)
	}
}

func (c *compiler) packNumber(n int) { c.html = binary.AppendUvarint(c.html, uint64(n)) }

func (c *compiler) packText(text string) {
	c.packNumber(len(text))
	c.html = append(c.html, text...)
}

// The kinds of places beside those of holes, all in so many bits.
const (
	placeProse holeKind = holeID + 1 + iota // a run
	placeBare                               // a hole of a link to a record without a text of its own

	kindBits = 3
)

// unpacker goes through the places of a body.
type unpacker struct {
	rest []byte
	hole hole
	// prose is how many bytes of nothing but prose stand at the place, 0 where it is a hole.
	prose int
}

// next reads the next place; it reports false where there is none.
func (u *unpacker) next() bool {
	if len(u.rest) == 0 {
		return false
	}
	at := u.hole.at + u.prose
	first := u.number()
	u.hole, u.prose = hole{at: at + first>>kindBits, kind: holeKind(first & (1<<kindBits - 1))}, 0
	switch h := &u.hole; h.kind {
	case placeProse:
		u.prose = u.number()
	case placeBare:
		h.kind, h.bare = holeRecord, true
		h.target, h.title = u.text(), u.text()
	case holeRecord, holeFile:
		h.target, h.title = u.text(), u.text()
	case holeImage:
		h.target, h.alt, h.title = u.text(), u.text(), u.text()
	}
	return true
}

func (u *unpacker) number() int {
	n, size := binary.Uvarint(u.rest)
	u.rest = u.rest[size:]
	return int(n)
}

func (u *unpacker) text() string {
	length := u.number()
	text := string(u.rest[:length])
	u.rest = u.rest[length:]
	return text
}
