package print

import (
	"cmp"
	"slices"
	"strconv"

	"mappe/generator/catalog"
	"mappe/generator/locale"
	"mappe/generator/site"
)

// outliner puts an overview in order in one language, and counts.
type outliner struct {
	*planner
	v      *site.View
	number int
}

// outline returns an overview's sections, numbered, with every offer once.
func (p *planner) outline(v *site.View, o *overview) []Section {
	out := outliner{p, v, o.first}
	if len(o.blocks) == 1 && o.blocks[0].heading == nil {
		b := o.blocks[0]
		parts, entries := out.divide(out.sorted(b), b.keys, "", 2)
		if len(entries) > 0 { // nothing to divide by
			for i := range entries {
				entries[i].Level = "3"
			}
			parts = []Section{newSection("", 0, 2, v.Own(v.T("print.offers")))}
			parts[0].Entries = entries
		}
		return parts
	}
	var sections []Section
	for _, b := range o.blocks {
		if len(b.entries) == 0 {
			continue
		}
		s := newSection("", len(sections), 2, b.heading(v))
		s.Parts, s.Entries = out.divide(out.sorted(b), b.keys, s.Number, 3)
		sections = append(sections, s)
	}
	return sections
}

// sorted returns a block's records in the order of the page's language.
func (out *outliner) sorted(b block) []catalog.Entry {
	if !b.byTitle {
		return out.v.Ordered(b.entries)
	}
	entries := slices.Clone(b.entries)
	locale.SortBy(out.v.Locale(), entries, func(e catalog.Entry) string { return out.v.Words(e.Base().Title).Text })
	return entries
}

// newSection is the section of a number, counted from 0, below another's number.
func newSection(above string, n, level int, heading site.Words) Section {
	number := strconv.Itoa(n + 1)
	if above != "" {
		number = above + "." + number
	}
	return Section{ID: "s" + dashed(number), Number: number, Level: itoa(level), Heading: heading}
}

func dashed(number string) string {
	b := []byte(number)
	for i := range b {
		if b[i] == '.' {
			b[i] = '-'
		}
	}
	return string(b)
}

// divide divides records by the first of the keys, and each division by the next. Where all are one division without words, there are
// no parts but entries.
func (out *outliner) divide(entries []catalog.Entry, keys []key, above string, level int) ([]Section, []Entry) {
	if len(keys) == 0 {
		return nil, out.entries(entries, level)
	}
	divisions, members := divisionsOf(entries, keys[0])
	if len(divisions) == 1 && divisions[0].words == nil {
		return out.divide(entries, keys[1:], above, level)
	}
	out.order(divisions)
	var sections []Section
	for _, d := range divisions {
		heading := out.v.Own(out.v.T("print.rest"))
		if d.words != nil {
			heading = d.words(out.v)
		}
		s := newSection(above, len(sections), level, heading)
		s.Parts, s.Entries = out.divide(members[d.id], keys[1:], s.Number, level+1)
		sections = append(sections, s)
	}
	return sections, nil
}

func divisionsOf(entries []catalog.Entry, k key) ([]division, map[string][]catalog.Entry) {
	var divisions []division
	members := map[string][]catalog.Entry{}
	for _, e := range entries {
		d := k(e)
		if members[d.id] == nil {
			divisions = append(divisions, d)
		}
		members[d.id] = append(members[d.id], e)
	}
	return divisions, members
}

// order puts divisions in order: by rank, those of one rank by name in the page's language.
func (out *outliner) order(divisions []division) {
	locale.SortBy(out.v.Locale(), divisions, func(d division) string {
		if d.words == nil {
			return ""
		}
		return d.words(out.v).Text
	})
	slices.SortStableFunc(divisions, func(a, b division) int { return cmp.Compare(a.rank, b.rank) })
}

// entries numbers records in their order.
func (out *outliner) entries(records []catalog.Entry, level int) []Entry {
	list := make([]Entry, len(records))
	for i, e := range records {
		list[i] = Entry{Number: out.v.Locale().Number(out.number), Level: itoa(level), Offer: *out.offer(out.v, e)}
		out.number++
	}
	return list
}

// each calls a function for every entry of sections in their order.
func each(sections []Section, do func(Entry)) {
	for _, s := range sections {
		for _, e := range s.Entries {
			do(e)
		}
		each(s.Parts, do)
	}
}
