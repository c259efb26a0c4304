package catalog

import (
	"reflect"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/schema"
	"mappe/generator/yamldoc"
)

// value reads a fact by its kind.
func (d *decoder) value(n *yaml.Node, f *fieldPlan, into reflect.Value, path string) {
	switch f.Kind {
	case schema.Group, schema.Groups, schema.GroupOrYes, schema.GroupsOrWords, schema.Place:
		d.nested(n, f, into, path)
	case schema.LanguageText:
		d.languageText(n, f, into.Addr().Interface().(*Text), path)
	case schema.LanguageList:
		d.languageList(n, f, into.Addr().Interface().(*Texts), path)
	case schema.String, schema.URL, schema.Email, schema.Phone, schema.File, schema.Language:
		d.stringValue(n, f, into)
	case schema.Strings, schema.Languages:
		into.Set(reflect.ValueOf(d.stringsOf(n, f)))
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
		var words []string
		for _, item := range d.items(n, f) {
			var word string
			if d.enum(item, f, &word) {
				words = append(words, word)
			}
		}
		into.Set(reflect.ValueOf(words))
	case schema.Ref:
		d.reference(n, f, f.Of, into.FieldByName("ID").Addr().Interface().(*string), into.Addr().Interface().(binder))
	case schema.Refs:
		items := d.items(n, f)
		into.Set(reflect.MakeSlice(into.Type(), len(items), len(items)))
		for i, item := range items {
			d.reference(item, f, f.Of, into.Index(i).FieldByName("ID").Addr().Interface().(*string), into.Index(i).Addr().Interface().(binder))
		}
	case schema.RecordRefs:
		d.recordRefs(n, f, into.Addr().Interface().(*[]RecordRef))
	case schema.Term:
		into.Set(reflect.ValueOf(d.term(n, f)))
	case schema.Terms, schema.TermsOrWords:
		var terms []*Term
		for _, item := range d.items(n, f) {
			if term := d.term(item, f); term != nil {
				terms = append(terms, term)
			}
		}
		into.Set(reflect.ValueOf(terms))
	case schema.TypedTerms:
		d.typedTerms(n, f, into.Addr().Interface().(*[]TypedTerm))
	}
}

// items returns a list's items. One item alone, where a list is due, is taken with a warning.
func (d *decoder) items(n *yaml.Node, f *fieldPlan) []*yaml.Node {
	if n.Kind == yaml.SequenceNode {
		items := make([]*yaml.Node, 0, len(n.Content))
		for _, item := range n.Content {
			if isNull(item) {
				d.find(item, diag.Error, "empty-item", diag.Textf("In der Liste „%s“ ist ein Eintrag leer.", "An item of the list “%s” is empty.", f.Key),
					diag.Textf("Füllen Sie ihn aus, oder entfernen Sie die Zeile.", "Fill it in, or remove the line."))
				continue
			}
			items = append(items, item)
		}
		return items
	}
	d.find(n, diag.Warning, "list-expected", diag.Textf("Unter „%s“ gehört eine Liste.", "“%s” takes a list.", f.Key),
		diag.Textf("Schreiben Sie jeden Eintrag in eine eigene Zeile, mit einem Strich und einem Leerzeichen davor.", "Write each item on a line of its own, after a hyphen and a blank."))
	return []*yaml.Node{n}
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
	d.find(n, diag.Error, "fields-expected", diag.Textf("Unter „%s“ gehören einzelne Angaben, kein einfacher Wert.", "“%s” takes fields of its own, not a plain value.", f.Key),
		diag.Textf("Schreiben Sie eingerückt in die nächste Zeile zum Beispiel: %s: …", "Write for example, indented on the next line: %s: …", example))
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
		d.find(n, diag.Error, "value-expected", diag.Textf("Unter „%s“ gehört ein einzelner Wert, keine Liste und keine Unterangaben.", "“%s” takes a single value, no list and no fields of its own.", f.Key), diag.Text{})
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
	return text, ok
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
	var list []string
	for _, item := range d.items(n, f) {
		if words, ok := d.words(item, f); ok && words != "" {
			list = append(list, words)
		}
	}
	return list
}

