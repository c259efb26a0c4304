package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeReviewPassed = "review-passed"

// reviewPassed finds records that should have been looked at again by now and were not. A warning: freshness never stops a build.
func reviewPassed(r *report, e catalog.Entry) {
	due := e.Base().ReviewBy
	if due.IsZero() || due >= r.today || e.Base().LastVerified > due || !inUse(e) {
		return
	}
	r.at(e, "review_by", problem{diag.Warning, codeReviewPassed,
		diag.Textf("Dieser Eintrag sollte bis %s wieder geprüft werden.", "This record was to be checked again by %s.", due),
		diag.Textf("Prüfen Sie ihn, und schreiben Sie einen neuen Tag.", "Check it, and write a new day.")})
}
