package print

import (
	"html/template"

	"mappe/generator/site"
)

// OverviewPage is an overview: all offers of a place, a topic and so on, to print and hand out.
type OverviewPage struct {
	site.Page
	Cover Cover
	// Short leads to the list of one line an offer, Full from there to the overview, PDF to the same as PDF; empty Href where there is none.
	Short, Full, PDF site.Link
	// Parts lead to the overviews this one is divided into, where it would be too long.
	Parts    []site.Link
	Contents []ContentsEntry
	Sections []Section
	// Columns is in how many columns the offers stand. Apart says that each section starts on a sheet of its own.
	Columns int
	Apart   bool
	// Table is the short list, nil in the overview itself.
	Table []TableGroup
	// Indexes are the places and the organizations of the offers, Glossary the abbreviations they use.
	Indexes  []Index
	Glossary *Glossary
	Contacts *Contacts
}

// Cover is what stands in front of an overview or a folder.
type Cover struct {
	Area site.Words
	// Count says how many offers there are.
	Count string
	// AsOf and Until are the days it was made for, and after which it must not be used any more.
	AsOf, Until string
	// Admission says what holds of who may come where an offer says nothing, once for all of them.
	Admission string
	Publisher site.Words
	Help      []site.Line
	// Code leads to the page itself.
	Code Code
}

// Drawing is a QR code drawn on the page: the data of a path to be stroked in a square of a size, as package qr makes it.
type Drawing struct {
	Path string
	Size int
}

// ContentsEntry leads to a section. Its level is 2 or 3.
type ContentsEntry struct {
	ID, Number string
	Href       template.URL
	Level      string
	Heading    site.Words
}

// Section is a numbered part of an overview with a heading of its level, 2 to 4. It has offers or parts of its own.
type Section struct {
	ID, Number string
	Level      string
	Heading    site.Words
	Parts      []Section
	Entries    []Entry
	// Contacts are the offices of a place.
	Groups []site.Group
}

// Entry is an offer where it stands: with its number, under a heading of its level, 2 to 5.
type Entry struct {
	Number string
	Level  string
	Offer
}

// Offer is what a person needs of an offer on paper.
type Offer struct {
	// ID is that of its heading: o-courses-deutsch-a1.
	ID      string
	Title   site.Link
	Type    string
	Summary site.Words
	Badges  []site.Badge
	Facts   []site.Fact
	Code    Code
}

// Code is what leads from paper to a record's page: its QR code, drawn, since a brochure would ask for hundreds of pictures; and the short
// address it holds as text. A site without short addresses has none.
type Code struct {
	Drawing Drawing
	Address []string
}

// TableGroup is a part of the short list.
type TableGroup struct {
	Heading site.Words
	Lines   []Line
}

// Line is an offer on one line.
type Line struct {
	Number string
	Title  site.Link
	Where  site.Words
	When   site.Value
	Phone  string
}

// Index says in which offers something occurs.
type Index struct {
	ID, Number string
	Heading    string
	Terms      []IndexTerm
}

// IndexTerm is a place or an organization with the offers it occurs in.
type IndexTerm struct {
	Words   site.Words
	Numbers []IndexNumber
}

// IndexNumber leads to the offer of a number.
type IndexNumber struct {
	Number string
	Href   template.URL
}

// Glossary are the abbreviations that are used, explained.
type Glossary struct {
	ID, Number string
	Entries    []GlossaryEntry
}

// GlossaryEntry is an abbreviation with what it stands for and means.
type GlossaryEntry struct {
	Abbreviation string
	Title, Text  site.Words
}

// Contacts are the offices that can be asked, and the numbers for an emergency.
type Contacts struct {
	ID, Number string
	Offices    []site.Card
	Crisis     []site.Line
}

// FolderPage is a folder to carry from office to office, in German and the reader's language side by side.
type FolderPage struct {
	site.Page
	Cover Cover
	// Heading, Pathway and Place are what stands on the cover.
	Heading, Pathway, Place Pair
	// Alone says that there is only one language.
	Alone bool
	Intro []Pair
	// Fields are filled in by hand.
	Fields   []Pair
	Contents []FolderHead
	Parts    []FolderPart
	Offices  FolderOffices
	// Addresses is the heading above the offices' addresses.
	Addresses Pair
	Glossary  FolderGlossary
	Letter    FolderLetter
}

// Pair are the same words in German and in the reader's language; Own is empty where there is one language only. Both say their language.
type Pair struct{ German, Own site.Words }

// FolderHead is the heading of a part of a folder.
type FolderHead struct {
	ID, Number string
	// Href leads to the part.
	Href    template.URL
	Heading Pair
}

// FolderPart are the steps of one part of life, and the columns of a table to be filled in by hand.
type FolderPart struct {
	FolderHead
	Labels *FolderLabels
	Steps  []FolderStep
	Blank  []Pair
}

// FolderStep is a step of the pathway.
type FolderStep struct {
	ID, Number  string
	Title, Text Pair
	Labels      *FolderLabels
	Todo        []Pair
	Documents   []Pair
	Offices     []FolderOffice
	Offers      []FolderOffer
}

// FolderLabels are the headings within the steps.
type FolderLabels struct{ Todo, Bring, Ask, Offers, Notes, Record Pair }

// FolderOffer is an offer that serves a step, to be ticked off; Own is nil in a folder of one language.
type FolderOffer struct {
	German FolderLine
	Own    *FolderLine
	Code   Code
}

// FolderLine is an offer on one line in a language.
type FolderLine struct {
	Line
	Lang, Dir string
}

// FolderOffices are the offices of the place by topic, and the numbers for an emergency.
type FolderOffices struct {
	FolderHead
	Topics []FolderTopic
	// Addresses are the offices once more, each once, with where they are.
	Addresses []FolderOffice
	Crisis    []site.Line
}

// FolderTopic is a topic with the offices that answer for it.
type FolderTopic struct {
	Topic   Pair
	Offices []FolderOffice
}

// FolderOffice is an office with its number and address.
type FolderOffice struct {
	Name  Pair
	Facts []site.Fact
}

// FolderGlossary are the abbreviations that offices use.
type FolderGlossary struct {
	FolderHead
	Entries []FolderTerm
}

// FolderTerm is an abbreviation, what it stands for and what it means.
type FolderTerm struct {
	Abbreviation string
	Title, Text  Pair
}

// FolderLetter says to parents, teachers and companies what the folder is.
type FolderLetter struct {
	FolderHead
	Lines []Pair
}
