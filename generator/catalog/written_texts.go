package catalog

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/content"
	"mappe/generator/schema"
)

// writtenTexts gathers the texts of a file as written, without making a record of it. They are those that TextsOf finds in the
// record, in the order of the file; the long text is last.
func writtenTexts(doc content.Document, p *plan) []FieldText {
	if p == nil {
		return nil
	}
	texts := groupTexts(doc.Keys, p, "")
	if strings.TrimSpace(doc.Body) != "" {
		texts = append(texts, FieldText{"body", doc.Body, "body"})
	}
	return texts
}

func groupTexts(n *yaml.Node, p *plan, path string) []FieldText {
	var texts []FieldText
	if n == nil || n.Kind != yaml.MappingNode { // a translation may be no more than a long text
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if at, known := p.byKey[n.Content[i].Value]; known {
			f := &p.fields[at]
			texts = append(texts, valueTexts(n.Content[i+1], f, join(path, f.Key))...)
		}
	}
	return texts
}

func valueTexts(n *yaml.Node, f *fieldPlan, path string) []FieldText {
	var texts []FieldText
	switch {
	case f.Kind == schema.Text:
		return scalarText(n, path, f.Key)
	case f.Kind == schema.TextMap:
		for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
			texts = append(texts, scalarText(n.Content[i+1], join(path, n.Content[i].Value), f.Key)...)
		}
	case f.Kind == schema.Texts:
		for _, item := range listOf(n) {
			texts = append(texts, scalarText(item, join(path, strconv.Itoa(len(texts))), f.Key)...)
		}
	case f.Kind == schema.Groups || f.Kind == schema.GroupsOrWords:
		for i, item := range listOf(n) {
			texts = append(texts, groupTexts(item, f.group, join(path, itemName(item, i)))...)
		}
	case f.Kind.Nested():
		texts = groupTexts(n, f.group, path)
	}
	return texts
}

func scalarText(n *yaml.Node, path, key string) []FieldText {
	if n.Kind != yaml.ScalarNode || isEmpty(n) {
		return nil
	}
	return []FieldText{{path, strings.TrimSpace(n.Value), key}}
}
