package yamldoc

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// The library takes more time for a file's fields than all the rest of reading it, most of it for what hardly any file has. So plain
// files are read here, line by line: groups and lists by indentation, or in brackets on one line, with texts on one line, bare or in quotes.
// Whatever else there is (a remark below the first line that is none, a text over several lines, an empty value, a backslash, a sign that may mean something)
// makes the reader give up, and the library reads the whole file. It never guesses: FuzzPlain holds that a tree from here is the library's,
// places included, and TestPlain that it reads what people write.

// plain reads a file that is a group of fields or a list, as kind says, or nothing: nil leaves it to the library. Remarks at its head are
// passed over; nobody asks for them.
func plain(s *source, kind yaml.Kind, in *room) *yaml.Node {
	for _, sign := range []string{"\t", "\r", "\uFEFF"} { // one by one, since among letters of Unicode it takes ten times as long
		if bytes.Contains(s.text, []byte(sign)) {
			return nil
		}
	}
	in.clear()
	p := &plainReader{lines: s.lines, room: in}
	remarks := 0
	for p.next() && p.lines[p.at][0] == '#' {
		remarks += strings.Count(p.lines[p.at], "#")
		p.at++
	}
	if !p.next() || p.lead() != 0 || bytes.Count(s.text, []byte("#")) > remarks {
		return nil
	}
	var root *yaml.Node
	switch {
	case kind == yaml.MappingNode:
		root = p.group(0, 0)
	case strings.HasPrefix(p.lines[p.at], "- "):
		root = p.list(0)
	}
	if p.strange || p.at < len(p.lines) {
		return nil
	}
	return root
}

type plainReader struct {
	lines []string
	at    int // the line looked at
	// strange says that the file is not plain after all; what is read is worth nothing then.
	strange bool
	*room
}

// next moves on to the next line that is not empty.
func (p *plainReader) next() bool {
	for p.at < len(p.lines) && p.lines[p.at] == "" {
		p.at++
	}
	return p.at < len(p.lines) && !p.strange
}

// lead is how far the line is indented.
func (p *plainReader) lead() int {
	line := p.lines[p.at]
	return len(line) - len(strings.TrimLeft(line, " "))
}

func (p *plainReader) giveUp() *yaml.Node {
	p.strange = true
	return nil
}

// node makes a node at a byte of the line.
func (p *plainReader) node(kind yaml.Kind, style yaml.Style, tag, value string, at int) *yaml.Node {
	n := p.room.node()
	*n = yaml.Node{Kind: kind, Style: style, Tag: tag, Value: value, Line: p.at + 1, Column: characters(p.lines[p.at], at) + 1}
	return n
}

// close gives a group or list its parts, which are those opened since.
func (p *plainReader) close(n *yaml.Node, since int) *yaml.Node {
	n.Content = p.room.close(since)
	return n
}

// group reads a group whose names begin at a column; the first one stands at a byte of this line, maybe behind a hyphen.
func (p *plainReader) group(column, start int) *yaml.Node {
	n, since := p.node(yaml.MappingNode, 0, "!!map", "", start), len(p.open)
	for first := true; first || p.next(); first = false {
		line := p.lines[p.at]
		if lead := p.lead(); !first && lead != column {
			if lead > column {
				return p.giveUp()
			}
			break
		}
		end := nameEnd(line, column)
		if end < 0 {
			return p.giveUp()
		}
		p.open = append(p.open, p.text(line[column:end], column))
		value := p.below
		if end+1 < len(line) {
			value = p.onLine
		}
		read := value(column, end+1)
		if p.strange {
			return nil
		}
		p.open = append(p.open, read)
	}
	return p.close(n, since)
}

// longestName is well below what the library takes for a name.
const longestName = 100

// nameEnd is where the name that begins at a column ends in a colon that belongs to no text, or -1.
func nameEnd(line string, column int) int {
	end := column
	for end < len(line) && isNameByte(line[end]) {
		end++
	}
	if end == column || end-column > longestName || line[column] == '-' || end == len(line) || line[end] != ':' || end+1 < len(line) && line[end+1] != ' ' {
		return -1
	}
	return end
}

func isNameByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '_' || c == '-' }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// below reads what stands below a name: a group that is deeper, or a list that is not less deep.
func (p *plainReader) below(column, _ int) *yaml.Node {
	p.at++
	if !p.next() {
		return p.giveUp()
	}
	lead := p.lead()
	switch {
	case lead >= column && strings.HasPrefix(p.lines[p.at][lead:], "- "):
		return p.list(lead)
	case lead > column:
		return p.group(lead, lead)
	}
	return p.giveUp()
}

// onLine reads what stands behind a name on its line.
func (p *plainReader) onLine(_, from int) *yaml.Node {
	line := p.lines[p.at]
	for from < len(line) && line[from] == ' ' {
		from++
	}
	if from == len(line) || line[len(line)-1] == ' ' {
		return p.giveUp()
	}
	read, end := p.value(from, false)
	if end != len(line) {
		return p.giveUp()
	}
	p.at++
	return read
}

// list reads a list whose hyphens stand at a column.
func (p *plainReader) list(column int) *yaml.Node {
	n, since := p.node(yaml.SequenceNode, 0, "!!seq", "", column), len(p.open)
	for p.next() {
		lead, line := p.lead(), p.lines[p.at]
		if lead > column {
			return p.giveUp()
		}
		if lead < column || !strings.HasPrefix(line[column:], "- ") {
			break
		}
		start := column + 2
		for start < len(line) && line[start] == ' ' {
			start++
		}
		var read *yaml.Node
		if nameEnd(line, start) >= 0 {
			read = p.group(start, start)
		} else {
			read = p.onLine(0, start)
		}
		if p.strange {
			return nil
		}
		p.open = append(p.open, read)
	}
	return p.close(n, since)
}

