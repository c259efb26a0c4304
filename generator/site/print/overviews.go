package print

import (
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/locale"
	"mappe/generator/site"
)

// overview is an overview to print, the same in all languages but for its order and its words.
type overview struct {
	// id is its name in addresses.
	id string
	// shelf is what it is one of: all, type, place, topic, audience, level, organization, own.
	shelf string
	title func(*site.View) site.Words
	// area is the place it is about, nil for the county.
	area    *catalog.Place
	blocks  []block
	columns int
	// first is the number of its first offer, 1 but in a part of a long overview.
	first int
}

// block is a part of an overview that is put in order for itself, under a heading where it has one.
type block struct {
	heading func(*site.View) site.Words
	entries []catalog.Entry
	keys    []key
	// byTitle sorts by title alone; otherwise what starts next comes first.
	byTitle bool
	// from is the block of a long overview that a part's block is a piece of.
	from *block
}

func (o *overview) total() int {
	n := 0
	for _, b := range o.blocks {
		n += len(b.entries)
	}
	return n
}

// records are an overview's records by the ids of their headings.
func (o *overview) records() map[string]catalog.Entry {
	records := map[string]catalog.Entry{}
	for _, b := range o.blocks {
		for _, e := range b.entries {
			records[offerID(e)] = e
		}
	}
	return records
}

// offerTypes are the folders of offers, in the order of the menus.
func offerTypes() []string {
	return []string{"courses", "internships", "support", "events", "transport"}
}

const usualColumns = 2

// findOverviews finds the overviews there may be, empty ones too: everything, each type, place, topic, audience, level and organization, and
// those of site.yaml.
func (p *planner) findOverviews() []*overview {
	listed := p.Listed()
	var offers []catalog.Entry
	byType := map[string][]catalog.Entry{}
	for _, entry := range listed {
		byType[entry.Base().Folder()] = append(byType[entry.Base().Folder()], entry)
		if entry.Base().AsOffer() != nil {
			offers = append(offers, entry)
		}
	}
	list := []*overview{{id: "all", shelf: "all", title: said("print.all"), blocks: []block{{entries: offers, keys: p.keys("type", "topic")}}}}
	for _, folder := range append(offerTypes(), "contacts") {
		list = append(list, &overview{id: folder, shelf: "type", title: said("type." + folder), blocks: []block{{entries: byType[folder], keys: p.keys(divisionOf(folder))}}})
	}
	list = append(list, p.byPlace(offers)...)
	list = append(list, p.byTerm("topic", "topics", offers, facts.TopicsOf)...)
	list = append(list, p.byTerm("audience", "audiences", offers, func(e catalog.Entry) []*catalog.Term { return e.Base().AsOffer().Audiences })...)
	list = append(list, p.byTerm("level", "levels", offers, p.LevelsOf)...)
	list = append(list, p.byOrganization(offers)...)
	for i := range p.Catalogue.Settings.Print.Overviews {
		list = append(list, p.own(&p.Catalogue.Settings.Print.Overviews[i], offers, byType["contacts"]))
	}
	for _, o := range list {
		if o.first = 1; o.columns == 0 {
			o.columns = usualColumns
		}
	}
	return list
}

// divisionOf says by what the offers of a type are divided.
func divisionOf(folder string) string {
	switch folder {
	case "transport", "support", "internships":
		return "kind"
	}
	return "topic"
}

// said is a title that is the same message in every language.
func said(key string) func(*site.View) site.Words {
	return func(v *site.View) site.Words { return v.Own(v.T(key)) }
}

// byPlace has for each place what its people can use: what takes place there and below, then what takes place above or online, then
// how one gets about.
func (p *planner) byPlace(offers []catalog.Entry) []*overview {
	where := facts.NewWhereabouts(offers, p.Tree())
	var list []*overview
	for _, place := range p.Catalogue.Places {
		if !p.HasPage(place) {
			continue
		}
		here, around := where.From(place)
		o := &overview{id: "place-" + place.ID, shelf: "place", area: place, title: placeTitle(place)}
		ways := slices.Concat(here, around)
		isWay := func(e catalog.Entry) bool { return e.Base().Folder() == "transport" }
		ways = slices.DeleteFunc(ways, func(e catalog.Entry) bool { return !isWay(e) })
		o.blocks = []block{
			{heading: placeTitle(place), entries: slices.DeleteFunc(here, isWay), keys: p.keys("type")},
			{heading: said("section.around"), entries: slices.DeleteFunc(around, isWay), keys: p.keys("type")},
			{heading: said("type.transport"), entries: ways, keys: p.keys("kind")},
		}
		list = append(list, o)
	}
	return list
}

