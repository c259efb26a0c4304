// Package prose keeps the long texts of a catalogue parsed, so that checks and pages share them and each is parsed once.
package prose

import (
	"path"
	"sync"

	"mappe/generator/catalog"
	"mappe/generator/locale"
	"mappe/generator/markdown"
)

// Prose holds the parsed texts of one catalogue. It may be used from several goroutines.
type Prose struct {
	catalogue *catalog.Catalogue
	converter *markdown.Converter
	rtl       []bool // by language
	docs      sync.Map
	terms     []func() *markdown.Terms
}

type key struct {
	record *catalog.Record
	lang   catalog.Lang
}

// New prepares the texts of a catalogue; each is parsed when it is first asked for.
func New(c *catalog.Catalogue) *Prose {
	p := &Prose{catalogue: c, converter: markdown.New(c.Settings.DialPrefix)}
	for i, language := range c.Languages {
		p.rtl = append(p.rtl, locale.New(language.Code).Dir() == locale.RightToLeft)
		p.terms = append(p.terms, sync.OnceValue(func() *markdown.Terms { return glossary(c, catalog.Lang(i)) }))
	}
	return p
}

// Doc returns the body of a record in exactly this language, nil where it has none.
func (p *Prose) Doc(r *catalog.Record, lang catalog.Lang) *markdown.Doc {
	body, file := r.Body.In(lang), r.File(lang)
	if body == "" || file == nil {
		return nil
	}
	k := key{r, lang}
	if doc, found := p.docs.Load(k); found {
		return doc.(*markdown.Doc)
	}
	source := markdown.Source{File: file.Path, Text: []byte(body), Line: file.BodyLine, RightToLeft: p.rtl[lang]}
	if path.Ext(file.Path) != ".md" {
		// A text among the keys starts below its key, and is indented by two blanks as fmt writes it.
		source.Line, source.Indent = file.At("body").Line+1, 2
	}
	doc, _ := p.docs.LoadOrStore(k, p.converter.Parse(source))
	return doc.(*markdown.Doc)
}

// Terms returns the words of the glossary in a language.
func (p *Prose) Terms(lang catalog.Lang) *markdown.Terms { return p.terms[lang]() }

func glossary(c *catalog.Catalogue, lang catalog.Lang) *markdown.Terms {
	var terms []markdown.Term
	for _, entry := range c.Glossary {
		words := append([]string{entry.Title.In(lang), entry.Abbreviation}, entry.Also.In(lang)...)
		kept := words[:0]
		for _, word := range words {
			if word != "" {
				kept = append(kept, word)
			}
		}
		if len(kept) > 0 {
			terms = append(terms, markdown.Term{ID: entry.ID, Words: kept})
		}
	}
	return markdown.NewTerms(terms)
}
