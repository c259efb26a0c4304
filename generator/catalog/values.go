package catalog

import (
	"strings"

	"mappe/generator/date"
)

// Lang is a language by its place in site.yaml's list.
type Lang int

// Text holds words in the languages of the site. The zero value holds none.
type Text struct {
	words []string // by Lang, shorter where the later languages have none
}

// NewText returns a text with words in one language.
func NewText(lang Lang, words string) Text {
	t := Text{make([]string, lang+1)}
	t.words[lang] = words
	return t
}

// In returns the words in a language, empty where they are missing.
func (t Text) In(lang Lang) string {
	if int(lang) >= len(t.words) {
		return ""
	}
	return t.words[lang]
}

// IsZero reports that the text has no words in any language.
func (t Text) IsZero() bool { return len(t.words) == 0 }

// Best returns the words in the first language of the chain that has any, and that language; the chain's first where none has.
func (t Text) Best(chain []Lang) (string, Lang) {
	for _, lang := range chain {
		if words := t.In(lang); words != "" {
			return words, lang
		}
	}
	return "", chain[0]
}

// wordsGone stands for words that are no longer kept.
const wordsGone = "…"

// Settle lets go of the words in a language. What stays is that there are any.
func (t *Text) Settle(lang Lang) {
	if t.In(lang) != "" {
		t.words[lang] = wordsGone
	}
}

// Texts holds a list of words, given whole in each language.
type Texts struct {
	lists [][]string // by Lang
}

// In returns the list in a language, empty where it is missing.
func (t Texts) In(lang Lang) []string {
	if int(lang) >= len(t.lists) {
		return nil
	}
	return t.lists[lang]
}

// Best returns the list in the first language of the chain that has one, and that language.
func (t Texts) Best(chain []Lang) ([]string, Lang) {
	for _, lang := range chain {
		if list := t.In(lang); len(list) > 0 {
			return list, lang
		}
	}
	return nil, chain[0]
}

func (t *Texts) set(lang Lang, list []string) {
	for len(t.lists) <= int(lang) {
		t.lists = append(t.lists, nil)
	}
	t.lists[lang] = list
}

// NamedText is an entry of a free map of texts.
type NamedText struct {
	Name string
	Text Text
}

// NamedString is an entry of a free map of strings.
type NamedString struct {
	Name, Value string
}

// Answer is yes, no, unknown, or nothing said, which means unknown too.
type Answer uint8

// The answers.
const (
	NotSaid Answer = iota
	Yes
	No
	Unknown
)

// String returns the word as it is written in a file, empty where nothing is said.
func (a Answer) String() string { return [...]string{"", "yes", "no", "unknown"}[a] }

// Amount is money in cents of a euro.
type Amount int64

// DateOrWord is a day, or a word in its place.
type DateOrWord struct {
	Date date.Date
	Word string
}

// ClosedOn says on which kinds of holidays something does not take place.
type ClosedOn struct {
	Public, School bool
}

// Where is where something happens: a venue used more than once, or an address of its own.
type Where struct {
	// Venue is empty where the address is the record's own.
	Venue Ref[Venue]
	// Address holds the venue's address where one is named.
	Address
}

// Ref names another record; To is nil until the reference is resolved, and stays nil where there is no such record.
type Ref[T any] struct {
	ID string
	To *T
}

// RecordRef names a record of any type.
type RecordRef struct {
	Folder, ID string
	To         Entry
}

// String returns the reference as it is written, <type>/<id>.
func (r RecordRef) String() string { return r.Folder + "/" + r.ID }

// TypedTerm is a term of a type's kinds, such as courses/integration.
type TypedTerm struct {
	Folder string
	Term   *Term
}

// Term is an entry of a controlled vocabulary.
type Term struct {
	Vocabulary string
	ID         string
	Label      Text
	// Description explains the term to a reader.
	Description Text
	Synonyms    Texts
	Parent      *Term
	// Rank is the place in the vocabulary's order, from 0.
	Rank      int
	SourceURL string
	AsOf      date.Date
	// Free marks words that an editor wrote where a term belongs: ID and Label are those words.
	Free bool

	at Position
}

// Position returns where the term stands in its vocabulary's file.
func (t *Term) Position() Position { return t.at }

// Within reports whether the term is the other, or lies below it.
func (t *Term) Within(other *Term) bool {
	for ; t != nil; t = t.Parent {
		if t == other {
			return true
		}
	}
	return false
}

// String returns the term's id.
func (t *Term) String() string {
	if t == nil {
		return ""
	}
	return t.ID
}

// fold collapses white space, so that a text is the same however its lines are broken.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
