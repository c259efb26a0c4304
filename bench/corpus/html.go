package main

import (
	"bytes"
	"fmt"
	"html"
)

// writeHTML writes each record as a plain page that Pagefind can index: the text as its body, place, topic, kind and level as filters.
func (c *Corpus) writeHTML(put sink) error {
	records := map[string]*Record{}
	for _, r := range c.Records {
		records[r.Key()] = r
	}
	for _, r := range c.Records {
		if r.Body == nil {
			continue
		}
		for lang, code := range c.Languages {
			if err := put(code+"/"+r.Key()+".html", c.page(r, records, lang)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Corpus) page(r *Record, records map[string]*Record, lang int) []byte {
	direction := "ltr"
	if c.Languages[lang] == "ar" {
		direction = "rtl"
	}
	var b bytes.Buffer
	title := html.EscapeString(r.Fields.text("title", lang))
	fmt.Fprintf(&b, "<!doctype html><html lang=%q dir=%q><head><meta charset=\"utf-8\"><title>%s</title></head>\n<body><main data-pagefind-body><h1>%s</h1>\n", c.Languages[lang], direction, title, title)
	if summary := r.Fields.text("summary", lang); summary != "" {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(summary))
	}
	b.WriteString("<ul>\n")
	for _, f := range c.filters(r, records, lang) {
		fmt.Fprintf(&b, "<li data-pagefind-filter=%q>%s</li>\n", f[0], html.EscapeString(f[1]))
	}
	b.WriteString("</ul>\n")
	for _, block := range r.Body {
		writeBlock(&b, block, lang)
	}
	b.WriteString("</main></body></html>\n")
	return b.Bytes()
}

// filters are pairs of a filter's name and a value.
func (c *Corpus) filters(r *Record, records map[string]*Record, lang int) [][2]string {
	filters := [][2]string{{"type", r.Folder}}
	for _, place := range r.Places {
		filters = append(filters, [2]string{"place", records["places/"+place].Fields.text("title", lang)})
	}
	for _, topic := range r.Fields.ids("topics") {
		filters = append(filters, [2]string{"topic", c.label(c.terms["topics"].Find(topic), lang)})
	}
	kinds := c.terms[map[string]string{"courses": "course-kinds", "internships": "internship-kinds", "support": "support-kinds"}[r.Folder]]
	if kind, ok := r.Fields.get("kind").(Plain); ok {
		filters = append(filters, [2]string{"kind", c.label(kinds.Find(string(kind)), lang)})
	}
	if level, ok := r.Fields.get("level").(Flow); ok {
		filters = append(filters, [2]string{"level", c.label(c.terms["levels"].Find(string(Map(level).get("to").(Plain))), lang)})
	}
	return filters
}

func writeBlock(b *bytes.Buffer, block Block, lang int) {
	words := func(t Text) string { return html.EscapeString(t[lang]) }
	switch {
	case block.Heading != nil:
		b.WriteString("<h2>" + words(block.Heading) + "</h2>\n")
	case block.List != nil:
		b.WriteString("<ul>\n")
		for _, item := range block.List {
			b.WriteString("<li>" + words(item) + "</li>\n")
		}
		b.WriteString("</ul>\n")
	case block.Table != nil:
		b.WriteString("<table>\n")
		for _, row := range block.Table {
			b.WriteString("<tr>")
			for _, cell := range row {
				b.WriteString("<td>" + words(cell) + "</td>")
			}
			b.WriteString("</tr>\n")
		}
		b.WriteString("</table>\n")
	default:
		b.WriteString("<p>")
		for _, span := range block.Paragraph {
			switch {
			case span.Strong:
				b.WriteString("<strong>" + words(span.Words) + "</strong> ")
			case span.Link != "":
				b.WriteString(`<a href="../` + span.Link + `.html">` + words(span.Words) + "</a> ")
			default:
				b.WriteString(words(span.Words) + " ")
			}
		}
		b.WriteString("</p>\n")
	}
}
