package facts

import "mappe/generator/catalog"

// takesPlaceAt are the places an offer takes place in, with all they lie in.
func (f *Facets) takesPlaceAt(e catalog.Entry) []*catalog.Place {
	places, _ := TakesPlaceIn(e, f.tree)
	return f.withAbove(places)
}

func (f *Facets) withAbove(places []*catalog.Place) []*catalog.Place {
	var all []*catalog.Place
	for _, place := range places {
		all = append(all, f.tree.Chain(place)...)
	}
	return all
}

// usableFrom are the places whose people can use a record: an offer as UsableFrom says; an office where it answers for the place, for one
// above or below it; an organization and a place where they are. Other records belong to no place.
func (f *Facets) usableFrom(e catalog.Entry) []*catalog.Place {
	switch e := e.(type) {
	case *catalog.Contact:
		return f.reached(f.answersFor(e))
	case *catalog.Organization:
		return f.withAbove(placeOf(e.Venue))
	case *catalog.Place:
		return f.tree.Chain(e)
	}
	offer := offerOf(e)
	if offer == nil {
		return nil
	}
	places, online := TakesPlaceIn(e, f.tree)
	reached := f.withAbove(places)
	if online {
		places = append(places, nil)
	}
	for _, place := range places {
		for _, below := range f.below(place) {
			if openTo(offer, below, f.tree) {
				reached = append(reached, below)
			}
		}
	}
	return reached
}

// reached are places with all above and below them.
func (f *Facets) reached(places []*catalog.Place) []*catalog.Place {
	all := f.withAbove(places)
	for _, place := range places {
		all = append(all, f.below(place)...)
	}
	return all
}

// below is a place and all that lies in it; nil stands for everywhere.
func (f *Facets) below(place *catalog.Place) []*catalog.Place {
	if place == nil {
		return f.places
	}
	return f.tree.Below(place)
}

// answersFor are the places an office answers for: those its rows name, the county for a row without any; without rows where it is.
func (f *Facets) answersFor(c *catalog.Contact) []*catalog.Place {
	var places []*catalog.Place
	for _, row := range c.Responsible {
		if len(row.Places) == 0 && f.tree.County() != nil {
			places = append(places, f.tree.County())
		}
		for _, ref := range row.Places {
			if ref.To != nil {
				places = append(places, ref.To)
			}
		}
	}
	if len(places) == 0 {
		return placeOf(c.Venue)
	}
	return places
}

func placeOf(venue *catalog.Where) []*catalog.Place {
	if venue == nil || venue.Place.To == nil {
		return nil
	}
	return []*catalog.Place{venue.Place.To}
}
