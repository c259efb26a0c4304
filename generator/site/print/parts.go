package print

import (
	"cmp"
	"slices"

	"mappe/generator/catalog"
	"mappe/generator/site"
)

// mostOffers is how many offers an overview holds; one with more is divided. 500 are about a hundred sheets.
const mostOffers = 500

// parts divides an overview that is too long into some of at most mostOffers each, in its order in the default language, so that a part
// holds the same offers in every language. An overview that is short enough is its only part.
func (o *overview) parts() []*overview {
	if o.total() <= mostOffers {
		return []*overview{o}
	}
	var parts []*overview
	var part *overview
	size := 0
	for i := range o.blocks {
		b := &o.blocks[i]
		for _, run := range b.runs() {
			for len(run) > 0 {
				if part == nil || size == mostOffers {
					part, size = o.part(len(parts)+1), 0
					parts = append(parts, part)
				}
				n := min(len(run), mostOffers-size)
				part.put(b, run[:n])
				run, size = run[n:], size+n
			}
		}
	}
	for i, part := range parts {
		part.first = o.first + i*mostOffers
	}
	return parts
}

// runs are a block's records by its first key, so that a part holds what belongs together.
func (b *block) runs() [][]catalog.Entry {
	if len(b.keys) == 0 {
		return [][]catalog.Entry{b.entries}
	}
	divisions, members := divisionsOf(b.entries, b.keys[0])
	slices.SortFunc(divisions, func(a, b division) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.id, b.id)) })
	var runs [][]catalog.Entry
	for _, d := range divisions {
		runs = append(runs, members[d.id])
	}
	return runs
}

// part is an empty part of an overview.
func (o *overview) part(n int) *overview {
	title := func(v *site.View) site.Words {
		whole := o.title(v)
		whole.Text = v.T("print.part", "title", whole.Text, "n", n)
		return whole
	}
	return &overview{id: o.id + "-part-" + itoa(n), shelf: o.shelf, title: title, area: o.area, columns: o.columns}
}

// put adds records of a block of the whole overview to a part.
func (o *overview) put(from *block, entries []catalog.Entry) {
	if n := len(o.blocks); n > 0 && o.blocks[n-1].from == from {
		o.blocks[n-1].entries = slices.Concat(o.blocks[n-1].entries, entries)
		return
	}
	o.blocks = append(o.blocks, block{heading: from.heading, entries: entries, keys: from.keys, byTitle: from.byTitle, from: from})
}

// partsPage leads to the parts of a long overview.
func (p *planner) partsPage(v *site.View, o *overview, paper string) *OverviewPage {
	page := p.start(v, o, paper)
	for _, part := range o.parts() {
		link := v.PrintLink(part.title(v).Text, part.id)
		link.Count = part.total()
		page.Parts = append(page.Parts, link)
	}
	return page
}
