package markdown

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"mappe/generator/diag"
)

// inlines writes what stands inside a paragraph, a heading, a link.
func (c *compiler) inlines(parent ast.Node) {
	if !c.descend(parent) {
		return
	}
	for n := parent.FirstChild(); n != nil; {
		if t, ok := n.(*ast.Text); ok {
			n = c.text(t)
			continue
		}
		c.inline(n)
		n = n.NextSibling()
	}
	c.depth--
}

// text writes a text and those that follow it without a gap as one, for the parser cuts texts wherever a sign might have
// meant something. It returns the node after them.
func (c *compiler) text(t *ast.Text) ast.Node {
	from, to := t.Segment.Start, t.Segment.Stop
	for !t.SoftLineBreak() && !t.HardLineBreak() {
		next, ok := t.NextSibling().(*ast.Text)
		if !ok || next.Segment.Start != to || next.Segment.Padding != 0 {
			break
		}
		t, to = next, next.Segment.Stop
	}
	c.prose(from, to)
	switch {
	case t.HardLineBreak():
		c.write("<br>\n")
	case t.SoftLineBreak():
		start := len(c.html)
		c.write("\n")
		c.explainable(start)
	}
	return t.NextSibling()
}

func (c *compiler) inline(node ast.Node) {
	switch n := node.(type) {
	case *ast.CodeSpan:
		c.codeSpan(n)
	case *ast.Emphasis:
		tag := "em"
		if n.Level == 2 {
			tag = "strong"
		}
		c.write("<", tag, ">")
		c.inlines(n)
		c.write("</", tag, ">")
	case *east.Strikethrough:
		c.write("<del>")
		c.inlines(n)
		c.write("</del>")
	case *ast.Link:
		c.link(n)
	case *ast.AutoLink:
		c.autoLink(n)
	case *ast.Image:
		c.image(n)
	case *ast.RawHTML:
		first := n.Segments.At(0)
		c.rawHTML(c.at(first.Start), first.Value(c.src))
	}
}

func (c *compiler) codeSpan(n *ast.CodeSpan) {
	c.write("<code>")
	for t := n.FirstChild(); t != nil; t = t.NextSibling() {
		if text, ok := t.(*ast.Text); ok {
			c.html = appendRaw(c.html, text.Segment.Value(c.src))
		}
	}
	c.write("</code>")
}

func (c *compiler) link(n *ast.Link) {
	if c.inLink || c.silent {
		c.inlines(n)
		return
	}
	at := c.place(n)
	t := classify(c.unescape(n.Destination))
	if t.fault != faultNone {
		c.find(at, diag.Error, codeLink, textLink(t))
		c.inlines(n)
		return
	}
	opened := c.openLink(at, t, c.unescape(n.Title), "")
	start, holes := len(c.html), len(c.holes)
	c.inLink = true
	c.inlines(n)
	c.inLink = false
	if len(c.html) == start && len(c.holes) == holes {
		if t.kind == Record {
			c.holes[opened].bare = true
		} else {
			c.find(at, diag.Error, codeLinkText, textLinkText(t.target))
			c.html = appendRaw(c.html, []byte(t.target))
		}
	}
	c.closeLink(t)
}

// autoLink writes an address that stands for itself: <https://…>, https://… or <record:courses/…>.
func (c *compiler) autoLink(n *ast.AutoLink) {
	label := n.Label(c.src)
	if c.inLink || c.silent {
		c.isolated(label)
		return
	}
	address := c.stays.words.Keep(n.URL(c.src))
	if n.AutoLinkType == ast.AutoLinkEmail {
		address = "mailto:" + address
	}
	at, t := c.place(n), classify(address)
	if t.fault != faultNone {
		c.find(at, diag.Error, codeLink, textLink(t))
		c.html = appendRaw(c.html, label)
		return
	}
	if t.kind == Record {
		opened := c.openLink(at, t, "", "")
		c.holes[opened].bare = true
		c.closeLink(t)
		return
	}
	c.bareLink(at, t, label)
}

// bareLink writes a link whose text is an address or a phone number: it does not break across lines, and stays in its
// order in a text from right to left.
func (c *compiler) bareLink(at Position, t target, label []byte) {
	c.openLink(at, t, "", unbroken(label))
	if c.source.RightToLeft {
		c.write(`<bdi dir="ltr">`)
		c.html = appendRaw(c.html, label)
		c.write(`</bdi>`)
	} else {
		c.html = appendRaw(c.html, label)
	}
	c.closeLink(t)
}

