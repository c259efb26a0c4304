package print

import (
	"html/template"
	"strconv"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/locale"
	"mappe/generator/site"
)

// overviewPage is an overview in full length.
func (p *planner) overviewPage(v *site.View, o *overview, paper string) *OverviewPage {
	page := p.start(v, o, paper)
	page.Short = v.PrintLink(v.T("print.short"), o.id+"-short")
	if p.PDF {
		page.PDF = v.OwnLink(v.T("print.pdf"), address.PrintedPDF(v.Code(), o.id))
	}
	page.Sections, page.Apart = p.outline(v, o), o.apart()
	n := len(page.Sections)
	if o.area != nil {
		if groups := v.AnswersByTopic(o.area); len(groups) > 0 {
			s := newSection("", n, 2, v.Own(v.T("print.contacts_in", "place", locale.Isolate(v.Words(o.area.Title).Text))))
			s.Groups = groups
			page.Sections = append(page.Sections, s)
			n++
		}
	}
	page.contents(page.Sections)
	number := func() string { n++; return v.Locale().Number(n) }
	used := map[int]bool{}
	each(page.Sections, func(e Entry) {
		for _, i := range p.abbreviationsIn(v, &e.Offer) {
			used[i] = true
		}
	})
	page.Contacts = &Contacts{ID: "contacts", Number: number(), Offices: p.offices(v, o), Crisis: v.Frame().Crisis}
	page.entry("contacts", page.Contacts.Number, v.T("print.contacts"))
	page.Indexes = p.indexes(v, o, page.Sections)
	for i := range page.Indexes {
		index := &page.Indexes[i]
		index.Number = number()
		page.entry(index.ID, index.Number, index.Heading)
	}
	if entries := p.explained(v, used); len(entries) > 0 {
		page.Glossary = &Glossary{ID: "abbreviations", Number: number(), Entries: entries}
		page.entry("abbreviations", page.Glossary.Number, v.T("print.abbreviations"))
	}
	return page
}

// start is what both lengths of an overview have: its title and its cover.
func (p *planner) start(v *site.View, o *overview, paper string) *OverviewPage {
	title := o.title(v)
	page := &OverviewPage{Page: v.Base(title, v.Own(v.T("print.about")), v.OwnLink(v.T("print.title"), address.PrintIndex(v.Code()))), Columns: o.columns}
	page.Sheets = paper
	page.Cover = p.cover(v, o.total(), o.area)
	page.Cover.Admission = v.T("admission.unknown")
	page.Cover.Area = p.area(v, o.area)
	return page
}

// area names a place with those it lies in.
func (p *planner) area(v *site.View, place *catalog.Place) site.Words {
	if place == nil {
		place = p.Catalogue.County
	}
	if place == nil {
		return site.Words{}
	}
	names := make([]string, 0, 3)
	for _, above := range p.Tree().Chain(place) {
		names = append(names, locale.Isolate(v.Words(above.Title).Text))
	}
	if len(names) == 1 {
		return v.Words(place.Title)
	}
	return v.Own(v.Locale().List(names))
}

// cover tells what a sheet is, who made it and for how long it holds: as long as the site itself, which says so when it was not renewed
// for site_days.
func (p *planner) cover(v *site.View, count int, place *catalog.Place) Cover {
	frame, settings := v.Frame(), &p.Catalogue.Settings
	c := Cover{
		AsOf: v.T("print.as_of", "date", v.Locale().Date(p.Today, locale.Long)), Publisher: frame.Publisher, Help: frame.Help,
	}
	if count > 0 {
		c.Count = v.T("list.count", "n", count)
	}
	if days := settings.Freshness.SiteDays; days > 0 {
		c.Until = v.T("print.until", "date", v.Locale().Date(p.Today.Add(days), locale.Long))
	}
	url := v.Absolute(v.Path())
	c.Code = Code{p.draw(url), site.TypedAddress(url)}
	return c
}

// contents lists the sections and their parts.
func (page *OverviewPage) contents(sections []Section) {
	for i := range sections {
		s := &sections[i]
		if s.Level == "4" {
			continue
		}
		page.Contents = append(page.Contents, ContentsEntry{ID: s.ID, Href: anchor(s.ID), Number: s.Number, Level: s.Level, Heading: s.Heading})
		page.contents(s.Parts)
	}
}

func (page *OverviewPage) entry(id, number, heading string) {
	page.Contents = append(page.Contents, ContentsEntry{ID: id, Href: anchor(id), Number: number, Level: "2", Heading: site.Words{Text: heading}})
}

func anchor(id string) template.URL { return template.URL("#" + id) }

func itoa(n int) string { return strconv.Itoa(n) }
