// Package textindex makes a search index of short documents that a small script answers from files: words to postings, facets,
// cards. It knows languages and nothing of offers. docs/search.md says how ranking works and what stands in the files.
//
// All knowledge of languages is used here, when the index is built: the script only folds letters by a table that the index
// brings along, and follows numbers.
//
// The way through the files: fold.go, runs.go and words.go turn a text into words, as the script does; language.go, stem*.go, merge.go
// and compound.go find which words belong together; collect.go gathers postings; order.go numbers the documents; ahead.go, first.go
// and pairs.go foresee what is found first; facet.go, shard.go, cards.go and head.go lay out the files.
package textindex

// Field is the part of a document that a text stands in. It decides how much a word in it counts.
type Field uint8

// The fields, the weightiest first. All but Body make the core of the index; Body is the second tier, loaded when a reader asks for more.
const (
	Title Field = iota
	Keywords
	Vocabulary
	Place
	Organization
	Summary
	Body
)

// Text is a piece of a document in one language.
type Text struct {
	Field Field
	// Lang is the BCP 47 code that decides how the words are read: an index of Arabic may hold German texts.
	Lang string
	Text string
}

// Concept is a term that documents are about, with its names in every language: whichever a reader types, the same documents are found.
type Concept struct {
	Key    string
	Field  Field  // Vocabulary or Place
	Labels []Text // labels and synonyms; their own Field is not looked at
	Alone  bool   // hardly ever asked for together with something else
}

// Document is what a search can find.
type Document struct {
	Key   string // stable identity, such as "courses/x"; no two are equal
	Shelf string // what it stands among: documents are numbered by Shelf, then by Key
	Texts []Text
	// Concepts are numbers in Input.Concepts.
	Concepts []int
	// Facets holds for each facet of the input the numbers of the terms the document has.
	Facets [][]int
	// Card is what the page shows of a hit. Texts must not hold tabs and line breaks.
	Card []string
	// Rank 0 is for documents open to readers; those of a higher rank stand below all of a lower one that cover as many words.
	Rank int
	// Start is a day, counted from any day; of documents that match equally well the earlier comes first.
	Start int
	// TitleOrder and PlaceOrder are positions among all documents in the language's order of letters.
	TitleOrder, PlaceOrder int
}

// Facet is a way to narrow the hits down.
type Facet struct {
	ID    string
	Terms []string // opaque
	// Parents holds for each term the number of the one above it, or -1. Documents have been given the terms above theirs by the caller.
	Parents []int
	// Later facets are kept in a file of their own, which is loaded when somebody looks at them.
	Later bool
}

// Input is what an index of one language is made of.
type Input struct {
	Lang      string
	Documents []Document
	Concepts  []Concept
	Facets    []Facet
}

// File is one file of an index. Its name is made of its content and ends in .bin.
type File struct {
	Name string
	Data []byte
}

// Index is a finished index.
type Index struct {
	// Head is the name of the file that the script opens first.
	Head  string
	Files []File // by name
}
