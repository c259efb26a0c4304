package proof

import (
	"fmt"
	"slices"
	"testing"

	"mappe/proof/browser"
)

// looksRight asks everything about a page in a window of one width.
func (s *surfing) looksRight(p *page, example Example, width int) {
	p.as = fmt.Sprintf("%s at %d", example.Page.Path, width)
	p.must(p.Show(browser.View{Width: width, Look: browser.Light}))
	p.must(p.Load(s.server.Address + example.Page.Path))
	p.wrong(p.ask("whole"))
	p.wrong(p.quiet(s.server.Address))
	p.keepsNothing()
	p.wrong(p.ask("headings"))
	p.reflows()
	p.wrong(p.ask("targets"))
	p.goesByKeyboard()
	p.must(p.Tell(s.axe))
	p.wrong(p.ask("axe"))
	for _, look := range []browser.Look{browser.Light, browser.Dark, browser.Forced} {
		p.in(look, width)
	}
	p.wrong(p.quiet(s.server.Address))
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

// in: in one look, texts can be read and the focus is seen. The keyboard has been used before, so that the browser shows the focus.
func (p *page) in(look browser.Look, width int) {
	as := p.as
	defer func() { p.as = as }()
	p.as += ", " + string(look)
	p.must(p.Show(browser.View{Width: width, Look: look}))
	p.wrong(p.ask("focus"))
	if look == browser.Dark {
		p.wrong(p.ask("contrast"))
	}
}

// skips: the first link leads to the content, for the keyboard too.
func (s *surfing) skips(t *testing.T) {
	for _, lang := range Languages() {
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
func (s *surfing) worksWithoutScripts(p *page, example Example) {
	p.as = example.Page.Path + " without scripts"
	p.must(p.Show(browser.View{Width: 1280, Look: browser.Light}))
	p.must(p.Load(s.server.Address + example.Page.Path))
	with := p.ask("text")
	p.must(p.WithoutScripts())
	p.must(p.Load(s.server.Address + example.Page.Path))
	running, err := browser.Ask[bool](p.Tab, "'mappeBuilt' in self")
	p.must(err)
	if running {
		p.Fatalf("%s: scripts run", p.as)
	}
	p.wrong(p.ask("idle"))
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

// worksFromAFile: a page opened from a folder or a memory stick is whole and quiet. 404.html alone is only shown by web servers, and
// its links start with the site's path.
func (s *surfing) worksFromAFile(p *page, example Example) {
	if example.Kind.Layout == "notfound" {
		return
	}
	p.as = example.Page.Path + " from a file"
	p.must(p.Load(s.site.fileAddress(example.Page.Path)))
	p.wrong(p.ask("whole"))
	p.wrong(p.quiet(s.site.fileAddress("")))
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
