package site

import "mappe/generator/catalog"

// glossaryPage explains a term.
func glossaryPage(v *view, e *catalog.Glossary) *RecordPage {
	p := v.record(e)
	r := rows{v: v}
	r.add("abbreviation", v.said(v.foreign(e.Abbreviation)))
	r.add("also", values("text", v.listOf(e.Also))...)
	p.Facts = r.facts
	return p
}
