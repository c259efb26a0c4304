package catalog

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
	"mappe/generator/schema"
	"mappe/generator/together"
	"mappe/generator/yamldoc"
)

// value reads a fact by its kind.
func (d *decoder) value(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	switch f.Kind {
	case schema.Group, schema.Groups, schema.GroupOrYes, schema.GroupsOrWords, schema.Place:
		d.nested(n, f, into)
	case schema.LanguageText:
		d.languageText(n, f, into.Addr().Interface().(*Text))
	case schema.LanguageList:
		d.languageList(n, f, into.Addr().Interface().(*Texts))
	case schema.String, schema.URL, schema.Email, schema.Phone, schema.File, schema.Language:
		d.stringValue(n, f, into)
	case schema.Strings:
		*into.Addr().Interface().(*[]string) = d.stringsOf(n, f)
	case schema.Languages:
		*into.Addr().Interface().(*[]string) = d.languageCodes(n, f)
	case schema.StringMap:
		d.stringMap(n, f, into.Addr().Interface().(*[]NamedString))
	case schema.Bool:
		d.yes(n, f, into.Addr().Interface().(*bool))
	case schema.Whole, schema.Wholes, schema.Amount, schema.Number, schema.Nth:
		d.number(n, f, into)
	case schema.Date, schema.DateOrWord, schema.Moment, schema.Clock, schema.Clocks, schema.Dates, schema.Days:
		d.time(n, f, into)
	default:
		d.choice(n, f, into)
	}
}

// choice reads what names something: a word of a list, a term, a record.
func (d *decoder) choice(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	switch f.Kind {
	case schema.YesNoUnknown:
		d.answer(n, f, into.Addr().Interface().(*Answer))
	case schema.ClosedOn:
		d.closedOn(n, f, into.Addr().Interface().(*ClosedOn))
	case schema.Enum:
		d.enum(n, f, into.Addr().Interface().(*string))
	case schema.Enums:
		*into.Addr().Interface().(*[]string) = readList(d, &d.strings, n, f, func(item *yaml.Node) (word string, ok bool) {
			ok = d.enum(item, f, &word)
			return word, ok
		})
	case schema.Ref:
		d.reference(n, f, f.Of, into.FieldByName("ID").Addr().Interface().(*string), into.Addr().Interface().(binder))
	case schema.Refs:
		d.references(n, f, into)
	case schema.RecordRefs:
		d.recordRefs(n, f, into.Addr().Interface().(*[]RecordRef))
	case schema.Term:
		*into.Addr().Interface().(**Term) = d.term(n, f)
	case schema.Terms, schema.TermsOrWords:
		*into.Addr().Interface().(*[]*Term) = readList(d, &d.terms, n, f, func(item *yaml.Node) (*Term, bool) {
			term := d.term(item, f)
			return term, term != nil
		})
	case schema.TypedTerms:
		d.typedTerms(n, f, into.Addr().Interface().(*[]TypedTerm))
	}
}

// items returns a list's items. One item alone, where a list is due, is taken with a warning.
func (d *decoder) items(n *yaml.Node, f *fieldPlan) []*yaml.Node {
	if n.Kind != yaml.SequenceNode {
		holdsFields := f.Kind == schema.Groups || f.Kind == schema.GroupsOrWords
		message := diag.Textf("Unter „%s“ gehört eine Liste.", "“%s” takes a list.", f.Key)
		switch names, single := d.listed(n, f); {
		case len(names) > 1:
			d.find(n, diag.Error, "list-expected", message, writeList(f.Key, names))
			return nil
		case single:
			d.find(n, diag.Warning, "list-expected", message, writeList(f.Key, names))
		case n.Kind == yaml.ScalarNode && f.Kind != schema.Groups || n.Kind == yaml.MappingNode && holdsFields:
			d.find(n, diag.Warning, "list-expected", message,
				diag.Textf("Schreiben Sie jeden Eintrag in eine eigene Zeile, mit einem Strich und einem Leerzeichen davor.", "Write each item on a line of its own, after a hyphen and a blank."))
		}
		return []*yaml.Node{n}
	}
	if !hasEmpty(n) {
		return n.Content
	}
	items := make([]*yaml.Node, 0, len(n.Content))
	for _, item := range n.Content {
		if isEmpty(item) {
			d.find(item, diag.Warning, "empty-item", diag.Textf("In der Liste „%s“ ist ein Eintrag leer.", "An item of the list “%s” is empty.", f.Key),
				diag.Textf("Füllen Sie ihn aus, oder entfernen Sie die Zeile.", "Fill it in, or remove the line."))
			continue
		}
		items = append(items, item)
	}
	return items
}

