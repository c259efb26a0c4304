package check

import "mappe/generator/catalog"

// bodyText passes on what is wrong with a long text by itself: raw HTML, pictures without a description, links that may not be,
// headings out of order. The words and the severity are those of package markdown: "Raw HTML is an error. Images need
// alternative text. Links: http, https, mailto, tel, a file beside the record, `media/…`, `#heading`, or `record:<type>/<id>`."
func bodyText(r *report, e catalog.Entry) {
	for lang := range r.Languages {
		doc := r.prose.Doc(e.Base(), catalog.Lang(lang))
		if doc == nil {
			continue
		}
		for _, f := range doc.Findings {
			p := named(e, problem{f.Severity, f.Code, f.Message, f.Hint})
			r.place(f.File, catalog.Position{Line: f.Line, Column: f.Column}, p)
		}
	}
}

// bodyTextCodes are the findings of package markdown.
func bodyTextCodes() []string {
	return []string{"image-without-alt", "unknown-heading", "empty-heading", "heading-level", "heading-skipped", "image-address", "link-address", "link-without-text", "nested-too-deep", "raw-html"}
}

// inBody reports a problem at a place in a record's long text.
func (r *report) inBody(e catalog.Entry, lang catalog.Lang, line, column int, p problem) {
	file := e.Base().File(lang)
	r.place(file.Path, catalog.Position{Line: line, Column: column}, named(e, p))
}
