package yamldoc

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
)

// FuzzParse holds for any bytes: no panic, places that exist, an error whenever there is no tree, and a tree whenever the
// library can read a group of fields from bytes that pass the first checks; what is parted as usual is parted so line by line too.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, body := range strings.Split("\n"+string(text), "\n== ")[1:] {
			_, body, _ = strings.Cut(body, "\n")
			f.Add([]byte(unhex(strings.Split(body, "\n-- ")[0])))
		}
	}
	for _, seed := range []string{"<<: {a: 1}\n? {b: 1}\n: x\n", "\t0\n\t0", "0 \" #\"0", "?"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		root, findings := Parse("x.yaml", src, 3)
		checkFindings(t, src, findings, 3)
		checkTree(t, root, 2+len(newSource(src).lines))
		errors := 0
		for _, finding := range findings {
			if finding.Severity == diag.Error {
				errors++
			}
		}
		if root == nil && errors == 0 {
			t.Errorf("no tree and no error for %q", src)
		}
		if root == nil && utf8.Valid(src) && controlCharacter(src) < 0 && conflict(src) < 0 && !strings.ContainsAny(string(src), "\u0085\u2028\u2029\uFEFF") {
			var doc yaml.Node
			if err := yaml.Unmarshal(src, &doc); err == nil && len(doc.Content) > 0 && doc.Content[0].Kind == yaml.MappingNode {
				t.Errorf("%q can be read", src)
			}
		}
		parts, findings := SplitFrontMatter("x.md", src)
		checkFindings(t, src, findings, 1)
		if text, ok := (&report{file: "x.md", firstLine: 1}).decode(src); ok {
			if usual, ok := asUsual(text); ok {
				slow := &report{file: "x.md", firstLine: 1}
				if want := slow.split(newSource(text)); !reflect.DeepEqual(usual, want) || len(slow.findings) > 0 {
					t.Errorf("%q is parted into %v, line by line into %v, %v", src, usual, want, slow.findings)
				}
			}
		}
		if parts.BodyLine < 1 || parts.FrontLine < 1 || len(parts.Front)+len(parts.Body) > len(src) {
			t.Errorf("parts %v of %q", parts, src)
		}
	})
}

func checkTree(t *testing.T, n *yaml.Node, last int) {
	t.Helper()
	if n == nil {
		return
	}
	if n.Line < 3 || n.Line > last || n.Column < 1 {
		t.Errorf("%q at %d:%d is outside of the file", n.Value, n.Line, n.Column)
	}
	for _, child := range n.Content {
		checkTree(t, child, last)
	}
}

func checkFindings(t *testing.T, src []byte, findings []diag.Finding, firstLine int) {
	t.Helper()
	lines := newSource(src).lines
	for _, f := range findings {
		at := f.Line - firstLine
		if at < 0 || at >= len(lines) || f.Column < 1 || f.Column > utf8.RuneCountInString(lines[at])+1 {
			t.Errorf("%s at %d:%d is outside of %q", f.Code, f.Line, f.Column, src)
		}
	}
}

// benchFields are the fields of a course of the usual size.
const benchFields = `title: Deutsch für den Alltag
summary: Ein Kurs für alle, die neu sind.
kind: course
organization: vhs-osnabrueck
topics: [deutsch, alltag]
level: {from: a1, to: a2}
prices:
  - {id: normal, amount: 12.50, per: month}
sessions:
  - id: fruehjahr
    start: 2027-02-15
    end: 2027-06-30
    times: [{days: [mo, we], from: 8:30, to: 12:00}] # vormittags
    note: "mit Kinderbetreuung"
`

// benchFieldsPlain are the same without a remark, as most files are.
var benchFieldsPlain = strings.ReplaceAll(benchFields, " # vormittags", "")

func BenchmarkParsePlain(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if root, findings := Parse("x.yaml", []byte(benchFieldsPlain), 1); root == nil || len(findings) > 0 {
			b.Fatal(findings)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if root, findings := Parse("x.yaml", []byte(benchFields), 1); root == nil || len(findings) > 0 {
			b.Fatal(findings)
		}
	}
}

// BenchmarkLibrary is what the library takes for the same fields, for comparison.
func BenchmarkLibrary(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		var doc yaml.Node
		if err := yaml.Unmarshal([]byte(benchFields), &doc); err != nil {
			b.Fatal(err)
		}
	}
}
