package yamldoc

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// lost reports an unquoted text that ends early: "Kurs #1", of which only "Kurs" is left, and list items without a blank
// ("-foo"), which become one text.
func (g *guard) lost(n *yaml.Node) {
	if g.plain || n.Style != 0 {
		return
	}
	start := g.offset(n.Line, n.Column)
	line := g.lines[n.Line-1]
	column := start - g.starts[n.Line-1]
	if strings.HasPrefix(n.Value, "-") && len(n.Value) > 1 && strings.TrimSpace(line[:column]) == "" && !isDigit(n.Value[1]) {
		g.at(n, codeListSpace, wordsListSpace("- "+line[column+1:]))
		return
	}
	if !g.hashes {
		return
	}
	end := g.endOfPlain(start, n.Value)
	rest := g.restOfLine(end)
	text := strings.TrimLeft(rest, " \t")
	name := strings.TrimLeft(text, "#")
	if text == rest || text == name || name == "" || name[0] == ' ' || name[0] == '\t' {
		return // no remark, or an honest one with a blank behind its sign
	}
	hash := end + len(rest) - len(text)
	at := g.lineOf(hash)
	if g.skip[at] {
		return
	}
	moved := *n
	moved.Line, moved.Column = at+1, characters(g.lines[at], hash-g.starts[at])+1
	from := 0
	if at == n.Line-1 {
		from = column
	}
	g.at(&moved, codeLost, wordsLost(inQuotes(g.lines[at], from, len(g.lines[at])), at != n.Line-1))
}

// glued reports a list item that swallows the one below it, because that stands deeper: " - a" with "  - b" below.
func (g *guard) glued(n *yaml.Node) {
	if g.plain || n.Kind != yaml.ScalarNode || n.Style != 0 || !strings.Contains(n.Value, " - ") {
		return
	}
	last := g.lineOf(g.endOfPlain(g.offset(n.Line, n.Column), n.Value))
	for line := n.Line; line <= last && line < len(g.lines); line++ {
		if strings.HasPrefix(strings.TrimLeft(g.lines[line], " "), "- ") {
			g.at(n, codeIndent, wordsGlued())
			return
		}
	}
}

// endOfPlain finds where an unquoted text that begins at start ends in the source: line breaks and indentation between its
// words have become single blanks.
func (g *guard) endOfPlain(start int, value string) int {
	at := start
	for _, c := range value {
		if c == ' ' || c == '\t' || c == '\n' {
			continue
		}
		for at < len(g.text) && (g.text[at] == ' ' || g.text[at] == '\t' || g.text[at] == '\n' || g.text[at] == '\r') {
			at++
		}
		at += utf8.RuneLen(c)
	}
	return min(at, len(g.text))
}

func (g *guard) restOfLine(at int) string {
	line := g.lineOf(at)
	return g.lines[line][min(at-g.starts[line], len(g.lines[line])):]
}

// lineOf is the line, from 0, of an offset.
func (s *source) lineOf(at int) int {
	low, high := 0, len(s.starts)
	for low+1 < high {
		if middle := (low + high) / 2; s.starts[middle] <= at {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// Misread gives back the text that was taken for a field: of a list item "Achtung: nur mit Termin" the library makes a
// group with the field "Achtung". Decoders ask for it where a text is due and a group stands.
func Misread(n *yaml.Node) (text string, ok bool) {
	if n.Kind != yaml.MappingNode || n.Style != 0 || len(n.Content) != 2 {
		return "", false
	}
	key, value := n.Content[0], n.Content[1]
	if key.Style != 0 || value.Kind != yaml.ScalarNode || value.Style != 0 {
		return "", false
	}
	return strings.TrimSpace(key.Value + ": " + value.Value), true
}

// Quote writes a text in quotes, as an editor should: in double ones, or in single ones if it holds double ones or backslashes.
func Quote(text string) string {
	if !strings.ContainsAny(text, `"\`) {
		return `"` + text + `"`
	}
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}

// inQuotes is a line from its first letter with the part from:to in quotes, without a remark at its end.
func inQuotes(line string, from, to int) string {
	part := line[from:to]
	if at := strings.Index(part, " # "); at >= 0 {
		part = part[:at]
	}
	before := strings.TrimLeft(line[:from], " \t")
	if before != "" && !strings.HasSuffix(before, " ") {
		before += " "
	}
	return before + Quote(strings.TrimSpace(part))
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
