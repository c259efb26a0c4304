package edit

import (
	"bytes"
	"strings"

	"mappe/generator/diag"
	"mappe/generator/schema"

	"gopkg.in/yaml.v3"
)

// textLists finds the lists of texts that stand in brackets and could stand on lines of their own.
func (f *File) textLists() []rewrite {
	var list []rewrite
	f.walk(func(group *node, fields []schema.Field, _ int) {
		if group.isFlow() {
			return
		}
		for _, e := range group.entries() {
			field := fieldOf(fields, e.key.Value)
			if field == nil || field.Kind != schema.Texts || !f.isLineList(e) {
				continue
			}
			var items []string
			for _, item := range e.value.content {
				items = append(items, string(f.src[item.start:item.end]))
			}
			finding := f.finding(e.key, "text-list", diag.Textf("Unter „%s“ steht jeder Eintrag in einer eigenen Zeile.", "At “%s” each item stands on a line of its own.", e.key.Value))
			list = append(list, rewrite{f.listOnLines(e, items), finding})
		}
	})
	return list
}

// isLineList reports whether a value is a list in brackets whose items can be put on lines as they are written.
func (f *File) isLineList(e entry) bool {
	n := e.value
	if !n.isFlow() || len(n.items()) == 0 || f.hasComment(span{e.key.end, n.end}) {
		return false
	}
	for _, item := range n.content {
		if item.Kind != yaml.ScalarNode || item.isNull() || bytes.ContainsAny(f.src[item.start:item.end], "\r\n") {
			return false
		}
	}
	return true
}

// listOnLines writes a list below its key, one item a line. Remarks that stood among the old value go above the items, one behind it
// stays behind the key.
func (f *File) listOnLines(e entry, items []string) []splice {
	tree := &builder{src: f.src, lines: f.lines}
	colon := tree.colon(e.key.end)
	old := span{colon, max(colon, e.value.end)}
	indent := f.newline() + strings.Repeat(" ", e.key.Column-1+2)
	var below strings.Builder
	for _, c := range f.remarks {
		if c.start >= old.start && c.start < old.end {
			below.WriteString(indent)
			below.Write(f.src[c.start:c.end])
		}
	}
	for _, item := range items {
		below.WriteString(indent + "- " + item)
	}
	return []splice{{old, ""}, insert(f.lines.end(f.lines.of(old.end)), below.String())}
}
