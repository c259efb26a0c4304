package site

import (
	"encoding/json"
	"strings"
	"testing"
)

// What pages share outlives the room of the page that made it: models made one after another in one room, twice, are those made without.
func TestModelsOfARoomTellWhatOthersTell(t *testing.T) {
	for _, name := range []string{"every-field", "wrong-values", "translations"} {
		t.Run(name, func(t *testing.T) {
			without, within := everyField(t, name), everyField(t, name)
			pages := without.Pages()
			var room Room
			for range 2 {
				for i, p := range within.Pages() {
					if got, want := asJSON(t, within.ModelIn(&room, p)), asJSON(t, without.Model(pages[i])); got != want {
						t.Fatalf("%s differs:\n%s\n%s", p.Path, got, want)
					}
				}
			}
		})
	}
}

// asJSON writes all that a template can ask a model for. Templates know no difference between an empty list and none.
func asJSON(t *testing.T, model any) string {
	t.Helper()
	data, err := json.Marshal(model)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(data), "[]", "null")
}

// Views that packages above are given may be asked for what they keep, so that there is no room behind them.
func TestPagesOfPackagesAboveAreMadeWithoutARoom(t *testing.T) {
	s := planned(t, "")
	p := Planned{Path: "de/print/x.html", Kind: "overview"}.With(func(v *View) any { return v.room == &s.lasts })
	if s.ModelIn(&Room{}, p) != true {
		t.Error("it has a room")
	}
}

// A list that finds no place is memory of its own, and the next page finds more; lists beside each other do not grow into each other.
func TestARoomGrowsToWhatPagesTake(t *testing.T) {
	var s slab[int]
	s.clear()
	had := cap(s.all)
	a, b := append(s.take(2), 1, 2), append(s.take(2), 3, 4)
	a = append(a, 5)
	same(t, "the neighbour", itoa(b[0]), "3")
	many := s.take(had)
	s.clear()
	if cap(many) != had || cap(s.all) != had+4 {
		t.Errorf("%d were taken and there is room for %d", cap(many), cap(s.all))
	}
	if b[0] != 0 || a[2] != 5 {
		t.Errorf("what was taken is left: %v, or what was not is gone: %v", b, a)
	}
	all := append(s.filled(func(to []int) []int { return append(to, 6, 7) }), 8)
	same(t, "what was filled in", itoa(s.all[1])+itoa(all[2]), "78")
	if next := append(s.take(1), 9); next[0] != 9 || all[1] != 7 {
		t.Error("what was filled in is taken again")
	}
}