// listed returns what is named in a plain value where a list of names is due, none of which holds a blank or a comma: "de, en", or
// lines without hyphens. single reports that it is one name.
func (d *decoder) listed(n *yaml.Node, f *fieldPlan) (names []string, single bool) {
	switch f.Kind {
	case schema.Terms, schema.Refs, schema.RecordRefs, schema.Languages, schema.Days, schema.Enums, schema.ClosedOn:
	default:
		return nil, false
	}
	if n.Kind != yaml.ScalarNode {
		return nil, false
	}
	if strings.ContainsFunc(n.Value, unicode.IsUpper) && !strings.Contains(n.Value, ",") {
		return nil, false // rather the title of one thing than the names of several
	}
	names = strings.FieldsFunc(n.Value, func(c rune) bool { return c == ',' || c == ';' || unicode.IsSpace(c) })
	names = slices.DeleteFunc(names, func(name string) bool { return name == "-" })
	return names, len(names) == 1
}

func writeList(key string, names []string) diag.Text {
	list := strings.Join(names, ", ")
	return diag.Textf("Schreiben Sie: %s: [%s]", "Write: %s: [%s]", key, list)
}

// isMap reports whether the value holds further fields; a finding says so where it does not.
func (d *decoder) isMap(n *yaml.Node, f *fieldPlan) bool {
	if n.Kind == yaml.MappingNode {
		return true
	}
	example := "…"
	if f.group != nil && len(f.group.keys) > 0 {
		example = f.group.keys[0]
	}
	hint := diag.Textf("Schreiben Sie eingerückt in die nächste Zeile zum Beispiel: %s: …", "Write for example, indented on the next line: %s: …", example)
	switch {
	case f.Kind == schema.Place:
		hint = diag.Textf("Schreiben Sie den Namen eines Eintrags aus venues/, oder eine Adresse: {street: Markt 1, city: …}", "Write the name of a record in venues/, or an address: {street: Markt 1, city: …}")
	case f.group == nil:
		hint = diag.Textf("Schreiben Sie zum Beispiel: %s: %s", "Write for example: %s: %s", f.Key, f.example())
	case f.Kind.List():
		hint = diag.Textf("Schreiben Sie eingerückt in die nächste Zeile zum Beispiel: - %s: …", "Write for example, indented on the next line: - %s: …", example)
	}
	d.find(n, diag.Error, "fields-expected", diag.Textf("Unter „%s“ gehören einzelne Angaben mit Namen, kein einfacher Wert.", "“%s” takes named fields of its own, not a plain value.", f.Key), hint)
	return false
}

// scalar returns a plain value's text; a finding says so where there is a list or a map instead.
func (d *decoder) scalar(n *yaml.Node, f *fieldPlan) (string, bool) {
	if text, misread := yamldoc.Misread(n); misread {
		d.find(n, diag.Error, "text-lost", diag.Textf("Der Text unter „%s“ wird wegen seines Doppelpunkts falsch verstanden.", "The text at “%s” is misunderstood because of its colon.", f.Key),
			diag.Textf("Setzen Sie ihn in Anführungszeichen: %s", "Put it in quotes: %s", yamldoc.Quote(text)))
		return "", false
	}
	if n.Kind != yaml.ScalarNode {
		message := diag.Textf("Unter „%s“ gehört ein einzelner Wert, keine Liste und keine weiteren Angaben.", "“%s” takes a single value, no list and no fields of its own.", f.Key)
		hint := diag.Textf("Schreiben Sie ihn in dieselbe Zeile: %s: …", "Write it on the same line: %s: …", f.Key)
		if f.Kind.List() {
			message = diag.Textf("Unter „%s“ gehört eine Liste einzelner Werte, ohne weitere Angaben darin.", "“%s” takes a list of single values, without fields of their own.", f.Key)
			hint = diag.Textf("Schreiben Sie jeden Eintrag in eine eigene Zeile, mit einem Strich und einem Leerzeichen davor.", "Write each item on a line of its own, after a hyphen and a blank.")
		}
		d.find(n, diag.Error, "value-expected", message, hint)
		return "", false
	}
	return strings.TrimSpace(n.Value), true
}

