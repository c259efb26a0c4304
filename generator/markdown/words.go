package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// plainWords reads plain words at once, to where a sign may mean something. Without it goldmark looks at every letter for itself: the same
// text comes out, in nodes cut at other places, which compile puts together again.
type plainWords struct {
	means [256]bool // signs that another parser waits for
}

func newPlainWords() *plainWords {
	w := &plainWords{}
	for _, sign := range []byte("\\`*_~[]<\n") {
		w.means[sign] = true
	}
	for _, sign := range []byte("!:.") { // with what stands beside them
		w.means[sign] = true
	}
	return w
}

// Trigger says at which signs the parser asks: at blanks, and at the beginning of each line that begins with a word.
func (*plainWords) Trigger() []byte { return []byte{' '} }

// Parse returns the words from here on. A blank behind a backslash is left to goldmark, which has the backslash in mind.
func (w *plainWords) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if segment.Padding != 0 || segment.Start > 0 && block.Source()[segment.Start-1] == '\\' {
		return nil
	}
	end := w.end(line)
	if end < len(line) && line[end] != '\n' {
		block.Advance(end)
		return pc.(*parsing).text(text.NewSegment(segment.Start, segment.Start+end))
	}
	if before, ok := parent.LastChild().(*ast.Text); ok && before.Segment.Stop == segment.Start && util.IsBlank(line[:end]) {
		before.Segment = before.Segment.TrimRightSpace(block.Source()) // the blank behind a backslash
	}
	block.AdvanceLine()
	return pc.(*parsing).lastWords(line, end, segment.Start)
}

// lastWords are those that a line ends with. Blanks at its end do not show; two of them before the next line break it.
func (p *parsing) lastWords(line []byte, end, start int) *ast.Text {
	words := p.text(text.NewSegment(start, start+end-util.TrimRightSpaceLength(line[:end])))
	broken := end < len(line) && bytes.HasSuffix(line[:end], []byte("  "))
	words.SetHardLineBreak(broken)
	words.SetSoftLineBreak(end < len(line) && !broken)
	return words
}

// parsing is what is read of one body. Its texts, dozens in most bodies, take the room of those of the body before.
type parsing struct {
	parser.Context
	texts []ast.Text
}

func (p *parsing) text(segment text.Segment) *ast.Text {
	if len(p.texts) == cap(p.texts) {
		p.texts = make([]ast.Text, 0, max(32, 2*cap(p.texts)))
	}
	p.texts = append(p.texts, ast.Text{Segment: segment})
	return &p.texts[len(p.texts)-1]
}

// end is where plain words end: at a sign that may mean something, or at the end of the line.
func (w *plainWords) end(line []byte) int {
	for i, c := range line {
		if !w.means[c] {
			continue
		}
		next := line[min(i+1, len(line)-1)]
		switch {
		case c == '!' && next != '[',
			c == ':' && next != '/',
			c == '.' && (i == 0 || line[i-1]|0x20 != 'w'): // www. alone begins an address
			continue
		}
		return i
	}
	return len(line)
}
