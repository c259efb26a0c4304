package theme

import (
	"bytes"
	"slices"
)

// A request costs a phone more than a kilobyte. So the scripts that all pages have are joined into one, site.js; and the search page, on which
// every request more is felt, has one style sheet and one script, with what other pages load apart.

const (
	siteName   = "site"
	searchName = "search"
)

// sheetParts are the style sheets of single kinds of pages that are made of several, and what comes before each one's own file. Parts
// that no page loads by themselves are no assets.
func sheetParts() map[string][]string {
	return map[string][]string{
		"home":     {"doors", "map"},
		"lists":    {"map"},
		searchName: {"doors", "lists"},
	}
}

// partsOnly are the parts that no page loads by themselves.
func partsOnly() []string { return []string{"doors", "map"} }

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

// sheet makes the style sheet of a kind of page out of its parts; that of the search begins with the common one.
func (l *loader) sheet(own file, style []byte, pages []file) file {
	var parts []file
	if own.name == searchName {
		parts = append(parts, file{data: style})
	}
	for _, name := range sheetParts()[own.name] {
		if i := slices.IndexFunc(pages, func(f file) bool { return f.name == name }); i >= 0 {
			parts = append(parts, pages[i])
		}
	}
	if parts == nil {
		return own
	}
	own.data = inOne(append(parts, own))
	return own
}

func inOne(files []file) []byte {
	var all bytes.Buffer
	for _, f := range files {
		all.Write(f.data)
		all.WriteByte('\n')
	}
	return all.Bytes()
}
