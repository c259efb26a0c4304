package site

import "mappe/generator/catalog"

// glossaryPage explains a term.
func glossaryPage(v *view, e *catalog.Glossary) *RecordPage {
	p := v.record(e)
	r := rows{v: v}
	r.add("abbreviation", v.said(v.foreign(e.Abbreviation)))
	also := v.listOf(e.Also)
	for i, words := range also {
		if words.Lang == "" {
			also[i] = v.foreign(words.Text) // the German word beside a translation of it
		}
	}
	r.addAll("also", v.values("text", also))
	p.Facts = r.facts
	return p
}
