package edit

import (
	"slices"

	"mappe/generator/diag"
	"mappe/generator/schema"
)

// order puts the fields of all groups into the canonical order, the innermost groups first, since the outer ones move them.
func (f *File) order() error {
	for depth := f.depth(); depth >= 0; depth-- {
		var list []splice
		f.walk(func(group *node, fields []schema.Field, at int) {
			if order := canonicalOrder(group, fields); at == depth && order != nil {
				if s, ok := f.moved(group, order); ok {
					list = append(list, s)
				}
			}
		})
		if len(list) == 0 {
			continue
		}
		if err := f.change(list); err != nil {
			return err
		}
	}
	return nil
}

// disorder finds the groups that order would change.
func (f *File) disorder() []diag.Finding {
	var found []diag.Finding
	f.walk(func(group *node, fields []schema.Field, _ int) {
		order := canonicalOrder(group, fields)
		if order == nil {
			return
		}
		if _, ok := f.moved(group, order); !ok {
			return
		}
		for i, number := range order {
			if number != i {
				key := group.entries()[number].key
				found = append(found, f.finding(key, "field-order", diag.Textf("Das Feld „%s“ steht üblicherweise weiter oben.", "The field “%s” usually stands further up.", key.Value)))
				return
			}
		}
	})
	return found
}

func (f *File) depth() int {
	deepest := 0
	f.walk(func(_ *node, _ []schema.Field, depth int) { deepest = max(deepest, depth) })
	return deepest
}

// canonicalOrder returns the numbers of a group's entries in canonical order, nil where they are in it. Unknown keys stay behind
// the key they follow.
func canonicalOrder(group *node, fields []schema.Field) []int {
	entries := group.entries()
	ranks, order := make([]int, len(entries)), make([]int, len(entries))
	rank := -1
	for i, e := range entries {
		if own := rankOf(fields, e.key.Value); own >= 0 {
			rank = own
		}
		ranks[i], order[i] = rank, i
	}
	if slices.IsSorted(ranks) {
		return nil
	}
	slices.SortStableFunc(order, func(a, b int) int { return ranks[a] - ranks[b] })
	return order
}
