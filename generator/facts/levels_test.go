package facts

import (
	"slices"
	"testing"

	"mappe/generator/catalog"
)

// cefr are the levels as the program's own vocabulary has them, in a scrambled order of children.
func cefr() *catalog.Vocabulary {
	return vocabularyOf("levels", "alpha a1 a2 a2.1:a2 a2.2:a2 b1 b1.1:b1 b1.2:b1 a1.1:a1 a1.2:a1 b2 b2.1:b2 b2.2:b2 c1 c2")
}

func TestLevelsAreOrderedAsTheyAreLearned(t *testing.T) {
	v := cefr()
	levels := NewLevels(v)
	terms := slices.Clone(v.Terms)
	slices.SortFunc(terms, levels.Compare)
	if got, want := idsOf(terms), "alpha a1 a1.1 a1.2 a2 a2.1 a2.2 b1 b1.1 b1.2 b2 b2.1 b2.2 c1 c2"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestLevelAbove(t *testing.T) {
	v := cefr()
	levels := NewLevels(v)
	for _, row := range []struct {
		a, b string
		want bool
	}{
		{"b1", "a2", true}, {"a2", "b1", false}, {"a1", "a1", false},
		{"a1", "a1.1", true}, {"a1", "a1.2", false}, {"a1.2", "a1", false}, {"a1.2", "a1.1", true}, {"a1", "alpha", true},
	} {
		if got := levels.Above(termIn(v, row.a), termIn(v, row.b)); got != row.want {
			t.Errorf("%s above %s: %v", row.a, row.b, got)
		}
	}
	if levels.Above(&catalog.Term{ID: "x"}, termIn(v, "a1")) || levels.Above(termIn(v, "a1"), nil) {
		t.Error("an unknown level is above or below something")
	}
}

func TestLevelsBetween(t *testing.T) {
	v := cefr()
	levels := NewLevels(v)
	for _, row := range []struct{ from, to, want string }{
		{"alpha", "a1", "alpha a1 a1.1 a1.2"},
		{"a1.2", "a2.1", "a1.2 a2.1"},
		{"a1.2", "a2", "a1.2 a2 a2.1 a2.2"},
		{"b2", "", "b2 b2.1 b2.2"},
		{"", "c1", "c1"},
		{"b1", "a2", ""},
		{"", "", ""},
	} {
		if got := idsOf(levels.Between(termIn(v, row.from), termIn(v, row.to))); got != row.want {
			t.Errorf("from %q to %q: %q, want %q", row.from, row.to, got, row.want)
		}
	}
}

func TestLevelReaches(t *testing.T) {
	v := cefr()
	levels := NewLevels(v)
	for _, row := range []struct {
		name, to, nextFrom, nextTo string
		want                       bool
	}{
		{"b1 leads to a course that needs b1", "b1", "b1", "b2", true},
		{"b1.2 completes b1 and leads to a course that needs b1", "b1.2", "b1", "b2", true},
		{"b1 leads to a course that needs b1.2", "b1", "b1.2", "b2", true},
		{"b1.1 is not enough for a course that needs b1", "b1.1", "b1", "b2", false},
		{"b1.1 leads to a course that begins with b1.2", "b1.1", "b1.2", "b2", true},
		{"b1 leads to a course on b2", "b1", "b2", "b2", true},
		{"b1 leads to a course to b2 without a start", "b1", "", "b2", true},
		{"b1 leads to a course on b2 without an end", "b1", "b2", "", true},
		{"b1 is not enough for a course that needs b2", "b1", "b2", "c1", false},
		{"b1 does not lead to b1 again", "b1", "b1", "b1", false},
		{"b1 does not lead back", "b1", "a2", "b1", false},
		{"b1 does not lead to its own half", "b1", "b1.1", "b1.2", false},
		{"a1.1 leads to a course on a1.2", "a1.1", "a1.2", "a1.2", true},
		{"a1 leads to a course on a2.1", "a1", "a2.1", "a2.1", true},
		{"a1.2 leads to a course through both halves of a2", "a1.2", "a2.1", "a2.2", true},
		{"alpha leads to a course on a1", "alpha", "a1", "a1", true},
		{"c1 leads to a course that needs it", "c1", "c1", "c2", true},
		{"no level leads nowhere", "", "a1", "a1", false},
		{"a course without levels is reached by none", "a1", "", "", false},
	} {
		next := &catalog.LevelRange{From: termIn(v, row.nextFrom), To: termIn(v, row.nextTo)}
		if got := levels.Reaches(termIn(v, row.to), next); got != row.want {
			t.Errorf("%s: %v", row.name, got)
		}
	}
	if levels.Reaches(termIn(v, "a1"), &catalog.LevelRange{From: &catalog.Term{ID: "x"}, To: termIn(v, "b1")}) {
		t.Error("a course that needs an unknown level is reached")
	}
	if levels.Reaches(termIn(v, "a1"), nil) || NewLevels(nil).Reaches(termIn(v, "a1"), &catalog.LevelRange{From: termIn(v, "a1"), To: termIn(v, "a2")}) {
		t.Error("levels nobody knows are reached")
	}
}
