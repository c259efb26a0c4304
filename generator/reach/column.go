package reach

import "slices"

// MostMinutes stands for all ways that take as long or longer.

// The bytes of a place's column. A limit of L minutes takes 1 to L, and of rides that must be booked onCallFrom to MostMinutes+L.
const (
	MostMinutes = 120
	onCallFrom  = MostMinutes + 1
	notFound    = 255
)

// Column is what the search knows of a place: one byte for each document, in the order of the index.
//
//	0        nothing can be said
//	1–120    there and back by buses and trains that run anyway: minutes of the longer way, 120 for all that is longer; 1 for what is online
//	121–240  the same, but only when booked: 120 more than the minutes
//	255      no way there and back was found
//
// order are the documents by their records, <type>/<id>; what isOnline says of can be had without going anywhere.
func (r *Result) Column(place string, order []string, isOnline func(entry string) bool) []byte {
	column := make([]byte, len(order))
	for i, entry := range order {
		column[i] = r.code(place, entry)
		if isOnline(entry) {
			column[i] = 1
		}
	}
	return column
}

func (r *Result) code(place, entry string) byte {
	minutes, class := r.Minutes(place, entry)
	minutes = min(max(minutes, 1), MostMinutes)
	switch class {
	case Regular, Local:
		return byte(minutes)
	case OnCall:
		return byte(onCallFrom - 1 + minutes)
	case None, OneWay:
		return notFound
	}
	return 0
}

// Places returns the ids of the places that people set out from, sorted.
func (r *Result) Places() []string { return r.Origins }

// Minutes says how long it takes from a place to an offer: the longer of the two ways, from door to door, at the hour of its that is
// nearest. What works on less than half of the dates does not count. There are no minutes beside None, OneWay and Unknown.
func (r *Result) Minutes(place, entry string) (minutes int, class Class) {
	visit, answer := r.Best(place, entry)
	if visit == nil {
		return 0, Unknown
	}
	if answer.Class > OneWay && 2*answer.Works < len(visit.Dates) {
		return 0, None
	}
	if answer.Class == OnCall || answer.Class == Regular {
		minutes = answer.Minutes()
	}
	return minutes, answer.Class
}

// Best returns the visit of an offer that suits a place best: what runs anyway before what must be booked, then the shorter way. It returns
// nil where nothing is known.
func (r *Result) Best(place, entry string) (*Visit, *Answer) {
	at, known := slices.BinarySearch(r.Origins, place)
	if !known {
		return nil, nil
	}
	var visit *Visit
	var answer *Answer
	for _, v := range r.Offers[entry] {
		a := &v.Answers[at]
		if answer == nil || a.Class > answer.Class || a.Class == answer.Class && a.Class > OneWay && a.Minutes() < answer.Minutes() {
			visit, answer = v, a
		}
	}
	return visit, answer
}
