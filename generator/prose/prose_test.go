package prose

import (
	"context"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unsafe"
	"weak"

	"mappe/generator/catalog"
	"mappe/generator/markdown"
)

const siteFile = `format: 1
title: Angebote
base_url: https://angebote.example.org/
default_language: de
languages: [de, ar]
county: kreis
publisher: {organization: landkreis, contact: amt}
legal: {imprint: impressum, privacy: impressum, accessibility: impressum, barrier_report: amt}
`

// site is a small site with some files more, given as name, text, name, text.
func site(t *testing.T, more ...string) *catalog.Catalogue {
	t.Helper()
	files := fstest.MapFS{
		"content/site.yaml":                    {Data: []byte(siteFile)},
		"content/places/kreis.yaml":            {Data: []byte("title: Kreis\nkind: county\nlat: 52.4\nlon: 8.0\n")},
		"content/organizations/landkreis.yaml": {Data: []byte("title: Landkreis\nkind: [authority]\n")},
		"content/contacts/amt.yaml":            {Data: []byte("title: Amt\nrole: Berät\nphone: \"0541 501-0\"\n")},
		"content/pages/impressum.md":           {Data: []byte("---\ntitle: Impressum\n---\nText\n")},
	}
	for i := 0; i < len(more); i += 2 {
		files[more[i]] = &fstest.MapFile{Data: []byte(more[i+1])}
	}
	c, findings, err := catalog.Load(context.Background(), files, catalog.Options{})
	if err != nil || len(findings) > 0 {
		t.Fatalf("the site is not sound: %v, %v", findings, err)
	}
	return c
}

func page(c *catalog.Catalogue, id string) *catalog.Record { return c.Find("pages", id).Base() }

// TestWhereBodiesBegin puts a link into each form of long text: it has to be told at its true place.
func TestWhereBodiesBegin(t *testing.T) {
	for _, row := range []struct {
		why, file, text string
		line, column    int
	}{
		{"below the fields", "content/pages/x.md", "---\ntitle: X\n---\n\nText\n\n[a](b.pdf)\n", 7, 1},
		{"below the fields, with Windows line ends", "content/pages/x.md", "---\r\ntitle: X\r\n---\r\n\r\n[a](b.pdf)\r\n", 5, 1},
		{"among the fields of a Markdown file", "content/pages/x.md", "---\ntitle: X\nbody: |\n  Text\n\n  [a](b.pdf)\n---\n", 6, 3},
		{"in a block", "content/pages/x.yaml", "title: X\nbody: |\n  Text\n\n  [a](b.pdf)\n", 5, 3},
		{"in a block that is indented further", "content/pages/x.yaml", "title: X\nbody: |-\n     [a](b.pdf)\n", 3, 6},
		{"in a block that begins with empty lines", "content/pages/x.yaml", "title: X\nbody: |\n\n\n  [a](b.pdf)\n", 5, 3},
		{"in a block with Windows line ends", "content/pages/x.yaml", "title: X\r\nbody: |\r\n  Text\r\n\r\n  [a](b.pdf)\r\n", 5, 3},
		{"on the line of its key", "content/pages/x.yaml", "title: X\nbody: Ein Text [a](b.pdf)\n", 2, 16},
	} {
		c := site(t, row.file, row.text, "content/pages/x/b.pdf", "")
		doc := New(c, nil).Doc(page(c, "x"), 0)
		if doc == nil || len(doc.Links) != 1 {
			t.Errorf("%s: %v", row.why, doc)
			continue
		}
		if got, want := doc.Links[0].Position, (markdown.Position{Line: row.line, Column: row.column}); got != want {
			t.Errorf("%s: the link is told at %v, want %v", row.why, got, want)
		}
	}
}

func TestALanguageWithoutALongTextHasNoDoc(t *testing.T) {
	c := site(t, "content/pages/x.md", "---\ntitle: X\n---\nText\n", "content/pages/x.ar.md", "---\ntitle: Y\n---\n", "content/pages/leer.yaml", "title: Leer\n")
	p := New(c, nil)
	if p.Doc(page(c, "x"), 0) == nil || p.Doc(page(c, "x"), 1) != nil || p.Doc(page(c, "leer"), 0) != nil {
		t.Error("docs where there are none, or none where there are")
	}
}

