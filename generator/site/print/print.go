// Package print plans what is made for paper: overviews in two lengths, folders to carry, and the page that leads to them. The sheet of
// a single record is the record's own page.
//
// The way through the files: print.go plans the pages; overviews.go says which there are and what each holds; keys.go and outline.go put it
// in order; overview.go makes the model, offer.go that of an offer, made.go keeps what many pages share; closing.go makes what stands at
// the end; table.go is the short length, parts.go divides what is too long; folder.go and its parts make the folder; index.go is the
// page one starts from; paper.go writes the style sheets with the running headers; models.go is what templates are given.
package print

import (
	"sync/atomic"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/qr"
	"mappe/generator/site"
)

// Plan plans a site's pages to print; nothing where site.yaml says so.
func Plan(s *site.Site) site.Extension {
	if !s.Catalogue.Settings.Outputs.Print {
		return site.Extension{}
	}
	p := newPlanner(s)
	for lang := range s.Catalogue.Languages {
		p.planLanguage(catalog.Lang(lang))
	}
	return site.Extension{Pages: p.pages, Files: p.files}
}

// planner is what the pages to print share. Only planning changes it; made.go has what is made of it later.
type planner struct {
	*site.Site
	overviews []*overview
	// kept are the overviews with something in them.
	kept     []*overview
	folders  []*folder
	encoder  *qr.Encoder
	glossary []abbreviation

	pages  []site.Planned
	papers []*paper
	taken  map[string]bool // paths

	last atomic.Pointer[made]
}

func newPlanner(s *site.Site) *planner {
	p := &planner{Site: s, encoder: qr.NewEncoder(), taken: map[string]bool{}}
	p.glossary = p.findAbbreviations()
	p.overviews = p.findOverviews()
	for _, o := range p.overviews {
		if o.total() > 0 {
			p.kept = append(p.kept, o)
		}
	}
	p.folders = p.findFolders()
	return p
}

func (p *planner) planLanguage(lang catalog.Lang) {
	code := p.Catalogue.Languages[lang].Code
	p.add(site.Planned{Path: address.PrintIndex(code), Kind: "print", Lang: lang, Index: true}, func(v *site.View) any { return p.indexPage(v) })
	for _, o := range p.kept {
		p.planOverview(lang, o)
	}
	p.planFolders(lang)
}

// planOverview plans an overview in both lengths, and the parts of a long one.
func (p *planner) planOverview(lang catalog.Lang, o *overview) {
	code := p.Catalogue.Languages[lang].Code
	paper := p.paper(lang, o)
	pdf := ""
	if p.PDF {
		pdf = address.PrintedPDF(code, o.id)
	}
	if parts := o.parts(); len(parts) > 1 {
		p.add(site.Planned{Path: address.Print(code, o.id), Kind: "overview", Lang: lang}, func(v *site.View) any { return p.partsPage(v, o, p.sheetOf(v.Site, paper).path) })
		for _, part := range parts {
			p.planOverview(lang, part)
		}
		return
	}
	p.add(site.Planned{Path: address.Print(code, o.id), Kind: "overview", Lang: lang, PDF: pdf}, func(v *site.View) any { return p.overviewPage(v, o, p.sheetOf(v.Site, paper).path) })
	p.add(site.Planned{Path: address.Print(code, o.id+"-short"), Kind: "overview", Lang: lang}, func(v *site.View) any { return p.shortPage(v, o, p.sheetOf(v.Site, paper).path) })
}

// add plans a page unless its address is taken: that of an overview can be written in two ways, since ids may hold hyphens.
func (p *planner) add(page site.Planned, model func(*site.View) any) {
	if p.taken[page.Path] {
		return
	}
	p.taken[page.Path] = true
	p.pages = append(p.pages, page.With(model))
}
