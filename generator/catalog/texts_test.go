package catalog

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/schema"
)

// hashOf is CONTENT.md's sentence: "the first 12 hex digits of SHA-256 over all texts … each as path=value … joined by U+001F".
func hashOf(texts ...string) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(texts, "\u001f"))))[:12]
}

func TestTextHashIsTheOneOfTheContentFormat(t *testing.T) {
	for _, row := range []struct {
		why, file, src string
		want           []string
	}{
		{"a title", "content/courses/x.yaml", "title: Kurs\nkind: integration\n", []string{"title=Kurs"}},
		{"white space folded and trimmed", "content/courses/x.yaml", "title: \"  Kurs \\t A1\\n\\n abends \"\nkind: integration\n", []string{"title=Kurs A1 abends"}},
		{"one form of umlauts", "content/courses/x.yaml", "title: Ko\u0308ln\nkind: integration\n", []string{"title=" + norm.NFC.String("Köln")}},
		{"keywords and extra left out", "content/courses/x.yaml", "title: Kurs\nkind: integration\nkeywords: [a]\nextra: {b: c}\n", []string{"title=Kurs"}},
		{"facts left out", "content/courses/x.yaml", "title: Kurs\nkind: integration\nstatus: draft\nidentifiers: {kursnet: \"1\"}\n", []string{"title=Kurs"}},
		{"the table's order, not the file's, the long text last", "content/courses/x.md",
			"---\nkind: integration\ndocuments: [Ausweis, Zeugnis]\nsummary: Kurz\ntitle: Kurs\n---\nLang\r\nund mehr\r\n",
			[]string{"title=Kurs", "summary=Kurz", "documents.0=Ausweis", "documents.1=Zeugnis", "body=Lang und mehr"}},
		{"the long text of a .yaml file", "content/courses/x.yaml", "body: Lang\ntitle: Kurs\nkind: integration\n", []string{"title=Kurs", "body=Lang"}},
		{"items by their id, in the file's order", "content/courses/x.yaml",
			"title: Kurs\nkind: integration\nsessions:\n  - {id: b, note: B, prices: [{id: p, for: Alle}]}\n  - {id: a, title: A}\nprices: [{id: z, note: Z, amount: 5}]\nvenue: {directions: Hinten, name: Haus}\n",
			[]string{"title=Kurs", "venue.name=Haus", "venue.directions=Hinten", "prices.z.note=Z", "sessions.b.note=B", "sessions.b.prices.p.for=Alle", "sessions.a.title=A"}},
		{"a venue's texts are the venue's", "content/courses/x.yaml", "title: Kurs\nkind: integration\nvenue: haus\n", []string{"title=Kurs"}},
	} {
		c := loadSound(t, base(t, row.file, row.src, "content/venues/haus.yaml", "title: Haus\ndirections: Hinten\n"), Options{})
		entry := c.Find("courses", "x")
		if got, want := c.TextHash(entry), hashOf(row.want...); got != want {
			t.Errorf("%s: %s of %v, want %s of %q", row.why, got, c.TextsOf(entry, c.Default), want, row.want)
		}
	}
}

// A vector from outside: printf 'title=Kurs\037body=Text' | sha256sum
func TestTextHashAgainstAKnownVector(t *testing.T) {
	c := loadSound(t, base(t, "content/courses/x.md", "---\ntitle: Kurs\nkind: integration\n---\nText\n"), Options{})
	if got, want := c.TextHash(c.Find("courses", "x")), "5c4997eeef0f"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestTextsAreThoseOfTheFiles holds the two ways to a file's texts against each other: through the record, and as written.
func TestTextsAreThoseOfTheFiles(t *testing.T) {
	compared := 0
	for name, s := range siteCases(t) {
		c, findings := load(t, s.files, Options{})
		if c == nil {
			continue
		}
		for _, entry := range c.Entries {
			base := entry.Base()
			for lang, file := range base.Files {
				if file == nil || slices.ContainsFunc(findings, func(f diag.Finding) bool { return c.RecordOf(f.File) == base.Key() }) {
					continue
				}
				doc, _, err := content.Read(s.files, file.Path)
				if err != nil {
					t.Fatal(err)
				}
				written, decoded := writtenTexts(doc, c.plans.records[base.Folder()]), c.TextsOf(entry, Lang(lang))
				byPath := func(a, b FieldText) int { return cmp.Compare(a.Path, b.Path) }
				slices.SortFunc(written, byPath)
				slices.SortFunc(decoded, byPath)
				if !slices.Equal(written, decoded) {
					t.Errorf("%s: %s:\nwritten %v\ndecoded %v", name, file.Path, written, decoded)
				}
				compared += len(written)
			}
		}
	}
	if compared < 100 {
		t.Errorf("only %d texts were compared", compared)
	}
}

func TestWrittenTextsPassOverWhatIsNone(t *testing.T) {
	plans := newPlans(schema.New())
	for src, want := range map[string]string{
		"title: ''\nsummary: ~\nkeywords:\n  - ''\n  - a\n": "keywords.0=a",
		"title: [a]\nsummary: {b: c}\nextra: text\n":        "",
		"prices: {id: a, note: b}\nsessions: text\n":        "prices.a.note=b",
		"documents: Ausweis\nunknown: text\n":               "documents.0=Ausweis",
		"venue: haus\nimage: [a]\n":                         "",
	} {
		doc, _ := content.Parse("content/courses/x.yaml", []byte(src))
		var got []string
		for _, text := range writtenTexts(doc, plans.records["courses"]) {
			got = append(got, text.Path+"="+text.Words)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q, want %q", src, got, want)
		}
	}
	body, _ := content.Parse("content/courses/x.en.md", []byte("Just the long text.\n"))
	if texts := writtenTexts(body, plans.records["courses"]); len(texts) != 1 || texts[0].Path != "body" {
		t.Errorf("a translation that is only a long text has the texts %v", texts)
	}
	if texts := writtenTexts(content.Document{Body: "x"}, nil); texts != nil {
		t.Errorf("a file of no record has the texts %v", texts)
	}
}