func (d *decoder) stringMap(n *yaml.Node, f *fieldPlan, into *[]NamedString) {
	if !d.isMap(n, f) {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if words, ok := d.words(n.Content[i+1], f); ok && words != "" {
			*into = append(*into, NamedString{n.Content[i].Value, words})
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
			diag.Textf("Schreiben Sie true oder false.", "Write true or false."))
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

func (d *decoder) number(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	switch f.Kind {
	case schema.Whole:
		if value, ok := d.whole(n, f); ok && into.Kind() == reflect.Pointer {
			into.Set(reflect.ValueOf(&value))
		} else if ok {
			into.SetInt(int64(value))
		}
	case schema.Wholes, schema.Nth:
		var list []int
		for _, item := range d.items(n, f) {
			if f.Kind == schema.Nth && item.Value == "last" {
				list = append(list, -1)
			} else if value, ok := d.whole(item, f); ok {
				list = append(list, value)
			}
		}
		into.Set(reflect.ValueOf(list))
	default:
		d.decimal(n, f, into)
	}
}

func (d *decoder) decimal(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	text, ok := d.scalar(n, f)
	if !ok {
		return
	}
	if f.Kind == schema.Number {
		value, fault := yamldoc.Decimal(text)
		if d.faultless(n, f, text, "", fault) {
			into.Set(reflect.ValueOf(&value))
		}
		return
	}
	cents, better, fault := yamldoc.Amount(text)
	if d.faultless(n, f, text, better, fault) {
		amount := Amount(cents)
		into.Set(reflect.ValueOf(&amount))
	}
}

func (d *decoder) whole(n *yaml.Node, f *fieldPlan) (int, bool) {
	text, ok := d.scalar(n, f)
	if !ok {
		return 0, false
	}
	value, fault := yamldoc.Whole(text)
	switch {
	case fault == yamldoc.NumberOK && value < 0:
		fault = yamldoc.NumberNegative
	case fault == yamldoc.NumberOK && f.Kind == schema.Nth && (value < 1 || value > 5):
		fault = yamldoc.NumberNone
	}
	return value, d.faultless(n, f, text, "", fault)
}

func (d *decoder) time(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	switch f.Kind {
	case schema.Clocks, schema.Dates, schema.Days:
		d.times(n, f, into)
		return
	}
	text, ok := d.scalar(n, f)
	if !ok {
		return
	}
	switch f.Kind {
	case schema.Date:
		if value, ok := date.Parse(text); ok {
			into.Set(reflect.ValueOf(value))
		} else {
			d.notADate(n, f, text)
		}
	case schema.DateOrWord:
		value, isDate := date.Parse(text)
		switch {
		case isDate:
			into.Set(reflect.ValueOf(DateOrWord{Date: value}))
		case text == f.Enum[0]:
			into.Set(reflect.ValueOf(DateOrWord{Word: text}))
		default:
			d.notADate(n, f, text)
		}
	case schema.Moment:
		if value, ok := date.ParseMoment(text); ok {
			into.Set(reflect.ValueOf(value))
		} else {
			d.notADate(n, f, text)
		}
	case schema.Clock:
		if value, ok := date.ParseClock(text); ok {
			into.Set(reflect.ValueOf(value))
		} else {
			d.notAClock(n, f, text)
		}
	}
}

func (d *decoder) times(n *yaml.Node, f *fieldPlan, into reflect.Value) {
	var clocks []date.Clock
	var ranges []date.Range
	var days []time.Weekday
	for _, item := range d.items(n, f) {
		text, ok := d.scalar(item, f)
		if !ok {
			continue
		}
		switch f.Kind {
		case schema.Clocks:
			if value, ok := date.ParseClock(text); ok {
				clocks = append(clocks, value)
			} else {
				d.notAClock(item, f, text)
			}
		case schema.Dates:
			if value, ok := date.ParseRange(text); ok {
				ranges = append(ranges, value)
			} else {
				d.notADate(item, f, text)
			}
		case schema.Days:
			if value, ok := yamldoc.Day(text); ok {
				days = append(days, value)
			} else {
				d.unknownWord(item, f, text, []string{"mo", "tu", "we", "th", "fr", "sa", "su"})
			}
		}
	}
	switch f.Kind {
	case schema.Clocks:
		into.Set(reflect.ValueOf(clocks))
	case schema.Dates:
		into.Set(reflect.ValueOf(ranges))
	case schema.Days:
		into.Set(reflect.ValueOf(days))
	}
}
