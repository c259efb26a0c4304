package facts

import (
	"mappe/generator/catalog"
	"mappe/generator/date"
)

// Freshness says how far a reader may rely on a record.
type Freshness uint8

// The states of freshness.
const (
	// Unchecked has neither last_verified nor review_by: nothing can be said, so nothing is.
	Unchecked Freshness = iota
	// Fresh was looked at not long ago.
	Fresh
	// AskFirst says "checked on …, please ask first".
	AskFirst
	// Expired leaves lists and overviews; its page asks like AskFirst.
	Expired
)

// FreshnessOf tells how far a record may be relied on today, by the days since last_verified. The days named in site.yaml still belong
// to the better state. A review_by that has passed without a look since asks first too, however recent the last look was: whoever wrote it
// knew that something would change. A record without last_verified stays in the lists: to hide it would punish every import, and no
// sentence with a date can be written about it.
func FreshnessOf(r *catalog.Record, limits catalog.Freshness, today date.Date) Freshness {
	age := int(today - r.LastVerified)
	overdue := !r.ReviewBy.IsZero() && r.ReviewBy < today && r.LastVerified < r.ReviewBy
	switch {
	case r.LastVerified.IsZero() && overdue:
		return AskFirst
	case r.LastVerified.IsZero() && r.ReviewBy.IsZero():
		return Unchecked
	case r.LastVerified.IsZero():
		return Fresh
	case age > limits.ExpireDays:
		return Expired
	case age > limits.WarnDays || overdue:
		return AskFirst
	}
	return Fresh
}
