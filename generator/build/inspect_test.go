package build

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"mappe/generator/diag"
	"mappe/generator/locale"
	generated "mappe/generator/site"
)

// published is a site as a browser would see it: every page parsed.
type published struct {
	files fs.FS
	base  string // where it is published, with a slash at the end
	pages map[string]*page
	runs  sync.Map // direction by language
}

// page is one page of a published site.
type page struct {
	*published
	path      string
	root      *html.Node
	nodes     []*html.Node // all elements, in order
	ids       map[string]int
	canonical string
	alternate map[string]string // by hreflang
	index     bool
}

// inspect says what is wrong with a published site. What has to be true of every page is a row of aboutPages.
func inspect(files fs.FS, base string) []string {
	s := &published{files: files, base: base, pages: map[string]*page{}}
	problems := s.read()
	names := s.names()
	said := make([][]string, len(names))
	onAllCores(len(names), func(i int) {
		for _, about := range aboutPages() {
			for _, problem := range about(s.pages[names[i]]) {
				said[i] = append(said[i], names[i]+": "+problem)
			}
		}
	})
	return append(append(problems, slices.Concat(said...)...), s.headers()...)
}

func aboutPages() []func(*page) []string {
	return []func(*page) []string{
		(*page).language, (*page).headings, (*page).uniqueIDs, (*page).links, (*page).inline, (*page).policy, (*page).addresses, (*page).described, (*page).pictures,
	}
}

