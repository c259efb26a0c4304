package site

import "html/template"

// Words are words for a reader. Lang and Dir are set where the words are in another language than the page, so that a screen
// reader and the browser treat them rightly.
type Words struct {
	Text      string
	Lang, Dir string
}

// HTML is a passage of safe markup, made by package markdown, with its language where it is not the page's.
type HTML struct {
	HTML      template.HTML
	Lang, Dir string
}

// Link leads to another page, or out of the site.
type Link struct {
	Words
	Href template.URL
	// External says that the link leaves the site.
	External bool
	// Current says that the link leads to the page it stands on.
	Current bool
	// Count is how many records the link leads to, 0 where it does not say.
	Count int
	// Also leads to the same in another form, nil where there is none.
	Also *Link
}

// Page is what every page has.
type Page struct {
	// Kind names the layout.
	Kind string
	// Path is below the output folder; Root leads from it to that folder, Up to the folder of its language.
	Path, Root, Up string
	Lang, Dir      string
	// Locale is the language with its land as the Open Graph protocol writes it, de_DE; empty where it has no name for it.
	Locale string
	Title  Words
	// WindowTitle is the page's title followed by the site's, plain and isolated for mixed directions.
	WindowTitle string
	// Description is for search engines and forwarded links, plain.
	Description Words
	// Canonical is the page's own address, or that of the page in the language its text is really in.
	Canonical string
	// Alternates are the page in the languages that have a text of their own.
	Alternates []Alternate
	// Index is false for pages that search engines leave out.
	Index     bool
	Languages []LanguageLink
	Trail     []Link
	Alerts    []Alert
	// Report and Edit are "report an error in this record" and "edit this record"; their Href is empty where there is none.
	Report, Edit Link
	// Barrier is "report a barrier", on every page.
	Barrier Link
	// Sheets is the style sheet of the page's sheets of paper, their running heads and numbers: a path below the output folder, empty where it
	// has none of its own.
	Sheets string
	Frame  *Frame
}

// Frame is what the pages of a language share but for where their links start: the header and the footer.
type Frame struct {
	kept
	// Root leads to the output folder.
	Root    string
	Site    Words
	Tagline Words
	Sample  string
	Home    Link
	Menu    []Link
	// Guides are the guide pages of the main menu, apart from the lists.
	Guides    []Link
	Footer    []Link
	Publisher Words
	// Help is whom to call with any question about the site, empty where nobody is named.
	Help     []Line
	Crisis   []Line
	Assets   map[string]string // by name, paths from the output folder
	Manifest string
	SiteDays int
	// Reach says that the site knows how to get to its offers, so that a reader's place is kept from page to page.
	Reach bool
	// Search leads to the search, OpenSearch is the path of its description for browsers from the output folder; empty where the site has none.
	Search     template.URL
	OpenSearch string
}

// Alternate is the page in another language, for search engines.
type Alternate struct{ HrefLang, Href string }

// LanguageLink is an entry of the language menu.
type LanguageLink struct {
	Code, Dir, Name, GermanName string
	Href                        template.URL
	Current                     bool
	// Missing says that the page has no text of its own in the language.
	Missing bool
}

// Alert is a message above a page's text.
type Alert struct {
	// Level is info or warning.
	Level string
	// Until is the last day it is true, as 2027-02-15, empty for always; the page hides it afterwards.
	Until string
	Title Words
	Text  Words
	Body  HTML
	Link  Link
}

// Fact is a row of a record's facts: what it is called and what it says.
type Fact struct {
	// Name is the fact's own name, the same in every language: when, where, price.
	Name   string
	Label  string
	Values []Value
}

// Value is one thing a fact says. Kind chooses how it is shown.
type Value struct {
	// Kind is text, link, phone, email, web, time, address or note.
	Kind string
	Words
	Href template.URL
	// External says that a link leaves the site.
	External bool
	// Lines are an address's lines below its name, or the times beside a text.
	Lines []string
	// Until is the last day the value is true, empty for always; the page hides it afterwards.
	Until string
	// Week are hours day by day, of a value of the kind week.
	Week *Week
}

// Week is when something is open, day by day from Monday. Weekends without any hours are left out.
type Week struct {
	// Width is that of the picture of a day, in minutes.
	Width int
	Days  []WeekDay
}

