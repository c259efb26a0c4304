package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"mappe/generator/testtool"
)

// program is a browser for a test, which is skipped without one; where everything has to be proven it fails.
func program(t testing.TB) string {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves the browser out")
	}
	found, err := Find(os.Getenv("CHROMIUM"), os.Getenv)
	if err != nil {
		testtool.Missing(t, err.Error())
	}
	return found
}

// brochure is a page with contents and sections of a number of paragraphs each, as overviews are made.
func brochure(lang, dir, title, word string, paragraphs ...int) string {
	var contents, sections strings.Builder
	for i, n := range paragraphs {
		fmt.Fprintf(&contents, `<li><a href="#s%d">%s %d</a> <span class="pg" data-for="s%d"></span>`, i, word, i, i)
		fmt.Fprintf(&sections, `<section id="s%d"><h2>%s %d</h2>%s</section>`, i, word, i, strings.Repeat("<p>"+word+" "+word, n))
	}
	return fmt.Sprintf(`<!doctype html><html lang="%s" dir="%s"><meta charset="utf-8"><title>%s</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'">
<link rel="stylesheet" href="../../assets/print.0123456789.css"><script src="../../assets/gone.js"></script>
<h1>%s</h1><p><a href="../courses/b1.html">%s</a><nav class="contents"><ol>%s</ol></nav>%s`, lang, dir, title, title, word, contents.String(), sections.String())
}

const sheet = `@page { size: A4; margin: 20mm } body { font-size: 12pt; margin: 0 } section { break-before: page }
p { margin: 0; line-height: 1.5; break-inside: avoid } .pg { display: inline-block; inline-size: 4ch; text-align: end }`

func files(pages map[string]string) fstest.MapFS {
	all := fstest.MapFS{"assets/print.0123456789.css": {Data: []byte(sheet)}, "assets/gone.js": {Data: []byte("document.body.textContent = 'scripted'")}}
	for path, page := range pages {
		all[path] = &fstest.MapFile{Data: []byte(page)}
	}
	return all
}

func options(t testing.TB, site fstest.MapFS) Options {
	return Options{Program: program(t), Read: site.ReadFile, BaseURL: "https://angebote.example.org/angebote/", Date: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC), Version: "1.0"}
}

