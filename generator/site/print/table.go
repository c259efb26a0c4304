package print

import (
	"mappe/generator/address"
	"mappe/generator/site"
)

// shortPage is an overview in its short length: one line an offer.
func (p *planner) shortPage(v *site.View, o *overview, paper string) *OverviewPage {
	page := p.start(v, o, paper)
	page.Full = v.OwnLink(v.T("print.full"), address.Print(v.Code(), o.id))
	page.Columns = 1
	records := o.records()
	for _, s := range p.outline(v, o) {
		group := TableGroup{Heading: s.Heading}
		each([]Section{s}, func(e Entry) {
			line := p.line(v, records[e.ID])
			line.Number, line.Title = e.Number, e.Title
			group.Lines = append(group.Lines, line)
		})
		page.Table = append(page.Table, group)
	}
	return page
}
