package markdown

import (
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the code does into the cases")

// TestCases runs testdata/*.txt: "== name", the body, then sections "-- html", "-- findings", "-- links", "-- headings",
// "-- images", "-- facts", "-- plain" with what is expected, and "-- with" with settings. «c2a0» stands for bytes in hex.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for _, text := range strings.Split("\n"+string(data), "\n== ")[1:] {
			name, body, _ := strings.Cut(text, "\n")
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txt")+"/"+name, func(t *testing.T) {
				out.WriteString("== " + name + "\n" + runCase(t, body))
			})
		}
		if *update {
			if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func runCase(t *testing.T, body string) string {
	sections := strings.Split("\n"+body, "\n-- ")
	input := strings.TrimPrefix(sections[0], "\n")
	out := strings.TrimRight(input, "\n") + "\n"
	s := Source{File: "x.md", Text: unhex(strings.TrimRight(input, "\n")), Line: 1}
	var doc *Doc
	for _, section := range sections[1:] {
		kind, want, _ := strings.Cut(section, "\n")
		want = strings.TrimRight(want, "\n")
		if kind == "with" {
			settings(&s, want)
			out += "-- with\n" + want + "\n"
			continue
		}
		if doc == nil {
			parsed := New("+49").Parse(s)
			doc = &parsed
		}
		got := strings.TrimRight(view(doc, kind), "\n")
		if !*update && got != want {
			t.Errorf("%s\n got: %s\nwant: %s", kind, got, want)
		}
		out += "-- " + kind + "\n" + got
		if got != "" {
			out += "\n"
		}
	}
	if doc == nil {
		t.Fatal("the case expects nothing")
	}
	return out + "\n"
}

func settings(s *Source, text string) {
	for _, line := range strings.Split(text, "\n") {
		switch name, value, _ := strings.Cut(line, " "); name {
		case "rtl":
			s.RightToLeft = true
		case "line":
			fmt.Sscan(value, &s.Line)
		case "indent":
			fmt.Sscan(value, &s.Indent)
		}
	}
}

func unhex(s string) string {
	return regexp.MustCompile(`«([0-9a-f]{2,})»`).ReplaceAllStringFunc(s, func(m string) string {
		b, err := hex.DecodeString(strings.Trim(m, "«»"))
		if err != nil {
			return m
		}
		return string(b)
	})
}

// view shows one side of a Doc as lines.
func view(d *Doc, kind string) string {
	var b strings.Builder
	switch kind {
	case "html":
		return string(d.Append(nil, testResolver()))
	case "plain":
		return d.PlainText()
	case "findings":
		for _, f := range d.Findings {
			fmt.Fprintf(&b, "%d:%d %s %s\n", f.Line, f.Column, f.Severity, f.Code)
		}
	case "words":
		for _, f := range d.Findings {
			fmt.Fprintf(&b, "%s %s\n%s %s\n", f.Message.DE, f.Hint.DE, f.Message.EN, f.Hint.EN)
		}
	case "links":
		for _, l := range d.Links {
			fmt.Fprintf(&b, "%d:%d %s %s\n", l.Line, l.Column, [...]string{"web", "mail", "phone", "file", "anchor", "record"}[l.Kind], l.Target)
		}
	case "images":
		for _, i := range d.Images {
			fmt.Fprintf(&b, "%d:%d %s %q\n", i.Line, i.Column, i.File, i.Alt)
		}
	case "facts":
		for _, f := range d.Facts {
			fmt.Fprintf(&b, "%d:%d %s %s\n", f.Line, f.Column, [...]string{"date", "price", "phone"}[f.Kind], f.Text)
		}
	}
	return b.String()
}

// testResolver is a page in de/courses of a small site.
func testResolver() *Resolver {
	return &Resolver{
		Record: func(folder, id string) (string, string, State) {
			switch id {
			case "deutsch-a1":
				return "../" + folder + "/" + id + ".html", "Deutsch A1 & mehr", Published
			case "entwurf":
				return "", "Ein Entwurf", Unpublished
			}
			return "", "", Unknown
		},
		File: func(path string) (Media, bool) {
			switch path {
			case "flyer.pdf", "media/haus ordnung.pdf":
				return Media{Href: "../../media/" + path}, true
			case "haus.jpg":
				return Media{Href: "../../media/haus.jpg", Width: 800, Height: 600, Srcset: "../../media/haus-400.jpg 400w"}, true
			}
			return Media{}, false
		},
		Terms: NewTerms([]Term{
			{ID: "eq", Words: []string{"Einstiegsqualifizierung", "EQ"}},
			{ID: "eq-plus", Words: []string{"EQ Plus"}},
			{ID: "it", Words: []string{"IT"}},
			{ID: "duldung", Words: []string{"Duldung", "geduldet"}},
			{ID: "paragraf", Words: []string{"§ 24"}},
			{ID: "dawra", Words: []string{"دورة اندماج"}},
			{ID: "selbst", Words: []string{"Diese Seite"}},
		}),
		Term: func(id string) (string, bool) { return "../glossary/" + id + ".html", id != "selbst" },
	}
}

func TestFindingsUseNoWordsOfProgrammers(t *testing.T) {
	bad := "# A\n\n#### B\n\n##\n\n<b>x</b>\n\n[a](javascript:x) [b](x@y.de) [c](www.x.de) [d](0541123456) [e](/x) [f](record:x) [](https://x.de) [g]() [h](#nope)\n\n![](haus.jpg) ![x](https://x.de/a.png)\n"
	deep := strings.Repeat("> ", 60) + "x"
	seen := map[string]bool{}
	converter := New("")
	findings := converter.Parse(Source{File: "x.md", Text: bad, Line: 1}).Findings
	findings = append(findings, converter.Parse(Source{File: "x.md", Text: deep, Line: 1}).Findings...)
	for _, f := range findings {
		seen[f.Code] = true
		for _, text := range []string{f.Message.DE, f.Message.EN, f.Hint.DE, f.Hint.EN} {
			for _, word := range []string{"YAML", "front matter", "schema", "reference", "syntax", "Syntax", "Markdown", "%!"} {
				if text == "" || strings.Contains(text, word) {
					t.Errorf("%s: %q is empty or contains %q", f.Code, text, word)
				}
			}
		}
	}
	for _, code := range []string{codeAlt, codeAnchor, codeHeadingEmpty, codeHeadingLevel, codeHeadingSkipped, codeImage, codeLink, codeLinkText, codeNesting, codeRawHTML} {
		if !seen[code] {
			t.Errorf("nothing found for %s", code)
		}
	}
}
