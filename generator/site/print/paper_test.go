package print

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/site"
)

func baseFile(t *testing.T, name string) []byte {
	t.Helper()
	base, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range base.Files {
		if f.Name == name {
			return f.Data
		}
	}
	t.Fatalf("there is no file %s", name)
	return nil
}

// styleOf is the style sheet that an overview alone has.
func styleOf(t *testing.T, s *site.Site, path string) string {
	t.Helper()
	sheets := modelOf[*OverviewPage](t, s, path).Sheets
	for _, f := range site.Files(s) {
		if f.Path == sheets {
			return string(f.Data)
		}
	}
	t.Fatalf("%s has a style sheet %s that is not there", path, sheets)
	return ""
}

func TestRunningHeadersSayTheTitleAndThePage(t *testing.T) {
	s := planned(t, "")
	de := styleOf(t, s, "de/print/all.html")
	for _, want := range []string{"@page{size:A4;", `@top-left{direction:ltr`, `content:"Alle Angebote"`, `content:"Seite " counter(page) " von " counter(pages)`} {
		if !strings.Contains(de, want) {
			t.Errorf("%q is not in %s", want, de)
		}
	}
	if ar := styleOf(t, s, "ar/print/all.html"); !strings.Contains(ar, "@top-right{direction:rtl") {
		t.Errorf("the title does not start on the right: %s", ar)
	}
}

func TestPaperCanBeLetter(t *testing.T) {
	s := planned(t, "-- content/site.yaml --\n"+strings.Replace(siteYAML(t), "print:\n", "print:\n  paper: letter\n", 1))
	if style := styleOf(t, s, "de/print/all.html"); !strings.Contains(style, "@page{size:letter;") {
		t.Error(style)
	}
}

func TestNoTitleEndsTheStringItStandsIn(t *testing.T) {
	for text, want := range map[string]string{
		`a"}b`: `"a\22 \7d b"`, "a\\\nb": `"a\5c \a b"`, "</style>": `"\3c \2f style\3e "`, "Ärzte عربي": `"Ärzte عربي"`,
	} {
		if got := quoted(text); got != want {
			t.Errorf("%q is written %s, want %s", text, got, want)
		}
	}
}

func FuzzQuoted(f *testing.F) {
	f.Add(`a"}b`)
	f.Fuzz(func(t *testing.T, text string) {
		got := quoted(text)
		if strings.ContainsAny(got[1:len(got)-1], "\"\n\r\f<>{};") {
			t.Errorf("%q is written %s", text, got)
		}
	})
}

// TestALongOverviewIsAnIndexOfItsParts: no part has more than 500 offers, and all together have each once.
func TestALongOverviewIsAnIndexOfItsParts(t *testing.T) {
	var b strings.Builder
	for i := range 1100 {
		fmt.Fprintf(&b, "-- content/support/viel-%04d.yaml --\ntitle: Hilfe %d\nkind: mentoring\ncontacts: [telefon]\n", i, i)
	}
	s := planned(t, b.String())
	index := modelOf[*OverviewPage](t, s, "de/print/all.html")
	if len(index.Parts) != 3 || len(index.Sections) != 0 {
		t.Fatalf("%d parts, %d sections", len(index.Parts), len(index.Sections))
	}
	seen := map[string]int{}
	next := 1
	for n := 1; n <= 3; n++ {
		path := fmt.Sprintf("de/print/all-part-%d.html", n)
		keys := heldBy(s, path)
		if len(keys) == 0 || len(keys) > mostOffers || len(keys) != index.Parts[n-1].Count {
			t.Errorf("%s has %d offers", path, len(keys))
		}
		for _, key := range keys {
			seen[key]++
		}
		each(modelOf[*OverviewPage](t, s, path).Sections, func(e Entry) {
			if want := s.LocaleOf(0).Number(next); e.Number != want {
				t.Errorf("%s: %s has the number %s, want %s", path, e.ID, e.Number, want)
			}
			next++
		})
	}
	if len(seen) != 1106 {
		t.Errorf("%d offers in all parts", len(seen))
	}
	for key, n := range seen {
		if n != 1 {
			t.Errorf("%s is there %d times", key, n)
		}
	}
}
