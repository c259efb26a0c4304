package check

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/prose"
)

func update() bool { return flag.Lookup("update").Value.String() == "true" }

func TestMain(m *testing.M) {
	flag.Bool("update", false, "write the findings that the cases expect anew")
	flag.Parse()
	os.Exit(m.Run())
}

// testday is today in all cases: a Monday.
func testday() date.Date { return date.New(2027, 3, 1) }

// site is a source folder made of the base archive and more files over it.
func site(t *testing.T, more ...txtar.File) fstest.MapFS {
	t.Helper()
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range append(base.Files, more...) {
		files[f.Name] = &fstest.MapFile{Data: expand(f.Data)}
		if strings.TrimSpace(string(f.Data)) == "(removed)" {
			delete(files, f.Name)
		}
	}
	return files
}

// expand turns "(11 MB)" into a file of that size.
func expand(data []byte) []byte {
	text := strings.TrimSpace(string(data))
	if size, ok := strings.CutPrefix(text, "("); ok && strings.HasSuffix(size, " MB)") {
		n, _ := strconv.Atoi(strings.TrimSuffix(size, " MB)"))
		return make([]byte, n<<20)
	}
	return data
}

func load(t *testing.T, files fstest.MapFS, options catalog.Options) *catalog.Catalogue {
	t.Helper()
	c, findings, err := catalog.Load(context.Background(), files, options)
	if err != nil {
		t.Fatal(err)
	}
	if c == nil {
		t.Fatalf("the site cannot be read: %v", findings)
	}
	for _, f := range findings {
		t.Errorf("a case must be readable without findings: %s:%d: %s", f.File, f.Line, f.Message.DE)
	}
	return c
}

func run(t *testing.T, c *catalog.Catalogue) []diag.Finding {
	t.Helper()
	findings, err := Run(context.Background(), c, Input{Today: testday(), Prose: prose.New(c, nil)})
	if err != nil {
		t.Fatal(err)
	}
	return findings
}

// TestCases holds each archive's findings against its file "want"; go test -update writes them.
func TestCases(t *testing.T) {
	for _, file := range cases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			at := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
			if at < 0 {
				at = len(archive.Files)
				archive.Files = append(archive.Files, txtar.File{Name: "want"})
			}
			c := load(t, site(t, archive.Files[:at]...), catalog.Options{})
			setTranslations(c, archive)
			got := goldenOf(run(t, c))
			if update() {
				archive.Files[at].Data = got
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := archive.Files[at].Data; !bytes.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func cases(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 2 {
		t.Fatalf("no cases: %v", err)
	}
	return slices.DeleteFunc(files, func(f string) bool { return filepath.Base(f) == "base.txtar" })
}

// setTranslations gives the records that an archive's comment names a state, which else comes from a lock or from Git:
// "courses/deutsch-a1 en outdated".
func setTranslations(c *catalog.Catalogue, archive *txtar.Archive) {
	for line := range strings.Lines(string(archive.Comment)) {
		words := strings.Fields(line)
		if len(words) != 3 || words[2] != "outdated" && words[2] != "machine" {
			continue
		}
		folder, id, _ := strings.Cut(words[0], "/")
		record := c.Find(folder, id).Base()
		record.Translations = make([]catalog.TranslationState, len(c.Languages))
		lang, _ := c.Languages.Find(words[1])
		record.Translations[lang] = catalog.Outdated
		if words[2] == "machine" {
			record.Translations[lang] = catalog.MachineMade
		}
	}
}

func goldenOf(findings []diag.Finding) []byte {
	var out bytes.Buffer
	for _, f := range findings {
		fmt.Fprintf(&out, "%s:%d:%d %s %s\n", f.File, f.Line, f.Column, f.Severity, f.Code)
		fmt.Fprintf(&out, "    %s\n    → %s\n", f.Message.DE, f.Hint.DE)
		fmt.Fprintf(&out, "    %s\n    → %s\n", f.Message.EN, f.Hint.EN)
	}
	return out.Bytes()
}

func TestEveryCodeHasACaseOfItsName(t *testing.T) {
	for _, r := range rules() {
		for _, code := range r.codes {
			archive, err := txtar.ParseFile("testdata/" + code + ".txtar")
			if err != nil {
				t.Errorf("%s has no case: %v", code, err)
				continue
			}
			want := archive.Files[len(archive.Files)-1]
			if want.Name != "want" || !strings.Contains(string(want.Data), " "+code+"\n") {
				t.Errorf("the case %s does not find it", code)
			}
		}
	}
}

// TestFindingsSpeakBothLanguagesInWordsOfEditors reads what the cases expect: a line with the place and the code, then message and hint
// in German and in English.
func TestFindingsSpeakBothLanguagesInWordsOfEditors(t *testing.T) {
	known := map[string]bool{}
	for _, r := range rules() {
		for _, code := range r.codes {
			known[code] = true
		}
	}
	for _, file := range cases(t) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(archive.Files[len(archive.Files)-1].Data), "\n")
		for i := 0; i+4 < len(lines); i += 5 {
			place, said := lines[i], lines[i+1:i+5]
			if code := place[strings.LastIndexByte(place, ' ')+1:]; !known[code] {
				t.Errorf("%s: the code %s is in no rule's list", file, code)
			}
			if strings.TrimSpace(said[0]) == "" || said[0] == said[2] || said[1] == said[3] {
				t.Errorf("%s: not both languages, or no hint: %q", place, said)
			}
			for _, word := range []string{"YAML", "front matter", "schema", "Schema", "reference", "Referenz", "parse", "Feldpfad", "%!"} {
				if strings.Contains(strings.Join(said, " "), word) {
					t.Errorf("%s says %q", place, word)
				}
			}
		}
	}
}

