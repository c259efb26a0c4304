package timetable

import (
	"math"
	"slices"
)

func (r *reader) readBookingRules() {
	r.each("booking_rules.txt", []string{"booking_rule_id"}, optional, func(t *table) func() {
		id, minutes, days, until := t.column("booking_rule_id"), t.column("prior_notice_duration_min"), t.column("prior_notice_last_day"), t.column("prior_notice_last_time")
		phone, info, url, message := t.column("phone_number"), t.column("info_url"), t.column("booking_url"), t.column("message")
		kind := t.column("booking_type")
		return func() {
			b := Booking{ID: t.kept(id), Phone: t.kept(phone), InfoURL: t.kept(info), BookingURL: t.kept(url), Message: t.kept(message),
				NoticeMinutes: r.number(t, minutes, "prior_notice_duration_min", missing), DaysBefore: r.number(t, days, "prior_notice_last_day", missing), Until: r.time(t, until)}
			if t.at(kind) == "0" && b.NoticeMinutes < 0 { // at once
				b.NoticeMinutes = 0
			}
			if _, seen := r.bookings[b.ID]; seen {
				r.tally.row(twice, t, b.ID)
				return
			}
			r.bookings[b.ID] = int32(len(r.Bookings))
			r.Bookings = append(r.Bookings, b)
		}
	})
}

// time reads a column's time and counts what is none; noTime stands for both that and nothing.
func (r *reader) time(t *table, column int) int32 {
	seconds := parseTime(t.at(column))
	if seconds == badTime {
		r.tally.row(badTimeOfDay, t, t.at(column))
		return noTime
	}
	return seconds
}

// readLocationGroups reads which stops an area holds: from location_group_stops.txt, or as feeds wrote it before 2024, from rows with a
// location_id in location_groups.txt.
func (r *reader) readLocationGroups() {
	member := func(t *table) func() {
		group, stop := t.column("location_group_id"), t.columnOf("stop_id", "location_id")
		return func() {
			id := t.kept(group)
			if at, known := r.stops[t.at(stop)]; known {
				r.groups[id] = r.appendPlatforms(r.groups[id], at)
			} else if stop >= 0 && t.at(stop) != "" {
				r.tally.row(unknownStop, t, t.at(stop))
			}
		}
	}
	r.each("location_groups.txt", []string{"location_group_id"}, optional, member)
	r.each("location_group_stops.txt", []string{"location_group_id", "stop_id"}, optional, member)
}

// appendPlatforms adds a stop, or all stops of a station; what is cut off is left out.
func (r *reader) appendPlatforms(list []int32, at int32) []int32 {
	if at < 0 {
		return list
	}
	if r.Stops[at].kind != kindStation {
		return append(list, at)
	}
	for i := range r.Stops {
		if r.Stops[i].Station == at && r.Stops[i].kind == kindPlatform {
			list = append(list, int32(i))
		}
	}
	return list
}

// windows are the columns of stop_times.txt for rides without fixed times, by their names of today and of before 2024.
type windows struct {
	start, end, group, location int
	pickupRule, dropOffRule     int
	areas                       map[int32]int // where a raw trip's area stands
}

func windowsOf(t *table) windows {
	return windows{
		start:       t.columnOf("start_pickup_drop_off_window", "start_pickup_dropoff_window"),
		end:         t.columnOf("end_pickup_drop_off_window", "end_pickup_dropoff_window"),
		group:       t.column("location_group_id"),
		location:    t.column("location_id"),
		pickupRule:  t.column("pickup_booking_rule_id"),
		dropOffRule: t.columnOf("drop_off_booking_rule_id", "dropoff_booking_rule_id"),
		areas:       map[int32]int{},
	}
}

// flexible reports whether the row has a window instead of times.
func (w *windows) flexible(t *table) bool {
	return t.at(w.start) != "" || t.at(w.end) != "" || t.at(w.group) != "" || t.at(w.location) != ""
}

// addArea notes a row with a window: all such rows of a trip are one service.
func (r *reader) addArea(t *table, w *windows, trip int32, stop string, flags uint8) {
	from, to := r.time(t, w.start), r.time(t, w.end)
	if from == noTime || to == noTime || to < from {
		from, to = 0, daySeconds
	}
	at, seen := w.areas[trip]
	if !seen {
		raw := &r.rawTrips[trip]
		at = len(r.Areas)
		w.areas[trip] = at
		r.flexible[trip] = true
		r.Areas = append(r.Areas, Area{Route: raw.route, Name: raw.headsign, service: raw.service, From: math.MaxInt32, Booking: missing})
	}
	area := &r.Areas[at]
	area.From, area.To = min(area.From, from), max(area.To, to)
	members := r.members(t, w, stop)
	if flags&noBoarding == 0 {
		area.Origins = append(area.Origins, members...)
	}
	if flags&noAlighting == 0 {
		area.Destinations = append(area.Destinations, members...)
	}
	if rules := r.bookingOf(t, w); area.Booking < 0 {
		area.Booking = max(rules.pickup, rules.dropOff)
	}
}

// members returns the stops a row means: those of a group, or one.
func (r *reader) members(t *table, w *windows, stop string) []int32 {
	for _, id := range []string{t.at(w.group), t.at(w.location), stop} {
		if members, there := r.groups[id]; there {
			return members
		}
		if at, there := r.stops[id]; there {
			return r.appendPlatforms(nil, at)
		}
	}
	if t.at(w.location) == "" { // a location may be an outline of locations.geojson, which has no stops
		r.tally.row(unknownStop, t, t.at(w.group)+stop)
	}
	return nil
}

// bookingOf returns the booking rules of a row.
func (r *reader) bookingOf(t *table, w *windows) callBooking {
	rule := func(column int) int32 {
		id := t.at(column)
		if of, there := r.bookings[id]; there {
			return of
		}
		if id != "" {
			r.tally.row(unknownBooking, t, id)
		}
		return missing
	}
	return callBooking{rule(w.pickupRule), rule(w.dropOffRule)}
}

// keepAreas sorts the areas' stops and drops areas without two ends, and those that never run.
func (r *reader) keepAreas(first int) {
	kept := r.Areas[:first]
	for _, area := range r.Areas[first:] {
		slices.Sort(area.Origins)
		slices.Sort(area.Destinations)
		area.Origins, area.Destinations = slices.Compact(area.Origins), slices.Compact(area.Destinations)
		if _, runs := r.Timetable.services[area.service].span(); runs && len(area.Origins) > 0 && len(area.Destinations) > 0 {
			kept = append(kept, area)
		}
	}
	r.Areas = kept
}
