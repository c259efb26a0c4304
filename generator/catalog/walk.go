package catalog

import (
	"reflect"
	"strconv"

	"mappe/generator/schema"
)

// FieldText is one text of a record in one language, by its path: keys joined by dots, items of a list by their id, items of
// a list of texts counted from 0.
type FieldText struct {
	Path, Words string
	// Key is the field's own key, the path's last but for lists of texts.
	Key string
}

// TextsOf returns a record's texts in one language in the order of the field table, body last.
func (c *Catalogue) TextsOf(entry Entry, lang Lang) []FieldText {
	w := textWalk{lang: lang}
	p := c.plans.records[entry.Base().Folder()]
	w.group(p, reflect.ValueOf(entry).Elem(), "")
	if body := entry.Base().Body.In(lang); body != "" {
		w.texts = append(w.texts, FieldText{"body", body, "body"})
	}
	return w.texts
}

type textWalk struct {
	lang  Lang
	texts []FieldText
}

func (w *textWalk) group(p *plan, from reflect.Value, path string) {
	for i := range p.fields {
		f := &p.fields[i]
		if path == "" && f.Key == "body" {
			continue
		}
		w.field(f, from.FieldByIndex(f.index), join(path, f.Key))
	}
}

func (w *textWalk) field(f *fieldPlan, from reflect.Value, path string) {
	switch f.Kind {
	case schema.Text:
		w.add(path, from.Addr().Interface().(*Text).In(w.lang), f.Key)
	case schema.Texts:
		for i, words := range from.Addr().Interface().(*Texts).In(w.lang) {
			w.add(join(path, strconv.Itoa(i)), words, f.Key)
		}
	case schema.TextMap:
		entries := *from.Addr().Interface().(*[]NamedText)
		for _, entry := range entries {
			w.add(join(path, entry.Name), entry.Text.In(w.lang), f.Key)
		}
	case schema.Group, schema.GroupOrYes, schema.Place:
		w.one(f, from, path)
	case schema.Groups, schema.GroupsOrWords:
		for i := range from.Len() {
			name := strconv.Itoa(i)
			if at, ok := f.group.byKey["id"]; ok {
				if id := from.Index(i).FieldByIndex(f.group.fields[at].index).String(); id != "" {
					name = id
				}
			}
			w.group(f.group, from.Index(i), join(path, name))
		}
	}
}

func (w *textWalk) one(f *fieldPlan, from reflect.Value, path string) {
	if from.Kind() == reflect.Pointer {
		if from.IsNil() {
			return
		}
		from = from.Elem()
	}
	if f.Kind == schema.Place {
		if !from.FieldByName("Venue").FieldByName("To").IsNil() {
			return // the venue's texts are the venue's
		}
		from = from.FieldByName("Address")
	}
	w.group(f.group, from, path)
}

func (w *textWalk) add(path, words, key string) {
	if words != "" {
		w.texts = append(w.texts, FieldText{path, words, key})
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
