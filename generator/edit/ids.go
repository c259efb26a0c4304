package edit

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/schema"
)

// maxItemID is how long an id made of an item's words may be, in characters.
const maxItemID = 24

// ids finds the items of lists that hold texts and have no id. A translation cannot be given one: it has to be the original's.
func (f *File) ids() []rewrite {
	var list []rewrite
	if f.shape.Translation {
		return nil
	}
	f.walk(func(group *node, fields []schema.Field, _ int) {
		for _, e := range group.entries() {
			inner := f.shape.inner(fieldOf(fields, e.key.Value))
			if fieldOf(inner, "id") != nil {
				list = append(list, f.idsIn(e.value, inner)...)
			}
		}
	})
	return list
}

func (f *File) idsIn(items *node, fields []schema.Field) []rewrite {
	taken := map[string]bool{}
	for _, item := range items.items() {
		if id, found := item.find("id"); found {
			taken[id.value.Value] = true
		}
	}
	var list []rewrite
	for i, item := range items.items() {
		words := f.firstText(item, fields)
		if id, found := item.find("id"); words == "" || found && !id.value.isNull() {
			continue
		}
		name := freeID(words, i, taken)
		taken[name] = true
		list = append(list, rewrite{f.withID(item, name), f.finding(item, "missing-id",
			diag.Textf("Dieser Eintrag einer Liste hat Text und bekommt die Kennung %s.", "This item of a list has text and is given the id %s.", name))})
	}
	return list
}

// withID writes an id into an item, in front of its other fields.
func (f *File) withID(item *node, name string) []splice {
	text := "id: " + quoted(name, item.isFlow())
	first := item.content[0]
	if id, found := item.find("id"); found {
		return []splice{{id.value.span, " " + quoted(name, item.isFlow())}}
	}
	switch {
	case item.isFlow():
		text += ", "
	case f.isBehindDash(first.start) || f.isFirstOnLine(first.start):
		text += f.newline() + strings.Repeat(" ", first.Column-1)
	default:
		return nil
	}
	return []splice{insert(first.start, text)}
}

// firstText returns the first words for readers in an item, empty where it has none.
func (f *File) firstText(item *node, fields []schema.Field) string {
	for _, e := range item.entries() {
		field := fieldOf(fields, e.key.Value)
		switch {
		case field == nil:
		case field.Kind.Translatable():
			if words := firstWords(e.value); words != "" {
				return words
			}
		case field.Kind.Nested():
			for _, inner := range append([]*node{e.value}, e.value.items()...) {
				if words := f.firstText(inner, f.shape.inner(field)); words != "" {
					return words
				}
			}
		}
	}
	return ""
}

// firstWords returns the first single value in a node that holds anything.
func firstWords(n *node) string {
	if n.Kind == yaml.ScalarNode && !n.isNull() {
		return strings.TrimSpace(n.Value)
	}
	for i, child := range n.content {
		if n.isMap() && i%2 == 0 {
			continue // a key
		}
		if words := firstWords(child); words != "" {
			return words
		}
	}
	return ""
}

// freeID makes an id of a few words, or of the item's number, that no other item has.
func freeID(words string, i int, taken map[string]bool) string {
	id := content.SuggestID(words)
	for len(id) > maxItemID {
		cut := strings.LastIndexByte(id, '-')
		if cut < 0 {
			cut = maxItemID
		}
		id = id[:cut]
	}
	if id == "" {
		id = strconv.Itoa(i + 1)
	}
	free := id
	for n := 2; taken[free]; n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	return free
}
