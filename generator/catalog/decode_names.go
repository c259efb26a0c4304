package catalog

import (
	"net/mail"
	"net/url"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
	"mappe/generator/schema"
)

// reference notes the id of another record, to be bound when all records are read.
func (d *decoder) reference(n *yaml.Node, f *fieldPlan, folder string, id *string, to binder) {
	text, ok := d.words(n, f)
	if !ok || text == "" {
		return
	}
	*id = text
	d.wait(n, folder, text, to)
}

func (d *decoder) wait(n *yaml.Node, folder, id string, to binder) {
	at := diag.Finding{File: d.path, Line: n.Line, Column: n.Column}
	d.pending = append(d.pending, pending{to: to, folder: folder, id: id, at: at})
}

// recordRefs reads a list of <type>/<id>.
func (d *decoder) recordRefs(n *yaml.Node, f *fieldPlan, into *[]RecordRef) {
	items := d.items(n, f)
	refs := make([]RecordRef, len(items))
	for i, item := range items {
		text, ok := d.words(item, f)
		if !ok {
			continue
		}
		folder, id, both := strings.Cut(text, "/")
		if !both || d.plans.table.Type(folder) == nil {
			d.find(item, diag.Error, "unknown-record", diag.Textf("„%s“ unter „%s“ nennt keinen Eintrag.", "“%s” at “%s” names no record.", text, f.Key),
				diag.Textf("Schreiben Sie den Ordner und den Namen, zum Beispiel courses/%s.", "Write the folder and the name, such as courses/%s.", orWord(id, "deutsch-a1")))
			continue
		}
		refs[i] = RecordRef{Folder: folder, ID: id}
		d.wait(item, folder, id, &refs[i])
	}
	*into = refs
}

