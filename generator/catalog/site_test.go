package catalog

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/diag"
)

func update() bool { return flag.Lookup("update").Value.String() == "true" }

func TestMain(m *testing.M) {
	flag.Bool("update", false, "write what the sites are expected to give anew")
	flag.Parse()
	os.Exit(m.Run())
}

func keysOf[V any](m map[string]V) iter.Seq[string] { return maps.Keys(m) }

// baseFiles is a small site without fault, over which each case lays its files.
func baseFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	lay(files, base.Files)
	return files
}

// lay adds files, or takes those away whose content is "(removed)".
func lay(files fstest.MapFS, more []txtar.File) {
	for _, f := range more {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
		if strings.TrimSpace(string(f.Data)) == "(removed)" {
			delete(files, f.Name)
		}
	}
}

// base is the base site with some files laid over it, as name, content, name, content.
func base(t testing.TB, more ...string) fstest.MapFS {
	t.Helper()
	files := baseFiles(t)
	for i := 0; i < len(more); i += 2 {
		files[more[i]] = &fstest.MapFile{Data: []byte(more[i+1])}
	}
	return files
}

func load(t testing.TB, source fs.FS, options Options) (*Catalogue, []diag.Finding) {
	t.Helper()
	c, findings, err := Load(context.Background(), source, options)
	if err != nil {
		t.Fatal(err)
	}
	return c, findings
}

// loadSound loads a site of which nothing is to be said.
func loadSound(t testing.TB, source fs.FS, options Options) *Catalogue {
	t.Helper()
	c, findings := load(t, source, options)
	if len(findings) > 0 {
		t.Fatalf("the site is not sound:\n%s", told(findings))
	}
	return c
}

// told writes findings as the cases hold them: place, severity and code, then message and hint.
func told(findings []diag.Finding) string {
	var out strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&out, "%s:%d:%d %s %s\n    %s\n", strings.TrimPrefix(f.File, "content/"), f.Line, f.Column, f.Severity, f.Code, f.Message.DE)
		if f.Hint.DE != "" {
			fmt.Fprintf(&out, "    → %s\n", f.Hint.DE)
		}
	}
	return out.String()
}

// siteCase is an archive with the files of a site and what they are to give.
type siteCase struct {
	file    string
	archive *txtar.Archive
	want    int
	files   fstest.MapFS
}

func siteCases(t testing.TB) map[string]*siteCase {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) < 2 {
		t.Fatalf("no cases: %v", err)
	}
	cases := map[string]*siteCase{}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s := &siteCase{file: path, archive: archive, files: baseFiles(t)}
		s.want = slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
		if s.want < 0 {
			s.want = len(archive.Files)
			archive.Files = append(archive.Files, txtar.File{Name: "want"})
		}
		if filepath.Base(path) != "base.txtar" {
			lay(s.files, archive.Files[:s.want])
			cases[strings.TrimSuffix(filepath.Base(path), ".txtar")] = s
		}
	}
	return cases
}

// has reports whether the case itself holds a file, as against the base.
func (s *siteCase) has(file string) bool {
	return slices.ContainsFunc(s.archive.Files[:s.want], func(f txtar.File) bool { return f.Name == file })
}

// outcome is what a case gives: the findings, then whatever of it was decoded.
func (s *siteCase) outcome(c *Catalogue, findings []diag.Finding) []byte {
	out := told(findings)
	if c == nil {
		return []byte(out + "(no catalogue)\n")
	}
	if s.has("content/site.yaml") {
		out += dumpSettings(c)
	}
	for _, name := range slices.Sorted(keysOf(c.Vocabularies)) {
		if s.has("content/vocabulary/" + name + ".yaml") {
			out += dumpVocabulary(c, name)
		}
	}
	if s.has("content/timetables/holidays.yaml") {
		out += dumpHolidays(c)
	}
	return []byte(out + dump(c, func(r *Record) bool {
		return slices.ContainsFunc(r.Files, func(f *File) bool { return f != nil && s.has(f.Path) })
	}))
}

// TestSites holds what each site of testdata gives against its file "want"; go test -update writes them.
func TestSites(t *testing.T) {
	for name, s := range siteCases(t) {
		t.Run(name, func(t *testing.T) {
			c, findings := load(t, s.files, Options{})
			got := s.outcome(c, findings)
			if update() {
				s.archive.Files[s.want].Data = got
				if err := os.WriteFile(s.file, txtar.Format(s.archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := s.archive.Files[s.want].Data; !bytes.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestTheBaseIsSound(t *testing.T) { loadSound(t, baseFiles(t), Options{}) }

// TestFindingsAreForPeople holds every finding of the sites to what editors understand.
func TestFindingsAreForPeople(t *testing.T) {
	for name, s := range siteCases(t) {
		_, findings := load(t, s.files, Options{})
		for _, f := range findings {
			for _, sentence := range []string{f.Message.DE, f.Message.EN, f.Hint.DE, f.Hint.EN} {
				for _, jargon := range []string{"YAML", "yaml: line", "front matter", "Front Matter", "schema", "Schema", "reference", "Referenz", "mapping", "scalar", "node", "!!", "%!"} {
					if strings.Contains(sentence, jargon) {
						t.Errorf("%s: %s speaks of %q: %s", name, f.Code, jargon, sentence)
					}
				}
			}
			if f.Message.DE == "" || f.Message.EN == "" || (f.Hint.DE == "") != (f.Hint.EN == "") || f.Message.DE == f.Message.EN {
				t.Errorf("%s: %s has no words in one language: %+v", name, f.Code, f)
			}
			if f.Hint.DE == "" {
				t.Errorf("%s: %s says nothing of what to write instead: %s", name, f.Code, f.Message.DE)
			}
			if f.Line < 1 || f.Column < 1 {
				t.Errorf("%s: %s has no place: %d:%d", name, f.Code, f.Line, f.Column)
			}
		}
	}
}

// TestLoadIsDeterministic loads each site with one reader and with many; the second run is also what the race detector watches.
func TestLoadIsDeterministic(t *testing.T) {
	for name, s := range siteCases(t) {
		first, findings := load(t, s.files, Options{Jobs: 1})
		again, sameFindings := load(t, s.files, Options{Jobs: 8})
		if !slices.Equal(findings, sameFindings) {
			t.Errorf("%s: findings differ:\n%s\n%s", name, told(findings), told(sameFindings))
		}
		if first == nil && again == nil {
			continue
		}
		if everything(first) != everything(again) {
			t.Errorf("%s: the catalogues differ", name)
		}
	}
}
