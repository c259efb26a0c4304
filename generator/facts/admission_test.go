package facts

import (
	"strings"
	"testing"

	"mappe/generator/catalog"
)

func TestAdmissionOf(t *testing.T) {
	list := []*catalog.Term{{ID: "duldung"}}
	const source = "https://example.org/law"
	for _, row := range []struct {
		name      string
		admission *catalog.Admission
		want      AdmissionKind
		changed   bool
	}{
		{"nothing said is unknown", nil, AdmissionUnknown, false},
		{"open with source and date is open", &catalog.Admission{Open: true, SourceURL: source, AsOf: dayOf("2027-01-01")}, AdmissionOpen, false},
		{"open without a source may have changed", &catalog.Admission{Open: true, AsOf: dayOf("2027-01-01")}, AdmissionOpen, true},
		{"a rule without a date may have changed", &catalog.Admission{Open: true, SourceURL: source}, AdmissionOpen, true},
		{"a rule of a year ago holds", &catalog.Admission{Statuses: list, SourceURL: source, AsOf: dayOf("2026-03-01")}, AdmissionLimited, false},
		{"a rule of over a year ago may have changed", &catalog.Admission{Statuses: list, SourceURL: source, AsOf: dayOf("2026-02-28")}, AdmissionLimited, true},
		{"circles limit", &catalog.Admission{Circles: list}, AdmissionLimited, true},
		{"not_for limits", &catalog.Admission{NotFor: list}, AdmissionLimited, true},
		{"a proof limits", &catalog.Admission{Proof: list}, AdmissionLimited, true},
		{"a list beside open limits", &catalog.Admission{Open: true, Statuses: list}, AdmissionLimited, true},
		{"a note alone is unknown", &catalog.Admission{Note: catalog.NewText(0, "Ask.")}, AdmissionUnknown, true},
	} {
		got := AdmissionOf(&catalog.Offer{Admission: row.admission}, dayOf("2027-03-01"))
		if got.Kind != row.want || got.MayHaveChanged != row.changed {
			t.Errorf("%s: %s, may have changed %v; want %s, %v", row.name, got.Kind, got.MayHaveChanged, row.want, row.changed)
		}
	}
}

func TestMatches(t *testing.T) {
	statuses, circles := vocabularyOf("statuses", "duldung duldung-identity:duldung duldung-training:duldung visa"), vocabularyOf("circles", "asylblg sgb-2")
	for _, row := range []struct {
		name                      string
		open                      bool
		statuses, circles, notFor string
		status, circle            string
		want                      catalog.Answer
	}{
		{"open is for all", true, "", "", "", "visa", "sgb-2", catalog.Yes},
		{"open is for those who say nothing", true, "", "", "", "", "", catalog.Yes},
		{"an empty rule is unknown", false, "", "", "", "visa", "sgb-2", catalog.Unknown},
		{"an empty rule is unknown to who says nothing", false, "", "", "", "", "", catalog.Unknown},
		{"a status of the list may come", false, "duldung", "", "", "duldung", "", catalog.Yes},
		{"a status below one of the list may come", false, "duldung", "", "", "duldung-training", "", catalog.Yes},
		{"a status above one of the list may be", false, "duldung-training", "", "", "duldung", "", catalog.Unknown},
		{"another status may not", false, "duldung", "", "", "visa", "", catalog.No},
		{"a list beside open counts", true, "duldung", "", "", "visa", "", catalog.No},
		{"a status not said is unknown", false, "duldung", "", "", "", "", catalog.Unknown},
		{"both lists match", false, "duldung", "asylblg", "", "duldung", "asylblg", catalog.Yes},
		{"each list must match", false, "duldung", "asylblg", "", "duldung", "sgb-2", catalog.No},
		{"a list that fails decides though the other is not said", false, "duldung", "asylblg", "", "", "sgb-2", catalog.No},
		{"a list that asks what is not said is unknown", false, "duldung", "asylblg", "", "duldung", "", catalog.Unknown},
		{"a list left out is unknown to whom it would concern", false, "duldung", "", "", "duldung", "sgb-2", catalog.Unknown},
		{"and says nothing against who has not asked", false, "", "asylblg", "", "", "asylblg", catalog.Yes},
		{"not_for excludes", false, "", "", "duldung-identity", "duldung-identity", "", catalog.No},
		{"not_for excludes what lies below", false, "", "", "duldung", "duldung-training", "", catalog.No},
		{"not_for excludes from a list", false, "duldung", "", "duldung-identity", "duldung-identity", "", catalog.No},
		{"who is not excluded is not promised anything", false, "", "", "duldung", "visa", "", catalog.Unknown},
		{"who is in the list and not excluded may come", false, "duldung", "", "duldung-identity", "duldung-training", "", catalog.Yes},
		{"who is in the list and perhaps excluded may be", false, "duldung", "", "duldung-identity", "duldung", "", catalog.Unknown},
		{"an exclusion of who has not said it is unknown", false, "", "asylblg", "duldung", "", "asylblg", catalog.Unknown},
	} {
		a := &catalog.Admission{Open: row.open, Statuses: termsIn(statuses, row.statuses), Circles: termsIn(circles, row.circles), NotFor: termsIn(statuses, row.notFor)}
		if got := Matches(a, termIn(statuses, row.status), termIn(circles, row.circle)); got != row.want {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
	if got := Matches(nil, termIn(statuses, "visa"), nil); got != catalog.Unknown {
		t.Errorf("no rule at all: %s, want unknown", got)
	}
}

func TestStatesHaveIds(t *testing.T) {
	got := []string{AdmissionUnknown.String(), AdmissionOpen.String(), AdmissionLimited.String(), PriceUnknown.String(), PriceFree.String(), PriceFreeForSome.String(), PriceAmounts.String()}
	if want := "unknown open limited unknown free free-for-some amounts"; strings.Join(got, " ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}
