package timetable

import (
	"cmp"
	"slices"

	"mappe/generator/date"
	"mappe/generator/diag"
)

// earlyHours is until when the next day's trips still belong to a day's evening: those that set out before 3:00.
const earlyHours = 3 * 3600

const daySeconds = 24 * 3600

// serviceHash is the sum of the hashes of a service's trips: of all, of those that set out before earlyHours, and of those
// that are still on the road when one, two … days have passed. Sums do not depend on the order of rows.
type serviceHash struct {
	all, early uint64
	late       []uint64
}

// DayType is a set of days with the same trips: a school day, a Saturday, the day before Christmas.
type DayType struct {
	Days []date.Date
	// Trips is how many run on each of the days, services without fixed times among them.
	Trips int
}

// DayTypes sorts the days of a range by what runs on them; the most frequent type comes first. Two trips count as the same if they have
// the same route, stops, times and block, whatever their ids are.
func (t *Timetable) DayTypes(span date.Range) []DayType {
	var types []DayType
	byHash := map[uint64]int{}
	for day := span.From; day <= span.To; day++ {
		hash := uint64(0)
		for i := range t.services {
			if s := &t.services[i]; s.trips > 0 && s.runs(day) {
				hash += t.hashes[i].all
			}
		}
		at, seen := byHash[hash]
		if !seen {
			at = len(types)
			byHash[hash] = at
			types = append(types, DayType{Trips: t.tripsOn(allFeeds, day)})
		}
		types[at].Days = append(types[at].Days, day)
	}
	slices.SortStableFunc(types, func(a, b DayType) int { return -cmp.Compare(len(a.Days), len(b.Days)) })
	return types
}

// Key stands for all that can be ridden on a day, up to the small hours of the next: its own trips, those of the days before that
// are still on the road, and the early ones of the next. Days with the same key have the same journeys.
func (t *Timetable) Key(day date.Date) uint64 {
	key := uint64(0)
	for i := range t.services {
		s, h := &t.services[i], &t.hashes[i]
		if s.trips == 0 {
			continue
		}
		if s.runs(day) {
			key += h.all
		}
		for n, late := range h.late {
			if late != 0 && s.runs(day-date.Date(n+1)) {
				key += mix(late, uint64(n+1))
			}
		}
		if h.early != 0 && s.runs(day+1) {
			key += mix(h.early, 99)
		}
	}
	return key
}

// hashServices fills hashes and the services' counts, once all is read.
func (t *Timetable) hashServices() {
	t.hashes = make([]serviceHash, len(t.services))
	bound := map[int32]bool{} // trips that transfers name are like no others
	for _, r := range t.rules {
		bound[r.fromTrip], bound[r.toTrip] = true, true
	}
	for _, l := range t.links {
		bound[l.from], bound[l.to] = true, true
	}
	for i, area := range t.Areas {
		t.services[area.service].trips++
		t.hashes[area.service].all += mix(uint64(area.From)<<32|uint64(area.To), uint64(i))
	}
	for i := range t.trips {
		trip := &t.trips[i]
		t.services[trip.service].trips++
		hash := t.hashTrip(int32(i))
		if bound[int32(i)] {
			hash = mix(hash, uint64(i))
		}
		h := &t.hashes[trip.service]
		h.all += hash
		first, last := t.spanOf(int32(i))
		if first < earlyHours {
			h.early += hash
		}
		for n := int32(1); n*daySeconds <= last; n++ {
			for len(h.late) < int(n) {
				h.late = append(h.late, 0)
			}
			h.late[n-1] += hash
		}
	}
}

// hashTrip sums up what passengers can tell apart.
func (t *Timetable) hashTrip(i int32) uint64 {
	trip := &t.trips[i]
	hash := mix(uint64(trip.route), uint64(trip.block))
	hash = mix(hash, uint64(trip.wheelchair))
	for c := trip.first; c < trip.end; c++ {
		hash = mix(hash, uint64(t.calls.stop[c])<<32|uint64(t.calls.flags[c]))
		hash = mix(hash, uint64(t.calls.arrival[c])<<32|uint64(t.calls.departure[c]))
	}
	for _, f := range t.frequenciesOf(i) {
		hash = mix(hash, uint64(f.start)<<32|uint64(f.end))
		hash = mix(hash, uint64(f.headway))
	}
	return hash
}