func start(t testing.TB, o Options) *Printer {
	t.Helper()
	p, err := Start(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	return p
}

func printed(t testing.TB, p *Printer, path string) []byte {
	t.Helper()
	data, err := p.Print(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// told is what a program of poppler says of a PDF.
func told(t testing.TB, data []byte, program string, flags ...string) string {
	t.Helper()
	path := testtool.Path(t, "Debian: poppler-utils", program)
	name := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	args := append(flags, name)
	if program == "pdftotext" {
		args = append(args, "-")
	}
	out, err := exec.CommandContext(t.Context(), path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

func TestAPageBecomesAPDFForEverybody(t *testing.T) {
	p := start(t, options(t, files(map[string]string{
		"de/print/all.html": brochure("de", "ltr", "Alle Angebote (2026)", "Übersicht", 3, 90, 2),
		"ar/print/all.html": brochure("ar", "rtl", "كل العروض", "قسم", 3, 90, 2),
		"ti/print/all.html": brochure("ti", "ltr", "ኩሉ ዕድላት", "ክፍሊ", 3, 90, 2),
	})))
	for lang, title := range map[string]string{"de": "Alle Angebote (2026)", "ar": "كل العروض", "ti": "ኩሉ ዕድላት"} {
		data := printed(t, p, lang+"/print/all.html")
		inside := unpacked(t, data)
		info := told(t, data, "pdfinfo")
		for _, line := range []string{`Title: +` + regexp.QuoteMeta(title), `Tagged: +yes`, `Pages: +6`, `Page size: .*\(A4\)`, `JavaScript: +no`} {
			if !regexp.MustCompile(`(?m)^` + line + `$`).MatchString(info) {
				t.Errorf("%s: not %s in\n%s", lang, line, info)
			}
		}
		if !bytes.Contains(inside, []byte("/Lang ("+lang+")")) || !bytes.Contains(inside, []byte("/Outlines ")) {
			t.Errorf("%s: no language or no outline", lang)
		}
		if links := told(t, data, "pdfinfo", "-url"); !strings.Contains(links, "https://angebote.example.org/angebote/"+lang+"/courses/b1.html") {
			t.Errorf("%s: no link to the published page in\n%s", lang, links)
		}
		if bytes.Contains(inside, []byte("file://")) || bytes.Contains(inside, []byte("127.0.0.1")) {
			t.Errorf("%s: it speaks of this machine", lang)
		}
	}
}

func TestContentsNameTheSheetOnWhichEachSectionStarts(t *testing.T) {
	p := start(t, options(t, files(map[string]string{"de/print/all.html": brochure("de", "ltr", "Alles", "Abschnitt", 3, 90, 2, 200, 1)})))
	data := printed(t, p, "de/print/all.html")
	contents := told(t, data, "pdftotext", "-layout", "-l", "1")
	for i, sheet := range []int{2, 3, 6, 7, 13} {
		if !regexp.MustCompile(fmt.Sprintf(`Abschnitt %d +%d\n`, i, sheet)).MatchString(contents) {
			t.Errorf("section %d is not said to start on sheet %d:\n%s", i, sheet, contents)
		}
		text := told(t, data, "pdftotext", "-f", fmt.Sprint(sheet), "-l", fmt.Sprint(sheet))
		if !strings.HasPrefix(text, fmt.Sprintf("Abschnitt %d\n", i)) {
			t.Errorf("section %d does not start on sheet %d but there is\n%.80s", i, sheet, text)
		}
	}
}

func TestPlacesAreWherePopplerSeesThem(t *testing.T) {
	p := start(t, options(t, files(map[string]string{"de/print/all.html": brochure("de", "ltr", "Alles", "Abschnitt", 1, 50, 2, 90, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11)})))
	page, err := p.fromBrowser("de/print/all.html")
	if err != nil {
		t.Fatal(err)
	}
	data := page.pdf
	places, err := readPlaces(data)
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile(`(?m)^ +(\d+) \[.*\] "(.*)"$`).FindAllStringSubmatch(told(t, data, "pdfinfo", "-dests"), -1)
	if len(rows) != 14 || len(places) != 14 {
		t.Errorf("poppler sees %d places, we %v", len(rows), places)
	}
	for _, row := range rows {
		if fmt.Sprint(places[row[2]]) != row[1] {
			t.Errorf("%s: sheet %d, poppler says %s", row[2], places[row[2]], row[1])
		}
	}
}

func TestTheSamePageGivesTheSameBytes(t *testing.T) {
	o := options(t, files(map[string]string{"ar/print/all.html": brochure("ar", "rtl", "كل العروض", "قسم", 3, 90)}))
	first, second := printed(t, start(t, o), "ar/print/all.html"), printed(t, start(t, o), "ar/print/all.html")
	if !bytes.Equal(first, second) {
		t.Error("two printings differ")
	}
	if info := told(t, first, "pdfinfo", "-isodates"); strings.Count(info, "2026-11-16T00:00:00") != 2 {
		t.Errorf("not of the day of the build:\n%s", info)
	}
}

func TestWhatThePageAsksForInVainIsAnErrorOfThePage(t *testing.T) {
	p := start(t, options(t, files(map[string]string{
		"style.html":   `<link rel="stylesheet" href="gone.css">`,
		"host.html":    `<img src="https://elsewhere.example/a.png">`,
		"section.html": `<a href="#s1">A</a><span class="pg" data-for="s2"></span><p id="s1">`,
	})))
	for page, want := range map[string]string{
		"style.html":   "printing style.html: it asks for https://angebote.example.org/angebote/gone.css, which the site does not have",
		"host.html":    "printing host.html: it asks for https://elsewhere.example/a.png, which the site does not have",
		"section.html": "printing section.html: its contents name a section #s2, but there is none, or no link leads to it",
		"none.html":    "printing none.html: there is no such page: open none.html: file does not exist",
	} {
		if data, err := p.Print(page); err == nil || err.Error() != want || errors.Is(err, ErrBrowser) || data != nil {
			t.Errorf("%s: %v, %d bytes", page, err, len(data))
		}
	}
}

func TestPicturesBelowTheFoldArePrinted(t *testing.T) {
	red := `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><text y="50">Lageplan</text></svg>`
	p := start(t, options(t, files(map[string]string{"a.svg": red, "a.html": `<div style="height:900mm"></div><img loading="lazy" src="a.svg">`})))
	if text := told(t, printed(t, p, "a.html"), "pdftotext"); !strings.Contains(text, "Lageplan") {
		t.Errorf("the picture is not there: %q", text)
	}
}