func placeTitle(place *catalog.Place) func(*site.View) site.Words {
	return func(v *site.View) site.Words {
		return v.Own(v.T("print.in_place", "place", locale.Isolate(v.Words(place.Title).Text)))
	}
}

// byTerm has for each term of a vocabulary the offers that name it, or a term below it.
func (p *planner) byTerm(shelf, vocabulary string, offers []catalog.Entry, of func(catalog.Entry) []*catalog.Term) []*overview {
	byTerm := map[*catalog.Term][]catalog.Entry{}
	for _, entry := range offers {
		for _, term := range of(entry) {
			for ; term != nil; term = term.Parent {
				if list := byTerm[term]; len(list) == 0 || list[len(list)-1] != entry {
					byTerm[term] = append(list, entry)
				}
			}
		}
	}
	var list []*overview
	for _, term := range p.Catalogue.Vocabulary(vocabulary).Terms {
		if term.Free {
			continue
		}
		list = append(list, &overview{id: shelf + "-" + term.ID, shelf: shelf, title: termTitle(shelf, term), blocks: []block{{entries: byTerm[term], keys: p.keys("type")}}})
	}
	return list
}

func termTitle(shelf string, term *catalog.Term) func(*site.View) site.Words {
	return func(v *site.View) site.Words {
		// print.of_topic, print.of_audience, print.of_level
		return v.Own(v.T("print.of_"+shelf, "term", locale.Isolate(v.Words(term.Label).Text)))
	}
}

func (p *planner) byOrganization(offers []catalog.Entry) []*overview {
	byOrganization := map[*catalog.Organization][]catalog.Entry{}
	for _, entry := range offers {
		if organization := entry.Base().AsOffer().Organization.To; organization != nil {
			byOrganization[organization] = append(byOrganization[organization], entry)
		}
	}
	var list []*overview
	for _, organization := range p.Catalogue.Organizations {
		if !p.HasPage(organization) {
			continue
		}
		title := func(v *site.View) site.Words {
			return v.Own(v.T("print.of_organization", "name", locale.Isolate(v.Words(organization.Title).Text)))
		}
		list = append(list, &overview{id: "organization-" + organization.ID, shelf: "organization", title: title, blocks: []block{{entries: byOrganization[organization], keys: p.keys("type")}}})
	}
	return list
}

// own is an overview of site.yaml: what fits all of its filters.
func (p *planner) own(said *catalog.Overview, offers, contacts []catalog.Entry) *overview {
	var entries []catalog.Entry
	for _, entry := range slices.Concat(offers, contacts) {
		if p.fits(entry, said) {
			entries = append(entries, entry)
		}
	}
	o := &overview{id: said.ID, shelf: "own", title: func(v *site.View) site.Words { return v.Words(said.Title) }}
	order := said.Order
	if len(order) == 0 {
		order = []string{"type", "topic"}
	}
	o.blocks = []block{{entries: entries, keys: p.keys(order...), byTitle: slices.Contains(order, "title")}}
	if n := said.Columns; n != nil && *n >= 1 && *n <= 3 {
		o.columns = *n
	}
	return o
}

// fits reports whether a record passes all filters of an overview; of each, one is enough. Contacts are only in overviews that name
// their folder.
func (p *planner) fits(entry catalog.Entry, said *catalog.Overview) bool {
	offer := entry.Base().AsOffer()
	if len(said.Types) > 0 && !slices.Contains(said.Types, entry.Base().Folder()) || len(said.Types) == 0 && offer == nil {
		return false
	}
	if len(said.Topics) > 0 && !anyWithin(facts.TopicsOf(entry), said.Topics) {
		return false
	}
	if len(said.Audiences) > 0 && (offer == nil || !anyWithin(offer.Audiences, said.Audiences)) {
		return false
	}
	return len(said.Places) == 0 || slices.ContainsFunc(said.Places, func(ref catalog.Ref[catalog.Place]) bool {
		if ref.To == nil || offer == nil {
			return false
		}
		_, online := facts.TakesPlaceIn(entry, p.Tree())
		return online || facts.UsableFrom(entry, ref.To, p.Tree()) == facts.HereOrBelow
	})
}

// anyWithin reports whether one of the terms is among the filter's, or lies below one.
func anyWithin(terms, filter []*catalog.Term) bool {
	return slices.ContainsFunc(terms, func(t *catalog.Term) bool { return slices.ContainsFunc(filter, t.Within) })
}
