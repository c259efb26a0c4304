package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codeNoticeOver = "notice-over"

// noticeOver finds announcements that no page shows any more. Tidiness, so an info.
func noticeOver(r *report, e catalog.Entry) {
	notice, ok := e.(*catalog.Notice)
	if !ok || notice.PublishUntil.IsZero() || notice.PublishUntil >= r.today || !inUse(e) {
		return
	}
	r.at(e, "publish_until", problem{diag.Info, codeNoticeOver,
		diag.Textf("Diese Meldung war bis %s zu sehen.", "This notice could be seen until %s.", notice.PublishUntil),
		diag.Textf("Löschen Sie sie, wenn sie nicht mehr gebraucht wird.", "Delete it if it is no longer needed.")})
}
