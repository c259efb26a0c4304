package catalog

import (
	"reflect"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/schema"
)

// decoder reads one file into the struct of its record. It is guided by the plan alone, so that no record type has code of its
// own here. Facts come from the default language's file only; the files of other languages add their texts.
type decoder struct {
	*room
	plans        *plans
	languages    Languages
	vocabularies map[string]*Vocabulary
	// name is how findings call what is decoded: courses/deutsch-a1.
	name              string
	path              string
	file              *File
	lang, defaultLang Lang
	// isTranslation says that a default file has been read into the struct before.
	isTranslation bool
	// inside is the key of the field that is being read inside of, empty at the top.
	inside string
	// spoilt are the lines of which something is known to be wrong with their form.
	spoilt map[int]bool
	// own says that a file of the program itself is read, which has its own languages and not the site's.
	own bool
	// texts counts the texts found, to tell an empty translation.
	texts    int
	used     []*Term
	findings []diag.Finding
	pending  []pending
	// foreign are the languages that the site does not have and that have been told.
	foreign map[string]bool
}

// binder is a reference that can be bound to the record it names.
type binder interface{ bind(Entry) bool }

func (r *Ref[T]) bind(e Entry) bool {
	to, ok := any(e).(*T)
	r.To = to
	return ok
}

func (r *RecordRef) bind(e Entry) bool {
	r.To = e
	return true
}

// pending is a reference that waits until all records are read. It is kept small, since a large catalogue has millions.
type pending struct {
	to           binder
	folder, id   string
	line, column int32
}

// waiting are the references of one file, and how findings call what holds them.
type waiting struct {
	name, path string
	references []pending
}

// document reads a whole record file.
func (d *decoder) document(doc content.Document, p *plan, into reflect.Value) {
	d.file.notes.fields = d.room.noted[:0]
	d.group(doc.Keys, p, into)
	if doc.BodyLine > 0 && strings.TrimSpace(doc.Body) != "" {
		d.body(doc, p, into)
	}
	d.room.settle(d.file)
}

func (d *decoder) body(doc content.Document, p *plan, into reflect.Value) {
	body := into.FieldByIndex(p.fields[p.byKey["body"]].index).Addr().Interface().(*Text)
	if body.In(d.lang) != "" {
		d.find(position(d.file.At("body")), diag.Error, "body-twice",
			diag.Textf("Der lange Text steht zweimal: unter body und unterhalb der Angaben.", "The long text is there twice: at body and below the fields."),
			diag.Textf("Behalten Sie nur den Text unterhalb der zweiten Zeile ---.", "Keep only the text below the second line ---."))
		return
	}
	d.say(body, d.lang, doc.Body)
	d.file.note(noPath.with("body"), doc.BodyLine, 1)
	d.texts++
}

// group reads the keys of a map into a struct. Unknown keys, and keys that are due and missing, are findings: a key that is due and
// was mistyped is one.
func (d *decoder) group(n *yaml.Node, p *plan, into reflect.Value) {
	var seen, mistyped []bool
	if !d.isTranslation { // which may leave out what it likes
		seen, mistyped = make([]bool, len(p.fields)), make([]bool, len(p.fields))
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		at, known := p.byKey[key.Value]
		if !known {
			if meant := d.unknownKey(key, value, p); meant >= 0 {
				outside := d.enter(p.keys[meant])
				d.file.doubt(string(d.keys))
				d.leave(outside)
				if mistyped != nil {
					mistyped[meant] = true
				}
			}
			continue
		}
		outside := d.enter(key.Value)
		if isEmpty(value) {
			d.file.note(d.hash, key.Line, key.Column)
			d.leave(outside)
			continue
		}
		if seen != nil {
			seen[at] = true
		}
		d.field(key, value, &p.fields[at], into.FieldByIndex(p.fields[at].index))
		d.leave(outside)
	}
	if seen == nil {
		return
	}
	for i := range p.fields {
		if !seen[i] && !(mistyped[i] && p.fields[i].Required) {
			d.left(n, &p.fields[i], into.FieldByIndex(p.fields[i].index))
		}
	}
}

