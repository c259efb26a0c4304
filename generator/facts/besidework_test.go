package facts

import (
	"strings"
	"testing"

	"mappe/generator/catalog"
)

func TestFitsBesideWork(t *testing.T) {
	dated := catalog.Session{Start: dayOf("2027-03-01"), End: dayOf("2027-06-25")}
	for _, row := range []struct {
		name    string
		course  catalog.Course
		session catalog.Session
		slots   string
		want    string
	}{
		{"made for people in work", catalog.Course{BesideWork: true}, dated, "mo 9:00-16:00", "fits: declared"},
		{"evenings", catalog.Course{}, dated, "mo we 17:00-19:15", "fits: evening"},
		{"evenings, 25 units a week", catalog.Course{}, dated, "mo tu we th fr 17:00-20:45", "fits: evening"},
		{"Saturdays", catalog.Course{}, dated, "sa 9:00-16:00", "fits: weekend"},
		{"an evening and Saturdays", catalog.Course{}, dated, "fr 18:00-20:00; sa 9:00-16:00", "fits: evening"},
		{"mornings, 16 units a week", catalog.Course{}, dated, "mo tu we th 9:00-12:00", "fits: part_time"},
		{"afternoons", catalog.Course{}, dated, "tu 14:00-16:00", "fits: part_time"},
		{"mornings, 20 units a week", catalog.Course{}, dated, "mo tu we th fr 9:00-12:00", "does not fit"},
		{"a whole Friday", catalog.Course{}, dated, "fr 9:00-16:00", "does not fit"},
		{"an evening and a whole Friday", catalog.Course{}, dated, "mo 17:00-19:00; fr 9:00-16:00", "does not fit"},
		{"an evening and a day without times", catalog.Course{}, dated, "mo 17:00-19:00; tu", "not known"},
		{"days without times, 25 units a week", catalog.Course{Workload: &catalog.Workload{PerWeek: pointerTo(25.0)}}, dated, "mo tu we th fr", "does not fit"},
		{"no times, 25 units a week", catalog.Course{Workload: &catalog.Workload{PerWeek: pointerTo(25.0)}}, dated, "", "does not fit"},
		{"no times, 10 units a week", catalog.Course{Workload: &catalog.Workload{PerWeek: pointerTo(10.0)}}, dated, "", "not known"},
		{"no times", catalog.Course{}, dated, "", "not known"},
		{"online on demand, no times", catalog.Course{Mode: "online"}, catalog.Session{OnDemand: true}, "", "fits: self_paced"},
		{"online from a day on, no times", catalog.Course{Mode: "online"}, dated, "", "not known"},
		{"on demand on site, no times", catalog.Course{}, catalog.Session{OnDemand: true}, "", "not known"},
		{"one Saturday, its slot without days", catalog.Course{}, catalog.Session{Start: dayOf("2027-03-06")}, "9:00-16:00", "fits: weekend"},
		{"one Tuesday, its slot without days", catalog.Course{}, catalog.Session{Start: dayOf("2027-03-02")}, "9:00-16:00", "does not fit"},
	} {
		if row.slots != "" {
			row.session.Times = slotsOf(strings.Split(row.slots, "; ")...)
		}
		if got := spokenFit(FitsBesideWork(&row.course, &row.session, calendar2027())); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
	if got := spokenFit(FitsBesideWork(&catalog.Course{}, nil, nil)); got != "not known" {
		t.Errorf("a course without a session: %s, want not known", got)
	}
	if got := spokenFit(FitsBesideWork(&catalog.Course{BesideWork: true}, nil, nil)); got != "fits: declared" {
		t.Errorf("a course without a session, made for people in work: %s", got)
	}
}

func spokenFit(fits, known bool, reason string) string {
	switch {
	case fits && known:
		return "fits: " + reason
	case known && reason == "":
		return "does not fit"
	case !fits && reason == "":
		return "not known"
	}
	return "contradiction"
}
