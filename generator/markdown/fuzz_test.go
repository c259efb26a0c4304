package markdown

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// FuzzSafe holds for any body: no panic, positions that exist, and HTML without script, handlers, foreign schemes or broken nesting.
func FuzzSafe(f *testing.F) {
	for _, seed := range []string{
		"## A\n\n[x](javascript:alert(1)) <script>alert(1)</script> ![a](data:image/svg+xml,x)",
		"[a](&#106;avascript:x) <javascript:x> [b]\n\n[b]: vbscript:x\n",
		"| a | b |\n|:-:|--:|\n| https://x.de | a@b.de 0541 123456 |",
		"- a\n  - b\n\n    > c\n\n`d` **e** ~~f~~ *[g](record:courses/deutsch-a1)*\\\nh",
		"![x\" onerror=y](haus.jpg 'z\"') &#0;&quot;&lt; \x00 \xff 12.02.2027 8:30 ٣٠ €",
		"www.example.org/(a)_b_ http://ä.de/?q=\"><svg/onload=x>",
		"# x\n### y\n##\n[z](#y)\n\n<div onclick=x>\n",
		"[](0%80000) [](#%80) [a](%80.pdf) ![](%FF.jpg)",
		strings.Repeat("> ", 50) + strings.Repeat("[", 50) + strings.Repeat("*a", 50),
	} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	converter, page := New("+49"), testResolver()
	f.Fuzz(func(t *testing.T, body string, rtl bool) {
		doc := converter.Parse(Source{File: "x.md", Text: body, Line: 3, RightToLeft: rtl})
		checkPositions(t, &doc, body)
		doc.PlainText()
		out := doc.Append(nil, page)
		checkHTML(t, out)
		if again := doc.Append(nil, page); !bytes.Equal(out, again) {
			t.Errorf("a second page differs")
		}
	})
}

func checkPositions(t *testing.T, doc *Doc, body string) {
	t.Helper()
	lines := 1 + strings.Count(body, "\n") + strings.Count(body, "\r")
	for _, f := range doc.Findings {
		if f.Line < 3 || f.Line >= 3+lines || f.Column < 1 || f.Column > 1+utf8.RuneCountInString(body) {
			t.Errorf("%s at %d:%d is outside of the body", f.Code, f.Line, f.Column)
		}
	}
}

// checkHTML reads the output as a browser would.
func checkHTML(t *testing.T, out []byte) {
	t.Helper()
	if !utf8.Valid(out) {
		t.Errorf("output is no UTF-8")
	}
	allowed := " a bdi blockquote br code del em h2 h3 h4 h5 h6 hr img li ol p pre span strong table tbody td th thead tr ul "
	var open []string
	ids := map[string]bool{}
	z := html.NewTokenizer(bytes.NewReader(out))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("never closed: %v in %s", open, out)
			}
			return
		case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
			t.Errorf("unexpected %s in %s", z.Raw(), out)
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				t.Fatalf("</%s> closes %v in %s", name, open, out)
			}
			open = open[:len(open)-1]
		case html.StartTagToken:
			token := z.Token()
			if !strings.Contains(allowed, " "+token.Data+" ") {
				t.Errorf("<%s> in %s", token.Data, out)
			}
			checkAttributes(t, token, ids, out)
			if token.Data == "a" {
				for _, name := range open {
					if name == "a" {
						t.Errorf("a link in a link in %s", out)
					}
				}
			}
			if token.Data != "br" && token.Data != "hr" && token.Data != "img" {
				open = append(open, token.Data)
			}
		}
	}
}

func checkAttributes(t *testing.T, token html.Token, ids map[string]bool, out []byte) {
	t.Helper()
	for _, a := range token.Attr {
		switch a.Key {
		case "href", "src":
			scheme, _ := cutScheme(strings.TrimSpace(a.Val))
			if !strings.Contains(" http https mailto tel  ", " "+scheme+" ") || strings.HasPrefix(a.Val, "//") || token.Data == "img" && scheme != "" {
				t.Errorf("%s=%q in %s", a.Key, a.Val, out)
			}
		case "id":
			if ids[a.Val] || a.Val == "" || strings.ContainsAny(a.Val, " \t\n") {
				t.Errorf("id %q is empty, broken or there twice in %s", a.Val, out)
			}
			ids[a.Val] = true
		case "alt", "class", "dir", "height", "loading", "rel", "srcset", "start", "title", "width":
		default:
			t.Errorf("attribute %s in %s", a.Key, out)
		}
	}
}
