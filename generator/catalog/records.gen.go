// Code generated from the field table by mappe/generator/schema/gen; DO NOT EDIT.

package catalog

import (
	"reflect"
	"time"

	"mappe/generator/date"
)

// Common holds the fields of all records.
type Common struct {
	// The name as it stands as the heading and in lists: short, unmistakable and without a date.
	Title Text
	// What it is and for whom, in at most 200 characters; shown in lists and when a link is forwarded.
	Summary Text
	// The long text; in a .md file it is everything below the head. Headings start with `##`.
	Body Text
	// Words people search for that do not occur in the text; they only help the search.
	Keywords Texts
	// Earlier names of the folder; a small page stays at the old address and leads on.
	FormerIDs []string
	// `draft` and `planned` (planning report only) are not shown, `paused` keeps its page but leaves all lists, `archived` keeps a short page.
	Status string
	// The day somebody checked all details; after 180 days the page says to ask first, after 365 it leaves the lists.
	LastVerified date.Date
	// Who checked it, as a role and not a name; it is not published.
	VerifiedBy string
	// The day by which somebody should look at it again, for instance because its funding ends then.
	ReviewBy date.Date
	// The first day on the website; left out: at once.
	PublishFrom date.Date
	// The last day on the website; required for notices, elsewhere left out: without end.
	PublishUntil date.Date
	// The web address the details were copied from.
	SourceURL string
	// A picture for the page and for lists, with a description for people who cannot see it.
	Image *Image
	// Numbers under which others keep it: `provider_number`, `kursnet`, `bamf`, `azav` or any other.
	Identifiers []NamedString
	// What fits no other field: on the left the name of the detail, on the right its text.
	Extra []NamedText
}

// Offer holds the fields of all offers.
type Offer struct {
	// Who makes the offer.
	Organization Ref[Organization]
	// Whom to ask about this offer; without a contact there is a warning.
	Contacts []Ref[Contact]
	// The topics under which the offer is found.
	Topics []*Term
	// At whom the offer is aimed, to be one of these is enough; left out: at everyone.
	Audiences []*Term
	// `yes` if nobody but the audiences named can come; left out, others are welcome.
	AudiencesOnly bool
	// Whose residents may come, with everything that belongs to these places; left out: everyone's.
	Places []Ref[Place]
	// Where it takes place: an id from `venues/` or an address; without one it is its `places`, without those the whole county.
	Venue *Where
	// `yes` if one can take part from anywhere; for courses `mode` says so.
	Online bool
	// What it costs; several prices are alternatives unless they come on top with `extra: yes`.
	Prices []Price
	// `yes` if it is free for everyone; stands in place of `prices`.
	Free bool
	// Who pays nothing; left out it is unknown, never free.
	FreeFor *FreeFor
	// What can pay for taking part.
	Funding []*Term
	// The languages in which one can talk to the people there.
	LanguagesSpoken []string
	// `yes` if an interpreter can be brought in.
	Interpreter bool
	// The lowest and highest age; left out: any age.
	Age *AgeRange
	// Whether and where children are looked after meanwhile; left out it is unknown.
	Childcare *Childcare
	// Who may come by residence status and legal circle, with source and date; what is unknown never hides an offer.
	Admission *Admission
	// How and where to register.
	Booking *Booking
	// `yes` if lists are to lead straight to `booking.url` instead of a page here.
	LinkOut bool
	// What to bring, one item a document.
	Documents Texts
	// Other records that go with it, each with its folder in front.
	Related []RecordRef
}

// Course is a record in courses/.
type Course struct {
	Record
	Offer
	// What kind of course it is.
	Kind *Term
	// What is learnt; with level, place and date the program finds the next course by it.
	Subject *Term
	// The level one needs to begin, and the one reached.
	Level *LevelRange
	// The languages of teaching; left out: the site's default language.
	InstructionLanguages []string
	// On site, online or both (`hybrid`); holds for all sessions and times that do not say otherwise, and replaces `online` for courses.
	Mode string
	// The certificates or examinations one has at the end.
	Certificates []*Term
	// Courses one must have attended before.
	Requires []Ref[Course]
	// Courses that come next; left out, the program finds the next one by subject, level, place and date.
	LeadsTo []Ref[Course]
	// `yes` if the course is made for people in work, entry qualification or training.
	BesideWork bool
	// How many units of teaching the course has.
	Workload *Workload
	// The dated runs; past ones may stay, and without a coming one the page says that there is no date at present.
	Sessions []Session
}

