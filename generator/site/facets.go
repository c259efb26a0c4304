package site

import (
	"cmp"

	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/locale"
)

// facetsOf finds the ways to narrow a list of records by plain pages. A facet is there where it can narrow: when at least one of its
// terms keeps some records and not all of them.
func (s *Site) facetsOf(entries []catalog.Entry) []facet {
	c := s.Catalogue
	facets := []facet{
		s.placeFacet(entries),
		s.termFacet("topic", c.Vocabulary("topics"), entries, func(e catalog.Entry) []*catalog.Term { return topicsOf(e) }),
		s.termFacet("kind", nil, entries, kindsOf),
		s.termFacet("level", c.Vocabulary("levels"), entries, s.levelsOf),
		s.termFacet("audience", c.Vocabulary("audiences"), entries, audiencesOf),
		s.timeFacet(entries),
		s.paceFacet(entries),
		s.wordFacet("beside_work", "yes", entries, s.fitsBesideWork),
		s.languageFacet(entries),
		s.wordFacet("admission", "open", entries, s.isOpen),
		s.wordFacet("cost", "free", entries, isFree),
	}
	var useful []facet
	for _, f := range facets {
		kept := f.terms[:0]
		narrows := false
		for _, term := range f.terms {
			if len(term.entries) > 0 {
				kept = append(kept, term)
				narrows = narrows || len(term.entries) < len(entries)
			}
		}
		if f.terms = kept; narrows {
			useful = append(useful, f)
		}
	}
	return useful
}

// placeFacet narrows by where things take place; a place stands for itself and everything below it.
func (s *Site) placeFacet(entries []catalog.Entry) facet {
	byPlace := map[*catalog.Place][]catalog.Entry{}
	for _, entry := range entries {
		if entry.Base().AsOffer() == nil {
			continue
		}
		seen := map[*catalog.Place]bool{}
		places, _ := facts.TakesPlaceIn(entry, s.tree)
		for _, place := range places {
			for _, above := range s.tree.Chain(place) {
				if above != s.Catalogue.County && !seen[above] {
					seen[above] = true
					byPlace[above] = append(byPlace[above], entry)
				}
			}
		}
	}
	f := facet{id: "place"}
	for _, place := range s.Catalogue.Places {
		if s.hasPage(place) {
			f.terms = append(f.terms, facetTerm{id: place.ID, entries: byPlace[place], name: func(v *view) Words { return v.words(place.Title) }})
		}
	}
	return f
}

// termFacet narrows by the terms of a vocabulary, in its order; a term stands for itself and those below it. Without a vocabulary the
// terms are those the records name.
func (s *Site) termFacet(id string, vocabulary *catalog.Vocabulary, entries []catalog.Entry, of func(catalog.Entry) []*catalog.Term) facet {
	byTerm := map[*catalog.Term][]catalog.Entry{}
	var named []*catalog.Term
	for _, entry := range entries {
		seen := map[*catalog.Term]bool{}
		for _, term := range of(entry) {
			for ; term != nil && !seen[term]; term = term.Parent {
				seen[term] = true
				if byTerm[term] == nil {
					named = append(named, term)
				}
				byTerm[term] = append(byTerm[term], entry)
			}
		}
	}
	if vocabulary != nil {
		named = vocabulary.Terms
	} else {
		catalog.SortTerms(named)
	}
	f := facet{id: id}
	for _, term := range named {
		if !term.Free {
			f.terms = append(f.terms, facetTerm{id: term.ID, entries: byTerm[term], name: func(v *view) Words { return v.term(term) }})
		}
	}
	return f
}

// timeFacet narrows courses by the time of day.
func (s *Site) timeFacet(entries []catalog.Entry) facet {
	byTime := map[string][]catalog.Entry{}
	for _, entry := range entries {
		course, ok := entry.(*catalog.Course)
		if !ok {
			continue
		}
		if next := facts.NextSession(course, s.Today); next != nil {
			for _, id := range facts.TimesOfDay(facts.Slots(next)) {
				byTime[id] = append(byTime[id], entry)
			}
		}
	}
	f := facet{id: "time"}
	for _, id := range []string{"morning", "afternoon", "evening", "full_day", "weekend"} {
		f.terms = append(f.terms, facetTerm{id: id, entries: byTime[id], name: func(v *view) Words { return v.own(v.t("time." + id)) }})
	}
	return f
}

