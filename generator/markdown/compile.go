package markdown

import (
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"mappe/generator/diag"
	"mappe/generator/together"
)

// maxDepth is how deep quotes, lists and emphasis may stand in each other; deeper is a slip or an attack, and is left out.
const maxDepth = 40

// mostHeadings is how many headings a body may have for the room of their ids to be used again: to clear it takes as long as it is large.
const mostHeadings = 100

// compiler turns one tree into a Doc. Its buffers are used again for the next one.
type compiler struct {
	dialPrefix string
	stops      [256]bool

	source  Source
	src     []byte
	parsing parsing
	found   Found
	html    []byte
	holes   []hole
	runs    []run
	given   []byte // the text
	lines   lineTable
	stays   stays

	headings []string       // by their ids
	ids      map[string]int // the same: the last number given to others of that name
	names    together.Texts // the ids, which nobody keeps
	name     []byte         // of a heading, of which the id is made
	open     []byte         // the tag of a heading
	words    []byte         // of a heading or a picture

	depth   int
	level   int             // of the last heading
	opened  map[string]bool // raw HTML tags that have been reported
	inLink  bool            // no link inside a link
	inTitle bool            // headings explain no terms
	silent  bool            // only text is wanted: the words that describe a picture
}

// stays is where what is kept of texts lies: what pages are made from apart from what was found, which is let go of earlier.
type stays struct {
	packed together.Values[byte]
	found  together.Values[Found]
	links  together.Values[Link]
	images together.Values[Image]
	facts  together.Values[Fact]
	words  together.Texts // of what was found
}

// hole is a place in the HTML that each page fills for itself.
type hole struct {
	at   int
	kind holeKind
	// target is what the link leads to or which picture is shown, alt what stands in for it, title what the title attribute says.
	target, alt, title string
	// bare says that the link has no text of its own.
	bare bool
}

type holeKind uint8

const (
	holeRecord holeKind = iota // opens a link to a record
	holeFile                   // opens a link to a file
	holeClose                  // closes either
	holeImage
	holeID // before the id of a heading
)

// run is a stretch of the HTML that is nothing but prose, in which terms may be explained.
type run struct {
	from, to int
}

func (c *compiler) compile(s Source, src []byte, root ast.Node) Doc {
	c.start(s, src)
	c.blocks(root)
	c.checkAnchors()
	return c.finish()
}

// refuse makes an empty Doc of a body that nests too deep at an offset.
func (c *compiler) refuse(s Source, src []byte, offset int) Doc {
	c.start(s, src)
	c.find(c.at(offset), diag.Error, codeNesting, textNesting())
	return c.finish()
}

func (c *compiler) start(s Source, src []byte) {
	c.source, c.src = s, src
	c.html, c.holes, c.runs = c.html[:0], c.holes[:0], c.runs[:0]
	c.lines.reset(src)
	c.opened, c.depth, c.level = nil, 0, 1
	if clear(c.ids); c.ids == nil || len(c.headings) > mostHeadings {
		c.ids = map[string]int{}
	}
	c.headings = c.headings[:0]
	f := &c.found
	f.Links, f.Images, f.Facts, f.Findings = f.Links[:0], f.Images[:0], f.Facts[:0], nil
}

// finish keeps what there is of this body and lets go of the rest.
func (c *compiler) finish() Doc {
	f, stays := &c.found, &c.stays
	found := stays.found.Keep([]Found{{
		Links: stays.links.Keep(f.Links), Images: stays.images.Keep(f.Images), Facts: stays.facts.Keep(f.Facts), Findings: f.Findings,
	}})
	doc := Doc{Found: &found[0], length: len(c.html)}
	c.pack()
	doc.packed = stays.packed.Keep(c.html)
	c.src, c.source, c.opened = nil, Source{}, nil
	c.lines.reset(nil)
	return doc
}

// blocks writes the blocks inside a block.
func (c *compiler) blocks(parent ast.Node) {
	if !c.descend(parent) {
		return
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		c.block(n)
	}
	c.depth--
}

func (c *compiler) block(node ast.Node) {
	switch n := node.(type) {
	case *ast.Paragraph:
		c.write("<p>")
		c.inlines(n)
		c.write("</p>\n")
	case *ast.TextBlock:
		c.inlines(n)
		if n.NextSibling() != nil && n.FirstChild() != nil {
			c.write("\n")
		}
	case *ast.Heading:
		c.heading(n)
	case *ast.List:
		c.list(n)
	case *ast.ListItem:
		c.write("<li>")
		if _, tight := n.FirstChild().(*ast.TextBlock); !tight && n.FirstChild() != nil {
			c.write("\n")
		}
		c.blocks(n)
		c.write("</li>\n")
	case *ast.Blockquote:
		c.write("<blockquote>\n")
		c.blocks(n)
		c.write("</blockquote>\n")
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		c.code(n)
	case *ast.ThematicBreak:
		c.write("<hr>\n")
	case *ast.HTMLBlock:
		c.htmlBlock(n)
	case *east.Table:
		c.table(n)
	}
}

