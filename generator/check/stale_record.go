package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/facts"
)

const (
	codeStaleRecord   = "stale-record"
	codeExpiredRecord = "expired-record"
)

// staleRecord finds records that nobody has checked for long: after `warn_days` the page asks readers to ask first, after
// `expire_days` it leaves lists and overviews. Warnings: freshness never stops a build.
func staleRecord(r *report, e catalog.Entry) {
	checked := e.Base().LastVerified
	if checked.IsZero() || !inUse(e) {
		return
	}
	hint := diag.Textf("Prüfen Sie alle Angaben, und schreiben Sie dann: last_verified: %s", "Check everything, and then write: last_verified: %s", r.today)
	days := int(r.today - checked)
	switch state := facts.FreshnessOf(e.Base(), r.Settings.Freshness, r.today); {
	case state == facts.Expired:
		r.at(e, "last_verified", problem{diag.Warning, codeExpiredRecord,
			diag.Textf("Zuletzt geprüft vor %d Tagen (%s); der Eintrag steht darum in keiner Liste mehr.", "Last checked %d days ago (%s); the record is in no list any more.", days, checked), hint})
	case state == facts.AskFirst && days > r.Settings.Freshness.WarnDays:
		r.at(e, "last_verified", problem{diag.Warning, codeStaleRecord,
			diag.Textf("Zuletzt geprüft vor %d Tagen (%s); die Seite bittet darum, vorher zu fragen.", "Last checked %d days ago (%s); the page asks readers to ask first.", days, checked), hint})
	}
}
