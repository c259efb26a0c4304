package edit

import (
	"bytes"
	"slices"

	"gopkg.in/yaml.v3"
)

// comments finds the remarks among the fields: from # to the end of the line, outside of values.
func (f *File) comments() []span {
	var values []span
	f.eachScalar(f.root, func(n *node) {
		s := n.span
		if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
			s.start = min(f.lines.start(f.lines.of(s.start)+1), s.end) // a remark may follow | and >
		}
		values = append(values, s)
	})
	slices.SortFunc(values, func(a, b span) int { return a.start - b.start })
	var found []span
	for at := f.front.start; at < f.front.end; at++ {
		for len(values) > 0 && values[0].end <= at {
			values = values[1:]
		}
		switch {
		case len(values) > 0 && values[0].start <= at:
			at = values[0].end - 1
		case f.src[at] == '#' && (at == f.front.start || bytes.IndexByte([]byte(" \t\r\n,[]{}"), f.src[at-1]) >= 0):
			end := min(f.lines.end(f.lines.of(at)), f.front.end)
			found = append(found, span{at, end})
			at = end
		}
	}
	return found
}

func (f *File) eachScalar(n *node, visit func(*node)) {
	if n.Kind == yaml.ScalarNode {
		visit(n)
	}
	for _, child := range n.content {
		f.eachScalar(child, visit)
	}
}

// commentTexts are the remarks' words, sorted, to hold one version of a file against another.
func (f *File) commentTexts() []string {
	var texts []string
	for _, c := range f.remarks {
		texts = append(texts, string(bytes.TrimSpace(f.src[c.start:c.end])))
	}
	slices.Sort(texts)
	return texts
}

// hasComment reports whether a remark lies within a part of the file.
func (f *File) hasComment(part span) bool {
	return slices.ContainsFunc(f.remarks, func(c span) bool { return c.start >= part.start && c.start < part.end })
}

// isRemark reports whether a line holds nothing but a remark, and isBlank whether it holds nothing.
func isRemark(line []byte) bool { return bytes.HasPrefix(bytes.TrimLeft(line, " \t"), []byte("#")) }
func isBlank(line []byte) bool  { return len(bytes.TrimSpace(line)) == 0 }

// indentOf counts the blanks that a line begins with.
func indentOf(line []byte) int { return len(line) - len(bytes.TrimLeft(line, " \t")) }
