// Package together keeps what stays in few pieces of memory: whatever lies by itself costs the collector a look each time, and the room
// between small things would be lost.
//
// A piece is free again once nothing of it is used any more. The first pieces have small sizes and each is twice the one before, so that what is
// made anew alone, as after an edit, holds little but itself; and no piece is larger than a limit, so that what stays of it holds no more than that.
package together

import (
	"reflect"
	"strings"
)

// most is how large a piece becomes, in bytes.
const most = 64 << 10

// Texts keeps texts.
type Texts struct {
	piece strings.Builder // is full in the end, and a new one is begun
	size  int             // of it, as it was wanted
}

// Keep copies a text to where it stays.
func (t *Texts) Keep(text []byte) string {
	from := t.room(len(text))
	t.piece.Write(text)
	return t.piece.String()[from:]
}

// Join is Keep for a text in parts.
func (t *Texts) Join(parts ...string) string {
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

// room makes room for a text of so many bytes, and returns where it begins.
func (t *Texts) room(length int) (from int) {
	if t.piece.Cap()-t.piece.Len() < length {
		t.size = max(length, min(2*t.size, most))
		t.piece.Reset()
		t.piece.Grow(t.size)
	}
	return t.piece.Len()
}

// Values keeps values of one type.
type Values[T any] struct {
	free []T // of the last piece
	size int // of it, in values
}

// Keep copies values to where they stay, and returns nil where there are none.
func (v *Values[T]) Keep(values []T) []T {
	if len(values) == 0 {
		return nil
	}
	kept := v.Take(len(values))
	copy(kept, values)
	return kept
}

// Take returns so many zero values, which are no nil where there are none.
func (v *Values[T]) Take(n int) []T {
	if n == 0 {
		return []T{}
	}
	if n > len(v.free) {
		v.size = next(v.size, n, reflect.TypeFor[T]())
		v.free = make([]T, v.size)
	}
	taken := v.free[:n:n]
	v.free = v.free[n:]
	return taken
}

// One returns where a value stays.
func (v *Values[T]) One(value T) *T {
	taken := v.Take(1)
	taken[0] = value
	return &taken[0]
}

// next is how many values the next piece has, where the last one had so many and n are wanted.
func next(last, n int, of reflect.Type) int { return max(n, min(2*last, most/int(max(of.Size(), 1)))) }
