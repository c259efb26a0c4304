package facts

import (
	"mappe/generator/catalog"
	"mappe/generator/date"
)

// Life says where a record stands between its first draft and the archive.
type Life uint8

// The stations of a record's life.
const (
	// Published is shown everywhere.
	Published Life = iota
	// Draft is not finished.
	Draft
	// Planned stands in the planning report only.
	Planned
	// Paused keeps its page with a notice and is in no list.
	Paused
	// Archived keeps a small page that says so and leads on.
	Archived
	// NotYet is before publish_from.
	NotYet
	// Over is after publish_until.
	Over
)

// LifeOf tells where a record stands today. What the status forbids is forbidden within the period of publication too; both ends of
// the period belong to it. A paused record outside its period is not shown at all.
func LifeOf(r *catalog.Record, today date.Date) Life {
	switch r.Status {
	case "draft":
		return Draft
	case "planned":
		return Planned
	case "archived":
		return Archived
	}
	switch {
	case !r.PublishFrom.IsZero() && today < r.PublishFrom:
		return NotYet
	case !r.PublishUntil.IsZero() && today > r.PublishUntil:
		return Over
	case r.Status == "paused":
		return Paused
	}
	return Published
}

// HasPage reports whether a record is published, paused or not, so that a link to it arrives. Which types have pages at all is not
// decided here.
func HasPage(r *catalog.Record, today date.Date) bool {
	life := LifeOf(r, today)
	return life == Published || life == Paused
}

// InLists reports whether lists and overviews show a record: it is published, not paused, no past event, and was looked at within
// expire_days. Search finds what leaves the lists all the same.
func InLists(e catalog.Entry, c *catalog.Catalogue, today date.Date) bool {
	r := e.Base()
	if LifeOf(r, today) != Published || FreshnessOf(r, c.Settings.Freshness, today) == Expired {
		return false
	}
	event, ok := e.(*catalog.Event)
	return !ok || !PastEvent(event, today)
}

// PastEvent reports whether an event's last day lies before today: its end's, or its start's where it has no end. What ends today
// is not past, whatever the time; the reader's browser knows the time.
func PastEvent(e *catalog.Event, today date.Date) bool {
	last := max(e.Start.Date, e.End.Date)
	return !last.IsZero() && last < today
}
