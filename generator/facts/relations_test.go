package facts

import (
	"strconv"
	"strings"

	"mappe/generator/catalog"
)

// vocabularyOf builds a vocabulary from words such as "work training:work language", each term with the one it lies below.
func vocabularyOf(name, words string) *catalog.Vocabulary {
	v := &catalog.Vocabulary{Name: name}
	for _, word := range strings.Fields(words) {
		id, parent, _ := strings.Cut(word, ":")
		v.Terms = append(v.Terms, &catalog.Term{Vocabulary: name, ID: id, Parent: termIn(v, parent), Rank: len(v.Terms)})
	}
	return v
}

// termIn finds a term by its id, nil for an empty one.
func termIn(v *catalog.Vocabulary, id string) *catalog.Term {
	for _, t := range v.Terms {
		if t.ID == id {
			return t
		}
	}
	if id != "" {
		panic("no term: " + id)
	}
	return nil
}

func termsIn(v *catalog.Vocabulary, ids string) []*catalog.Term {
	var terms []*catalog.Term
	for _, id := range strings.Fields(ids) {
		terms = append(terms, termIn(v, id))
	}
	return terms
}

func idsOf(terms []*catalog.Term) string {
	var ids []string
	for _, t := range terms {
		ids = append(ids, t.ID)
	}
	return strings.Join(ids, " ")
}

// placesOf builds places from sentences such as "melle municipality in county at 52.2 8.3"; they are to be given by id.
func placesOf(sentences ...string) []*catalog.Place {
	var places []*catalog.Place
	for _, sentence := range sentences {
		words := strings.Fields(sentence)
		p := &catalog.Place{Kind: words[1]}
		p.ID = words[0]
		for i, word := range words {
			switch word {
			case "in":
				p.Parent.ID = words[i+1]
			case "at":
				lat, _ := strconv.ParseFloat(words[i+1], 64)
				lon, _ := strconv.ParseFloat(words[i+2], 64)
				p.Lat, p.Lon = &lat, &lon
			}
		}
		places = append(places, p)
	}
	for _, p := range places {
		p.Parent.To = placeIn(places, p.Parent.ID)
	}
	return places
}

// placeIn finds a place by its id, nil for one that is not there.
func placeIn(places []*catalog.Place, id string) *catalog.Place {
	for _, p := range places {
		if p.ID == id {
			return p
		}
	}
	return nil
}

func placeRefs(places []*catalog.Place, ids string) []catalog.Ref[catalog.Place] {
	var refs []catalog.Ref[catalog.Place]
	for _, id := range strings.Fields(ids) {
		refs = append(refs, catalog.Ref[catalog.Place]{ID: id, To: placeIn(places, id)})
	}
	return refs
}

func namesOf(places []*catalog.Place) string {
	var ids []string
	for _, p := range places {
		ids = append(ids, p.ID)
	}
	return strings.Join(ids, " ")
}

func venueAt(places []*catalog.Place, id string) *catalog.Where {
	w := &catalog.Where{}
	w.Place = catalog.Ref[catalog.Place]{ID: id, To: placeIn(places, id)}
	return w
}

// sampleCounty has a joint municipality, a municipality with a district, one alone and a neighbour.
func sampleCounty() *catalog.Catalogue {
	c := &catalog.Catalogue{Vocabularies: map[string]*catalog.Vocabulary{}}
	c.Places = placesOf(
		"badbergen municipality in sg-artland at 52.63 7.98",
		"bramsche municipality in county at 52.41 7.97",
		"buer district in melle at 52.25 8.42",
		"county county at 52.35 8.05",
		"melle municipality in county at 52.20 8.34",
		"osnabrueck neighbour at 52.27 8.05",
		"quakenbrueck municipality in sg-artland at 52.67 7.95",
		"sg-artland joint_municipality in county at 52.675 7.95",
	)
	c.County = placeIn(c.Places, "county")
	return c
}
