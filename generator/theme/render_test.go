package theme

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

var update = flag.Bool("update", false, "write the golden files anew")

// loaded returns the default theme in German and Arabic, with nothing to find fault with.
func loaded(t testing.TB) *Theme {
	t.Helper()
	th, findings, err := Load(fstest.MapFS{}, defaultTheme, []string{"de", "ar"}, nil)
	if err != nil || len(findings) > 0 {
		t.Fatalf("loading the default theme: %v %v", findings, err)
	}
	return th
}

// eachPage renders every kind of page in both languages.
func eachPage(t *testing.T, check func(t *testing.T, s speaker, page string)) {
	th := loaded(t)
	for _, s := range []speaker{german(), arabic()} {
		for kind, model := range s.models(pathsOf(th)) {
			t.Run(s.lang+"/"+kind, func(t *testing.T) {
				var buf bytes.Buffer
				if err := th.Render(&buf, s.lang, kind, model); err != nil {
					t.Fatal(err)
				}
				check(t, s, buf.String())
			})
		}
	}
}

// elements returns all elements of a page, in their order.
func elements(t *testing.T, page string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			all = append(all, n)
		}
	}
	return all
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// text returns what a reader reads in an element, white space folded.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestEveryLayoutIsTested(t *testing.T) {
	models := german().models(nil)
	for _, kind := range Kinds() {
		if models[kind] == nil {
			t.Errorf("there is no model for %s", kind)
		}
	}
	if len(models) != len(Kinds()) {
		t.Errorf("%d models for %d kinds", len(models), len(Kinds()))
	}
}

func TestPagesHaveOneHeadingAndLeaveOutNoLevel(t *testing.T) {
	eachPage(t, func(t *testing.T, _ speaker, page string) {
		level, first := 0, 0
		for _, n := range elements(t, page) {
			if len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
				continue
			}
			next := int(n.Data[1] - '0')
			if next > level+1 {
				t.Errorf("h%d %q follows h%d", next, text(n), level)
			}
			if next == 1 {
				first++
			}
			if text(n) == "" {
				t.Errorf("an h%d is empty", next)
			}
			level = next
		}
		if first != 1 {
			t.Errorf("%d h1", first)
		}
	})
}

func TestIDsAreUniqueAndLabelsLeadToThem(t *testing.T) {
	eachPage(t, func(t *testing.T, _ speaker, page string) {
		ids := map[string]int{}
		for _, n := range elements(t, page) {
			if has(n, "id") {
				ids[attr(n, "id")]++
			}
		}
		for id, n := range ids {
			if n > 1 || id == "" {
				t.Errorf("the id %q stands %d times", id, n)
			}
		}
		for _, n := range elements(t, page) {
			if label := attr(n, "aria-labelledby"); label != "" && ids[label] != 1 {
				t.Errorf("a %s is labelled by %q, which is not there", n.Data, label)
			}
			if n.Data == "a" && attr(n, "href") == "#main" && ids["main"] != 1 {
				t.Error("the skip link leads nowhere")
			}
		}
	})
}

func TestLandmarksAreNamedApart(t *testing.T) {
	eachPage(t, func(t *testing.T, _ speaker, page string) {
		names := map[string]bool{}
		mains := 0
		for _, n := range elements(t, page) {
			switch n.Data {
			case "main":
				mains++
			case "nav":
				name := attr(n, "aria-label") + attr(n, "aria-labelledby")
				if name == "" || names[name] {
					t.Errorf("a nav has no name of its own: %q", name)
				}
				names[name] = true
			}
		}
		if mains != 1 {
			t.Errorf("%d main", mains)
		}
	})
}

func TestPagesSayTheirLanguageAndThatOfForeignWords(t *testing.T) {
	eachPage(t, func(t *testing.T, s speaker, page string) {
		for _, n := range elements(t, page) {
			if n.Data == "html" && (attr(n, "lang") != s.lang || attr(n, "dir") != s.dir) {
				t.Errorf("html says %s %s", attr(n, "lang"), attr(n, "dir"))
			}
			if n.Data == "img" && has(n, "srcset") {
				continue // its alternative text takes a language; there is nothing to set in a direction
			}
			if has(n, "lang") != has(n, "dir") && n.Data != "bdi" {
				t.Errorf("a %s has lang %q and dir %q", n.Data, attr(n, "lang"), attr(n, "dir"))
			}
		}
		if s.lang == "ar" {
			for _, words := range []string{"Deutschkurs B1 am Abend", "Am Abend, zweimal in der Woche."} {
				checkMarked(t, page, words)
			}
		}
	})
}

// checkMarked tells where German words stand in an Arabic page without saying so.
func checkMarked(t *testing.T, page, words string) {
	t.Helper()
	root, _ := html.Parse(strings.NewReader(page))
	for n := range root.Descendants() {
		if n.Type != html.TextNode || strings.TrimSpace(n.Data) != words {
			continue
		}
		for up := n.Parent; up != nil; up = up.Parent {
			if has(up, "lang") {
				if attr(up, "lang") != "de" || attr(up, "dir") != "ltr" {
					t.Errorf("%q stands in %s %s", words, attr(up, "lang"), attr(up, "dir"))
				}
				break
			}
		}
	}
}

