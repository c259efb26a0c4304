package main

import (
	"bytes"
	"strings"
)

// writeMarkdown appends a body in one language. address writes the target of a link to a record.
func writeMarkdown(b *bytes.Buffer, body Body, lang int, address func(key string) string) {
	for _, block := range body {
		b.WriteByte('\n')
		switch {
		case block.Heading != nil:
			b.WriteString("## " + block.Heading[lang] + "\n")
		case block.List != nil:
			for _, item := range block.List {
				b.WriteString("- " + item[lang] + "\n")
			}
		case block.Table != nil:
			writeTable(b, block.Table, lang)
		default:
			for i, span := range block.Paragraph {
				if i > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(span.markdown(lang, address))
			}
			b.WriteByte('\n')
		}
	}
}

func (s Span) markdown(lang int, address func(string) string) string {
	switch {
	case s.Strong:
		return "**" + s.Words[lang] + "**"
	case s.Link != "":
		return "[" + s.Words[lang] + "](" + address(s.Link) + ")"
	}
	return s.Words[lang]
}

func writeTable(b *bytes.Buffer, rows [][]Text, lang int) {
	for i, row := range rows {
		for _, cell := range row {
			b.WriteString("| " + cell[lang] + " ")
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", len(row)) + "|\n")
		}
	}
}
