package site

// chooserPage is the choice of language at the site's root. Each language greets in its own words.
func chooserPage(v *view) *ChooserPage {
	title := v.words(v.Catalogue.Settings.Title)
	p := &ChooserPage{Page: v.base(title, orElse(v.words(v.Catalogue.Settings.Tagline).Text, title.Text))}
	p.Trail = nil
	for i, link := range p.Languages {
		p.Entries = append(p.Entries, ChooserEntry{LanguageLink: link, Welcome: v.Messages[i].Text("chooser.welcome")})
	}
	return p
}
