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

// made is what has been made for one site.
type made struct {
	site          *site.Site
	offers        []sync.Map // *Offer by record, a map a language
	lines         []sync.Map // Line by record, a map a language
	offices       []sync.Map // []site.Fact by contact, a map a language
	abbreviations []sync.Map // []int by the id of an offer, a map a language
	papers        []sync.Map // func() sheet by the name of a page, a map a language
}

// madeFor returns what has been made for a site.
func (p *planner) madeFor(s *site.Site) *made {
	for {
		last := p.last.Load()
		if last != nil && last.site == s {
			return last
		}
		n := len(s.Catalogue.Languages)
		fresh := &made{s, make([]sync.Map, n), make([]sync.Map, n), make([]sync.Map, n), make([]sync.Map, n), make([]sync.Map, n)}
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
	once, _ := p.madeFor(s).papers[of.lang].LoadOrStore(of.name, sync.OnceValue(func() sheet { return of.make(s) }))
	return once.(func() sheet)()
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