// Internship is a record in internships/.
type Internship struct {
	Record
	Offer
	// What kind of placement it is, from a pupil's internship and entry qualification to training place and job.
	Kind *Term
	// The occupations it is about, from the list of occupations; a free word will do, with a warning.
	Occupations []*Term
	// What one does there.
	Tasks Text
	// How long it takes at least and at most.
	Duration *Duration
	// The first day, or `flexible` if it can be agreed on.
	Start DateOrWord
	// The last day, if it is fixed.
	End date.Date
	// The working time in hours a week.
	HoursPerWeek *float64
	// `yes` if the work is in shifts; it matters for buses and families.
	Shifts bool
	// The days of the week and times of day.
	Times []Slot
	// What one earns; left out it is unknown.
	Pay *Pay
	// How much German one needs at least; left out it is unknown.
	LanguageLevel *Term
	// How many places are open, with the day they were counted.
	Openings *Openings
	// The last day to apply; left out: no such day.
	ApplyBy date.Date
	// `yes` if somebody in the company supports the newcomer, or more exactly: contact and languages.
	Mentor *Mentor
	// Whether one needs a work permit: `yes`, `no` or `ask`; left out it is unknown.
	WorkPermit string
	// `yes` if a training place in the company may follow.
	LeadsToTraining bool
	// Courses one can attend at the same time.
	Alongside []Ref[Course]
}

// Support is a record in support/.
type Support struct {
	Record
	Offer
	// What kind of support it is.
	Kind *Term
	// When one can come.
	Hours []Hours
	// Days or ranges of days on which there are no office hours at all, both ends included.
	Closed []date.Range
}

// Event is a record in events/.
type Event struct {
	Record
	Offer
	// The day and, if known, the time of day of the start.
	Start date.Moment
	// The day and time of day of the end; not before the start.
	End date.Moment
	// The last day to register; left out: no such day.
	RegisterBy date.Date
	// How many seats there are and how many are free, with the day they were counted.
	Seats *Seats
}

// Transport is a record in transport/.
type Transport struct {
	Record
	Offer
	// What one travels with, or what else it is: line, on-call bus, citizens' bus, ride board, bike, ticket, licence.
	Mode *Term
	// The line numbers, as they stand on the bus.
	Lines []string
	// What the offer is called in the timetable data.
	Feed *FeedNames
	// The main stops, by the timetable's name or number of them.
	Stops []string
	// The trips by hand, where the timetable data does not have them.
	Departures []Departure
	// When it runs or is open, where there are no fixed departures.
	Hours []Hours
	// Days or ranges of days on which there are no office hours at all, both ends included.
	Closed []date.Range
	// How and until when to order a ride, and where it goes; this wins over the timetable data.
	OnDemand *OnDemand
	// Which tickets are valid here.
	Tickets []*Term
	// Whether one can ride in a wheelchair: `yes`, `no` or `unknown`; left out it is unknown.
	Wheelchair Answer
	// Whether one can take a bike along: `yes`, `no` or `unknown`; left out it is unknown.
	Bikes Answer
	// Whether there are child seats: `yes`, `no` or `unknown`; left out it is unknown.
	ChildSeats Answer
	// The page that has the timetable.
	TimetableURL string
}

// Contact is a record in contacts/.
type Contact struct {
	Record
	// What the office does, in one line.
	Role Text
	// To whom the office belongs.
	Organization Ref[Organization]
	// A name, only beside `consent`: without consent, or after it has run out, it appears nowhere, and never in exported data.
	Person string
	// When the person agreed to the publication of the name.
	Consent *Consent
	// The number with its area code; every office needs at least one way to it: phone, e-mail, web, messenger or venue.
	Phone string
	// The office's mobile number with its code.
	Mobile string
	// The e-mail address, better the office's than a person's.
	Email string
	// The office's page on the web.
	URL string
	// Which messenger, and by which number or name.
	Messenger string
	// Where the office is: an id from `venues/` or an address.
	Venue *Where
	// When the office can be reached.
	Hours []Hours
	// Days or ranges of days on which there are no office hours at all, both ends included.
	Closed []date.Range
	// The languages in which one can talk there.
	LanguagesSpoken []string
	// `yes` if an interpreter can be brought in.
	Interpreter bool
	// What the office answers for; left out: only for the offers that name it.
	Responsible []Responsibility
	// Who takes over when a person's legal circle changes.
	HandsOverTo []Handover
	// Which office stands in when this one cannot be reached.
	Substitute Ref[Contact]
}

