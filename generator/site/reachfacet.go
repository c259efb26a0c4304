package site

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/reach"
	"mappe/generator/textindex"
)

// reachFiles are what the search loads to narrow by the way there and home: one column a place, the same for all languages, and for each
// language a list of the places.
type reachFiles struct {
	files []File
	lists []string // by language
}

// hasReachFacet reports whether the search can be narrowed by how long one is on the way.
func (s *Site) hasReachFacet() bool {
	return s.Searchable() && s.Reach != nil && s.Reach.Valid.To >= s.Today && len(s.Reach.Offers) > 0 && len(s.Reach.Places()) > 0
}

// newReachFiles makes them when they are asked for first: like the index, no page waits for them.
func (s *Site) newReachFiles() func() (reachFiles, error) {
	return sync.OnceValues(func() (reachFiles, error) {
		var made reachFiles
		if !s.hasReachFacet() {
			return made, nil
		}
		order, names := s.SearchOrder(), map[string]string{}
		for _, place := range s.Reach.Places() {
			file, err := textindex.Beside(place, s.Reach.Column(place, order, s.isOnline))
			if err != nil {
				return made, fmt.Errorf("writing how to get there from %s: %w", place, err)
			}
			names[place] = file.Name
			made.files = append(made.files, File{Path: address.ReachFolder + file.Name, Data: file.Data})
		}
		for lang := range s.Catalogue.Languages {
			file, err := s.listOfOrigins(catalog.Lang(lang), names)
			if err != nil {
				return made, err
			}
			made.lists = append(made.lists, file.Path)
			made.files = append(made.files, file)
		}
		return made, nil
	})
}

// listOfOrigins lists the places people set out from by their name in a language: of each the id, the name and its file.
func (s *Site) listOfOrigins(lang catalog.Lang, names map[string]string) (File, error) {
	code := s.Catalogue.Languages[lang].Code
	v := s.view(Planned{Path: address.Search(code), Kind: "search", Lang: lang})
	list := [][3]string{}
	for _, o := range v.originsInOrder() {
		place := v.originOf(o)
		list = append(list, [3]string{place.ID, v.words(place.Title).Text, names[place.ID]})
	}
	data, err := json.Marshal(list)
	if err != nil {
		return File{}, fmt.Errorf("listing the places in %s: %w", code, err)
	}
	file, err := textindex.Beside("places-"+code, data)
	if err != nil {
		return File{}, fmt.Errorf("listing the places in %s: %w", code, err)
	}
	return File{Path: address.ReachFolder + file.Name, Data: file.Data}, nil
}

// isOnline reports whether nobody has to go anywhere for an offer.
func (s *Site) isOnline(key string) bool {
	folder, id, _ := strings.Cut(key, "/")
	entry := s.Catalogue.Find(folder, id)
	return entry != nil && facts.NeedsNoWay(entry, s.Today)
}

// ReachFiles are the files by which the search narrows by the way there and home, none where nothing is known of it.
func (s *Site) ReachFiles() ([]File, error) {
	made, err := s.search.reach()
	return made.files, err
}

// reachFacet is the facet as the page shows it, nil where there is none.
func (v *view) reachFacet() *ReachFacet {
	made, err := v.search.reach()
	if err != nil || len(made.lists) == 0 {
		return nil
	}
	facet := &ReachFacet{List: v.to(made.lists[v.lang]), Until: v.Reach.Valid.To.String(), Valid: v.t("reach.valid_until", "date", v.shortDay(v.Reach.Valid.To))}
	for _, minutes := range v.Catalogue.Settings.Reach.Limits {
		if 0 < minutes && minutes < reach.MostMinutes {
			facet.Limits = append(facet.Limits, Limit{minutes, v.t("reach.minutes", "n", minutes)})
		}
	}
	return facet
}