// left takes a field that a file leaves out: a finding where it is due, else its default.
func (d *decoder) left(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	defer d.leave(d.enter(f.Key))
	switch {
	case f.Required:
		d.missing(n, f)
	case f.Always:
		d.group(&yaml.Node{Kind: yaml.MappingNode}, f.group, into)
	case f.absent != nil:
		d.value(f.absent, f, into)
	}
}

// defaultNode is a default as if an editor had written it, nil where there is none.
func defaultNode(f schema.Field) *yaml.Node {
	if f.Default == "" {
		return nil
	}
	items, isList := strings.CutPrefix(f.Default, "[")
	if !isList {
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: f.Default}
	}
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for item := range strings.SplitSeq(strings.TrimSuffix(items, "]"), ",") {
		list.Content = append(list.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: strings.TrimSpace(item)})
	}
	return list
}

// field reads one key's value, or, in a translation, holds it against the default file's.
func (d *decoder) field(key, value *yaml.Node, f *fieldPlan, into reflect.Value) {
	d.place.field = len(d.keys)
	if d.spoilt[value.Line] {
		d.file.doubt(d.at())
	}
	if value.Kind == yaml.ScalarNode {
		d.file.note(d.hash, value.Line, value.Column)
	} else {
		d.file.note(d.hash, key.Line, key.Column)
	}
	switch {
	case f.Kind.Translatable():
		d.text(value, f, into)
	case d.isTranslation && f.Key == "id":
		// Items are matched by it; it is no fact here.
	case d.isTranslation && f.Kind.Nested() && f.group.hasText && value.Kind != yaml.ScalarNode:
		d.nestedTexts(key, value, f, into)
	case d.isTranslation:
		d.factInTranslation(key, value, f, into)
	default:
		d.value(value, f, into)
	}
}

// nested reads a map, a list of maps, or what may stand in their place.
func (d *decoder) nested(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	defer d.goInside(f)()
	switch f.Kind {
	case schema.Groups, schema.GroupsOrWords:
		d.groups(n, f, into)
	case schema.GroupOrYes:
		if n.Kind == yaml.ScalarNode {
			var yes bool
			if d.yes(n, f, &yes); yes {
				into.Set(d.entries.One(into.Type().Elem()))
			}
			return
		}
		d.one(n, f, into)
	case schema.Place:
		where := d.wheres.One(Where{})
		into.Set(reflect.ValueOf(where))
		if n.Kind == yaml.ScalarNode {
			d.reference(n, f, "venues", &where.Venue.ID, &where.Venue)
			return
		}
		if d.isMap(n, f) {
			d.group(n, f.group, reflect.ValueOf(&where.Address).Elem())
		}
	default:
		d.one(n, f, into)
	}
}

// goInside notes that a field is being read inside of; what it returns notes the end of it.
func (d *decoder) goInside(f *fieldPlan) (end func()) {
	outside := d.inside
	d.inside = f.Key
	return func() { d.inside = outside }
}

func (d *decoder) one(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	if !d.isMap(n, f) {
		return
	}
	if into.Kind() == reflect.Pointer {
		into.Set(d.entries.One(into.Type().Elem()))
		into = into.Elem()
	}
	d.group(n, f.group, into)
}

// groups reads a list of maps. Items that hold texts need an id that is theirs alone, so that translations can name them.
func (d *decoder) groups(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	items := d.items(n, f)
	list := d.entries.Take(into.Type().Elem(), len(items))
	ids := map[string]bool{}
	kept := 0
	for _, item := range items {
		if item.Kind == yaml.ScalarNode && f.Kind == schema.GroupsOrWords {
			item = &yaml.Node{Kind: yaml.MappingNode, Line: item.Line, Column: item.Column, Content: []*yaml.Node{
				{Kind: yaml.ScalarNode, Tag: "!!str", Value: f.group.keys[0], Line: item.Line, Column: item.Column}, item}}
		}
		if !d.isMap(item, f) {
			continue
		}
		outside := d.enter(itemName(item, kept))
		if _, hasID := f.group.byKey["id"]; hasID {
			d.itemID(item, f, ids)
		}
		d.file.note(d.hash, item.Line, item.Column)
		d.group(item, f.group, list.Index(kept))
		d.leave(outside)
		kept++
	}
	into.Set(upTo(list, kept))
}