// Organization is a record in organizations/.
type Organization struct {
	Record
	// What the organization is; it may be several at once.
	Kind []*Term
	// The full legal name, where it differs from the title.
	LegalName string
	// The organization this one belongs to.
	Parent Ref[Organization]
	// The organization's website.
	URL string
	// The general e-mail address.
	Email string
	// The number of the switchboard with its area code.
	Phone string
	// Where the organization has its seat: an id from `venues/` or an address.
	Venue *Where
	// The logo, a file beside the record or below `media/`.
	Logo string
}

// Place is a record in places/.
type Place struct {
	Record
	// County, joint municipality, municipality, district of one, or neighbour outside the county.
	Kind string
	// The next larger place it belongs to; a place includes everything below it.
	Parent Ref[Place]
	// The official municipality key of 5, 8 or 9 digits, in quotes so that a leading zero stays.
	AGS string
	// The latitude of the place's middle in degrees, with a point.
	Lat *float64
	// The longitude of the place's middle in degrees, with a point.
	Lon *float64
	// How many people live there, without a separator in the number.
	Population *int
	// The postal codes, each in quotes; one can find the place by them.
	PostalCodes []string
	// Villages and old names by which people look for the place.
	Also Texts
	// The stops from which one sets out here, by the timetable's name or number of them.
	Stops []string
}

// Venue is a record in venues/.
type Venue struct {
	Record
	// Street and number of the house.
	Street string
	// The postal code, in quotes.
	PostalCode string
	// The name of the town, as on letters.
	City string
	// The place from `places/` in which the house stands; lists and place pages go by it.
	Place Ref[Place]
	// The latitude in degrees, with a point; within 100 km of the county.
	Lat *float64
	// The longitude in degrees, with a point; within 100 km of the county.
	Lon *float64
	// The nearest stop, by the timetable's name or number of it.
	Stop string
	// Whether one gets in with a wheelchair: `yes`, `no` or `unknown`; left out it is unknown.
	Wheelchair Answer
	// How to find the entrance.
	Directions Text
}

// Pathway is a record in pathways/.
type Pathway struct {
	Record
	// For whom the pathway is meant; left out: for everyone.
	Audiences []*Term
	// The steps in their order.
	Steps []Step
}

// Page is a record in pages/.
type Page struct {
	Record
	// Whether the page stands in the `main` menu, in the `footer` or in `none`.
	Menu string
	// The position in the menu: small numbers first, pages without one after them.
	Order *int
	// The facts of the accessibility statement; on that page only.
	Statement *Statement
}

// Glossary is a record in glossary/.
type Glossary struct {
	Record
	// The term's abbreviation; it is explained in texts as well.
	Abbreviation string
	// Other forms of the term; in each text the first whole word is explained, not in headings or links.
	Also Texts
}

// Notice is a record in notices/.
type Notice struct {
	Record
	// For information (`info`) or as a `warning`.
	Level string
	// The audiences on whose pages the notice stands.
	Audiences []*Term
	// The places on whose pages the notice stands.
	Places []Ref[Place]
	// The records on whose pages the notice stands, each with its folder in front.
	About []RecordRef
}

// Image is a picture and its description.
type Image struct {
	// A file beside the record or below `media/`, at most 10 MB; place and camera data are removed.
	File string
	// What the picture shows, for people who cannot see it.
	Alt Text
}

// Address is an address used only here; those used more often are in `venues/`.
type Address struct {
	// What people call the house.
	Name Text
	// Street and number of the house.
	Street string
	// The postal code, in quotes.
	PostalCode string
	// The name of the town, as on letters.
	City string
	// The place from `places/` in which the house stands; lists and place pages go by it.
	Place Ref[Place]
	// The latitude in degrees, with a point; within 100 km of the county.
	Lat *float64
	// The longitude in degrees, with a point; within 100 km of the county.
	Lon *float64
	// The nearest stop, by the timetable's name or number of it.
	Stop string
	// Whether one gets in with a wheelchair: `yes`, `no` or `unknown`; left out it is unknown.
	Wheelchair Answer
	// How to find the entrance.
	Directions Text
}

// Price is a price, and what it is for.
type Price struct {
	// A short fixed name of this item of the list, by which translations know it.
	ID string
	// The amount in euros, with a point and no comma; 0 means free.
	Amount *Amount
	// What the amount pays for: once, or each hour, unit of 45 minutes, day, week, month, year or trip.
	Per string
	// `yes` if the amount comes on top of the others, as for books; otherwise it is an alternative.
	Extra bool
	// For whom or what this price is.
	For Text
	// What one must know about this price.
	Note Text
}

