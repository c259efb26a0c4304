package yamldoc

import (
	"bytes"
	"strings"

	"mappe/generator/diag"

	"gopkg.in/yaml.v3"
)

// guard refuses what the library can read and the content format does not have, and texts that lost a part. Lines in skip
// have been reported already.
func (r *report) guard(s *source, root *yaml.Node, skip map[int]bool) {
	g := &guard{report: r, source: s, skip: skip}
	g.hashes = bytes.Contains(s.text, []byte(" #")) || bytes.Contains(s.text, []byte("\t#"))
	g.secondPart()
	g.all(root)
}

// guardPlain is guard for what has been read without the library, in which there can be neither signs nor second parts nor texts over several
// lines nor remarks behind them: that is left to the library.
func (r *report) guardPlain(s *source, root *yaml.Node) {
	(&guard{report: r, source: s, plain: true}).all(root)
}

func (g *guard) all(root *yaml.Node) {
	if g.names == nil {
		g.names = map[string]int{}
	}
	g.node(root, 1)
}

// manyParts is how many names and values a group hardly ever has.
const manyParts = 200

type guard struct {
	*report
	*source
	skip   map[int]bool
	hashes bool // there may be remarks
	plain  bool // it was read without the library
	deep   bool // nesting has been reported
}

func (g *guard) at(n *yaml.Node, code string, w words) {
	if !g.skip[n.Line-1] {
		g.find(n.Line-1, n.Column-1, diag.Error, code, w)
	}
}

// secondPart finds a --- line below the first fields, or anything below a ... line.
func (g *guard) secondPart() {
	started, ended := false, false
	for i, line := range g.lines {
		switch {
		case isMark(line, "---"):
			if started {
				g.find(i, 0, diag.Error, codeSecondPart, wordsSecondPart())
				return
			}
			started = true
		case isMark(line, "..."):
			ended = true
		case strings.TrimSpace(line) == "" || strings.HasPrefix(strings.TrimLeft(line, " \t"), "#") || line[0] == '%' && !started:
		case ended:
			g.find(i, 0, diag.Error, codeSecondPart, wordsSecondPart())
			return
		default:
			started = true
		}
	}
}

func isMark(line, mark string) bool {
	rest, found := strings.CutPrefix(line, mark)
	return found && (rest == "" || rest[0] == ' ' || rest[0] == '\t')
}

// node checks one value and what is in it.
func (g *guard) node(n *yaml.Node, depth int) {
	g.inside(n)
	if depth > maxDepth && len(n.Content) > 0 {
		if !g.deep {
			g.at(n, codeNesting, wordsNesting())
		}
		g.deep = true
		return
	}
	if g.sign(n) {
		return
	}
	switch n.Kind {
	case yaml.MappingNode:
		g.keys(n)
		for i := 1; i < len(n.Content); i += 2 {
			g.node(n.Content[i], depth+1)
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			g.glued(item)
			g.node(item, depth+1)
		}
	case yaml.ScalarNode:
		g.lost(n)
	}
}

// inside moves a value that is missing at the end of the file, and that the library puts on a line behind it, to the last line.
func (g *guard) inside(n *yaml.Node) {
	if last := len(g.lines); n.Line > last {
		n.Line, n.Column = last, characters(g.lines[last-1], len(g.lines[last-1]))+1
	}
}

// keys checks the names of the fields of a group: texts, each once, without characters that nobody sees.
func (g *guard) keys(n *yaml.Node) {
	first := g.names
	if len(n.Content) > manyParts { // it would take long to empty for each group from now on
		first = make(map[string]int, len(n.Content)/2)
	}
	clear(first)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		g.inside(key)
		switch {
		case g.sign(key):
		case key.Tag == "!!merge":
			g.at(key, codeMerge, wordsMerge())
		case n.Style&yaml.FlowStyle != 0 && g.alone(n, i):
		case key.Kind != yaml.ScalarNode || key.Tag != "!!str" && key.Style == 0:
			g.at(key, codeKeyNotText, wordsKeyNotText(key.Value))
		case hiddenIn(key.Value) >= 0:
			g.hiddenKey(key)
		case first[key.Value] > 0:
			g.at(key, codeKeyTwice, wordsKeyTwice(key.Value, first[key.Value]+g.firstLine-1))
		default:
			first[key.Value] = key.Line
		}
	}
}

// alone reports an entry in curly brackets that has no colon of its own: {from:a1} or the second half of {de: Rat, Hilfe}.
func (g *guard) alone(n *yaml.Node, i int) bool {
	key, value := n.Content[i], n.Content[i+1]
	if key.Kind != yaml.ScalarNode || key.Style != 0 || value.Tag != "!!null" || value.Value != "" {
		return false
	}
	rest := strings.TrimLeft(string(g.text[g.endOfPlain(g.offset(key.Line, key.Column), key.Value):]), " \t\r\n")
	if strings.HasPrefix(rest, ":") {
		return false
	}
	if name, text, found := strings.Cut(key.Value, ":"); found {
		g.at(key, codeSpaceAfterColon, wordsSpaceAfterColon(name+": "+text))
		return true
	}
	if i == 0 || n.Content[i-1].Kind != yaml.ScalarNode {
		return false
	}
	if name, before := n.Content[i-2].Value, n.Content[i-1].Value; digits(before) && digits(key.Value) {
		g.at(n.Content[i-1], codeCommaInNumber, wordsCommaInNumber(before+","+key.Value, name+": "+before+"."+key.Value))
		return true
	}
	g.at(key, codeCommaInBrackets, wordsCommaInBrackets(n.Content[i-2].Value+": "+Quote(n.Content[i-1].Value+", "+key.Value)))
	return true
}

func (g *guard) hiddenKey(key *yaml.Node) {
	at := hiddenIn(key.Value)
	moved := *key
	moved.Column += characters(key.Value, at)
	g.at(&moved, codeHidden, wordsHidden(cleanHidden(g.lines[key.Line-1])))
}

// sign reports a value that begins with !, & or *, which the language takes for orders to itself and drops.
func (g *guard) sign(n *yaml.Node) bool {
	if g.plain {
		return false
	}
	at := g.offset(n.Line, n.Column)
	quoted := n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
	bare := n.Kind == yaml.ScalarNode && !quoted && at < len(g.text) && g.text[at] == '!'
	if n.Kind != yaml.AliasNode && n.Anchor == "" && n.Style&yaml.TaggedStyle == 0 && !bare {
		return false
	}
	line := g.lines[n.Line-1]
	start := min(at-g.starts[n.Line-1], len(line))
	g.at(n, codeSign, wordsSign(line[start:], inQuotes(line, start, len(line))))
	return true
}