// value reads a text, or a group or list in brackets, and tells where it ends.
func (p *plainReader) value(start int, bracketed bool) (*yaml.Node, int) {
	switch p.lines[p.at][start] {
	case '"', '\'':
		return p.quoted(start)
	case '[':
		return p.brackets(start, ']')
	case '{':
		return p.brackets(start, '}')
	case '-', '?', ':', ',', ']', '}', '&', '*', '!', '|', '>', '%', '@', '`':
		return p.giveUp(), 0
	}
	return p.bare(start, bracketed)
}

func (p *plainReader) quoted(start int) (*yaml.Node, int) {
	line := p.lines[p.at]
	style := yaml.DoubleQuotedStyle
	if line[start] == '\'' {
		style = yaml.SingleQuotedStyle
	}
	text := line[start+1:]
	end := strings.IndexByte(text, line[start])
	if end < 0 || strings.HasPrefix(text[end+1:], "'") || strings.Contains(text[:end], `\`) {
		return p.giveUp(), 0
	}
	return p.node(yaml.ScalarNode, style, "!!str", text[:end], start), start + 1 + end + 1
}

// bare reads a text without quotes, to the end of the line or of its place between brackets.
func (p *plainReader) bare(start int, bracketed bool) (*yaml.Node, int) {
	line := p.lines[p.at]
	end := start
	for ; end < len(line); end++ {
		c := line[end]
		if c == ':' && (end+1 == len(line) || !isNameByte(line[end+1]) && (bracketed || line[end+1] == ' ')) {
			return p.giveUp(), 0
		}
		if bracketed && strings.IndexByte(",[]{}?", c) >= 0 {
			break
		}
	}
	if bracketed && (end == len(line) || strings.IndexByte("[{?", line[end]) >= 0) {
		return p.giveUp(), 0
	}
	return p.text(strings.TrimRight(line[start:end], " "), start), end
}

// text makes the node of a text without quotes.
func (p *plainReader) text(text string, start int) *yaml.Node {
	n := p.node(yaml.ScalarNode, 0, "", text, start)
	if text == "<<" {
		p.strange = true
	}
	if n.Tag = usualTag(text); n.Tag == "" {
		n.Tag = n.ShortTag()
	}
	return n
}

// usualTag is the library's name for what most texts are: words, whole numbers, amounts, days, and times of day, which are texts to it. It is
// empty for all else. The library tries one after the other, and whatever a text is not makes an error.
func usualTag(text string) string {
	if c := text[0]; c >= utf8.RuneSelf || isLetter(c) {
		switch text {
		case "true", "True", "TRUE", "false", "False", "FALSE", "null", "Null", "NULL":
			return ""
		}
		return "!!str"
	} else if !isDigit(c) {
		return ""
	}
	size := len(text)
	whole, fraction, point := strings.Cut(text, ".")
	switch {
	case point && digits(whole) && digits(fraction):
		return "!!float"
	case size < 10 && digits(text) && (text[0] != '0' || size == 1):
		return "!!int"
	case (size == 4 || size == 5) && text[size-3] == ':' && digits(text[:size-3]) && digits(text[size-2:]):
		return "!!str"
	case size == 10 && text[4] == '-' && text[7] == '-' && digits(text[:4]) && usualDay(text[5:7], text[8:]):
		return "!!timestamp"
	case text[0] != '0' && (strings.Trim(text, "0123456789+-.,:_TtZeE ") != "" || strings.Contains(text, "..") || strings.ContainsAny(text, " ,") && strings.Count(text, ":") < 2):
		return "!!str" // 2027-01-kurs, 2027-03-29..2027-04-10, 2027-02-15 17:00: to it a point in time has seconds, and only what begins with 0 other letters
	}
	return ""
}

// usualDay reports whether there is such a day in every year.
func usualDay(month, day string) bool {
	return digits(month) && digits(day) && "01" <= month && month <= "12" && "01" <= day &&
		(day <= "28" || month != "02" && day <= "30" || day == "31" && strings.Contains("01 03 05 07 08 10 12", month))
}

// brackets reads a group or list in brackets that ends on its line.
func (p *plainReader) brackets(start int, closing byte) (*yaml.Node, int) {
	line := p.lines[p.at]
	n, since := p.node(yaml.SequenceNode, yaml.FlowStyle, "!!seq", "", start), len(p.open)
	if closing == '}' {
		n.Kind, n.Tag = yaml.MappingNode, "!!map"
	}
	blanks := func(at int) int {
		for at < len(line) && line[at] == ' ' {
			at++
		}
		return at
	}
	at := blanks(start + 1)
	if at < len(line) && line[at] == closing {
		return p.close(n, since), at + 1
	}
	for {
		if closing == '}' {
			end := nameEnd(line, at)
			if end < 0 {
				return p.giveUp(), 0
			}
			p.open = append(p.open, p.text(line[at:end], at))
			at = blanks(end + 1)
		}
		if at >= len(line) {
			return p.giveUp(), 0
		}
		read, end := p.value(at, true)
		if p.strange {
			return nil, 0
		}
		p.open = append(p.open, read)
		if at = blanks(end); at < len(line) && line[at] == closing {
			return p.close(n, since), at + 1
		}
		if at >= len(line) || line[at] != ',' {
			return p.giveUp(), 0
		}
		at = blanks(at + 1)
	}
}
