package site

import (
	"mappe/generator/address"
	"mappe/generator/catalog"
)

// movedPage stands at a former address of a record and leads to its page.
func movedPage(v *view, entry catalog.Entry) *MovedPage {
	if !v.hasPage(entry) {
		return endedPage(v, entry)
	}
	base := entry.Base()
	title := v.words(base.Title)
	to := v.link(entry)
	to.Current = false
	p := &MovedPage{Page: v.base(title, title, v.trail(entry)...), Text: v.t("moved.renamed"), To: to, List: v.above(entry)}
	p.Canonical = v.absolute(address.Record(v.code, base.Folder(), base.ID))
	return p
}

// endedPage stands where an archived record was, and leads on to what takes its place or to its list.
func endedPage(v *view, entry catalog.Entry) *MovedPage {
	title := v.words(entry.Base().Title)
	p := &MovedPage{Page: v.base(title, title, v.trail(entry)...), Text: v.t("moved.ended"), List: v.above(entry)}
	for _, next := range successors(entry) {
		if v.hasPage(next) {
			p.To = v.link(next)
			break
		}
	}
	return p
}

// successors are the records that may help whoever looked for one that has ended, the likeliest first.
func successors(entry catalog.Entry) []catalog.Entry {
	var list []catalog.Entry
	switch e := entry.(type) {
	case *catalog.Course:
		for _, ref := range e.LeadsTo {
			list = addEntry(list, ref.To)
		}
	case *catalog.Contact:
		list = addEntry(list, e.Substitute.To)
		list = addEntry(list, e.Organization.To)
	case *catalog.Organization:
		list = addEntry(list, e.Parent.To)
	case *catalog.Place:
		list = addEntry(list, e.Parent.To)
	}
	if offer := entry.Base().AsOffer(); offer != nil {
		var related []catalog.Entry
		for _, ref := range offer.Related {
			if ref.To != nil {
				related = append(related, ref.To)
			}
		}
		list = addEntry(append(related, list...), offer.Organization.To)
	}
	return list
}

// addEntry adds a record that a reference leads to, if there is one.
func addEntry[T any, P interface {
	*T
	catalog.Entry
}](list []catalog.Entry, to P) []catalog.Entry {
	if to == nil {
		return list
	}
	return append(list, to)
}

// above leads to a record's list, or home where its type has none.
func (v *view) above(entry catalog.Entry) Link {
	folder := entry.Base().Folder()
	if v.isPage(address.List(v.code, folder, 1)) {
		return v.listPage(folder)
	}
	return v.ownLink(v.t("nav.home"), address.Home(v.code))
}
