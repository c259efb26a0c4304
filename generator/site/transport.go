package site

import (
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/locale"
)

// transportPage tells a way to get about: a line, an on-call bus, a ride board, a ticket.
func transportPage(v *view, e *catalog.Transport) *RecordPage {
	p := v.record(e)
	v.callFirst(p, &e.Offer, e.Booking)
	if e.OnDemand != nil && e.OnDemand.Phone != "" {
		p.Call = v.callLink(e.OnDemand.Phone)
	}
	p.Facts = v.transportFacts(e)
	v.brief(p, e)
	for i := range e.Departures {
		v.departures(p, &e.Departures[i])
	}
	v.related(p, &e.Offer)
	return p
}

func (v *view) transportFacts(e *catalog.Transport) []Fact {
	r := rows{v: v}
	r.add("lines", v.said(v.foreign(strings.Join(e.Lines, ", "))))
	r.add("stops", v.said(v.foreign(strings.Join(e.Stops, "\u00a0– "))))
	v.hoursRow(&r, e.Hours, e.Closed)
	v.onDemand(&r, e.OnDemand)
	v.whereRow(&r, e, e.Venue, "")
	r.addAll("price", v.money(&e.Offer))
	r.addAll("tickets", v.values("text", v.terms(e.Tickets)))
	v.who(&r, &e.Offer, e.Admission)
	v.accessRow(&r, "wheelchair", e.Wheelchair)
	v.accessRow(&r, "bikes", e.Bikes)
	v.accessRow(&r, "child_seats", e.ChildSeats)
	if e.TimetableURL != "" {
		r.add("timetable", web(e.TimetableURL))
	}
	v.closingRows(&r, &e.Offer, e.Booking, e.Childcare)
	return r.facts
}

func (v *view) accessRow(r *rows, name string, answer catalog.Answer) {
	if answer != catalog.NotSaid {
		r.add(name, v.note(v.t("answer."+answer.String())))
	}
}

// onDemand tells how to book a ride, and between which places one may.
func (v *view) onDemand(r *rows, d *catalog.OnDemand) {
	if d == nil {
		return
	}
	list := v.room.values.about(4)
	switch {
	case d.NoticeMinutes != nil:
		list = append(list, v.note(v.t("on_demand.notice", "n", *d.NoticeMinutes)))
	case !d.DayBeforeUntil.IsZero() && d.Workdays:
		list = append(list, v.note(v.t("on_demand.workday_before", "time", v.isolate(v.loc.Clock(d.DayBeforeUntil)))))
	case !d.DayBeforeUntil.IsZero():
		list = append(list, v.note(v.t("on_demand.day_before", "time", v.isolate(v.loc.Clock(d.DayBeforeUntil)))))
	}
	if d.Phone != "" {
		list = append(list, v.phone(d.Phone))
	}
	if d.URL != "" {
		list = append(list, web(d.URL))
	}
	if !d.Note.IsZero() {
		list = append(list, Value{Kind: "note", Words: v.words(d.Note)})
	}
	r.addAll("on_demand", list)
	zones := v.room.values.about(4)
	for i := range d.Zones {
		z := &d.Zones[i]
		zones = append(zones, v.note(v.t("on_demand.zone", "from", v.join(v.placeWords(z.From)), "to", v.join(v.placeWords(z.To)))))
		zones = append(zones, v.slotRows(z.Times)...)
	}
	r.addAll("zone", zones)
}

func (v *view) placeWords(refs []catalog.Ref[catalog.Place]) []Words {
	var words []Words
	for _, ref := range refs {
		if ref.To != nil {
			words = append(words, v.words(ref.To.Title))
		}
	}
	return words
}

// departures is a timetable of its own: a row for each stop, a column for each trip.
func (v *view) departures(p *RecordPage, d *catalog.Departure) {
	if len(d.Calls) == 0 {
		return
	}
	heading := v.t("section.departures")
	if to := v.words(d.To); to.Text != "" {
		heading = v.t("section.departures_to", "to", v.isolate(to.Text))
	}
	days := v.weekdays(d.Days, locale.Wide)
	if d.OnlySchoolDays {
		days = v.t("departure.only_school_days", "days", days)
	}
	trips := 0
	for _, call := range d.Calls {
		trips = max(trips, len(call.At))
	}
	table := &Table{Caption: days, Columns: append(v.room.texts.take(1+trips), v.t("fact.stops")), Rows: make([]Row, 0, len(d.Calls))}
	for n := range trips {
		table.Columns = append(table.Columns, v.t("departure.trip", "n", n+1))
	}
	for _, call := range d.Calls {
		row := Row{Heading: Link{Words: v.foreign(call.Stop)}, Cells: v.room.values.take(len(call.At))}
		for _, at := range call.At {
			row.Cells = append(row.Cells, Value{Kind: "time", Lines: append(v.room.texts.take(1), v.loc.Clock(at))})
		}
		table.Rows = append(table.Rows, row)
	}
	v.section(p, Section{ID: "departures-" + d.ID, Heading: heading, Table: table, Intro: v.words(d.Note)})
}
