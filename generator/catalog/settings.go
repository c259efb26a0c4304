package catalog

import (
	"path"
	"reflect"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // for computers that do not know the time zones by themselves

	"gopkg.in/yaml.v3"

	"mappe/generator/content"
	"mappe/generator/diag"
)

// readSite reads site.yaml as it is written; nil says that there is nothing to go by, and a finding why.
func (l *loader) readSite() (*yaml.Node, error) {
	if l.tree.Site == "" {
		if !slices.ContainsFunc(l.findings, misnamedSite) {
			l.siteFinding(&yaml.Node{}, "no-site", diag.Textf("Es gibt keine Datei %s/site.yaml.", "There is no file %s/site.yaml.", content.Root),
				diag.Textf("Rufen Sie mappe in dem Ordner auf, der den Ordner content enthält, oder legen Sie mit „mappe init“ eine neue Site an.", "Run mappe in the folder that holds the folder content, or create a new site with “mappe init”."))
		}
		return nil, nil
	}
	doc, findings, err := content.Read(l.tree.FS, l.tree.Site)
	if err != nil {
		return nil, err
	}
	l.findings = append(l.findings, named("site.yaml", findings)...)
	l.said = findings
	return doc.Keys, nil
}

// misnamedSite reports that a finding says why there is no site.yaml: it has another ending, or leads nowhere.
func misnamedSite(f diag.Finding) bool {
	return f.Severity == diag.Error && path.Dir(f.File) == content.Root && strings.HasPrefix(path.Base(f.File), "site.")
}

// settings reads site.yaml into the catalogue.
func (l *loader) settings(c *Catalogue, site *yaml.Node) {
	d := l.decoder(newRoom(len(l.languages)), "site.yaml", l.tree.Site, l.defaultLang)
	d.group(site, l.plans.settings, valueFor(&c.Settings))
	s := &c.Settings
	if s.Format != nil && *s.Format != 1 {
		d.find(valueOf(site, "format"), diag.Error, "unknown-format", diag.Textf("Dieses mappe liest das Format 1, nicht %d.", "This mappe reads format 1, not %d.", *s.Format), diag.Textf("Schreiben Sie format: 1, oder nehmen Sie ein neueres mappe.", "Write format: 1, or take a newer mappe."))
	}
	if s.BaseURL != "" && !strings.HasSuffix(s.BaseURL, "/") {
		s.BaseURL += "/"
	}
	if _, err := time.LoadLocation(s.TimeZone); err != nil || s.TimeZone == "Local" {
		d.find(valueOf(site, "time_zone"), diag.Error, "unknown-time-zone", diag.Textf("Die Zeitzone „%s“ gibt es nicht.", "There is no time zone “%s”.", s.TimeZone), diag.Textf("Schreiben Sie zum Beispiel Europe/Berlin.", "Write for example Europe/Berlin."))
	}
	d.overviewIDs(site)
	l.findings = append(l.findings, causes(d.findings, l.said)...)
	l.waiting = append(l.waiting, waiting{d.name, d.path, d.pending})
	for _, term := range d.used {
		c.UsedTerms[term] = true
	}
}

// overviewIDs reports ids of printed overviews that cannot be part of an address.
func (d *decoder) overviewIDs(site *yaml.Node) {
	options := valueOf(site, "print")
	if options == nil {
		return
	}
	list := valueOf(options, "overviews")
	if list == nil {
		return
	}
	for _, item := range list.Content {
		if id := valueOf(item, "id"); id != nil && id.Kind == yaml.ScalarNode {
			d.addressable(id, id.Value)
		}
	}
}

// addressable reports an id that cannot be part of an address.
func (d *decoder) addressable(n *yaml.Node, id string) bool {
	if content.ValidID(id) {
		return true
	}
	d.find(n, diag.Error, "invalid-id", diag.Textf("„%s“ kann keine Kennung sein, denn sie wird Teil der Internetadresse.", "“%s” cannot be an id, since it becomes part of the web address.", id),
		diag.Textf("Schreiben Sie zum Beispiel: %s", "Write for example: %s", orWord(content.SuggestID(id), "deutsch-a1")))
	return false
}

// readLanguages finds the languages, which everything else is decoded by. What is wrong with the list itself is the decoder's to say;
// it reports false where nothing can be decoded by it.
func (l *loader) readLanguages(site *yaml.Node) bool {
	var fallbacks []*yaml.Node
	for _, item := range listOf(valueOf(site, "languages")) {
		code := item
		if item.Kind == yaml.MappingNode {
			code = valueOf(item, "code")
		}
		if code == nil || code.Kind != yaml.ScalarNode || isEmpty(code) {
			continue
		}
		if _, twice := l.languages.Find(code.Value); twice {
			l.siteFinding(code, "language-twice", diag.Textf("site.yaml: Die Sprache „%s“ steht zweimal in der Liste.", "site.yaml: The language “%s” is in the list twice.", code.Value), diag.Textf("Entfernen Sie eine der beiden Zeilen.", "Remove one of the two lines."))
			continue
		}
		l.languages = append(l.languages, Language{Code: code.Value})
		fallbacks = append(fallbacks, valueOf(item, "fallback"))
	}
	standard := valueOf(site, "default_language")
	if standard == nil || standard.Kind != yaml.ScalarNode || len(l.languages) == 0 {
		return false
	}
	var found bool
	if l.defaultLang, found = l.languages.Find(standard.Value); !found {
		l.siteFinding(standard, "no-default-language", diag.Textf("site.yaml: Die Hauptsprache „%s“ steht nicht unter languages.", "site.yaml: The main language “%s” is not among languages.", standard.Value),
			orText(diag.DidYouMean(standard.Value, l.languages.Codes()), diag.Textf("Ergänzen Sie sie dort, oder schreiben Sie eine von diesen: %s.", "Add it there, or write one of these: %s.", strings.Join(l.languages.Codes(), ", "))))
		return false
	}
	for i, fallback := range fallbacks {
		l.chain(Lang(i), fallback)
	}
	return true
}

// listOf returns a list's items; one item alone is a list of one, as for the decoder.
func listOf(n *yaml.Node) []*yaml.Node {
	switch {
	case n == nil:
		return nil
	case n.Kind == yaml.SequenceNode:
		return n.Content
	}
	return []*yaml.Node{n}
}

// chain works out a language's fallbacks: those it names, then the default language.
func (l *loader) chain(lang Lang, fallback *yaml.Node) {
	chain := []Lang{lang}
	for _, item := range listOf(fallback) {
		if item.Kind != yaml.ScalarNode || isEmpty(item) {
			continue // the decoder has a finding for it
		}
		next, known := l.languages.Find(item.Value)
		if !known {
			l.siteFinding(item, "unknown-language", diag.Textf("site.yaml: Die Sprache „%s“ steht nicht unter languages.", "site.yaml: The language “%s” is not among languages.", item.Value),
				orText(diag.DidYouMean(item.Value, l.languages.Codes()), diag.Textf("Möglich sind: %s.", "Possible are: %s.", strings.Join(l.languages.Codes(), ", "))))
		} else if !slices.Contains(chain, next) {
			chain = append(chain, next)
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

func valueFor(to any) reflect.Value { return reflect.ValueOf(to).Elem() }

func orText(t, otherwise diag.Text) diag.Text {
	if t == (diag.Text{}) {
		return otherwise
	}
	return t
}
