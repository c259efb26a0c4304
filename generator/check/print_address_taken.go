package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const codePrintAddressTaken = "print-address-taken"

// printed is what has pages to print: their names in addresses, what they are of, and where that is written.
type printed struct {
	names []string
	of    string
	file  string
	at    catalog.Position
}

// printAddressTaken finds pages to print whose addresses are the same: those of an overview, its short list and a folder are put together
// from ids, which may hold hyphens. An error, since only the first of the two could be made.
func printAddressTaken(r *report) {
	if !r.Settings.Outputs.Print {
		return
	}
	taken := map[string]string{}
	for _, p := range r.printedPages() {
		for _, name := range p.names {
			other, found := taken[name]
			if !found {
				taken[name] = p.of
			} else if other != p.of {
				r.place(p.file, p.at, problem{diag.Error, codePrintAddressTaken,
					diag.Textf("%s hätte zum Drucken dieselbe Seite „%s.html“ wie %s.", "%s would have the same page to print “%s.html” as %s.", p.of, name, other),
					diag.Textf("Geben Sie einem der beiden eine andere Kennung.", "Give one of the two another id.")})
				break
			}
		}
	}
}

// printedPages are the pages to print there may be of the site's own records and terms, in the order in which they are made.
func (r *report) printedPages() []printed {
	var list []printed
	overview := func(name, of, file string, at catalog.Position) {
		list = append(list, printed{[]string{name, name + "-short"}, of, file, at})
	}
	for _, place := range r.Places {
		overview("place-"+place.ID, place.Key(), place.File(r.Default).Path, top())
	}
	for _, shelf := range []struct{ start, vocabulary string }{{"topic-", "topics"}, {"audience-", "audiences"}, {"level-", "levels"}} {
		v := r.Vocabulary(shelf.vocabulary)
		for _, term := range v.Terms {
			if !term.Free && v.Path != "" {
				overview(shelf.start+term.ID, shelf.vocabulary+"/"+term.ID, v.Path, term.Position())
			}
		}
	}
	for _, organization := range r.Organizations {
		overview("organization-"+organization.ID, organization.Key(), organization.File(r.Default).Path, top())
	}
	for _, place := range r.tree.Municipalities() {
		for _, pathway := range r.Pathways {
			list = append(list, printed{[]string{"folder-" + place.ID + "-" + pathway.ID}, pathway.Key() + " (" + place.ID + ")", pathway.File(r.Default).Path, top()})
		}
	}
	return list
}
