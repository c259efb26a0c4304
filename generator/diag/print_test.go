package diag

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

// source is what the findings of the tests are about.
func source() fstest.MapFS {
	return fstest.MapFS{
		"course.md":   {Data: []byte("---\ntitle: Deutsch\n\tstart: morgen\n\n---\n")},
		"windows.md":  {Data: []byte("\ufeffeins\r\nzwei\r\ndrei")},
		"mac.md":      {Data: []byte("eins\rzwei")},
		"picture.png": {Data: []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")},
		"latin1.md":   {Data: []byte("gr\xfcn")},
	}
}

func finding(file string, line, column int) Finding {
	return Finding{File: file, Line: line, Column: column, Severity: Warning, Code: "rule", Message: Text{"Etwas fehlt.", "Something is missing."}, Hint: Text{"Ergänzen Sie es.", "Add it."}}
}

func TestPrinter(t *testing.T) {
	withoutHint := finding("course.md", 2, 8)
	withoutHint.Hint, withoutHint.Severity = Text{}, Error
	for _, row := range []struct {
		why     string
		printer Printer
		finding Finding
		want    string
	}{
		{"German, with its line and a caret", Printer{Source: source()}, finding("course.md", 2, 8),
			"course.md:2:8: Warnung: Etwas fehlt. [rule]\n    2 | title: Deutsch\n      |        ^\n      → Ergänzen Sie es.\n"},
		{"English", Printer{Source: source(), Lang: English}, finding("course.md", 2, 8),
			"course.md:2:8: warning: Something is missing. [rule]\n    2 | title: Deutsch\n      |        ^\n      → Add it.\n"},
		{"without a hint", Printer{Source: source()}, withoutHint, "course.md:2:8: Fehler: Etwas fehlt. [rule]\n    2 | title: Deutsch\n      |        ^\n"},
		{"in colour", Printer{Colour: true}, withoutHint, "course.md:2:8: \x1b[1;31mFehler\x1b[0m: Etwas fehlt. [rule]\n"},
		{"a tab as one blank", Printer{Source: source()}, finding("course.md", 3, 2),
			"course.md:3:2: Warnung: Etwas fehlt. [rule]\n    3 |  start: morgen\n      |  ^\n      → Ergänzen Sie es.\n"},
		{"no empty line", Printer{Source: source()}, finding("course.md", 4, 1), "course.md:4:1: Warnung: Etwas fehlt. [rule]\n      → Ergänzen Sie es.\n"},
		{"no line of hyphens", Printer{Source: source()}, finding("course.md", 1, 1), "course.md:1:1: Warnung: Etwas fehlt. [rule]\n      → Ergänzen Sie es.\n"},
		{"a line beyond the file", Printer{Source: source()}, finding("course.md", 99, 1), "course.md:99:1: Warnung: Etwas fehlt. [rule]\n      → Ergänzen Sie es.\n"},
		{"a line before the file", Printer{Source: source()}, finding("course.md", 0, 0), "course.md:0:0: Warnung: Etwas fehlt. [rule]\n      → Ergänzen Sie es.\n"},
		{"a file that is not there", Printer{Source: source()}, finding("gone.md", 1, 1), "gone.md:1:1: Warnung: Etwas fehlt. [rule]\n      → Ergänzen Sie es.\n"},
		{"a Windows file, its mark left out", Printer{Source: source()}, finding("windows.md", 1, 1),
			"windows.md:1:1: Warnung: Etwas fehlt. [rule]\n    1 | eins\n      | ^\n      → Ergänzen Sie es.\n"},
		{"a Windows file's line end", Printer{Source: source()}, finding("windows.md", 2, 5),
			"windows.md:2:5: Warnung: Etwas fehlt. [rule]\n    2 | zwei\n      |     ^\n      → Ergänzen Sie es.\n"},
		{"old line ends of a Mac", Printer{Source: source()}, finding("mac.md", 2, 1), "mac.md:2:1: Warnung: Etwas fehlt. [rule]\n    2 | zwei\n      | ^\n      → Ergänzen Sie es.\n"},
		{"nothing of a picture", Printer{Source: source()}, finding("picture.png", 1, 1), "picture.png:1:1: Warnung: Etwas fehlt. [rule]\n      → Ergänzen Sie es.\n"},
		{"a byte that is no character", Printer{Source: source()}, finding("latin1.md", 1, 3),
			"latin1.md:1:3: Warnung: Etwas fehlt. [rule]\n    1 | gr?n\n      |   ^\n      → Ergänzen Sie es.\n"},
		{"a file name that would steer the terminal", Printer{}, finding("a\x1b[31m\n.md", 1, 1), "a [31m .md:1:1: Warnung: Etwas fehlt. [rule]\n      → Ergänzen Sie es.\n"},
	} {
		var out strings.Builder
		if err := row.printer.Print(&out, []Finding{row.finding}); err != nil || out.String() != row.want {
			t.Errorf("%s: %v\ngot\n%s\nwant\n%s", row.why, err, out.String(), row.want)
		}
	}
}

func TestPrinterKeepsTheOrderAndChangesFiles(t *testing.T) {
	var out strings.Builder
	p := Printer{Source: source()}
	if err := p.Print(&out, []Finding{finding("windows.md", 2, 1), finding("mac.md", 1, 1), finding("windows.md", 3, 1)}); err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, line := range []string{"    2 | zwei\n", "    1 | eins\n", "    3 | drei\n"} {
		found := strings.Index(out.String()[at:], line)
		if found < 0 {
			t.Fatalf("%q is not next in\n%s", line, out.String())
		}
		at += found
	}
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("0123456789", 20)
	for _, row := range []struct {
		why           string
		line          string
		column        int
		text, pointed string
	}{
		{"the first column", "title: x", 1, "title: x", "t"},
		{"behind the end", "title", 6, "title", ""},
		{"far behind the end", "title", 99, "title", ""},
		{"a column that is none", "title", 0, "title", "t"},
		{"tabs", "\t\tx", 3, "  x", "x"},
		{"umlauts", "Größe: x", 8, "Größe: x", "x"},
		{"a non-breaking space", "a\u00a0b", 2, "a b", " "},
		{"an invisible character", "a\u200bb", 2, "a?b", "?"},
		{"a mark that turns the line around", "a\u202eb", 3, "a?b", "b"},
		{"the start of a long line", long, 3, long[:100] + "…", "2"},
		{"the middle of a long line", long, 102, "…" + long[41:141] + "…", "1"},
		{"the end of a long line", long, 200, "…" + long[139:], "9"},
	} {
		text, caret := Excerpt(row.line, row.column)
		if text != row.text {
			t.Errorf("%s: text %q, want %q", row.why, text, row.text)
		}
		below := string(append([]rune(text), 0)[utf8.RuneCountInString(caret)-1])
		if strings.Trim(below, "\x00") != row.pointed {
			t.Errorf("%s: the caret stands below %q, want %q", row.why, below, row.pointed)
		}
	}
}

// Arabic vowel signs and joiners take no room of their own.
func TestExcerptCountsWhatTakesRoom(t *testing.T) {
	if _, caret := Excerpt("مَرحَبًا: x", 11); caret != strings.Repeat(" ", 7)+"^" {
		t.Errorf("below vowel signs: %q", caret)
	}
	if _, caret := Excerpt("می\u200cخواهم: x", 9); caret != strings.Repeat(" ", 7)+"^" {
		t.Errorf("below a joiner: %q", caret)
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("title: x", 3)
	f.Add("\t\u00a0\ufffd\x1b[0m", -1)
	f.Add(strings.Repeat("ü", 300), 250)
	f.Add("\xff\xfe", 1<<30)
	f.Fuzz(func(t *testing.T, line string, column int) {
		text, caret := Excerpt(line, column)
		if utf8.RuneCountInString(text) > 102 || len(caret) > 103 || !strings.HasSuffix(caret, "^") || strings.Trim(caret[:len(caret)-1], " ") != "" {
			t.Errorf("Excerpt(%q, %d) = %q, %q", line, column, text, caret)
		}
		if strings.ContainsAny(text, "\x1b\r\n\t\u202e") {
			t.Errorf("%q would steer a terminal", text)
		}
	})
}

// full is a writer with no room.
type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWritersSayWhenTheyCannotWrite(t *testing.T) {
	findings := []Finding{finding("a.md", 1, 1)}
	var p Printer
	for name, err := range map[string]error{
		"Print":       p.Print(full{}, findings),
		"WriteJSON":   WriteJSON(full{}, findings, nil, German),
		"WriteGitHub": WriteGitHub(full{}, findings, German),
		"WriteGitLab": WriteGitLab(full{}, findings, German),
	} {
		if !errors.Is(err, errFull) || err.Error() == errFull.Error() {
			t.Errorf("%s: %v", name, err)
		}
	}
}
