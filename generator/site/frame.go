package site

import (
	"html/template"
	"net/url"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"mappe/generator/address"
	"mappe/generator/catalog"
	"mappe/generator/facts"
)

// base fills in what every page has. The title is the page's heading, description a sentence for search engines and forwarded
// links; both may be in another language than the page.
func (v *view) base(title, description Words, trail ...Link) Page {
	return v.baseIn(nil, title, description, trail...)
}

// baseIn does so for a page that has words of its own in some languages only, which own tells.
func (v *view) baseIn(own func(catalog.Lang) bool, title, description Words, trail ...Link) Page {
	site := v.words(v.Catalogue.Settings.Title)
	p := Page{
		Kind: v.page.Kind, Path: v.page.Path, Root: v.root, Up: v.up,
		Lang: v.code, Dir: v.loc.Dir(), Locale: openGraphLocale(v.code),
		Title:       title,
		Description: described(description),
		Index:       v.page.Index,
		Canonical:   v.absolute(v.page.Path),
		Frame:       v.frame(),
		Barrier:     v.barrier(),
		Trail:       append(append(v.room.links.take(1+len(trail)), v.linked(v.told().home)), trail...),
	}
	p.WindowTitle = v.room.joined(v.isolate(title.Text), " – ", v.isolate(site.Text))
	if title.Text == "" || title.Text == site.Text {
		p.WindowTitle = site.Text
	}
	v.languages(&p, own)
	return p
}

// languages fills in the language menu and the alternates. own says which languages the page has words of its own in; nil means all.
func (v *view) languages(p *Page, own func(catalog.Lang) bool) {
	below := strings.TrimPrefix(v.page.Path, v.code+"/")
	if !strings.Contains(v.page.Path, "/") {
		below = "index.html"
	}
	n := len(v.Catalogue.Languages)
	p.Languages, p.Alternates = v.room.languages.take(n), v.room.alternates.take(n+1)
	for i, language := range v.Catalogue.Languages {
		lang, loc := catalog.Lang(i), v.locales[i]
		link := LanguageLink{
			Code: language.Code, Dir: loc.Dir(), Name: loc.SelfName(), GermanName: loc.GermanName(),
			Current: lang == v.lang && v.page.Path != address.Chooser, Missing: own != nil && !own(lang),
		}
		if lang == v.lang && strings.HasPrefix(v.page.Path, v.code+"/") {
			link.Href = v.to(v.page.Path)
		} else {
			link.Href = template.URL(v.room.joined(v.root, language.Code, "/", below))
		}
		p.Languages = append(p.Languages, link)
		if hreflang := loc.HrefLang(); !link.Missing && hreflang != "" && v.page.Index {
			p.Alternates = append(p.Alternates, Alternate{hreflang, v.room.joined(v.BaseURL, language.Code, "/", address.Public(below))})
		}
	}
	if len(p.Alternates) > 0 {
		p.Alternates = append(p.Alternates, Alternate{"x-default", v.absolute(address.Chooser)})
	}
}

// frame returns what the pages of the language share, with the links to the page itself marked. It is made once for the pages of a folder,
// since their links start there.
func (v *view) frame() *Frame {
	f := once(v, &v.frames, frameKey{v.folder(), v.page.Kind}, (*view).newFrame)
	here := v.to(v.page.Path)
	leadsHere := func(link Link) bool { return link.Href == here }
	if f.Home.Href != here && !slices.ContainsFunc(f.Menu, leadsHere) && !slices.ContainsFunc(f.Guides, leadsHere) && !slices.ContainsFunc(f.Footer, leadsHere) {
		return f
	}
	mine := v.newFrame() // rendered for itself
	mine.Menu, mine.Guides, mine.Footer = markCurrent(mine.Menu, leadsHere), markCurrent(mine.Guides, leadsHere), markCurrent(mine.Footer, leadsHere)
	mine.Home.Current = leadsHere(mine.Home)
	return mine
}

// frameKey says which pages share a frame.
type frameKey struct{ folder, kind string }

// markCurrent marks the link that leads to the page itself.
func markCurrent(menu []Link, leadsHere func(Link) bool) []Link {
	if at := slices.IndexFunc(menu, leadsHere); at >= 0 {
		menu[at].Current = true
	}
	return menu
}

