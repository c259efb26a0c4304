package site

import (
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// asking is what the finder's script joins into one answer: what to choose from, and what each office answers for. The script ranks as
// facts.Responsibility does.
func (v *view) asking() *Asking {
	county := v.tree.County()
	if county == nil {
		return nil
	}
	a := &Asking{Topics: v.choices("topics"), Audiences: v.choices("audiences"), Circles: v.choices("circles")}
	for _, entry := range v.ordered(v.placesWithPage()) {
		place := entry.(*catalog.Place)
		var within []string
		for _, above := range v.tree.Chain(place) {
			within = append(within, above.ID)
		}
		a.Places = append(a.Places, Choice{Words: v.words(place.Title), ID: place.ID, Within: strings.Join(within, " ")})
	}
	for _, contact := range v.Catalogue.Contacts {
		if len(contact.Responsible) == 0 || facts.LifeOf(&contact.Record, v.Today) != facts.Published {
			continue
		}
		rows := make([]string, len(contact.Responsible))
		for i := range contact.Responsible {
			rows[i] = rowOf(&contact.Responsible[i], county)
		}
		a.Offices = append(a.Offices, Office{Card: v.officeCard(contact), Rows: strings.Join(rows, ";")})
	}
	return a
}

// officeCard is a contact's card; one that answers for certain people only says for whom.
func (v *view) officeCard(c *catalog.Contact) Card {
	card := v.sharedCard(c)
	var people []*catalog.Term
	for i := range c.Responsible {
		named := slices.Concat(c.Responsible[i].Circles, c.Responsible[i].Audiences)
		if len(named) == 0 {
			return card
		}
		people = append(people, named...)
	}
	catalog.SortTerms(people)
	card.fact(v, "for_whom", v.note(v.labels(v.terms(slices.Compact(people)))))
	return card
}

func rowOf(r *catalog.Responsibility, county *catalog.Place) string {
	places := []string{county.ID}
	if len(r.Places) > 0 {
		places = nil
		for _, ref := range r.Places {
			if ref.To != nil {
				places = append(places, ref.To.ID)
			}
		}
	}
	parts := []string{strings.Join(places, " ")}
	for _, terms := range [][]*catalog.Term{r.Topics, r.Audiences, r.Circles} {
		ids := make([]string, len(terms))
		for i, term := range terms {
			ids[i] = term.ID
		}
		parts = append(parts, strings.Join(ids, " "))
	}
	return strings.Join(parts, "|")
}

// choices are the terms of a vocabulary.
func (v *view) choices(vocabulary string) []Choice {
	var list []Choice
	for _, term := range v.Catalogue.Vocabulary(vocabulary).Terms {
		choice := Choice{Words: v.term(term), ID: term.ID, Within: term.ID}
		for above := term.Parent; above != nil; above = above.Parent {
			choice.Within += " " + above.ID
		}
		list = append(list, choice)
	}
	return list
}
