// Package timetable takes GTFS feeds in and gives journeys out, for any number of people and places; it knows nothing of offers.
//
// The way through the files, in the order of the data: archive.go opens a zip or a folder, table.go reads one of its tables, read.go
// and read_*.go turn the tables into the compact columns of timetable.go, findings.go counts what is wrong with them. service.go says
// which trips run on which day and daytype.go which days are alike. changes.go is where and how fast one can change, day.go lays
// out all rides of one day, profile.go finds all best journeys of it (the essay with the drawing stands there), journey.go
// tells one of them leg by leg and choose.go says which of several to show.
//
// Times are seconds from midnight of a day and count on beyond 24:00:00. Lengths of walks are metres as the crow flies; what is
// walked is longer by Detour, at WalkingSpeed.
package timetable

import (
	"cmp"
	"slices"
	"strings"

	"mappe/generator/date"
)

// The kinds of stops, as stops.txt numbers them (location_type).
const (
	kindPlatform = iota // what vehicles stop at
	kindStation         // holds platforms, entrances and nodes
	kindEntrance
	kindNode
	kindBoardingArea // a part of a platform
)

// Stop is one place where vehicles stop, or a station that holds several of them.
type Stop struct {
	ID, Name string
	// Lat and Lon are in degrees, NaN where the feed gives none.
	Lat, Lon float64
	// Station is the index of the station the stop belongs to, -1 for none.
	Station    int32
	Wheelchair Tristate
	// Served says that some trip calls here.
	Served bool
	kind   uint8
}

// Tristate is a fact that may be unknown.
type Tristate uint8

// The values of Tristate, as GTFS numbers them.
const (
	Unknown Tristate = iota
	Yes
	No
)

// Agency runs routes.
type Agency struct {
	ID, Name, Phone, URL string
}

// Route is a line as it stands on the bus.
type Route struct {
	ID, Short, Long string
	// Type is the route_type of GTFS: 3 a bus, 2 a train, 715 a bus on demand.
	Type int32
	// Agency is an index, -1 for none.
	Agency int32
}

// Name is what passengers call the route: its short name, else its long one, else its id.
func (r *Route) Name() string { return cmp.Or(r.Short, r.Long, r.ID) }

// onCall reports a kind of route that only runs when somebody has booked: 715 is a bus on demand among the extended route types, and
// 717 is what some German feeds write for a call-a-bus taxi.
func (r *Route) onCall() bool { return r.Type == 715 || r.Type == 717 }

// Booking is a rule for how to order a ride (booking_rules.txt).
type Booking struct {
	ID string
	// NoticeMinutes is the least time before the ride, -1 where it is not given in minutes.
	NoticeMinutes int32
	// DaysBefore and Until say "two days before until 18:00", Until in seconds from midnight; both -1 where not given.
	DaysBefore, Until                   int32
	Phone, InfoURL, BookingURL, Message string
}

// Area is a service without fixed times: within a window of the day one may order a ride from some stops to others.
type Area struct {
	Route int32
	Name  string
	// Origins and Destinations are stops, sorted; mostly they are the same.
	Origins, Destinations []int32
	// From and To are the window, in seconds from midnight.
	From, To int32
	// Booking is an index, -1 for none.
	Booking int32
	service int32
}

// Feed is one of the feeds a timetable was made of.
type Feed struct {
	// Name is the path it was read from.
	Name               string
	Publisher, Version string
	// Valid is the span the publisher vouches for; zero where it says none.
	Valid date.Range
}

// Counts says how much a timetable holds.
type Counts struct {
	Stops, Stations, Routes, Trips, Calls, Frequencies, Transfers, Areas int
}

// Timetable is one or more feeds, merged and cut to what is near. It does not change once it is read, so many may use it at once.
type Timetable struct {
	Feeds    []Feed
	Stops    []Stop
	Agencies []Agency
	Routes   []Route
	Bookings []Booking
	Areas    []Area

	services    []service
	trips       []trip
	calls       calls
	frequencies []frequency // sorted by trip
	rules       []rule
	links       []link

	byID, byName map[string][]int32 // stops
	children     map[int32][]int32  // served stops of a station
	longest      int32              // the latest time of any call
	lastBlock    int32
	hashes       []serviceHash
}

