package catalog

import (
	"slices"
	"strings"
)

// room is where one file after the other is decoded, by one worker. What is kept of a file is copied into it: a text is a part of the whole
// file as it was read, which would stay as long as its shortest word.
type room struct {
	places []fieldPosition // of the fields of the file that is being decoded
	texts  strings.Builder // is full in the end, and a new one is begun
}

// The texts of records are kept in pieces of so many bytes, the first small for whoever reads one record alone. A long text is kept by itself,
// since it may be let go of before the others.
const (
	firstTexts = 2 << 10
	mostTexts  = 32 << 10
	longText   = 512
)

// keep returns a text as it can be kept.
func (r *room) keep(text string) string {
	if len(text) > longText {
		return strings.Clone(text)
	}
	if r.texts.Cap()-r.texts.Len() < len(text) {
		size := min(max(2*r.texts.Cap(), firstTexts), mostTexts)
		r.texts.Reset()
		r.texts.Grow(size)
	}
	start := r.texts.Len()
	r.texts.WriteString(text)
	return r.texts.String()[start:]
}

// settle gives a file the places of its fields, which have been noted in the room, by the hashes of their paths.
func (r *room) settle(f *File) {
	f.sortFields()
	r.places, f.fields = f.fields[:0], slices.Clone(f.fields)
}