// mix is the finishing step of splitmix64 (Steele, Lea, Flood 2014) over two numbers.
func mix(a, b uint64) uint64 {
	z := a*0x9e3779b97f4a7c15 + b + 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// spanOf returns when a trip's first vehicle sets out and when its last arrives.
func (t *Timetable) spanOf(i int32) (first, last int32) {
	trip := &t.trips[i]
	start, end := t.calls.departure[trip.first], t.calls.arrival[trip.end-1]
	if !trip.frequent {
		return start, end
	}
	first, last = noTime, 0
	for _, f := range t.frequenciesOf(i) {
		if first == noTime || f.start < first {
			first = f.start
		}
		last = max(last, f.end-1+end-start)
	}
	return first, last
}

// frequenciesOf returns the rows that repeat a trip.
func (t *Timetable) frequenciesOf(i int32) []frequency {
	from, _ := slices.BinarySearchFunc(t.frequencies, i, func(f frequency, trip int32) int { return cmp.Compare(f.trip, trip) })
	to := from
	for to < len(t.frequencies) && t.frequencies[to].trip == i {
		to++
	}
	return t.frequencies[from:to]
}

// thinning is by how much a week may fall behind the one before: part of the calendars has ended then, or a holiday begun.
const thinning = 0.8

// Over returns what must be said of each feed on a day: that nothing runs from it on, or that it grows thin soon after.
func (t *Timetable) Over(today date.Date) []diag.Finding {
	var findings []diag.Finding
	for feed := range t.Feeds {
		period, found := t.periodOf(feed)
		if !found {
			continue // said when it was read
		}
		finding := diag.Finding{File: t.Feeds[feed].Name, Line: 1, Column: 1, Severity: diag.Warning}
		if period.To < today {
			finding.Code = "timetable-over"
			finding.Message = diag.Textf("Der Fahrplan ist abgelaufen: Nach dem %s fährt nichts mehr.", "The timetable has run out: nothing runs after %s.", period.To)
			finding.Hint = diag.Textf("Legen Sie den neuen Fahrplan in den Ordner.", "Put the new timetable into the folder.")
			findings = append(findings, finding)
			continue
		}
		if w := t.thinnest(feed, date.Range{From: max(period.From, today), To: period.To}); w.before > 0 {
			findings = append(findings, w.tell(finding))
		}
	}
	return findings
}

// thinWeek is a week with far fewer trips than the one before.
type thinWeek struct {
	monday        date.Date
	before, after int
	lasting       bool // until the timetable's end
}

func (w thinWeek) tell(finding diag.Finding) diag.Finding {
	finding.Code = "timetable-thins-out"
	finding.Message = diag.Textf("In der Woche ab %s fahren nur %d statt %d Fahrten.", "In the week of %s only %d trips run instead of %d.", w.monday, w.after, w.before)
	finding.Hint = diag.Textf("So bleibt es bis zum Ende. Wahrscheinlich endet dort ein Teil des Fahrplans: Fragen Sie nach einem neuen.",
		"It stays so until the end. Most likely a part of the timetable ends there: ask for a new one.")
	if !w.lasting {
		finding.Severity = diag.Info
		finding.Hint = diag.Textf("Danach werden es wieder mehr; es sind wohl Ferien oder Feiertage.", "Afterwards there are more again; it is most likely a holiday.")
	}
	return finding
}

// thinnest finds the first whole week that loses more than a fifth of the trips of the week before and stays so; else the first that
// loses as much for a while. before is 0 where there is none.
func (t *Timetable) thinnest(feed int, span date.Range) (found thinWeek) {
	const most = 200 // weeks looked at
	var weeks []int
	start := (span.From + 6).Monday()
	for monday := start; monday+6 <= span.To && len(weeks) < most; monday += 7 {
		n := 0
		for day := monday; day < monday+7; day++ {
			n += t.tripsOn(feed, day)
		}
		weeks = append(weeks, n)
	}
	for i := 1; i < len(weeks); i++ {
		limit := float64(weeks[i-1]) * thinning
		if float64(weeks[i]) >= limit {
			continue
		}
		lasting := float64(slices.Max(weeks[i:])) < limit
		if found.before == 0 || lasting {
			found = thinWeek{start + date.Date(7*i), weeks[i-1], weeks[i], lasting}
		}
		if lasting {
			break
		}
	}
	return found
}
