package check

import (
	"slices"
	"strconv"
	"strings"

	"mappe/generator/address"
	"mappe/generator/diag"
)

const (
	codeOverviewTaken   = "overview-taken"
	codeOverviewColumns = "overview-columns"
	codeOverviewOrder   = "overview-order"
)

// mostColumns is how many columns of a sheet can still be read.
const mostColumns = 3

// mostGroupings is how often an overview can be divided: its offers stand below as headings of the fifth level.
const mostGroupings = 3

// printedOverviews finds own overviews of site.yaml that cannot be printed as they are written.
func printedOverviews(r *report) {
	for i := range r.Settings.Print.Overviews {
		o := &r.Settings.Print.Overviews[i]
		say := func(field string, severity diag.Severity, code string, message, hint diag.Text) {
			r.site("print.overviews."+strconv.Itoa(i)+"."+field, problem{severity, code, message, hint})
		}
		if address.OwnsOverview(o.ID) {
			say("id", diag.Error, codeOverviewTaken, diag.Textf("Die Übersicht „%s“ macht das Programm schon selbst, oder eine seiner Seiten heißt so.", "The program makes the overview “%s” by itself, or has a page of that name.", o.ID),
				diag.Textf("Nennen Sie Ihre anders, zum Beispiel unsere-%s.", "Call yours otherwise, for example our-%s.", o.ID))
		}
		if n := o.Columns; n != nil && (*n < 1 || *n > mostColumns) {
			say("columns", diag.Warning, codeOverviewColumns, diag.Textf("Die Übersicht „%s“ hat %d Spalten; das kann niemand lesen.", "The overview “%s” has %d columns, which nobody can read.", o.ID, *n), diag.Textf("Schreiben Sie 1, 2 oder 3.", "Write 1, 2 or 3."))
		}
		groupings := slices.DeleteFunc(slices.Clone(o.Order), func(key string) bool { return key == "title" || key == "date" })
		if len(groupings) > mostGroupings {
			say("order", diag.Warning, codeOverviewOrder, diag.Textf("Die Übersicht „%s“ ist nach mehr als %d Dingen gegliedert.", "The overview “%s” is divided by more than %d things.", o.ID, mostGroupings),
				diag.Textf("Behalten Sie die wichtigsten: %s.", "Keep the most important ones: %s.", strings.Join(groupings[:mostGroupings], ", ")))
		}
	}
}
