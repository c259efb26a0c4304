package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeStatementOutdated = "statement-outdated"

// statementOutdated finds accessibility statements that are over a year old, or of no date: a public body looks at its own every year
// (Directive 2016/2102, model statement, Decision 2018/1523). A warning: what depends on today never stops a build.
func statementOutdated(r *report, e catalog.Entry) {
	const yearOfMonths = 12
	page, ok := e.(*catalog.Page)
	if !ok || page.Statement == nil || !inUse(e) {
		return
	}
	hint := diag.Textf("Prüfen Sie die Website, und schreiben Sie dann: date: %s", "Examine the website, and then write: date: %s", r.today)
	switch day := page.Statement.Date; {
	case day.IsZero():
		r.at(e, "statement", problem{diag.Warning, codeStatementOutdated,
			diag.Textf("Die Erklärung zur Barrierefreiheit hat kein Datum.", "The accessibility statement has no date."), hint})
	case day.AddMonths(yearOfMonths) < r.today:
		r.at(e, "statement.date", problem{diag.Warning, codeStatementOutdated,
			diag.Textf("Die Erklärung zur Barrierefreiheit ist vom %s, also über ein Jahr alt.", "The accessibility statement is of %s, over a year ago.", day), hint})
	}
}
