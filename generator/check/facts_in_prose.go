package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/markdown"
)

const codeFactsInProse = "facts-in-prose"

// factsInProse finds dates, prices and phone numbers in the long texts of offers and contacts, which have fields for them: in prose
// nobody finds them when they change, in six languages. Tidiness, so an info. One a record and kind, since a translation repeats
// what the default text says.
func factsInProse(r *report, e catalog.Entry) {
	folder := e.Base().Folder()
	if e.Base().AsOffer() == nil && folder != "contacts" && folder != "organizations" {
		return
	}
	var told [markdown.FactPhone + 1]bool
	look := func(lang catalog.Lang) {
		doc := r.prose.Doc(e.Base(), lang)
		if doc == nil {
			return
		}
		for _, fact := range doc.Facts {
			if !told[fact.Kind] {
				told[fact.Kind] = true
				r.inBody(e, lang, fact.Line, fact.Column, factProblem(fact))
			}
		}
	}
	look(r.Default)
	for lang := range r.Languages {
		look(catalog.Lang(lang))
	}
}

func factProblem(fact markdown.Fact) problem {
	hint := diag.Textf("Nehmen Sie die Nummer aus dem Text; sie gehört in das Feld phone der Ansprechstelle.", "Take the number out of the text; it belongs in the field phone of the contact.")
	switch fact.Kind {
	case markdown.FactDate:
		hint = diag.Textf("Nehmen Sie den Tag aus dem Text; er gehört in die Felder für Beginn, Ende oder Anmeldung.", "Take the day out of the text; it belongs in the fields for start, end or registration.")
	case markdown.FactPrice:
		hint = diag.Textf("Nehmen Sie den Betrag aus dem Text; er gehört in das Feld prices.", "Take the amount out of the text; it belongs in the field prices.")
	}
	return problem{diag.Info, codeFactsInProse,
		diag.Textf("„%s“ steht im Text und veraltet dort leicht unbemerkt, in jeder Sprache.", "“%s” stands in the text, where it easily goes out of date unnoticed, in every language.", fact.Text), hint}
}
