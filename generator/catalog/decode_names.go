package catalog

import (
	"net/mail"
	"net/url"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
	"mappe/generator/schema"
)

// reference notes the id of another record, to be bound when all records are read. It reports whether there is one.
func (d *decoder) reference(n *yaml.Node, f *fieldPlan, folder string, id *string, to binder) bool {
	text, ok := d.words(n, f)
	if !ok {
		return false
	}
	*id = text
	d.wait(n, folder, text, to)
	return true
}

// references reads a list of ids.
func (d *decoder) references(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	items := d.items(n, f)
	list := d.entries.Take(into.Type().Elem(), len(items))
	kept := 0
	for _, item := range items {
		ref := list.Index(kept)
		if d.reference(item, f, f.Of, ref.FieldByName("ID").Addr().Interface().(*string), ref.Addr().Interface().(binder)) {
			kept++
		}
	}
	into.Set(upTo(list, kept))
}

func (d *decoder) wait(n *yaml.Node, folder, id string, to binder) {
	d.pending = append(d.pending, pending{to, folder, id, int32(n.Line), int32(n.Column)})
}

// recordRefs reads a list of <type>/<id>.
func (d *decoder) recordRefs(n *yaml.Node, f *fieldPlan, into *[]RecordRef) {
	items := d.items(n, f)
	refs := d.records.Take(len(items))[:0] // never grows beyond, so that what waits for binding stays in place
	for _, item := range items {
		text, ok := d.words(item, f)
		if !ok {
			continue
		}
		folder, id, both := strings.Cut(text, "/")
		if !both {
			folder, id = "", text
		}
		if d.plans.table.Type(folder) == nil || id == "" {
			d.find(item, diag.Error, "unknown-record", diag.Textf("„%s“ unter „%s“ nennt keinen Eintrag.", "“%s” at “%s” names no record.", text, f.Key),
				diag.Textf("Schreiben Sie den Ordner und den Namen, zum Beispiel %s/%s.", "Write the folder and the name, such as %s/%s.",
					orWord(diag.Nearest(folder, d.plans.table.Folders()), "courses"), orWord(id, "deutsch-a1")))
			continue
		}
		refs = append(refs, RecordRef{Folder: folder, ID: id})
		d.wait(item, folder, id, &refs[len(refs)-1])
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
		d.file.doubt(d.at())
		return nil // its file has an error of its own
	}
	if term := vocabulary.Find(text); term != nil {
		d.used = append(d.used, term)
		return term
	}
	if f.Kind == schema.TermsOrWords {
		d.find(n, diag.Warning, "free-words", diag.Textf("„%s“ steht nicht im Verzeichnis „%s“ und kann nicht übersetzt oder gefiltert werden.", "“%s” is not in the vocabulary “%s” and cannot be translated or filtered by.", text, f.Of),
			termHint(text, vocabulary))
		text = d.keep(text)
		return &Term{Vocabulary: f.Of, ID: text, Label: NewText(d.defaultLang, text), Free: true}
	}
	d.unknownTerm(n, f, text, vocabulary)
	return nil
}

// unknownTerm reports a term that there is none of, unless the vocabulary itself could not be read.
func (d *decoder) unknownTerm(n *yaml.Node, f *fieldPlan, text string, vocabulary *Vocabulary) {
	if vocabulary.incomplete {
		d.file.doubt(d.at())
		return
	}
	d.find(n, diag.Error, "unknown-term", diag.Textf("„%s“ unter „%s“ steht nicht im Verzeichnis „%s“.", "“%s” at “%s” is not in the vocabulary “%s”.", text, f.Key, vocabulary.Name), termHint(text, vocabulary))
}

