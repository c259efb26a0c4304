package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

// report collects what the rules find.
type report struct {
	*survey
	findings []diag.Finding
}

// problem is what a rule has to say about a place.
type problem struct {
	severity diag.Severity
	code     string
	// message says what is wrong, hint what to write instead.
	message, hint diag.Text
}

// at reports a problem with a field of a record, in the file that holds its facts. The message is opened by the record's name.
func (r *report) at(e catalog.Entry, field string, p problem) { r.in(e, r.Default, field, p) }

// in reports a problem with a field of a record in the file of one language, unless the file says something there that could not be
// used: the problem may only follow from that.
func (r *report) in(e catalog.Entry, lang catalog.Lang, field string, p problem) {
	file := e.Base().File(lang)
	if field != "" && file.Unsure(field) {
		return
	}
	at := file.At(field)
	r.place(file.Path, at, named(e, p))
}

// place reports a problem at a place in any file.
func (r *report) place(file string, at catalog.Position, p problem) {
	r.findings = append(r.findings, diag.Finding{File: file, Line: at.Line, Column: at.Column, Severity: p.severity, Code: p.code, Message: p.message, Hint: p.hint})
}

// named opens a problem's message with the record's name.
func named(e catalog.Entry, p problem) problem {
	key := e.Base().Key()
	p.message = diag.Text{DE: key + ": " + p.message.DE, EN: key + ": " + p.message.EN}
	return p
}

// top is the place of findings about a whole file.
func top() catalog.Position { return catalog.Position{Line: 1, Column: 1} }
