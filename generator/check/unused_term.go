package check

import (
	"maps"
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeUnusedTerm = "unused-term"

// unusedTerm finds terms of the site's own vocabularies that no record names, nor a term below them ("a term stands for itself
// and its children"). Tidiness, so an info. Levels between two that a course names are in use.
func unusedTerm(r *report) {
	used := r.usedTerms()
	for _, name := range slices.Sorted(maps.Keys(r.Vocabularies)) {
		v := r.Vocabularies[name]
		if v.Path == "" {
			continue
		}
		for _, term := range v.Terms {
			if used[term] {
				continue
			}
			r.place(v.Path, term.Position(), problem{diag.Info, codeUnusedTerm,
				diag.Textf("%s: Den Begriff „%s“ verwendet kein Eintrag.", "%s: No record uses the term “%s”.", name, term.ID),
				diag.Textf("Entfernen Sie ihn, wenn er nicht mehr gebraucht wird.", "Remove it if it is no longer needed.")})
		}
	}
}

// usedTerms are those that records and site.yaml name, and all terms above them.
func (r *report) usedTerms() map[*catalog.Term]bool {
	used := map[*catalog.Term]bool{}
	add := func(terms ...*catalog.Term) {
		for _, t := range terms {
			for ; t != nil && !used[t]; t = t.Parent {
				used[t] = true
			}
		}
	}
	for term := range r.UsedTerms {
		add(term)
	}
	for _, overview := range r.Settings.Print.Overviews {
		add(overview.Topics...)
		add(overview.Audiences...)
	}
	between := func(level *catalog.LevelRange) {
		if level == nil || level.From == nil || level.To == nil {
			return
		}
		for _, term := range r.Vocabulary("levels").Terms {
			if level.From.Rank <= term.Rank && term.Rank <= level.To.Rank {
				add(term)
			}
		}
	}
	for _, course := range r.Courses {
		between(course.Level)
		for _, s := range course.Sessions {
			between(s.Level)
		}
	}
	return used
}
