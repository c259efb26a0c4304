// Package slab is memory for many small things that stay. They lie together, since whoever looks for what is in use looks at each piece of memory,
// and what lies by itself loses room.
//
// A piece stays as long as anything in it. That is no more than was made at once, if whoever makes one thing anew later, in place of an old one,
// does so in a slab of its own: the first pieces are small, so that it holds nothing but itself.
package slab

import "reflect"

// most is how large pieces become, in bytes.
const most = 64 << 10

// Slab is memory for values of a type. The zero value is ready.
type Slab[T any] struct {
	free []T
	size int // of the piece, in values, as it was wanted
}

// Take returns so many zero values.
func (s *Slab[T]) Take(n int) []T {
	if n == 0 {
		return []T{}
	}
	if len(s.free) < n {
		s.size = nextPiece(s.size, n, reflect.TypeFor[T]())
		s.free = make([]T, s.size)
	}
	taken := s.free[:n:n]
	s.free = s.free[n:]
	return taken
}

// Keep copies a list to where it stays.
func (s *Slab[T]) Keep(list []T) []T {
	kept := s.Take(len(list))
	copy(kept, list)
	return kept
}

// One returns where a value lies.
func (s *Slab[T]) One(value T) *T {
	taken := s.Take(1)
	taken[0] = value
	return &taken[0]
}

// Structs are slabs of types that are known no sooner than the program runs.
type Structs map[reflect.Type]*structSlab

type structSlab struct {
	piece reflect.Value // a slice
	used  int
}

// Take returns a slice of so many zero values.
func (s Structs) Take(of reflect.Type, n int) reflect.Value {
	in := s.room(of, n)
	in.used += n
	return in.piece.Slice3(in.used-n, in.used, in.used)
}

// One returns a pointer to a zero value.
func (s Structs) One(of reflect.Type) reflect.Value {
	in := s.room(of, 1)
	in.used++
	return in.piece.Index(in.used - 1).Addr()
}

// room returns a slab with room for so many.
func (s Structs) room(of reflect.Type, n int) *structSlab {
	in := s[of]
	if in == nil {
		in = &structSlab{piece: reflect.MakeSlice(reflect.SliceOf(of), 0, 0)}
		s[of] = in
	}
	if in.piece.Len()-in.used < n {
		size := nextPiece(in.piece.Len(), n, of)
		in.piece, in.used = reflect.MakeSlice(in.piece.Type(), size, size), 0
	}
	return in
}

// nextPiece is how many values the next piece has, where the last one had so many and n are wanted.
func nextPiece(last, n int, of reflect.Type) int {
	return max(n, min(2*last, most/int(max(of.Size(), 1))))
}
