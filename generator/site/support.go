package site

import "mappe/generator/catalog"

// supportPage tells an offer of support: when it is open comes first.
func supportPage(v *view, e *catalog.Support) *RecordPage {
	p := v.record(e)
	v.callFirst(p, &e.Offer, e.Booking)
	r := rows{v: v}
	v.hoursRow(&r, e.Hours, e.Closed)
	v.whereRow(&r, e, e.Venue, "")
	r.add("price", v.money(&e.Offer)...)
	v.who(&r, &e.Offer, e.Admission)
	v.languagesRow(&r, e.LanguagesSpoken, e.Interpreter)
	v.childcareRow(&r, e.Childcare)
	v.documentsRow(&r, e.Documents)
	v.register(&r, e.Booking)
	v.ask(&r, &e.Offer)
	v.topicsRow(&r, &e.Offer)
	v.offeredBy(&r, &e.Offer)
	p.Facts = r.facts
	v.related(p, &e.Offer)
	return p
}
