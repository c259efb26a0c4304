package print

import (
	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/locale"
	"mappe/generator/site"
)

// indexPage is where one starts: everything there is to print, by what one looks for.
func (p *planner) indexPage(v *site.View) *site.SectionsPage {
	page := &site.SectionsPage{Page: v.Base(v.Own(v.T("print.title")), v.Own(v.T("print.about"))), Intro: v.Own(v.T("print.intro"))}
	for _, shelf := range []string{"all", "own", "type", "place", "topic", "audience", "level", "organization"} {
		if s := p.shelf(v, shelf); len(s.Links) > 0 || s.Intro.Text != "" {
			page.Sections = append(page.Sections, s)
		}
	}
	if s := p.folderShelf(v); len(s.Groups) > 0 {
		page.Sections = append(page.Sections, s)
	}
	for _, s := range page.Sections {
		page.Jump = append(page.Jump, site.Link{Words: v.Own(s.Heading), Href: anchor(s.ID)})
	}
	return page
}

// folderShelf leads to the folders: a pathway, then one's place.
func (p *planner) folderShelf(v *site.View) site.Section {
	s := site.Section{ID: "folders", Heading: v.T("print.shelf_folder"), Intro: v.Own(v.T("folder.about"))}
	at := map[*catalog.Pathway]int{}
	for _, f := range p.folders {
		i, known := at[f.pathway]
		if !known {
			i = len(s.Groups)
			at[f.pathway] = i
			s.Groups = append(s.Groups, site.Group{ID: "folder-" + f.pathway.ID, Heading: site.Link{Words: v.Words(f.pathway.Title)}})
		}
		s.Groups[i].Links = append(s.Groups[i].Links, site.Link{Words: v.Words(f.place.Title), Href: v.To(address.Print(v.Code(), f.id()))})
	}
	return s
}

// pdfOf leads to an overview's PDF; nil where none is made, as of one that is only an index of its parts.
func (p *planner) pdfOf(v *site.View, o *overview) *site.Link {
	if !p.PDF || len(o.parts()) > 1 {
		return nil
	}
	link := v.OwnLink(v.T("print.pdf"), address.PrintedPDF(v.Code(), o.id))
	return &link
}

// shelf is the section of the overviews of a kind. Those with nothing in them are named, so that nobody looks for them.
func (p *planner) shelf(v *site.View, name string) site.Section {
	// print.shelf_all, print.shelf_own, print.shelf_type, print.shelf_place, print.shelf_topic, print.shelf_audience, print.shelf_level, print.shelf_organization
	s := site.Section{ID: name, Heading: v.T("print.shelf_" + name)}
	var empty []string
	for _, o := range p.overviews {
		if o.shelf != name {
			continue
		}
		words := o.title(v)
		if o.total() == 0 {
			empty = append(empty, locale.Isolate(words.Text))
			continue
		}
		s.Links = append(s.Links, site.Link{Words: words, Href: v.To(address.Print(v.Code(), o.id)), Count: o.total(), Also: p.pdfOf(v, o)})
	}
	if len(empty) > 0 {
		s.Intro = v.Own(v.T("print.empty", "list", v.Locale().Labels(empty)))
	}
	return s
}
