package catalog

import (
	"slices"
	"strings"

	"mappe/generator/content"
)

// room is where one file after the other is decoded, by one worker. What is kept of a file is copied into it: a text is a part of the whole
// file as it was read, which would stay as long as its shortest word.
type room struct {
	places []fieldPosition // of the fields of the file that is being decoded
	texts  content.Texts
}

// longText is how long a text is, in bytes, that is kept by itself, since it may be let go of before the others.
const longText = 512

// keep returns a text as it can be kept.
func (r *room) keep(text string) string {
	if len(text) > longText {
		return strings.Clone(text)
	}
	return r.texts.Keep(text)
}

// settle gives a file the places of its fields, which have been noted in the room, by the hashes of their paths.
func (r *room) settle(f *File) {
	f.sortFields()
	r.places, f.fields = f.fields[:0], slices.Clone(f.fields)
}
