package site

import (
	"bytes"
	"fmt"
	"strings"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/facts"
	"mappe/generator/qr"
)

// PaperCode is what leads from paper to a record's page: a QR code, and the short address it holds as text.
type PaperCode struct {
	// Src is the picture of the code, an empty text where there are no short addresses.
	Src string
	// Address is the address to type.
	Address []string
}

// PaperCode returns the code of a record's page in the page's language.
func (v *View) PaperCode(entry catalog.Entry) PaperCode {
	if !v.Catalogue.Settings.Outputs.Short || !v.hasPage(entry) {
		return PaperCode{}
	}
	base := entry.Base()
	code := address.Code(base.Folder(), base.ID)
	return PaperCode{Src: string(v.to(address.CodePicture(code))) + "#" + v.code, Address: TypedAddress(v.BaseURL + address.Short(code))}
}

// ShortURL returns the address that a record's code holds: the short one, with the page's language behind #.
func (v *View) ShortURL(entry catalog.Entry) string {
	base := entry.Base()
	return v.BaseURL + address.Short(address.Code(base.Folder(), base.ID)) + "#" + v.code
}

// TypedAddress is an address as one reads and types it, in the pieces between which a line may end: behind a slash.
func TypedAddress(url string) []string {
	if _, rest, found := strings.Cut(url, "://"); found {
		url = rest
	}
	return strings.SplitAfter(strings.TrimSuffix(url, "/"), "/")
}

// planShort plans the short addresses of a record, that of its former ids too: what is printed stays true.
func (s *Site) planShort(entry catalog.Entry) {
	base := entry.Base()
	_, model := recordModel(entry)
	if model == nil || !s.hasPage(entry) && facts.LifeOf(base, s.Today) != facts.Archived {
		return
	}
	for _, id := range append([]string{base.ID}, base.FormerIDs...) {
		s.add(Planned{Path: address.Short(address.Code(base.Folder(), id)), Kind: "short", Lang: s.Catalogue.Default, Entry: entry,
			model: func(v *view) any { return shortPage(v, entry) }})
	}
}

// shortPage leads to a record in every language. A script follows the language that the code names after #.
func shortPage(v *view, entry catalog.Entry) *ShortPage {
	base := entry.Base()
	title := v.words(base.Title)
	p := &ShortPage{Page: v.base(title, title)}
	p.Trail = nil
	p.Canonical = v.absolute(address.Record(v.code, base.Folder(), base.ID))
	for i := range p.Languages {
		link := &p.Languages[i]
		link.Href, link.Current = v.to(address.Record(link.Code, base.Folder(), base.ID)), false
		text, lang := base.Title.Best(v.Catalogue.Chain(catalog.Lang(i)))
		p.Entries = append(p.Entries, ShortEntry{LanguageLink: *link, Title: Words{Text: text, Lang: v.Catalogue.Languages[lang].Code, Dir: v.locales[lang].Dir()}})
	}
	return p
}

// codePictures are the pictures of all codes, one file a record: each language's code is a view in it, since a file for each would be as
// many files again as the site has pages.
func (s *Site) codePictures(next func(File) bool) bool {
	if !s.Catalogue.Settings.Outputs.Short {
		return true
	}
	encoder := qr.NewEncoder()
	for _, entry := range s.Catalogue.Entries {
		if !s.hasPage(entry) {
			continue
		}
		code := address.Code(entry.Base().Folder(), entry.Base().ID)
		if !next(File{Path: address.CodePicture(code), Make: func() []byte { return s.codePicture(encoder, code) }}) {
			return false
		}
	}
	return true
}

// codePicture draws a record's codes below each other.
func (s *Site) codePicture(encoder *qr.Encoder, code string) []byte {
	var views, paths bytes.Buffer
	width, height := 0, 0
	for _, language := range s.Catalogue.Languages {
		drawn, err := encoder.Encode(s.BaseURL + address.Short(code) + "#" + language.Code)
		if err != nil {
			continue // an address of thousands of letters
		}
		fmt.Fprintf(&views, `<view id="%s" viewBox="0 %d %d %d"/>`, language.Code, height, drawn.Size, drawn.Size)
		fmt.Fprintf(&paths, `<path transform="translate(0 %d.5)" d="%s"/>`, height, drawn.Path)
		width, height = max(width, drawn.Size), height+drawn.Size
	}
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">%s<path fill="#fff" d="M0 0h%dv%dH0z"/><g stroke="#000">%s</g></svg>`,
		width, height, views.Bytes(), width, height, paths.Bytes())
}