// FreeFor is who pays nothing; a match in either list is enough.
type FreeFor struct {
	// The residence statuses with which it is free.
	Statuses []*Term
	// The legal circles in which it is free.
	Circles []*Term
	// What one must do or show for it.
	Note Text
}

// AgeRange is the age, both ends included.
type AgeRange struct {
	// The lowest age in years; left out: none.
	Min *int
	// The highest age in years; left out: none.
	Max *int
}

// Childcare is the care for children during the offer.
type Childcare struct {
	// None, in the house (`on_site`), nearby, or on request.
	Kind string
	// How many children can be looked after.
	Places *int
	// What parents must know, as from which age.
	Note Text
}

// Admission is who may come; each list given must match, a list left out is unknown.
type Admission struct {
	// `yes` if one can come whatever one's papers; stands in place of the lists.
	Open bool
	// The residence statuses with which one may come; left out it is unknown.
	Statuses []*Term
	// The legal circles from which one may come; left out it is unknown.
	Circles []*Term
	// The residence statuses with which one may not come.
	NotFor []*Term
	// What shows that one may come.
	Proof []*Term
	// What the lists do not say, without legal advice.
	Note Text
	// Where the rule is written; without it the page says that it may have changed.
	SourceURL string
	// The day on which the rule stood so; after a year the page says that it may have changed.
	AsOf date.Date
}

// Booking is the way to register.
type Booking struct {
	// With the provider or with an `office`: without `contact` the one responsible for the reader's place and legal circle.
	Via string
	// With whom to register.
	Contact Ref[Contact]
	// The page where readers register or apply themselves.
	URL string
	// The number for registering, where it is not the contact's.
	Phone string
	// The e-mail address for registering, where it is not the contact's.
	Email string
	// What one must know about registering.
	Note Text
}

// Slot is a time that comes again on days of the week.
type Slot struct {
	// The days of the week: `mo tu we th fr sa su`, or in German `mo di mi do fr sa so`.
	Days []time.Weekday
	// The time of day at which it starts.
	From date.Clock
	// The time of day at which it ends; before the start it means the next day.
	To date.Clock
	// 1 is every week, 2 every other week, counted from the week of `first`.
	Every int
	// A day of the week from which `every` counts; left out it is the start, and needed where there is none.
	First date.Date
	// Only the first to fifth (1 to 5) or the `last` such day of the week in a month.
	Nth []int
	// How many units of 45 minutes such a day holds, where the time includes breaks.
	Units *float64
	// On site, online or both at once (`hybrid`); left out as in the session, then as in the course.
	Mode string
}

// ExtraDate is a day on top of the regular times.
type ExtraDate struct {
	// The additional day; it holds on holidays and on days excepted, too.
	Date date.Date
	// The time of day at which it starts on that day.
	From date.Clock
	// The time of day at which it ends on that day.
	To date.Clock
}

// Hours is an entry of office hours.
type Hours struct {
	// A short fixed name of this item of the list, by which translations know it.
	ID string
	// Where these hours are held, if not at the usual place: an id from `venues/` or an address.
	Venue *Where
	// The room, as it stands on the door.
	Room string
	// The days of the week and times of day.
	Times []Slot
	// `[public]`: on public holidays, `[school]`: in school holidays and on public ones, `[]`: never; the days are in timetables/holidays.yaml.
	ClosedOn ClosedOn
	// `yes` if one needs an appointment.
	ByAppointment bool
	// What one must know about these hours.
	Note Text
}

// LevelRange is the level at the start and at the end of a course.
type LevelRange struct {
	// The level one needs to begin; left out: none.
	From *Term
	// The level reached at the end; it is not below the one at the start.
	To *Term
}

// Workload is the workload in units of 45 minutes.
type Workload struct {
	// All units of 45 minutes together; they are compared with the dates and times.
	Units *float64
	// Units of 45 minutes in a week.
	PerWeek *float64
}

