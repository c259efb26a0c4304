package reach

import (
	"cmp"
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// origin is a place people set out from.
type origin struct {
	Place string
	// Stops are those an editor named; without them it is the stops inside the outline, and without that those around the point.
	Stops []string
	At    point
	Rings [][][2]float64
	// Within are the place and those it lies in.
	Within []string
}

// addOrigins lists the places people live in, by id: municipalities, their districts and neighbours. A joint municipality or a county is a
// place to set out from only where nothing in it is.
func (p *Plan) addOrigins(c *catalog.Catalogue, tree *facts.PlaceTree) {
	outlines, _ := facts.ReadOutlines(c) // what is wrong with them is told by check
	for _, place := range c.Places {
		at := degrees(place.Lat, place.Lon)
		if at.known() && place.Kind != "neighbour" {
			p.Around = append(p.Around, at)
		}
		large := place.Kind == "county" || place.Kind == "joint_municipality"
		if large && len(tree.Below(place)) > 1 {
			continue
		}
		o := origin{Place: place.ID, Stops: place.Stops, At: at}
		for _, above := range tree.Chain(place) {
			o.Within = append(o.Within, above.ID)
		}
		if i := slices.IndexFunc(outlines, func(o facts.Outline) bool { return o.IsOf(place) }); i >= 0 && len(place.Stops) == 0 {
			o.Rings = outlines[i].Rings
		}
		p.Origins = append(p.Origins, o)
	}
	slices.SortFunc(p.Origins, func(a, b origin) int { return cmp.Compare(a.Place, b.Place) })
}

// namedStops are all stops that records name, sorted.
func namedStops(c *catalog.Catalogue) []string {
	var names []string
	eachNamedStop(c, func(_ *catalog.Record, _, name string) { names = append(names, strings.TrimSpace(name)) })
	slices.Sort(names)
	return slices.Compact(names)
}

// eachNamedStop visits every stop that a record names, with the path of the field. A stop of a venue is visited at the venue.
func eachNamedStop(c *catalog.Catalogue, visit func(of *catalog.Record, path, name string)) {
	of := func(r *catalog.Record, path string, w *catalog.Where) {
		if w != nil && w.Venue.ID == "" && w.Stop != "" {
			visit(r, path+".stop", w.Stop)
		}
	}
	list := func(r *catalog.Record, stops []string) {
		for _, stop := range stops {
			visit(r, "stops", stop)
		}
	}
	for _, e := range c.Entries {
		if offer := e.Base().AsOffer(); offer != nil {
			of(e.Base(), "venue", offer.Venue)
		}
		switch e := e.(type) {
		case *catalog.Course:
			for i := range e.Sessions {
				of(&e.Record, "sessions."+e.Sessions[i].ID+".venue", e.Sessions[i].Venue)
			}
		case *catalog.Place:
			list(&e.Record, e.Stops)
		case *catalog.Transport:
			list(&e.Record, e.Stops)
		case *catalog.Venue:
			if e.Stop != "" {
				visit(&e.Record, "stop", e.Stop)
			}
		}
	}
}
