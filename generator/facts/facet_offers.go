package facts

import (
	"cmp"
	"slices"

	"mappe/generator/catalog"
)

// said is an offer as its page tells it first: of a course as its next session has it. It is nil for records that are no offers.
func (f *Facets) said(e catalog.Entry) *catalog.Offer {
	if course, ok := e.(*catalog.Course); ok {
		if next := NextSession(course, f.today); next != nil {
			return SessionOffer(course, next)
		}
	}
	return e.Base().AsOffer()
}

// next is a course's next session with all it takes from the course, nil where there is none.
func (f *Facets) next(e catalog.Entry) *catalog.Session {
	course, ok := e.(*catalog.Course)
	if !ok {
		return nil
	}
	next := NextSession(course, f.today)
	if next == nil {
		return nil
	}
	session := Effective(course, next)
	return &session
}

func (f *Facets) vocabulary(name string) []*catalog.Term {
	if v := f.catalogue.Vocabulary(name); v != nil {
		return v.Terms
	}
	return nil
}

func (f *Facets) topics() Facet { return f.terms("topic", f.vocabulary("topics"), TopicsOf) }

// TopicsOf are the topics of an offer, or those an office answers for.
func TopicsOf(e catalog.Entry) []*catalog.Term {
	if offer := e.Base().AsOffer(); offer != nil {
		return offer.Topics
	}
	var topics []*catalog.Term
	if contact, ok := e.(*catalog.Contact); ok {
		for _, row := range contact.Responsible {
			topics = append(topics, row.Topics...)
		}
	}
	return topics
}

// KindOf returns of what kind a record is by its own vocabulary, nil where its type has none; of an organization the first.
func KindOf(e catalog.Entry) *catalog.Term {
	switch e := e.(type) {
	case *catalog.Course:
		return e.Kind
	case *catalog.Internship:
		return e.Kind
	case *catalog.Support:
		return e.Kind
	case *catalog.Transport:
		return e.Mode
	case *catalog.Organization:
		if len(e.Kind) > 0 {
			return e.Kind[0]
		}
	}
	return nil
}

// KindsOf returns all kinds of a record by its own vocabulary; an organization may be of several.
func KindsOf(e catalog.Entry) []*catalog.Term {
	if organization, ok := e.(*catalog.Organization); ok {
		return organization.Kind
	}
	if kind := KindOf(e); kind != nil {
		return []*catalog.Term{kind}
	}
	return nil
}

func (f *Facets) levelsTouched() Facet { return f.terms("level", f.vocabulary("levels"), f.LevelsOf) }

// LevelsOf are the levels a course leads through, or the one a placement asks for.
func (f *Facets) LevelsOf(e catalog.Entry) []*catalog.Term {
	switch e := e.(type) {
	case *catalog.Course:
		level := e.Level
		if next := f.next(e); next != nil {
			level = next.Level
		}
		if level != nil {
			return f.levels.Between(level.From, level.To)
		}
	case *catalog.Internship:
		if e.LanguageLevel != nil {
			return []*catalog.Term{e.LanguageLevel}
		}
	}
	return nil
}

func (f *Facets) audiences() Facet {
	return f.terms("audience", f.vocabulary("audiences"), f.AudiencesOf)
}

// AudiencesOf are those a record is aimed at, or whom an office answers for.
func (f *Facets) AudiencesOf(e catalog.Entry) []*catalog.Term {
	switch e := e.(type) {
	case *catalog.Pathway:
		return e.Audiences
	case *catalog.Contact:
		var all []*catalog.Term
		for _, row := range e.Responsible {
			all = append(all, row.Audiences...)
		}
		return all
	}
	if offer := f.said(e); offer != nil {
		return offer.Audiences
	}
	return nil
}

func (f *Facets) funding() Facet {
	return f.terms("funding", f.vocabulary("funding"), func(e catalog.Entry) []*catalog.Term {
		if offer := e.Base().AsOffer(); offer != nil {
			return offer.Funding
		}
		return nil
	})
}

// languagesOf are the languages in which a record is there for people: those a course is taught in, elsewhere those spoken.
func (f *Facets) languagesOf(e catalog.Entry) []string {
	course, ok := e.(*catalog.Course)
	if !ok {
		return languagesSpoken(e)
	}
	return f.taughtIn(course)
}

// taughtIn are a course's languages of teaching; left out, it is the site's default language.
func (f *Facets) taughtIn(c *catalog.Course) []string {
	languages := c.InstructionLanguages
	if next := f.next(c); next != nil {
		languages = next.InstructionLanguages
	}
	if len(languages) == 0 {
		return []string{f.catalogue.Languages[f.catalogue.Default].Code}
	}
	return languages
}

// languagesSpoken are the languages in which one can talk to the people there.
func languagesSpoken(e catalog.Entry) []string {
	if contact, ok := e.(*catalog.Contact); ok {
		return contact.LanguagesSpoken
	}
	if offer := e.Base().AsOffer(); offer != nil {
		return offer.LanguagesSpoken
	}
	return nil
}

// admissionWords tells whether an offer is open whatever one's papers.
func (f *Facets) admissionWords(e catalog.Entry) []string {
	if offer := f.said(e); offer != nil && AdmissionOf(offer, f.today).Kind == AdmissionOpen {
		return []string{"open"}
	}
	return nil
}