// Session is a dated run of a course.
type Session struct {
	// A short fixed name of the run, by which translations and links know it.
	ID string
	// The run's own name, if it has one.
	Title Text
	// The first day.
	Start date.Date
	// The last day; left out: it is one day only.
	End date.Date
	// `yes` if one can begin again and again after the start; it needs `end` or `review_by` beside it.
	Rolling bool
	// With rolling entry, the last day on which one can begin.
	EnterUntil date.Date
	// How often one can begin, with rolling entry.
	Entry Text
	// `yes` if the run has no date and starts once there are enough people; stands in place of `start`.
	OnDemand bool
	// The days of the week and times of day; they make the dates between start and end.
	Times []Slot
	// `[public]`: on public holidays, `[school]`: in school holidays and on public ones, `[]`: never; the days are in timetables/holidays.yaml.
	ClosedOn ClosedOn
	// Days or ranges of days without lessons, both ends included; they beat the times.
	Except []date.Range
	// Additional days; they beat `except` and `closed_on`.
	Also []ExtraDate
	// On site, online or both (`hybrid`); left out as in the course.
	Mode string
	// The room, as it stands on the door.
	Room string
	// How many seats there are and how many are free, with the day they were counted.
	Seats *Seats
	// The last day to register; after the start only with `late_entry`.
	RegisterBy date.Date
	// `yes` if one can still join after the start.
	LateEntry bool
	// `yes` if the run is certain to take place.
	Guaranteed bool
	// `yes` if the run is called off; leave it in, so that those who registered see it.
	Cancelled bool
	// The last day for which the money for this run is secured.
	FundingUntil date.Date
	// What one must know about this run only.
	Note Text
	// The level of this run, as far as it differs from the course's.
	Level *LevelRange
	// Whom to ask about this run, in place of the course's contacts.
	Contacts []Ref[Contact]
	// How to register for this run, as far as it differs from the course's.
	Booking *Booking
	// Where this run takes place, if not at the course's venue: an id from `venues/` or an address.
	Venue *Where
	// How many units of teaching this run has, as far as it differs from the course's.
	Workload *Workload
	// Childcare during this run, as far as it differs from the course's.
	Childcare *Childcare
	// Numbers under which others keep this run: `provider_number`, `kursnet`, `bamf`, `azav` or any other.
	Identifiers []NamedString
	// The languages of teaching in this run, in place of the course's.
	InstructionLanguages []string
	// What this run costs, in place of the course's prices.
	Prices []Price
	// Who pays nothing for this run, as far as it differs from the course's.
	FreeFor *FreeFor
	// At whom this run is aimed, in place of the course's audiences.
	Audiences []*Term
	// Who may come to this run, as far as it differs from the course's.
	Admission *Admission
}

// Seats is the seats, and the day they were counted.
type Seats struct {
	// How many seats there are in all.
	Total *int
	// How many of them are free; with `as_of`, for after 14 days the page says to ask for places.
	Free *int
	// How many people are on the waiting list.
	Waiting *int
	// The day on which the seats were counted.
	AsOf date.Date
}

// Duration is a length of time, from the shortest to the longest.
type Duration struct {
	// How long it takes at least.
	Min *int
	// How long it takes at most.
	Max *int
	// Whether days, weeks or months are meant.
	Unit string
}

// Pay is what one earns.
type Pay struct {
	// The amount in euros before deductions, with a point and no comma; 0 means unpaid.
	Amount *Amount
	// What the amount is paid for, mostly an hour or a month.
	Per string
	// What one must know about the pay.
	Note Text
}

// Openings is the places open, and the day they were counted.
type Openings struct {
	// How many places are open.
	Number *int
	// The day on which the places were counted.
	AsOf date.Date
}

// Mentor is the mentor in the company.
type Mentor struct {
	// Through whom to reach the mentor.
	Contact Ref[Contact]
	// The languages the mentor speaks.
	Languages []string
}

// FeedNames is what a transport option is called in the timetable data.
type FeedNames struct {
	// The transport company, by the timetable data's name or number of it.
	Agency string
	// The routes, by the timetable data's name or number of them.
	Routes []string
	// Single trips, by the timetable data's number of them; left out: all of the routes.
	Trips []string
}

// Departure is the trips of one direction that share their stops.
type Departure struct {
	// A short fixed name of this item of the list, by which translations know it.
	ID string
	// Where it goes, as it stands on the bus.
	To Text
	// The days of the week: `mo tu we th fr sa su`, or in German `mo di mi do fr sa so`.
	Days []time.Weekday
	// `[public]`: on public holidays, `[school]`: in school holidays and on public ones, `[]`: never; the days are in timetables/holidays.yaml.
	ClosedOn ClosedOn
	// `yes` if the bus runs on school days only.
	OnlySchoolDays bool
	// The stops in their order; the first times of all calls are the first trip, the second times the second.
	Calls []Call
	// What one must know about these trips.
	Note Text
}

// Call is a stop with the times of all trips.
type Call struct {
	// The stop, by the timetable's name or number of it.
	Stop string
	// The times of day, one a trip and as many at every call.
	At []date.Clock
}