// TestWhatCouldNotBeReadIsNotAlsoFoundMissing damages one value at a time: reading it is an error, and no rule draws conclusions from
// its absence.
func TestWhatCouldNotBeReadIsNotAlsoFoundMissing(t *testing.T) {
	course := func(session string) string {
		return "-- content/courses/a1.yaml --\ntitle: A1\nkind: integration\ncontacts: [amt]\nworkload: {units: 40}\nsessions:\n  - {id: mai, " + session + "}\n"
	}
	for _, row := range []struct{ why, files string }{
		{"a start that is no day", course("start: 2027-02-31")},
		{"a start with a mistyped name", course("strat: 2027-05-03")},
		{"a time that is none", course("start: 2027-05-03, end: 2027-06-25, times: [{days: [mo], from: 9 Uhr, to: 12:00}]")},
		{"a day of the week that is none", course("start: 2027-05-03, end: 2027-06-25, times: [{days: [montags], from: 9:00, to: 12:00}]")},
		{"planned units beside such a day", course("workload: {units: 40}, start: 2027-05-03, end: 2027-06-25, times: [{days: [montags], from: 9:00, to: 12:00}]")},
		{"the only channel of a contact", "-- content/contacts/rat.yaml --\ntitle: Rat\nrole: Rat\nemail: rat(at)example.org\n"},
		{"the topics of a responsibility", "-- content/contacts/amt.yaml --\ntitle: Amt\nrole: Rat\nphone: \"0541 501-0\"\nresponsible:\n  - {topics: [language, work]}\n  - {topics: [wrok]}\n"},
		{"a vocabulary", "-- content/vocabulary/topics.yaml --\n-id: language\n"},
	} {
		c, findings, err := catalog.Load(context.Background(), site(t, archive(t, row.files)...), catalog.Options{})
		if err != nil || c == nil || diag.CountOf(findings).Errors == 0 {
			t.Fatalf("%s: reading it says %v, %v", row.why, findings, err)
		}
		for _, f := range run(t, c) {
			t.Errorf("%s: %s:%d: %s", row.why, f.File, f.Line, f.Message.DE)
		}
	}
}

func TestATranslationOfATextThatIsBrokenIsNotCalledOutdated(t *testing.T) {
	files := site(t, archive(t, "-- content/courses/a1.yaml --\ntitle: Kurs #1\nkind: integration\ncontacts: [amt]\n-- content/courses/a1.en.yaml --\ntitle: Course 1\n")...)
	c, _, err := catalog.Load(context.Background(), files, catalog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c.Find("courses", "a1").Base().Translations = []catalog.TranslationState{catalog.Source, catalog.Outdated}
	for _, f := range run(t, c) {
		t.Errorf("%s:%d: %s", f.File, f.Line, f.Message.DE)
	}
}

func TestACancelledCheckSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	c := load(t, site(t), catalog.Options{})
	if _, err := Run(ctx, c, Input{Today: testday(), Prose: prose.New(c, nil)}); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

func TestALinkToARecordLeftOutForItsErrorsIsNoErrorOfItsOwn(t *testing.T) {
	files := site(t, archive(t, "-- content/courses/kaputt.yaml --\ntitle: Kaputt\nkind: integration\ncontacts: [amt]\n-- content/pages/hilfe.md --\n---\ntitle: Hilfe\n---\n[Kurs](record:courses/kaputt)\n")...)
	c := load(t, files, catalog.Options{Exclude: map[string]bool{"courses/kaputt": true}})
	for _, f := range run(t, c) {
		t.Errorf("%s:%d: %s", f.File, f.Line, f.Message.DE)
	}
}

func TestWithoutAHolidayFileTheFirstSessionIsToldOf(t *testing.T) {
	files := site(t, archive(t, "-- content/timetables/holidays.yaml --\n(removed)\n-- content/courses/a1.yaml --\ntitle: A1\nkind: integration\ncontacts: [amt]\nsessions:\n  - id: mai\n    start: 2027-05-03\n    times: [{from: \"09:00\", to: \"12:00\"}]\n")...)
	findings := run(t, load(t, files, catalog.Options{}))
	if len(findings) != 1 || findings[0].Code != codeHolidaysMissing || findings[0].File != "content/courses/a1.yaml" || findings[0].Line != 6 {
		t.Errorf("got %+v", findings)
	}
}

func TestRealPicturesAreKnown(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	files := site(t, archive(t, "-- content/organizations/verein.yaml --\ntitle: Verein\nkind: [association]\nlogo: media/logo.png\n")...)
	files["content/media/logo.png"] = &fstest.MapFile{Data: picture.Bytes()}
	for _, f := range run(t, load(t, files, catalog.Options{})) {
		t.Errorf("%s:%d: %s", f.File, f.Line, f.Message.DE)
	}
}
