package check

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/catalog"
	"mappe/generator/content"
)

// site reports a problem with a field of site.yaml. Its places are not kept, so it is read again, which only happens when there is
// something to tell.
func (r *report) site(field string, p problem) {
	at := top()
	if doc, _, err := content.Read(r.Tree.FS, r.Tree.Site); err == nil && doc.Keys != nil {
		at = placeOf(doc.Keys, strings.Split(field, "."))
	}
	r.place(r.Tree.Site, at, p)
}

// item returns what stands at a number of a list, counted from 0; nil where n is none.
func item(n *yaml.Node, key string) *yaml.Node {
	i, err := strconv.Atoi(key)
	if err != nil || n.Kind != yaml.SequenceNode || i < 0 || i >= len(n.Content) {
		return nil
	}
	return n.Content[i]
}

// placeOf finds where a field stands, or what it would stand in.
func placeOf(n *yaml.Node, keys []string) catalog.Position {
	at := top()
	for _, key := range keys {
		value := item(n, key)
		for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
			if n.Content[i].Value == key {
				value = n.Content[i+1]
				at = catalog.Position{Line: max(1, n.Content[i].Line), Column: max(1, n.Content[i].Column)}
			}
		}
		if value == nil {
			return at
		}
		n = value
	}
	if n.Kind == yaml.ScalarNode && n.Line > 0 {
		at = catalog.Position{Line: n.Line, Column: n.Column}
	}
	return at
}