// trip is one run of a vehicle on the days of its service.
type trip struct {
	id         string
	headsign   string
	route      int32
	service    int32
	block      int32 // 0 for none; blocks of different feeds differ
	first, end int32 // its calls
	wheelchair Tristate
	frequent   bool // runs as frequencies say, not at its own times
}

// calls are all stops of all trips, in columns; those of one trip follow each other in the order of travel.
type calls struct {
	stop, arrival, departure []int32
	flags                    []uint8
	booking                  map[int32]callBooking // rare
}

// The flags of a call. Phoning is part of boarding (pickup_type 2) or of getting off (drop_off_type 2).
const (
	noBoarding uint8 = 1 << iota
	noAlighting
	phoneToBoard
	phoneToAlight
)

// callBooking holds the booking rules of a call, -1 for none.
type callBooking struct{ pickup, dropOff int32 }

// frequency repeats a trip: a departure from its first stop every headway seconds, from start to before end.
type frequency struct {
	trip, start, end, headway int32
	exact                     bool
}

// Counts returns how much the timetable holds; frequencies and trips are counted as written, not as repeated.
func (t *Timetable) Counts() Counts {
	c := Counts{Routes: len(t.Routes), Trips: len(t.trips), Calls: len(t.calls.stop), Frequencies: len(t.frequencies), Transfers: len(t.rules) + len(t.links), Areas: len(t.Areas)}
	for i := range t.Stops {
		switch {
		case t.Stops[i].kind == kindStation:
			c.Stations++
		case t.Stops[i].kind == kindPlatform:
			c.Stops++
		}
	}
	return c
}

// Find returns the stops that a stop_id or a stop's name means, a station standing for its stops: only those some trip calls at,
// sorted. known says whether there is such a stop at all.
func (t *Timetable) Find(text string) (stops []int32, known bool) {
	text = strings.TrimSpace(text)
	named, known := t.byID[text]
	if !known {
		named, known = t.byName[text]
	}
	for _, s := range named {
		stops = t.appendServed(stops, s)
	}
	slices.Sort(stops)
	return slices.Compact(stops), known
}

// appendServed adds the stop itself, the stops of a station, or the platform of a boarding area.
func (t *Timetable) appendServed(list []int32, s int32) []int32 {
	stop := &t.Stops[s]
	if stop.Served {
		list = append(list, s)
	}
	switch {
	case stop.kind == kindStation:
		return append(list, t.children[s]...)
	case stop.kind != kindPlatform && stop.Station >= 0:
		return t.appendServed(list, stop.Station)
	}
	return list
}

// Names returns the names of all stops that can be found, sorted, to suggest one for a name that is mistyped.
func (t *Timetable) Names() []string {
	names := make([]string, 0, len(t.byName))
	for name := range t.byName {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// AreasOn returns the services without fixed times that run on a day.
func (t *Timetable) AreasOn(day date.Date) []Area {
	var list []Area
	for _, area := range t.Areas {
		if t.services[area.service].runs(day) {
			list = append(list, area)
		}
	}
	return list
}

// Near returns the served stops within metres of a point and how long one walks there in seconds, the nearest first.
func (t *Timetable) Near(lat, lon, metres float64) []End {
	var ends []End
	for i := range t.Stops {
		stop := &t.Stops[i]
		if d := Distance(lat, lon, stop.Lat, stop.Lon); stop.Served && d <= metres {
			ends = append(ends, End{Stop: int32(i), Seconds: WalkSeconds(d)})
		}
	}
	slices.SortFunc(ends, func(a, b End) int { return cmp.Or(cmp.Compare(a.Seconds, b.Seconds), cmp.Compare(a.Stop, b.Stop)) })
	return ends
}
