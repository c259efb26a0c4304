package theme

import "bytes"

// A request costs a phone more than a kilobyte. So the scripts that all pages have are joined into one, site.js; and the search page, on which
// every request more is felt, has one style sheet and one script, with what other pages load apart.

const (
	siteName   = "site"
	searchName = "search"
)

// searchStyles are the style sheets joined for the search page after the common one, in this order.
func searchStyles() []string { return []string{"lists", searchName} }

// joinScripts makes assets of the scripts in folders, joined by name: assets/site for all pages, and that with assets/search for the search.
func (l *loader) joinScripts(t *Theme) error {
	var all bytes.Buffer
	for _, name := range []string{siteName, searchName} {
		folder := assetsFolder + "/" + name
		files, err := l.layers.read(folder, ".js")
		if err != nil {
			return err
		}
		all.Write(inOne(files))
		l.add(t, name+".js", "text/javascript", file{path: l.layers[0].dir + "/" + folder, data: bytes.Clone(all.Bytes())})
	}
	return nil
}

// searchStyle makes the style sheet of the search page out of the common one and some of the pages' own.
func (l *loader) searchStyle(style []byte, pages []file) file {
	sheets := []file{{data: style}}
	for _, name := range searchStyles() {
		for _, page := range pages {
			if page.name == name {
				sheets = append(sheets, page)
			}
		}
	}
	return file{name: searchName, path: l.layers[0].dir + "/" + pagesFolder, data: inOne(sheets)}
}

func inOne(files []file) []byte {
	var all bytes.Buffer
	for _, f := range files {
		all.Write(f.data)
		all.WriteByte('\n')
	}
	return all.Bytes()
}
