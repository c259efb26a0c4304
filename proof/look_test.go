package proof

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mappe/generator/locale"
	"mappe/proof/browser"
)

// looksRight asks everything about a page, with as few visits as that takes: on a phone as it is served, on a wide window from a file,
// and without scripts. What does not depend on the width is asked on the phone; where the keyboard leads and how dark colours contrast is
// the same in every language, and asked in one.
func (s *surfing) looksRight(t *testing.T, example Example) {
	p := s.open(t, example.Page.Path)
	defer p.Close()
	text := s.onAPhone(p, example)
	s.onAWideWindow(p, example)
	s.hidesWhatHasPassed(t, example)
	if !example.Kind.Scripted {
		s.worksWithoutScripts(p, example, text)
	}
}

// onAPhone returns the lines of text that the page has.
func (s *surfing) onAPhone(p *page, example Example) (text []string) {
	p.visits(example, 320, s.server.Address+example.Page.Path)
	p.arrives(s.server.Address)
	p.keepsNothing()
	p.fits()
	if first(example) {
		p.goesByKeyboard()
	} else {
		p.must(p.PressTab(1)) // the browser shows the focus to those who use the keyboard
	}
	p.must(p.Tell(s.axe))
	p.wrong(p.ask("axe"))
	for _, look := range []browser.Look{browser.Light, browser.Dark, browser.Forced} {
		p.in(look, 320)
	}
	p.must(p.Show(browser.View{Width: 320, Look: browser.Light}))
	p.wrong(p.quiet(s.server.Address))
	if example.Kind.Record {
		p.printsOnOneSheet()
	}
	return p.ask("text")
}

// onAWideWindow looks at the page as it is opened from a folder or a memory stick, so that that is proven by the same visit. Two kinds are
// looked at as they are served: 404.html, which only web servers show and whose links start with the site's path, and what is another page
// from a file.
func (s *surfing) onAWideWindow(p *page, example Example) {
	home, address := s.site.fileAddress(""), s.site.fileAddress(example.Page.Path)
	if example.Kind.Layout == "notfound" || example.Kind.Scripted {
		home, address = s.server.Address, s.server.Address+example.Page.Path
	}
	p.visits(example, 1280, address)
	p.arrives(home)
	p.fits()
	p.must(p.PressTab(1))
	p.must(p.Tell(s.axe))
	p.wrong(p.ask("shape"))
	p.in(browser.Light, 1280)
	if first(example) {
		p.must(p.Show(browser.View{Width: 1280, Look: browser.Dark}))
		p.wrong(p.ask("contrast"))
	}
	p.wrong(p.quiet(home))
	if example.Kind.Scripted {
		p.visits(example, 1280, s.site.fileAddress(example.Page.Path))
		p.arrives(s.site.fileAddress(""))
	}
}

// first reports whether a page is looked at for the first time, not in one more language.
func first(example Example) bool { return example.Lang == "" || example.Lang == Thorough()[0] }

// readsRight asks about the pages of a language what may be wrong in it alone, each in one visit on a phone: that no word is too long and
// no target too small, that it names its language and direction, and what axe-core knows of names.
func (s *surfing) readsRight(t *testing.T, lang string, examples []Example) {
	p := s.open(t, lang)
	defer p.Close()
	for _, example := range examples {
		p.visits(example, 320, s.server.Address+example.Page.Path)
		p.arrives(s.server.Address)
		if named, want := p.reads(`[document.documentElement.lang, getComputedStyle(document.body).direction].join()`), lang+","+locale.New(lang).Dir(); named != want {
			p.Errorf("%s is in %s, not %s", p.as, named, want)
		}
		p.wrong(p.ask("targets"))
		p.wrong(p.ask("broken"))
		p.wrong(p.ask("tables"))
		p.ask("spacing")
		p.wrong(p.ask("overflow"))
		p.ask("plain")
		p.must(p.Tell(s.axe))
		p.wrong(p.ask("words"))
		p.wrong(p.quiet(s.server.Address))
		if example.Kind.Record {
			p.printsOnOneSheet()
		}
	}
}

// visits opens an example's page at an address, in a window of one width.
func (p *page) visits(example Example, width int, address string) {
	p.Helper()
	p.as = fmt.Sprintf("%s at %d", example.Page.Path, width)
	if strings.HasPrefix(address, "file:") {
		p.as += " from a file"
	}
	p.must(p.Show(browser.View{Width: width, Look: browser.Light}))
	p.must(p.Load(address))
}

// arrives: a page is whole and quiet; home is the address that everything it asks for begins with.
func (p *page) arrives(home string) {
	p.wrong(p.ask("whole"))
	p.wrong(p.quiet(home))
	p.wrong(p.ask("headings"))
}

// fits: everything has room and can be hit.
func (p *page) fits() {
	p.reflows()
	p.wrong(p.ask("targets"))
	p.wrong(p.ask("broken"))
	p.wrong(p.ask("tables"))
}

// keepsNothing: no cookie, no storage.
func (p *page) keepsNothing() {
	p.wrong(p.ask("storage"))
	cookies, err := p.Cookies()
	p.must(err)
	if cookies > 0 {
		p.Errorf("%s: %d cookies", p.as, cookies)
	}
}

