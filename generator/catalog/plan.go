package catalog

import (
	"fmt"
	"reflect"

	"gopkg.in/yaml.v3"

	"mappe/generator/schema"
)

// plan is the field table of one struct, bound to the struct's fields, so that one decoder serves every record type.
type plan struct {
	name   string
	fields []fieldPlan
	byKey  map[string]int
	keys   []string
	// hasText says that there are words for readers inside, so that translations repeat it, and match list items by their id.
	hasText bool
}

func (p *plan) has(key string) bool {
	_, known := p.byKey[key]
	return known
}

// fieldPlan is a row of the table, where its value lives, and the plan of what lies inside.
type fieldPlan struct {
	schema.Field
	index  []int
	group  *plan
	absent *yaml.Node // stands for the field where a file leaves it out; nil where nothing does
}

// plans holds the plans of everything that is decoded.
type plans struct {
	table    *schema.Table
	records  map[string]*plan // by folder
	settings *plan
	holidays *plan
	term     *plan
	groups   map[string]*plan
}

func newPlans(table *schema.Table) *plans {
	p := &plans{table: table, records: map[string]*plan{}, groups: map[string]*plan{}}
	types := structTypes()
	for i := range table.Groups {
		g := &table.Groups[i]
		p.groups[g.Name] = &plan{name: g.Name, hasText: g.HasText(table)}
	}
	for _, g := range table.Groups {
		p.fill(p.groups[g.Name], g.Fields, types[g.Name])
	}
	for i := range table.Types {
		rt := &table.Types[i]
		p.records[rt.Folder] = p.fill(&plan{name: rt.Name}, table.FieldsOf(rt), types[rt.Name])
	}
	p.settings = p.fill(&plan{name: "Settings"}, table.Site, reflect.TypeFor[Settings]())
	p.holidays = p.fill(&plan{name: "HolidayFile"}, table.Holidays, reflect.TypeFor[HolidayFile]())
	p.term = p.fill(&plan{name: "termEntry"}, table.TermEntry, reflect.TypeFor[termEntry]())
	return p
}

func (p *plans) fill(out *plan, fields []schema.Field, t reflect.Type) *plan {
	out.byKey = make(map[string]int, len(fields))
	for _, f := range fields {
		member, found := t.FieldByName(schema.GoName(f.Key))
		if !found {
			panic(fmt.Sprintf("the struct %s has no field for %s: run go generate ./generator/schema", out.name, f.Key))
		}
		fp := fieldPlan{Field: f, index: member.Index, absent: defaultNode(f)}
		if f.Kind.Nested() {
			fp.group = p.groups[f.Of]
		}
		out.byKey[f.Key] = len(out.fields)
		out.fields = append(out.fields, fp)
		out.keys = append(out.keys, f.Key)
	}
	return out
}