// WeekDay is one day of a week.
type WeekDay struct {
	// Number is 1 for Monday to 7 for Sunday (ISO 8601).
	Number int
	Name   string
	// Times are written out, none on a day that is closed.
	Times []string
	Bars  []Bar
}

// Bar is a time of a day as a picture shows it: minutes from the picture's start, and how many.
type Bar struct{ X, Width int }

// Line is a label with a value, as in a list of telephone numbers.
type Line struct {
	Words
	Value Value
}

// Card is a record as it stands in a list.
type Card struct {
	Record string // <type>/<id>
	Title  Link
	Type   string
	// Summary may be in another language than the page.
	Summary Words
	Facts   []Fact
	Badges  []Badge
	// Until is the last day the record belongs into lists, empty for always.
	Until string
}

// ListRow is a record as it stands in a narrowed list: a line to choose by. It is the same on every list that has it.
type ListRow struct {
	kept
	Title  Link
	Told   []Told
	Badges []Badge
	// Until is the last day the record belongs into lists, empty for always.
	Until string
}

// Told is a value that says by itself what it is; where it does not, Label says so.
type Told struct {
	Label string
	Value
}

// Badge is a short remark that sets a record apart, such as "full".
type Badge struct{ Name, Text string }

// Section is a part of a page with a heading of its own. Which of its parts are filled depends on what it tells.
type Section struct {
	ID string
	// Until is the last day it is true, empty for always; the page hides it afterwards.
	Until   string
	Heading string
	Intro   Words
	Facts   []Fact
	Body    HTML
	Cards   []Card
	Links   []Link
	Groups  []Group
	Runs    []Run
	Steps   []Step
	Table   *Table
	// Map shows where the section's Links lead.
	Map   *Map
	Chain []ChainStep
	// Items are to be ticked off.
	Items []Words
	More  Link
}

// Group is a heading with cards or links below it.
type Group struct {
	ID      string
	Heading Link
	Cards   []Card
	Links   []Link
	Lines   []Line
}

// Run is a session of a course as its page tells it.
type Run struct {
	ID      string
	Heading string
	Title   Words
	Badges  []Badge
	Facts   []Fact
	// Until is the last day it can still be entered or is running; the page hides it afterwards.
	Until string
	Past  bool
	// Calendar shows its days, nil where they are few or not known.
	Calendar *Calendar
}

// Calendar is a session's days as a picture: each month a block of weeks from Monday. The facts beside it tell the same in words.
type Calendar struct {
	Months []CalendarMonth
}

// CalendarMonth is a month of a calendar. Days, On and Off are the data of paths: lines through the days of a week, each day 10 wide.
type CalendarMonth struct {
	Name   string
	Height int
	// Days are all days of the month, On those on which it takes place, Off those on which it would but does not.
	Days, On, Off string
}

// ChainStep is a step of the way from one course to the next and on to work.
type ChainStep struct {
	// Level is what one has afterwards, or what kind of step it is.
	Level string
	Title Link
	// When tells when it starts and how long one waits for it.
	When, Gap string
	// Current marks the course the page is about.
	Current bool
}

// Map is a picture of places. It shows what a list beside it tells, so that it needs no words of its own.
type Map struct {
	Width, Height int
	// Areas are the outlines of places that are no link, as the data of paths.
	Areas []string
	Spots []Spot
}

// Spot is a place on a map, a link with its number of offers. X, Y and R are the circle that stands for it.
type Spot struct {
	Link
	X, Y, R int
	// Area is the place's outline, empty where none is known.
	Area string
	// Told is its name and how many offers it has.
	Told string
	// LabelX and LabelY are the middle of where its name stands, 0 where there is no room for it.
	LabelX, LabelY int
}

// Step is a step of a pathway.
type Step struct {
	ID        string
	Number    string
	Part      string
	Title     Words
	Text      Words
	Todo      []Words
	Documents []Words
	Ask       []Link
	Cards     []Card
	More      Link
}

// Table is a table with a heading for each column and row.
type Table struct {
	Caption string
	Columns []string
	Rows    []Row
}

// Row is a row of a table.
type Row struct {
	Heading Link
	Cells   []Value
}

// Picture is an image in the widths there are.
type Picture struct {
	Src           template.URL
	SrcSet        string
	Width, Height int
	Alt           Words
}
