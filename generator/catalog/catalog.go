// Package catalog holds the region's offers as typed records: decoded from documents by the field table, their references
// resolved, the state of their translations known. It is the centre of the program and knows nothing of pages.
//
// The way through the files: catalog.go is the catalogue, load.go reads it in order: settings.go and languages.go, vocabulary.go and
// vocabulary_load.go, holidays.go, then read.go all records, bind.go their references. record.go and values.go are what records
// are made of, records.gen.go is generated from the field table; plan.go binds the table to the structs, decode*.go reads a
// document by it, at a place (place.go) and in the room of room.go, which keeps what stays together. walk.go visits a record's texts in order, written_texts.go those of a file as written; texthash.go, lock.go,
// translations.go and text_history.go tell the state of translations.
package catalog

import (
	"slices"

	"mappe/generator/content"
	"mappe/generator/date"
)

// Catalogue is everything a source folder holds. It does not change once it is loaded.
type Catalogue struct {
	// Lists are the records by type, each sorted by id.
	Lists
	// Entries are all records, by type in the order of the field table, then by id.
	Entries   []Entry
	Settings  Settings
	Languages Languages
	// Default is the language of the facts and of the last fallback.
	Default Lang
	// County is the place everything belongs to.
	County       *Place
	Vocabularies map[string]*Vocabulary
	Holidays     HolidayFile
	Calendar     *date.Calendar
	// Lock says which texts the translations were made from.
	Lock *Lock
	// Tree are the files, for whoever asks after media and timetables.
	Tree *content.Tree
	// UsedTerms are the terms that records name.
	UsedTerms map[*Term]bool

	byKey map[recordKey]Entry
	plans *plans
}

// recordKey names a record.
type recordKey struct{ folder, id string }

// Find returns the record <type>/<id>, nil where there is none.
func (c *Catalogue) Find(folder, id string) Entry { return c.byKey[recordKey{folder, id}] }

// RecordOf returns <type>/<id> of the record a file belongs to, empty for files of no record.
func (c *Catalogue) RecordOf(path string) string {
	for i := range c.Tree.Records {
		record := &c.Tree.Records[i]
		if slices.ContainsFunc(record.Files, func(f content.TextFile) bool { return f.Path == path }) {
			return record.Key()
		}
	}
	return ""
}

// Settle lets go of where fields stand in their files, and of which files were found for which record, once all findings are known.
func (c *Catalogue) Settle() {
	c.Tree.Records = nil
	for _, entry := range c.Entries {
		for _, file := range entry.Base().Files {
			if file != nil {
				file.notes = nil
			}
		}
	}
}

// Chain returns the languages whose texts a page in this language shows, best first.
func (c *Catalogue) Chain(lang Lang) []Lang { return c.Languages[lang].Chain }

// Vocabulary returns a vocabulary by name.
func (c *Catalogue) Vocabulary(name string) *Vocabulary { return c.Vocabularies[name] }
