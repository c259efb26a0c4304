package reach

import (
	"slices"
	"strings"

	"mappe/generator/timetable"
)

// lines knows which records of transport are about which routes.
type lines struct {
	t        *timetable.Timetable
	services []service
	byRoute  [][]int // indexes of services
}

func newLines(t *timetable.Timetable, services []service) *lines {
	l := &lines{t: t, services: services, byRoute: make([][]int, len(t.Routes))}
	for route := range t.Routes {
		for i := range services {
			if l.isAbout(&services[i], &t.Routes[route]) {
				l.byRoute[route] = append(l.byRoute[route], i)
			}
		}
	}
	return l
}

// isAbout reports whether a record is about a route, or about some of its trips.
func (l *lines) isAbout(s *service, route *timetable.Route) bool {
	if s.Agency != "" {
		if route.Agency < 0 {
			return false
		}
		agency := &l.t.Agencies[route.Agency]
		if !same(s.Agency, agency.ID) && !same(s.Agency, agency.Name) {
			return false
		}
	}
	names := s.Routes
	if len(names) == 0 {
		if names = s.Lines; len(names) == 0 {
			return s.Agency != "" || len(s.Trips) > 0
		}
	}
	return slices.ContainsFunc(names, func(name string) bool {
		return same(name, route.ID) || same(name, route.Short) || same(name, route.Long)
	})
}

// same compares names as people write them: "RE 18" is RE18.
func same(a, b string) bool { return b != "" && plainName(a) == plainName(b) }

func plainName(s string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "\u00a0", "", "-", "", "–", "").Replace(s))
}

// of returns the records about a trip.
func (l *lines) of(route int32, trip string) []int {
	var list []int
	for _, i := range l.byRoute[route] {
		if trips := l.services[i].Trips; len(trips) == 0 || slices.Contains(trips, trip) {
			list = append(list, i)
		}
	}
	return list
}

// booked reports whether a record says that a trip only runs when booked.
func (l *lines) booked(route int32, trip string) bool {
	return slices.ContainsFunc(l.of(route, trip), func(i int) bool { return l.services[i].OnDemand })
}

// table lists all routes as lines, in the timetable's order. A record about single trips is none about the line.
func (l *lines) table() []Line {
	table := make([]Line, len(l.t.Routes))
	for route := range table {
		table[route].Name = l.t.Routes[route].Name()
		for _, i := range l.byRoute[route] {
			if len(l.services[i].Trips) == 0 {
				table[route].Transport = append(table[route].Transport, l.services[i].Record)
			}
		}
	}
	return table
}

// bookings lists the timetable's rules and behind them those of the records.
func (l *lines) bookings() []Booking {
	var list []Booking
	for _, b := range l.t.Bookings {
		out := Booking{Minutes: int(b.NoticeMinutes), Days: int(b.DaysBefore), Phone: b.Phone, URL: b.BookingURL}
		if out.URL == "" {
			out.URL = b.InfoURL
		}
		if b.Until >= 0 {
			out.Until = Clock(int(b.Until) / 60)
		}
		list = append(list, out)
	}
	for _, s := range l.services {
		list = append(list, s.Booking)
	}
	return list
}

// bookingOf returns the rule for a trip: the record's wins over the timetable's.
func (l *lines) bookingOf(route int32, trip string, rule int32) int32 {
	for _, i := range l.of(route, trip) {
		if l.services[i].OnDemand {
			return int32(len(l.t.Bookings) + i)
		}
	}
	return rule
}
