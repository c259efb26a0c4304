package check

import (
	"maps"
	"slices"
)

// step leads from one record to the next, by id, as the record called owner says in a field.
type step struct {
	from, to, owner, field string
}

// ringsOf finds rings among steps. Each begins with its first member by id and is the shortest through it; of rings
// that share a record the first is told, since to break it may break the others.
func ringsOf(steps []step) [][]step {
	next := map[string][]step{}
	for _, s := range withoutDeadEnds(steps) {
		next[s.from] = append(next[s.from], s)
	}
	var rings [][]step
	told := map[string]bool{}
	for _, id := range slices.Sorted(maps.Keys(next)) {
		way := wayBack(id, next)
		if way == nil || slices.ContainsFunc(way, func(s step) bool { return told[s.from] }) {
			continue
		}
		for _, s := range way {
			told[s.from] = true
		}
		rings = append(rings, way)
	}
	return rings
}

// withoutDeadEnds takes steps away that lead nowhere or come from nowhere, until none is left but those on rings and between
// them. In a site without rings nothing is left, so that the search costs nothing.
func withoutDeadEnds(steps []step) []step {
	for {
		leave, arrive := map[string]bool{}, map[string]bool{}
		for _, s := range steps {
			leave[s.from], arrive[s.to] = true, true
		}
		kept := slices.DeleteFunc(slices.Clone(steps), func(s step) bool { return !leave[s.to] || !arrive[s.from] })
		if len(kept) == len(steps) {
			return kept
		}
		steps = kept
	}
}

// wayBack is the shortest way from a record back to it, nil where there is none.
func wayBack(id string, next map[string][]step) []step {
	cameBy := map[string]step{}
	queue := []string{id}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, s := range next[at] {
			if s.to == id {
				way := []step{s}
				for ; at != id; at = way[len(way)-1].from {
					way = append(way, cameBy[at])
				}
				slices.Reverse(way)
				return way
			}
			if _, been := cameBy[s.to]; !been {
				cameBy[s.to] = s
				queue = append(queue, s.to)
			}
		}
	}
	return nil
}
