package content

import (
	"strings"
	"testing"
	"testing/fstest"
	"unsafe"

	"mappe/generator/diag"
	"mappe/generator/yamldoc"
)

func TestParse(t *testing.T) {
	for _, row := range []struct {
		why, file, src, title, body string
		bodyLine                    int
	}{
		{"a Markdown file", "a.md", "---\ntitle: Kurs\n---\n\nText\n", "Kurs", "\nText\n", 4},
		{"with Windows line ends", "a.md", "---\r\ntitle: Kurs\r\n---\r\nText\r\n", "Kurs", "Text\r\n", 4},
		{"with a byte order mark", "a.md", "\ufeff---\ntitle: Kurs\n---\nText", "Kurs", "Text", 4},
		{"without a long text", "a.md", "---\ntitle: Kurs\n---\n", "Kurs", "", 4},
		{"a line of hyphens in the long text", "a.md", "---\ntitle: Kurs\n---\nOben\n\n---\n\nUnten\n", "Kurs", "Oben\n\n---\n\nUnten\n", 4},
		{"a .yaml file", "a.yaml", "title: Kurs\nbody: Text\n", "Kurs", "", 0},
		{"a .yaml file that begins with ---", "a.yaml", "---\ntitle: Kurs\n", "Kurs", "", 0},
	} {
		doc, findings := Parse(row.file, []byte(row.src))
		if doc.Keys == nil || diag.CountOf(findings).Errors > 0 {
			t.Errorf("%s: findings %v", row.why, findings)
			continue
		}
		if got := doc.Keys.Content[1].Value; got != row.title || doc.Body != row.body || doc.BodyLine != row.bodyLine {
			t.Errorf("%s: title %q, body %q on line %d", row.why, got, doc.Body, doc.BodyLine)
		}
	}
}

func TestParseTellsTruePlacesBelowTheFirstLine(t *testing.T) {
	doc, _ := Parse("a.md", []byte("---\r\ntitle: Größe\r\nsummary:   kurz\r\n---\r\n"))
	if n := doc.Keys.Content[3]; n.Line != 3 || n.Column != 12 {
		t.Errorf("the summary stands at %d:%d, want 3:12", n.Line, n.Column)
	}
}

func TestParseOfWhatCannotBeRead(t *testing.T) {
	for why, row := range map[string]struct{ file, src string }{
		"nothing":             {"a.md", ""},
		"no fields":           {"a.md", "Nur Text\n"},
		"an unclosed head":    {"a.md", "---\ntitle: Kurs\n"},
		"a list for a record": {"a.yaml", "- title\n"},
		"bytes of Windows":    {"a.md", "---\ntitle: gr\xfcn\n---\n"},
		"an unclosed quote":   {"a.yaml", "title: \"Kurs\n"},
		"too many bytes":      {"a.md", "---\ntitle: x\n---\n" + strings.Repeat("x", yamldoc.MaxSize)},
		"far too many bytes":  {"a.md", "---\ntitle: x\n---\n" + strings.Repeat("x", maxFile)},
		"far too many fields": {"a.yaml", "title: " + strings.Repeat("x", maxFile)},
	} {
		doc, findings := Parse(row.file, []byte(row.src))
		if doc.Keys != nil || len(findings) != 1 || findings[0].Severity != diag.Error || findings[0].File != row.file {
			t.Errorf("%s: keys %v, findings %v", why, doc.Keys, findings)
		}
	}
}