// itemID checks the id of a list's item: there where its texts are to be translated, and once.
func (d *decoder) itemID(item *yaml.Node, f *fieldPlan, ids map[string]bool) {
	id := valueOf(item, "id")
	if id == nil {
		if words := firstText(item, f.group); words != "" && !f.group.requiresID() {
			d.find(item, diag.Error, "missing-id",
				diag.Textf("Ein Eintrag unter „%s“ hat Text, aber keine Kennung (id); ohne sie finden die Übersetzungen ihn nicht.", "An item of “%s” has text but no id; translations cannot find it without one.", f.Key),
				diag.Textf("Ergänzen Sie zum Beispiel: id: %s", "Add for example: id: %s", suggestItemID(words, ids)))
		}
		return
	}
	d.ownID(id, f, ids)
}

// ownID reports an id that another item of the list has already.
func (d *decoder) ownID(id *yaml.Node, f *fieldPlan, ids map[string]bool) {
	if ids[id.Value] {
		d.find(id, diag.Error, "id-twice",
			diag.Textf("Die Kennung „%s“ kommt unter „%s“ zweimal vor.", "The id “%s” occurs twice in “%s”.", id.Value, f.Key),
			diag.Textf("Geben Sie jedem Eintrag eine eigene Kennung.", "Give each item an id of its own."))
	}
	ids[id.Value] = true
}

// suggestItemID makes an id of an item's first word, none of those taken.
func suggestItemID(words string, taken map[string]bool) string {
	id, _, _ := strings.Cut(content.SuggestID(words), "-")
	if id == "" || id[0] >= '0' && id[0] <= '9' { // unquoted it would be a number
		id = "eintrag"
	}
	for name, n := id, 2; ; n++ {
		if !taken[name] {
			return name
		}
		name = id + "-" + strconv.Itoa(n)
	}
}

// firstText returns the first words for readers in an item as written, however deep they stand.
func firstText(n *yaml.Node, p *plan) string {
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		at, known := p.byKey[n.Content[i].Value]
		if !known {
			continue
		}
		f, value := &p.fields[at], n.Content[i+1]
		words := ""
		switch {
		case f.Kind.Translatable():
			words = firstWords(value)
		case f.Kind.Nested() && value.Kind == yaml.SequenceNode:
			for _, item := range value.Content {
				words = orWord(words, firstText(item, f.group))
			}
		case f.Kind.Nested():
			words = firstText(value, f.group)
		}
		if words != "" {
			return words
		}
	}
	return ""
}

// firstWords returns the first text in a value as written.
func firstWords(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode && !isNull(n) {
		return strings.TrimSpace(n.Value)
	}
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			continue
		}
		if words := firstWords(child); words != "" {
			return words
		}
	}
	return ""
}

func (p *plan) requiresID() bool {
	at, known := p.byKey["id"]
	return known && p.fields[at].Required
}

// itemName is how a list's item is called in paths: by its id, or counted from 0.
func itemName(item *yaml.Node, i int) string {
	if id := valueOf(item, "id"); id != nil && id.Value != "" {
		return id.Value
	}
	return strconv.Itoa(i)
}

func valueOf(n *yaml.Node, key string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key && !isNull(n.Content[i+1]) {
			return n.Content[i+1]
		}
	}
	return nil
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// isEmpty reports that nothing stands behind a key, or an empty text, which says as little.
func isEmpty(n *yaml.Node) bool {
	return isNull(n) || n.Kind == yaml.ScalarNode && strings.TrimSpace(n.Value) == ""
}