func TestEachTextIsParsedOnce(t *testing.T) {
	c := site(t)
	p := New(c, nil)
	var docs [8]*markdown.Doc
	var all sync.WaitGroup
	for i := range docs {
		all.Go(func() { docs[i] = p.Doc(page(c, "impressum"), 0) })
	}
	all.Wait()
	last := p.Doc(page(c, "impressum"), 0)
	for i, doc := range docs {
		if doc == nil || doc.PlainText() != last.PlainText() {
			t.Errorf("goroutine %d got %v", i, doc)
		}
	}
	if last != p.Doc(page(c, "impressum"), 0) {
		t.Error("the same text was parsed again")
	}
}

func TestWhatHasNotChangedIsTakenOver(t *testing.T) {
	file, text := "content/pages/x.md", "---\ntitle: X\n---\nText\n"
	first := New(site(t, file, text), nil)
	doc := first.Doc(page(first.catalogue, "x"), 0)
	for _, row := range []struct {
		why, text string
		same      bool
	}{
		{"nothing", text, true},
		{"a fact that moves nothing", strings.Replace(text, "title: X", "title: Z", 1), true},
		{"the text", strings.Replace(text, "Text", "Anderer Text", 1), false},
		{"its line", strings.Replace(text, "title: X\n", "title: X\norder: 1\n", 1), false},
	} {
		next := New(site(t, file, row.text), first)
		if got := next.Doc(page(next.catalogue, "x"), 0); (got.Found == doc.Found) != row.same {
			t.Errorf("after a change of %s the doc is the same: %v", row.why, got.Found == doc.Found)
		}
	}
}

// A build that takes a text over does not hold all others of the build before.
func TestWhatIsTakenOverHoldsNothingElse(t *testing.T) {
	texts := func(y string) *catalog.Catalogue {
		return site(t, "content/pages/x.md", "---\ntitle: X\n---\nText\n", "content/pages/y.md", "---\ntitle: Y\n---\n"+y+"\n")
	}
	first := New(texts("Text"), nil)
	first.ParseAll(t.Context(), 1, nil)
	found, held := first.Doc(page(first.catalogue, "x"), 0).Found, weak.Make(first.Doc(page(first.catalogue, "y"), 0))
	next := New(texts("Anderer Text"), first)
	next.ParseAll(t.Context(), 1, nil)
	first = nil
	runtime.GC()
	if next.Doc(page(next.catalogue, "x"), 0).Found != found || held.Value() != nil {
		t.Errorf("a text that has changed is held: %v", held.Value() != nil)
	}
	runtime.KeepAlive(next)
}

// The texts of a language are one piece of memory.
func TestTextsOfALanguageLieTogether(t *testing.T) {
	c := site(t, "content/pages/x.md", "---\ntitle: X\n---\nText\n", "content/pages/y.md", "---\ntitle: Y\n---\nText\n")
	p := New(c, nil)
	p.ParseAll(t.Context(), 1, nil)
	x, y := p.bodies[0][page(c, "x").Number].Load(), p.bodies[0][page(c, "y").Number].Load()
	if apart := uintptr(unsafe.Pointer(y)) - uintptr(unsafe.Pointer(x)); apart != unsafe.Sizeof(body{}) {
		t.Errorf("two texts that follow each other lie %d bytes apart", apart)
	}
}

func TestTermsOfTheGlossary(t *testing.T) {
	c := site(t, "content/glossary/eq.yaml", "title: Einstiegsqualifizierung\nabbreviation: EQ\nalso: [Einstiegsqualifizierungen]\n", "content/glossary/eq.ar.yaml", "title: \"تأهيل\"\n",
		"content/pages/x.md", "---\ntitle: X\n---\nEine EQ dauert.\n")
	p := New(c, nil)
	german, again, arabic := p.Terms(0), p.Terms(0), p.Terms(1)
	if german == nil || german != again || german == arabic {
		t.Error("the terms of a language are not its own")
	}
	if p := New(site(t), nil); p.Terms(0) == nil {
		t.Error("a site without a glossary has no terms to ask")
	}
}

