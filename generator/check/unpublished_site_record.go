package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/facts"
)

const codeUnpublishedSiteRecord = "unpublished-site-record"

// unpublishedSiteRecord finds records that site.yaml names for every page, the imprint for one, and that have none themselves. An error
// where the record's status says so, since the links on every page cannot be made; a warning where only the day does, for
// "what depends on today is never an error".
func unpublishedSiteRecord(r *report) {
	settings := r.Settings
	look := func(field string, to catalog.Entry) {
		if facts.HasPage(to.Base(), r.today) {
			return
		}
		severity := diag.Error
		if inUse(to) {
			severity = diag.Warning
		}
		r.site(field, problem{severity, codeUnpublishedSiteRecord,
			diag.Textf("%s (%s) ist nicht veröffentlicht, wird aber auf jeder Seite gebraucht.", "%s (%s) is not published, but every page needs it.", to.Base().Key(), lastKey(field)),
			diag.Textf("Setzen Sie den Eintrag auf status: published, prüfen Sie publish_from und publish_until, oder nennen Sie hier einen anderen.", "Set the record to status: published, check publish_from and publish_until, or name another one here.")})
	}
	if settings.County.To != nil {
		look("county", settings.County.To)
	}
	if p := settings.Publisher; p != nil {
		if p.Organization.To != nil {
			look("publisher.organization", p.Organization.To)
		}
		if p.Contact.To != nil {
			look("publisher.contact", p.Contact.To)
		}
	}
	if legal := settings.Legal; legal != nil {
		for field, page := range map[string]*catalog.Page{"legal.imprint": legal.Imprint.To, "legal.privacy": legal.Privacy.To, "legal.accessibility": legal.Accessibility.To} {
			if page != nil {
				look(field, page)
			}
		}
		if legal.BarrierReport.To != nil {
			look("legal.barrier_report", legal.BarrierReport.To)
		}
	}
}