func TestRead(t *testing.T) {
	source := fstest.MapFS{"a.md": {Data: []byte("---\ntitle: x\n---\n")}, "big.md": {Data: []byte(strings.Repeat("x", maxFile+5))}, "folder/x": {}}
	if doc, findings, err := Read(source, "a.md"); err != nil || doc.Keys == nil || len(findings) > 0 {
		t.Errorf("a file: %v, %v", findings, err)
	}
	if _, findings, err := Read(source, "big.md"); err != nil || len(findings) != 1 || findings[0].Code != "too-big" {
		t.Errorf("a file that is too big: %v, %v", findings, err)
	}
	for _, name := range []string{"gone.md", "folder", "../a.md"} {
		if _, _, err := Read(source, name); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestBytesStopsPastTheLimit(t *testing.T) {
	source := fstest.MapFS{"a": {Data: []byte("12345")}}
	for limit, want := range map[int64]string{0: "1", 3: "1234", 4: "12345", 5: "12345", 99: "12345"} {
		if got, err := Bytes(source, "a", limit); err != nil || string(got) != want {
			t.Errorf("limit %d: %q, %v", limit, got, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"---\ntitle: Kurs\n---\nText", "---\n---", "title: x", "---\n<<: {a: 1}\n? {b: 2}\n: c\n---\n", "\ufeff---\r\na: [1, 2\r\n---", "\xff\xfe"} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	f.Fuzz(func(t *testing.T, src string, markdown bool) {
		file := "a.yaml"
		if markdown {
			file = "a.md"
		}
		doc, findings := Parse(file, []byte(src))
		if doc.Keys == nil && diag.CountOf(findings).Errors == 0 {
			t.Error("neither keys nor an error")
		}
		lines := strings.Count(strings.ReplaceAll(src, "\r\n", "\n"), "\n") + strings.Count(src, "\r") + 1
		for _, finding := range findings {
			if finding.Line < 1 || finding.Line > lines || finding.Column < 1 || finding.Message.DE == "" || finding.Message.EN == "" {
				t.Errorf("finding %+v", finding)
			}
		}
		if doc.Body != "" && (doc.BodyLine < 1 || doc.BodyLine > lines) {
			t.Errorf("the body starts on line %d of %d", doc.BodyLine, lines)
		}
	})
}

func TestAReaderGivesTextsThatOutlastTheNextFile(t *testing.T) {
	r := Reader{FS: fstest.MapFS{
		"a.md":   {Data: []byte("---\ntitle: Deutsch für den Alltag\nnote: [morgens, abends]\n---\nDer erste Text\n")},
		"b.md":   {Data: []byte("---\ntitle: Kurz\n---\nDer zweite\n")},
		"c.yaml": {Data: []byte("title: Noch einer\n")},
	}}
	first, _, err := r.Read("a.md")
	if err != nil {
		t.Fatal(err)
	}
	title := first.Keys.Content[1].Value
	for _, row := range [][3]string{{"b.md", "Kurz", "Der zweite\n"}, {"c.yaml", "Noch einer", ""}, {"a.md", title, first.Body}} {
		doc, findings, err := r.Read(row[0])
		if err != nil || len(findings) > 0 {
			t.Fatalf("%s: %v, %v", row[0], findings, err)
		}
		if got := doc.Keys.Content[1].Value; got != row[1] || doc.Body != row[2] {
			t.Errorf("%s: title %q, body %q", row[0], got, doc.Body)
		}
	}
	if title != "Deutsch für den Alltag" || first.Body != "Der erste Text\n" {
		t.Errorf("the first file has become %q, %q", title, first.Body)
	}
	alone, _, err := Read(r.FS, "a.md")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Read(r.FS, "b.md"); err != nil || alone.Keys.Content[1].Value != title {
		t.Errorf("what was read alone has become %q, %v", alone.Keys.Content[1].Value, err)
	}
}

// Long texts that are read by one reader lie together in few pieces of memory.
func TestLongTextsLieTogether(t *testing.T) {
	const texts, piece = 1000, 64 << 10
	file := []byte("---\ntitle: Kurs\n---\n" + strings.Repeat("Text ", 100))
	reader := &Reader{}
	first, _ := reader.parse("a.md", file)
	at := func(text string) uintptr { return uintptr(unsafe.Pointer(unsafe.StringData(text))) }
	pieces, last := 1, at(first.Body)
	for range texts - 1 {
		next, _ := reader.parse("a.md", file)
		if next.Body != first.Body {
			t.Fatalf("the text is %q", next.Body)
		}
		if at(next.Body) != last+uintptr(len(first.Body)) {
			pieces++
		}
		last = at(next.Body)
	}
	if most := texts*len(first.Body)/piece + 10; pieces > most {
		t.Errorf("%d texts lie in %d pieces, want at most %d", texts, pieces, most)
	}
}
