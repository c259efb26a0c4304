package locale

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// CountName is the placeholder whose number decides the plural form of a message.
const CountName = "n"

// Messages are the texts of the interface in one language, read from one file. They are immutable and safe for use by many goroutines at once.
type Messages struct {
	locale *Locale
	texts  map[string]*message
	next   *Messages
}

// message is one text, or one for each plural form.
type message struct {
	forms        [categories]template
	plural       bool
	line, column int
}

// template is a text cut at its placeholders; nil where a plural form is not given.
type template []segment

// segment is a piece of text, or the name of a placeholder.
type segment struct {
	text string
	name string // "" for a text
}

// Locale returns the language of the messages.
func (m *Messages) Locale() *Locale { return m.locale }

// WithFallback returns the same messages with others that answer for the keys missing here, each by the plural rules of its own
// language. Chains are built from their end: a.WithFallback(b.WithFallback(c)).
func (m *Messages) WithFallback(next *Messages) *Messages {
	return &Messages{locale: m.locale, texts: m.texts, next: next}
}

// Has reports whether Text finds the key, here or in what it falls back to.
func (m *Messages) Has(key string) bool {
	found, _ := m.find(key)
	return found != nil
}

// LanguageOf returns the code of the language that Text finds the key in, "" where it does not.
func (m *Messages) LanguageOf(key string) string {
	if _, at := m.find(key); at != nil {
		return at.locale.code
	}
	return ""
}

// Keys returns the keys of this file alone, sorted.
func (m *Messages) Keys() []string { return slices.Sorted(maps.Keys(m.texts)) }

// Text returns the message with its placeholders replaced. The arguments are names and values in turn: Text("courses.found", "n", 3).
// The value of n chooses the plural form. Whole numbers are written as the language does; a number that is none, such as a year, is
// given as a text. A key that no file has gives ⟦key⟧, a placeholder without a value stays as it is written, so that both are seen.
func (m *Messages) Text(key string, args ...any) string {
	t, at := m.template(key, args)
	if len(t) == 1 && t[0].name == "" {
		return t[0].text
	}
	var buffer [256]byte // most messages fit in
	return string(at.fill(buffer[:0], t, args))
}

// Append appends what Text returns.
func (m *Messages) Append(to []byte, key string, args ...any) []byte {
	t, at := m.template(key, args)
	return at.fill(to, t, args)
}

// template returns the text of a key in the form that its arguments ask for, and the messages that have it.
func (m *Messages) template(key string, args []any) (template, *Messages) {
	found, at := m.find(key)
	switch {
	case found == nil:
		return template{{text: "⟦" + key + "⟧"}}, m
	case found.plural:
		return found.form(at.category(args)), at
	}
	return found.forms[Other], at
}

// fill appends a text with its placeholders replaced.
func (m *Messages) fill(to []byte, t template, args []any) []byte {
	for _, s := range t {
		if s.name != "" {
			s.text = m.value(s.name, args)
		}
		to = append(to, s.text...)
	}
	return to
}

// find returns the message of a key and the messages that have it.
func (m *Messages) find(key string) (*message, *Messages) {
	for ; m != nil; m = m.next {
		if found := m.texts[key]; found != nil {
			return found, m
		}
	}
	return nil, nil
}

// form returns the text of a category; where it is not given that of Other, else the last that is.
func (msg *message) form(c Category) template {
	if msg.forms[c] != nil {
		return msg.forms[c]
	}
	for _, c := range []Category{Other, Many, Few, Two, One, Zero} {
		if msg.forms[c] != nil {
			return msg.forms[c]
		}
	}
	return nil
}

// category returns the plural form that the argument n asks for.
func (m *Messages) category(args []any) Category {
	switch n := argument(CountName, args).(type) {
	case int:
		return m.locale.Plural(n)
	case int64:
		return m.locale.Plural(int(n))
	}
	return Other
}

// value writes an argument, or its placeholder if there is none.
func (m *Messages) value(name string, args []any) string {
	switch v := argument(name, args).(type) {
	case nil:
		return "{" + name + "}"
	case string:
		return v
	case int:
		return m.locale.Number(v)
	case int64:
		return m.locale.Number(int(v))
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case fmt.Stringer:
		return v.String()
	default:
		return fmt.Sprint(v)
	}
}

// argument returns the value that follows a name, or nil.
func argument(name string, args []any) any {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1]
		}
	}
	return nil
}
