package facts

import (
	"testing"

	"mappe/generator/catalog"
)

func TestLifeOf(t *testing.T) {
	for _, row := range []struct {
		name, status, from, until, today string
		want                             Life
		page                             bool
	}{
		{"a record without a status is published", "", "", "", "2027-03-01", Published, true},
		{"a published one is", "published", "", "", "2027-03-01", Published, true},
		{"a draft has no page", "draft", "", "", "2027-03-01", Draft, false},
		{"a draft stays one within its period", "draft", "2027-01-01", "2027-12-31", "2027-03-01", Draft, false},
		{"a planned one has no page", "planned", "", "", "2027-03-01", Planned, false},
		{"a paused one keeps its page", "paused", "", "", "2027-03-01", Paused, true},
		{"a paused one after its period has none", "paused", "", "2027-02-28", "2027-03-01", Over, false},
		{"an archived one has none", "archived", "", "", "2027-03-01", Archived, false},
		{"an archived one after its period is archived", "archived", "", "2027-02-28", "2027-03-01", Archived, false},
		{"the day before publish_from is too early", "published", "2027-03-02", "", "2027-03-01", NotYet, false},
		{"publish_from itself is published", "published", "2027-03-01", "", "2027-03-01", Published, true},
		{"publish_until itself is published", "published", "", "2027-03-01", "2027-03-01", Published, true},
		{"the day after publish_until is too late", "published", "", "2027-02-28", "2027-03-01", Over, false},
	} {
		r := &catalog.Record{Common: catalog.Common{Status: row.status, PublishFrom: dayOf(row.from), PublishUntil: dayOf(row.until)}}
		if got := LifeOf(r, dayOf(row.today)); got != row.want {
			t.Errorf("%s: %d, want %d", row.name, got, row.want)
		}
		if got := HasPage(r, dayOf(row.today)); got != row.page {
			t.Errorf("%s: page %v, want %v", row.name, got, row.page)
		}
	}
}

func TestInLists(t *testing.T) {
	c := &catalog.Catalogue{}
	c.Settings.Freshness = catalog.Freshness{WarnDays: 180, ExpireDays: 365}
	common := func(status, verified string) catalog.Record {
		return catalog.Record{Common: catalog.Common{Status: status, LastVerified: dayOf(verified)}}
	}
	for _, row := range []struct {
		name  string
		entry catalog.Entry
		want  bool
	}{
		{"a course is listed", &catalog.Course{Record: common("published", "2027-02-01")}, true},
		{"a course nobody verified is listed", &catalog.Course{Record: common("published", "")}, true},
		{"a course to ask first about is listed", &catalog.Course{Record: common("published", "2026-06-01")}, true},
		{"a course not verified for over a year is not", &catalog.Course{Record: common("published", "2026-02-01")}, false},
		{"a paused course is not", &catalog.Course{Record: common("paused", "2027-02-01")}, false},
		{"a draft is not", &catalog.Course{Record: common("draft", "2027-02-01")}, false},
		{"an event of today is listed", &catalog.Event{Record: common("published", ""), Start: momentOf("2027-03-01 09:00")}, true},
		{"an event of yesterday is not", &catalog.Event{Record: common("published", ""), Start: momentOf("2027-02-28 09:00")}, false},
	} {
		if got := InLists(row.entry, c, dayOf("2027-03-01")); got != row.want {
			t.Errorf("%s: %v", row.name, got)
		}
	}
}

func TestPastEvent(t *testing.T) {
	for _, row := range []struct {
		name, start, end string
		want             bool
	}{
		{"an event that ended this morning is not past", "2027-03-01 09:00", "2027-03-01 10:00", false},
		{"an event that began yesterday and goes on is not past", "2027-02-28", "2027-03-02", false},
		{"an event that ended yesterday is past", "2027-02-20", "2027-02-28 23:00", true},
		{"an event without an end is past the day after", "2027-02-28 23:00", "", true},
		{"an event without a date is not past", "", "", false},
	} {
		e := &catalog.Event{}
		if row.start != "" {
			e.Start = momentOf(row.start)
		}
		if row.end != "" {
			e.End = momentOf(row.end)
		}
		if got := PastEvent(e, dayOf("2027-03-01")); got != row.want {
			t.Errorf("%s: %v", row.name, got)
		}
	}
}