// termHint says which term was probably meant, else where to find one.
func termHint(text string, vocabulary *Vocabulary) diag.Text {
	if term := vocabulary.ByLabel(text); term != nil {
		return diag.Textf("Schreiben Sie: %s", "Write: %s", term.ID)
	}
	if hint := diag.DidYouMean(text, vocabulary.IDs()); hint != (diag.Text{}) {
		return hint
	}
	if ids := strings.Join(vocabulary.IDs(), ", "); len(ids) < 200 {
		return diag.Textf("Möglich sind: %s.", "Possible are: %s.", ids)
	}
	return diag.Textf("Nehmen Sie einen Begriff von dort, oder ergänzen Sie ihn in vocabulary/%s.yaml.", "Take a term from there, or add it to vocabulary/%s.yaml.", vocabulary.Name)
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
func (d *decoder) languageText(n *yaml.Node, f *fieldPlan, into *Text) {
	d.byLanguage(n, f, func(lang Lang, value *yaml.Node) {
		if words, ok := d.words(value, f); ok && words != "" {
			d.say(into, lang, words)
		}
	})
	if f.Required && n.Kind == yaml.MappingNode && into.In(d.defaultLang) == "" && !d.own && len(d.languages) > 0 {
		d.find(n, diag.Error, codeMissingField, diag.Textf("Unter „%s“ fehlt der Text in der Hauptsprache (%s).", "“%s” lacks its text in the main language (%s).", f.Key, d.languages[d.defaultLang].Code),
			diag.Textf("Ergänzen Sie: %s: …", "Add: %s: …", d.languages[d.defaultLang].Code))
	}
}

// languageList reads {de: […], en: […]}.
func (d *decoder) languageList(n *yaml.Node, f *fieldPlan, into *Texts) {
	d.byLanguage(n, f, func(lang Lang, value *yaml.Node) {
		if list := d.stringsOf(value, f); len(list) > 0 {
			into.set(lang, list)
		}
	})
}

// byLanguage visits what is written in each language of the site. In the program's own files English stands in for a default
// language that they do not have.
func (d *decoder) byLanguage(n *yaml.Node, f *fieldPlan, take func(Lang, *yaml.Node)) {
	if n.Kind == yaml.ScalarNode || n.Kind == yaml.SequenceNode && f.Kind == schema.LanguageList { // alone it is the default language's
		take(d.defaultLang, n)
		return
	}
	if n.Kind != yaml.MappingNode {
		d.scalar(n, f)
		return
	}
	if english := valueOf(n, "en"); d.own && english != nil {
		take(d.defaultLang, english)
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		lang, known := d.languages.Find(n.Content[i].Value)
		switch {
		case !known:
			d.foreignLanguage(n.Content[i])
		case !isEmpty(n.Content[i+1]):
			take(lang, n.Content[i+1])
		}
	}
}

// foreignLanguage reports a language that the site does not have, once a file.
func (d *decoder) foreignLanguage(key *yaml.Node) {
	if d.own || len(d.languages) == 0 || d.foreign[key.Value] {
		return
	}
	if d.foreign == nil {
		d.foreign = map[string]bool{}
	}
	d.foreign[key.Value] = true
	d.find(key, diag.Warning, "unknown-language", diag.Textf("Die Sprache „%s“ steht nicht in site.yaml; Texte in ihr erscheinen nirgends.", "The language “%s” is not in site.yaml; texts in it appear nowhere.", key.Value),
		orText(diag.DidYouMean(key.Value, d.languages.Codes()), diag.Textf("Möglich sind: %s.", "Possible are: %s.", strings.Join(d.languages.Codes(), ", "))))
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

// isLanguageCode reports whether words have the form of a language's code: two or three letters, then parts of two to
// eight letters and digits (BCP 47 as far as a catalogue needs it).
func isLanguageCode(words string) bool {
	first, rest, _ := strings.Cut(words, "-")
	if len(first) < 2 || len(first) > 3 || strings.ContainsFunc(first, func(r rune) bool { return !isLetter(r) }) || strings.HasSuffix(words, "-") {
		return false
	}
	for part := range strings.SplitSeq(rest, "-") {
		if rest != "" && (len(part) < 2 || len(part) > 8 || strings.ContainsFunc(part, func(r rune) bool { return !isLetter(r) && (r < '0' || r > '9') })) {
			return false
		}
	}
	return true
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isPlainEmail reports whether words are an address such as nearly all, which need not be taken apart.
func isPlainEmail(words string) bool {
	name, host, _ := strings.Cut(words, "@")
	return isDotted(name) && isDotted(host) && strings.Contains(host, ".")
}

// isDotted reports whether words are parts of letters, digits and hyphens with points between them.
func isDotted(words string) bool {
	before := byte('.')
	for i := range len(words) {
		c := words[i]
		if c == '.' && before == '.' || c != '.' && c != '-' && !isLetter(rune(c)) && (c < '0' || c > '9') {
			return false
		}
		before = c
	}
	return before != '.'
}

// badString tells what is wrong with an address or a code as written.
func badString(kind schema.Kind, words string) (stringProblem, bool) {
	switch kind {
	case schema.URL:
		if u, err := url.Parse(words); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(words, " \"<>") {
			return stringProblem{"not-a-web-address", "„%s“ unter „%s“ ist keine Internetadresse.", "“%s” at “%s” is not a web address.",
				diag.Textf("Eine Internetadresse beginnt mit https:// oder http://.", "A web address starts with https:// or http://.")}, true
		}
	case schema.Email:
		if isPlainEmail(words) {
			return stringProblem{}, false
		}
		if a, err := mail.ParseAddress(words); err != nil || a.Address != words || !strings.Contains(words[strings.LastIndexByte(words, '@')+1:], ".") {
			return stringProblem{"not-an-email", "„%s“ unter „%s“ ist keine E-Mail-Adresse.", "“%s” at “%s” is not an e-mail address.",
				diag.Textf("Eine E-Mail-Adresse sieht so aus: beratung@example.org", "An e-mail address looks like this: advice@example.org")}, true
		}
	case schema.Language:
		if !isLanguageCode(words) {
			return stringProblem{"not-a-language", "„%s“ unter „%s“ ist kein Kürzel einer Sprache.", "“%s” at “%s” is not the code of a language.",
				diag.Textf("Kürzel sind zum Beispiel de, en, ar, uk.", "Codes are for example de, en, ar, uk.")}, true
		}
	}
	return stringProblem{}, false
}
