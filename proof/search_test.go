package proof

import (
	"fmt"
	"strings"
	"testing"

	"mappe/proof/browser"
)

// searches: the search finds as one types, narrows, goes back, keeps what is chosen in the address, and leads to the lists where it
// cannot run.
func (s *surfing) searches(t *testing.T, lang string) {
	p := s.open(t, lang+"/search.html")
	defer p.Close()
	for _, width := range []int{320, 1280} {
		s.searchesAt(p, lang, width)
	}
	s.findsByKeyboard(p, lang)
	s.keepsTheShortlist(p, lang)
	s.saysThatThereIsNothing(p, lang)
	s.keepsTheFocus(p, lang)
	s.narrowsByTheWay(p, lang)
	s.printsAHandout(p, lang)
	s.saysWhatIsDamaged(t, lang)
	s.readsTheQuery(p, lang)
	s.leadsToTheLists(t, lang)
}

// searched is something that many records of the sample have, in words of the language: offers that are told in German alone are found by the
// German word too, but those of another text have nothing of it to mark.
func searched(lang string) string {
	words := map[string]string{"ar": "ألمانية", "en": "German", "fa": "آلمانی", "ti": "ጀርመን"}
	if word, ok := words[lang]; ok {
		return word
	}
	return "Deutsch"
}

func (s *surfing) searchesAt(p *page, lang string, width int) {
	p.as = fmt.Sprintf("%s/search.html at %d, found", lang, width)
	p.must(p.Show(browser.View{Width: width, Look: browser.Light}))
	p.must(p.Load(s.server.Address + lang + "/search.html"))
	p.waits("the search is there", `!document.getElementById("found").hidden`)
	if count := p.reads(`document.getElementById("result-count").textContent + (document.getElementById("result-count").dataset.count || "")`); count != "" {
		p.Errorf("%s: it counts %q before anything is asked", p.as, count)
	}
	p.types(searched(lang))
	p.waits("results", `document.querySelectorAll("#results > li[data-record]").length === 10`)
	all := p.count()
	if all < 11 {
		p.Errorf("%s: only %d results for %q", p.as, all, searched(lang))
	}
	if marks := p.reads(`String(document.querySelectorAll("#results mark").length > 0)`); marks != "true" {
		p.Errorf("%s: nothing is marked", p.as)
	}
	if hash := p.reads(`decodeURIComponent(location.hash)`); hash != "#q="+searched(lang) {
		p.Errorf("%s: the address is %q", p.as, hash)
	}
	p.clicks(`[data-facet=level] input`)
	p.waits("fewer results", fmt.Sprintf(`document.getElementById("result-count").dataset.count < %d`, all))
	if chosen := p.reads(`String(document.querySelectorAll("#chosen a").length)`); chosen != "1" {
		p.Errorf("%s: %s choices can be taken back", p.as, chosen)
	}
	if told, counted := p.reads(`document.querySelector("[data-facet=level] input:checked").parentNode.querySelector("small").textContent`), fmt.Sprint(p.count()); told != counted {
		p.Errorf("%s: the choice says %s, there are %s", p.as, told, counted)
	}
	p.wrong(p.quiet(s.server.Address))
	p.wrong(p.ask("headings"))
	p.wrong(p.ask("targets"))
	p.reflows()
	p.must(p.Tell(s.axe))
	p.wrong(p.ask("axe"))
	p.keepsNothing()
	p.must(p.Tell(`setTimeout(() => history.back())`))
	p.waits("Back", fmt.Sprintf(`document.getElementById("result-count").dataset.count == %d`, all))
	if ticked := p.reads(`String(document.querySelectorAll(".facets input:checked").length)`); ticked != "0" {
		p.Errorf("%s: after Back %s choices are ticked", p.as, ticked)
	}
}

// findsByKeyboard goes from the field to a record without a pointer.
func (s *surfing) findsByKeyboard(p *page, lang string) {
	p.as = lang + "/search.html by keyboard"
	p.must(p.Load(s.server.Address + lang + "/search.html"))
	p.waits("the search is there", `!document.getElementById("found").hidden`)
	p.types(searched(lang))
	p.must(p.Tell(`document.getElementById("q").focus()`))
	p.must(p.PressEnter())
	p.waits("results", `document.querySelectorAll("#results > li").length === 10`)
	p.must(p.Tell(`document.querySelector("#results a").focus()`))
	p.must(p.PressEnter())
	p.waits("a record", `document.querySelector("main").matches(".record")`)
	p.must(p.Tell(`setTimeout(() => history.back())`))
	p.waits("the results again", `document.querySelectorAll("#results > li").length === 10`)
}