// words returns a text. A number or date without quotes is taken as written, with a warning.
func (d *decoder) words(n *yaml.Node, f *fieldPlan) (string, bool) {
	text, ok := d.scalar(n, f)
	if ok && n.Style == 0 && n.Tag != "!!str" && n.Tag != "!!null" {
		d.find(n, diag.Warning, "unquoted-value",
			diag.Textf("Der Wert %s unter „%s“ sieht aus wie eine Zahl oder ein Datum, gemeint ist ein Text.", "The value %s at “%s” looks like a number or a date where a text is meant.", text, f.Key),
			diag.Textf("Setzen Sie ihn in Anführungszeichen: \"%s\"", "Put it in quotes: \"%s\"", text))
	}
	return d.keep(text), ok
}

func (d *decoder) stringValue(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	words, ok := d.words(n, f)
	if !ok {
		return
	}
	if problem, found := badString(f.Kind, words); found {
		d.find(n, diag.Error, problem.code, problem.message(words, f.Key), problem.hint)
		return
	}
	into.SetString(words)
}

func (d *decoder) stringsOf(n *yaml.Node, f *fieldPlan) []string {
	return readList(d, &d.strings, n, f, func(item *yaml.Node) (string, bool) {
		words, ok := d.words(item, f)
		return words, ok && words != ""
	})
}

func (d *decoder) languageCodes(n *yaml.Node, f *fieldPlan) []string {
	return readList(d, &d.strings, n, f, func(item *yaml.Node) (string, bool) {
		words, ok := d.words(item, f)
		if !ok {
			return "", false
		}
		if problem, found := badString(schema.Language, words); found {
			d.find(item, diag.Error, problem.code, problem.message(words, f.Key), problem.hint)
			return "", false
		}
		return words, true
	})
}

// readList reads the items of a list, as many as can be read; none is no list.
func readList[T any](d *decoder, in *together.Values[T], n *yaml.Node, f *fieldPlan, read func(*yaml.Node) (T, bool)) []T {
	items := d.items(n, f)
	list := in.Take(len(items))[:0]
	for _, item := range items {
		if value, ok := read(item); ok {
			list = append(list, value)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return list
}

func (d *decoder) stringMap(n *yaml.Node, f *fieldPlan, into *[]NamedString) {
	if !d.isMap(n, f) {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if words, ok := d.words(n.Content[i+1], f); ok && words != "" {
			*into = append(*into, NamedString{d.keep(n.Content[i].Value), words})
		}
	}
}

func (d *decoder) yes(n *yaml.Node, f *fieldPlan, into *bool) {
	text, ok := d.scalar(n, f)
	if !ok {
		return
	}
	value, ok := yamldoc.YesNo(text)
	if !ok {
		d.find(n, diag.Error, "yes-or-no", diag.Textf("„%s“ unter „%s“ ist weder ja noch nein.", "“%s” at “%s” is neither yes nor no.", text, f.Key),
			diag.Textf("Schreiben Sie ja oder nein.", "Write yes or no."))
		return
	}
	*into = value
}

func (d *decoder) answer(n *yaml.Node, f *fieldPlan, into *Answer) {
	text, ok := d.scalar(n, f)
	if !ok {
		return
	}
	value, isYesNo := yamldoc.YesNo(text)
	switch {
	case isYesNo && value:
		*into = Yes
	case isYesNo:
		*into = No
	case text == "unknown" || text == "unbekannt":
		*into = Unknown
	default:
		d.unknownWord(n, f, text, []string{"yes", "no", "unknown"})
	}
}

func (d *decoder) closedOn(n *yaml.Node, f *fieldPlan, into *ClosedOn) {
	*into = ClosedOn{}
	for _, item := range d.items(n, f) {
		var word string
		if !d.enum(item, f, &word) {
			continue
		}
		into.Public = true
		into.School = into.School || word == "school"
	}
}

func (d *decoder) enum(n *yaml.Node, f *fieldPlan, into *string) bool {
	text, ok := d.scalar(n, f)
	if !ok {
		return false
	}
	for _, word := range f.Enum {
		value, isYesNo := yamldoc.YesNo(text)
		if word == text || isYesNo && (value && word == "yes" || !value && word == "no") {
			*into = word
			return true
		}
	}
	d.unknownWord(n, f, text, f.Enum)
	return false
}

// upTo is the start of a list, nearly always all of it.
func upTo(list reflect.Value, kept int) reflect.Value {
	if kept == list.Len() {
		return list
	}
	return list.Slice(0, kept)
}
