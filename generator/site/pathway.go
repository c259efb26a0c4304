package site

import (
	"slices"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// pathwayPage tells ordered steps; each shows what is to be done, whom to ask, and the offers that serve it.
func pathwayPage(v *view, e *catalog.Pathway) *RecordPage {
	p := v.record(e)
	v.noticeAlerts(&p.Page, func(n *catalog.Notice) bool { return !isAbout(n, e) && shareTerm(n.Audiences, e.Audiences) })
	r := rows{v: v}
	r.addAll("audiences", v.values("text", v.terms(e.Audiences)))
	p.Facts = r.facts
	section := Section{ID: "steps", Heading: v.t("section.steps")}
	for i := range e.Steps {
		section.Steps = append(section.Steps, v.step(&e.Steps[i], i+1))
	}
	v.section(p, section)
	return p
}

// shareTerm reports whether two lists name a term in common, or one above it.
func shareTerm(a, b []*catalog.Term) bool {
	return slices.ContainsFunc(a, func(t *catalog.Term) bool {
		return slices.ContainsFunc(b, func(other *catalog.Term) bool { return t.Within(other) || other.Within(t) })
	})
}

func (v *view) step(s *catalog.Step, number int) Step {
	step := Step{
		ID: "step-" + s.ID, Number: v.loc.Number(number), Title: v.words(s.Title), Text: v.words(s.Text),
		Documents: v.listOf(s.Documents), Ask: v.stepContacts(s.Ask),
	}
	if s.Part != "" {
		step.Part = v.t("part." + s.Part) // part.language, part.work, part.social, part.personal
	}
	for _, todo := range s.Todo {
		step.Todo = append(step.Todo, v.words(todo.Text))
	}
	offers := v.shelved().steps()[s]
	step.Cards = cards(v, v.stepShown(s, offers))
	if len(offers) > perSection {
		step.More = v.stepMore(s)
	}
	return step
}

// stepShown are the offers an editor chose for a step, then those its filters let through.
func (v *view) stepShown(s *catalog.Step, filtered []catalog.Entry) []catalog.Entry {
	var shown []catalog.Entry
	for _, ref := range s.Offers {
		if ref.To != nil {
			shown = append(shown, ref.To)
		}
	}
	for _, entry := range v.first(filtered, perSection) {
		if !slices.Contains(shown, entry) {
			shown = append(shown, entry)
		}
	}
	return shown
}

// stepContacts leads to the offices for a step's topics in the county as a whole, and to the finder for the reader's own place.
func (v *view) stepContacts(topics []*catalog.Term) []Link {
	var links []Link
	seen := map[*catalog.Contact]bool{}
	for _, topic := range topics {
		answers := v.whoAnswers(v.tree.County(), topic)
		if len(answers) == 0 {
			links = append(links, v.topicLink(topic))
		}
		for _, answer := range answers {
			if !seen[answer.Contact] {
				seen[answer.Contact] = true
				links = append(links, v.link(answer.Contact))
			}
		}
	}
	if len(links) > 0 {
		links = append(links, v.finderLink(v.t("contacts.near_you")))
	}
	return links
}

// stepMore leads to more offers than a step shows: to the step's topic, or to the list narrowed to its first other filter.
func (v *view) stepMore(s *catalog.Step) Link {
	var link Link
	switch {
	case len(s.Topics) > 0:
		link = v.topicLink(s.Topics[0])
	case len(s.Kinds) > 0:
		link = Link{Href: v.to(v.narrowedPath(s.Kinds[0].Folder, "kind", s.Kinds[0].Term.ID))}
	case len(s.Levels) > 0:
		link = Link{Href: v.to(v.narrowedPath("courses", "level", s.Levels[0].ID))}
	case len(s.Audiences) > 0:
		link = Link{Href: v.to(v.narrowedPath("courses", "audience", s.Audiences[0].ID))}
	}
	link.Words = v.own(v.t("pathway.more"))
	return link
}

// narrowedPath is where a narrowed list is, or the whole one where all its records share the term.
func (v *view) narrowedPath(folder, facet, term string) string {
	if path := address.Narrowed(v.code, folder, facet, term, 1); v.isPage(path) {
		return path
	}
	return address.List(v.code, folder, 1)
}

// stepOffers finds for each step of every pathway the listed offers that its filters let through.
func (s *Site) stepOffers(offers []catalog.Entry) map[*catalog.Step][]catalog.Entry {
	found := map[*catalog.Step][]catalog.Entry{}
	for _, pathway := range s.Catalogue.Pathways {
		for i := range pathway.Steps {
			step := &pathway.Steps[i]
			if len(step.Topics)+len(step.Audiences)+len(step.Levels)+len(step.Kinds) == 0 {
				continue
			}
			for _, entry := range offers {
				if s.serves(entry, step) {
					found[step] = append(found[step], entry)
				}
			}
		}
	}
	return found
}

// serves reports whether an offer fits all filters of a step; of each, one term is enough. An offer that names no audience is for
// everyone, so it fits whatever audience is asked for.
func (s *Site) serves(entry catalog.Entry, step *catalog.Step) bool {
	if len(step.Topics) > 0 && !anyWithin(facts.TopicsOf(entry), step.Topics) {
		return false
	}
	if audiences := s.facets.AudiencesOf(entry); len(step.Audiences) > 0 && len(audiences) > 0 && !shareTerm(audiences, step.Audiences) {
		return false
	}
	if len(step.Levels) > 0 && !anyWithin(s.facets.LevelsOf(entry), step.Levels) {
		return false
	}
	return len(step.Kinds) == 0 || slices.ContainsFunc(step.Kinds, func(kind catalog.TypedTerm) bool {
		return kind.Folder == entry.Base().Folder() && anyWithin(facts.KindsOf(entry), []*catalog.Term{kind.Term})
	})
}

// anyWithin reports whether one of the terms is among the filter's, or lies below one.
func anyWithin(terms, filter []*catalog.Term) bool {
	return slices.ContainsFunc(terms, func(t *catalog.Term) bool {
		return slices.ContainsFunc(filter, t.Within)
	})
}
