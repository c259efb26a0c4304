package theme

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestShrunkTemplatesMakeTheSamePages(t *testing.T) {
	th := loaded(t)
	for _, s := range []speaker{german(), arabic()} {
		set := th.templates[s.lang]
		written, err := parseSet(set.files, functions(th.Messages(s.lang), withDefaults(nil)))
		if err != nil {
			t.Fatal(err)
		}
		for kind, model := range s.models(pathsOf(th)) {
			var plain, shrunk bytes.Buffer
			if err := written.ExecuteTemplate(&plain, layoutName(kind), model); err != nil {
				t.Fatal(err)
			}
			if err := th.Render(&shrunk, s.lang, kind, model); err != nil {
				t.Fatal(err)
			}
			want, got := outline(t, plain.String()), outline(t, shrunk.String())
			for i := range min(len(want), len(got)) {
				if want[i] != got[i] {
					t.Fatalf("%s %s: line %d is %q, as written it is %q", s.lang, kind, i, got[i], want[i])
				}
			}
			if len(want) != len(got) {
				t.Errorf("%s %s: %d lines, as written %d", s.lang, kind, len(got), len(want))
			}
			if shrunk.Len() > plain.Len() {
				t.Errorf("%s %s: %d bytes, as written %d", s.lang, kind, shrunk.Len(), plain.Len())
			}
		}
	}
}

// outline lists elements, attributes and texts of a page. White space is told only where a browser shows it: between words, and between
// pieces that stand in one line.
func outline(t *testing.T, page string) []string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	w := &outliner{}
	w.node(root)
	w.breakLine()
	return w.lines
}

type outliner struct {
	lines []string
	text  strings.Builder
}

func (w *outliner) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text.WriteString(n.Data)
	case html.ElementNode:
		mark := n.Data
		for _, a := range n.Attr {
			mark += fmt.Sprintf(" %s=%q", a.Key, strings.ReplaceAll(a.Val, ", ", ","))
		}
		if inline(n.Data) {
			// The mark stands in the line's text, so that a blank lost before or after it is seen.
			w.text.WriteString("‹" + mark + "›")
			w.children(n)
			w.text.WriteString("‹/›")
			return
		}
		w.breakLine()
		w.lines = append(w.lines, "<"+mark+">")
		w.children(n)
		w.breakLine()
		w.lines = append(w.lines, "</"+n.Data+">")
		return
	}
	w.children(n)
}

func (w *outliner) children(n *html.Node) {
	for c := range n.ChildNodes() {
		w.node(c)
	}
}

func (w *outliner) breakLine() {
	if line := strings.Join(strings.Fields(w.text.String()), " "); line != "" {
		w.lines = append(w.lines, line)
	}
	w.text.Reset()
}

// inline reports whether an element stands in a line of text.
func inline(name string) bool {
	switch name {
	case "a", "span", "strong", "small", "bdi", "time", "img", "b":
		return true
	}
	return false
}
