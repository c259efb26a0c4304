package markdown

import (
	"strings"
	"testing"
)

// TestHugeNonsenseEnds reads bodies of a size that once took quadratic time, or would in a plain design. It has no
// clock: such a body takes minutes if the time grows with the square.
func TestHugeNonsenseEnds(t *testing.T) {
	const size = 128 << 10
	converter, page := New("+49"), testResolver()
	for _, pattern := range []string{
		"[", "](", "![", "*a ", "_a_ ", "~a ", "`", "<!--", "<a ", "&", "\\", "> ", ">", "- ", "1. ", "- a\n", "+ ", "* ", "#", "|", "(", "\"",
		"a@", "a.b@c.", "0541 ", "0541", "1.", "1:", "+", "(0541) ", "http://", "http://(", "www.", "www.a ", "12 ", "May 1",
		"## a\n", "[a](#b)\n", "[a]: b\n", "| a |\n|-|\n", "EQ ", "EQ-", "&#x41;", "<b>", "[a](javascript:x)\n", "![](haus.jpg)\n", "\u00a0",
		" ", "\t ", "a ", "a  ", "! ", ". ", "\\ ", "w. ",
	} {
		body := strings.Repeat(pattern, size/len(pattern))
		doc := converter.Parse(Source{File: "x.md", Text: body, Line: 1})
		doc.Append(nil, page)
		doc.PlainText()
	}
}

func TestOneConverterServesManyGoroutines(t *testing.T) {
	converter, page := New("+49"), testResolver()
	doc := converter.Parse(Source{Text: benchBody, Line: 1})
	want := string(doc.Append(nil, page))
	results := make(chan string)
	for range 4 {
		go func() {
			own := converter.Parse(Source{Text: benchBody, Line: 1})
			results <- string(own.Append(nil, page))
			results <- string(doc.Append(nil, page))
		}()
	}
	for range 8 {
		if got := <-results; got != want {
			t.Errorf("another goroutine got %s", got)
		}
	}
}

func TestAPageWithoutAResolverShowsPlainText(t *testing.T) {
	doc := New("").Parse(Source{Text: "## A\n\n[x](record:courses/a) [y](z.pdf) ![b](c.jpg) [d](#a) 0541 123456", Line: 1})
	got := string(doc.Append([]byte("vorher "), &Resolver{IDPrefix: "de-"}))
	want := `vorher <h2 id="de-a">A</h2>` + "\n" + `<p>x y b <a href="#de-a">d</a> <a class="nowrap" href="tel:0541123456">0541 123456</a></p>` + "\n"
	if got != want {
		t.Errorf("got %s", got)
	}
}

func TestRecordNameOfALink(t *testing.T) {
	doc := New("").Parse(Source{Text: "[x](record:courses/deutsch-a1)", Line: 1})
	if folder, id := doc.Links[0].RecordName(); folder != "courses" || id != "deutsch-a1" {
		t.Errorf("got %s %s", folder, id)
	}
}