func (v *view) newFrame() *Frame {
	s := v.Catalogue.Settings
	f := &Frame{
		Root:    v.root,
		Site:    v.words(s.Title),
		Tagline: v.words(s.Tagline),
		Home:    v.ownLink(v.t("nav.home"), address.Home(v.code)),
		Assets:  v.Assets, Manifest: address.Manifest(v.code),
		SiteDays: s.Freshness.SiteDays,
		Crisis:   once(v, &v.shared[v.lang], "crisis", (*view).crisis),
		Reach:    v.Reach != nil,
	}
	if v.Searchable() {
		f.Search, f.OpenSearch = v.to(address.Search(v.code)), address.OpenSearch(v.code)
	}
	for _, l := range v.lists {
		if l.menu && l.total() > 0 {
			f.Menu = append(f.Menu, v.ownLink(v.t("type."+l.folder), address.List(v.code, l.folder, 1)))
		}
	}
	f.Menu = append(f.Menu, v.ownLink(v.t("nav.contact_finder"), address.ContactFinder(v.code)))
	for _, page := range v.menuPages("main") {
		f.Guides = append(f.Guides, v.newLink(page))
	}
	for _, page := range v.menuPages("footer") {
		f.Footer = append(f.Footer, v.newLink(page))
	}
	if link := v.PrintLink(v.t("print.title"), "index"); link.Href != "" {
		f.Footer = append(f.Footer, link)
	}
	legal := s.Legal
	for _, page := range []*catalog.Page{legal.Imprint.To, legal.Privacy.To, legal.Accessibility.To} {
		if page != nil && page.Menu == "none" && v.hasPage(page) {
			f.Footer = append(f.Footer, v.newLink(page))
		}
	}
	if org := s.Publisher.Organization.To; org != nil {
		f.Publisher = v.words(org.Title)
	}
	if contact := s.Publisher.Contact.To; contact != nil && contactPhone(contact) != "" {
		f.Help = []Line{{Words: v.words(contact.Title), Value: v.phone(contactPhone(contact))}}
	}
	// The page it is made for is not the only one it is for.
	f.Home.Current = false
	for _, menu := range [][]Link{f.Menu, f.Guides, f.Footer} {
		for i := range menu {
			menu[i].Current = false
		}
	}
	return f
}

// openGraphLocale writes a language as the Open Graph protocol does (https://ogp.me/#optional): with the land where most of its readers
// come from, for those Facebook's list knows.
func openGraphLocale(code string) string {
	switch code {
	case "de", "de-simple":
		return "de_DE"
	case "en":
		return "en_GB"
	case "ar":
		return "ar_AR"
	case "fa", "prs":
		return "fa_IR"
	case "ps":
		return "ps_AF"
	case "uk":
		return "uk_UA"
	case "ru":
		return "ru_RU"
	case "tr":
		return "tr_TR"
	case "fr":
		return "fr_FR"
	case "es":
		return "es_ES"
	case "it":
		return "it_IT"
	case "pl":
		return "pl_PL"
	case "ro":
		return "ro_RO"
	case "bg":
		return "bg_BG"
	case "sq":
		return "sq_AL"
	case "sr":
		return "sr_RS"
	case "kmr", "ku":
		return "ku_TR"
	case "ckb":
		return "cb_IQ"
	case "so":
		return "so_SO"
	case "ur":
		return "ur_PK"
	case "vi":
		return "vi_VN"
	case "pt":
		return "pt_PT"
	}
	return ""
}

// menuPages returns the guide pages of a menu, in their order.
func (v *view) menuPages(menu string) []*catalog.Page {
	var pages []*catalog.Page
	for _, page := range v.Catalogue.Pages {
		if page.Menu == menu && v.hasPage(page) {
			pages = append(pages, page)
		}
	}
	sort.SliceStable(pages, func(i, j int) bool { return pageOrder(pages[i]) < pageOrder(pages[j]) })
	return pages
}

func pageOrder(p *catalog.Page) int {
	if p.Order == nil {
		return 1 << 30
	}
	return *p.Order
}

// barrier is "report a barrier": a mail to whoever site.yaml names, with the page's address in it.
func (v *view) barrier() Link {
	to := v.Catalogue.Settings.Legal.BarrierReport.To
	if to == nil {
		return Link{}
	}
	if to.Email == "" {
		link := v.link(to)
		link.Words = v.own(v.t("nav.report_barrier"))
		return link
	}
	letter := once(v, &v.shared[v.lang], "barrier", func(v *view) string { return v.letter(to.Email, v.t("mail.barrier_subject")) })
	return Link{Words: v.own(v.t("nav.report_barrier")), Href: v.aboutPage(letter)}
}

// letter is the start of a link that opens a letter, as far as its text.
func (v *view) letter(email, subject string) string {
	return v.room.joined("mailto:", email, "?subject=", url.PathEscape(subject), "&body=")
}

// aboutPage is a link that opens a letter about this page.
func (v *view) aboutPage(letter string) template.URL {
	if v.escaped == "" {
		v.escaped = url.PathEscape(v.absolute(v.page.Path))
	}
	return template.URL(v.room.joined(letter, v.escaped, "%0A%0A"))
}