// descend counts one level of nesting, or reports that there are too many.
func (c *compiler) descend(n ast.Node) bool {
	if c.depth < maxDepth {
		c.depth++
		return true
	}
	c.find(c.place(n), diag.Error, codeNesting, textNesting())
	return false
}

func (c *compiler) heading(n *ast.Heading) {
	level := max(n.Level, 2)
	switch {
	case n.Level == 1:
		c.find(c.place(n), diag.Warning, codeHeadingLevel, textHeadingLevel())
	case level > c.level+1:
		c.find(c.place(n), diag.Warning, codeHeadingSkipped, textHeadingSkipped(level, c.level+1))
	}
	c.level = level

	start, holes := len(c.html), len(c.holes)
	c.inTitle = true
	c.inlines(n)
	c.inTitle = false
	c.words = appendPlain(c.words[:0], c.html[start:])
	if len(c.words) == 0 {
		c.html, c.holes = c.html[:start], c.holes[:holes]
		c.find(c.place(n), diag.Warning, codeHeadingEmpty, textHeadingEmpty())
		return
	}
	id := c.headingID(c.words)
	digit := byte('0' + level)

	// The id is known only after the text, so the opening tag goes in before it.
	open := append(c.open[:0], '<', 'h', digit, ' ', 'i', 'd', '=', '"')
	prefix := hole{at: start + len(open), kind: holeID}
	open = append(open, id...)
	open = append(open, '"', '>')
	c.html, c.open = slices.Insert(c.html, start, open...), open
	for i := range c.holes[holes:] {
		c.holes[holes+i].at += len(open)
	}
	c.holes = slices.Insert(c.holes, holes, prefix)
	c.html = append(c.html, '<', '/', 'h', digit, '>', '\n')
	c.headings = append(c.headings, id)
}

func (c *compiler) list(n *ast.List) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	c.write("<", tag)
	if n.IsOrdered() && n.Start != 1 {
		c.write(` start="`, strconv.Itoa(n.Start), `"`)
	}
	c.write(">\n")
	c.blocks(n)
	c.write("</", tag, ">\n")
}

func (c *compiler) code(n ast.Node) {
	c.write("<pre><code>")
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		c.html = appendRaw(c.html, line.Value(c.src))
	}
	c.write("</code></pre>\n")
}

func (c *compiler) table(n *east.Table) {
	if !c.descend(n) {
		return
	}
	c.write("<table>\n")
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if _, head := row.(*east.TableHeader); head {
			c.write("<thead>\n")
			c.row(row, "th")
			c.write("</thead>\n")
			if row.NextSibling() != nil {
				c.write("<tbody>\n")
			}
			continue
		}
		c.row(row, "td")
		if row.NextSibling() == nil {
			c.write("</tbody>\n")
		}
	}
	c.write("</table>\n")
	c.depth--
}

// row writes the cells of a row. Alignment is a class, since pages allow no style attributes, and logical, since a table
// may be read from the right.
func (c *compiler) row(row ast.Node, tag string) {
	c.write("<tr>\n")
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		c.write("<", tag)
		if cell, ok := n.(*east.TableCell); ok {
			switch cell.Alignment {
			case east.AlignLeft:
				c.write(` class="align-start"`)
			case east.AlignCenter:
				c.write(` class="align-center"`)
			case east.AlignRight:
				c.write(` class="align-end"`)
			}
		}
		c.write(">")
		c.inlines(n)
		c.write("</", tag, ">\n")
	}
	c.write("</tr>\n")
}

func (c *compiler) htmlBlock(n *ast.HTMLBlock) {
	if n.Lines().Len() == 0 {
		c.rawHTML(c.place(n), nil)
		return
	}
	first := n.Lines().At(0)
	c.rawHTML(c.at(first.Start), first.Value(c.src))
}

// rawHTML reports a tag once: not its end, and not the same tag again.
func (c *compiler) rawHTML(at Position, tag []byte) {
	name, closing := tagName(tag)
	if c.opened[name] && (closing || name != "") {
		return
	}
	if c.opened == nil {
		c.opened = map[string]bool{}
	}
	c.opened[name] = true
	c.find(at, diag.Error, codeRawHTML, textRawHTML(tag, name))
}

func (c *compiler) write(parts ...string) {
	for _, part := range parts {
		c.html = append(c.html, part...)
	}
}

func (c *compiler) find(at Position, severity diag.Severity, code string, words words) {
	c.found.Findings = append(c.found.Findings, diag.Finding{
		File: c.source.File, Line: at.Line, Column: at.Column,
		Severity: severity, Code: code, Message: words.message, Hint: words.hint,
	})
}

// place is where a node begins.
func (c *compiler) place(n ast.Node) Position {
	pos := n.Pos()
	if pos < 0 && n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		pos = n.Lines().At(0).Start
	}
	return c.at(max(pos, 0))
}

// at turns an offset in the body into a place in the file.
func (c *compiler) at(offset int) Position {
	line, column := c.lines.place(offset)
	return Position{Line: max(c.source.Line, 1) + line, Column: 1 + c.source.Indent + column}
}
