package site

import (
	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/facts"
)

// eventPage tells a single date.
func eventPage(v *view, e *catalog.Event) *RecordPage {
	p := v.record(e)
	if facts.PastEvent(e, v.Today) {
		p.Alerts = append(p.Alerts, Alert{Level: "warning", Title: v.own(v.t("alert.past_event"))})
	}
	v.callFirst(p, &e.Offer, e.Booking)
	p.Facts = v.eventFacts(e)
	v.brief(p, e)
	v.reached(p, e)
	v.related(p, &e.Offer)
	return p
}

func (v *view) eventFacts(e *catalog.Event) []Fact {
	r := rows{v: v}
	r.add("when", v.moments(e.Start, e.End))
	v.whereRow(&r, e, e.Venue, "")
	r.addAll("price", v.money(&e.Offer))
	v.who(&r, &e.Offer, e.Admission)
	if !e.RegisterBy.IsZero() {
		r.add("register_by", Value{Kind: "text", Words: v.own(v.day(e.RegisterBy)), Until: e.RegisterBy.String()})
	}
	session := catalog.Session{Seats: e.Seats}
	r.addAll("seats", v.seats(&session))
	v.closingRows(&r, &e.Offer, e.Booking, e.Childcare)
	return r.facts
}

// lastDay is the last day of an event.
func (v *view) lastDay(e *catalog.Event) date.Date { return max(e.Start.Date, e.End.Date) }
