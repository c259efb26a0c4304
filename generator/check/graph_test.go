package check

import (
	"slices"
	"strings"
	"testing"
)

func TestRingsAreFoundOnceAtTheirFirstMember(t *testing.T) {
	for _, c := range []struct{ name, steps, want string }{
		{"a chain is no ring", "a>b b>c", ""},
		{"two ways to the same end are no ring", "a>b a>c b>d c>d", ""},
		{"a record before itself", "a>a", "a>a"},
		{"a ring is told from its first member on", "c>a b>c a>b", "a>b>c>a"},
		{"what leads in and out is no part", "x>a a>b b>a b>y", "a>b>a"},
		{"the shortest way is told", "a>b b>c c>a b>a", "a>b>a"},
		{"two rings", "a>b b>a c>d d>c", "a>b>a c>d>c"},
		{"what lies between two rings is none", "a>b b>a b>m m>c c>d d>c", "a>b>a c>d>c"},
	} {
		var steps []step
		for pair := range strings.FieldsSeq(c.steps) {
			from, to, _ := strings.Cut(pair, ">")
			steps = append(steps, step{from: from, to: to})
		}
		var got []string
		for _, way := range ringsOf(steps) {
			names := []string{way[0].from}
			for _, s := range way {
				names = append(names, s.to)
			}
			got = append(got, strings.Join(names, ">"))
		}
		slices.Sort(got)
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %v, want %q", c.name, got, c.want)
		}
	}
}
