package edit

import (
	"slices"

	"gopkg.in/yaml.v3"

	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/schema"
	"mappe/generator/yamldoc"
)

// rewrite is a change of single values, and what is said about it.
type rewrite struct {
	splices []splice
	finding diag.Finding
}

// values finds the values that are not in the first of the forms they may be written in, and texts that need quotes.
func (f *File) values() []rewrite {
	var list []rewrite
	f.eachValue(func(n *node, field *schema.Field) {
		text, code := canonical(n, field)
		if code == "" {
			return
		}
		finding := f.finding(n, code, diag.Textf("%s schreibt man %s.", "%s is written %s.", n.Value, text))
		list = append(list, rewrite{[]splice{{n.span, text}}, finding})
	})
	return list
}

// eachValue visits the single values of all known fields.
func (f *File) eachValue(visit func(*node, *schema.Field)) {
	var all func(n *node, field *schema.Field)
	all = func(n *node, field *schema.Field) {
		if n.Kind == yaml.ScalarNode {
			visit(n, field)
		}
		if field.Kind.Nested() {
			for _, item := range n.items() {
				if item.Kind == yaml.ScalarNode {
					visit(item, field)
				}
			}
			return // its fields are visited on their own
		}
		for _, item := range n.items() {
			all(item, field)
		}
		for _, e := range n.entries() {
			all(e.value, field)
		}
	}
	f.walk(func(group *node, fields []schema.Field, _ int) {
		for _, e := range group.entries() {
			if field := fieldOf(fields, e.key.Value); field != nil {
				all(e.value, field)
			}
		}
	})
}

// canonical returns a value as it should be written, and the code of the change, empty where it is written so.
func canonical(n *node, field *schema.Field) (text, code string) {
	if n.isNull() || n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return "", ""
	}
	if needsQuotes(n.Node, field.Kind) {
		return yamldoc.Quote(n.Value), "unquoted-value"
	}
	word := canonicalWord(n.Value, field)
	if word == n.Value || n.Style == 0 && word == "" {
		return "", ""
	}
	if field.Kind != schema.Bool {
		switch {
		case n.Style&yaml.DoubleQuotedStyle != 0:
			word = `"` + word + `"`
		case n.Style&yaml.SingleQuotedStyle != 0:
			word = "'" + word + "'"
		}
	}
	return word, "value-form"
}

// needsQuotes reports whether a value is a text that looks like a number, a date or an answer.
func needsQuotes(n *yaml.Node, kind schema.Kind) bool {
	return n.Style == 0 && n.Tag != "!!str" && n.Tag != "!!null" && slices.Contains(kindsOfWords(), kind)
}

// kindsOfWords are the kinds of fields whose values are taken as they are written.
func kindsOfWords() []schema.Kind {
	return []schema.Kind{schema.Text, schema.Texts, schema.TextMap, schema.LanguageText, schema.LanguageList, schema.String, schema.Strings,
		schema.StringMap, schema.URL, schema.Email, schema.Phone, schema.File, schema.Ref, schema.Refs, schema.RecordRefs, schema.TypedTerms,
		schema.Language, schema.Languages, schema.Place, schema.GroupsOrWords}
}

// canonicalWord returns the first of the forms that a value may be written in; what is not understood stays as it is.
func canonicalWord(written string, field *schema.Field) string {
	switch field.Kind {
	case schema.Bool:
		if yes, ok := yamldoc.YesNo(written); ok && yes {
			return "true"
		} else if ok {
			return "false"
		}
	case schema.YesNoUnknown, schema.GroupOrYes, schema.Enum, schema.Enums:
		return canonicalAnswer(written, field)
	case schema.Amount:
		if _, better, fault := yamldoc.Amount(written); fault == yamldoc.NumberComma && better != "" {
			return better
		}
	case schema.Date, schema.DateOrWord:
		if day, ok := date.Parse(written); ok {
			return day.String()
		}
	case schema.Dates:
		if days, ok := date.ParseRange(written); ok {
			return days.String()
		}
	case schema.Moment:
		if moment, ok := date.ParseMoment(written); ok {
			return moment.String()
		}
	case schema.Clock, schema.Clocks:
		if clock, ok := date.ParseClock(written); ok {
			return clock.String()
		}
	case schema.Days:
		if day, ok := yamldoc.Day(written); ok {
			return yamldoc.DayName(day)
		}
	}
	return written
}

// canonicalAnswer is a yes or no among other words.
func canonicalAnswer(written string, field *schema.Field) string {
	if field.Kind == schema.YesNoUnknown && written == "unbekannt" {
		return "unknown"
	}
	if slices.Contains(field.Enum, written) {
		return written
	}
	yes, ok := yamldoc.YesNo(written)
	word := "no"
	if yes {
		word = "yes"
	}
	if !ok || len(field.Enum) > 0 && !slices.Contains(field.Enum, word) {
		return written
	}
	return word
}
