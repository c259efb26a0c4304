package search

import (
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/textindex"
	"mappe/generator/together"
)

// words gathers the texts of records for an index in one language.
type words struct {
	*Source
	lang  catalog.Lang
	texts []textindex.Text // of one record after the other; when there is no room left, new room is taken for the next

	plain  []byte // a long text
	bodies together.Texts
}

// of returns the words a record is found by: the best there are in the language and, since offices use German words everywhere, those of the
// site's default language beside them. The long text stands in one language alone.
func (w *words) of(entry catalog.Entry) []textindex.Text {
	if cap(w.texts)-len(w.texts) < 64 { // as many as hardly any record has
		w.texts = make([]textindex.Text, 0, 4096)
	}
	start := len(w.texts)
	base := entry.Base()
	w.best(textindex.Title, base.Title)
	w.original(textindex.Keywords, base.Title)
	w.list(textindex.Keywords, base.Keywords)
	w.both(textindex.Summary, base.Summary)
	for _, number := range base.Identifiers {
		w.name(textindex.Keywords, number.Value)
	}
	w.special(entry)
	if offer := base.AsOffer(); offer != nil {
		w.offer(offer)
	}
	w.body(base)
	return slices.Clip(w.texts[start:])
}

// special are the words of the types that have some of their own.
func (w *words) special(entry catalog.Entry) {
	switch e := entry.(type) {
	case *catalog.Course:
		for i := range e.Sessions {
			w.best(textindex.Body, e.Sessions[i].Title)
			w.best(textindex.Body, e.Sessions[i].Note)
		}
	case *catalog.Internship:
		for _, term := range e.Occupations {
			if term.Free {
				w.name(textindex.Keywords, term.ID)
			}
		}
		w.best(textindex.Body, e.Tasks)
	case *catalog.Transport:
		w.names(textindex.Keywords, e.Lines)
		w.names(textindex.Place, e.Stops)
	case *catalog.Contact:
		w.both(textindex.Summary, e.Role)
		w.organization(e.Organization.To)
		w.venue(e.Venue)
	case *catalog.Organization:
		w.name(textindex.Keywords, e.LegalName)
		w.organization(e.Parent.To)
		w.venue(e.Venue)
	case *catalog.Place:
		w.names(textindex.Keywords, e.PostalCodes)
		w.list(textindex.Keywords, e.Also)
		w.names(textindex.Body, e.Stops)
	case *catalog.Glossary:
		w.name(textindex.Keywords, e.Abbreviation)
		w.list(textindex.Keywords, e.Also)
	case *catalog.Pathway:
		for i := range e.Steps {
			w.both(textindex.Body, e.Steps[i].Title)
			w.best(textindex.Body, e.Steps[i].Text)
		}
	}
}

// offer are the words all offers have.
func (w *words) offer(o *catalog.Offer) {
	w.organization(o.Organization.To)
	w.venue(o.Venue)
	for i := range o.Prices {
		w.best(textindex.Body, o.Prices[i].For)
	}
	if o.Admission != nil {
		w.best(textindex.Body, o.Admission.Note)
	}
	if o.Childcare != nil {
		w.best(textindex.Body, o.Childcare.Note)
	}
	documents, lang := o.Documents.Best(w.Catalogue.Chain(w.lang))
	for _, document := range documents {
		w.add(textindex.Body, document, lang)
	}
}

func (w *words) organization(o *catalog.Organization) {
	if o == nil {
		return
	}
	w.both(textindex.Organization, o.Title)
	w.list(textindex.Organization, o.Keywords)
}

func (w *words) venue(v *catalog.Where) {
	if v == nil {
		return
	}
	w.both(textindex.Place, v.Name)
	w.name(textindex.Place, v.City)
	w.name(textindex.Body, v.Street)
}

// body is the long text without its markup.
func (w *words) body(base *catalog.Record) {
	_, lang := base.Body.Best(w.Catalogue.Chain(w.lang))
	if doc := w.Prose.Doc(base, lang); doc != nil {
		w.plain = doc.AppendPlainText(w.plain[:0])
		w.add(textindex.Body, w.bodies.Keep(w.plain), lang)
	}
}

// best adds the best words there are for the reader.
func (w *words) best(field textindex.Field, t catalog.Text) {
	text, lang := t.Best(w.Catalogue.Chain(w.lang))
	w.add(field, text, lang)
}

// original adds the words in the site's default language where the reader's are others.
func (w *words) original(field textindex.Field, t catalog.Text) {
	if _, lang := t.Best(w.Catalogue.Chain(w.lang)); lang != w.Catalogue.Default {
		w.add(field, t.In(w.Catalogue.Default), w.Catalogue.Default)
	}
}

func (w *words) both(field textindex.Field, t catalog.Text) {
	w.best(field, t)
	w.original(field, t)
}

// list adds a list of words, in the reader's language and in the default language.
func (w *words) list(field textindex.Field, t catalog.Texts) {
	list, lang := t.Best(w.Catalogue.Chain(w.lang))
	for _, text := range list {
		w.add(field, text, lang)
	}
	if lang != w.Catalogue.Default {
		for _, text := range t.In(w.Catalogue.Default) {
			w.add(field, text, w.Catalogue.Default)
		}
	}
}

// names adds words that are the same in every language.
func (w *words) names(field textindex.Field, list []string) {
	for _, name := range list {
		w.name(field, name)
	}
}

func (w *words) name(field textindex.Field, name string) { w.add(field, name, w.Catalogue.Default) }

func (w *words) add(field textindex.Field, text string, lang catalog.Lang) {
	if strings.TrimSpace(text) != "" {
		w.texts = append(w.texts, textindex.Text{Field: field, Lang: w.code(lang), Text: text})
	}
}
