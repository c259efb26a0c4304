package catalog

import (
	"reflect"
	"testing"

	"gopkg.in/yaml.v3"

	"mappe/generator/content"
	"mappe/generator/schema"
	"mappe/generator/yamldoc"
)

// coverage collects the fields that occur in a file of the test sites and hold something after decoding, as Course.kind.
type coverage map[string]bool

func (c coverage) group(n *yaml.Node, p *plan, v reflect.Value) {
	if n == nil || n.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		at, known := p.byKey[n.Content[i].Value]
		if !known {
			continue
		}
		f := &p.fields[at]
		inside := v.FieldByIndex(f.index)
		if !inside.IsZero() || f.Kind == schema.Bool && f.Default == "true" {
			c[p.name+"."+f.Key] = true
		}
		if f.Kind.Nested() {
			c.nested(n.Content[i+1], f, inside)
		}
	}
}

func (c coverage) nested(n *yaml.Node, f *fieldPlan, v reflect.Value) {
	switch {
	case v.IsZero():
	case f.Kind == schema.Place:
		c.group(n, f.group, v.Elem().FieldByName("Address"))
	case v.Kind() == reflect.Slice:
		for i, item := range listOf(n) {
			if i < v.Len() {
				c.group(item, f.group, v.Index(i))
			}
		}
	case v.Kind() == reflect.Pointer:
		c.group(n, f.group, v.Elem())
	default:
		c.group(n, f.group, v)
	}
}

// TestEveryFieldIsDecoded fails if a field of the table occurs in no test site, or comes to nothing wherever it does.
func TestEveryFieldIsDecoded(t *testing.T) {
	seen := coverage{}
	for _, s := range siteCases(t) {
		c, _ := load(t, s.files, Options{})
		if c == nil {
			continue
		}
		read := func(file string) *yaml.Node {
			doc, _, err := content.Read(s.files, file)
			if err != nil {
				t.Fatal(err)
			}
			return doc.Keys
		}
		for _, entry := range c.Entries {
			base := entry.Base()
			seen.group(read(base.File(c.Default).Path), c.plans.records[base.Folder()], reflect.ValueOf(entry).Elem())
		}
		seen.group(read(c.Tree.Site), c.plans.settings, reflect.ValueOf(&c.Settings).Elem())
		if c.Tree.Holidays != "" {
			seen.group(read(c.Tree.Holidays), c.plans.holidays, reflect.ValueOf(&c.Holidays).Elem())
		}
		for _, file := range c.Tree.Vocabularies {
			list, _ := yamldoc.ParseList(file, s.files[file].Data)
			for _, item := range listOf(list) {
				for i := 0; i+1 < len(item.Content) && item.Kind == yaml.MappingNode; i += 2 {
					seen["Term."+item.Content[i].Value] = true // what becomes of it is in the case's dump
				}
			}
		}
	}
	table := schema.New()
	need := func(fields []schema.Field, names ...string) {
		t.Helper()
		for _, f := range fields {
			found := f.Key == "body" && seen["Course.body"]
			for _, name := range names {
				found = found || seen[name+"."+f.Key]
			}
			if !found {
				t.Errorf("no test site has %s.%s", names[0], f.Key)
			}
		}
	}
	var all, offers []string
	for _, rt := range table.Types {
		need(rt.Fields, rt.Name)
		all = append(all, rt.Name)
		if rt.Offer {
			offers = append(offers, rt.Name)
		}
	}
	need(table.Common, all...)
	need(table.Offer, offers...)
	for _, g := range table.Groups {
		need(g.Fields, g.Name)
	}
	need(table.Site, "Settings")
	need(table.Holidays, "HolidayFile")
	need(table.TermEntry, "Term")
}
