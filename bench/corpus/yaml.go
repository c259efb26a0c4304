package main

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// writeYAML appends the fields of a map in one language, as an editor would write them.
func writeYAML(b *bytes.Buffer, m Map, lang, indent int) {
	for _, f := range m {
		pad(b, indent)
		writeField(b, f, lang, indent)
	}
}

func pad(b *bytes.Buffer, indent int) {
	for range indent {
		b.WriteByte(' ')
	}
}

// writeField appends "key: value" and what follows on lines of its own.
func writeField(b *bytes.Buffer, f Field, lang, indent int) {
	b.WriteString(f.Key + ":")
	switch v := f.Value.(type) {
	case Map:
		b.WriteByte('\n')
		writeYAML(b, v, lang, indent+2)
	case List:
		writeList(b, v, lang, indent)
	case Texts:
		b.WriteByte('\n')
		for _, words := range v[lang] {
			pad(b, indent+2)
			b.WriteString("- " + scalar(words, lang, false) + "\n")
		}
	default:
		b.WriteString(" " + scalar(v, lang, false) + "\n")
	}
}

func writeList(b *bytes.Buffer, list List, lang, indent int) {
	if len(list) == 0 {
		b.WriteString(" []\n")
		return
	}
	b.WriteByte('\n')
	for _, item := range list {
		pad(b, indent+2)
		b.WriteString("- ")
		m, ok := item.(Map)
		if !ok {
			b.WriteString(scalar(item, lang, false) + "\n")
			continue
		}
		writeField(b, m[0], lang, indent+4)
		writeYAML(b, m[1:], lang, indent+4)
	}
}

// scalar writes a value on one line; within a flow map commas and brackets need quotes too.
func scalar(value any, lang int, flow bool) string {
	switch v := value.(type) {
	case Plain:
		return string(v)
	case int:
		return strconv.Itoa(v)
	case string:
		return quoted(v, flow)
	case Text:
		return quoted(v[lang], flow)
	case Flow:
		parts := make([]string, len(v))
		for i, f := range v {
			parts[i] = f.Key + ": " + scalar(f.Value, lang, true)
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case List:
		parts := make([]string, len(v))
		for i, item := range v {
			parts[i] = scalar(item, lang, true)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	panic(fmt.Sprintf("no scalar: %T", value))
}

// quoted writes a text without quotes where that cannot be misread.
func quoted(s string, flow bool) string {
	first, _ := utf8.DecodeRuneInString(s)
	switch strings.ToLower(s) {
	case "yes", "no", "true", "false", "on", "off", "null", "y", "n", "ja", "nein":
		return strconv.Quote(s)
	}
	if !unicode.IsLetter(first) || strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") || flow && strings.ContainsAny(s, ",[]{}") {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
	}
	return s
}
