package site

import (
	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// facetsOf finds the ways to narrow a list of records by plain pages. A facet is there where it can narrow: when at least one of its
// terms keeps some records and not all of them.
func (s *Site) facetsOf(entries []catalog.Entry) []facet {
	var useful []facet
	for _, by := range s.facets.Lists(entries) {
		kept := make([][]int32, len(by.Terms))
		for _, entry := range entries {
			for _, term := range by.Of(entry) {
				kept[term] = append(kept[term], numberOf(entry))
			}
		}
		f, narrows := facet{id: by.ID}, false
		for i, term := range by.Terms {
			if len(kept[i]) > 0 {
				f.terms = append(f.terms, facetTerm{id: term.ID, records: kept[i], name: func(v *view) Words { return v.facetTerm(term) }})
				narrows = narrows || len(kept[i]) < len(entries)
			}
		}
		if narrows {
			useful = append(useful, f)
		}
	}
	return useful
}

// facetTerm is what a term of a facet is called. Messages: facet.admission_open, facet.beside_work_yes, facet.cost_free,
// facet.cost_free_for_some, facet.seats_free, facet.start_now, facet.start_weeks, facet.start_months, facet.start_rolling, and those of type,
// time, pace, childcare and answer.
func (v *view) facetTerm(t facts.FacetTerm) Words {
	switch {
	case t.Message != "":
		return v.own(v.t(t.Message))
	case t.Language != "":
		return v.own(v.loc.LanguageName(t.Language))
	}
	return v.words(t.Label)
}
