// Package reach says for each place how to get to a course, a placement or an event by bus and train, in time, and home again: the
// catalogue against the timetable.
//
// The way through the files: plan.go is what of the catalogue matters, with visits.go (when one has to be where), origins.go (where people
// set out) and services.go (what the records of transport add to a timetable). compute.go holds the plan against a timetable, day type by
// day type on all cores: ends.go finds the stops, lines.go knows the lines, ways.go chooses the ways of one day, called.go with shuttle.go those that
// must be booked, answer.go joins the days into one answer. reach.go is the result, exceptions.go tells dates in few words, column.go is
// what the search loads, findings.go what is wrong, store.go keeps results that still hold.
//
// Nothing here says that a place cannot be reached: None means that no journey was found by timetable.
package reach

import (
	"mappe/generator/date"
	"mappe/generator/timetable"
)

// Class says how a place is connected with an offer.
type Class uint8

// The classes. Unknown is for offers nobody can say anything of: without times, without a stop, or beyond the timetable's end.
const (
	Unknown Class = iota
	// None: no journey there and back was found.
	None
	// OneWay: there is a way there in time, or a way home, but not both.
	OneWay
	// OnCall: there and back, but only when somebody books a ride.
	OnCall
	// Regular: there and back with buses and trains that run anyway.
	Regular
	// Local: the offer takes place there, or within walking distance.
	Local
)

// String returns the class's id, as messages and other programs know it.
func (c Class) String() string {
	return [...]string{"unknown", "none", "one_way", "on_call", "regular", "local"}[c]
}

// Result is what is known for all offers. It does not change once it is computed and knows records by their ids alone, so that it outlives
// the catalogue it was made from.
type Result struct {
	// Valid are the days of which the timetable tells.
	Valid date.Range
	// Feeds are the names of the timetables' publishers.
	Feeds []string
	// Offers are the visits to each offer, by <type>/<id>, the one with the most dates first.
	Offers map[string][]*Visit
	// Origins are the ids of the places people set out from, sorted; an answer's place in Visit.Answers is the place's here.
	Origins  []string
	Stops    []Stop
	Lines    []Line
	Bookings []Booking
	Problems Problems
}

// Visit is one hour and place to be at, on some dates: sessions that meet at the same time in the same house share it.
type Visit struct {
	// From and To are when it starts and ends; To is none where that is not known, and before From on the next day.
	From, To date.Clock
	// Dates are those the timetable tells of, sorted; Beyond is how many come after its end.
	Dates  []date.Date
	Beyond int
	// Stop is the stop to get off at where the record names one.
	Stop    string
	Answers []Answer
}

// Answer is how one gets from a place to a visit and home again.
type Answer struct {
	Class Class
	// There and Back are the ways on most dates; one that was not found has no Legs. A Local answer has none.
	There, Back Way
	// Last is the last departure home in minutes from midnight, Only says that it is the one told in Back. Zero where there is none.
	Last int
	Only bool
	// Works is on how many dates one gets there and back, Same on how many at the times told; Booked on how many of Works only with booking.
	Works, Same, Booked int
	// Not are the dates on which one does not, sorted.
	Not []date.Date
	// Stops is how many stops the place has, Reaching from how many one gets there; Median are the minutes from its middle one.
	Stops, Reaching, Median int
}

// Minutes are those of the longer of the two ways, from door to door.
func (a *Answer) Minutes() int { return max(a.There.Minutes(), a.Back.Minutes()) }

// Way is a journey as it is told: minutes from midnight, which count on beyond 24 hours.
type Way struct {
	Departure, Arrival, Rides int
	Legs                      []Leg
}

// Found reports whether there is such a way.
func (w *Way) Found() bool { return len(w.Legs) > 0 }

// Minutes is how long the way takes.
func (w *Way) Minutes() int { return w.Arrival - w.Departure }

// Changes is how often one changes.
func (w *Way) Changes() int { return max(0, w.Rides-1) }

// Leg is a ride or a walk.
type Leg struct {
	// From and To are indexes of Result.Stops; -1 is the place or the house itself.
	From, To int32
	// Departure and Arrival are in minutes from midnight.
	Departure, Arrival int32
	// Line is an index of Result.Lines, -1 for a walk. Booking is one of Result.Bookings, -1 for none.
	Line, Booking int32
	// Every is about how many minutes pass between two vehicles where the timetable has no fixed times, else 0.
	Every int32
	// OnCall says that the ride only takes place when it is booked, About that its times are a guess of the one who computes.
	OnCall, About, Walk bool
}

// Stop is a stop one gets on or off at.
type Stop struct {
	Name       string
	Wheelchair timetable.Tristate
}

// Line is a line as it stands on the bus, with the ids of the records of transport about it.
type Line struct {
	Name      string
	Transport []string
}

// Booking is how to order a ride.
type Booking struct {
	// Minutes is the notice, -1 where it is not given so. Until is the time of day of the last call, Days how many days before; Workdays
	// counts working days only.
	Minutes    int
	Until      date.Clock
	Days       int
	Workdays   bool
	Phone, URL string
	// Transport is the id of the record that says so, empty where the timetable does.
	Transport string
}
