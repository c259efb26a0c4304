package print

import (
	"iter"
	"sync"

	"mappe/generator/catalog"
	"mappe/generator/site"
)

// What many pages to print share is made once: an offer stands in dozens of overviews of a language. Such things belong to a site and
// not to its plan, which outlives it: a record's words may change, and the site after that has to make them anew. So they are kept
// with the site that asked last, and whoever comes with another one starts with nothing.

// made is what has been made for one site, a shelf a language.
type made struct {
	site    *site.Site
	shelves []shelf
}

// shelf is what has been made in one language.
type shelf struct {
	offers        sync.Map // *Offer by record
	lines         sync.Map // Line by record
	cards         sync.Map // site.Card by contact
	facts         sync.Map // []site.Fact by contact
	offices       sync.Map // FolderOffice by officeKey
	steps         sync.Map // FolderStep by step, without its offices and offers
	stepOffers    sync.Map // []catalog.Entry by step
	folderOffers  sync.Map // FolderOffer by record
	abbreviations sync.Map // []int by the id of an offer
	papers        sync.Map // func() sheet by the name of a page
}

// made returns what has been made for a page's site in its language.
func (p *planner) made(v *site.View) *shelf { return &p.madeFor(v.Site).shelves[v.Lang()] }

// madeFor returns what has been made for a site.
func (p *planner) madeFor(s *site.Site) *made {
	for {
		last := p.last.Load()
		if last != nil && last.site == s {
			return last
		}
		fresh := &made{s, make([]shelf, len(s.Catalogue.Languages))}
		if p.last.CompareAndSwap(last, fresh) {
			return fresh
		}
	}
}

// paper is the plan of a style sheet: for which pages of a language, and how it is made.
type paper struct {
	name string
	lang catalog.Lang
	make func(*site.Site) sheet
}

// sheetOf returns the style sheet for a site, made by whoever asks first.
func (p *planner) sheetOf(s *site.Site, of *paper) sheet {
	return site.Once(&p.madeFor(s).shelves[of.lang].papers, of.name, func() func() sheet { return sync.OnceValue(func() sheet { return of.make(s) }) })()
}

// files yields the style sheets of a site.
func (p *planner) files(s *site.Site) iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		for _, of := range p.papers {
			sheet := p.sheetOf(s, of)
			if !yield(site.File{Path: sheet.path, Data: sheet.data}) {
				return
			}
		}
	}
}
