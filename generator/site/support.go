package site

import "mappe/generator/catalog"

// supportPage tells an offer of support: when it is open comes first.
func supportPage(v *view, e *catalog.Support) *RecordPage {
	p := v.record(e)
	v.callFirst(p, &e.Offer, e.Booking)
	p.Facts = v.supportFacts(e)
	v.brief(p, e)
	v.related(p, &e.Offer)
	return p
}

func (v *view) supportFacts(e *catalog.Support) []Fact {
	r := rows{v: v}
	v.hoursRow(&r, e.Hours, e.Closed)
	v.whereRow(&r, e, e.Venue, "")
	r.addAll("price", v.money(&e.Offer))
	v.who(&r, &e.Offer, e.Admission)
	v.closingRows(&r, &e.Offer, e.Booking, e.Childcare)
	return r.facts
}
