package catalog

import (
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
	"mappe/generator/schema"
	"mappe/generator/yamldoc"
)

// find adds a finding at a node, its message opened by what is being read.
func (d *decoder) find(n *yaml.Node, severity diag.Severity, code string, message, hint diag.Text) {
	if d.name != "" {
		message = diag.Text{DE: d.name + ": " + message.DE, EN: d.name + ": " + message.EN}
	}
	d.findings = append(d.findings, diag.Finding{File: d.path, Line: max(1, n.Line), Column: max(1, n.Column), Severity: severity, Code: code, Message: message, Hint: hint})
}

// position makes a node of a place, for findings about what is already read.
func position(p Position) *yaml.Node { return &yaml.Node{Line: p.Line, Column: p.Column} }

func (d *decoder) unknownKey(key, value *yaml.Node, p *plan, path string) {
	if d.isTranslation && path == "" && key.Value == "machine" {
		d.yes(value, &fieldPlan{Field: schema.Field{Key: "machine"}}, &d.file.Machine)
		return
	}
	hint := diag.DidYouMean(key.Value, p.keys)
	switch {
	case hint != (diag.Text{}):
	case path == "":
		hint = diag.Textf("Entfernen Sie die Zeile, oder schreiben Sie die Angabe unter extra.", "Remove the line, or write it under extra.")
	default:
		hint = diag.Textf("Hier sind möglich: %s.", "Possible here: %s.", strings.Join(p.keys, ", "))
	}
	d.find(key, diag.Error, "unknown-key", diag.Textf("Die Angabe „%s“ kennt mappe hier nicht.", "mappe does not know “%s” here.", key.Value), hint)
}

func (d *decoder) missing(n *yaml.Node, f *fieldPlan, path string) {
	example := "…"
	if f.Example != "" {
		example = f.Example
	}
	d.find(n, diag.Error, "missing-field", diag.Textf("Es fehlt die Angabe „%s“.", "The field “%s” is missing.", join(path, f.Key)),
		diag.Textf("Ergänzen Sie: %s: %s", "Add: %s: %s", f.Key, example))
}

func (d *decoder) unknownWord(n *yaml.Node, f *fieldPlan, text string, known []string) {
	hint := diag.DidYouMean(text, known)
	if hint == (diag.Text{}) {
		hint = diag.Textf("Möglich sind: %s.", "Possible are: %s.", strings.Join(known, ", "))
	}
	d.find(n, diag.Error, "unknown-word", diag.Textf("„%s“ ist unter „%s“ nicht möglich.", "“%s” is not possible at “%s”.", text, f.Key), hint)
}

// faultless reports whether a number could be read; a finding says why not, and what was probably meant.
func (d *decoder) faultless(n *yaml.Node, f *fieldPlan, text, better string, fault yamldoc.NumberFault) bool {
	if fault == yamldoc.NumberOK {
		return true
	}
	code, message := "not-a-number", diag.Textf("„%s“ unter „%s“ ist keine Zahl, die hier möglich ist.", "“%s” at “%s” is not a number that is possible here.", text, f.Key)
	hint := diag.Textf("Schreiben Sie nur die Zahl, zum Beispiel 12.50.", "Write the number alone, such as 12.50.")
	switch {
	case fault == yamldoc.NumberComma:
		code = "comma-in-number"
		message = diag.Textf("In der Zahl „%s“ unter „%s“ steht ein Komma.", "The number “%s” at “%s” has a comma in it.", text, f.Key)
		better = orWord(better, strings.Replace(text, ",", ".", 1))
	case f.Kind == schema.Nth:
		hint = diag.Textf("Möglich sind 1 bis 5 und last.", "1 to 5 and last are possible.")
	case fault == yamldoc.NumberNegative:
		hint = diag.Textf("Schreiben Sie eine Zahl ohne Minus.", "Write a number without a minus.")
	case f.Kind == schema.Whole || f.Kind == schema.Wholes:
		hint = diag.Textf("Schreiben Sie eine ganze Zahl, zum Beispiel 12.", "Write a whole number, such as 12.")
	}
	if better != "" {
		hint = diag.Textf("Schreiben Sie: %s", "Write: %s", better)
	}
	d.find(n, diag.Error, code, message, hint)
	return false
}

func (d *decoder) notADate(n *yaml.Node, f *fieldPlan, text string) {
	example := "2027-02-15"
	switch f.Kind {
	case schema.Moment:
		example = "2027-02-15 17:00"
	case schema.Dates:
		example = "2027-02-15, 2027-03-29..2027-04-10"
	}
	d.find(n, diag.Error, "not-a-date", diag.Textf("„%s“ unter „%s“ ist kein Tag, den es gibt.", "“%s” at “%s” is not a day that exists.", text, f.Key),
		diag.Textf("Schreiben Sie zum Beispiel %s.", "Write for example %s.", example))
}

func (d *decoder) notAClock(n *yaml.Node, f *fieldPlan, text string) {
	d.find(n, diag.Error, "not-a-time", diag.Textf("„%s“ unter „%s“ ist keine Uhrzeit.", "“%s” at “%s” is not a time of day.", text, f.Key),
		diag.Textf("Schreiben Sie zum Beispiel 08:30.", "Write for example 08:30."))
}
