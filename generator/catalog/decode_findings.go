package catalog

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
	"mappe/generator/schema"
)

// named opens the messages of findings with what they are about, as find does.
func named(name string, findings []diag.Finding) []diag.Finding {
	out := slices.Clone(findings)
	for i := range out {
		out[i].Message = diag.Text{DE: name + ": " + out[i].Message.DE, EN: name + ": " + out[i].Message.EN}
	}
	return out
}

// find adds a finding at a node, its message opened by what is being read.
func (d *decoder) find(n *yaml.Node, severity diag.Severity, code string, message, hint diag.Text) {
	message = diag.Text{DE: d.name + ": " + message.DE, EN: d.name + ": " + message.EN}
	if severity == diag.Error {
		d.file.doubt(d.at())
	}
	d.findings = append(d.findings, diag.Finding{File: d.path, Line: max(1, n.Line), Column: max(1, n.Column), Severity: severity, Code: code, Message: message, Hint: hint})
}

// position makes a node of a place, for findings about what is already read.
func position(p Position) *yaml.Node { return &yaml.Node{Line: p.Line, Column: p.Column} }

// causes leaves out what only follows from something else that is told: findings on a line of which the reader has said that it is
// not what it looks like, and warnings at the very place of an error. A field that is missing is missing whatever else is wrong.
func causes(findings, said []diag.Finding) []diag.Finding {
	spoilt := errorLines(said)
	type place struct{ line, column int }
	wrong := map[place]bool{}
	for _, f := range findings {
		if f.Severity == diag.Error {
			wrong[place{f.Line, f.Column}] = true
		}
	}
	return slices.DeleteFunc(findings, func(f diag.Finding) bool {
		return spoilt[f.Line] && f.Code != codeMissingField || f.Severity != diag.Error && wrong[place{f.Line, f.Column}]
	})
}

// errorLines are the lines at which errors have been found, nil where there are none.
func errorLines(findings []diag.Finding) (lines map[int]bool) {
	for _, f := range findings {
		if f.Severity != diag.Error {
			continue
		}
		if lines == nil {
			lines = map[int]bool{}
		}
		lines[f.Line] = true
	}
	return lines
}

const codeMissingField = "missing-field"

// unknownKey reports a key that there is none of. It returns the field that was probably meant, -1 where none is near.
func (d *decoder) unknownKey(key, value *yaml.Node, p *plan) int {
	top := len(d.keys) == 0
	if d.isTranslation && top && key.Value == "machine" {
		d.yes(value, &fieldPlan{Field: schema.Field{Key: "machine"}}, &d.file.Machine)
		return -1
	}
	meant := p.nearest(key.Value)
	var hint diag.Text
	switch {
	case meant >= 0:
		hint = diag.Textf("Meinten Sie %s?", "Did you mean %s?", p.keys[meant])
	case top && p.has("extra"):
		hint = diag.Textf("Entfernen Sie die Zeile, oder schreiben Sie die Angabe unter extra.", "Remove the line, or write it under extra.")
	default:
		hint = diag.Textf("Hier sind möglich: %s.", "Possible here: %s.", strings.Join(p.keys, ", "))
	}
	d.find(key, diag.Error, "unknown-key", diag.Textf("Die Angabe „%s“ kennt mappe hier nicht.", "mappe does not know “%s” here.", key.Value), hint)
	return meant
}

// nearest returns the field that a mistyped key most likely means, by its key or by what people call it: start for Beginn. It is
// -1 where none is near.
func (p *plan) nearest(written string) int {
	if key := diag.Nearest(written, p.keys); key != "" {
		return p.byKey[key]
	}
	for i := range p.fields {
		if label := p.fields[i].Label; strings.EqualFold(written, label.DE) || strings.EqualFold(written, label.EN) {
			return i
		}
	}
	return -1
}

func (d *decoder) missing(n *yaml.Node, f *fieldPlan) {
	message := diag.Textf("Es fehlt die Angabe „%s“.", "The field “%s” is missing.", f.Key)
	if d.inside != "" {
		message = diag.Textf("Unter „%s“ fehlt die Angabe „%s“.", "At “%s” the field “%s” is missing.", d.inside, f.Key)
	}
	d.find(n, diag.Error, codeMissingField, message, diag.Textf("Ergänzen Sie: %s: %s", "Add: %s: %s", f.Key, f.example()))
}

// example is a value as it would be written; of a map, the fields it cannot be without.
func (f *fieldPlan) example() string {
	if f.Example != "" || f.group == nil {
		return orWord(f.Example, "…")
	}
	var parts []string
	for i := range f.group.fields {
		if inner := &f.group.fields[i]; inner.Required {
			parts = append(parts, inner.Key+": "+inner.example())
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func (d *decoder) unknownWord(n *yaml.Node, f *fieldPlan, text string, known []string) {
	hint := diag.DidYouMean(text, known)
	if hint == (diag.Text{}) {
		hint = diag.Textf("Möglich sind: %s.", "Possible are: %s.", strings.Join(known, ", "))
	}
	d.find(n, diag.Error, "unknown-word", diag.Textf("„%s“ ist unter „%s“ nicht möglich.", "“%s” is not possible at “%s”.", text, f.Key), hint)
}
