package proof

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os/exec"
	"strings"
	"testing"

	"mappe/generator/testtool"
	"mappe/proof/browser"
)

// home is where the reader of these tests lives.
const home = "bersenbrueck"

// narrowsByTheWay: nothing of the ways is loaded before somebody asks; the place is kept, the choice stands in the address, counts say what one gets,
// what is left out for want of a connection is said, and Back works.
func (s *surfing) narrowsByTheWay(p *page, lang string) {
	p.as = lang + "/search.html by bus and train"
	p.must(p.Show(browser.View{Width: 1280, Look: browser.Light}))
	p.must(p.Load(s.server.Address + lang + "/search.html"))
	p.waits("the search is there", `!document.getElementById("found").hidden`)
	p.types(searched(lang))
	p.waits("results", `document.querySelectorAll("#results > li").length === 10`)
	for _, request := range p.Requests() {
		if strings.Contains(request, "/reach/") {
			p.Errorf("%s: it asks for %s before it is opened", p.as, request)
		}
	}
	all := p.count()
	p.must(p.Tell(`document.getElementById("reach").open = true`))
	p.waits("places", `document.querySelectorAll("#from option").length > 20`)
	p.must(p.Tell(fmt.Sprintf(`(() => { const from = document.getElementById("from"); from.value = %q; from.dispatchEvent(new Event("change")); })()`, home)))
	p.waits("limits", `!document.getElementById("within").hidden && document.querySelector("#within small").textContent !== ""`)
	if n := p.count(); n != all {
		p.Errorf("%s: a place alone leaves %d of %d", p.as, n, all)
	}
	p.waits("the minutes of results", `document.querySelector("#results .fact-way")`)
	said := p.reads(`document.querySelector("#within input[value='45']").parentNode.querySelector("small").textContent`)
	p.clicks(`#within input[value='45']`)
	p.waits("fewer results", fmt.Sprintf(`document.getElementById("result-count").dataset.count < %d && document.getElementById("reach-told").textContent !== ""`, all))
	near := p.count()
	if fmt.Sprint(near) != said || near == 0 {
		p.Errorf("%s: the choice promises %s results and brings %d", p.as, said, near)
	}
	if hash := p.reads(`decodeURIComponent(location.hash)`); hash != "#q="+searched(lang)+"&from="+home+"&within=45" {
		p.Errorf("%s: the address is %s", p.as, hash)
	}
	if link := p.reads(`document.querySelector("#results a").hash`); link != "#from-"+home {
		p.Errorf("%s: the results' pages do not know the place: %q", p.as, link)
	}
	p.wrong(p.quiet(s.server.Address))
	p.wrong(p.ask("targets"))
	p.must(p.Tell(s.axe))
	p.wrong(p.ask("axe"))
	p.clicks(`#reach-told a`)
	p.waits("what is not known too", fmt.Sprintf(`document.getElementById("result-count").dataset.count > %d && document.getElementById("reach-told").textContent === ""`, near))
	if ticked := p.reads(`[...document.querySelectorAll("#also input:checked")].map((one) => one.value).join()`); ticked != "none,unknown" {
		p.Errorf("%s: ticked are %s", p.as, ticked)
	}
	p.must(p.Tell(`history.back()`))
	p.waits("Back", fmt.Sprintf(`document.getElementById("result-count").dataset.count == %d`, near))
	p.clicks(`#chosen a`)
	p.waits("all again", fmt.Sprintf(`document.getElementById("result-count").dataset.count == %d`, all))
	if from := p.reads(`document.getElementById("from").value + location.hash.includes("within")`); from != home+"false" {
		p.Errorf("%s: after the choice was taken back it says %s", p.as, from)
	}
	p.must(p.Load(s.server.Address + lang + "/index.html"))
	p.must(p.Load(s.server.Address + lang + "/search.html#from-" + home))
	p.waits("the place that was chosen elsewhere", fmt.Sprintf(`document.getElementById("from").value === %q && location.hash === "#from=%s"`, home, home))
}

// keepsTheFocus: whoever moves through results by keyboard does not lose the place when they are drawn anew.
func (s *surfing) keepsTheFocus(p *page, lang string) {
	p.as = lang + "/search.html, the focus"
	p.must(p.Load(s.server.Address + lang + "/search.html#q=" + url.QueryEscape(searched(lang))))
	p.waits("results", `document.querySelectorAll("#results > li").length === 10`)
	focused := func(what, selector, act, drawn, want string) {
		p.Helper()
		p.must(p.Tell(fmt.Sprintf(`document.querySelector(%q).focus(); self.before = document.querySelector("#results > li"); %s`, selector, act)))
		p.waits(what, drawn)
		p.waits("the focus after "+what, want)
	}
	again := `document.querySelector("#results > li") !== before`
	focused("drawing the results anew", "#results > li:nth-child(2) button", `self.key = document.activeElement.closest("li").dataset.record; dispatchEvent(new Event("hashchange"))`, again,
		`document.activeElement.localName === "button" && document.activeElement.closest("li").dataset.record === key`)
	focused("a choice", "[data-facet=level] label:not([hidden]) input", `document.activeElement.click()`, again, `document.activeElement.closest("[data-facet=level]")`)
	focused("taking a choice back", "#chosen a", `document.activeElement.click()`, again, `document.activeElement.id === "result-count"`)
	focused("more results", "#more", `document.activeElement.click()`, `document.querySelectorAll("#results > li").length > 10`, `document.activeElement === document.querySelector("#results > li:nth-child(11) a")`)
	focused("keeping one", "#results > li:nth-child(3) button", `document.activeElement.click()`, `[...document.querySelectorAll("#kept li")].map((li) => li.dataset.record).join() === document.querySelector("#results > li:nth-child(3)").dataset.record`, `document.activeElement.closest("#results")`)
	focused("letting it go", "#kept li button", `document.activeElement.click()`, `document.getElementById("kept").hidden`, `document.activeElement.id === "result-count"`)
	if pressed := p.reads(`document.querySelector("#results > li:nth-child(3) button").getAttribute("aria-pressed")`); pressed != "false" {
		p.Errorf("%s: what was let go of is still marked", p.as)
	}
}

