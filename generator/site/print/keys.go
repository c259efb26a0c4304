package print

import (
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/site"
)

// key is something offers are divided by. An offer stands in one division only, however many topics or places it has: the first.
type key func(catalog.Entry) division

// division is what offers share. Those that share nothing have the division without words, which stands last.
type division struct {
	// id is the same for all that share it. rank orders what has an order of its own, names order the rest.
	id    string
	rank  int
	words func(*site.View) site.Words
}

// undivided is the division of offers that share nothing.
func undivided() division { return division{rank: 1 << 30} }

// keys are what an overview is divided by; `date` and `title` only sort.
func (p *planner) keys(names ...string) []key {
	known := map[string]key{
		"type": byType, "organization": byOrganization, "place": p.byWhere,
		"kind":     byTerms(func(e catalog.Entry) []*catalog.Term { return single(facts.KindOf(e)) }),
		"topic":    byTerms(func(e catalog.Entry) []*catalog.Term { return topMost(facts.TopicsOf(e)) }),
		"audience": byTerms(func(e catalog.Entry) []*catalog.Term { return topMost(audiencesOf(e)) }),
		"level":    byTerms(p.LevelsOf),
	}
	var keys []key
	for _, name := range names {
		if k := known[name]; k != nil && len(keys) < 3 {
			keys = append(keys, k)
		}
	}
	return keys
}

func byType(e catalog.Entry) division {
	folder := e.Base().Folder()
	return division{folder, slices.Index(append(offerTypes(), "contacts"), folder), said("type." + folder)}
}

// byTerms divides by the first of an offer's terms, in the order of their vocabulary.
func byTerms(of func(catalog.Entry) []*catalog.Term) key {
	return func(e catalog.Entry) division {
		terms := of(e)
		if len(terms) == 0 {
			return undivided()
		}
		term := terms[0]
		return division{term.Vocabulary + "/" + term.ID, term.Rank, func(v *site.View) site.Words { return v.Words(term.Label) }}
	}
}

func single(term *catalog.Term) []*catalog.Term {
	if term == nil {
		return nil
	}
	return []*catalog.Term{term}
}

// topMost returns the first term's topmost: divisions of a few offers each would make an overview longer, not clearer.
func topMost(terms []*catalog.Term) []*catalog.Term {
	if len(terms) == 0 {
		return nil
	}
	top := terms[0]
	for top.Parent != nil {
		top = top.Parent
	}
	return []*catalog.Term{top}
}

func audiencesOf(e catalog.Entry) []*catalog.Term {
	if offer := e.Base().AsOffer(); offer != nil {
		return offer.Audiences
	}
	return nil
}

func byOrganization(e catalog.Entry) division {
	var organization *catalog.Organization
	if offer := e.Base().AsOffer(); offer != nil {
		organization = offer.Organization.To
	} else if contact, ok := e.(*catalog.Contact); ok {
		organization = contact.Organization.To
	}
	if organization == nil {
		return undivided()
	}
	return division{organization.ID, 0, func(v *site.View) site.Words { return v.Words(organization.Title) }}
}

// byWhere divides by the first place an offer takes place in; what is only online is a division of its own behind the places.
func (p *planner) byWhere(e catalog.Entry) division {
	places, online := facts.TakesPlaceIn(e, p.Tree())
	if contact, ok := e.(*catalog.Contact); ok && contact.Venue != nil && contact.Venue.Place.To != nil {
		places = []*catalog.Place{contact.Venue.Place.To}
	}
	switch {
	case len(places) > 0:
		place, rank := places[0], 0
		if place == p.Catalogue.County {
			rank = 1
		}
		return division{place.ID, rank, func(v *site.View) site.Words { return v.Words(place.Title) }}
	case online:
		return division{"online", 2, said("mode.online")}
	}
	return undivided()
}