// reportAndEdit are "report an error in this record" and "edit this record".
func (v *view) reportAndEdit(p *Page, r *catalog.Record) {
	contact := v.Catalogue.Settings.Publisher.Contact.To
	if contact != nil && contact.Email != "" {
		p.Report = Link{Words: v.own(v.t("record.report")), Href: v.aboutPage(v.letter(contact.Email, v.t("mail.error_subject", "record", r.Key())))}
	} else if contact != nil {
		p.Report = v.link(contact)
		p.Report.Words = v.own(v.t("record.report"))
	}
	file := r.File(v.lang)
	if file == nil {
		file = r.File(v.Catalogue.Default)
	}
	if template := v.Catalogue.Settings.EditURL; template != "" && file != nil {
		p.Edit = outside(v.own(v.t("record.edit")), strings.ReplaceAll(template, "{path}", file.Path))
	}
}

// crisis are the telephone numbers of offers for an emergency, on every home page: the contacts for the topic crisis and
// those below it, which answer for everybody.
func (v *view) crisis() []Line {
	topic := v.Catalogue.Vocabulary("topics").Find("crisis")
	if topic == nil {
		return nil
	}
	var lines []Line
	for _, contact := range v.Catalogue.Contacts {
		if contact.Phone == "" || !v.hasPage(contact) {
			continue
		}
		for _, row := range contact.Responsible {
			if slices.ContainsFunc(row.Topics, func(t *catalog.Term) bool { return t.Within(topic) }) {
				lines = append(lines, Line{Words: v.words(contact.Title), Value: v.phone(contact.Phone)})
				break
			}
		}
	}
	return lines
}

// fallbackAlert says that a record's text is not in the page's language, or not quite trustworthy in it.
func (v *view) fallbackAlert(p *Page, r *catalog.Record) {
	_, lang := r.Title.Best(v.chain())
	if lang != v.lang {
		p.Canonical = v.absolute(address.Record(v.Catalogue.Languages[lang].Code, r.Folder(), r.ID))
		p.Alerts = append(p.Alerts, Alert{Level: "info", Title: v.own(v.t("alert.not_translated", "language", v.loc.LanguageName(v.Catalogue.Languages[lang].Code)))})
		return
	}
	if int(v.lang) >= len(r.Translations) || v.lang == v.Catalogue.Default {
		return
	}
	switch r.Translations[v.lang] {
	case catalog.Outdated:
		p.Alerts = append(p.Alerts, Alert{Level: "warning", Title: v.own(v.t("alert.outdated")), Link: v.originalLink(r)})
	case catalog.MachineMade:
		p.Alerts = append(p.Alerts, Alert{Level: "warning", Title: v.own(v.t("alert.machine")), Link: v.originalLink(r)})
	}
}

// originalLink leads to a record in the language it was written in.
func (v *view) originalLink(r *catalog.Record) Link {
	code := v.Catalogue.Languages[v.Catalogue.Default].Code
	return v.ownLink(v.t("alert.see_original", "language", v.loc.LanguageName(code)), address.Record(code, r.Folder(), r.ID))
}

// lifeAlerts say that a record pauses, or has not been looked at for long.
func (v *view) lifeAlerts(p *Page, r *catalog.Record) {
	if facts.LifeOf(r, v.Today) == facts.Paused {
		p.Alerts = append(p.Alerts, Alert{Level: "warning", Title: v.own(v.t("alert.paused"))})
	}
	if facts.FreshnessOf(r, v.Catalogue.Settings.Freshness, v.Today) != facts.Fresh && !r.LastVerified.IsZero() {
		p.Alerts = append(p.Alerts, Alert{Level: "warning", Title: v.own(v.t("alert.ask_first", "date", v.shortDay(r.LastVerified)))})
	}
}

// noticeAlerts are the notices that a page shows.
func (v *view) noticeAlerts(p *Page, shown func(*catalog.Notice) bool) {
	for _, n := range v.notices {
		if !shown(n) {
			continue
		}
		p.Alerts = append(p.Alerts, Alert{Level: n.Level, Until: n.PublishUntil.String(), Title: v.words(n.Title), Text: v.words(n.Summary), Body: v.body(n)})
	}
}

// described is a description as long as search engines and forwarded links show it.
func described(words Words) Words {
	words.Text = shorten(words.Text, 200)
	return words
}

// shorten cuts a text at a word's end.
func shorten(text string, most int) string {
	if !isFolded(text) {
		text = strings.Join(strings.Fields(text), " ")
	}
	if len(text) <= most || utf8.RuneCountInString(text) <= most {
		return text
	}
	cut := string([]rune(text)[:most-1])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return cut + "…"
}

// isFolded reports whether a text has single blanks between its words and no other white space, as nearly all have.
func isFolded(text string) bool {
	blank := true
	for _, r := range text {
		if unicode.IsSpace(r) && (blank || r != ' ') {
			return false
		}
		blank = r == ' '
	}
	return !blank || text == ""
}
