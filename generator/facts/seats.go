package facts

import (
	"mappe/generator/catalog"
	"mappe/generator/date"
)

// What may be said of the places in a session or an event, by the ids that messages use.
const (
	// SeatsFree means that there were free places, SeatState.Free of them.
	SeatsFree = "free"
	// SeatsWaiting means that all places were taken and people wait, SeatState.Waiting of them.
	SeatsWaiting = "waiting"
	// SeatsFull means that all places were taken.
	SeatsFull = "full"
	// SeatsAsk means that nobody can tell: the count is too old, or of an unknown day, or says nothing of free places.
	SeatsAsk = "ask"
)

// SeatState is what a page may say of the places. The zero value means that the editor said nothing, and a page says nothing.
type SeatState struct {
	// Kind is one of the constants, empty where nothing is said.
	Kind string
	// Free and Waiting are counts, only where Kind names them.
	Free, Waiting int
	// Until is the last day on which this may be said; after it, SeatsAsk holds. None where Kind is SeatsAsk.
	Until date.Date
}

// SeatsTold tells what may be said of the places today. A count older than freshness.SeatsDays, without a day or from a day
// still to come is not told.
func SeatsTold(seats *catalog.Seats, today date.Date, freshness catalog.Freshness) SeatState {
	if seats == nil {
		return SeatState{}
	}
	until := seats.AsOf.Add(freshness.SeatsDays)
	if seats.AsOf.IsZero() || seats.AsOf > today || today > until {
		return SeatState{Kind: SeatsAsk}
	}
	switch {
	case seats.Waiting != nil && *seats.Waiting > 0:
		return SeatState{Kind: SeatsWaiting, Waiting: *seats.Waiting, Until: until}
	case seats.Free == nil:
		return SeatState{Kind: SeatsAsk}
	case *seats.Free > 0:
		return SeatState{Kind: SeatsFree, Free: *seats.Free, Until: until}
	}
	return SeatState{Kind: SeatsFull, Until: until}
}
