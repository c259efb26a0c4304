package main

import (
	"context"
	"fmt"
	"testing/fstest"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// Corpus is the records of a site, in no format yet.
type Corpus struct {
	Languages []string
	Records   []*Record

	seed     uint64
	lexicons []*lexicon
	places   []place
	venues   []*Record
	offices  []*Record // contacts
	bodies   []*Record // organizations
	calendar *date.Calendar
	terms    map[string]*catalog.Vocabulary
	chains   []catalog.Language
}

// Record is one thing.
type Record struct {
	Folder, ID string
	Fields     Map
	Body       Body
	// Places are where it takes place, with the larger places around, the county left out.
	Places []string
}

// Key returns <folder>/<id>.
func (r *Record) Key() string { return r.Folder + "/" + r.ID }

// epoch is the day on which everything in a corpus was last checked. Sessions lie in the year and a half after it.
func epoch() date.Date { return date.New(2026, 11, 20) }

// NewCorpus makes the records. The same numbers always make the same records, and more languages only add texts.
func NewCorpus(offers, languageCount int, seed uint64) (*Corpus, error) {
	codes, err := languages(languageCount)
	if err != nil {
		return nil, err
	}
	if offers < 1 {
		return nil, fmt.Errorf("a corpus has 1 offer at least, not %d", offers)
	}
	c := &Corpus{Languages: codes, seed: seed, places: places(), calendar: calendar()}
	for _, code := range codes {
		l, err := newLexicon(code)
		if err != nil {
			return nil, err
		}
		c.lexicons = append(c.lexicons, l)
	}
	if err := c.loadTerms(); err != nil {
		return nil, err
	}
	c.frame(offers)
	c.offers(offers)
	return c, nil
}

// loadTerms takes the vocabularies that come with the program, so that kinds and topics are those of real sites.
func (c *Corpus) loadTerms() error {
	settings := fstest.MapFS{"content/site.yaml": {Data: c.settings()}}
	loaded, _, err := catalog.Load(context.Background(), settings, catalog.Options{})
	if err != nil {
		return fmt.Errorf("reading the program's vocabularies: %w", err)
	}
	if loaded == nil {
		return fmt.Errorf("reading the program's vocabularies: the settings of the corpus are not valid")
	}
	c.terms, c.chains = loaded.Vocabularies, loaded.Languages
	return nil
}

// label returns what a term is called in a language, or in the next that has a word.
func (c *Corpus) label(term *catalog.Term, lang int) string {
	words, _ := term.Label.Best(c.chains[lang].Chain)
	return words
}

// add takes a record up.
func (c *Corpus) add(folder, id string, fields Map, body Body) *Record {
	r := &Record{Folder: folder, ID: id, Fields: fields, Body: body}
	c.Records = append(c.Records, r)
	return r
}

// around returns a place and the larger ones it lies in, the county left out.
func (c *Corpus) around(id string) []string {
	var chain []string
	for _, p := range c.places {
		if p.id == id && p.kind != "county" {
			return append(append(chain, id), c.around(p.parent)...)
		}
	}
	return chain
}
