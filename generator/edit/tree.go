package edit

import (
	"bytes"

	"gopkg.in/yaml.v3"
)

// node is a value, and the bytes of the file it is written in. An empty value has none, behind its key's colon.
type node struct {
	*yaml.Node
	span
	content []*node
}

// entry is a key of a map and its value.
type entry struct{ key, value *node }

// last is the offset behind the entry.
func (e entry) last() int { return max(e.key.end, e.value.end) }

func (n *node) isMap() bool  { return n.Kind == yaml.MappingNode }
func (n *node) isNull() bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }
func (n *node) isFlow() bool { return n.Style&yaml.FlowStyle != 0 }

// items are those of a list, none of anything else.
func (n *node) items() []*node {
	if n.Kind != yaml.SequenceNode {
		return nil
	}
	return n.content
}

// entries are those of a map, none of anything else.
func (n *node) entries() []entry {
	if !n.isMap() {
		return nil
	}
	list := make([]entry, 0, len(n.content)/2)
	for i := 0; i+1 < len(n.content); i += 2 {
		list = append(list, entry{n.content[i], n.content[i+1]})
	}
	return list
}

// find returns the entry of a key.
func (n *node) find(key string) (entry, bool) {
	for _, e := range n.entries() {
		if e.key.Value == key {
			return e, true
		}
	}
	return entry{}, false
}

// builder finds out where nodes begin and end. The library tells only where they begin; their ends follow from the text. failed says
// that text and nodes do not agree, so that nothing may be changed.
type builder struct {
	src    []byte
	lines  lines
	failed bool
}

// node measures a value. above is the indentation of what it stands in, -1 for nothing.
func (b *builder) node(n *yaml.Node, above int) *node {
	out := &node{Node: n}
	out.start = b.lines.offset(n.Line, n.Column)
	out.end = out.start
	switch n.Kind {
	case yaml.ScalarNode:
		out.end = b.scalarEnd(n, out.start, above)
	case yaml.SequenceNode:
		b.sequence(out, above)
	case yaml.MappingNode:
		b.mapping(out, above)
	default:
		b.failed = true
	}
	if out.end < out.start || out.end > len(b.src) {
		b.failed, out.end = true, out.start
	}
	return out
}

func (b *builder) sequence(out *node, above int) {
	if !out.isFlow() {
		above = out.Column - 1
	}
	for _, item := range out.Node.Content {
		child := b.node(item, above)
		if child.isNull() && child.Value == "" {
			child.start = min(max(child.start, out.end), len(b.src))
			child.end = child.start
		}
		out.end = max(out.end, child.end)
		out.content = append(out.content, child)
	}
	b.close(out, '[', ']')
}

func (b *builder) mapping(out *node, above int) {
	if !out.isFlow() {
		above = out.Column - 1
	}
	for i := 0; i+1 < len(out.Node.Content); i += 2 {
		key := b.node(out.Node.Content[i], above)
		value := b.node(out.Node.Content[i+1], above)
		colon := b.colon(key.end)
		if value.isNull() && value.Value == "" {
			value.start, value.end = colon, colon
		} else if value.start < colon {
			b.failed = true
		}
		out.end = max(out.end, colon, value.end)
		out.content = append(out.content, key, value)
	}
	b.close(out, '{', '}')
}

// colon is the offset behind the colon that follows a key, or the key's own end where there is none, as in {a, b}.
func (b *builder) colon(at int) int {
	if next := b.skip(at, " \t\r\n"); next < len(b.src) && b.src[next] == ':' {
		return next + 1
	}
	return at
}

// close moves the end of a list or map in brackets behind its closing one.
func (b *builder) close(out *node, opening, closing byte) {
	if !out.isFlow() || out.start >= len(b.src) || b.src[out.start] != opening {
		return // [a: b] holds a map without brackets of its own
	}
	at := b.skip(max(out.end, out.start+1), " \t\r\n,:")
	if at >= len(b.src) || b.src[at] != closing {
		b.failed = true
		return
	}
	out.end = at + 1
}

// skip is the offset of what follows blanks of these kinds and remarks.
func (b *builder) skip(at int, blanks string) int {
	for at < len(b.src) {
		switch {
		case b.src[at] == '#' && at > 0 && bytes.IndexByte([]byte(" \t\r\n,"), b.src[at-1]) >= 0:
			at = b.lines.end(b.lines.of(at))
		case bytes.IndexByte([]byte(blanks), b.src[at]) >= 0:
			at++
		default:
			return at
		}
	}
	return at
}
