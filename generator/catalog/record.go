package catalog

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"mappe/generator/schema"
)

// Entry is a record of any type.
type Entry interface {
	// Base returns what all records have.
	Base() *Record
}

// Record is what all records have: where they come from, the fields they share, the state of their translations.
type Record struct {
	Common
	Type *schema.RecordType
	ID   string
	// Files holds the record's files by language, nil where a language has none.
	Files []*File
	// Translations says by language how the texts stand against the default language's.
	Translations []TranslationState
	// Attachments are the files beside the record's own, by name.
	Attachments []string
	// Number is the record's place among Catalogue.Entries, by which others keep what they know of it.
	Number int

	offer *Offer
	key   string // kept, since it is asked for again and again
}

// Base returns the record itself.
func (r *Record) Base() *Record { return r }

// AsOffer returns the offer's fields, nil where the record is none.
func (r *Record) AsOffer() *Offer { return r.offer }

// Key returns <type>/<id>, by which people and other records name this one.
func (r *Record) Key() string { return r.key }

// Folder returns the record's type as its folder is named.
func (r *Record) Folder() string { return r.Type.Folder }

// File returns the file in a language, nil where there is none.
func (r *Record) File(lang Lang) *File {
	if int(lang) >= len(r.Files) {
		return nil
	}
	return r.Files[lang]
}

// Position is a place in a file: line and column from 1, the column in characters.
type Position struct {
	Line, Column int
}

// File is one file of a record, and where in it each field stands.
type File struct {
	// Path is below the source folder, with slashes.
	Path string
	// Machine marks a translation no person has read yet.
	Machine bool

	notes *notes // nil once nobody asks any more
}

// notes are what findings want to know of a file.
type notes struct {
	fields []fieldPosition
	unsure []string
}

// fieldPosition is kept small, since a large catalogue has millions: the path stands as a hash.
type fieldPosition struct {
	path         pathHash
	line, column int32
}

// At returns where a field stands by its path: keys joined by dots, items of a list by their id, or counted from 0 where they
// have none, as in sessions.winter.times.0.from. A field that is not there has the place of what it would stand in; the whole
// file has the first line.
func (f *File) At(path string) Position {
	for {
		if p, ok := f.find(path); ok {
			return p
		}
		cut := strings.LastIndexByte(path, '.')
		if cut < 0 {
			return Position{1, 1}
		}
		path = path[:cut]
	}
}

// Has reports whether the file holds the field.
func (f *File) Has(path string) bool {
	_, ok := f.find(path)
	return ok
}

// Unsure reports whether the file says something at a field, or below it, that could not be used and is a finding already: what seems to
// be missing there is not. The empty path stands for the whole file.
func (f *File) Unsure(path string) bool {
	return f.notes != nil && slices.ContainsFunc(f.notes.unsure, func(field string) bool {
		return path == "" || field == path || strings.HasPrefix(field, path+".")
	})
}

// doubt notes that what stands at a field could not be used.
func (f *File) doubt(path string) {
	if !slices.Contains(f.notes.unsure, path) {
		f.notes.unsure = append(f.notes.unsure, path)
	}
}

func (f *File) find(path string) (Position, bool) {
	if f.notes == nil {
		return Position{}, false
	}
	hash, fields := noPath.with(path), f.notes.fields
	i := sort.Search(len(fields), func(i int) bool { return fields[i].path > hash }) - 1
	if i >= 0 && fields[i].path == hash {
		return Position{int(fields[i].line), int(fields[i].column)}, true
	}
	return Position{}, false
}

// note keeps where a field stands; of a field noted twice the last place holds.
func (f *File) note(path pathHash, line, column int) {
	f.notes.fields = append(f.notes.fields, fieldPosition{path, int32(line), int32(column)})
}

func (f *File) sortFields() {
	slices.SortStableFunc(f.notes.fields, func(a, b fieldPosition) int { return cmp.Compare(a.path, b.path) })
}

// TranslationState says how a translation stands against the text it translates.
type TranslationState uint8

// The states of a translation, in the order in which they are decided.
const (
	Missing TranslationState = iota
	Outdated
	MachineMade
	UnknownState
	Current
	// Source marks the default language itself.
	Source
)

// String returns the word that commands print.
func (s TranslationState) String() string {
	return [...]string{"missing", "outdated", "machine", "unknown", "current", "source"}[s]
}
