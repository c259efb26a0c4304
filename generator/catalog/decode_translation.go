package catalog

import (
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
	"mappe/generator/schema"
)

// text reads words for readers in the file's language.
func (d *decoder) text(n *yaml.Node, f *fieldPlan, into reflect.Value) {
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
			d.say(into.Addr().Interface().(*Text), d.lang, words)
			d.texts++
		}
	case schema.Texts:
		d.textList(n, f, into.Addr().Interface().(*Texts))
	case schema.TextMap:
		d.textMap(n, f, into.Addr().Interface().(*[]NamedText))
	}
}

func (d *decoder) textList(n *yaml.Node, f *fieldPlan, into *Texts) {
	list := d.stringsOf(n, f)
	if d.isTranslation {
		// Search words and other names are not translated one by one: a language has as many as it has.
		if original := into.In(d.defaultLang); len(original) != len(list) && f.Key != "keywords" && f.Key != "also" && !hasEmpty(n) {
			d.find(n, diag.Warning, "list-length",
				diag.Textf("Die Liste „%s“ ist hier anders lang (%d) als im Original (%d).", "The list “%s” has another length here (%d) than in the original (%d).", f.Key, len(list), len(original)),
				diag.Textf("Übersetzen Sie die Liste ganz, Zeile für Zeile.", "Translate the whole list, line by line."))
		}
	}
	if len(list) > 0 {
		into.set(d.lang, list)
		d.texts++
	}
}

// hasEmpty reports whether a list has an empty item, which is a finding of its own.
func hasEmpty(n *yaml.Node) bool { return slices.ContainsFunc(n.Content, isEmpty) }

