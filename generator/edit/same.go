package edit

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/schema"
)

// same reports whether a changed file says what it said before: the same values, in whatever order of fields and whichever form, and
// the same remarks. Ids may have been added.
func (f *File) same(changed *File) bool {
	if !slices.Equal(f.commentTexts(), changed.commentTexts()) {
		return false
	}
	if f.shape.list {
		return f.shape.sameItems(f.root, changed.root, &schema.Field{Kind: schema.Groups}, f.shape.fields)
	}
	return f.shape.sameGroup(f.root, changed.root, f.shape.fields)
}

func (s Shape) sameGroup(a, b *node, fields []schema.Field) bool {
	if !a.isMap() || !b.isMap() {
		return false
	}
	added := 0
	for _, e := range b.entries() {
		if _, found := a.find(e.key.Value); !found {
			if e.key.Value != "id" || fieldOf(fields, "id") == nil {
				return false
			}
			added++
		}
	}
	if len(b.entries()) != len(a.entries())+added {
		return false
	}
	for _, e := range a.entries() {
		other, found := b.find(e.key.Value)
		if !found || !s.sameValue(e, other, fields) {
			return false
		}
	}
	return true
}

func (s Shape) sameValue(a, b entry, fields []schema.Field) bool {
	field := fieldOf(fields, a.key.Value)
	switch {
	case field == nil:
		return sameTree(a.value, b.value, &schema.Field{Kind: schema.Text})
	case a.key.Value == "id" && a.value.isNull():
		return true
	case field.Kind.Nested() && a.value.isMap():
		return s.sameGroup(a.value, b.value, s.inner(field))
	case field.Kind.Nested() && a.value.Kind == yaml.SequenceNode:
		return s.sameItems(a.value, b.value, field, s.inner(field))
	}
	return sameTree(a.value, b.value, field)
}

func (s Shape) sameItems(a, b *node, field *schema.Field, fields []schema.Field) bool {
	return a.Kind == b.Kind && slices.EqualFunc(a.content, b.content, func(x, y *node) bool {
		return s.sameGroup(x, y, fields) || !x.isMap() && sameTree(x, y, field)
	})
}

// sameTree holds values against each other that are not groups of known fields.
func sameTree(a, b *node, field *schema.Field) bool {
	if a.Kind != b.Kind || a.isNull() != b.isNull() {
		return false
	}
	if a.Kind == yaml.ScalarNode {
		return strings.TrimSpace(canonicalWord(a.Value, field)) == strings.TrimSpace(canonicalWord(b.Value, field))
	}
	return slices.EqualFunc(a.content, b.content, func(x, y *node) bool { return sameTree(x, y, field) })
}