// reflows: nothing scrolls sideways or is cut off, with more space in the text and with larger text neither.
func (p *page) reflows() {
	p.wrong(p.ask("overflow"))
	for _, change := range []string{"spacing", "larger"} {
		p.ask(change)
		for _, problem := range p.ask("overflow") {
			p.Errorf("%s, %s: %s", p.as, change, problem)
		}
	}
	p.ask("plain")
}

// goesByKeyboard: the tabulator key leads through the whole page in its order, and out of it.
func (p *page) goesByKeyboard() {
	n := asked[int](p, "watch")
	p.must(p.PressTab(n))
	p.wrong(p.ask("order"))
}

// in: in one look, the focus is seen, and in forced colours every text. The keyboard has been used before, so that the browser shows the focus.
func (p *page) in(look browser.Look, width int) {
	as := p.as
	defer func() { p.as = as }()
	p.as += ", " + string(look)
	p.must(p.Show(browser.View{Width: width, Look: look}))
	p.wrong(p.ask("focus"))
	if look == browser.Forced {
		p.wrong(p.ask("forced"))
	}
}

// skips: the first link leads to the content, for the keyboard too.
func (s *surfing) skips(t *testing.T) {
	for _, lang := range s.thorough() {
		p := s.open(t, lang)
		p.must(p.Load(s.server.Address + lang + "/index.html"))
		p.must(p.PressTab(1))
		p.must(p.PressEnter())
		p.must(p.PressTab(1))
		inside, err := browser.Ask[bool](p.Tab, `document.querySelector("main").contains(document.activeElement)`)
		p.must(err)
		if !inside {
			p.Errorf("%s: after the link that skips, the next stop is not in the content", lang)
		}
		p.Close()
	}
}

// worksWithoutScripts: whatever can be read with scripts can be read without. Scripts stay off.
func (s *surfing) worksWithoutScripts(p *page, example Example, with []string) {
	p.as = example.Page.Path + " without scripts"
	p.must(p.Show(browser.View{Width: 320, Look: browser.Light}))
	p.must(p.WithoutScripts())
	p.must(p.Load(s.server.Address + example.Page.Path))
	running, err := browser.Ask[bool](p.Tab, "'mappeBuilt' in self")
	p.must(err)
	if running {
		p.Fatalf("%s: scripts run", p.as)
	}
	p.wrong(p.ask("idle"))
	if example.Kind.Name == "home" {
		s.standsStill(p, example)
	}
	without := p.ask("text")
	for _, line := range with {
		if !slices.Contains(without, line) {
			p.Errorf("%s: %q is not there", p.as, line)
		}
	}
	if len(without) < 5 {
		p.Errorf("%s: only %d lines", p.as, len(without))
	}
}

// standsStill: what the home page has for whom is folded on a phone and open on a wide window, without scripts as with them, so that nothing moves
// when they run. The page given has none.
func (s *surfing) standsStill(without *page, example Example) {
	with := s.open(without.T, example.Page.Path)
	defer with.Close()
	heights := map[string]bool{}
	for _, width := range []int{1280, 320} {
		with.visits(example, width, s.server.Address+example.Page.Path)
		without.must(without.Show(browser.View{Width: width, Look: browser.Light}))
		const height = `String(document.querySelector(".visitors").offsetHeight)`
		before, after := without.reads(height), with.reads(height)
		if before != after {
			with.Errorf("%s: the scripts change the height of what is for whom from %s to %s", with.as, before, after)
		}
		if opened := with.reads(`String(document.querySelector(".visitors details").open)`); opened != fmt.Sprint(width == 1280) {
			with.Errorf("%s: that it is open is %s", with.as, opened)
		}
		heights[after] = true
	}
	if len(heights) < 2 {
		with.Errorf("%s: it is as high on a phone as on a wide window", example.Page.Path)
	}
}

// findsItsWayFromAnywhere: the page for what is not there is whole wherever it is shown.
func (s *surfing) findsItsWayFromAnywhere(t *testing.T) {
	p := s.open(t, "a page that is not there")
	defer p.Close()
	p.must(p.Load(s.server.Address + "de/courses/by/level/that/is/not.html"))
	p.wrong(p.ask("whole"))
	for _, request := range p.Requests()[1:] {
		if request != s.server.Address && len(request) <= len(s.server.Address) {
			p.Errorf("%s: asks for %s", p.as, request)
		}
	}
	if messages := p.Messages(); len(messages) != 1 { // the browser notes the answer 404 itself
		p.Errorf("%s: %q", p.as, messages)
	}
}

// hidesWhatHasPassed: a site that nobody has made anew for a year says so, and does not offer what is over.
func (s *surfing) hidesWhatHasPassed(t *testing.T, example Example) {
	if example.Kind.Name != "course" {
		return
	}
	tab, err := s.browser.Open(Day().Add(370).String())
	if err != nil {
		t.Fatal(err)
	}
	p := &page{T: t, Tab: tab, as: example.Page.Path + " a year later"}
	defer p.Close()
	p.must(p.Load(s.server.Address + example.Page.Path))
	p.wrong(p.ask("passed"))
}
