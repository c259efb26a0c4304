package catalog

import (
	"strings"
	"time"

	"mappe/generator/date"
	"mappe/generator/together"
)

// room is where one file after the other is decoded, by one worker. What is kept of a file is copied into it: a text is a part of the whole
// file as it was read, which would stay as long as its shortest word.
type room struct {
	place
	noted     []fieldPosition // where the fields of the file stand that is being decoded
	unbound   []pending       // its references
	named     []*Term         // the terms it names
	paths     []string        // of the record's files by language
	languages int             // how many a text may have words in
	decoder   decoder
	texts     together.Texts

	entries   together.Structs // and all that is inside of them
	files     together.Values[File]
	byLang    together.Values[*File]
	notes     together.Values[notes]
	positions together.Values[fieldPosition]
	pending   together.Values[pending]
	used      together.Values[*Term]
	wheres    together.Values[Where]
	strings   together.Values[string]
	terms     together.Values[*Term]
	records   together.Values[RecordRef]
	ints      together.Values[int]
	floats    together.Values[float64]
	amounts   together.Values[Amount]
	clocks    together.Values[date.Clock]
	ranges    together.Values[date.Range]
	days      together.Values[time.Weekday]
}

// newRoom is a room for texts in so many languages.
func newRoom(languages int) *room { return &room{languages: languages, entries: together.Structs{}} }

// longText is how long a text is, in bytes, that is kept by itself, since it may be let go of before the others.
const longText = 512

// keep returns a text as it can be kept.
func (r *room) keep(text string) string {
	if len(text) > longText {
		return strings.Clone(text)
	}
	return r.texts.Join(text)
}

// say sets the words of a text in a language.
func (r *room) say(t *Text, lang Lang, words string) {
	n := int(lang) + 1
	if cap(t.words) < n {
		t.words = append(r.strings.Take(max(r.languages, n))[:0], t.words...)
	}
	t.words = t.words[:max(len(t.words), n)]
	t.words[lang] = words
}

// settle gives a file the places of its fields, which have been noted in the room, by the hashes of their paths.
func (r *room) settle(f *File) {
	f.sortFields()
	r.noted, f.notes.fields = f.notes.fields[:0], r.positions.Keep(f.notes.fields)
}
