package site

import (
	"net/url"
	"slices"
	"strings"

	"mappe/generator/reach"
	"mappe/generator/timetable"
)

// reachNotes tells what else one must know of a way: how early one is, whether there is a later bus home, how to book, which ticket to buy,
// whether a wheelchair gets on, and where to look at the times of the day itself.
func (v *view) reachNotes(visit *reach.Visit, a *reach.Answer, o int) []Value {
	list := v.room.values.about(4)
	if a.There.Found() {
		if spare := visit.From.Minutes() - a.There.Arrival; spare > 0 {
			list = append(list, v.note(v.t("reach.spare", "n", spare)))
		}
	}
	switch {
	case a.Only:
		list = append(list, v.note(v.t("reach.only")))
	case a.Last > 0:
		list = append(list, v.note(v.t("reach.last", "time", v.isolate(v.clock(a.Last)))))
	}
	if others := a.Works - a.Same; others > 0 {
		list = append(list, v.note(v.t("reach.other_times", "n", others)))
	}
	if a.Booked > 0 && a.Booked < a.Works {
		list = append(list, v.note(v.t("reach.booked", "n", a.Booked)))
	}
	if a.Stops > 1 && a.Reaching > 0 {
		list = append(list, v.note(v.t("reach.stops", "n", a.Reaching, "all", a.Stops, "minutes", a.Median)))
	}
	list = append(list, v.bookings(&a.There, &a.Back)...)
	if tickets := v.ticketsOn(&a.There, &a.Back); len(tickets) > 0 {
		list = append(list, v.note(v.t("reach.tickets", "list", v.labels(v.terms(tickets)))))
	}
	if access := v.access(&a.There, &a.Back); access != "" {
		list = append(list, v.note(access))
	}
	if link := v.planner(visit, a, o); link.Href != "" {
		list = append(list, linkValue(link))
	}
	return list
}

// bookings say how to order the rides that must be ordered, each rule once.
func (v *view) bookings(ways ...*reach.Way) []Value {
	list := v.room.values.about(4)
	told := map[int32]bool{}
	for _, w := range ways {
		for i := range w.Legs {
			leg := &w.Legs[i]
			if !leg.OnCall || leg.Booking < 0 || told[leg.Booking] {
				continue
			}
			told[leg.Booking] = true
			list = append(list, v.booking(&v.Reach.Bookings[leg.Booking])...)
		}
	}
	return list
}

func (v *view) booking(b *reach.Booking) []Value {
	list := v.room.values.about(4)
	until := v.isolate(v.loc.Clock(b.Until))
	switch {
	case b.Minutes >= 0:
		list = append(list, v.note(v.t("on_demand.notice", "n", b.Minutes)))
	case b.Days > 1 && !b.Until.IsZero():
		list = append(list, v.note(v.t("reach.days_before", "n", b.Days, "time", until)))
	case !b.Until.IsZero() && b.Workdays:
		list = append(list, v.note(v.t("on_demand.workday_before", "time", until)))
	case !b.Until.IsZero():
		list = append(list, v.note(v.t("on_demand.day_before", "time", until)))
	}
	if b.Phone != "" {
		list = append(list, v.phone(b.Phone))
	}
	if b.URL != "" && b.Phone == "" {
		list = append(list, web(b.URL))
	}
	return list
}

// access says whether a wheelchair gets on and off at all stops of the ways. What is not known is said to be so.
func (v *view) access(ways ...*reach.Way) string {
	var refusing []string
	unknown, any := false, false
	for _, w := range ways {
		for i := range w.Legs {
			if w.Legs[i].Walk {
				continue
			}
			for _, stop := range []int32{w.Legs[i].From, w.Legs[i].To} {
				if stop < 0 {
					continue
				}
				any = true
				switch s := &v.Reach.Stops[stop]; s.Wheelchair {
				case timetable.No:
					refusing = append(refusing, v.isolate(s.Name))
				case timetable.Unknown:
					unknown = true
				}
			}
		}
	}
	switch {
	case len(refusing) > 0:
		return v.t("reach.access_no", "list", v.loc.List(unique(refusing)))
	case unknown:
		return v.t("reach.access_unknown")
	case any:
		return v.t("reach.access_yes")
	}
	return ""
}

func unique(names []string) []string {
	seen := map[string]bool{}
	var list []string
	for _, name := range names {
		if !seen[name] {
			seen[name] = true
			list = append(list, name)
		}
	}
	return list
}

// planner leads to the live journey planner of site.yaml, for the next date.
func (v *view) planner(visit *reach.Visit, a *reach.Answer, o int) Link {
	template := v.Catalogue.Settings.PlannerURL
	if template == "" || !a.There.Found() {
		return Link{}
	}
	from, to := v.words(v.originOf(o).Title).Text, visit.Stop
	for i := range a.There.Legs {
		leg := &a.There.Legs[i]
		if leg.Walk {
			continue
		}
		if from == v.words(v.originOf(o).Title).Text && leg.From >= 0 {
			from = v.stopName(leg.From)
		}
		if leg.To >= 0 {
			to = v.stopName(leg.To)
		}
	}
	day := visit.Dates[len(visit.Dates)-1]
	for _, next := range visit.Dates {
		if next >= v.Today && !slices.Contains(a.Not, next) {
			day = next
			break
		}
	}
	filled := strings.NewReplacer("{from}", url.QueryEscape(from), "{to}", url.QueryEscape(to), "{date}", day.String(), "{time}", url.QueryEscape(visit.From.String())).Replace(template)
	return outside(v.own(v.t("reach.planner")), filled)
}
