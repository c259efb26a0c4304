package main

// The neutral values of a record: what every format is written from.
type (
	// Map is fields in the order they are written in.
	Map []Field
	// Flow is a map that is written on one line.
	Flow Map
	// List is a list of anything.
	List []any
	// Text is words in each language.
	Text []string
	// Texts is a list of words in each language.
	Texts [][]string
	// Plain is a date, a time, a number, an id or a yes, which needs no quotes.
	Plain string
)

// Field is a key with its value: a string, a Plain, an int or one of the types above.
type Field struct {
	Key   string
	Value any
}

// add appends a field.
func (m *Map) add(key string, value any) { *m = append(*m, Field{key, value}) }

// get returns a field's value, nil where there is none.
func (m Map) get(key string) any {
	for _, f := range m {
		if f.Key == key {
			return f.Value
		}
	}
	return nil
}

// text returns a field's words in a language, "" where there are none.
func (m Map) text(key string, lang int) string {
	if words, ok := m.get(key).(Text); ok {
		return words[lang]
	}
	return ""
}

// ids returns a field's list of ids.
func (m Map) ids(key string) []string {
	var list []string
	items, _ := m.get(key).(List)
	for _, item := range items {
		list = append(list, string(item.(Plain)))
	}
	return list
}

// plains makes a list of ids.
func plains(ids ...string) List {
	list := make(List, len(ids))
	for i, id := range ids {
		list[i] = Plain(id)
	}
	return list
}

// onlyTexts keeps what a translation repeats: the texts, the keys that lead to them, and the ids of list items that hold one. It
// returns nil where there is no text.
func onlyTexts(value any) any {
	switch v := value.(type) {
	case Text, Texts:
		return v
	case Flow:
		return onlyTexts(Map(v))
	case Map:
		var kept Map
		for _, f := range v {
			if texts := onlyTexts(f.Value); texts != nil {
				kept.add(f.Key, texts)
			}
		}
		if kept == nil {
			return nil
		}
		return kept
	case List:
		var kept List
		for _, item := range v {
			if texts, ok := onlyTexts(item).(Map); ok {
				kept = append(kept, append(Map{{"id", idOf(item)}}, texts...))
			}
		}
		if kept == nil {
			return nil
		}
		return kept
	}
	return nil
}

func idOf(item any) any {
	if flow, ok := item.(Flow); ok {
		item = Map(flow)
	}
	m, _ := item.(Map)
	return m.get("id")
}
