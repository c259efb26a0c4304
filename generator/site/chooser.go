package site

import (
	"cmp"
	"strings"
)

// chooserPage is the choice of language at the site's root. Each language greets in its own words, or not at all.
func chooserPage(v *view) *ChooserPage {
	title := v.words(v.Catalogue.Settings.Title)
	p := &ChooserPage{Page: v.base(title, cmp.Or(v.words(v.Catalogue.Settings.Tagline), title))}
	p.Trail = nil
	for i, link := range p.Languages {
		entry := ChooserEntry{LanguageLink: link}
		if lang := v.Messages[i].LanguageOf("chooser.welcome"); lang == link.Code || strings.HasPrefix(link.Code, lang+"-") {
			entry.Welcome = v.Messages[i].Text("chooser.welcome")
		}
		p.Entries = append(p.Entries, entry)
	}
	return p
}