// paceFacet narrows courses to full time and part time.
func (s *Site) paceFacet(entries []catalog.Entry) facet {
	byPace := map[string][]catalog.Entry{}
	for _, entry := range entries {
		if course, ok := entry.(*catalog.Course); ok {
			pace := facts.Pace(course, facts.NextSession(course, s.Today), s.Catalogue.Calendar)
			byPace[pace] = append(byPace[pace], entry)
		}
	}
	f := facet{id: "pace"}
	for _, id := range []string{facts.FullTime, facts.PartTime} {
		f.terms = append(f.terms, facetTerm{id: id, entries: byPace[id], name: func(v *view) Words { return v.own(v.t("pace." + id)) }})
	}
	return f
}

func (s *Site) fitsBesideWork(entry catalog.Entry) bool {
	course, ok := entry.(*catalog.Course)
	if !ok {
		return false
	}
	fits, _, _ := facts.FitsBesideWork(course, facts.NextSession(course, s.Today), s.Catalogue.Calendar)
	return fits
}

// languageFacet narrows by the languages spoken, and taught in.
func (s *Site) languageFacet(entries []catalog.Entry) facet {
	byCode := map[string][]catalog.Entry{}
	var codes []string
	for _, entry := range entries {
		seen := map[string]bool{}
		for _, code := range languagesOf(entry) {
			if seen[code] {
				continue
			}
			seen[code] = true
			if byCode[code] == nil {
				codes = append(codes, code)
			}
			byCode[code] = append(byCode[code], entry)
		}
	}
	german := locale.New("de")
	locale.SortBy(german, codes, german.LanguageName)
	f := facet{id: "language"}
	for _, code := range codes {
		f.terms = append(f.terms, facetTerm{id: code, entries: byCode[code], name: func(v *view) Words { return v.own(v.loc.LanguageName(code)) }})
	}
	return f
}

// wordFacet has a single term: the records of which something is true.
func (s *Site) wordFacet(id, term string, entries []catalog.Entry, holds func(catalog.Entry) bool) facet {
	t := facetTerm{id: term, name: func(v *view) Words { return v.own(v.t("facet." + id + "_" + term)) }}
	for _, entry := range entries {
		if holds(entry) {
			t.entries = append(t.entries, entry)
		}
	}
	return facet{id: id, terms: []facetTerm{t}}
}

func (s *Site) isOpen(entry catalog.Entry) bool {
	offer := entry.Base().AsOffer()
	return offer != nil && facts.AdmissionOf(offer, s.Today).Kind == facts.AdmissionOpen
}

func isFree(entry catalog.Entry) bool {
	offer := entry.Base().AsOffer()
	return offer != nil && facts.PriceOf(offer).State == facts.PriceFree
}

func topicsOf(entry catalog.Entry) []*catalog.Term {
	if offer := entry.Base().AsOffer(); offer != nil {
		return offer.Topics
	}
	if contact, ok := entry.(*catalog.Contact); ok {
		var topics []*catalog.Term
		for _, row := range contact.Responsible {
			topics = append(topics, row.Topics...)
		}
		return topics
	}
	return nil
}

func kindsOf(entry catalog.Entry) []*catalog.Term {
	if organization, ok := entry.(*catalog.Organization); ok {
		return organization.Kind
	}
	if kind := kindOf(entry); kind != nil {
		return []*catalog.Term{kind}
	}
	return nil
}

func (s *Site) levelsOf(entry catalog.Entry) []*catalog.Term {
	switch e := entry.(type) {
	case *catalog.Course:
		if e.Level == nil {
			return nil
		}
		return s.levelsBetween(e.Level)
	case *catalog.Internship:
		if e.LanguageLevel != nil {
			return []*catalog.Term{e.LanguageLevel}
		}
	}
	return nil
}

func audiencesOf(entry catalog.Entry) []*catalog.Term {
	if offer := entry.Base().AsOffer(); offer != nil {
		return offer.Audiences
	}
	return nil
}

func languagesOf(entry catalog.Entry) []string {
	switch e := entry.(type) {
	case *catalog.Course:
		return append(append([]string(nil), e.InstructionLanguages...), e.LanguagesSpoken...)
	case *catalog.Contact:
		return e.LanguagesSpoken
	}
	if offer := entry.Base().AsOffer(); offer != nil {
		return offer.LanguagesSpoken
	}
	return nil
}

// levelsBetween returns the levels a course leads through, its first and last and the parts of these included.
func (s *Site) levelsBetween(r *catalog.LevelRange) []*catalog.Term {
	from, to := cmp.Or(r.From, r.To), cmp.Or(r.To, r.From)
	if from == nil {
		return nil
	}
	var between []*catalog.Term
	for _, level := range s.Catalogue.Vocabulary("levels").Terms {
		if s.levels.Compare(from, level) <= 0 && s.levels.Compare(level, to) <= 0 || level.Within(to) {
			between = append(between, level)
		}
	}
	return between
}