func (s *surfing) keepsTheShortlist(p *page, lang string) {
	p.as = lang + "/search.html, the shortlist"
	p.must(p.Load(s.server.Address + lang + "/search.html#q=" + searched(lang)))
	p.waits("results", `document.querySelectorAll("#results > li").length === 10`)
	p.clicks(`#results > li:nth-child(2) button`)
	p.waits("a shortlist", `document.querySelectorAll("#kept li").length === 1`)
	kept := p.reads(`document.querySelector("#kept li").dataset.record + " " + document.querySelector("#kept h3").textContent`)
	p.must(p.Tell(`document.querySelector("#kept ol").textContent = ""; location.reload()`))
	p.waits("the shortlist again", `document.querySelectorAll("#kept li").length === 1`)
	if again := p.reads(`document.querySelector("#kept li").dataset.record + " " + document.querySelector("#kept h3").textContent`); again != kept || !strings.Contains(kept, "/") {
		p.Errorf("%s: %q was kept, and is %q", p.as, kept, again)
	}
	p.wrong(p.quiet(s.server.Address))
	p.must(p.Tell(`location.hash = "q=" + new URLSearchParams(location.hash.slice(1)).get("q")`))
	p.waits("what the address keeps no more to go", `document.getElementById("kept").hidden && document.querySelectorAll("#results [aria-pressed=true]").length === 0`)
	p.must(p.Tell(`history.back()`))
	p.waits("the shortlist after Back", `!document.getElementById("kept").hidden && document.querySelectorAll("#kept li").length === 1`)
}

func (s *surfing) saysThatThereIsNothing(p *page, lang string) {
	p.as = lang + "/search.html, nothing found"
	p.must(p.Load(s.server.Address + lang + "/search.html#q=qqxxyyzz"))
	p.waits("an answer", `document.getElementById("result-count").dataset.count === "0"`)
	p.waits("whom to ask", `!document.getElementById("none").hidden && document.querySelector("#none .onward a").offsetParent`)
}

// readsTheQuery: what a plain form sends is read once, then stands behind the #.
func (s *surfing) readsTheQuery(p *page, lang string) {
	p.as = lang + "/search.html?q"
	p.must(p.Load(s.server.Address + lang + "/search.html?q=" + searched(lang)))
	p.waits("results", `document.querySelectorAll("#results > li").length === 10`)
	if address := p.reads(`location.search + decodeURIComponent(location.hash)`); address != "#q="+searched(lang) {
		p.Errorf("%s: the address becomes %q", p.as, address)
	}
	p.as = lang + "/index.html, its form"
	p.must(p.Load(s.server.Address + lang + "/index.html"))
	p.must(p.Tell(`document.getElementById("q").value = ` + fmt.Sprintf("%q", searched(lang)) + `; document.querySelector(".seek button").click()`))
	p.waits("the search", `location.pathname.endsWith("search.html") && document.querySelectorAll("#results > li").length === 10`)
	for _, request := range p.Requests() {
		if strings.Contains(request, "?") {
			p.Errorf("%s: a server is told %s", p.as, request)
		}
	}
}

// leadsToTheLists: without scripts and from a file there is no field to type in, no index is asked for, and the lists are there.
func (s *surfing) leadsToTheLists(t *testing.T, lang string) {
	p := s.open(t, lang+"/search.html without scripts")
	defer p.Close()
	p.must(p.Show(browser.View{Width: 360, Look: browser.Light}))
	p.must(p.WithoutScripts())
	p.must(p.Load(s.server.Address + lang + "/search.html?q=x"))
	p.showsTheLists()
	f := s.open(t, lang+"/search.html from a file")
	defer f.Close()
	f.must(f.Load(s.site.fileAddress(lang+"/search.html") + "#q=x"))
	f.showsTheLists()
	f.wrong(f.quiet(s.site.fileAddress("")))
}

func (p *page) showsTheLists() {
	p.Helper()
	for _, request := range p.Requests() {
		if strings.HasSuffix(request, ".bin") {
			p.Errorf("%s: it asks for %s", p.as, request)
		}
	}
	if shown := p.reads(`[document.getElementById("search").hidden, document.getElementById("found").hidden, document.getElementById("plain").offsetParent !== null, document.querySelectorAll("#lists a").length > 10].join()`); shown != "true,true,true,true" {
		p.Errorf("%s: field hidden, results hidden, reason told, lists there: %s", p.as, shown)
	}
}

// waits waits until something is true in the page, on this page or the next; after a minute it is taken to stay untrue.
func (p *page) waits(what, condition string) {
	p.Helper()
	question := `new Promise((done) => { const look = (left) => { let there = false; try { there = ` + condition + `; } catch (e) {} if (there || !left) done(!!there); else setTimeout(look, 20, left - 1); }; look(3000); })`
	for range 5 { // a page that is left takes the question with it
		there, err := browser.Ask[bool](p.Tab, question)
		if err == nil {
			if !there {
				p.Fatalf("%s: waited in vain for %s", p.as, what)
			}
			return
		}
		p.Logf("%s: asking again: %v", p.as, err)
	}
	p.Fatalf("%s: left five times while waiting for %s", p.as, what)
}

func (p *page) reads(expression string) string {
	p.Helper()
	answer, err := browser.Ask[string](p.Tab, expression)
	p.must(err)
	return answer
}

func (p *page) count() (n int) {
	p.Helper()
	n, err := browser.Ask[int](p.Tab, `Number(document.getElementById("result-count").dataset.count)`)
	p.must(err)
	return n
}

func (p *page) types(text string) {
	p.Helper()
	p.must(p.Tell(fmt.Sprintf(`(() => { const q = document.getElementById("q"); q.value = %q; q.dispatchEvent(new Event("input", { bubbles: true })); })()`, text)))
}

func (p *page) clicks(selector string) {
	p.Helper()
	p.must(p.Tell(fmt.Sprintf(`document.querySelector(%q).click()`, selector)))
}
