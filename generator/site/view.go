package site

import (
	"html/template"
	"strings"
	"time"
	"unicode"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/locale"
)

// view is one page while its model is made: its language, where its links start, and what memory the model is made in.
type view struct {
	*Site
	room     *Room
	page     Planned
	lang     catalog.Lang
	code     string
	loc      *locale.Locale
	messages *locale.Messages
	root, up string
	records  *toldRecords // nil until they are asked for, as noPage is
	noPage   *view
	escaped  string // the page's address as a letter about it has it, empty until it is asked for
}

// view is a page for which what is made lasts.
func (s *Site) view(p Planned) *view {
	v := s.viewIn(&s.lasts, p)
	return &v
}

// lasting is the same page for which what is made lasts.
func (v *view) lasting() *view {
	if v.room == &v.lasts {
		return v
	}
	other := &v.room.lasting
	if other.Site == nil {
		*other = v.viewIn(&v.lasts, v.page)
	}
	return other
}

func (s *Site) viewIn(room *Room, p Planned) view {
	v := view{Site: s, room: room, page: p, lang: p.Lang, code: s.Catalogue.Languages[p.Lang].Code, loc: s.locales[p.Lang], messages: s.Messages[p.Lang]}
	v.root = address.Up(p.Path)
	v.up = strings.TrimPrefix(v.root, "../")
	if p.Path == address.NotFound {
		v.root = basePath(s.BaseURL)
	}
	if !strings.Contains(p.Path, "/") {
		v.up = v.root + v.code + "/"
	}
	return v
}

// basePath is the path of the site on its web server. Only 404.html needs it, since it is shown for addresses of any depth.
func basePath(baseURL string) string {
	_, rest, _ := strings.Cut(baseURL, "://")
	if i := strings.IndexByte(rest, '/'); i >= 0 {
		return rest[i:]
	}
	return "/"
}

// t returns a message of the interface.
func (v *view) t(key string, values ...any) string {
	if len(values) == 0 {
		return v.messages.Text(key)
	}
	var buffer [256]byte // most fit in
	return v.room.text(v.messages.Append(buffer[:0], key, values...))
}

func (v *view) chain() []catalog.Lang { return v.Catalogue.Chain(v.lang) }

// words returns the best words there are for the page's reader.
func (v *view) words(t catalog.Text) Words {
	text, lang := t.Best(v.chain())
	return v.in(text, lang)
}

// in returns words that are in some language.
func (v *view) in(text string, lang catalog.Lang) Words {
	if lang == v.lang || text == "" {
		return Words{Text: text}
	}
	return Words{Text: text, Lang: v.Catalogue.Languages[lang].Code, Dir: v.locales[lang].Dir()}
}

// isolate is locale.Isolate.
func (v *view) isolate(text string) string {
	return v.room.joined(locale.FirstStrongIsolate, text, locale.PopDirectionalIsolate)
}

// own returns words in the page's own language, made of messages or of what is the same in every language.
func (v *view) own(text string) Words { return Words{Text: text} }

// foreign returns words that stand in German letters whatever the page's language: names, streets, lines.
func (v *view) foreign(text string) Words {
	if !inLatin(text) || inLatin(v.loc.SelfName()) {
		return Words{Text: text}
	}
	return v.in(text, v.Catalogue.Default)
}

// inLatin reports whether a text is written in Latin letters and no others, as names on signs are, and many languages call themselves.
func inLatin(text string) bool {
	latin := false
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin = true
		case unicode.IsLetter(r):
			return false
		}
	}
	return latin
}

// listOf returns a list of texts, each with its language.
func (v *view) listOf(t catalog.Texts) []Words {
	list, lang := t.Best(v.chain())
	words := v.room.words.take(len(list))
	for _, text := range list {
		words = append(words, v.in(text, lang))
	}
	return words
}

// term returns what a term is called.
func (v *view) term(t *catalog.Term) Words { return v.words(t.Label) }

// terms returns what several terms are called.
func (v *view) terms(list []*catalog.Term) []Words {
	words := v.room.words.take(len(list))
	for _, t := range list {
		words = append(words, v.term(t))
	}
	return words
}

// languageNames returns what languages are called in the page's language.
func (v *view) languageNames(codes []string) string {
	names := v.room.texts.take(len(codes))
	for _, code := range codes {
		names = append(names, v.loc.LanguageName(code))
	}
	return v.loc.List(names)
}

// folder is where the page lies, with a slash at its end: pages of a folder link alike. 404.html, which is shown anywhere, links like no other.
func (v *view) folder() string {
	if v.page.Path == address.NotFound {
		return v.page.Path
	}
	return v.page.Path[:strings.LastIndexByte(v.page.Path, '/')+1]
}

// to leads to a path below the output folder.
func (v *view) to(path string) template.URL {
	if v.page.Path == address.NotFound {
		return template.URL(v.room.joined(v.root, path))
	}
	return template.URL(v.room.joined(address.Steps(v.page.Path, path)))
}

// link leads to a record's page. A record without one now gives words that lead nowhere.
func (v *view) link(entry catalog.Entry) Link {
	link := *v.told().links.once(v, entry, func(v *view, entry catalog.Entry) *Link { link := v.ofNoPage().newLink(entry); return &link })
	if link.Href != "" {
		link.Href, link.Current = v.to(string(link.Href)), entry == v.page.Entry
	}
	return link
}

// newLink is link for what is kept itself, or needed once.
func (v *view) newLink(entry catalog.Entry) Link {
	base := entry.Base()
	link := Link{Words: v.words(base.Title)}
	if v.hasPage(entry) {
		link.Href = v.to(address.Record(v.code, base.Folder(), base.ID))
		link.Current = entry == v.page.Entry
	}
	return link
}

// linked is a link told by a view of no page as the page has it.
func (v *view) linked(link Link) Link {
	if path := string(link.Href); path != "" && !link.External {
		link.Href, link.Current = v.to(path), path == v.page.Path
	}
	return link
}

// ownLink leads to a page of the site with words in the page's language.
func (v *view) ownLink(text, path string) Link {
	return Link{Words: Words{Text: text}, Href: v.to(path), Current: path == v.page.Path}
}

// outside leads out of the site.
func outside(words Words, url string) Link {
	return Link{Words: words, Href: template.URL(url), External: true}
}

// absolute is the address of a path on the web.
func (v *view) absolute(path string) string {
	return v.room.joined(v.BaseURL, address.Public(path))
}

// day writes a day with its weekday.
func (v *view) day(d date.Date) string { return v.date(d, locale.Full) }

// shortDay writes a day without its weekday.
func (v *view) shortDay(d date.Date) string { return v.date(d, locale.Long) }

func (v *view) date(d date.Date, style locale.Style) string {
	var buffer [64]byte
	return v.room.text(v.loc.AppendDate(buffer[:0], d, style))
}

// days writes the weekdays a slot takes place on, "Monday, Wednesday".
func (v *view) weekdays(days []time.Weekday, width locale.Width) string {
	names := v.room.texts.take(len(days))
	for _, day := range days {
		names = append(names, v.loc.Weekday(day, width))
	}
	return v.loc.List(names)
}