// isolated writes an address or a number that is no link of its own.
func (c *compiler) isolated(label []byte) {
	if c.silent {
		c.html = appendRaw(c.html, label)
		return
	}
	class := unbroken(label)
	switch {
	case c.source.RightToLeft:
		c.write(`<bdi dir="ltr"`, class, ">")
		c.html = appendRaw(c.html, label)
		c.write("</bdi>")
	case class != "":
		c.write("<span", class, ">")
		c.html = appendRaw(c.html, label)
		c.write("</span>")
	default:
		c.html = appendRaw(c.html, label)
	}
}

// unbroken is the class that keeps an address on one line. A long one may break all the same: it would reach over the
// edge of a phone (320 CSS pixels hold about 32 characters; WCAG 2.2, 1.4.10).
func unbroken(label []byte) string {
	if utf8.RuneCount(label) > 32 {
		return ""
	}
	return ` class="nowrap"`
}

// openLink writes the start of a link, or a hole where only the page knows the address, and returns the hole's index.
func (c *compiler) openLink(at Position, t target, title, attributes string) int {
	c.found.Links = append(c.found.Links, Link{Position: at, Kind: t.kind, Target: t.target})
	if t.kind == Record || t.kind == File {
		kind := holeRecord
		if t.kind == File {
			kind = holeFile
		}
		c.holes = append(c.holes, hole{at: len(c.html), kind: kind, target: t.target, title: title})
		return len(c.holes) - 1
	}
	c.write("<a", attributes, ` href="`)
	switch t.kind {
	case Web:
		c.html = appendAddress(c.html, t.target)
		c.write(`" rel="external"`)
	case Mail:
		c.html = appendAddress(append(c.html, "mailto:"...), t.target)
		c.write(`"`)
	case Phone:
		c.html = appendAddress(append(c.html, "tel:"...), t.target)
		c.write(`"`)
	case Anchor:
		c.write("#")
		c.holes = append(c.holes, hole{at: len(c.html), kind: holeID})
		c.html = appendAddress(c.html, t.target)
		c.write(`"`)
	}
	if title != "" {
		c.write(` title="`)
		c.html = appendAttribute(c.html, title)
		c.write(`"`)
	}
	c.write(">")
	return len(c.holes) - 1
}

func (c *compiler) closeLink(t target) {
	if t.kind == Record || t.kind == File {
		c.holes = append(c.holes, hole{at: len(c.html), kind: holeClose})
		return
	}
	c.write("</a>")
}

func (c *compiler) image(n *ast.Image) {
	alt := c.textOf(n)
	if c.silent {
		c.html = appendRaw(c.html, []byte(alt))
		return
	}
	at := c.place(n)
	t := classify(c.unescape(n.Destination))
	if t.fault != faultNone || t.kind != File {
		c.find(at, diag.Error, codeImage, textImage(t.written))
		c.html = appendRaw(c.html, []byte(alt))
		return
	}
	if alt == "" {
		c.find(at, diag.Error, codeAlt, textAlt(t.target))
	}
	c.found.Images = append(c.found.Images, Image{Position: at, File: t.target, Alt: alt})
	c.holes = append(c.holes, hole{at: len(c.html), kind: holeImage, target: t.target, alt: alt, title: c.unescape(n.Title)})
}

// textOf is the text inside a node without any markup.
func (c *compiler) textOf(n ast.Node) string {
	start, silent := len(c.html), c.silent
	c.silent = true
	c.inlines(n)
	c.silent = silent
	text := c.plain(start)
	c.html = c.html[:start]
	return text
}

// explainable marks the HTML from an offset to its end as prose in which terms may be explained.
func (c *compiler) explainable(from int) {
	to := len(c.html)
	if from == to || c.inLink || c.inTitle || c.silent {
		return
	}
	if last := len(c.runs) - 1; last >= 0 && c.runs[last].to == from && !c.holeAt(from) {
		c.runs[last].to = to
		return
	}
	c.runs = append(c.runs, run{from, to})
}

func (c *compiler) holeAt(offset int) bool {
	return len(c.holes) > 0 && c.holes[len(c.holes)-1].at == offset
}
