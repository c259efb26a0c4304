package facts

import (
	"slices"

	"mappe/generator/catalog"
)

// PriceState says what may be told of an offer's price.
type PriceState uint8

// The states of a price.
const (
	// PriceUnknown is nothing said, or nothing but words: never to be read as free.
	PriceUnknown PriceState = iota
	// PriceFree costs nothing; extras may come on top.
	PriceFree
	// PriceFreeForSome costs nothing for some people; what others pay are the Amounts, unknown where there are none.
	PriceFreeForSome
	// PriceAmounts costs everyone something.
	PriceAmounts
)

// String returns the state's id.
func (s PriceState) String() string {
	return [...]string{"unknown", "free", "free-for-some", "amounts"}[s]
}

// Price is what may be told of an offer's price.
type Price struct {
	State PriceState
	// Amounts are alternatives, as written; one without an amount says something in words.
	Amounts []catalog.Price
	// Extras come on top of any alternative.
	Extras []catalog.Price
	// FreeFor says for whom it is free, nil where nothing is said.
	FreeFor *catalog.FreeFor
}

// PriceOf tells an offer's price. An amount of 0 is free: alone or with other zeros for everyone, beside others for some. Where a price
// stands beside `free: true`, the price is told, since nobody may be promised what costs something. A free_for that names nobody says nothing.
// SessionOffer is the offer to ask for one session.
func PriceOf(offer *catalog.Offer) Price {
	var p Price
	for _, price := range offer.Prices {
		if price.Extra {
			p.Extras = append(p.Extras, price)
		} else {
			p.Amounts = append(p.Amounts, price)
		}
	}
	if f := offer.FreeFor; f != nil && (len(f.Statuses) > 0 || len(f.Circles) > 0 || !f.Note.IsZero()) {
		p.FreeFor = f
	}
	costs := slices.ContainsFunc(p.Amounts, func(a catalog.Price) bool { return a.Amount != nil && *a.Amount != 0 })
	nothing := slices.ContainsFunc(p.Amounts, func(a catalog.Price) bool { return a.Amount != nil && *a.Amount == 0 })
	words := slices.ContainsFunc(p.Amounts, func(a catalog.Price) bool { return a.Amount == nil })
	switch {
	case (offer.Free || nothing && !words) && !costs:
		p.State = PriceFree
	case nothing || p.FreeFor != nil:
		p.State = PriceFreeForSome
	case costs:
		p.State = PriceAmounts
	}
	return p
}

// IsFreeFor tells whether an offer costs someone of this residence status and circle nothing: a match in either list of free_for is
// enough. Nil means that the reader has not said it. Unknown never means free.
func (p Price) IsFreeFor(status, circle *catalog.Term) catalog.Answer {
	switch p.State {
	case PriceFree:
		return catalog.Yes
	case PriceAmounts:
		return catalog.No
	case PriceUnknown:
		return catalog.Unknown
	}
	if p.FreeFor == nil || len(p.FreeFor.Statuses)+len(p.FreeFor.Circles) == 0 {
		return catalog.Unknown
	}
	byStatus, byCircle := oneOf(status, p.FreeFor.Statuses), oneOf(circle, p.FreeFor.Circles)
	switch {
	case byStatus == catalog.Yes || byCircle == catalog.Yes:
		return catalog.Yes
	case byStatus == catalog.Unknown || byCircle == catalog.Unknown || !p.FreeFor.Note.IsZero():
		return catalog.Unknown
	}
	return catalog.No
}

// SessionOffer returns a course's offer as one session has it: with the session's own contacts, prices and whatever else it may say otherwise.
func SessionOffer(c *catalog.Course, s *catalog.Session) *catalog.Offer {
	offer, e := c.Offer, Effective(c, s)
	offer.Contacts, offer.Audiences, offer.Venue = e.Contacts, e.Audiences, e.Venue
	offer.Prices, offer.FreeFor = e.Prices, e.FreeFor
	offer.Childcare, offer.Admission, offer.Booking = e.Childcare, e.Admission, e.Booking
	return &offer
}