func TestNumbersTimesAndAddressesAreIsolated(t *testing.T) {
	eachPage(t, func(t *testing.T, _ speaker, page string) {
		page = strings.ReplaceAll(page, "<wbr>", "")
		for _, wanted := range []string{"+49 541 123-456", "18:00–21:00", "7:15", "Bismarckstraße 6", "0800 1110111", "deutschkurse@volkshochschule-osnabruecker-land.example.org"} {
			rest := strings.ReplaceAll(page, `<bdi dir="ltr" class="nowrap">`+wanted+`</bdi>`, "")
			rest = strings.ReplaceAll(rest, `<bdi dir="ltr" class="nowrap">`+strings.ReplaceAll(wanted, "+", "&#43;")+`</bdi>`, "")
			if strings.Contains(rest, ">"+wanted) {
				t.Errorf("%s is not isolated", wanted)
			}
		}
	})
}

func TestPagesDoWithoutInlineScriptAndStyle(t *testing.T) {
	eachPage(t, func(t *testing.T, _ speaker, page string) {
		for _, n := range elements(t, page) {
			if n.Data == "style" || n.Data == "script" && (attr(n, "src") == "" || n.FirstChild != nil || !has(n, "defer") || attr(n, "type") == "module") {
				t.Errorf("a %s stands in the page", n.Data)
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("a %s has the attribute %s", n.Data, a.Key)
				}
				if (a.Key == "src" || n.Data == "link" && attr(n, "rel") != "canonical" && attr(n, "rel") != "alternate") && strings.Contains(a.Val, "://") {
					t.Errorf("a %s loads %s", n.Data, a.Val)
				}
			}
		}
		policy := `content="default-src 'none'; base-uri 'none'; form-action 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'"`
		if !strings.Contains(page, policy) {
			t.Error("the page lacks its Content-Security-Policy")
		}
		if !strings.Contains(page, `<meta name="referrer" content="no-referrer">`) {
			t.Error("the page lacks its referrer policy")
		}
	})
}

func TestEveryLinkHasWords(t *testing.T) {
	eachPage(t, func(t *testing.T, _ speaker, page string) {
		for _, n := range elements(t, page) {
			if (n.Data == "a" || n.Data == "summary" || n.Data == "button") && text(n) == "" {
				t.Errorf("a %s to %s has no words", n.Data, attr(n, "href"))
			}
			if n.Data == "img" && !has(n, "alt") {
				t.Errorf("the picture %s has no alternative text", attr(n, "src"))
			}
		}
	})
}

func TestCardsHaveOneLink(t *testing.T) {
	eachPage(t, func(t *testing.T, _ speaker, page string) {
		for _, n := range elements(t, page) {
			if n.Data != "article" || attr(n, "class") != "card" {
				continue
			}
			links := 0
			for d := range n.Descendants() {
				if d.Type == html.ElementNode && d.Data == "a" {
					links++
				}
			}
			if links != 1 {
				t.Errorf("the card %q has %d links", text(n), links)
			}
		}
	})
}

func TestWhatARecordPageShowsAndInWhichOrder(t *testing.T) {
	th := loaded(t)
	var buf bytes.Buffer
	if err := th.Render(&buf, "ar", "record", arabic().models(pathsOf(th))["record"]); err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, mark := range []string{
		`class="alert info"`, `class="alert warning" data-until="2027-02-15"`, "<h1 ", `class="badges"`, `class="button call" href="tel:&#43;49541123456"`, `href="https://example.org/apply"`,
		`<dl class="facts">`, `<section class="german"`, "<figure>", `<div class="prose" lang="de" dir="ltr">`, `<section id="sessions">`, `<article class="run"`, `class="checked"`, `mailto:a@example.org`, "https://example.org/edit", "mailto:b@example.org",
	} {
		found := strings.Index(buf.String()[at:], mark)
		if found < 0 {
			t.Fatalf("%s is missing, or stands before what comes before it", mark)
		}
		at += found
	}
}

func TestPagesThatSearchEnginesLeaveOutSaySo(t *testing.T) {
	th, s := loaded(t), german()
	page := s.page("notfound", pathsOf(th))
	for _, index := range []bool{true, false} {
		page.Index = index
		var buf bytes.Buffer
		if err := th.Render(&buf, "de", "notfound", &page); err != nil {
			t.Fatal(err)
		}
		if said := strings.Contains(buf.String(), `<meta name="robots" content="noindex">`); said == index {
			t.Errorf("index %v: noindex %v", index, said)
		}
	}
}

func TestTwoPagesAreAsTheyWere(t *testing.T) {
	th := loaded(t)
	for _, golden := range []struct {
		s    speaker
		kind string
	}{{german(), "record"}, {arabic(), "list"}} {
		paths := map[string]string{}
		for name := range pathsOf(th) {
			paths[name] = "assets/" + name // without the hash, which changes with every style sheet
		}
		var buf bytes.Buffer
		if err := th.Render(&buf, golden.s.lang, golden.kind, golden.s.models(paths)[golden.kind]); err != nil {
			t.Fatal(err)
		}
		got := strings.ReplaceAll(buf.String(), "><", ">\n<")
		path := filepath.Join("testdata", fmt.Sprintf("%s.%s.html", golden.kind, golden.s.lang))
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s is no longer what it was; look at it and run the test with -update", path)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	th := loaded(b)
	for _, kind := range []string{"record", "list"} {
		model := arabic().models(pathsOf(th))[kind]
		b.Run(kind, func(b *testing.B) {
			var buf bytes.Buffer
			for b.Loop() {
				buf.Reset()
				if err := th.Render(&buf, "ar", kind, model); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(buf.Len()), "bytes/page")
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, _, err := Load(fstest.MapFS{}, defaultTheme, []string{"de", "en", "ar"}, nil); err != nil {
			b.Fatal(err)
		}
	}
}