func orWord(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// term looks a term up in its vocabulary. Where free words are allowed they make a term of their own.
func (d *decoder) term(n *yaml.Node, f *fieldPlan) *Term {
	text, ok := d.scalar(n, f)
	if !ok {
		return nil
	}
	vocabulary := d.vocabularies[f.Of]
	if vocabulary == nil {
		return nil // its file has an error of its own
	}
	if term := vocabulary.Find(text); term != nil {
		d.used = append(d.used, term)
		return term
	}
	if f.Kind == schema.TermsOrWords {
		d.find(n, diag.Warning, "free-words", diag.Textf("„%s“ steht nicht im Verzeichnis „%s“ und kann nicht übersetzt oder gefiltert werden.", "“%s” is not in the vocabulary “%s” and cannot be translated or filtered by.", text, f.Of),
			diag.DidYouMean(text, vocabulary.IDs()))
		return &Term{Vocabulary: f.Of, ID: text, Label: NewText(d.lang, text), Free: true}
	}
	d.unknownTerm(n, f, text, vocabulary)
	return nil
}

func (d *decoder) unknownTerm(n *yaml.Node, f *fieldPlan, text string, vocabulary *Vocabulary) {
	hint := diag.DidYouMean(text, vocabulary.IDs())
	if hint == (diag.Text{}) {
		if term := vocabulary.ByLabel(text); term != nil {
			hint = diag.Textf("Schreiben Sie %s.", "Write %s.", term.ID)
		} else if ids := strings.Join(vocabulary.IDs(), ", "); len(ids) < 200 {
			hint = diag.Textf("Möglich sind: %s.", "Possible are: %s.", ids)
		}
	}
	d.find(n, diag.Error, "unknown-term", diag.Textf("„%s“ unter „%s“ steht nicht im Verzeichnis „%s“.", "“%s” at “%s” is not in the vocabulary “%s”.", text, f.Key, vocabulary.Name), hint)
}

// typedTerms reads a list of <type>/<term of its kind>.
func (d *decoder) typedTerms(n *yaml.Node, f *fieldPlan, into *[]TypedTerm) {
	for _, item := range d.items(n, f) {
		text, ok := d.words(item, f)
		if !ok {
			continue
		}
		folder, id, _ := strings.Cut(text, "/")
		kind := d.kindField(folder)
		if kind == nil {
			d.find(item, diag.Error, "unknown-record-type", diag.Textf("„%s“ unter „%s“ nennt keine Art von Angebot.", "“%s” at “%s” names no kind of offer.", text, f.Key),
				diag.Textf("Schreiben Sie zum Beispiel courses/integration.", "Write for example courses/integration."))
			continue
		}
		vocabulary := d.vocabularies[kind.Of]
		if vocabulary == nil {
			continue
		}
		if term := vocabulary.Find(id); term != nil {
			d.used = append(d.used, term)
			*into = append(*into, TypedTerm{folder, term})
		} else {
			d.unknownTerm(item, f, id, vocabulary)
		}
	}
}

// kindField returns the field that says of what kind a record of a type is, nil where the type has none.
func (d *decoder) kindField(folder string) *schema.Field {
	p := d.plans.records[folder]
	if p == nil {
		return nil
	}
	for _, key := range []string{"kind", "mode"} {
		if at, ok := p.byKey[key]; ok && (p.fields[at].Kind == schema.Term || p.fields[at].Kind == schema.Terms) {
			return &p.fields[at].Field
		}
	}
	return nil
}

// languageText reads {de: …, en: …}.
func (d *decoder) languageText(n *yaml.Node, f *fieldPlan, into *Text, path string) {
	d.byLanguage(n, f, func(lang Lang, value *yaml.Node) {
		if words, ok := d.words(value, f); ok && words != "" {
			into.set(lang, words)
		}
	})
}

// languageList reads {de: […], en: […]}.
func (d *decoder) languageList(n *yaml.Node, f *fieldPlan, into *Texts, path string) {
	d.byLanguage(n, f, func(lang Lang, value *yaml.Node) {
		if list := d.stringsOf(value, f); len(list) > 0 {
			into.set(lang, list)
		}
	})
}

func (d *decoder) byLanguage(n *yaml.Node, f *fieldPlan, take func(Lang, *yaml.Node)) {
	if n.Kind == yaml.ScalarNode { // one text alone is the default language's
		take(d.defaultLang, n)
		return
	}
	if n.Kind != yaml.MappingNode {
		d.scalar(n, f)
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		lang, known := d.languages.Find(n.Content[i].Value)
		if known && !isNull(n.Content[i+1]) {
			take(lang, n.Content[i+1])
		}
	}
}

// stringProblem is why words cannot be what their field needs.
type stringProblem struct {
	code   string
	de, en string
	hint   diag.Text
}

func (p stringProblem) message(words, key string) diag.Text {
	return diag.Textf(p.de, p.en, words, key)
}

var languageCode = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// badString tells what is wrong with an address or a code as written.
func badString(kind schema.Kind, words string) (stringProblem, bool) {
	switch kind {
	case schema.URL:
		if u, err := url.Parse(words); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(words, " \"<>") {
			return stringProblem{"not-a-web-address", "„%s“ unter „%s“ ist keine Internetadresse.", "“%s” at “%s” is not a web address.",
				diag.Textf("Eine Internetadresse beginnt mit https:// oder http://.", "A web address starts with https:// or http://.")}, true
		}
	case schema.Email:
		if a, err := mail.ParseAddress(words); err != nil || a.Address != words || !strings.Contains(words[strings.LastIndexByte(words, '@')+1:], ".") {
			return stringProblem{"not-an-email", "„%s“ unter „%s“ ist keine E-Mail-Adresse.", "“%s” at “%s” is not an e-mail address.",
				diag.Textf("Eine E-Mail-Adresse sieht so aus: beratung@example.org", "An e-mail address looks like this: advice@example.org")}, true
		}
	case schema.Language:
		if !languageCode.MatchString(words) {
			return stringProblem{"not-a-language", "„%s“ unter „%s“ ist kein Kürzel einer Sprache.", "“%s” at “%s” is not the code of a language.",
				diag.Textf("Kürzel sind zum Beispiel de, en, ar, uk.", "Codes are for example de, en, ar, uk.")}, true
		}
	}
	return stringProblem{}, false
}