// OnDemand is the ordering of a ride.
type OnDemand struct {
	// How many minutes before the ride one orders at the latest; stands in place of `day_before_until`.
	NoticeMinutes *int
	// Until what time one orders on the day before.
	DayBeforeUntil date.Clock
	// `yes` if for Monday one orders on the last working day before.
	Workdays bool
	// The number to order by.
	Phone string
	// The page to order on.
	URL string
	// What one must know about ordering.
	Note Text
	// From where to where one can ride, and when.
	Zones []Zone
}

// Zone is an area in which one can order a ride.
type Zone struct {
	// The places where one can get on.
	From []Ref[Place]
	// The places where one can go.
	To []Ref[Place]
	// When one can ride.
	Times []Slot
	// How many minutes the ride takes.
	Minutes *int
}

// Consent is a person's consent to the publication of the name.
type Consent struct {
	// The day on which the person agreed.
	Date date.Date
	// The last day on which the name appears; left out: until withdrawn.
	Until date.Date
}

// Responsibility is something an office answers for; a list left out means all of them.
type Responsibility struct {
	// For which places and everything that belongs to them; left out: for the county.
	Places []Ref[Place]
	// For which topics; who names the topic comes first, who names none answers only if nobody else does.
	Topics []*Term
	// For which audiences; left out: for all.
	Audiences []*Term
	// For which legal circles; left out: for all.
	Circles []*Term
}

// Handover is the handing over to the next office.
type Handover struct {
	// A short fixed name of this item of the list, by which translations know it.
	ID string
	// The legal circle the person comes into.
	Circle *Term
	// The office that takes over.
	Contact Ref[Contact]
	// What one must do or bring for it.
	Note Text
}

// Step is a step of a pathway, with the offers that serve it.
type Step struct {
	// A short fixed name of the step, by which translations and links know it.
	ID string
	// The heading of the step.
	Title Text
	// What happens in this step and why.
	Text Text
	// Which part of the printed folder the step belongs to: language, work, social life or personal.
	Part string
	// What is to be done in this step, to tick off.
	Todo []Todo
	// The topics for which the step shows the offices responsible.
	Ask []*Term
	// The documents one needs for it, one item a document.
	Documents Texts
	// Shows offers on one of these topics; they must fit the other filters here, too.
	Topics []*Term
	// Shows offers for one of these audiences; they must fit the other filters here, too.
	Audiences []*Term
	// Shows offers of one of these levels; they must fit the other filters here, too.
	Levels []*Term
	// Shows offers of one of these kinds, each with its folder in front; they must fit the other filters here, too.
	Kinds []TypedTerm
	// Single offers the step shows in any case; without offers and filters it shows none.
	Offers []RecordRef
}

// Todo is a thing to do and tick off.
type Todo struct {
	// A short fixed name of this item of the list, by which translations know it.
	ID string
	// What is to be done, in a short sentence.
	Text Text
}

// Statement is the accessibility statement.
type Statement struct {
	// How it was assessed, as by the publisher or by a testing body.
	Method string
	// The day of the assessment; over a year later there is a warning.
	Date date.Date
	// What is not accessible yet, one item an exception.
	Exceptions Texts
	// The page of the body to turn to when a complaint does not help.
	EnforcementURL string
}

// SiteLanguage is a language of the website.
type SiteLanguage struct {
	// The language's code by BCP 47, as in the names of files.
	Code string
	// The languages that stand in, in this order, where a text is missing; left out: the default language.
	Fallback []string
}

// Publisher is who publishes the website.
type Publisher struct {
	// The organization that publishes the website.
	Organization Ref[Organization]
	// The office to which errors are reported.
	Contact Ref[Contact]
}

// Legal is the legal pages and facts.
type Legal struct {
	// The page that holds the imprint.
	Imprint Ref[Page]
	// The page that holds the privacy notice.
	Privacy Ref[Page]
	// The page that holds the accessibility statement; it has `statement`.
	Accessibility Ref[Page]
	// The office to which a barrier is reported; every page leads to it.
	BarrierReport Ref[Contact]
	// The code of the federal state whose law holds, as `ni` for Lower Saxony.
	Land string
}

// Freshness is after how many days details count as old.
type Freshness struct {
	// Days since the last check after which a page says to ask first.
	WarnDays int
	// Days since the last check after which a record leaves lists and overviews; its page stays.
	ExpireDays int
	// Days after which the number of free seats becomes “ask for places”.
	SeatsDays int
	// Days after which the website says that it has not been rebuilt for long.
	SiteDays int
}

// ReachLimits is the limits within which journeys are looked for.
type ReachLimits struct {
	// The travel times in minutes by which offers can be narrowed.
	Limits []int
	// How many metres one walks to a stop at most.
	WalkM int
	// How often one changes at most.
	Transfers int
	// Up to how many kilometres around the county timetable data is used.
	CutKm int
}