// printsAHandout: each result once, in order, with facts that its card lacks and a code that leads to an address.
func (s *surfing) printsAHandout(p *page, lang string) {
	p.as = lang + "/search.html, the handout"
	p.must(p.Load(s.server.Address + lang + "/search.html#q=" + url.QueryEscape(searched(lang))))
	p.waits("results", `document.querySelectorAll("#results > li").length === 10`)
	p.must(p.Tell(`self.print = () => { self.printed = true; }; document.getElementById("hand").click()`))
	p.waits("the handout", `self.printed`)
	if missing := p.reads(`[...document.querySelectorAll("#results > li")].filter((li, i) => {
		const sheet = document.querySelectorAll("#handout article")[i];
		return !sheet || sheet.querySelector("h3").textContent !== li.querySelector("h3").textContent.trim() || !sheet.querySelector(".sheet img").naturalWidth || !/a\/[a-z0-9]+\.html/.test(sheet.querySelector(".sheet").textContent);
	}).map((li) => li.dataset.record).join()`); missing != "" {
		p.Errorf("%s: it lacks, or has without title, code or address, %s", p.as, missing)
	}
	if more := p.reads(`String(document.querySelectorAll("#handout .fact-register").length > 0 && !document.querySelector("#handout :is(button, [hidden])"))`); more != "true" {
		p.Errorf("%s: nothing says how to register, or there is something to press", p.as)
	}
	pdf, err := p.Print()
	p.must(err)
	if n := strings.Count(textOf(p, pdf), ".html"); n < 10 {
		p.Errorf("%s: on paper stand %d addresses", p.as, n)
	}
	p.must(p.Tell(`dispatchEvent(new Event("afterprint"))`))
	if left := p.reads(`String(document.getElementById("handout") === null && !document.body.classList.contains("handing"))`); left != "true" {
		p.Errorf("%s: it stays after printing", p.as)
	}
	p.wrong(p.quiet(s.server.Address))
}

// textOf is what a PDF says.
func textOf(p *page, pdf []byte) string {
	p.Helper()
	run := exec.Command(testtool.Path(p.T, "Debian: poppler-utils", "pdftotext"), "-", "-")
	run.Stdin = bytes.NewReader(pdf)
	text, err := run.Output()
	p.must(err)
	return string(text)
}

// saysWhatIsDamaged: a file of the index that is cut off ends in a message and the lists, one of the ways in all results.
func (s *surfing) saysWhatIsDamaged(t *testing.T, lang string) {
	damaged := func(string) bool { return false }
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if damaged(r.URL.Path) {
			w.Write([]byte("\x1f\x8b damaged"))
			return
		}
		s.site.answer(w, r)
	}))
	defer server.Close()
	address := server.URL + Folder
	isHead := func(path string) bool { return strings.Contains(path, "/search/"+lang+"/head.") }
	for what, files := range map[string]func(string) bool{
		"head":       isHead,
		"other file": func(path string) bool { return strings.Contains(path, "/search/"+lang+"/") && !isHead(path) },
	} {
		damaged = files
		p := s.open(t, lang+"/search.html with a damaged "+what)
		p.must(p.Load(address + lang + "/search.html#q=" + url.QueryEscape(searched(lang))))
		p.waits("a message", `!document.getElementById("plain").hidden && document.getElementById("found").hidden`)
		if told := p.reads(`String(document.getElementById("plain").textContent === document.getElementById("search").dataset.failed && document.querySelector("#lists a").offsetParent !== null)`); told != "true" {
			p.Errorf("%s: it does not say so, or hides the lists", p.as)
		}
		p.Close()
	}
	damaged = func(path string) bool { return strings.Contains(path, "/reach/"+home) }
	p := s.open(t, lang+"/search.html with damaged ways")
	defer p.Close()
	p.must(p.Load(address + lang + "/search.html#from=" + home + "&within=45&q=" + url.QueryEscape(searched(lang))))
	p.waits("a message", `document.getElementById("reach-told").textContent === document.getElementById("reach").dataset.failed && document.querySelectorAll("#results > li").length === 10`)
}
