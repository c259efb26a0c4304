package yamldoc

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// checkPlain reports whether a text is read without the library, as a group of fields or a list, and fails if that gives another tree than the
// library's, remarks apart.
func checkPlain(t *testing.T, src string) bool {
	t.Helper()
	fields, list := checkPlainAs(t, src, yaml.MappingNode), checkPlainAs(t, src, yaml.SequenceNode)
	return fields || list
}

func checkPlainAs(t *testing.T, src string, kind yaml.Kind) bool {
	t.Helper()
	r := &report{kind: kind}
	text, ok := r.decode([]byte(src))
	if !ok {
		return false
	}
	got := plain(newSource(r.plainBreaks(text)), kind, &room{})
	if got == nil {
		return false
	}
	want, err := r.parse(r.plainBreaks(text))
	if err != nil {
		t.Fatalf("%q is read, although the library says %v", src, err)
	}
	if forgetRemarks(want); !reflect.DeepEqual(got, want) {
		t.Fatalf("%q\nplain   %s\nlibrary %s", src, treeText(got), treeText(want))
	}
	little, all := &report{kind: kind}, &report{kind: kind}
	little.guardPlain(newSource(text), got)
	if all.guard(newSource(text), want, nil); !reflect.DeepEqual(little.findings, all.findings) {
		t.Fatalf("%q\nof a plain text is said %v\nof one that the library reads %v", src, little.findings, all.findings)
	}
	return true
}

func forgetRemarks(n *yaml.Node) {
	n.HeadComment, n.LineComment, n.FootComment = "", "", ""
	for _, child := range n.Content {
		forgetRemarks(child)
	}
}

func treeText(n *yaml.Node) string {
	if n == nil {
		return "nothing"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "(%d:%d %d/%d %s %q", n.Line, n.Column, n.Kind, n.Style, n.Tag, n.Value)
	for _, child := range n.Content {
		b.WriteString(treeText(child))
	}
	return b.String() + ")"
}

func TestPlain(t *testing.T) {
	for _, src := range []string{
		benchFieldsPlain, "a: b", "a: b\n\nc: d\n", "a:\n- b\n- c\nd: e\n", "a:\n  - b: c\n    d: [e, f]\n  - b: g\n", "a:\n  b:\n    c: d\n",
		"a: 1\nb: 1.5\nc: 2027-01-02\na1: 0\na2: 01\na3: 123456789012\nb1: 01.50\nb2: 1.\nb3: 1.2.3\nc1: 2027-02-28\nc2: 2027-02-29\nc3: 2027-13-01\nc4: 2027-00-10\nc5: 0000-01-01\nc6: 2027-1-1\nd1: 8:30\nd2: 18:3\nd3: 1830:00\nd4: 18:30:00\nd: true\nd0: false\ne0: Null\nd00: nullt\ne: no\nf: 18:30\ng: null\nh: '1'\ni: \"x\"\n", "a: Größe ä, {b}\n",
		"a: {b: ä, c: [d, {e: f}], g: 8:30}\n", "a: []\nb: {}\n", "true: a\n1: b\n", "a: b - c\nd: e-f\n", "u: https://example.org/?a=b\n", "w: geht's\n",
		"a: [true, True, TRUE, false, False, FALSE, null, Null, NULL, .nan, .NaN, .NAN, .inf, .Inf, .INF, +.inf, +.Inf, +.INF]\n",
		"a: 0x1F\nb: 0o17\nc: 0b11\nd: 1_000\ne: 1.5E+3\nf: 0X1f\ng: 2027-01-02T10:00:00Z\nh: 2027-1-2t1:2:3.5+01:00\ni: 2027-01-02 10:00:00\n",
		"a: 2027-01-31\nb: 2027-04-31\nc: 2027-12-31\nd: 2027-02-30\ne: 2027-03-29..2027-04-10\nf: 2027-02-15 17:00\ng: 2027-02-15 17:00:00\nh: 2027-02-15 7:0:0.5\ni: 1..2\nj: 12 000\nk: 1e5\nl: 1_0\nm: 1T\nn: 2027-02-15T17:00\no: 2027-02-15 7:0:0,5\np: 12,50\n",
		"a: 2027-01-kurs\nb: 12 km\nc: 8h\nd: nothing\ne: Nein, gerne\nf: 0x1g\ng: NaN\nh: yes\ni: Off\n2027-01-kurs: j\n",
		"- a\n", "- a: b\n  c:\n    - d\n- e\n", "# b\n- a: b\n", "# b\n\n#c #d\na: b\n",
	} {
		if !checkPlain(t, src) {
			t.Errorf("%q is left to the library", src)
		}
	}
}

