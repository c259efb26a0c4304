package site

import "html/template"

// The models of whole pages, one a kind; what they are made of is in models.go.

// RecordPage is the page of a single record.
type RecordPage struct {
	Page
	Record   string // <type>/<id>
	TypeName string
	Summary  Words
	// German is the German title and summary beside a translated text, to show at a counter.
	German  []Words
	Picture *Picture
	// Call is the telephone number to call first, Apply where one applies; empty Href where there is none.
	Call, Apply Link
	Badges      []Badge
	// Brief are the few facts that decide whether to read on; what they say in full is not said again in Facts.
	Brief []Fact
	// Facts are the answers in the order people ask: what, when, where, how much, who may come, how to register, whom to ask.
	Facts    []Fact
	Body     HTML
	Sections []Section
	// Code leads from the printed page back to this one.
	Code PaperCode
	// Checked says when the record was last looked at.
	Checked string
	Source  Link
}

// ListPage is a page of a list, whole or narrowed to one term of a facet.
type ListPage struct {
	Page
	Intro Words
	Total int
	Count string
	// Sections stand before the records.
	Sections []Section
	// Cards are the records of a whole list, Rows those of a narrowed one.
	Cards  []Card
	Rows   []*ListRow
	Facets []Facet
	// Pages leads to the list's other pages, none where there is only one.
	Pages    []Link
	Previous Link
	Next     Link
	All      Link
}

// Facet is a way to narrow a list: its terms that lead somewhere, with counts.
type Facet struct {
	ID    string
	Label string
	Links []Link
}

// SectionsPage is a page made of sections: home, a place, a topic, the contact finder, the view of what is open.
type SectionsPage struct {
	Page
	// Tongues are the languages shown at once, none where they are too many for that.
	Tongues  []LanguageLink
	Intro    Words
	Body     HTML
	Doors    []Door
	Visitors []Visitor
	Sections []Section
	// Jump are links to the sections, where there are many.
	Jump []Link
}

// Door leads to one of the things the site has. Name chooses its picture: the folder's name.
type Door struct {
	Name string
	Link Link
	Text string
}

// Visitor is one of the kinds of people the home page leads to what they came for.
type Visitor struct {
	ID    string
	Title string
	Text  string
	Links []Link
}

// SearchPage is the search: what its script needs, and the plain lists for whoever has none.
type SearchPage struct {
	Page
	// Folder leads to the search index, Head is the file in it to begin with; empty where there is none.
	Folder, Head string
	// Built is the day the site was made, 2027-02-15. Other pages take it from a script of its own, so that no day alone changes them; this
	// one changes with its index anyway.
	Built string
	// Facets are those the index has, the open ones first.
	Facets []SearchFacet
	// Reach narrows by how long one is on the way, nil where no timetable tells.
	Reach *ReachFacet
	// Hit are the facts a result may tell, without values.
	Hit      []Fact
	Doors    []Door
	Sections []Section
	// Ask leads to whom one can ask.
	Ask Link
}

// SearchFacet is a way to narrow what the search found.
type SearchFacet struct {
	ID    string
	Label string
	// Note says what a reader has to know before choosing.
	Note string
	// Open facets stand open, the others are folded away.
	Open bool
	// Sorted facets list their terms by name, the others in the order of their terms.
	Sorted bool
}

// ReachFacet narrows what the search found by how long one is on the way by bus and train, from a place and home again.
type ReachFacet struct {
	// List leads to the places one can set out from, each with the file of its ways.
	List template.URL
	// Until is the last day of the timetable, as 2027-12-11; Valid says so.
	Until, Valid string
	Limits       []Limit
}

// Limit is how long one is on the way at most.
type Limit struct {
	Minutes int
	Label   string
}

// FinderPage is the contact finder: by place, with script by topic, audience and responsibility too.
type FinderPage struct {
	Page
	Intro Words
	// Asking is what a script needs to join the steps into one answer.
	Asking *Asking
	Places []Link
	Topics []Group
	// Sections tell who answers for an audience, and for a legal circle.
	Sections []Section
}

// Asking is what to choose from, and the offices with what they answer for.
type Asking struct {
	Places, Topics, Audiences, Circles []Choice
	Offices                            []Office
}

// Choice is something to choose. Within are its id and those of what it lies in, the nearest first, separated by spaces.
type Choice struct {
	Words
	ID, Within string
}

// Office is a contact with what it answers for. Rows are separated by semicolons, the places, topics, audiences and circles of each by
// bars, and their ids by spaces; a row without places names the county.
type Office struct {
	Card Card
	Rows string
}

// ReachPage tells from each place how to get to an offer by bus and train in time, and home again.
type ReachPage struct {
	Page
	// Offer leads to the offer's own page.
	Offer Link
	// Intro asks where the reader lives, Places lead to the rows.
	Intro  string
	Places []Link
	// Valid says of which days the timetable tells. After Until, the last of them, the page hides what it says.
	Valid, Until string
	Hours        []ReachHours
	Sections     []Section
}

// ReachHours are the ways to an offer for one of its hours: a row for each place.
type ReachHours struct {
	Caption string
	// Note says what the timetable does not tell.
	Note string
	Rows []ReachRow
}

// ReachRow is the way from a place and back.
type ReachRow struct {
	// From is the place as it stands after # in the address, ID the same where the row is the page's first of that place.
	From, ID string
	Place    Words
	// Leave, Arrive and Home are times. Told says in their place why there are none.
	Leave, Arrive, Home, Told string
	// Badge says that one must book; it is empty where one need not.
	Badge string
	// Brief is the rest in one line: how long, how many changes, on which dates.
	Brief string
	Ways  []ReachWay
	Notes []Value
}

// ReachWay is a way leg by leg.
type ReachWay struct {
	Heading string
	Legs    []ReachLeg
}

// ReachLeg is a ride, or a walk where Line is empty. From or To is empty where it is the door.
type ReachLeg struct {
	Departure, Arrival, From, To, Line, Note string
}

// MovedPage says that a record has ended or is called otherwise, and leads on.
type MovedPage struct {
	Page
	Text string
	To   Link
	List Link
}

// ChooserPage is the choice of language.
type ChooserPage struct {
	Page
	Entries []ChooserEntry
}

// ChooserEntry is a language on the choice of language.
type ChooserEntry struct {
	LanguageLink
	Welcome string
}

// ShortPage is a short address from paper: it leads to a record in every language.
type ShortPage struct {
	Page
	Entries []ShortEntry
}

// ShortEntry is a record's page in one language, with the best title there is for its readers.
type ShortEntry struct {
	LanguageLink
	Title Words
}
