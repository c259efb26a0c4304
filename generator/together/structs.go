package together

import "reflect"

// Structs are Values of types that are known no sooner than the program runs.
type Structs map[reflect.Type]*pieceOf

type pieceOf struct {
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

// room returns a piece with room for so many.
func (s Structs) room(of reflect.Type, n int) *pieceOf {
	in := s[of]
	if in == nil {
		in = &pieceOf{piece: reflect.MakeSlice(reflect.SliceOf(of), 0, 0)}
		s[of] = in
	}
	if in.piece.Len()-in.used < n {
		size := next(in.piece.Len(), n, of)
		in.piece, in.used = reflect.MakeSlice(in.piece.Type(), size, size), 0
	}
	return in
}
