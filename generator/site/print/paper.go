package print

import (
	"fmt"
	"strings"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/output"
	"mappe/generator/site"
)

// sheet is a style sheet of one overview in one language: its running headers and page numbers. Browsers that know margin boxes show
// them (CSS Paged Media 3, section 5), others leave them out.
type sheet struct {
	path string
	data []byte
}

// severalSheets is how many offers an overview has whose sections start on a sheet of their own, with their heading on top of every sheet.
const severalSheets = 40

// apart reports whether each section of an overview starts on a sheet of its own.
func (o *overview) apart() bool { return o.total() >= severalSheets && len(o.parts()) == 1 }

// longSection is how many offers a section has whose columns are filled one after the other: browsers take twice as long to make those of
// dozens of sheets equally long.
const longSection = 20

// paper plans the style sheet of an overview.
func (p *planner) paper(lang catalog.Lang, o *overview) *paper {
	of := &paper{name: o.id, lang: lang, make: func(s *site.Site) sheet {
		v := s.View(site.Planned{Path: address.Print(p.Catalogue.Languages[lang].Code, o.id), Kind: "overview", Lang: lang})
		var sections []Section
		if o.apart() {
			sections = p.outline(v, o)
		}
		return p.sheet(v, o.id, o.title(v).Text, sections)
	}}
	p.papers = append(p.papers, of)
	return of
}

// sheet writes the style sheet of pages with a title, and sections that start on sheets of their own.
func (p *planner) sheet(v *site.View, name, title string, sections []Section) sheet {
	size := "A4"
	if p.Catalogue.Settings.Print.Paper == "letter" {
		size = "letter"
	}
	start, end := "left", "right"
	if v.Locale().Dir() == "rtl" {
		start, end = end, start
	}
	look := "direction:" + v.Locale().Dir() + ";font:8.5pt " + paperFonts + ";color:#333"
	var b strings.Builder
	fmt.Fprintf(&b, "@page{size:%s;margin:18mm 14mm 16mm;@top-%s{%s;content:%s}@bottom-%s{%s;content:%s}}", size, start, look, quoted(title), end, look, pageOf(v))
	b.WriteString("@page short{margin:13mm 10mm 12mm}") // here and not in the theme: Chromium compares rules for pages within one file only
	fmt.Fprintf(&b, "@page:first{@top-%s{content:none}@top-%s{content:none}}", start, end)
	for _, s := range sections {
		fmt.Fprintf(&b, "@page %s{@top-%s{%s;content:%s}}#%s{page:%s}", s.ID, end, look, quoted(s.Number+" "+s.Heading.Text), s.ID, s.ID)
		offers := 0
		if each([]Section{s}, func(Entry) { offers++ }); offers >= longSection {
			fmt.Fprintf(&b, "#%s{column-fill:auto}", s.ID)
		}
	}
	b.WriteByte('\n')
	data := []byte(b.String())
	return sheet{output.Hashed("print/"+v.Code()+"-"+name+".css", data), data}
}

// paperFonts are those of the pages: margin boxes do not know their custom properties.
const paperFonts = `system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Noto Sans Ethiopic",Arial,sans-serif`

// pageOf is "page 2 of 10" as CSS counts them.
func pageOf(v *site.View) string {
	const page, pages = "\x02", "\x03"
	var parts []string
	rest := v.T("print.page_of", "page", page, "pages", pages)
	for rest != "" {
		i := strings.IndexAny(rest, page+pages)
		if i < 0 {
			parts = append(parts, quoted(rest))
			break
		}
		if i > 0 {
			parts = append(parts, quoted(rest[:i]))
		}
		parts = append(parts, map[string]string{page: "counter(page)", pages: "counter(pages)"}[rest[i:i+1]])
		rest = rest[i+1:]
	}
	return strings.Join(parts, " ")
}

// quoted is a text as a string of CSS (CSS Syntax 3, section 4.3.5). Whatever is not a letter, a digit or a space of ASCII, or beyond
// ASCII, is written by its number, so that no title can end the string.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		plain := r == ' ' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0xA0
		if plain {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "\\%x ", r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
