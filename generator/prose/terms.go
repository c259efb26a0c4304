package prose

import (
	"mappe/generator/catalog"
	"mappe/generator/markdown"
)

// Terms returns the words of the glossary in a language.
func (p *Prose) Terms(lang catalog.Lang) *markdown.Terms { return p.terms[lang]() }

func glossary(c *catalog.Catalogue, lang catalog.Lang) *markdown.Terms {
	var terms []markdown.Term
	for _, entry := range c.Glossary {
		var words []string
		for _, word := range append([]string{entry.Title.In(lang), entry.Abbreviation}, entry.Also.In(lang)...) {
			if word != "" {
				words = append(words, word)
			}
		}
		if len(words) > 0 {
			terms = append(terms, markdown.Term{ID: entry.ID, Words: words})
		}
	}
	return markdown.NewTerms(terms)
}