// admission narrows by who may come: what is open whatever one's papers, then what somebody of a residence status may come to by what is
// written. What is not written hides no offer. The statuses are those that an offer names.
func (f *Facets) admission(entries []catalog.Entry) Facet {
	statuses := f.named(entries, func(e catalog.Entry) []*catalog.Term {
		if offer := f.said(e); offer != nil && offer.Admission != nil {
			return append(append([]*catalog.Term(nil), offer.Admission.Statuses...), offer.Admission.NotFor...)
		}
		return nil
	})
	facet := f.words("admission", []string{"open"}, f.admissionWords)
	for _, status := range statuses {
		facet.Terms = append(facet.Terms, FacetTerm{ID: status.ID, Parent: -1, Label: status.Label})
	}
	facet.of = func(e catalog.Entry) (numbers []int) {
		offer := f.said(e)
		if offer == nil {
			return nil
		}
		if AdmissionOf(offer, f.today).Kind == AdmissionOpen {
			numbers = append(numbers, 0)
		}
		for i, status := range statuses {
			if Matches(offer.Admission, status, nil) != catalog.No {
				numbers = append(numbers, i+1)
			}
		}
		return numbers
	}
	return facet
}

func (f *Facets) costs(e catalog.Entry) []string {
	offer := f.said(e)
	if offer == nil {
		return nil
	}
	switch PriceOf(offer).State {
	case PriceFree:
		return []string{"free"}
	case PriceFreeForSome:
		return []string{"free_for_some"}
	}
	return nil
}

func (f *Facets) childcare(e catalog.Entry) []string {
	if offer := f.said(e); offer != nil && offer.Childcare != nil {
		return []string{offer.Childcare.Kind}
	}
	return nil
}

// wheelchair tells whether one gets there in a wheelchair, as far as it is known. What can only be had online says nothing.
func (f *Facets) wheelchair(e catalog.Entry) []string {
	var answer catalog.Answer
	switch e := e.(type) {
	case *catalog.Contact:
		answer = accessTo(e.Venue)
	case *catalog.Organization:
		answer = accessTo(e.Venue)
	case *catalog.Transport:
		answer = e.Wheelchair
	default:
		offer := f.said(e)
		if offer == nil {
			return nil
		}
		if places, online := TakesPlaceIn(e, f.tree); online && len(places) == 0 {
			return nil
		}
		answer = accessTo(offer.Venue)
	}
	return []string{cmp.Or(answer, catalog.Unknown).String()}
}

func accessTo(venue *catalog.Where) catalog.Answer {
	if venue == nil {
		return catalog.NotSaid
	}
	return venue.Wheelchair
}

// seats tells whether there were free places, by a count that is recent enough.
func (f *Facets) seats(e catalog.Entry) []string {
	if SeatsOf(e, f.catalogue.Settings.Freshness, f.today).Kind == SeatsFree {
		return []string{"free"}
	}
	return nil
}

func (f *Facets) organizations(entries []catalog.Entry) Facet {
	facet := Facet{ID: "organization"}
	number := map[*catalog.Organization]int{}
	of := func(e catalog.Entry) *catalog.Organization {
		switch e := e.(type) {
		case *catalog.Contact:
			return e.Organization.To
		case *catalog.Organization:
			return e
		}
		if offer := e.Base().AsOffer(); offer != nil {
			return offer.Organization.To
		}
		return nil
	}
	for _, organization := range f.catalogue.Organizations {
		if f.shown(organization) {
			number[organization] = len(facet.Terms)
			facet.Terms = append(facet.Terms, FacetTerm{ID: organization.ID, Parent: -1, Label: organization.Title})
		}
	}
	facet.of = func(e catalog.Entry) []int {
		if n, shown := number[of(e)]; shown {
			return []int{n}
		}
		return nil
	}
	return facet
}

// types narrows by the type of record, and below it by its kinds, whose ids hold the type's: courses/integration.
func (f *Facets) types(entries []catalog.Entry) Facet {
	facet := Facet{ID: "type"}
	number := map[string]int{}
	add := func(term FacetTerm) {
		number[term.ID] = len(facet.Terms)
		facet.Terms = append(facet.Terms, term)
	}
	byFolder := map[string][]catalog.Entry{}
	var folders []string
	for _, e := range entries {
		folder := e.Base().Folder()
		if byFolder[folder] == nil {
			folders = append(folders, folder)
		}
		byFolder[folder] = append(byFolder[folder], e)
	}
	for _, folder := range folders {
		add(FacetTerm{ID: folder, Parent: -1, Message: "type." + folder})
		kinds := slices.DeleteFunc(f.named(byFolder[folder], KindsOf), func(kind *catalog.Term) bool { return kind.Free })
		for _, kind := range kinds {
			add(FacetTerm{ID: folder + "/" + kind.ID, Parent: number[folder], Label: kind.Label})
		}
		for _, kind := range kinds {
			if kind.Parent != nil {
				facet.Terms[number[folder+"/"+kind.ID]].Parent = number[folder+"/"+kind.Parent.ID]
			}
		}
	}
	facet.of = func(e catalog.Entry) (numbers []int) {
		folder := e.Base().Folder()
		numbers = append(numbers, number[folder])
		for _, kind := range KindsOf(e) {
			for ; kind != nil; kind = kind.Parent {
				if n, known := number[folder+"/"+kind.ID]; known {
					numbers = append(numbers, n)
				}
			}
		}
		return numbers
	}
	return facet
}
