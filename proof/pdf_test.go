package proof

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/hex"
	"errors"
	"io"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"mappe/generator/address"
	"mappe/generator/build"
	"mappe/generator/facts"
	"mappe/generator/testtool"
	"mappe/proof/browser"
)

// printing is the sample county, and what its overviews on paper must hold in four languages.
type printing struct {
	*testing.T
	options build.Options
	site    *build.Ready
	// titles are those of the offers that lists show, by the code of their short addresses, in each language.
	titles map[string]map[string]string
}

// TestOverviewsOnPaper prints one brochure a language and reads it as others do: with poppler, and with what scans codes.
func TestOverviewsOnPaper(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves the browser out")
	}
	p := newPrinting(t)
	only := []string{"*/all-short"}
	for lang := range p.titles {
		only = append(only, lang+"/all")
	}
	if _, err := build.Print(t.Context(), p.options, only); err != nil {
		t.Fatal(err)
	}
	for _, lang := range slices.Sorted(maps.Keys(p.titles)) {
		t.Run(lang, func(t *testing.T) {
			b := p.open(t, address.PrintedPDF(lang, "all"))
			b.holdsExactly(p.titles[lang])
			b.isForEverybody(lang, "A4")
			b.contentsAreRight()
			b.headsAndFeet()
			b.nothingIsLostOrOverlaps()
		})
	}
	t.Run("short lists", func(t *testing.T) {
		for _, lang := range p.site.Catalogue.Languages {
			if n := len(p.open(t, address.PrintedPDF(lang.Code, "all-short")).sheets); n != 2 {
				t.Errorf("the short list in %s is %d sheets", lang.Code, n)
			}
		}
	})
	t.Run("codes", func(t *testing.T) {
		p.open(t, address.PrintedPDF("de", "all")).codesLead(p)
	})
}

// TestLetter prints a brochure for printers that hold letter, as site.yaml says.
func TestLetter(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves the browser out")
	}
	source := t.TempDir()
	if err := os.CopyFS(filepath.Join(source, "content"), os.DirFS("../content")); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(source, "content", "site.yaml")
	settings, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	languages := regexp.MustCompile(`(?m)^languages:\n(  .*\n)+`)
	if err := os.WriteFile(name, languages.ReplaceAll(settings, []byte("languages: [de, en]\nprint: {paper: letter}\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	p := printingOf(t, source)
	if _, err := build.Print(t.Context(), p.options, []string{"en/courses"}); err != nil {
		t.Fatal(err)
	}
	b := p.open(t, address.PrintedPDF("en", "courses"))
	b.isForEverybody("en", "letter")
	b.contentsAreRight()
	b.headsAndFeet()
	b.nothingIsLostOrOverlaps()
}

func newPrinting(t *testing.T) *printing {
	p := printingOf(t, "..")
	p.findTitles()
	return p
}

// printingOf prepares the content in a folder for printing.
func printingOf(t *testing.T, source string) *printing {
	program, err := browser.Find()
	if err != nil {
		testtool.Missing(t, err.Error())
	}
	testtool.Path(t, "Debian: poppler-utils", "pdftotext")
	testtool.Path(t, "Debian: zbar-tools", "zbarimg")
	p := &printing{T: t, titles: map[string]map[string]string{}, options: build.Options{
		Source: source, Output: t.TempDir(), Today: Day(), BaseURL: "https://angebote.example.org" + Folder, Version: "proof", Browser: program,
	}}
	if p.site, err = build.Prepare(t.Context(), p.options); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.site.Close() })
	return p
}

// findTitles asks the catalogue, not the pages, which offers there are.
func (p *printing) findTitles() {
	c := p.site.Catalogue
	for _, language := range c.Languages {
		if !slices.Contains([]string{"de", "en", "ar", "ti"}, language.Code) {
			continue
		}
		titles := map[string]string{}
		for _, entry := range c.Entries {
			if base := entry.Base(); base.AsOffer() != nil && facts.InLists(entry, c, p.options.Today) {
				titles[address.Code(base.Folder(), base.ID)], _ = base.Title.Best(language.Chain)
			}
		}
		p.titles[language.Code] = titles
	}
	if len(p.titles) != 4 || len(p.titles["ti"]) < 50 {
		p.Fatalf("%d languages, %d offers", len(p.titles), len(p.titles["ti"]))
	}
}

// paper is a PDF, read.
type paper struct {
	*testing.T
	name   string
	data   []byte   // with what its streams of objects hold behind it
	sheets []string // the text of each
	plain  string   // all of it without blanks and direction marks
}

func (p *printing) open(t *testing.T, path string) *paper {
	name := filepath.Join(p.options.Output, filepath.FromSlash(path))
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	b := &paper{T: t, name: name, data: data}
	b.unpack()
	text := b.run("pdftotext", "-raw", name, "-") // in the order of the page, not of what stands beside each other
	b.sheets = strings.Split(strings.TrimSuffix(text, "\f"), "\f")
	b.plain = plain(text)
	return b
}

