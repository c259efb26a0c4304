package check

import (
	"fmt"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/facts"
)

const (
	codeResponsibilityGap = "responsibility-gap"
	codeOnlyCatchAll      = "only-catch-all"
)

// responsibilityGap finds questions (municipality, topic, audience, circle) that nobody answers, and counts those that only the county's
// catch-all does. The first are warnings ("what depends on responsibility is never an error"), one for each block of questions that
// are open together, told at the place they concern: at the municipality if it is one, else at the county. The count is an info.
func responsibilityGap(r *report) {
	if r.County == nil {
		return
	}
	for _, contact := range r.Contacts {
		if contact.File(r.Default).Unsure("responsible") {
			return // who answers is not known until that is mended
		}
	}
	coverage := facts.NewResponsibility(r.Catalogue, r.tree, r.today).Gaps()
	for _, gap := range coverage.Gaps {
		at := r.County
		if len(gap.Places) == 1 {
			at = gap.Places[0]
		}
		message := diag.Text{DE: r.gapText("de", gap), EN: r.gapText("en", gap)}
		r.at(at, "", problem{diag.Warning, codeResponsibilityGap, message,
			diag.Textf("Ergänzen Sie bei einer Ansprechstelle im Ordner contacts unter responsible diese Orte und Themen.", "Add these places and topics to a contact in the folder contacts, at responsible.")})
	}
	if coverage.OnlyCatchAll > 0 {
		r.at(r.County, "", problem{diag.Info, codeOnlyCatchAll,
			diag.Textf("Auf %d von %d Fragen (Gemeinde, Thema, Zielgruppe, Rechtskreis) antwortet nur die allgemeine Stelle des Landkreises.", "Only the county's general office answers %d of %d questions (municipality, topic, audience, legal circle).", coverage.OnlyCatchAll, coverage.Cells),
			diag.Textf("Nennen Sie näher zuständige Ansprechstellen, wo es sie gibt.", "Name contacts nearer to the question where there are any.")})
	}
}

// gapText says in a language what nobody answers: "Für Wohnen (in allen 34 Gemeinden; Zielgruppen: Frauen; …) ist niemand zuständig."
func (r *report) gapText(lang string, gap facts.Gap) string {
	in := map[string]struct{ nobody, places, audiences, circles, allTopics, allPlaces, more string }{
		"de": {"Für %s ist niemand zuständig (%s)", "in ", "Zielgruppen: ", "Rechtskreise: ", "alle Themen", "allen %d Gemeinden", "%d weitere"},
		"en": {"Nobody is responsible for %s (%s)", "in ", "audiences: ", "legal circles: ", "all topics", "all %d municipalities", "%d more"},
	}[lang]
	topics := in.allTopics
	if len(gap.Topics) < len(r.Vocabulary("topics").Terms) {
		topics = some(r.labels(lang, gap.Topics), in.more)
	}
	details := []string{in.places + r.gapPlaces(lang, gap.Places, in.allPlaces, in.more)}
	if len(gap.Audiences) < len(r.Vocabulary("audiences").Terms) {
		details = append(details, in.audiences+some(r.labels(lang, gap.Audiences), in.more))
	}
	if len(gap.Circles) < len(r.Vocabulary("circles").Terms) {
		details = append(details, in.circles+some(r.labels(lang, gap.Circles), in.more))
	}
	return fmt.Sprintf(in.nobody, topics, strings.Join(details, "; ")) + "."
}

func (r *report) gapPlaces(lang string, places []*catalog.Place, allPlaces, more string) string {
	if all := len(r.tree.Municipalities()); all > 1 && len(places) == all {
		return fmt.Sprintf(allPlaces, all)
	}
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = r.wordsIn(lang, p.Title, p.ID)
	}
	return some(names, more)
}

func (r *report) labels(lang string, terms []*catalog.Term) []string {
	labels := make([]string, len(terms))
	for i, term := range terms {
		labels[i] = r.wordsIn(lang, term.Label, term.ID)
	}
	return labels
}

// wordsIn returns a text in the language of the finding if it has one, else in the site's default language, else the id.
func (r *report) wordsIn(lang string, text catalog.Text, id string) string {
	chain := []catalog.Lang{r.Default}
	if wanted, has := r.Languages.Find(lang); has {
		chain = []catalog.Lang{wanted, r.Default}
	}
	if words, _ := text.Best(chain); words != "" {
		return words
	}
	return id
}

// some names the first few and counts the rest.
func some(names []string, more string) string {
	const few = 5
	if len(names) <= few+1 {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:few], ", ") + ", " + fmt.Sprintf(more, len(names)-few)
}
