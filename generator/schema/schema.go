// Package schema is the field table of the content format: every record type, every field with its key, kind, rule, label
// and help. Decoding, checking, the generated structs of package catalog and docs/fields.md all follow it, so that a field
// is written down once.
//
// The way through the files: schema.go is the shape of the table, types.go lists the record types and groups.go the maps
// inside them; common.go, offer.go and one file a record type hold the rows, with the maps they use; times.go, sessions.go,
// site.go, vocabulary.go and holidays.go hold what their names say; structs.go and reference.go write what follows from it.
package schema

import (
	"slices"

	"mappe/generator/diag"
)

// Kind says what a field holds and how it may be written.
type Kind uint8

// The kinds of fields. "Translatable" kinds are the only ones a translation file may hold.
const (
	Text          Kind = iota // translatable words
	Texts                     // a translatable list of words, given whole
	TextMap                   // free keys, each with translatable words
	LanguageText              // {de: …, en: …}, in settings and vocabularies
	LanguageList              // {de: […], en: […]}, in settings and vocabularies
	String                    // words that are the same in every language
	Strings                   // a list of them
	StringMap                 // free keys, each with such words
	URL                       // an http or https address
	Email                     // an e-mail address
	Phone                     // a telephone number
	File                      // a file beside the record, or media/…
	Bool                      // yes or no
	YesNoUnknown              // yes, no or unknown
	Whole                     // a whole number, not negative
	Wholes                    // a list of them
	Amount                    // euros, with at most two decimals
	Number                    // a number with decimals
	Date                      // a day
	DateOrWord                // a day, or the one word in Enum
	Moment                    // a day, with a time of day if known
	Clock                     // a time of day
	Clocks                    // a list of them
	Dates                     // a list of days and of ranges of days
	Days                      // a list of days of the week
	Nth                       // a list of 1 … 5 or last
	ClosedOn                  // public, school, or an empty list
	Enum                      // one of the words in Enum
	Enums                     // a list of them
	Ref                       // the id of a record in folder Of
	Refs                      // a list of them
	RecordRefs                // a list of <type>/<id>
	Term                      // the id of a term in vocabulary Of
	Terms                     // a list of them
	TermsOrWords              // a list of them, or of free words with a warning
	TypedTerms                // a list of <type>/<term of its kind>
	Language                  // a BCP 47 code
	Languages                 // a list of them
	Place                     // the id of a venue, or an address
	Group                     // a map with the fields of Of
	Groups                    // a list of maps with the fields of Of
	GroupOrYes                // yes, or a map with the fields of Of
	GroupsOrWords             // a list of maps with the fields of Of, or of the first field alone
)

// Translatable reports whether a field of this kind holds words for readers, which translation files repeat.
func (k Kind) Translatable() bool { return k == Text || k == Texts || k == TextMap }

// Nested reports whether a field of this kind holds further fields.
func (k Kind) Nested() bool {
	return k == Group || k == Groups || k == GroupOrYes || k == GroupsOrWords || k == Place
}

// List reports whether a field of this kind is written as a list.
func (k Kind) List() bool {
	switch k {
	case Texts, Strings, Wholes, Clocks, Dates, Days, Nth, ClosedOn, Enums, Refs, RecordRefs, Terms, TermsOrWords, TypedTerms, Languages, Groups, GroupsOrWords:
		return true
	}
	return false
}

// Field is one row of the table.
type Field struct {
	Key      string
	Kind     Kind
	Required bool
	// Of is the folder of a Ref, the vocabulary of a Term, the group of a Group.
	Of string
	// Enum lists the words of an Enum, Enums or DateOrWord.
	Enum []string
	// Max is the greatest length of a Text in characters, 0 for any.
	Max int
	// Always marks a Group that is there with its defaults even where it is left out.
	Always bool
	// Default is what is assumed where the field is left out, as it would be written.
	Default string
	// Label is what people call the field, Help what to write there and why, in a sentence.
	Label, Help diag.Text
	// Example is a value as it would be written, empty for a map, whose fields have their own, and for the body.
	Example string
}

// FieldGroup is a map inside a record, and the Go type that holds it.
type FieldGroup struct {
	Name   string // as the catalogue's type is named: Session
	Help   diag.Text
	Fields []Field
}

// HasText reports whether a group holds words for readers, itself or further down, so that its list items need an id.
func (g *FieldGroup) HasText(t *Table) bool {
	for _, f := range g.Fields {
		if f.Kind.Translatable() || f.Kind.Nested() && t.Group(f.Of).HasText(t) {
			return true
		}
	}
	return false
}

// RecordType is one folder of the content.
type RecordType struct {
	Folder string // as the folder is named: courses
	Name   string // as the catalogue's type is named: Course
	Label  diag.Text
	// Offer marks the types that share the offer's fields.
	Offer bool
	// Requires lists the shared fields that are optional elsewhere and required here.
	Requires []string
	// Fields are the type's own fields, after those of all records and of offers.
	Fields []Field
}

// Table is the whole field table.
type Table struct {
	Common []Field // of all records
	Offer  []Field // of all offers, after Common
	Types  []RecordType
	Groups []FieldGroup
	// Site, TermEntry and Holidays are the files that are no records.
	Site, TermEntry, Holidays []Field

	groups map[string]*FieldGroup
	types  map[string]*RecordType
}

// New returns the table. It is built anew at each call, so that nobody can change another's.
func New() *Table {
	t := &Table{
		Common:    commonFields(),
		Offer:     offerFields(),
		Types:     recordTypes(),
		Groups:    fieldGroups(),
		Site:      siteFields(),
		TermEntry: termFields(),
		Holidays:  holidayFields(),
	}
	t.groups, t.types = map[string]*FieldGroup{}, map[string]*RecordType{}
	for i := range t.Groups {
		t.groups[t.Groups[i].Name] = &t.Groups[i]
	}
	for i := range t.Types {
		t.types[t.Types[i].Folder] = &t.Types[i]
	}
	return t
}

// Group returns a group by name, nil where there is none.
func (t *Table) Group(name string) *FieldGroup { return t.groups[name] }

// Type returns a record type by its folder, nil where there is none.
func (t *Table) Type(folder string) *RecordType { return t.types[folder] }

// FieldsOf returns all fields of a record type in canonical order: those of all records, of offers, its own.
func (t *Table) FieldsOf(rt *RecordType) []Field {
	fields := append([]Field(nil), t.Common...)
	if rt.Offer {
		fields = append(fields, t.Offer...)
	}
	for i := range fields {
		fields[i].Required = fields[i].Required || slices.Contains(rt.Requires, fields[i].Key)
	}
	return append(fields, rt.Fields...)
}

// Folders returns the folders of all record types, in the order of the table.
func (t *Table) Folders() []string {
	folders := make([]string, len(t.Types))
	for i, rt := range t.Types {
		folders[i] = rt.Folder
	}
	return folders
}

// Vocabularies returns the names of all controlled vocabularies, in the order the table first names them.
func (t *Table) Vocabularies() []string {
	var names []string
	seen := map[string]bool{}
	add := func(fields []Field) {
		for _, f := range fields {
			if (f.Kind == Term || f.Kind == Terms || f.Kind == TermsOrWords) && !seen[f.Of] {
				seen[f.Of] = true
				names = append(names, f.Of)
			}
		}
	}
	add(t.Offer)
	for _, rt := range t.Types {
		add(rt.Fields)
	}
	for _, g := range t.Groups {
		add(g.Fields)
	}
	return names
}

func words(de, en string) diag.Text { return diag.Text{DE: de, EN: en} }
