package print

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/locale"
	"mappe/generator/prose"
	"mappe/generator/site"
	"mappe/themes"
)

// today is the day the test sites are built for.
func today() date.Date { return date.New(2026, 11, 22) }

// planned plans the site of testdata/base.txtar with other files laid over it, written as a txtar too.
func planned(t *testing.T, overlay string) *site.Site {
	t.Helper()
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return planFiles(t, append(base.Files, txtar.Parse([]byte(overlay)).Files...))
}

func planFiles(t *testing.T, files []txtar.File) *site.Site {
	t.Helper()
	source := fstest.MapFS{}
	for _, f := range files {
		source[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return planSource(t, source, today())
}

// sample plans the sample county.
func sample(t *testing.T) *site.Site {
	t.Helper()
	source := fstest.MapFS{}
	if err := copyInto(source, os.DirFS("../../.."), "content"); err != nil {
		t.Fatal(err)
	}
	return planSource(t, source, date.New(2026, 11, 23))
}

// planSource plans a site, with its inputs changed as a test wants them.
func planSource(t *testing.T, source fstest.MapFS, day date.Date, change ...func(*site.Input)) *site.Site {
	t.Helper()
	c, findings, err := catalog.Load(context.Background(), source, catalog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.Severity == diag.Error {
			t.Fatalf("%s:%d: %s", f.File, f.Line, f.Message.EN)
		}
	}
	input := site.Input{
		Catalogue: c, Prose: prose.New(c, nil), Today: day, BaseURL: c.Settings.BaseURL, Messages: messages(t, c.Languages), Extend: Plan,
		Assets: map[string]string{"overview.css": "assets/overview.0123456789.css", "folder.css": "assets/folder.0123456789.css"},
	}
	for _, do := range change {
		do(&input)
	}
	s, err := site.New(context.Background(), input)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// messages are the program's own.
func messages(t *testing.T, languages catalog.Languages) []*locale.Messages {
	t.Helper()
	var all []*locale.Messages
	for _, language := range languages {
		data, err := themes.Files.ReadFile("default/messages/" + language.Code + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		m, err := locale.ParseMessages(language.Code, data)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
	}
	return all
}

// modelOf makes the model of the page at a path.
func modelOf[T any](t *testing.T, s *site.Site, path string) T {
	t.Helper()
	p, found := s.Find(path)
	if !found {
		t.Fatalf("there is no page %s", path)
	}
	model, ok := s.Model(p).(T)
	if !ok {
		t.Fatalf("the model of %s is a %T", path, s.Model(p))
	}
	return model
}

// outlineOf writes an overview's sections as lines: "1 Kurse", below them " 1 Deutsch A1".
func outlineOf(sections []Section) string {
	var b bytes.Buffer
	for _, s := range sections {
		fmt.Fprintf(&b, "%s %s\n", s.Number, s.Heading.Text)
		for _, e := range s.Entries {
			fmt.Fprintf(&b, "    h%s %s %s\n", e.Level, e.Number, e.Title.Text)
		}
		b.WriteString(outlineOf(s.Parts))
		for _, g := range s.Groups {
			fmt.Fprintf(&b, "    %s: %d\n", g.Heading.Text, len(g.Cards))
		}
	}
	return strings.NewReplacer("\u2068", "", "\u2069", "").Replace(b.String()) // names are isolated
}

// same compares texts of several lines.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got, want = strings.Trim(got, "\n"), strings.Trim(want, "\n"); got != want {
		t.Errorf("%s:\ngot\n%s\nwant\n%s", what, got, want)
	}
}