// unpack puts what the streams of objects hold behind the file, so that it can be searched.
func (b *paper) unpack() {
	for _, at := range regexp.MustCompile(`/Type /ObjStm [^\n]*\nstream\n`).FindAllIndex(b.data, -1) {
		r, err := zlib.NewReader(bytes.NewReader(b.data[at[1]:]))
		if err != nil {
			b.Fatal(err)
		}
		objects, err := io.ReadAll(r)
		if err != nil {
			b.Fatal(err)
		}
		b.data = append(b.data, objects...)
	}
}

func (b *paper) run(program string, args ...string) string {
	out, err := exec.CommandContext(context.WithoutCancel(b.Context()), program, args...).Output()
	if failed := (*exec.ExitError)(nil); err != nil && !(program == "zbarimg" && errors.As(err, &failed) && failed.ExitCode() == 4) { // 4: a sheet without codes
		b.Fatalf("%s: %v", program, err)
	}
	return string(out)
}

// plain takes blanks and marks of direction away: where lines break is the browser's choice.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
}

var (
	shortAddress = regexp.MustCompile(`/a/([0-9a-z]{7})\.html`)
	bookmark     = regexp.MustCompile(`/Title (?:<FEFF([0-9A-F]+)>|\(((?:[^()\\]|\\.)*)\))`)
)

// holdsExactly: the PDF holds these offers and no others, once each, by their short addresses and by their titles in its outline. Titles are
// looked for there, since the text that programs extract has letters of Arabic words swapped.
func (b *paper) holdsExactly(titles map[string]string) {
	found := map[string]int{}
	for _, match := range shortAddress.FindAllStringSubmatch(b.plain, -1) {
		found[match[1]]++
	}
	bookmarks := map[string]int{}
	for _, title := range b.bookmarks() {
		bookmarks[plain(title)]++
	}
	same := map[string]int{} // offers may share a title
	for _, title := range titles {
		same[plain(title)]++
	}
	for code, title := range titles {
		if found[code] != 1 {
			b.Errorf("%s (%s) is there %d times", title, code, found[code])
		}
		if bookmarks[plain(title)] != same[plain(title)] {
			b.Errorf("%q is in the outline %d times", title, bookmarks[plain(title)])
		}
		delete(found, code)
	}
	if len(found) > 0 {
		b.Errorf("it holds the offers %v, which it must not", found)
	}
}

// bookmarks are the titles of the outline, without the numbers of offers.
func (b *paper) bookmarks() []string {
	var titles []string
	for _, match := range bookmark.FindAllStringSubmatch(string(b.data), -1) {
		title := regexp.MustCompile(`\\(.)`).ReplaceAllString(match[2], "$1")
		if match[1] != "" {
			raw, err := hex.DecodeString(match[1])
			if err != nil {
				b.Fatal(err)
			}
			units := make([]uint16, len(raw)/2)
			for i := range units {
				units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
			}
			title = string(utf16.Decode(units))
		}
		titles = append(titles, regexp.MustCompile(`^\s*\d+\s*`).ReplaceAllString(title, ""))
	}
	return titles
}

// isForEverybody: tagged, with an outline, a title and the language, on the paper that offices have.
func (b *paper) isForEverybody(lang, size string) {
	info := b.run("pdfinfo", b.name)
	for _, want := range []string{`(?m)^Tagged: +yes$`, `(?m)^Title: +\S`, `(?m)^Page size: .*\(` + size + `\)$`, `(?m)^JavaScript: +no$`} {
		if !regexp.MustCompile(want).MatchString(info) {
			b.Errorf("not %s:\n%s", want, info)
		}
	}
	for _, want := range []string{"/Lang (" + lang + ")", "/Outlines ", "/DisplayDocTitle true"} {
		if !strings.Contains(string(b.data), want) {
			b.Errorf("no %s", want)
		}
	}
}

// word is a word where it stands, in points from the upper left corner.
type word struct {
	text                   string
	left, top, right, foot float64
}

var (
	place   = regexp.MustCompile(`(?m)^ +(\d+) \[.*\] "s([\d-]+)"$`)
	ofSize  = regexp.MustCompile(`^width="(.*?)" height="(.*?)"`)
	ofWords = regexp.MustCompile(`<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>`)
)

// sheet is a sheet of paper, in points, and the words on it.
type sheet struct {
	width, height float64
	words         []word
}

// head and foot are how high the margins with the running heads and the page numbers are, in points.
const head, foot = 51, 45

// laid are the sheets as they lie before the reader.
func (b *paper) laid() []sheet {
	var sheets []sheet
	for _, text := range strings.Split(b.run("pdftotext", "-bbox", b.name, "-"), "<page ")[1:] {
		var s sheet
		size := ofSize.FindStringSubmatch(text)
		s.width, _ = strconv.ParseFloat(size[1], 64)
		s.height, _ = strconv.ParseFloat(size[2], 64)
		for _, match := range ofWords.FindAllStringSubmatch(text, -1) {
			w := word{text: plain(match[5])}
			for i, to := range []*float64{&w.left, &w.top, &w.right, &w.foot} {
				*to, _ = strconv.ParseFloat(match[i+1], 64)
			}
			s.words = append(s.words, w)
		}
		sheets = append(sheets, s)
	}
	return sheets
}

