package content

import "strings"

// mostShared is how large the pieces of memory become that texts lie in together, in bytes.
const mostShared = 64 << 10

// Texts keeps texts. Many lie in a piece of memory, since the room between texts by themselves would be lost, and a part of a file would hold
// the whole of it. The first have small pieces, so that a file that is read anew holds nothing but itself.
type Texts struct {
	piece strings.Builder // is full in the end, and a new one is begun
	size  int             // of it, as it was wanted
}

// Keep copies a text, which may be in parts, to where it stays.
func (t *Texts) Keep(parts ...string) string {
	length := 0
	for _, part := range parts {
		length += len(part)
	}
	from := t.room(length)
	for _, part := range parts {
		t.piece.WriteString(part)
	}
	return t.piece.String()[from:]
}

// keep is Keep for bytes.
func (t *Texts) keep(text []byte) string {
	from := t.room(len(text))
	t.piece.Write(text)
	return t.piece.String()[from:]
}

// room makes room for a text of so many bytes, and returns where it begins.
func (t *Texts) room(length int) (from int) {
	if t.piece.Cap()-t.piece.Len() < length {
		t.size = max(length, min(2*t.size, mostShared))
		t.piece.Reset()
		t.piece.Grow(t.size)
	}
	return t.piece.Len()
}
