package yamldoc

import (
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
)

var update = flag.Bool("update", false, "write what the code does into the cases")

// TestCases runs testdata/*.txt: "== name", the file, and what is expected: "-- findings" (place, severity, code), "-- tree" (fields
// with their places), "-- list" (the same for a file that is a list), "-- words" (what is said, German and English), "-- split" (the two halves and the findings about
// them). «c2a0» stands for bytes in hex, ⇥ for a tab.
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
	input := strings.TrimRight(strings.TrimPrefix(sections[0], "\n"), "\n")
	src := []byte(unhex(input))
	out := input + "\n"
	for _, section := range sections[1:] {
		kind, want, _ := strings.Cut(section, "\n")
		want = strings.TrimRight(want, "\n")
		got := strings.TrimRight(view(src, kind), "\n")
		if !*update && got != want {
			t.Errorf("%s\n got: %s\nwant: %s", kind, got, want)
		}
		out += "-- " + kind + "\n" + got
		if got != "" {
			out += "\n"
		}
	}
	if len(sections) < 2 {
		t.Error("the case expects nothing")
	}
	return out + "\n"
}

func unhex(s string) string {
	s = strings.ReplaceAll(s, "⇥", "\t")
	return regexp.MustCompile(`«([0-9a-f]{2,})»`).ReplaceAllStringFunc(s, func(m string) string {
		b, err := hex.DecodeString(strings.Trim(m, "«»"))
		if err != nil {
			return m
		}
		return string(b)
	})
}

func view(src []byte, kind string) string {
	var b strings.Builder
	if kind == "split" {
		parts, findings := SplitFrontMatter("x.md", src)
		fmt.Fprintf(&b, "%d %q\n%d %q\n", parts.FrontLine, parts.Front, parts.BodyLine, parts.Body)
		places(&b, findings)
		return b.String()
	}
	if kind == "list" {
		list, findings := ParseList("x.yaml", src)
		places(&b, findings)
		if list != nil {
			tree(&b, list, 0)
		}
		return b.String()
	}
	root, findings := Parse("x.yaml", src, 1)
	switch kind {
	case "findings":
		places(&b, findings)
	case "words":
		for _, f := range findings {
			fmt.Fprintf(&b, "%s %s\n%s %s\n", f.Message.DE, f.Hint.DE, f.Message.EN, f.Hint.EN)
		}
	case "tree":
		if root != nil {
			tree(&b, root, 0)
		}
	}
	return b.String()
}

func places(b *strings.Builder, findings []diag.Finding) {
	for _, f := range findings {
		fmt.Fprintf(b, "%d:%d %s %s\n", f.Line, f.Column, f.Severity, f.Code)
	}
}

func tree(b *strings.Builder, n *yaml.Node, depth int) {
	if n.Kind == yaml.ScalarNode {
		fmt.Fprintf(b, "%*s%d:%d %s %q\n", depth*2, "", n.Line, n.Column, n.Tag, n.Value)
	} else {
		fmt.Fprintf(b, "%*s%d:%d %s\n", depth*2, "", n.Line, n.Column, n.Tag)
	}
	for _, child := range n.Content {
		tree(b, child, depth+1)
	}
}

func TestFindingsBelowABodyCountFromTheFirstLine(t *testing.T) {
	root, findings := Parse("x.md", []byte("title: A\nnote: Achtung: x\n"), 12)
	if root != nil || len(findings) != 1 || findings[0].Line != 13 || findings[0].Column != 14 {
		t.Errorf("got %v %v", root, findings)
	}
	root, findings = Parse("x.md", []byte("title: A\n"), 12)
	if root == nil || root.Content[1].Line != 12 || len(findings) != 0 {
		t.Errorf("got %v %v", root, findings)
	}
}

func TestTooBigIsNotRead(t *testing.T) {
	root, findings := Parse("x.yaml", []byte("a: "+strings.Repeat("x", MaxSize)), 1)
	if root != nil || len(findings) != 1 || findings[0].Code != codeTooBig {
		t.Errorf("got %v", findings)
	}
}

func TestEveryFindingSpeaksPlainly(t *testing.T) {
	data, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range data {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, body := range strings.Split("\n"+string(text), "\n== ")[1:] {
			_, body, _ = strings.Cut(body, "\n")
			src := []byte(unhex(strings.TrimRight(strings.Split(body, "\n-- ")[0], "\n")))
			_, findings := Parse("x.yaml", src, 1)
			_, more := SplitFrontMatter("x.md", src)
			_, list := ParseList("x.yaml", src)
			for _, f := range slices.Concat(findings, more, list) {
				for _, words := range []string{f.Message.DE, f.Message.EN, f.Hint.DE, f.Hint.EN} {
					for _, word := range []string{"YAML", "ront matter", "schema", "eference", "yntax", "calar", "mapping", "Mapping", "%!"} {
						if words == "" || strings.Contains(words, word) {
							t.Errorf("%s: %q is empty or contains %q", f.Code, words, word)
						}
					}
				}
			}
		}
	}
}
