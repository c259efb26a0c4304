package proof

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"mappe/proof/browser"
)

// asksWell: each question finds the mistake it is asked for, and nothing on a page without it.
func (s *surfing) asksWell(t *testing.T) {
	good := map[string]bool{} // whether a good page answers with nothing
	for _, row := range []struct{ question, mistake, found string }{
		{"whole", ``, "no style sheet"},
		{"whole", `<img src=none.png alt="">`, "a picture is missing"},
		{"headings", `<h3>Drei</h3>`, "a heading of level 3 after one of level 1"},
		{"headings", `<h1>Noch eine</h1>`, "2 first headings"},
		{"headings", `<h2> </h2>`, "an empty heading"},
		{"overflow", `<p style="width:400px">Breit</p>`, "the page is 408 pixels wide"},
		{"overflow", `<p style="position:relative;left:-20px">Links</p>`, "outside the window"},
		{"overflow", `<p style="width:9em;overflow:hidden;white-space:nowrap">Das wird hier alles abgeschnitten</p>`, "cut off at the side"},
		{"overflow", `<p style="height:1em;overflow:hidden">Zwei<br>Zeilen</p>`, "cut off below"},
		{"broken", `<table style="width:4em"><tr><th style="overflow-wrap:anywhere">Alfhausen in Georgsmarienhütte<td>08:00–12:00</table>`, "“Georgsmarienhütte” is broken"},
		{"tables", `<div class=scroll style="overflow:auto"><table><tr><td>Telefonseelsorge<td style="min-width:20em">0800 1110111</table></div>`, "a table of 2 columns scrolls"},
		{"targets", `<p><a href=x>Allein</a></p>`, "a target of"},
		{"targets", `<p><a href=x>Zwei</a> <a href=y>Links</a></p>`, "a target of"},
		{"targets", `<p><button style="height:44px;width:43px">K</button></p>`, "a target of 43 by 44"},
		{"focus", `<p><a href=x style="outline:2px solid #000">Dünn</a></p>`, "an outline of 2px"},
		{"focus", `<p><a href=x style="outline:none">Nichts</a></p>`, "an outline of"},
		{"focus", `<p><a href=x style="outline:3px solid #ccc">Blass</a></p>`, "an outline with a contrast of 1.6"},
		{"focus", `<p><a href=x style="outline:3px solid #000;background:#fff;color:#999">Blasser Text</a></p>`, "a text with a contrast of 2.8"},
		{"focus", `<p><a href=x>Bedeckt</a></p><div style="position:fixed;inset:0;background:#fff"></div>`, "covered by"},
		{"order", `<p><a href=x tabindex=2>Vorgezogen</a></p>`, "a tabindex above 0"},
		{"order", `<script>addEventListener("keydown", (e) => e.preventDefault())</script>`, "number 1 is nothing"},
		{"axe", `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`, "image-alt"},
		{"shape", `<h1></h1>`, "empty-heading"},
		{"words", `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`, "image-alt"},
		{"contrast", `<p style="color:#aaa;background:#fff">Blass</p>`, "color-contrast"},
		{"forced", `<p style="color:Canvas;background:CanvasText">Verdeckt</p>`, "in the colour of the ground"},
		{"storage", `<script>document.cookie = "a=b"</script>`, "a cookie"},
		{"storage", `<script>localStorage.a = 1</script>`, "local storage"},
		{"storage", `<script>sessionStorage.a = 1</script>`, "session storage"},
		{"passed", ``, "nothing here is ever over"},
		{"passed", `<p data-until="2020-01-01">Vorbei</p>`, "until 2020-01-01, shown"},
		{"quiet", `<img src="https://www.example.org/x.png" alt="">`, "it asks for https://www.example.org/x.png"},
		{"quiet", `<script>console.log("hallo")</script>`, "the console says console.log"},
		{"quiet", `<script>throw new Error("nein")</script>`, "the console says exception"},
		{"quiet", `<img src="none.png" alt="">`, "the console says"},
	} {
		if problems := s.answers(t, row.question, row.mistake); !slices.ContainsFunc(problems, func(problem string) bool { return strings.Contains(problem, row.found) }) {
			t.Errorf("%s does not say %q of %s, but %q", row.question, row.found, row.mistake, problems)
		}
		good[row.question] = row.question != "whole" && row.question != "passed"
	}
	for question, silent := range good {
		if problems := s.answers(t, question, ""); silent && len(problems) > 0 {
			t.Errorf("%s finds fault with a good page: %q", question, problems)
		}
	}
}

// answers asks one question of a small page that is good but for a mistake.
func (s *surfing) answers(t *testing.T, question, mistake string) []string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprintf(w, `<!doctype html><html lang=de><title>Seite</title><link rel=icon href="data:,"><style>
			a, button { outline-offset: 0 } :focus-visible { outline: 3px solid #000 } .big { display: block; min-height: 44px; min-width: 44px }</style>
			<a class="skip big" href="#main">Zum Inhalt</a><main id=main><h1>Seite</h1><p>Ein <a href=x>Verweis</a> im Text.</p>%s</main>`, mistake)
	}))
	defer server.Close()
	p := s.open(t, mistake)
	defer p.Close()
	look := browser.Light
	if question == "forced" {
		look = browser.Forced
	}
	p.must(p.Show(browser.View{Width: 320, Look: look}))
	p.must(p.Load(server.URL + "/"))
	switch question {
	case "quiet":
		return p.quiet(server.URL)
	case "order":
		p.must(p.PressTab(asked[int](p, "watch")))
	case "focus":
		p.must(p.PressTab(1)) // the browser shows the focus to those who use the keyboard
	case "axe", "shape", "words", "contrast":
		p.must(p.Tell(s.axe))
	}
	return p.ask(question)
}