func TestSettledTextsAreStillThere(t *testing.T) {
	c := site(t, "content/pages/x.md", "---\ntitle: X\n---\n\nEin langer Text\n")
	p := New(c, nil)
	before := string(p.Doc(page(c, "x"), 0).Append(nil, &markdown.Resolver{}))
	p.ParseAll(context.Background(), 1, func(catalog.Lang) bool { return false })
	if words := page(c, "x").Body.In(0); !strings.Contains(words, "Ein langer Text") {
		t.Errorf("in a language that is not settled the words are %q", words)
	}
	p.ParseAll(context.Background(), 1, func(lang catalog.Lang) bool { return lang == 0 })
	p.Settle()
	if after := string(p.Doc(page(c, "x"), 0).Append(nil, &markdown.Resolver{})); after != before || before == "" {
		t.Errorf("it was %q and is %q", before, after)
	}
	body := page(c, "x").Body
	if words, lang := body.Best([]catalog.Lang{1, 0}); words == "" || lang != 0 || body.In(1) != "" {
		t.Errorf("the languages that have a text are not those of before: %q in %d", words, lang)
	}
	if words := body.In(0); strings.Contains(words, "langer") {
		t.Error("the words are kept")
	}
	if p.Doc(page(c, "x"), 0).Found != nil {
		t.Error("what was found in the text is kept")
	}
}

// Texts that rules have looked at as they were written are let go of in the end too.
func TestNoTextStaysAsItWasWritten(t *testing.T) {
	c := site(t, "content/pages/x.md", "---\ntitle: X\n---\n\nEin langer Text\n")
	p := New(c, nil)
	p.ParseAll(t.Context(), 1, func(catalog.Lang) bool { return false })
	p.Settle()
	if words := page(c, "x").Body.In(0); words == "" || strings.Contains(words, "langer") {
		t.Errorf("the words are %q", words)
	}
	if p.Doc(page(c, "x"), 0).PlainText() != "Ein langer Text" {
		t.Error("the text is gone")
	}
}

// What stays when its language is finished does not hold the memory of the others.
func TestTextsThatStayLieByThemselves(t *testing.T) {
	c := site(t, "content/pages/x.md", "---\ntitle: X\n---\nText\n", "content/notices/n.md", "---\ntitle: N\npublish_until: 2030-01-01\n---\nText\n")
	p := New(c, nil)
	p.ParseAll(context.Background(), 1, nil)
	p.Settle()
	shown, stays := weak.Make(p.Doc(page(c, "x"), 0)), weak.Make(p.Doc(c.Find("notices", "n").Base(), 0))
	for lang := range c.Languages {
		p.Finish(catalog.Lang(lang))
	}
	runtime.GC()
	if shown.Value() != nil || stays.Value() == nil {
		t.Errorf("the text of the page is held: %v, that of the notice: %v", shown.Value() != nil, stays.Value() != nil)
	}
	runtime.KeepAlive(p)
}

// TestTextsStayUntilTheirLastPage has three languages: the third shows texts of the second where it has none.
func TestTextsStayUntilTheirLastPage(t *testing.T) {
	c := site(t, "content/site.yaml", strings.Replace(siteFile, "languages: [de, ar]", "languages: [de, ar, {code: ti, fallback: [ar]}]", 1),
		"content/pages/x.md", "---\ntitle: X\n---\nText\n", "content/pages/x.ar.md", "---\ntitle: Y\n---\nText\n", "content/pages/x.ti.md", "---\ntitle: Z\n---\nText\n",
		"content/notices/n.md", "---\ntitle: N\npublish_until: 2030-01-01\n---\nText\n", "content/notices/n.ar.md", "---\ntitle: N\n---\nText\n")
	p := New(c, nil)
	kept := func() (all [4]bool) {
		for lang := range c.Languages {
			all[lang] = p.Doc(page(c, "x"), catalog.Lang(lang)) != nil
		}
		all[3] = p.Doc(c.Find("notices", "n").Base(), 1) != nil
		return all
	}
	for _, step := range []struct {
		finished catalog.Lang
		want     [4]bool
	}{{1, [4]bool{true, true, true, true}}, {2, [4]bool{true, false, false, true}}, {0, [4]bool{false, false, false, true}}} {
		p.ParseAll(context.Background(), 1, nil)
		if p.Finish(step.finished); kept() != step.want {
			t.Errorf("after language %d the texts of the page and of the notice that are there: %v, want %v", step.finished, kept(), step.want)
		}
	}
}
