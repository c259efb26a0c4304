package schema

import (
	"slices"
	"testing"

	"gopkg.in/yaml.v3"

	"mappe/generator/date"
)

func TestExamplesAreWrittenAsTheFormatAsks(t *testing.T) {
	for name, fields := range fieldLists(New()) {
		for _, f := range fields {
			if f.Example == "" {
				if !f.Kind.Nested() && f.Key != "body" {
					t.Errorf("%s.%s has no example", name, f.Key)
				}
				continue
			}
			var doc yaml.Node
			if err := yaml.Unmarshal([]byte(f.Key+": "+f.Example+"\n"), &doc); err != nil {
				t.Errorf("%s.%s: example %s: %v", name, f.Key, f.Example, err)
				continue
			}
			value := doc.Content[0].Content[1]
			if value.Kind != exampleShape(f.Kind) {
				t.Errorf("%s.%s: example %s has another shape than its kind", name, f.Key, f.Example)
			}
			for _, scalar := range scalars(value, nil) {
				if !exampleFits(f, scalar) {
					t.Errorf("%s.%s: example %s does not fit its kind", name, f.Key, f.Example)
				}
			}
		}
	}
}

func exampleShape(k Kind) yaml.Kind {
	switch {
	case k.List():
		return yaml.SequenceNode
	case k == TextMap || k == StringMap || k == LanguageText || k == LanguageList:
		return yaml.MappingNode
	}
	return yaml.ScalarNode
}

func scalars(n *yaml.Node, into []*yaml.Node) []*yaml.Node {
	if n.Kind == yaml.ScalarNode {
		return append(into, n)
	}
	for _, child := range n.Content {
		into = scalars(child, into)
	}
	return into
}

func exampleFits(f Field, value *yaml.Node) bool {
	fits := true
	switch f.Kind {
	case Date:
		_, fits = date.Parse(value.Value)
	case Dates:
		_, fits = date.ParseRange(value.Value)
	case Moment:
		_, fits = date.ParseMoment(value.Value)
	case Clock, Clocks:
		_, fits = date.ParseClock(value.Value)
	case Enum, Enums, DateOrWord, ClosedOn:
		fits = slices.Contains(f.Enum, value.Value)
	case Whole, Wholes:
		fits = value.Tag == "!!int"
	case Number, Amount:
		fits = value.Tag == "!!int" || value.Tag == "!!float"
	case Bool:
		fits = value.Tag == "!!bool"
	case Text, Texts, String, Strings, URL, Email, Phone, File, StringMap, TextMap, LanguageText, LanguageList, Ref, Refs, RecordRefs, Term, Terms:
		fits = value.Tag == "!!str" && (f.Max == 0 || len([]rune(value.Value)) <= f.Max)
	}
	return fits
}