// contentsAreRight: the number behind each section in the contents is that of the sheet on which the section starts.
func (b *paper) contentsAreRight() {
	first := b.laid()[0].words
	sections := place.FindAllStringSubmatch(b.run("pdfinfo", "-dests", b.name), -1)
	if len(sections) < 10 {
		b.Fatalf("only %d sections are named", len(sections))
	}
	for _, section := range sections {
		sheet, number := section[1], strings.ReplaceAll(section[2], "-", ".")
		if printed := numberBehind(first, number, strings.Contains(string(b.data), "/Lang (ar)")); printed != sheet {
			b.Errorf("section %s starts on sheet %s, its contents say %q", number, sheet, printed)
		}
		i, _ := strconv.Atoi(sheet)
		if !slices.Contains(strings.Fields(b.sheets[i-1]), number) && !strings.Contains(plain(b.sheets[i-1]), number) {
			b.Errorf("section %s is not on sheet %s", number, sheet)
		}
	}
}

// numberBehind is the next number on the line of a section's number, in the direction of reading.
func numberBehind(words []word, number string, toLeft bool) string {
	for _, start := range words {
		if start.text != number {
			continue
		}
		nearest, found := 1e9, ""
		for _, w := range words {
			distance := w.left - start.right
			if toLeft {
				distance = start.left - w.right
			}
			if _, err := strconv.Atoi(w.text); err == nil && distance > 0 && distance < nearest && math.Abs(w.foot-start.foot) < 4 {
				nearest, found = distance, w.text
			}
		}
		if found != "" {
			return found
		}
	}
	return ""
}

// covers reports whether words lie on each other. Fonts are as high as their highest letters with all marks, so that lines overlap by a part.
func (w word) covers(other word) bool {
	across := min(w.right, other.right) - max(w.left, other.left)
	down := min(w.foot, other.foot) - max(w.top, other.top)
	return other.text != "" && across > 2 && down > 0.7*min(w.foot-w.top, other.foot-other.top)
}

// headsAndFeet: every sheet has its number below and, all but the cover, the title of the brochure above.
func (b *paper) headsAndFeet() {
	for i, s := range b.laid() {
		above, below := 0, ""
		for _, w := range s.words {
			if w.text != "" && w.foot < head {
				above++
			}
			if w.top > s.height-foot {
				below += " " + w.text
			}
		}
		if (above > 0) != (i > 0) {
			b.Errorf("sheet %d: %d words above", i+1, above)
		}
		if !slices.Contains(strings.Fields(below), strconv.Itoa(i+1)) {
			b.Errorf("sheet %d: below stands %q", i+1, below)
		}
	}
}

// nothingIsLostOrOverlaps: no sheet is blank, no word lies outside the margins or on another.
func (b *paper) nothingIsLostOrOverlaps() {
	const margin = 20
	for i, s := range b.laid() {
		inside := 0
		for j, w := range s.words {
			if w.text == "" {
				continue
			}
			if w.left < margin || w.right > s.width-margin {
				b.Errorf("sheet %d: %q lies in the margin", i+1, w.text)
			}
			if w.top > head && w.foot < s.height-foot {
				inside++
			}
			for _, other := range s.words[:j] {
				if w.covers(other) {
					b.Errorf("sheet %d: %q lies on %q", i+1, w.text, other.text)
				}
			}
		}
		if inside < 5 {
			b.Errorf("sheet %d is blank: %d words", i+1, inside)
		}
	}
}

// codesLead: every code, as a telephone sees it on a sheet printed in black, leads to a page of the site: the one of the brochure, or a short address.
func (b *paper) codesLead(p *printing) {
	folder := b.TempDir()
	b.run("pdftoppm", "-r", "200", "-mono", b.name, filepath.Join(folder, "sheet"))
	pictures, _ := filepath.Glob(filepath.Join(folder, "*.pbm"))
	codes := strings.Fields(b.run("zbarimg", append([]string{"--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"}, pictures...)...))
	shorts := 0
	for _, code := range codes {
		address, fragment, _ := strings.Cut(code, "#")
		path, inside := strings.CutPrefix(address, p.options.BaseURL)
		if _, found := p.site.Site.Find(path); !inside || !found {
			b.Errorf("a code leads to %s, which is not there", code)
		}
		if strings.HasPrefix(path, "a/") {
			if shorts++; fragment != "de" {
				b.Errorf("a code leads to %s, not to German", code)
			}
		}
	}
	if offers := len(shortAddress.FindAllString(b.plain, -1)); shorts != offers || offers == 0 {
		b.Errorf("%d of %d codes can be read", shorts, offers)
	}
	b.Logf("%d codes", len(codes))
}
