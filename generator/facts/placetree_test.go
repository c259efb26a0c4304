package facts

import (
	"math"
	"testing"

	"mappe/generator/catalog"
)

func TestChain(t *testing.T) {
	c := sampleCounty()
	tree := NewPlaceTree(c)
	for place, want := range map[string]string{
		"quakenbrueck": "quakenbrueck sg-artland county",
		"buer":         "buer melle county",
		"county":       "county",
		"osnabrueck":   "osnabrueck",
		"nowhere":      "",
	} {
		if got := namesOf(tree.Chain(placeIn(c.Places, place))); got != want {
			t.Errorf("from %s up: %q, want %q", place, got, want)
		}
	}
}

func TestIncludes(t *testing.T) {
	c := sampleCounty()
	tree := NewPlaceTree(c)
	for _, row := range []struct {
		outer, inner string
		want         bool
	}{
		{"melle", "melle", true},
		{"melle", "buer", true},
		{"county", "buer", true},
		{"sg-artland", "badbergen", true},
		{"buer", "melle", false},
		{"melle", "bramsche", false},
		{"sg-artland", "melle", false},
		{"county", "osnabrueck", false},
		{"nowhere", "melle", false},
		{"county", "nowhere", false},
	} {
		if got := tree.Includes(placeIn(c.Places, row.outer), placeIn(c.Places, row.inner)); got != row.want {
			t.Errorf("%s includes %s: %v", row.outer, row.inner, got)
		}
	}
}

func TestBelowIsWhatAPlaceIncludes(t *testing.T) {
	c := sampleCounty()
	tree := NewPlaceTree(c)
	for _, outer := range c.Places {
		below := map[*catalog.Place]bool{}
		for _, p := range tree.Below(outer) {
			below[p] = true
		}
		for _, inner := range c.Places {
			if below[inner] != tree.Includes(outer, inner) {
				t.Errorf("%s below %s: %v", inner.ID, outer.ID, below[inner])
			}
		}
	}
}

func TestAPlaceWithoutAParentLiesInTheCounty(t *testing.T) {
	c := &catalog.Catalogue{}
	c.Places = placesOf("county county", "lost municipality in nowhere", "melle municipality", "osnabrueck neighbour")
	c.County = c.Places[0]
	tree := NewPlaceTree(c)
	if got := namesOf(tree.Below(c.County)); got != "county lost melle" {
		t.Errorf("in the county lie %q", got)
	}
}

func TestParentsInARingAreCutAtTheFirstById(t *testing.T) {
	c := &catalog.Catalogue{}
	c.Places = placesOf("a municipality in c", "b municipality in a", "c municipality in b", "county county in d", "d county in county", "e neighbour in f", "f neighbour in e", "x district in c")
	c.County = c.Places[3]
	tree := NewPlaceTree(c)
	for place, want := range map[string]string{
		"a": "a county", "c": "c b a county", "x": "x c b a county", "county": "county", "d": "d county", "f": "f e",
	} {
		if got := namesOf(tree.Chain(placeIn(c.Places, place))); got != want {
			t.Errorf("from %s up: %q, want %q", place, got, want)
		}
	}
}

func TestMunicipalities(t *testing.T) {
	for _, row := range []struct {
		name, want string
		places     []*catalog.Place
	}{
		{"municipalities with and without districts, no neighbour", "badbergen bramsche melle quakenbrueck", sampleCounty().Places},
		{"a joint municipality without members stands in", "sg-artland", placesOf("county county", "sg-artland joint_municipality in county")},
		{"districts of a county without municipalities stand in", "north south", placesOf("county county", "north district in county", "south district in county")},
		{"a county with nothing in it stands for itself", "county", placesOf("county county", "osnabrueck neighbour")},
		{"a part of a district is none where its municipality is there", "melle", placesOf("buer district in melle", "county county", "markendorf district in buer", "melle municipality in county")},
		{"a neighbour written below the county is none", "melle", placesOf("county county", "melle municipality in county", "osnabrueck neighbour in county")},
	} {
		c := &catalog.Catalogue{County: placeIn(row.places, "county")}
		c.Places = row.places
		if got := namesOf(NewPlaceTree(c).Municipalities()); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

func TestACatalogueWithoutPlacesHasAnEmptyTree(t *testing.T) {
	tree := NewPlaceTree(&catalog.Catalogue{})
	if tree.County() != nil || len(tree.Municipalities()) > 0 || tree.Chain(nil) != nil || tree.Below(nil) != nil || tree.Includes(nil, nil) {
		t.Error("an empty tree holds something")
	}
}

func TestDistance(t *testing.T) {
	for _, row := range []struct {
		name                   string
		aLat, aLon, bLat, bLon float64
		want                   float64
	}{
		{"nowhere to go", 52.27, 8.05, 52.27, 8.05, 0},
		{"a degree of latitude", 52, 8, 53, 8, 111.195},
		{"a degree of longitude on the 60th parallel is half as long", 60, 8, 60, 9, 55.597},
		{"over the date line", 0, 179.5, 0, -179.5, 111.195},
		{"half around the Earth", 0, 0, 0, 180, 20015.115},
		{"from pole to pole", 90, 0, -90, 77, 20015.115},
	} {
		if got := Distance(row.aLat, row.aLon, row.bLat, row.bLon); math.Abs(got-row.want) > 0.01 {
			t.Errorf("%s: %.3f km, want %.3f", row.name, got, row.want)
		}
	}
}

func TestDistanceBetweenPlaces(t *testing.T) {
	places := placesOf("here municipality at 52 8", "there municipality at 53 8", "unknown municipality")
	if km, known := DistanceBetween(places[0], places[1]); !known || math.Abs(km-111.195) > 0.01 {
		t.Errorf("a degree apart: %.3f km, known %v", km, known)
	}
	if _, known := DistanceBetween(places[0], places[2]); known {
		t.Error("a place without coordinates has a distance")
	}
	if _, known := DistanceBetween(nil, places[0]); known {
		t.Error("a place that is not there has a distance")
	}
	if km, known := DistanceBetween(places[2], places[2]); km != 0 || !known {
		t.Error("a place is not at itself")
	}
}
