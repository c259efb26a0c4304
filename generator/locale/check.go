package locale

import (
	"slices"
	"strings"

	"mappe/generator/diag"
)

// countsTried is how many numbers decide which plural forms a language needs. The rules of all its languages repeat within a
// hundred; what only a million needs (French many) nobody has to write.
const countsTried = 200

// Check tells, by key, which plural messages lack a form their language needs and which have one that it never uses. The findings
// name no file, which only the caller knows.
func (m *Messages) Check() []diag.Finding {
	var findings []diag.Finding
	needed, known := m.locale.neededForms(), m.locale.knownForms()
	for _, key := range m.Keys() {
		msg := m.texts[key]
		if !msg.plural {
			continue
		}
		for c := range Category(categories) {
			switch given := msg.forms[c] != nil; {
			case needed[c] && !given:
				findings = append(findings, msg.finding("plural-missing", diag.Textf("In „%s“ fehlt die Mehrzahlform %s.", "%q lacks the plural form %s", key, c)))
			case given && !known[c]:
				findings = append(findings, msg.finding("plural-unused", diag.Textf("In „%s“ steht die Mehrzahlform %s, die es in dieser Sprache nicht gibt.", "%q has the plural form %s, which this language does not", key, c)))
			}
		}
	}
	return diag.Sort(findings)
}

// CheckAgainst tells how these messages differ from those of the theme's first language: keys missing here, keys only here, and
// placeholders that the other text does not have and so never get a value.
func (m *Messages) CheckAgainst(reference *Messages) []diag.Finding {
	var findings []diag.Finding
	for _, key := range reference.Keys() {
		if m.texts[key] == nil {
			findings = append(findings, (&message{line: 1, column: 1}).finding("message-missing", diag.Textf("Der Text „%s“ fehlt.", "the text %q is missing", key)))
		}
	}
	for _, key := range m.Keys() {
		msg, other := m.texts[key], reference.texts[key]
		if other == nil {
			findings = append(findings, msg.finding("message-unused", diag.Textf("Einen Text „%s“ gibt es nicht.", "there is no text %q", key)))
			continue
		}
		for _, name := range msg.placeholders() {
			if !slices.Contains(other.placeholders(), name) {
				findings = append(findings, msg.finding("placeholder", diag.Textf("„%s“ hat keinen Platzhalter {%s}.", "%q has no placeholder {%s}", key, name)))
			}
		}
	}
	return diag.Sort(findings)
}

func (msg *message) finding(code string, text diag.Text) diag.Finding {
	return diag.Finding{Line: msg.line, Column: msg.column, Severity: diag.Error, Code: code, Message: text}
}

// placeholders returns the names of a message's placeholders, sorted; n is among them for a message with plural forms.
func (msg *message) placeholders() []string {
	var names []string
	if msg.plural {
		names = append(names, CountName)
	}
	for _, t := range msg.forms {
		for _, s := range t {
			if s.name != "" {
				names = append(names, s.name)
			}
		}
	}
	slices.SortFunc(names, strings.Compare)
	return slices.Compact(names)
}

// neededForms returns the plural forms that counting asks for.
func (l *Locale) neededForms() (needed [categories]bool) {
	for n := range countsTried {
		needed[l.Plural(n)] = true
	}
	return needed
}

// knownForms returns all plural forms of the language, also those only for fractions or millions.
func (l *Locale) knownForms() (known [categories]bool) {
	known[Other] = true
	for _, r := range l.cardinal {
		known[r.category] = true
	}
	return known
}
