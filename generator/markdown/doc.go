// Package markdown is goldmark set up once: it turns bodies into HTML that is safe to publish, and says what they link to
// and what is wrong with them.
//
// A body is parsed once (convert.go) and compiled into a Doc (doc.go): HTML that is the same on every page, with holes for
// what only a page knows. Render.go fills the holes: records, files, pictures, explained terms (terms.go, scan.go). The tree of
// goldmark is dropped after compiling, since the texts of a whole county stay in memory.
//
// On the way: words.go reads plain words for goldmark, autolink.go bare links; compile.go walks the blocks, inline.go the words, prose.go
// finds numbers and addresses in them (facts.go says what they are, phone.go reads phone numbers), pack.go keeps the result, lines.go knows
// where; target.go sorts link targets, ids.go names headings, escape.go writes text and attributes, plain.go takes it back out, findings.go
// has the words for editors.
package markdown

import (
	"mappe/generator/diag"
)

// Source is one body as it stands in a file.
type Source struct {
	// File is the path for findings; Line is the line of the file on which Text begins (from 1), and Indent the number of
	// characters that stand before each of its lines there (0 but for a body inside a .yaml file).
	File   string
	Text   string
	Line   int
	Indent int
	// RightToLeft says that the text's language is written that way, so that numbers and addresses must be isolated.
	RightToLeft bool
}

// Doc is one body, read once: pages are made from it by Append, in as many languages and places as it is shown.
// It never changes after Parse and may be used from several goroutines.
type Doc struct {
	*Found // nil in what Settled returns

	packed []byte // see pack.go
	length int    // of the HTML, which packed begins with
}

// Found is what the rules look at in a body.
type Found struct {
	// Links and Images are in the order of the text. A link that a finding calls forbidden is not among them.
	Links  []Link
	Images []Image
	// Facts are the dates, prices and phone numbers that stand in the prose.
	Facts []Fact
	// Findings are what is wrong with the body by itself; whether what it points to exists is the caller's to check.
	Findings []diag.Finding
}

// Settled is the Doc without what was found in it: what pages are made from.
func (d *Doc) Settled() Doc { return Doc{packed: d.packed, length: d.length} }

func (d *Doc) html() []byte { return d.packed[:d.length] }

// Position is a place in the file: line and column from 1, columns in characters.
type Position struct {
	Line, Column int
}

// LinkKind says what a link leads to.
type LinkKind uint8

// The kinds of links that a body may have.
const (
	// Web is an address with http or https.
	Web LinkKind = iota
	// Mail is an e-mail address, Target without "mailto:".
	Mail
	// Phone is a phone number, Target without "tel:".
	Phone
	// File is a file: beside the record, or below media/ if Target begins so.
	File
	// Anchor is a heading of the same body, Target its ID.
	Anchor
	// Record is another record, Target as <type>/<id>.
	Record
)

// Link is one link of a body.
type Link struct {
	Position
	Kind   LinkKind
	Target string
}

// RecordName splits the Target of a Record link into the folder and the id.
func (l Link) RecordName() (folder, id string) { return cutRecord(l.Target) }

// Image is one picture of a body: File is a file beside the record or below media/.
type Image struct {
	Position
	File string
	Alt  string
}

// FactKind says what kind of fact stands in prose.
type FactKind uint8

// The facts that drift when they stand in prose.
const (
	FactDate FactKind = iota
	FactPrice
	FactPhone
)

// Fact is a date, a price or a phone number in prose, Text as written.
type Fact struct {
	Position
	Kind FactKind
	Text string
}
