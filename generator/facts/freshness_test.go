package facts

import (
	"testing"

	"mappe/generator/catalog"
)

func TestFreshnessOf(t *testing.T) {
	limits := catalog.Freshness{WarnDays: 180, ExpireDays: 365}
	for _, row := range []struct {
		name, verified, review string
		want                   Freshness
	}{
		{"verified today is fresh", "2027-03-01", "", Fresh},
		{"verified in the future is fresh", "2027-04-01", "", Fresh},
		{"180 days ago is fresh", "2026-09-02", "", Fresh},
		{"181 days ago asks first", "2026-09-01", "", AskFirst},
		{"365 days ago asks first", "2026-03-01", "", AskFirst},
		{"366 days ago has expired", "2026-02-28", "", Expired},
		{"never verified says nothing", "", "", Unchecked},
		{"a review that is due today is in time", "2027-02-01", "2027-03-01", Fresh},
		{"a review that was due yesterday asks first", "2027-02-01", "2027-02-28", AskFirst},
		{"a look on the day the review was due is in time", "2027-02-28", "2027-02-28", Fresh},
		{"a look the day before it was due asks first", "2027-02-27", "2027-02-28", AskFirst},
		{"a review due does not revive what has expired", "2026-02-01", "2027-02-28", Expired},
		{"never verified with a review to come is fresh", "", "2027-05-01", Fresh},
		{"never verified with a review missed asks first", "", "2027-02-01", AskFirst},
	} {
		r := &catalog.Record{Common: catalog.Common{LastVerified: dayOf(row.verified), ReviewBy: dayOf(row.review)}}
		if got := FreshnessOf(r, limits, dayOf("2027-03-01")); got != row.want {
			t.Errorf("%s: %v, want %v", row.name, got, row.want)
		}
	}
}