// TestUsualTextsAreKnown holds that the library need not try what people write again and again.
func TestUsualTextsAreKnown(t *testing.T) {
	for text, want := range map[string]string{
		"2027-01-31": "!!timestamp", "2027-03-29..2027-04-10": "!!str", "2027-02-15 17:00": "!!str", "2027-01-kurs": "!!str", "12 km": "!!str", "12,50": "!!str", "12": "!!int", "1.50": "!!float", "8:30": "!!str",
		"2027-04-31": "", "2027-02-15 17:00:00": "", "2027-02-15 17:00:00,5": "", "1e5": "", "0x1g": "", "1_000": "",
	} {
		if got := usualTag(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestWhatIsNotPlainIsLeftToTheLibrary(t *testing.T) {
	for _, src := range []string{
		"", "a: b # c\n", "a: |\n  b\n", "a: b\n  c\n", "a:\n", "a: \"b\\n\"\n", "a: 'it''s'\n", "a: !b c\n", "a: &b c\n", "a: *b\n", "-\n", "- a\nb: c\n", " # a\nb: c\n", "# a\n", "# a\nb: c\n# d\n", "# a\n- b # c\n", "- - a\n", " - a\n", "a: b: c\n", "a:\tb\n", "? a\n: b\n",
		"a: [b\n  c]\n", "a: [b, c: d]\n", "a: {b}\n", "a: {b: }\n", "a: [b,]\n", "---\na: b\n", "a: b\n...\n", "a: b \n", "a:\n  b: c\n d: e\n", "a: - b\n", "a:\n  - - b\n", "\"a\": b\n", " a: b\n", "a: -5\n", "a: b\r\n",
	} {
		if checkPlain(t, src) {
			t.Errorf("%q is read without the library", src)
		}
	}
}

// TestTheSampleIsPlain reads the files of the sample county, most of which are plain.
func TestTheSampleIsPlain(t *testing.T) {
	all, read := 0, 0
	err := filepath.WalkDir("../../content", func(file string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".md") && !strings.HasSuffix(file, ".yaml") || filepath.Base(file) == "README.md" {
			return err
		}
		src, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		text := string(src)
		if parts, findings := SplitFrontMatter(file, src); strings.HasSuffix(file, ".md") && len(findings) == 0 {
			text = string(parts.Front)
		}
		if all++; checkPlain(t, text) {
			read++
		}
		return nil
	})
	if err != nil || read*10 < all*8 {
		t.Errorf("%d of %d files are read without the library, %v", read, all, err)
	}
}

// TestOwnVocabulariesArePlain: a site that leaves them out has them read whenever it is built.
func TestOwnVocabulariesArePlain(t *testing.T) {
	files, err := filepath.Glob("../catalog/vocabulary/*.yaml")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d vocabularies, %v", len(files), err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !checkPlainAs(t, string(src), yaml.SequenceNode) {
			t.Errorf("%s is left to the library", file)
		}
	}
}

// FuzzPlain holds that what is read without the library is what the library reads.
func FuzzPlain(f *testing.F) {
	for _, src := range []string{benchFields, benchFieldsPlain, "a:\n- b: [c, {d: e}]\n  f: 'g'\n-  h\ni: <<\n=: ~\n", "a: b\n\n  \nc: .5\n", "y: 0x1f\nn: 1_000\no: +.inf\n", "a: {b: c,d: e ,f: \"g\"}", "a:\n - b\n - c\n", "# b #\n\n#c\n- a: b\n- d\n"} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) { checkPlain(t, src) })
}

// What is said of a file must stay when its room is written over.
func TestFindingsAreNoPartOfTheirFile(t *testing.T) {
	long := []byte("a: " + strings.Repeat("?", 100_000))
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		cases, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range strings.Split("\n"+string(cases), "\n== ")[1:] {
			_, body, _ := strings.Cut(text, "\n")
			input, _, _ := strings.Cut(body, "\n-- ")
			src := []byte(unhex(input))
			_, want := Parse("x.yaml", src, 1)
			var one Reader
			one.Parse("x.yaml", long, 1)
			_, got := one.Parse("x.yaml", src, 1)
			one.Parse("x.yaml", long, 1)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%q\n got %v\nwant %v", src, got, want)
			}
		}
	}
}

// A reader's room holds whatever the file before has left there.
func TestOneReaderForManyFiles(t *testing.T) {
	sources := []string{benchFieldsPlain, "a: b\n", "a: |\n  b\n", "a: [b, {c: d}]\ne: {}\n", "a: b: c\n", "x:\n" + strings.Repeat("  - y: z\n", 200), "a:\n  - b\n", benchFieldsPlain}
	var one Reader
	for _, src := range sources {
		want, findings := Parse("x.yaml", []byte(src), 1)
		got, more := one.Parse("x.yaml", []byte(src), 1)
		if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(more, findings) {
			t.Errorf("%q\none reader %s\nits own %s", src, treeText(got), treeText(want))
		}
	}
	if allocated := testing.AllocsPerRun(20, func() { one.Parse("x.yaml", []byte(benchFieldsPlain), 1) }); allocated > 10 {
		t.Errorf("the room is not used again: %.0f allocations", allocated)
	}
}
