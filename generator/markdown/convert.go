package markdown

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Converter reads bodies. It is safe for concurrent use.
type Converter struct {
	parser     parser.Parser
	dialPrefix string
	compilers  sync.Pool
}

// New makes a converter. dialPrefix, such as "+49", replaces the leading 0 in the links of phone numbers; empty leaves them as written.
func New(dialPrefix string) *Converter {
	c := &Converter{dialPrefix: dialPrefix, parser: newParser(util.Prioritized(newPlainWords(), 100))}
	c.compilers.New = func() any { return &compiler{dialPrefix: dialPrefix, stops: newStops()} }
	return c
}

// newParser reads CommonMark with tables, strikethrough and bare links, and what else is given. Raw HTML is parsed too, so that it can be reported.
func newParser(inline ...util.PrioritizedValue) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithInlineParsers(
			util.Prioritized(bareLinks{}, 450),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
		),
		parser.WithInlineParsers(inline...),
		parser.WithParagraphTransformers(util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100)),
		parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
}

// definitions looks for the addresses of links ([a]: https://…) where a paragraph begins like one, since it takes a reader of its own for each.
type definitions struct{ parser.ParagraphTransformer }

// Transform takes the definitions out of a paragraph.
func (d definitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if lines := node.Lines(); lines.Len() > 0 {
		first := lines.At(0)
		if text := bytes.TrimLeft(first.Value(reader.Source()), " \t"); len(text) > 0 && text[0] != '[' {
			return
		}
	}
	d.ParagraphTransformer.Transform(node, reader, pc)
}

// Parse reads one body. It never fails: what is wrong stands in the findings, and what may not be published is left out.
func (c *Converter) Parse(s Source) Doc {
	k := c.compilers.Get().(*compiler)
	defer c.compilers.Put(k)
	src := k.read(s.Text)
	if at := tooDeep(src); at >= 0 {
		return k.refuse(s, src, at)
	}
	k.parsing = parsing{parser.NewContext(), k.parsing.texts[:0]}
	return k.compile(s, src, c.parser.Parse(text.NewReader(src), parser.WithContext(&k.parsing)))
}

// read copies a text to where the one before stood, its lines ended by \n alone and as UTF-8 without fault.
func (c *compiler) read(text string) []byte {
	c.given = append(c.given[:0], text...)
	src := c.given
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		src = bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
	}
	if !utf8.Valid(src) {
		src = bytes.ToValidUTF8(src, []byte("\uFFFD"))
	}
	return src
}

// tooDeep finds a line that opens more quotes and lists at once than anybody means, or returns -1. The parser's time grows
// with the square of their number.
func tooDeep(src []byte) int {
	for start := 0; start < len(src); {
		depth, at := 0, start
		for at < len(src) && strings.IndexByte(" \t>-+*.)0123456789", src[at]) >= 0 {
			if src[at] == '>' || at > start && src[at] == ' ' && src[at-1] != ' ' && src[at-1] != '>' {
				depth++
			}
			at++
		}
		if depth > maxDepth {
			return start
		}
		end := bytes.IndexByte(src[at:], '\n')
		if end < 0 {
			break
		}
		start = at + end + 1
	}
	return -1
}