func (s *published) names() []string {
	var names []string
	for name := range s.pages {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func attr(node *html.Node, name string) string {
	for _, a := range node.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(node *html.Node, name string) bool {
	return slices.ContainsFunc(node.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// words is the text in an element.
func words(node *html.Node) string {
	var text strings.Builder
	for inside := range node.Descendants() {
		if inside.Type == html.TextNode {
			text.WriteString(inside.Data)
		}
	}
	return strings.Join(strings.Fields(text.String()), " ")
}

// folder is the language's folder a page lies in; empty at the top.
func (p *page) folder() string {
	folder, _, found := strings.Cut(p.path, "/")
	if !found || folder == "a" {
		return "" // a short address stands above the languages
	}
	return folder
}

// language: the page is in its folder's language, and whatever names a language runs in that language's direction.
func (p *page) language() (problems []string) {
	for _, node := range p.nodes {
		lang := attr(node, "lang")
		if node.Data == "html" && (lang == "" || p.folder() != "" && lang != p.folder()) {
			problems = append(problems, fmt.Sprintf("its language is %q", lang))
		}
		if lang == "" && has(node, "lang") {
			problems = append(problems, fmt.Sprintf("<%s> has an empty lang", node.Data))
		}
		if want := p.direction(lang); lang != "" && node.Data != "img" && directionAt(node) != want {
			problems = append(problems, fmt.Sprintf("<%s lang=%s> runs %s, not %s: %s", node.Data, lang, directionAt(node), want, words(node)))
		}
		if dir := attr(node, "dir"); has(node, "dir") && dir != "ltr" && dir != "rtl" && dir != "auto" {
			problems = append(problems, fmt.Sprintf("<%s> has the direction %q", node.Data, dir))
		}
	}
	return problems
}

// direction is that of a language.
func (s *published) direction(lang string) string {
	known, found := s.runs.Load(lang)
	if !found {
		known, _ = s.runs.LoadOrStore(lang, locale.New(lang).Dir())
	}
	return known.(string)
}

// directionAt is the direction an element runs in.
func directionAt(node *html.Node) string {
	for ; node != nil; node = node.Parent {
		if dir := attr(node, "dir"); dir != "" {
			return dir
		}
	}
	return ""
}

// headings: one first heading, and none below it skips a level.
func (p *page) headings() (problems []string) {
	before, first := 0, 0
	for _, node := range p.nodes {
		if len(node.Data) != 2 || node.Data[0] != 'h' || node.Data[1] < '1' || node.Data[1] > '6' {
			continue
		}
		level := int(node.Data[1] - '0')
		if level == 1 {
			first++
		}
		if level > before+1 {
			problems = append(problems, fmt.Sprintf("a heading of level %d follows one of level %d: %s", level, before, words(node)))
		}
		if words(node) == "" {
			problems = append(problems, "a heading is empty")
		}
		before = level
	}
	if first != 1 {
		problems = append(problems, fmt.Sprintf("it has %d first headings", first))
	}
	return problems
}

func (p *page) uniqueIDs() (problems []string) {
	for id, n := range p.ids {
		if n > 1 {
			problems = append(problems, fmt.Sprintf("the id %s is there %d times", id, n))
		}
	}
	for _, node := range p.nodes {
		for _, name := range []string{"aria-labelledby", "aria-describedby", "aria-controls", "for"} {
			for id := range strings.FieldsSeq(attr(node, name)) {
				if p.ids[id] == 0 {
					problems = append(problems, fmt.Sprintf("%s names the id %s, which is not there", name, id))
				}
			}
		}
	}
	return problems
}

// links: what lies on the site is named relative to the page, but on 404.html, and is there, down to the anchor. What lies elsewhere is
// only linked to.
func (p *page) links() (problems []string) {
	for _, node := range p.nodes {
		for _, a := range node.Attr {
			var targets []string
			switch {
			case a.Key == "srcset":
				for _, candidate := range strings.Split(a.Val, ",") {
					target, _, _ := strings.Cut(strings.TrimSpace(candidate), " ")
					targets = append(targets, target)
				}
			case a.Key == "href" || a.Key == "src" || a.Key == "action" || a.Key == "poster" || a.Key == "data":
				targets = append(targets, a.Val)
			}
			if node.Data == "link" && (attr(node, "rel") == "canonical" || attr(node, "rel") == "alternate") {
				continue // addresses has these
			}
			for _, target := range targets {
				if problem := p.link(node, target); problem != "" {
					problems = append(problems, fmt.Sprintf("<%s %s=%q>: %s", node.Data, a.Key, target, problem))
				}
			}
		}
	}
	return problems
}

func (p *page) link(node *html.Node, target string) string {
	to, err := url.Parse(target)
	switch {
	case err != nil:
		return err.Error()
	case to.Scheme != "" || to.Host != "":
		if node.Data != "a" || !slices.Contains([]string{"http", "https", "mailto", "tel", "sms", "geo"}, to.Scheme) {
			return "leads to another host"
		}
		return ""
	case to.RawQuery != "":
		return "has a query"
	case p.path == "404.html" && !strings.HasPrefix(target, "#"):
		base, _ := url.Parse(p.base)
		below, found := strings.CutPrefix(to.Path, base.Path)
		if !found {
			return "does not begin with the site's own path"
		}
		return p.arrives(below, to.Fragment)
	case strings.HasPrefix(to.Path, "/"):
		return "is not relative"
	case to.Path == "":
		return p.arrives(p.path, to.Fragment)
	}
	return p.arrives(path.Join(path.Dir(p.path), to.Path), to.Fragment)
}

// arrives says why nobody arrives at a path and an anchor.
func (s *published) arrives(name, fragment string) string {
	if strings.HasPrefix(name, "../") {
		return "leads out of the site"
	}
	if info, err := fs.Stat(s.files, name); err != nil || info.IsDir() {
		return "leads nowhere"
	}
	if path.Ext(name) == ".svg" && fragment != "" { // a view of a drawing
		if data, err := fs.ReadFile(s.files, name); err != nil || !strings.Contains(string(data), `<view id="`+fragment+`"`) {
			return "its view is not there"
		}
		return ""
	}
	if to := s.pages[name]; fragment != "" && (to == nil || to.ids[fragment] == 0) {
		return "its anchor is not there"
	}
	return ""
}

// inline: no script and no style within the page.
func (p *page) inline() (problems []string) {
	for _, node := range p.nodes {
		switch {
		case node.Data == "style", node.Data == "base", node.Data == "iframe", node.Data == "object":
			problems = append(problems, "has an element <"+node.Data+">")
		case node.Data == "script" && (attr(node, "src") == "" || node.FirstChild != nil || attr(node, "type") != ""):
			problems = append(problems, "has a script that is inline or no classic one")
		}
		for _, a := range node.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				problems = append(problems, fmt.Sprintf("<%s> has an attribute %s", node.Data, a.Key))
			}
		}
	}
	return problems
}

// policy: the page carries the policy that web servers send, but what holds in a header alone.
func (p *page) policy() []string {
	want, _ := strings.CutSuffix(generated.CSP, "; frame-ancestors 'none'")
	for _, node := range p.nodes {
		if node.Data == "meta" && strings.EqualFold(attr(node, "http-equiv"), "Content-Security-Policy") {
			if got := attr(node, "content"); got != want {
				return []string{"its policy is " + got}
			}
			return nil
		}
	}
	return []string{"it has no policy"}
}

// hreflang is what search engines call a language; empty for those they do not know.
func hreflang(code string) string {
	switch code {
	case "de-simple":
		return ""
	case "kmr":
		return "ku"
	}
	return code
}

// addresses: the canonical address is the page's own or that of the same page in the text's language; only pages that stand for
// themselves name the other languages, and are named by them.
func (p *page) addresses() (problems []string) {
	own := p.base + strings.TrimSuffix(p.path, "index.html")
	at, known := p.at(p.canonical)
	switch {
	case p.path == "404.html":
	case !known:
		problems = append(problems, fmt.Sprintf("its canonical address %q is no page", p.canonical))
	case p.canonical != own && p.index:
		problems = append(problems, "search engines list it although its canonical address is another")
	case path.Base(p.canonical) == path.Base(own) && at.canonical != p.canonical:
		problems = append(problems, fmt.Sprintf("its canonical address %s has another one itself", p.canonical))
	}
	if !p.index && len(p.alternate) > 0 {
		problems = append(problems, "it names other languages although it is not listed")
	}
	if p.index && p.alternate["x-default"] != p.base {
		problems = append(problems, fmt.Sprintf("x-default is %q, not the choice of language", p.alternate["x-default"]))
	}
	if own := hreflang(p.folder()); p.index && own != "" && p.alternate[own] != p.canonical {
		problems = append(problems, "it does not name itself among the languages")
	}
	for code, address := range p.alternate {
		to, known := p.at(address)
		if code == "x-default" {
			continue
		}
		if !known || !to.index || hreflang(to.folder()) != code || p.path != "index.html" && to.alternate[code] != address {
			problems = append(problems, fmt.Sprintf("in the language %s it is at %s, which is not so", code, address))
		}
	}
	return problems
}

// at finds the page at an address of the site.
func (s *published) at(address string) (*page, bool) {
	below, found := strings.CutPrefix(address, s.base)
	if below == "" || strings.HasSuffix(below, "/") {
		below += "index.html"
	}
	return s.pages[below], found && s.pages[below] != nil
}

// described: it has a title, and what a forwarded link shows.
func (p *page) described() (problems []string) {
	said := map[string]string{}
	for _, node := range p.nodes {
		switch {
		case node.Data == "meta":
			said[attr(node, "name")+attr(node, "property")] = attr(node, "content")
		case node.Data == "title" && node.Parent.Data == "head":
			said["title"] = words(node)
		}
	}
	for _, name := range []string{"title", "viewport", "og:title", "og:site_name", "og:type"} {
		if strings.TrimSpace(said[name]) == "" {
			problems = append(problems, "it does not say its "+name)
		}
	}
	if said["og:url"] != p.canonical {
		problems = append(problems, "og:url is not the canonical address")
	}
	if said["referrer"] != "no-referrer" {
		problems = append(problems, "it tells other hosts where readers come from")
	}
	return problems
}

func (p *page) pictures() (problems []string) {
	for _, node := range p.nodes {
		if node.Data != "img" {
			continue
		}
		for _, name := range []string{"alt", "src"} {
			if !has(node, name) {
				problems = append(problems, "a picture has no "+name)
			}
		}
		if !strings.HasSuffix(attr(node, "src"), ".svg") && (attr(node, "width") == "" || attr(node, "height") == "") {
			problems = append(problems, "a picture has no size, so that the page jumps when it comes")
		}
	}
	return problems
}

// headers: what web servers are told goes with what pages say and where the site is.
func (s *published) headers() (problems []string) {
	base, _ := url.Parse(s.base)
	for name, wanted := range map[string][]string{
		".htaccess":  {generated.CSP, "ErrorDocument 404 " + base.Path + "404.html\n"},
		"web.config": {strings.ReplaceAll(generated.CSP, "'", "&#39;"), `path="` + strings.ReplaceAll(base.Path[1:], "/", `\`) + `404.html"`},
		"robots.txt": {"Sitemap: " + s.base + "sitemap.xml\n"},
	} {
		data, err := fs.ReadFile(s.files, name)
		for _, want := range wanted {
			if err != nil || !strings.Contains(string(data), want) {
				problems = append(problems, fmt.Sprintf("%s does not say %q: %v", name, want, err))
			}
		}
	}
	return append(problems, s.sitemap()...)
}

// sitemap: it lists exactly the pages that search engines are to list.
func (s *published) sitemap() (problems []string) {
	data, err := fs.ReadFile(s.files, "sitemap.xml")
	if err != nil {
		return []string{err.Error()}
	}
	listed := map[string]bool{}
	for _, found := range regexp.MustCompile(`<loc>([^<]*)</loc>`).FindAllStringSubmatch(string(data), -1) {
		listed[html.UnescapeString(found[1])] = true
	}
	for _, name := range s.names() {
		own := s.base + strings.TrimSuffix(name, "index.html")
		if listed[own] != s.pages[name].index {
			problems = append(problems, fmt.Sprintf("%s: listed %v, in the sitemap %v", name, s.pages[name].index, listed[own]))
		}
		delete(listed, own)
	}
	for address := range listed {
		problems = append(problems, "the sitemap lists "+address+", which is not there")
	}
	return problems
}

// told is findings as a text for people who mend tests.
func told(findings []diag.Finding) string {
	var text strings.Builder
	for _, f := range findings {
		if f.Severity == diag.Error {
			fmt.Fprintf(&text, "%s:%d:%d %s %s\n", f.File, f.Line, f.Column, f.Code, f.Message.EN)
		}
	}
	return text.String()
}
