package site

import (
	"slices"

	"mappe/generator/catalog"
)

// brief tells at a glance what decides whether to read on: what the record's card tells, and what it costs or pays. What the facts below
// would only say again leaves them.
func (v *view) brief(p *RecordPage, entry catalog.Entry) {
	told := v.sharedCard(entry).Facts
	p.Brief = v.room.facts.take(len(told) + 2)
	for _, short := range told {
		if full := factNamed(p.Facts, short.Name); full != nil && sameValues(full.Values, short.Values) {
			short = *full // it knows until when it is true
			p.Facts = slices.DeleteFunc(p.Facts, func(f Fact) bool { return f.Name == short.Name })
		}
		p.Brief = append(p.Brief, short)
	}
	for _, name := range []string{"price", "pay"} {
		if full := factNamed(p.Facts, name); full != nil {
			p.Brief = append(p.Brief, Fact{Name: name, Label: full.Label, Values: full.Values[:1]})
		}
	}
}

func factNamed(facts []Fact, name string) *Fact {
	if i := slices.IndexFunc(facts, func(f Fact) bool { return f.Name == name }); i >= 0 {
		f := facts[i]
		return &f
	}
	return nil
}

// sameValues reports whether two facts say the same words.
func sameValues(a, b []Value) bool {
	return slices.EqualFunc(a, b, func(a, b Value) bool { return a.Text == b.Text && slices.Equal(a.Lines, b.Lines) })
}
