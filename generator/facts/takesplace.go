package facts

import (
	"cmp"
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/date"
)

// TakesPlaceIn returns where an offer takes place, by id, and whether it can be had online, that is everywhere. It takes place where its
// venues are, its sessions' and its hours' too; without a venue whose place is known in its `places`; without those in the county as a
// whole. Online means that nobody has to go anywhere: a hybrid session takes place at its venue. What was called off takes place nowhere.
// Records that are no offers have no such place.
func TakesPlaceIn(e catalog.Entry, tree *PlaceTree) (places []*catalog.Place, online bool) {
	s := stageOf(e)
	if s.offer == nil {
		return nil, false
	}
	for _, venue := range s.venues {
		if venue != nil && venue.Place.To != nil {
			places = append(places, venue.Place.To)
		}
	}
	if len(places) == 0 && s.onSite {
		places = withoutVenue(s.offer, tree)
	}
	slices.SortFunc(places, comparePlaces)
	return slices.Compact(places), s.online
}

// withoutVenue is where an offer takes place that names no venue.
func withoutVenue(offer *catalog.Offer, tree *PlaceTree) []*catalog.Place {
	var places []*catalog.Place
	for _, ref := range offer.Places {
		if ref.To != nil {
			places = append(places, ref.To)
		}
	}
	if len(places) == 0 && tree.County() != nil {
		places = append(places, tree.County())
	}
	return places
}

// stage is where an offer happens.
type stage struct {
	offer          *catalog.Offer
	venues         []*catalog.Where // some nil
	onSite, online bool             // both where some of its sessions are online
}

// offerOf returns what an offer has in common with all others, nil for what is none.
func offerOf(e catalog.Entry) *catalog.Offer {
	switch e := e.(type) {
	case *catalog.Course:
		return &e.Offer
	case *catalog.Support:
		return &e.Offer
	case *catalog.Transport:
		return &e.Offer
	case *catalog.Internship:
		return &e.Offer
	case *catalog.Event:
		return &e.Offer
	}
	return nil
}

func stageOf(e catalog.Entry) stage {
	switch e := e.(type) {
	case *catalog.Course:
		return courseStage(e)
	case *catalog.Support:
		return plainStage(&e.Offer, e.Hours)
	case *catalog.Transport:
		return plainStage(&e.Offer, e.Hours)
	case *catalog.Internship:
		return plainStage(&e.Offer, nil)
	case *catalog.Event:
		return plainStage(&e.Offer, nil)
	}
	return stage{}
}

func plainStage(offer *catalog.Offer, hours []catalog.Hours) stage {
	s := stage{offer: offer, venues: []*catalog.Where{offer.Venue}, onSite: !offer.Online, online: offer.Online}
	for i := range hours {
		s.venues = append(s.venues, hours[i].Venue)
	}
	return s
}

func courseStage(c *catalog.Course) stage {
	s := stage{offer: &c.Offer, venues: append(make([]*catalog.Where, 0, 1+len(c.Sessions)), c.Venue)}
	for i := range c.Sessions {
		session := &c.Sessions[i]
		if session.Cancelled {
			continue
		}
		s.venues = append(s.venues, session.Venue)
		online := sessionOnline(c, session)
		s.online, s.onSite = s.online || online, s.onSite || !online
	}
	if !s.online && !s.onSite {
		s.online, s.onSite = c.Mode == "online", c.Mode != "online"
	}
	return s
}

// sessionOnline reports whether all of a session is online. A slot inherits its mode from the session, the session from the course.
func sessionOnline(c *catalog.Course, s *catalog.Session) bool {
	mode := s.Mode
	if mode == "" {
		mode = c.Mode
	}
	if len(s.Times) == 0 {
		return mode == "online"
	}
	return !slices.ContainsFunc(s.Times, func(slot catalog.Slot) bool {
		return slot.Mode != "online" && (slot.Mode != "" || mode != "online")
	})
}

// NeedsNoWay reports whether an offer can be had without going anywhere on any of its dates: TakesPlaceIn calls online also what meets on some
// dates of its own.
func NeedsNoWay(e catalog.Entry, today date.Date) bool {
	c, isCourse := e.(*catalog.Course)
	if !isCourse || len(c.Sessions) == 0 {
		return stageOf(e).online
	}
	return slices.ContainsFunc(c.Sessions, func(s catalog.Session) bool {
		return !s.Cancelled && PhaseOf(&s, today) != Past && sessionOnline(c, &s) && (len(s.Also) == 0 || cmp.Or(s.Mode, c.Mode) == "online")
	})
}

// Usable says how an offer can be used by the people of a place.
type Usable uint8

// The ways an offer can be used.
const (
	// NotUsable takes place elsewhere, or is not open to the place's people.
	NotUsable Usable = iota
	// HereOrBelow takes place there or in a place below.
	HereOrBelow
	// AboveOrOnline takes place above it as a whole, or online, and is open to the place's people.
	AboveOrOnline
)

// UsableFrom tells how an offer can be used from a place.
func UsableFrom(e catalog.Entry, p *catalog.Place, tree *PlaceTree) Usable {
	places, online := TakesPlaceIn(e, tree)
	above := online
	for _, place := range places {
		if tree.Includes(p, place) {
			return HereOrBelow
		}
		above = above || tree.Includes(place, p)
	}
	if above && openTo(offerOf(e), p, tree) {
		return AboveOrOnline
	}
	return NotUsable
}

// openTo reports whether an offer's `places` let the people of a place come. Left out, they let everyone.
func openTo(offer *catalog.Offer, p *catalog.Place, tree *PlaceTree) bool {
	return len(offer.Places) == 0 || slices.ContainsFunc(offer.Places, func(ref catalog.Ref[catalog.Place]) bool { return tree.Includes(ref.To, p) })
}

// Whereabouts knows what can be used from each place, for the pages of all places.
type Whereabouts struct {
	tree    *PlaceTree
	entries []catalog.Entry
	at      map[*catalog.Place][]int // offers that take place there, by their place among the entries
	online  []int
}

// NewWhereabouts finds out where each of the offers takes place. Other entries are passed over.
func NewWhereabouts(entries []catalog.Entry, tree *PlaceTree) *Whereabouts {
	w := &Whereabouts{tree: tree, entries: entries, at: map[*catalog.Place][]int{}}
	for i, e := range entries {
		places, online := TakesPlaceIn(e, tree)
		for _, p := range places {
			w.at[p] = append(w.at[p], i)
		}
		if online {
			w.online = append(w.online, i)
		}
	}
	return w
}

// From returns what takes place in a place or below it, and, apart, what takes place above it as a whole or online and is open to its
// people. Both keep the order of the entries; no offer is in both. It says the same as UsableFrom.
func (w *Whereabouts) From(p *catalog.Place) (hereOrBelow, aboveOrOnline []catalog.Entry) {
	var here, around []int
	for _, place := range w.tree.Below(p) {
		here = append(here, w.at[place]...)
	}
	if chain := w.tree.Chain(p); len(chain) > 0 {
		for _, place := range chain[1:] {
			around = append(around, w.at[place]...)
		}
	}
	around = append(around, w.online...)
	slices.Sort(here)
	slices.Sort(around)
	here, around = slices.Compact(here), slices.Compact(around)
	for _, i := range here {
		hereOrBelow = append(hereOrBelow, w.entries[i])
	}
	for _, i := range around {
		if _, both := slices.BinarySearch(here, i); !both && openTo(offerOf(w.entries[i]), p, w.tree) {
			aboveOrOnline = append(aboveOrOnline, w.entries[i])
		}
	}
	return hereOrBelow, aboveOrOnline
}