// PrintOptions is the settings for print.
type PrintOptions struct {
	// The size of the paper.
	Paper string
	// Overviews to print beside those that the program makes by itself.
	Overviews []Overview
}

// Overview is an overview to print; it holds what fits all its filters.
type Overview struct {
	// The overview's name in its address.
	ID string
	// The heading, in every language.
	Title Text
	// From which folders the records come; left out: from all that hold offers.
	Types []string
	// Only offers on one of these topics; left out: on all.
	Topics []*Term
	// Only offers that take place in one of these places; left out: anywhere.
	Places []Ref[Place]
	// Only offers for one of these audiences; left out: for all.
	Audiences []*Term
	// What the offers are grouped by, the most important first, three at most; `date` or `title` at the end says what they are sorted by.
	Order []string
	// In how many columns it is printed: 1, 2 or 3; left out: 2.
	Columns *int
}

// Outputs is which parts of the website are made.
type Outputs struct {
	// The search; `no` leaves it out.
	Search bool
	// The pages to print; `no` leaves them out.
	Print bool
	// Short addresses to type and for QR codes; `no` leaves them out.
	Short bool
	// Whether and how one gets there by bus and train; `no` leaves it out.
	Reach bool
	// The offers as open data; `no` leaves them out.
	Data bool
}

// SchoolHolidays is a range of days without school.
type SchoolHolidays struct {
	// What the holidays are called, in every language.
	Name Text
	// The first day of the holidays.
	From date.Date
	// The last day of the holidays.
	To date.Date
}

// Settings holds site.yaml.
type Settings struct {
	// The version of this content format: 1.
	Format *int
	// The name of the website, in every language.
	Title Text
	// A line below the name, in every language.
	Tagline Text
	// The web address at which the website stands; it may have a path.
	BaseURL string
	// The language every record is written in, as its code.
	DefaultLanguage string
	// The languages in the order of the language menu; a code alone is enough.
	Languages []SiteLanguage
	// The place everything belongs to.
	County Ref[Place]
	// Who publishes the website, and whom to write to.
	Publisher *Publisher
	// The pages a public body must have.
	Legal *Legal
	// The folder below `themes/` whose files replace those that come with the program.
	Theme string
	// Colour, logo and whatever else the theme knows; colours in quotes.
	ThemeOptions []NamedString
	// The time zone in which days begin and end.
	TimeZone string
	// The country's code for numbers that start with a 0, in quotes.
	DialPrefix string
	// The licence of the published data, as its SPDX identifier.
	Licence string
	// A GeoJSON file in `media/` with the outlines of the places, for the map, each with its municipality key (`ags`); left out: dots alone.
	Outlines string
	// The address behind “edit this record”; `{path}` becomes the file. Left out: no such link.
	EditURL string
	// The address of a live journey planner with `{from}`, `{to}`, `{date}` and `{time}`; left out: no such link.
	PlannerURL string
	// After how many days details count as old.
	Freshness Freshness
	// The limits within which journeys by bus and train are looked for.
	Reach ReachLimits
	// The paper, and overviews to print besides the usual ones.
	Print PrintOptions
	// Which parts of the website are made; all if nothing is said.
	Outputs Outputs
}

// HolidayFile holds timetables/holidays.yaml.
type HolidayFile struct {
	// The public holidays, each with its year; a year with dates that is missing here gives a warning.
	Public []date.Range
	// The school holidays.
	School []SchoolHolidays
}

// Lists holds the records of each type, by id.
type Lists struct {
	Courses       []*Course
	Internships   []*Internship
	Support       []*Support
	Events        []*Event
	Transport     []*Transport
	Contacts      []*Contact
	Organizations []*Organization
	Places        []*Place
	Venues        []*Venue
	Pathways      []*Pathway
	Pages         []*Page
	Glossary      []*Glossary
	Notices       []*Notice
}

func (l *Lists) add(entry Entry) {
	switch e := entry.(type) {
	case *Course:
		l.Courses = append(l.Courses, e)
	case *Internship:
		l.Internships = append(l.Internships, e)
	case *Support:
		l.Support = append(l.Support, e)
	case *Event:
		l.Events = append(l.Events, e)
	case *Transport:
		l.Transport = append(l.Transport, e)
	case *Contact:
		l.Contacts = append(l.Contacts, e)
	case *Organization:
		l.Organizations = append(l.Organizations, e)
	case *Place:
		l.Places = append(l.Places, e)
	case *Venue:
		l.Venues = append(l.Venues, e)
	case *Pathway:
		l.Pathways = append(l.Pathways, e)
	case *Page:
		l.Pages = append(l.Pages, e)
	case *Glossary:
		l.Glossary = append(l.Glossary, e)
	case *Notice:
		l.Notices = append(l.Notices, e)
	}
}