func (d *decoder) textMap(n *yaml.Node, f *fieldPlan, into *[]NamedText) {
	if !d.isMap(n, f) {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		words, ok := d.words(value, f)
		if !ok || words == "" {
			continue
		}
		outside := d.enter(key.Value)
		d.file.note(d.hash, value.Line, value.Column)
		d.leave(outside)
		d.texts++
		at := indexOfName(*into, key.Value)
		if at < 0 {
			*into = append(*into, NamedText{Name: d.keep(key.Value)})
			at = len(*into) - 1
		}
		d.say(&(*into)[at].Text, d.lang, words)
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
func (d *decoder) nestedTexts(key, n *yaml.Node, f *fieldPlan, into reflect.Value) {
	if f.Kind == schema.Groups || f.Kind == schema.GroupsOrWords {
		d.itemTexts(key, n, f, into)
		return
	}
	if !d.isMap(n, f) {
		return
	}
	if firstText(n, f.group) == "" {
		d.factInTranslation(key, n, f, into)
		return
	}
	if into.Kind() == reflect.Pointer {
		if into.IsNil() {
			d.find(key, diag.Warning, "no-original",
				diag.Textf("Im Original gibt es hier kein „%s“; dieser Text erscheint nirgends.", "The original has no “%s” here; this text appears nowhere.", f.Key),
				diag.Textf("Schreiben Sie die Angabe zuerst in die Datei der Hauptsprache.", "Write it into the file of the main language first."))
			return
		}
		into = into.Elem()
	}
	if f.Kind == schema.Place {
		if id := into.FieldByName("Venue").FieldByName("ID").String(); id != "" {
			d.find(key, diag.Warning, "no-original",
				diag.Textf("Im Original steht unter „%s“ venues/%s; dieser Text erscheint nirgends.", "The original says venues/%[2]s at “%[1]s”; this text appears nowhere.", f.Key, id),
				diag.Textf("Übersetzen Sie den Ort in seinem eigenen Eintrag.", "Translate the venue in its own record."))
			return
		}
		into = into.FieldByName("Address")
	}
	defer d.goInside(f)()
	d.group(n, f.group, into)
}

// itemTexts reads the texts of a list's items, each into the item of the default file that has its id.
func (d *decoder) itemTexts(key, n *yaml.Node, f *fieldPlan, into reflect.Value) {
	items := d.items(n, f)
	if !slices.ContainsFunc(items, func(item *yaml.Node) bool { return valueOf(item, "id") != nil || firstText(item, f.group) != "" }) {
		d.factInTranslation(key, n, f, into)
		return
	}
	defer d.goInside(f)()
	ids := map[string]bool{}
	for _, item := range items {
		if !d.isMap(item, f) {
			continue
		}
		id := valueOf(item, "id")
		if id == nil {
			d.find(item, diag.Error, "missing-id",
				diag.Textf("Ein Eintrag unter „%s“ hat hier keine Kennung (id); ohne sie findet mappe sein Original nicht.", "An item of “%s” has no id here; mappe cannot find its original without one.", f.Key),
				diag.Textf("Nehmen Sie die Kennung aus der Datei der Hauptsprache: %s", "Take the id from the file of the main language: %s", strings.Join(itemIDs(f, into), ", ")))
			continue
		}
		d.ownID(id, f, ids)
		original, found := itemByID(f, into, id.Value)
		if !found {
			d.noOriginalItem(id, f, itemIDs(f, into))
			continue
		}
		outside := d.enter(id.Value)
		d.file.note(d.hash, item.Line, item.Column)
		d.group(item, f.group, original)
		d.leave(outside)
	}
}

// noOriginalItem reports an item that the default file has not got, unless its items have no ids, which is told there.
func (d *decoder) noOriginalItem(id *yaml.Node, f *fieldPlan, known []string) {
	if slices.Contains(known, "") {
		return
	}
	d.find(id, diag.Warning, "no-original",
		diag.Textf("Unter „%s“ gibt es im Original keinen Eintrag mit der Kennung „%s“; dieser Text erscheint nirgends.", "In the original, “%s” has no item with the id “%s”; this text appears nowhere.", f.Key, id.Value),
		orText(diag.DidYouMean(id.Value, known), diag.Textf("Prüfen Sie die Kennung, oder entfernen Sie den Eintrag hier.", "Check the id, or remove the item here.")))
}

// itemByID returns the item of a list that has an id, the last one if several have it. Lists are short.
func itemByID(f *fieldPlan, list reflect.Value, id string) (item reflect.Value, found bool) {
	at, ok := f.group.byKey["id"]
	for i := list.Len() - 1; i >= 0 && ok; i-- {
		if item := list.Index(i); item.FieldByIndex(f.group.fields[at].index).String() == id {
			return item, true
		}
	}
	return reflect.Value{}, false
}

// itemIDs returns the ids of a list's items, in its order.
func itemIDs(f *fieldPlan, list reflect.Value) (ids []string) {
	at, ok := f.group.byKey["id"]
	for i := 0; i < list.Len() && ok; i++ {
		ids = append(ids, list.Index(i).FieldByIndex(f.group.fields[at].index).String())
	}
	return ids
}

// factInTranslation holds a fact that a translation repeats against the default file's: facts are written once.
func (d *decoder) factInTranslation(key, n *yaml.Node, f *fieldPlan, into reflect.Value) {
	trial := *d
	trial.isTranslation, trial.file, trial.findings, trial.pending = false, &File{notes: &notes{}}, nil, nil
	repeated := reflect.New(into.Type()).Elem()
	trial.value(n, f, repeated)
	readable := diag.CountOf(trial.findings).Errors == 0

	switch {
	case readable && reflect.DeepEqual(repeated.Interface(), into.Interface()):
		d.find(key, diag.Warning, "fact-repeated",
			diag.Textf("„%s“ steht schon in der Datei der Hauptsprache.", "“%s” is already in the file of the main language.", f.Key),
			diag.Textf("Entfernen Sie die Zeile hier; Übersetzungen enthalten nur Texte.", "Remove the line here; translations hold only texts."))
	case into.IsZero():
		d.find(key, diag.Error, "fact-in-translation",
			diag.Textf("„%s“ steht nur hier und nicht in der Datei der Hauptsprache; so gilt es nicht.", "“%s” is only here and not in the file of the main language; so it does not hold.", f.Key),
			diag.Textf("Schreiben Sie die Angabe in die Datei der Hauptsprache, und entfernen Sie sie hier.", "Write it into the file of the main language, and remove it here."))
	default:
		d.find(key, diag.Error, "fact-in-translation",
			diag.Textf("„%s“ hat hier einen anderen Wert als in der Datei der Hauptsprache.", "“%s” has another value here than in the file of the main language.", f.Key),
			diag.Textf("Ändern Sie den Wert in der Datei der Hauptsprache, und entfernen Sie ihn hier.", "Change the value in the file of the main language, and remove it here."))
	}
}
