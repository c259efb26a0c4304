package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark/text"
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

// TestADocIsNoPartOfTheNextBody reads bodies one after the other in the same room, in which each stands where the one before stood.
func TestADocIsNoPartOfTheNextBody(t *testing.T) {
	room, parser, page := New("+49").compilers.Get().(*compiler), newParser(), testResolver()
	var docs []Doc
	var first []string
	shown := func(doc *Doc) string { return fmt.Sprintf("%+v %s", *doc.Found, doc.Append(nil, page)) }
	for i := range 100 {
		body := fmt.Sprintf("## Über %[1]d\n\n[a %[1]d](record:courses/a%[1]d \"T&amp;%[1]d\") ![b %[1]d](haus%[1]d.jpg \"U\\*%[1]d\") [c](https://example.org/a&amp;%[1]d) d%[1]d@example.org "+
			"0541 %06[1]d, %[1]d,50 € [e](#f%[1]d) <javascript:%[1]d>\n#\n", i)
		src := room.read(body)
		doc := room.compile(Source{File: "x.md", Text: body, Line: 1}, src, parser.Parse(text.NewReader(src)))
		docs, first = append(docs, doc), append(first, shown(&doc))
	}
	for i := range docs {
		if now := shown(&docs[i]); now != first[i] {
			t.Fatalf("the body %d was\n%s\nand is\n%s", i, first[i], now)
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
