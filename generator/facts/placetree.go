package facts

import (
	"math"
	"slices"
	"strings"

	"mappe/generator/catalog"
)

// PlaceTree knows which place lies in which. It is built once and does not change.
//
// The county of site.yaml is the root. A place that names no parent lies in the county, since everything belongs to it; a neighbour
// alone stands beside it. Where parents form a ring, the ring's first place by id counts as having none.
type PlaceTree struct {
	county *catalog.Place
	places []*catalog.Place // by id
	spots  map[*catalog.Place]*spot
	order  []*catalog.Place // each before what lies in it, which follows without a gap
}

// spot is one place's position in the tree.
type spot struct {
	chain       []*catalog.Place // the place itself first, the root last
	children    []*catalog.Place
	first, last int // where the place and the last below it stand in the tree's order
}

// NewPlaceTree orders the places of a catalogue.
func NewPlaceTree(c *catalog.Catalogue) *PlaceTree {
	t := &PlaceTree{county: c.County, places: c.Places, spots: map[*catalog.Place]*spot{}}
	parents := t.parents()
	var roots []*catalog.Place
	for _, p := range c.Places {
		t.spots[p] = &spot{}
	}
	for _, p := range c.Places {
		if above := parents[p]; above != nil && t.spots[above] != nil {
			t.spots[above].children = append(t.spots[above].children, p)
		} else {
			roots = append(roots, p)
		}
	}
	for _, root := range roots {
		t.number(root, nil)
	}
	return t
}

// parents finds the place above each, without rings.
func (t *PlaceTree) parents() map[*catalog.Place]*catalog.Place {
	parents := map[*catalog.Place]*catalog.Place{}
	for _, p := range t.places {
		switch {
		case p == t.county:
		case p.Parent.To != nil:
			parents[p] = p.Parent.To
		default:
			parents[p] = t.aboveAll(p)
		}
	}
	done := map[*catalog.Place]bool{}
	for _, p := range t.places {
		var path []*catalog.Place
		for p != nil && !done[p] && !slices.Contains(path, p) {
			path = append(path, p)
			p = parents[p]
		}
		if start := slices.Index(path, p); start >= 0 {
			first := slices.MinFunc(path[start:], comparePlaces)
			parents[first] = t.aboveAll(first)
		}
		for _, q := range path {
			done[q] = true
		}
	}
	return parents
}

// aboveAll is where a place without a parent lies.
func (t *PlaceTree) aboveAll(p *catalog.Place) *catalog.Place {
	if p.Kind == "neighbour" {
		return nil
	}
	return t.county
}

func (t *PlaceTree) number(p *catalog.Place, above []*catalog.Place) {
	s := t.spots[p]
	s.first = len(t.order)
	s.chain = append([]*catalog.Place{p}, above...)
	t.order = append(t.order, p)
	for _, child := range s.children {
		t.number(child, s.chain)
	}
	s.last = len(t.order) - 1
}

// County returns the place everything belongs to, nil where site.yaml names none that is there.
func (t *PlaceTree) County() *catalog.Place { return t.county }

// Includes reports whether place b is place a, or lies in it.
func (t *PlaceTree) Includes(a, b *catalog.Place) bool {
	outer, inner := t.spots[a], t.spots[b]
	return outer != nil && inner != nil && outer.first <= inner.first && inner.first <= outer.last
}

// Chain returns the place, what it lies in, and so on up to the county: the way a question takes that nobody nearer answers. It is
// not to be changed.
func (t *PlaceTree) Chain(p *catalog.Place) []*catalog.Place {
	if s := t.spots[p]; s != nil {
		return s.chain
	}
	return nil
}

// Below returns the place and everything in it, each place before what lies in it. It is not to be changed.
func (t *PlaceTree) Below(p *catalog.Place) []*catalog.Place {
	if s := t.spots[p]; s != nil {
		return t.order[s.first : s.last+1]
	}
	return nil
}

// Municipalities returns the places people say they live in, by id: the county's municipalities. A district is no place of its own here,
// since whoever answers for the municipality answers for it. Where a part of the county is written down without municipalities, its
// smallest places stand in for them: a joint municipality without members, the districts of a city.
func (t *PlaceTree) Municipalities() []*catalog.Place {
	var found []*catalog.Place
	for _, p := range t.places {
		if !t.Includes(t.county, p) || p.Kind == "neighbour" {
			continue
		}
		isMunicipality := func(q *catalog.Place) bool { return q.Kind == "municipality" }
		inOne := slices.ContainsFunc(t.spots[p].chain[1:], isMunicipality)
		if isMunicipality(p) || !inOne && len(t.spots[p].children) == 0 {
			found = append(found, p)
		}
	}
	return found
}

// Distance returns the great-circle distance between two points in kilometres, their coordinates in degrees. It is the haversine formula
// (R. W. Sinnott, Virtues of the Haversine, Sky and Telescope 68, 1984) on a sphere of the mean radius of GRS 80 (H. Moritz, Journal of
// Geodesy 74, 2000), off by half a percent at most.
func Distance(aLat, aLon, bLat, bLon float64) float64 {
	const meanRadius, degree = 6371.0088, math.Pi / 180
	lat, lon := math.Sin((bLat-aLat)*degree/2), math.Sin((bLon-aLon)*degree/2)
	h := lat*lat + math.Cos(aLat*degree)*math.Cos(bLat*degree)*lon*lon
	return 2 * meanRadius * math.Asin(math.Sqrt(min(1, h)))
}

// DistanceBetween returns the distance between two places' points in kilometres, and whether both have one.
func DistanceBetween(a, b *catalog.Place) (float64, bool) {
	switch {
	case a == nil || b == nil:
		return 0, false
	case a == b:
		return 0, true
	case a.Lat == nil || a.Lon == nil || b.Lat == nil || b.Lon == nil:
		return 0, false
	}
	return Distance(*a.Lat, *a.Lon, *b.Lat, *b.Lon), true
}

func comparePlaces(a, b *catalog.Place) int { return strings.Compare(a.ID, b.ID) }
