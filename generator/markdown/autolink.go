package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// bareLinks finds web addresses that stand in the text as they are. It takes the place of goldmark's own extension, which
// stops at the first letter that is not ASCII and looks at every blank of the text. This one waits for "://" and "www." and
// then takes back what was read before them.
type bareLinks struct{}

// Trigger says at which signs the parser asks: the colon of https:// and the full stop of www.
func (bareLinks) Trigger() []byte { return []byte{':', '.'} }

// Parse returns a link if an address goes through this sign.
func (bareLinks) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	before, ok := parent.LastChild().(*ast.Text)
	if !ok || segment.Padding != 0 || before.Segment.Stop != segment.Start {
		return nil
	}
	head := block.Source()[before.Segment.Start:before.Segment.Stop]
	size, start, bare := 3, 1, line[0] != ':' // www .
	if !bare {
		size, start = schemeBefore(head), 3 // https ://
		if size == 0 || !bytes.HasPrefix(line, []byte("://")) {
			return nil
		}
	} else if !endsWithWord(head, "www") {
		return nil
	}
	if first, _ := utf8.DecodeRune(line[start:]); !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return nil
	}
	end := addressEnd(line, start)
	if bare && bytes.IndexByte(line[start:end], '.') < 0 {
		return nil
	}

	from := segment.Start - size
	before.Segment.Stop = from
	if before.Segment.IsEmpty() {
		parent.RemoveChild(parent, before)
	}
	block.Advance(end)
	link := ast.NewAutoLink(ast.AutoLinkURL, ast.NewTextSegment(text.NewSegment(from, segment.Start+end)))
	if bare {
		link.Protocol = []byte("https")
	}
	link.SetPos(from)
	return link
}

// schemeBefore is the length of the http or https that ends a text.
func schemeBefore(head []byte) int {
	for _, scheme := range []string{"https", "http"} {
		if endsWithWord(head, scheme) {
			return len(scheme)
		}
	}
	return 0
}

func endsWithWord(head []byte, word string) bool {
	start := len(head) - len(word)
	if start < 0 || !bytes.EqualFold(head[start:], []byte(word)) {
		return false
	}
	before, size := utf8.DecodeLastRune(head[:start])
	return size == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) && before != '.' && before != '\\'
}

// addressEnd finds where an address ends: at white space, at what no address holds, and before the punctuation of the
// sentence around it. A bracket belongs to it if it was opened inside.
func addressEnd(line []byte, from int) int {
	end, depth := from, 0
	for end < len(line) {
		r, size := utf8.DecodeRune(line[end:])
		if r < 0x80 && !isAddressByte(byte(r)) || r >= 0x80 && !unicode.In(r, unicode.L, unicode.M, unicode.N) {
			break
		}
		if r == '(' {
			depth++
		}
		if r == ')' {
			depth--
			if depth < 0 {
				break
			}
		}
		end += size
	}
	for end > from && bytes.IndexByte([]byte(".,:;!?'*_~("), line[end-1]) >= 0 {
		end--
	}
	return end
}

func isAddressByte(b byte) bool {
	return isWordByte(b) || bytes.IndexByte([]byte("-._~:/?#@!$&'()*+,;=%"), b) >= 0
}
