package check

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/catalog"
	"mappe/generator/markdown"
	"mappe/generator/prose"
)

func archive(t *testing.T, text string) []txtar.File {
	t.Helper()
	return txtar.Parse([]byte(text)).Files
}

func TestATextIsParsedOnceAndTakenOverWhileItStaysTheSame(t *testing.T) {
	const page = "-- content/pages/hilfe.md --\n---\ntitle: Hilfe\n---\nEin Text.\n"
	doc := func(text string, before *prose.Prose) (*prose.Prose, *markdown.Found) {
		c := load(t, site(t, archive(t, text)...), catalog.Options{})
		b := prose.New(c, before)
		record := c.Find("pages", "hilfe").Base()
		parsed := b.Doc(record, c.Default)
		if b.Doc(record, c.Default) != parsed {
			t.Error("a text was parsed twice")
		}
		return b, parsed.Found
	}
	first, original := doc(page, nil)
	for _, c := range []struct {
		what string
		text string
		kept bool
	}{
		{"the same text", page, true},
		{"another text", strings.Replace(page, "Ein", "Kein", 1), false},
		{"the same text a line further down", strings.Replace(page, "title:", "menu: main\ntitle:", 1), false},
	} {
		if _, next := doc(c.text, first); (next == original) != c.kept {
			t.Errorf("%s: taken over: %v", c.what, !c.kept)
		}
	}
}

func TestARecordWithoutATextInALanguageHasNoDocThere(t *testing.T) {
	c := load(t, site(t), catalog.Options{})
	b := prose.New(c, nil)
	english, _ := c.Languages.Find("en")
	if b.Doc(c.Find("pages", "impressum").Base(), english) != nil || b.Doc(c.Find("places", "kreis").Base(), c.Default) != nil {
		t.Error("a text that is not there was parsed")
	}
}

func TestPlacesInLongTextsAreTrueHoweverTheyAreWritten(t *testing.T) {
	for _, c := range []struct{ how, file, text, want string }{
		{"below the fields", "hilfe.md", "---\ntitle: Hilfe\n---\n\nEin <b>Text</b>\n", "5:5"},
		{"as a block", "hilfe.yaml", "title: Hilfe\nbody: |\n    Zeile\n\n    Ein <b>Text</b>\n", "5:9"},
		{"as a block after an empty line", "hilfe.yaml", "title: Hilfe\nbody: |\n\n  Ein <b>Text</b>\n", "4:7"},
		{"in its own line", "hilfe.yaml", "title: Hilfe\nbody: Ein <b>Text</b>\n", "2:11"},
		{"among the fields of a text file", "hilfe.md", "---\ntitle: Hilfe\nbody: |\n  Ein <b>Text</b>\n---\n", "4:7"},
	} {
		t.Run(c.how, func(t *testing.T) {
			files := site(t)
			files["content/pages/"+c.file] = &fstest.MapFile{Data: []byte(c.text)}
			for _, f := range run(t, load(t, files, catalog.Options{})) {
				if got := fmt.Sprintf("%d:%d", f.Line, f.Column); f.Code == "raw-html" && got != c.want {
					t.Errorf("found at %s, want %s", got, c.want)
				} else if f.Code == "raw-html" {
					return
				}
			}
			t.Error("not found")
		})
	}
}

// BenchmarkProse measures what parsing and keeping a body of a common length (2 kB) costs.
func BenchmarkProse(b *testing.B) {
	const records = 500
	c := largeSite(b, records)
	b.ResetTimer()
	for b.Loop() {
		before := heap()
		bodies := prose.New(c, nil)
		for _, e := range c.Entries {
			bodies.Doc(e.Base(), c.Default)
		}
		b.ReportMetric(float64(heap()-before)/records, "bytes-kept/body")
		runtime.KeepAlive(bodies)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/records, "µs/body")
}

func heap() int64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

// largeSite is a site of many courses.
func largeSite(tb testing.TB, records int) *catalog.Catalogue {
	tb.Helper()
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range base.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	paragraph := "In diesem Kurs lernen Sie Deutsch für den Alltag und für die Arbeit. "
	section := "## Ablauf\n\n" + strings.Repeat(paragraph, 9) + "**Wichtig**: siehe [Kreis](record:places/kreis).\n\n"
	for i := range records {
		text := "---\ntitle: Kurs\nkind: integration\ncontacts: [amt]\nworkload: {units: 100}\n" +
			"sessions:\n  - {id: a, start: 2027-05-03, end: 2027-09-30, times: [{days: [mo, we], from: \"09:00\", to: \"12:15\"}]}\n---\n" + strings.Repeat(section, 3)
		files[fmt.Sprintf("content/courses/kurs-%d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	c, _, err := catalog.Load(tb.Context(), files, catalog.Options{})
	if err != nil || c == nil {
		tb.Fatal(err)
	}
	return c
}

// BenchmarkRun measures a check whose texts have been parsed before, as after an edit.
func BenchmarkRun(b *testing.B) {
	c := largeSite(b, 500)
	bodies := prose.New(c, nil)
	for b.Loop() {
		if _, err := Run(b.Context(), c, Input{Today: testday(), Prose: bodies}); err != nil {
			b.Fatal(err)
		}
	}
}