// newEntry returns an empty record of a type, nil where there is no such folder.
func newEntry(folder string) Entry {
	switch folder {
	case "courses":
		e := &Course{}
		e.offer = &e.Offer
		return e
	case "internships":
		e := &Internship{}
		e.offer = &e.Offer
		return e
	case "support":
		e := &Support{}
		e.offer = &e.Offer
		return e
	case "events":
		e := &Event{}
		e.offer = &e.Offer
		return e
	case "transport":
		e := &Transport{}
		e.offer = &e.Offer
		return e
	case "contacts":
		return &Contact{}
	case "organizations":
		return &Organization{}
	case "places":
		return &Place{}
	case "venues":
		return &Venue{}
	case "pathways":
		return &Pathway{}
	case "pages":
		return &Page{}
	case "glossary":
		return &Glossary{}
	case "notices":
		return &Notice{}
	}
	return nil
}

// structTypes returns the Go type of each record type and group by name.
func structTypes() map[string]reflect.Type {
	return map[string]reflect.Type{
		"Course":         reflect.TypeFor[Course](),
		"Internship":     reflect.TypeFor[Internship](),
		"Support":        reflect.TypeFor[Support](),
		"Event":          reflect.TypeFor[Event](),
		"Transport":      reflect.TypeFor[Transport](),
		"Contact":        reflect.TypeFor[Contact](),
		"Organization":   reflect.TypeFor[Organization](),
		"Place":          reflect.TypeFor[Place](),
		"Venue":          reflect.TypeFor[Venue](),
		"Pathway":        reflect.TypeFor[Pathway](),
		"Page":           reflect.TypeFor[Page](),
		"Glossary":       reflect.TypeFor[Glossary](),
		"Notice":         reflect.TypeFor[Notice](),
		"Image":          reflect.TypeFor[Image](),
		"Address":        reflect.TypeFor[Address](),
		"Price":          reflect.TypeFor[Price](),
		"FreeFor":        reflect.TypeFor[FreeFor](),
		"AgeRange":       reflect.TypeFor[AgeRange](),
		"Childcare":      reflect.TypeFor[Childcare](),
		"Admission":      reflect.TypeFor[Admission](),
		"Booking":        reflect.TypeFor[Booking](),
		"Slot":           reflect.TypeFor[Slot](),
		"ExtraDate":      reflect.TypeFor[ExtraDate](),
		"Hours":          reflect.TypeFor[Hours](),
		"LevelRange":     reflect.TypeFor[LevelRange](),
		"Workload":       reflect.TypeFor[Workload](),
		"Session":        reflect.TypeFor[Session](),
		"Seats":          reflect.TypeFor[Seats](),
		"Duration":       reflect.TypeFor[Duration](),
		"Pay":            reflect.TypeFor[Pay](),
		"Openings":       reflect.TypeFor[Openings](),
		"Mentor":         reflect.TypeFor[Mentor](),
		"FeedNames":      reflect.TypeFor[FeedNames](),
		"Departure":      reflect.TypeFor[Departure](),
		"Call":           reflect.TypeFor[Call](),
		"OnDemand":       reflect.TypeFor[OnDemand](),
		"Zone":           reflect.TypeFor[Zone](),
		"Consent":        reflect.TypeFor[Consent](),
		"Responsibility": reflect.TypeFor[Responsibility](),
		"Handover":       reflect.TypeFor[Handover](),
		"Step":           reflect.TypeFor[Step](),
		"Todo":           reflect.TypeFor[Todo](),
		"Statement":      reflect.TypeFor[Statement](),
		"SiteLanguage":   reflect.TypeFor[SiteLanguage](),
		"Publisher":      reflect.TypeFor[Publisher](),
		"Legal":          reflect.TypeFor[Legal](),
		"Freshness":      reflect.TypeFor[Freshness](),
		"ReachLimits":    reflect.TypeFor[ReachLimits](),
		"PrintOptions":   reflect.TypeFor[PrintOptions](),
		"Overview":       reflect.TypeFor[Overview](),
		"Outputs":        reflect.TypeFor[Outputs](),
		"SchoolHolidays": reflect.TypeFor[SchoolHolidays](),
	}
}
