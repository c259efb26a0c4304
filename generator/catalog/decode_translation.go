package catalog

import (
	"reflect"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
	"mappe/generator/schema"
)

// text reads words for readers in the file's language.
func (d *decoder) text(n *yaml.Node, f *fieldPlan, into reflect.Value, path string) {
	switch f.Kind {
	case schema.Text:
		words, ok := d.words(n, f)
		if !ok {
			return
		}
		if f.Max > 0 && len([]rune(words)) > f.Max {
			d.find(n, diag.Warning, "text-too-long",
				diag.Textf("Der Text unter „%s“ ist mit %d Zeichen zu lang.", "The text at “%s” is too long with %d characters.", f.Key, len([]rune(words))),
				diag.Textf("Kürzen Sie ihn auf höchstens %d Zeichen.", "Shorten it to at most %d characters.", f.Max))
		}
		if words != "" {
			into.Addr().Interface().(*Text).set(d.lang, words)
			d.texts++
		}
	case schema.Texts:
		d.textList(n, f, into.Addr().Interface().(*Texts), path)
	case schema.TextMap:
		d.textMap(n, f, into.Addr().Interface().(*[]NamedText), path)
	}
}

func (d *decoder) textList(n *yaml.Node, f *fieldPlan, into *Texts, path string) {
	list := d.stringsOf(n, f)
	if d.isTranslation {
		if original := into.In(d.defaultLang); len(original) != len(list) && f.Key != "keywords" && f.Key != "also" {
			d.find(n, diag.Warning, "list-length",
				diag.Textf("Die Liste „%s“ hat hier %d Einträge, im Original %d.", "The list “%s” has %d items here, %d in the original.", f.Key, len(list), len(original)),
				diag.Textf("Übersetzen Sie die Liste ganz, Zeile für Zeile.", "Translate the whole list, line by line."))
		}
	}
	if len(list) > 0 {
		into.set(d.lang, list)
		d.texts++
	}
}

func (d *decoder) textMap(n *yaml.Node, f *fieldPlan, into *[]NamedText, path string) {
	if !d.isMap(n, f) {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		words, ok := d.words(value, f)
		if !ok || words == "" {
			continue
		}
		d.file.note(join(path, key.Value), value.Line, value.Column)
		d.texts++
		at := indexOfName(*into, key.Value)
		if at < 0 {
			*into = append(*into, NamedText{Name: key.Value})
			at = len(*into) - 1
		}
		(*into)[at].Text.set(d.lang, words)
	}
}

func indexOfName(list []NamedText, name string) int {
	for i, entry := range list {
		if entry.Name == name {
			return i
		}
	}
	return -1
}

// nestedTexts reads the texts inside a map or a list of maps of a translation into what the default file made of them.
func (d *decoder) nestedTexts(key, n *yaml.Node, f *fieldPlan, into reflect.Value, path string) {
	if f.Kind == schema.Groups || f.Kind == schema.GroupsOrWords {
		d.itemTexts(key, n, f, into, path)
		return
	}
	if !d.isMap(n, f) {
		return
	}
	if into.Kind() == reflect.Pointer {
		if into.IsNil() {
			d.noOriginal(key, path)
			return
		}
		into = into.Elem()
	}
	if f.Kind == schema.Place {
		into = into.FieldByName("Address")
	}
	d.group(n, f.group, into, path)
}

func (d *decoder) itemTexts(key, n *yaml.Node, f *fieldPlan, into reflect.Value, path string) {
	var known []string
	byID := map[string]reflect.Value{}
	if at, ok := f.group.byKey["id"]; ok {
		for i := range into.Len() {
			id := into.Index(i).FieldByIndex(f.group.fields[at].index).String()
			byID[id] = into.Index(i)
			known = append(known, id)
		}
	}
	for i, item := range d.items(n, f) {
		if !d.isMap(item, f) {
			continue
		}
		name := itemName(item, i)
		original, found := byID[name]
		if !found {
			d.find(item, diag.Warning, "no-original",
				diag.Textf("Unter „%s“ gibt es im Original keinen Eintrag mit der Kennung „%s“; dieser Text erscheint nirgends.", "In the original, “%s” has no item with the id “%s”; this text appears nowhere.", f.Key, name),
				diag.DidYouMean(name, known))
			continue
		}
		d.file.note(join(path, name), item.Line, item.Column)
		d.group(item, f.group, original, join(path, name))
	}
}

// factInTranslation holds a fact that a translation repeats against the default file's: facts are written once.
func (d *decoder) factInTranslation(key, n *yaml.Node, f *fieldPlan, into reflect.Value, path string) {
	findings, waiting := len(d.findings), len(d.pending)
	repeated := reflect.New(into.Type()).Elem()
	d.value(n, f, repeated, path)
	readable := len(d.findings) == findings
	d.findings, d.pending = d.findings[:findings], d.pending[:waiting]

	if readable && reflect.DeepEqual(repeated.Interface(), into.Interface()) {
		d.find(key, diag.Warning, "fact-repeated",
			diag.Textf("„%s“ steht schon in der Datei der Hauptsprache.", "“%s” is already in the file of the main language.", f.Key),
			diag.Textf("Entfernen Sie die Zeile hier; Übersetzungen enthalten nur Texte.", "Remove the line here; translations hold only texts."))
		return
	}
	d.find(key, diag.Error, "fact-in-translation",
		diag.Textf("„%s“ hat hier einen anderen Wert als in der Datei der Hauptsprache.", "“%s” has another value here than in the file of the main language.", f.Key),
		diag.Textf("Ändern Sie den Wert in der Datei der Hauptsprache, und entfernen Sie ihn hier.", "Change the value in the file of the main language, and remove it here."))
}

func (d *decoder) noOriginal(key *yaml.Node, path string) {
	d.find(key, diag.Warning, "no-original",
		diag.Textf("Im Original gibt es kein „%s“; dieser Text erscheint nirgends.", "The original has no “%s”; this text appears nowhere.", path),
		diag.Textf("Schreiben Sie die Angabe zuerst in die Datei der Hauptsprache.", "Write it into the file of the main language first."))
}
