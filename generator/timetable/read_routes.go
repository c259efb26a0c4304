package timetable

import (
	"cmp"
	"strings"

	"mappe/generator/date"
)

func (r *reader) readFeedInfo() {
	r.each("feed_info.txt", nil, optional, func(t *table) func() {
		publisher, version := t.column("feed_publisher_name"), t.column("feed_version")
		start, end := t.column("feed_start_date"), t.column("feed_end_date")
		return func() {
			info := &r.Feeds[r.feed]
			if info.Publisher != "" {
				return // one row is all there may be
			}
			info.Publisher, info.Version = t.kept(publisher), t.kept(version)
			info.Valid = date.Range{From: r.day(t, start), To: r.day(t, end)}
		}
	})
}

// day reads a column's day and counts what is none; an empty one is the zero day.
func (r *reader) day(t *table, column int) date.Date {
	written := t.at(column)
	day, ok := parseDate(written)
	if !ok && written != "" {
		r.tally.row(badDay, t, written)
	}
	return day
}

func (r *reader) readAgencies() {
	r.each("agency.txt", nil, optional, func(t *table) func() {
		id, name, phone, url := t.column("agency_id"), t.column("agency_name"), t.column("agency_phone"), t.column("agency_url")
		return func() {
			a := Agency{ID: t.kept(id), Name: t.kept(name), Phone: t.kept(phone), URL: t.kept(url)}
			if _, seen := r.agencies[a.ID]; seen {
				r.tally.row(twice, t, a.ID)
				return
			}
			r.agencies[a.ID] = int32(len(r.Agencies))
			r.Agencies = append(r.Agencies, a)
		}
	})
}

func (r *reader) readRoutes() {
	firstAgency := int32(len(r.Agencies) - len(r.agencies))
	r.each("routes.txt", []string{"route_id"}, missingRoutes, func(t *table) func() {
		id, agency, short, long, kind := t.column("route_id"), t.column("agency_id"), t.column("route_short_name"), t.column("route_long_name"), t.column("route_type")
		return func() {
			route := Route{ID: t.kept(id), Short: t.kept(short), Long: t.kept(long), Type: r.number(t, kind, "route_type", 3), Agency: missing}
			if of, there := r.agencies[t.at(agency)]; there {
				route.Agency = of
			} else if len(r.agencies) == 1 {
				route.Agency = firstAgency
			}
			if _, seen := r.routes[route.ID]; seen || route.ID == "" {
				r.tally.row(twice, t, route.ID)
				return
			}
			r.routes[route.ID] = int32(len(r.Routes))
			r.Routes = append(r.Routes, route)
		}
	})
}

// readTrips reads trips.txt. A route that is nowhere described is called by its id.
func (r *reader) readTrips() bool {
	return r.each("trips.txt", []string{"trip_id", "service_id"}, missingTable, func(t *table) func() {
		id, route, service, block := t.column("trip_id"), t.column("route_id"), t.column("service_id"), t.column("block_id")
		headsign, wheelchair := t.column("trip_headsign"), t.column("wheelchair_accessible")
		return func() {
			key := t.kept(id)
			if _, seen := r.raw[key]; seen || key == "" {
				r.tally.row(twice, t, key)
				return
			}
			r.raw[key] = int32(len(r.rawTrips))
			r.rawTrips = append(r.rawTrips, trip{id: key, headsign: r.word(t.kept(headsign)), route: r.routeOf(t, route), service: r.serviceOf(t.at(service)),
				block: r.blockOf(t.at(block)), wheelchair: tristate(r.number(t, wheelchair, "wheelchair_accessible", 0))})
		}
	})
}

func (r *reader) routeOf(t *table, column int) int32 {
	id := t.at(column)
	if of, there := r.routes[id]; there {
		return of
	}
	if len(r.routes) > 0 {
		r.tally.row(unknownRoute, t, id)
	}
	id = t.kept(column)
	of := int32(len(r.Routes))
	r.routes[id] = of
	r.Routes = append(r.Routes, Route{ID: cmp.Or(id, "?"), Type: 3, Agency: missing})
	return of
}

// serviceOf returns the service of an id; its days are filled in when the calendars are read.
func (r *reader) serviceOf(id string) int32 {
	if of, there := r.services[id]; there {
		return of
	}
	of := int32(len(r.Timetable.services))
	id = strings.Clone(id)
	r.services[id] = of
	r.serviceIDs = append(r.serviceIDs, id)
	r.Timetable.services = append(r.Timetable.services, service{feed: r.feed})
	return of
}

// blockOf returns the block of an id, 0 for none. Blocks count through all feeds.
func (r *reader) blockOf(id string) int32 {
	if id == "" {
		return 0
	}
	if of, there := r.blocks[id]; there {
		return of
	}
	r.lastBlock++
	r.blocks[strings.Clone(id)] = r.lastBlock
	return r.lastBlock
}
