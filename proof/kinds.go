package proof

import (
	"bytes"
	"path"
)

// Kind is a kind of page a reader meets.
type Kind struct {
	Name string
	// Where matches the paths of its pages below the folder of a language; a slash in front means below the output folder.
	Where string
	// Layout is the class of its main element.
	Layout string
	// Record says that the page is about one record and is printed on one sheet.
	Record bool
	// Scripted says that a script writes what is on it, so that without one it is another page.
	Scripted bool
}

// Kinds are all kinds of pages, the special before the general. A new kind is one line; a test finds pages that are of none.
func Kinds() []Kind {
	return []Kind{
		{Name: "chooser", Where: "/index.html", Layout: "chooser"},
		{Name: "missing", Where: "/404.html", Layout: "notfound"},
		{Name: "short-address", Where: "/a/*.html", Layout: "chooser short"},
		{Name: "home", Where: "index.html", Layout: "home"},
		{Name: "open", Where: "open.html", Layout: "sections"},
		{Name: "search", Where: "search.html", Layout: "search", Scripted: true},
		{Name: "finder", Where: "contacts/find.html", Layout: "finder"},
		{Name: "print", Where: "print/index.html", Layout: "sections print"},
		{Name: "short-list", Where: "print/*-short.html", Layout: "overview"},
		{Name: "folder", Where: "print/folder-*.html", Layout: "overview folder"},
		{Name: "overview", Where: "print/*.html", Layout: "overview"},
		{Name: "narrowed", Where: "*/by/*/*.html", Layout: "list"},
		{Name: "list", Where: "*/index.html", Layout: "list"},
		{Name: "list-page", Where: "*/page-*.html", Layout: "list"},
		{Name: "course", Where: "courses/*.html", Layout: "record", Record: true},
		{Name: "internship", Where: "internships/*.html", Layout: "record", Record: true},
		{Name: "support", Where: "support/*.html", Layout: "record", Record: true},
		{Name: "event", Where: "events/*.html", Layout: "record", Record: true},
		{Name: "transport", Where: "transport/*.html", Layout: "record", Record: true},
		{Name: "contact", Where: "contacts/*.html", Layout: "record", Record: true},
		{Name: "organization", Where: "organizations/*.html", Layout: "record", Record: true},
		{Name: "reach", Where: "reach/*/*.html", Layout: "reach"},
		{Name: "place", Where: "places/*.html", Layout: "sections"},
		{Name: "topic", Where: "topics/*.html", Layout: "sections"},
		{Name: "pathway", Where: "pathways/*.html", Layout: "record pathway"},
		{Name: "guide", Where: "pages/*.html", Layout: "record page"},
		{Name: "term", Where: "glossary/*.html", Layout: "record page"},
		{Name: "moved", Where: "*/*.html", Layout: "moved"},
	}
}

// Of reports whether a page is of the kind.
func (k Kind) Of(p Page) bool {
	name := "/" + p.Path
	if p.Lang != "" {
		name = p.Path[len(p.Lang)+1:]
	}
	matched, err := path.Match(k.Where, name)
	return err == nil && matched && bytes.Contains(p.HTML, []byte(`<main id="main" class="`+k.Layout+`"`))
}
