package facts

import (
	"mappe/generator/catalog"
	"mappe/generator/date"
)

// AdmissionKind says how much is known of who may come.
type AdmissionKind uint8

// The kinds of admission.
const (
	// AdmissionUnknown says nothing, which never hides an offer.
	AdmissionUnknown AdmissionKind = iota
	// AdmissionOpen lets everyone come, whatever their papers.
	AdmissionOpen
	// AdmissionLimited names who may come, who may not, or what has to be shown.
	AdmissionLimited
)

// String returns the kind's id.
func (k AdmissionKind) String() string { return [...]string{"unknown", "open", "limited"}[k] }

// Admission is what may be told of who may come to an offer.
type Admission struct {
	Kind AdmissionKind
	// MayHaveChanged asks the reader to ask: the rule has no source, no date, or one over a year old.
	MayHaveChanged bool
	// Said is the rule as written, nil where there is none.
	Said *catalog.Admission
}

// AdmissionOf tells who may come to an offer. Where a list stands beside `open: true`, the list is told, since nobody may be promised what
// they will be refused. A rule without as_of counts as old: nobody knows that it is not. SessionOffer
// is the offer to ask for one session.
func AdmissionOf(offer *catalog.Offer, today date.Date) Admission {
	said := offer.Admission
	if said == nil {
		return Admission{}
	}
	a := Admission{Said: said}
	a.MayHaveChanged = said.SourceURL == "" || said.AsOf.IsZero() || said.AsOf.AddMonths(12) < today
	switch {
	case limits(said):
		a.Kind = AdmissionLimited
	case said.Open:
		a.Kind = AdmissionOpen
	}
	return a
}

func limits(a *catalog.Admission) bool {
	return len(a.Statuses)+len(a.Circles)+len(a.NotFor)+len(a.Proof) > 0
}

// Matches tells whether someone of this residence status and circle may come, by what is written; nil means that the reader has not said
// it. Each list that is given must match; a list left out is unknown, and so is a reader who has not said what a list asks for. Only No
// may hide an offer. What has to be shown (proof) is told, not matched.
func Matches(a *catalog.Admission, status, circle *catalog.Term) catalog.Answer {
	if a == nil {
		return catalog.Unknown
	}
	if a.Open && !limits(a) {
		return catalog.Yes
	}
	byStatus, byCircle := asked(status, a.Statuses), asked(circle, a.Circles)
	excluded := len(a.NotFor) > 0 && status != nil && within(status, a.NotFor)
	switch {
	case excluded || byStatus == catalog.No || byCircle == catalog.No:
		return catalog.No
	case byStatus == catalog.Unknown || byCircle == catalog.Unknown:
		return catalog.Unknown
	case byStatus == catalog.NotSaid && byCircle == catalog.NotSaid:
		return catalog.Unknown
	case len(a.NotFor) > 0 && oneOf(status, a.NotFor) != catalog.No:
		return catalog.Unknown
	}
	return catalog.Yes
}

// asked answers one list of an admission: NotSaid where neither the reader nor the record says anything of it.
func asked(reader *catalog.Term, list []*catalog.Term) catalog.Answer {
	switch {
	case reader == nil && len(list) == 0:
		return catalog.NotSaid
	case len(list) == 0:
		return catalog.Unknown
	}
	return oneOf(reader, list)
}

// oneOf tells whether what a reader said is among the terms of a list: yes at one of them or below it; unknown where the reader said
// nothing, or something so general that a term of the list lies below it.
func oneOf(reader *catalog.Term, list []*catalog.Term) catalog.Answer {
	if within(reader, list) {
		return catalog.Yes
	}
	for _, term := range list {
		if reader == nil || term.Within(reader) {
			return catalog.Unknown
		}
	}
	return catalog.No
}

// within reports whether a term is one of the list, or lies below one: a term stands for itself and its children.
func within(term *catalog.Term, list []*catalog.Term) bool {
	for _, above := range list {
		if above != nil && term.Within(above) {
			return true
		}
	}
	return false
}
