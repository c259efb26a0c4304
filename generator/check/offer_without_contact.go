package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeOfferWithoutContact = "offer-without-contact"

// offerWithoutContact finds offers whose page cannot say whom to ask: no contact that is published, none at registration, none of a
// session's own, and no "ask the office responsible". A warning; where the provider can at least be called or written to, the
// page leads there, and it is an info.
func offerWithoutContact(r *report, e catalog.Entry) {
	offer := e.Base().AsOffer()
	if offer == nil || !inUse(e) || answers(offer.Contacts, offer.Booking) {
		return
	}
	switch e := e.(type) {
	case *catalog.Course:
		for _, s := range e.Sessions {
			if answers(s.Contacts, s.Booking) {
				return
			}
		}
	case *catalog.Internship:
		if e.Mentor != nil && answers([]catalog.Ref[catalog.Contact]{e.Mentor.Contact}, nil) {
			return
		}
	case *catalog.Transport:
		if e.OnDemand != nil && e.OnDemand.Phone != "" {
			return
		}
	}
	if o := offer.Organization.To; o != nil && (o.Phone != "" || o.Email != "") {
		r.at(e, "organization", problem{diag.Info, codeOfferWithoutContact,
			diag.Textf("Es ist keine Ansprechstelle genannt; Fragen gehen an die allgemeine Adresse des Anbieters (%s).", "No contact is named; questions go to the provider's general address (%s).", o.Key()),
			diag.Textf("Ergänzen Sie unter contacts, wer Auskunft gibt.", "Add at contacts who answers questions.")})
		return
	}
	if len(offer.Contacts) > 0 {
		r.at(e, "contacts", problem{diag.Warning, codeOfferWithoutContact,
			diag.Textf("Die genannte Ansprechstelle (%s) ist nicht veröffentlicht; niemand ist da, den man fragen kann.", "The contact named (%s) is not published; there is nobody whom one can ask.", offer.Contacts[0].ID),
			diag.Textf("Nennen Sie eine andere Ansprechstelle.", "Name another contact.")})
		return
	}
	r.at(e, "contacts", problem{diag.Warning, codeOfferWithoutContact,
		diag.Textf("Niemand ist genannt, den man zu diesem Angebot fragen kann.", "Nobody is named whom one can ask about this offer."),
		diag.Textf("Ergänzen Sie eine Ansprechstelle aus dem Ordner contacts, zum Beispiel: contacts: [integration-bramsche]", "Add a contact from the folder contacts, for example: contacts: [integration-bramsche]")})
}

// answers reports whether somebody can be asked: a contact that is in use, or whoever takes registrations. A contact that could
// not be read counts: it has a finding of its own.
func answers(contacts []catalog.Ref[catalog.Contact], booking *catalog.Booking) bool {
	for _, contact := range contacts {
		if contact.ID != "" && (contact.To == nil || inUse(contact.To)) {
			return true
		}
	}
	return booking != nil && (booking.Via == "office" || booking.Contact.ID != "" || booking.Phone != "" || booking.Email != "")
}
