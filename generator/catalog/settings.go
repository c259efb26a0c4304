package catalog

import (
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/content"
	"mappe/generator/date"
	"mappe/generator/diag"
)

// holidays reads timetables/holidays.yaml.
func (l *loader) holidays(c *Catalogue) error {
	var public []date.Date
	var school []date.Range
	if l.tree.Holidays != "" {
		doc, findings, err := content.Read(l.tree.FS, l.tree.Holidays)
		if err != nil {
			return err
		}
		l.findings = append(l.findings, findings...)
		if doc.Keys != nil && doc.Keys.Kind == yaml.MappingNode {
			d := l.decoder("", l.tree.Holidays, l.defaultLang)
			d.group(doc.Keys, l.plans.holidays, valueFor(&c.Holidays), "")
			l.findings = append(l.findings, d.findings...)
		}
	}
	for _, r := range c.Holidays.Public {
		for d := r.From; d <= r.To; d++ {
			public = append(public, d)
		}
	}
	for _, h := range c.Holidays.School {
		school = append(school, date.Range{From: h.From, To: h.To})
	}
	c.Calendar = date.NewCalendar(public, school)
	return nil
}

func valueFor(to any) reflect.Value { return reflect.ValueOf(to).Elem() }

func orText(t, otherwise diag.Text) diag.Text {
	if t == (diag.Text{}) {
		return otherwise
	}
	return t
}

// settings reads site.yaml. It reports false where the site cannot be understood without it.
func (l *loader) settings(c *Catalogue) ([]pending, bool, error) {
	if l.tree.Site == "" {
		l.siteFinding(&yaml.Node{}, "no-site", diag.Textf("Es gibt keine Datei %s/site.yaml.", "There is no file %s/site.yaml.", content.Root),
			diag.Textf("Rufen Sie mappe in dem Ordner auf, der den Ordner content enthält, oder legen Sie mit „mappe init“ eine neue Site an.", "Run mappe in the folder that holds the folder content, or create a new site with “mappe init”."))
		return nil, false, nil
	}
	doc, findings, err := content.Read(l.tree.FS, l.tree.Site)
	if err != nil {
		return nil, false, err
	}
	l.findings = append(l.findings, findings...)
	if doc.Keys == nil || doc.Keys.Kind != yaml.MappingNode || !l.readLanguages(doc.Keys) {
		return nil, false, nil
	}
	d := l.decoder("", l.tree.Site, l.defaultLang)
	d.group(doc.Keys, l.plans.settings, valueFor(&c.Settings), "")
	if c.Settings.Format != nil && *c.Settings.Format != 1 {
		d.find(valueOf(doc.Keys, "format"), diag.Error, "unknown-format", diag.Textf("Dieses mappe liest das Format 1, nicht %d.", "This mappe reads format 1, not %d.", *c.Settings.Format), diag.Textf("Schreiben Sie format: 1, oder nehmen Sie ein neueres mappe.", "Write format: 1, or take a newer mappe."))
	}
	if c.Settings.BaseURL != "" && !strings.HasSuffix(c.Settings.BaseURL, "/") {
		c.Settings.BaseURL += "/"
	}
	l.findings = append(l.findings, d.findings...)
	return d.pending, true, nil
}

// readLanguages finds the languages, which everything else is decoded by.
func (l *loader) readLanguages(keys *yaml.Node) bool {
	list, standard := valueOf(keys, "languages"), valueOf(keys, "default_language")
	if list == nil || standard == nil || list.Kind != yaml.SequenceNode || standard.Kind != yaml.ScalarNode {
		l.siteFinding(keys, "no-languages", diag.Textf("In site.yaml fehlen die Sprachen.", "site.yaml does not say the languages."),
			diag.Textf("Ergänzen Sie default_language: de und languages: [de]", "Add default_language: de and languages: [de]"))
		return false
	}
	var fallbacks []*yaml.Node
	for _, item := range list.Content {
		code := item
		if item.Kind == yaml.MappingNode {
			code = valueOf(item, "code")
		}
		if code == nil || code.Kind != yaml.ScalarNode || code.Value == "" {
			continue // the decoder has a finding for it
		}
		if _, twice := l.languages.Find(code.Value); twice {
			l.siteFinding(code, "language-twice", diag.Textf("Die Sprache „%s“ steht zweimal in der Liste.", "The language “%s” is in the list twice.", code.Value), diag.Textf("Entfernen Sie eine der beiden Zeilen.", "Remove one of the two lines."))
			continue
		}
		l.languages = append(l.languages, Language{Code: code.Value})
		fallbacks = append(fallbacks, valueOf(item, "fallback"))
	}
	var found bool
	if l.defaultLang, found = l.languages.Find(standard.Value); !found {
		l.siteFinding(standard, "no-default-language", diag.Textf("Die Hauptsprache „%s“ steht nicht unter languages.", "The main language “%s” is not among languages.", standard.Value), diag.DidYouMean(standard.Value, l.languages.Codes()))
		return false
	}
	for i, fallback := range fallbacks {
		l.chain(Lang(i), fallback)
	}
	return true
}

// chain works out a language's fallbacks: those it names, then the default language.
func (l *loader) chain(lang Lang, fallback *yaml.Node) {
	chain := []Lang{lang}
	if fallback != nil && fallback.Kind == yaml.SequenceNode {
		for _, item := range fallback.Content {
			next, known := l.languages.Find(item.Value)
			if !known {
				l.siteFinding(item, "unknown-language", diag.Textf("Die Sprache „%s“ steht nicht unter languages.", "The language “%s” is not among languages.", item.Value), diag.DidYouMean(item.Value, l.languages.Codes()))
			} else if !slices.Contains(chain, next) {
				chain = append(chain, next)
			}
		}
	}
	if !slices.Contains(chain, l.defaultLang) {
		chain = append(chain, l.defaultLang)
	}
	l.languages[lang].Chain = chain
}

func (l *loader) siteFinding(n *yaml.Node, code string, message, hint diag.Text) {
	l.findings = append(l.findings, diag.Finding{File: content.Root + "/site.yaml", Line: max(1, n.Line), Column: max(1, n.Column), Severity: diag.Error, Code: code, Message: message, Hint: hint})
}
