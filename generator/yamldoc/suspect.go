package yamldoc

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// suspect reads a text line by line as a person would and returns the first place that looks like a known mistake and has not been rejected.
// It understands just enough to know what it may not judge: texts over several lines, in quotes, in brackets, behind | and >.
func suspect(lines []string, rejected map[[2]int]bool) *suspicion {
	p := &patient{lines: lines, rejected: rejected}
	for p.at < len(lines) && p.found == nil {
		p.line()
	}
	return p.found
}

// patient is a text under examination.
type patient struct {
	lines    []string
	rejected map[[2]int]bool
	found    *suspicion
	at       int // the line looked at

	columns []int // where the fields of the open groups begin, the outermost first
	// The last field: its line and column, and whether a group or list may follow below (it has no value yet).
	field  int
	column int
	empty  bool
}

// suspectAt notes a mistake at a byte of the current line.
func (p *patient) suspectAt(at int, code string, w words, cures ...[]string) {
	p.suspectLine(p.at, at, code, w, cures...)
}

func (p *patient) suspectLine(line, at int, code string, w words, cures ...[]string) {
	column := characters(p.lines[line], at)
	if p.found == nil && !p.rejected[[2]int{line, column}] {
		p.found = &suspicion{line: line, column: column, code: code, words: w, cures: cures}
	}
}

// with is the text with the current line changed.
func (p *patient) with(line string) []string { return p.withLine(p.at, line) }

func (p *patient) withLine(i int, line string) []string {
	lines := slices.Clone(p.lines)
	lines[i] = line
	return lines
}

// line looks at one line and moves on to the next, or behind a text of several lines.
func (p *patient) line() {
	line := p.lines[p.at]
	lead := len(line) - len(strings.TrimLeft(line, " "))
	text := line[lead:]
	switch {
	case strings.Trim(text, " \t") == "", text[0] == '#', lead == 0 && (isMark(line, "---") || isMark(line, "...")):
		p.at++
		return
	case p.lead(line, lead):
		return
	}
	column, item := lead, false
	for strings.HasPrefix(line[column:], "- ") {
		column += 2
		for column < len(line) && line[column] == ' ' {
			column++
		}
		item = true
	}
	if column >= len(line) || line[column:] == "-" {
		p.empty, p.field, p.column = true, p.at, lead
		p.at++
		return
	}
	if p.dash(line, column) {
		return
	}
	p.content(line, column, item)
}

// lead looks for tabs and invisible characters before the text of a line.
func (p *patient) lead(line string, lead int) bool {
	switch {
	case line[lead] == '\t':
		text := strings.TrimLeft(line, " \t")
		p.suspectAt(lead, codeTab, wordsTab("  "+text), p.spread("  "), p.spread("    "), p.spread("        "), p.spread(" "), p.spread(""))
	case hiddenIn(line[lead:]) == 0:
		lines, gone := slices.Clone(p.lines), slices.Clone(p.lines)
		for i := range lines {
			lines[i], gone[i] = replaceHidden(lines[i], " "), replaceHidden(lines[i], "")
		}
		p.suspectAt(lead, codeHidden, wordsHidden(cleanHidden(line)), lines, gone)
	}
	if p.found != nil {
		p.at++
	}
	return p.found != nil
}

// spread is the text with every tab that indents a line written as these blanks.
func (p *patient) spread(blanks string) []string {
	lines := slices.Clone(p.lines)
	for i, line := range lines {
		text := strings.TrimLeft(line, " \t")
		lines[i] = strings.ReplaceAll(line[:len(line)-len(text)], "\t", blanks) + text
	}
	return lines
}

// dash looks for a list item without a blank behind its hyphen.
func (p *patient) dash(line string, column int) bool {
	if line[column] != '-' || isDigit(line[column+1]) {
		return false
	}
	rest := line[column+1:]
	if hiddenIn(rest) == 0 {
		_, size := utf8.DecodeRuneInString(rest)
		cured := line[:column] + "- " + strings.TrimLeft(rest[size:], " \t")
		p.suspectAt(column+1, codeHidden, wordsHidden(cured), p.with(cured))
	} else {
		cured := line[:column] + "- " + strings.TrimLeft(rest, " \t")
		p.suspectAt(column, codeListSpace, wordsListSpace(cured), p.with(cured))
	}
	return p.found != nil
}

// content looks at what begins at a column: a field, or the text of a list item, or a line that should be one.
func (p *patient) content(line string, column int, item bool) {
	colon := keyEnd(line, column)
	inText := !p.empty && column > p.column && !item && p.field < p.at && p.at > 0
	switch {
	case colon < 0 && (item || inText):
		if item {
			p.empty, p.field, p.column = false, p.at, column-1
			p.value(column, column-1, column)
			return
		}
	case colon < 0:
		p.noColon(line, column)
	case inText && !isName(line[column:colon]):
		p.suspectAt(colon, codeUnquotedColon, wordsColonInLongText(), p.with(line[:colon]+"."+line[colon+1:]))
	case item && !isName(strings.Trim(line[column:colon], `"'`)) && keyEnd(line, colon+2) >= 0:
		p.quoteValue(column, colon, codeUnquotedColon)
	default:
		p.indent(line, column, item)
		p.key(line, column, colon)
		return
	}
	p.at++
}

// key looks at the name of a field and then at its value.
func (p *patient) key(line string, column, colon int) {
	if at := hiddenIn(line[column:min(colon+2, len(line))]); at >= 0 {
		cured := line[:column] + cleanHidden(line[column:colon]) + ": " + strings.TrimLeft(replaceHidden(line[colon+1:], " "), " ")
		p.suspectAt(column+at, codeHidden, wordsHidden(cured), p.with(cured))
	}
	start := colon + 1
	for start < len(line) && (line[start] == ' ' || line[start] == '\t') {
		start++
	}
	p.field, p.column = p.at, column
	p.empty = start == len(line) || line[start] == '#'
	if p.empty {
		p.at++
		return
	}
	p.value(start, column, column)
}

// indent checks that a field begins where its group does, or opens a group where one is due.
func (p *patient) indent(line string, column int, item bool) {
	for len(p.columns) > 0 && p.columns[len(p.columns)-1] > column {
		p.columns = p.columns[:len(p.columns)-1]
	}
	fits := len(p.columns) > 0 && p.columns[len(p.columns)-1] == column
	if !fits && !item && len(p.columns) > 0 && (!p.empty || column <= p.column) {
		var cures [][]string
		wanted := append([]int{p.column}, p.columns...)
		slices.SortStableFunc(wanted, func(a, b int) int { return abs(a-column) - abs(b-column) })
		for _, to := range slices.Compact(wanted) {
			cures = append(cures, p.moved(column, to))
		}
		for _, to := range slices.Compact(wanted) {
			cures = append(cures, p.with(strings.Repeat(" ", to)+line[column:]))
		}
		p.suspectAt(column, codeIndent, wordsIndent(strings.Repeat(" ", wanted[0])+line[column:]), cures...)
	}
	if !fits {
		p.columns = append(p.columns, column)
	}
}

// moved is the text with the current line, and those that are at least as deep below it, at another column.
func (p *patient) moved(from, to int) []string {
	lines := slices.Clone(p.lines)
	for i := p.at; i < len(lines); i++ {
		text := strings.TrimLeft(lines[i], " ")
		lead := len(lines[i]) - len(text)
		if text != "" && lead < from {
			break
		}
		if text != "" {
			lines[i] = strings.Repeat(" ", lead-from+to) + text
		}
	}
	return lines
}

// noColon looks at a line that should be a field and has no colon with a blank behind it.
func (p *patient) noColon(line string, column int) {
	text := line[column:]
	name, rest, found := strings.Cut(text, ":")
	if found && isName(strings.Trim(name, `"'`)) && rest != "" && !strings.HasPrefix(rest, "//") {
		cured := line[:column] + name + ": " + strings.TrimLeft(replaceHidden(rest, " "), " ")
		if hiddenIn(rest) == 0 {
			p.suspectAt(column+len(name)+1, codeHidden, wordsHidden(cured), p.with(cured))
			return
		}
		p.suspectAt(column+len(name)+1, codeSpaceAfterColon, wordsSpaceAfterColon(cured), p.with(cured))
		return
	}
	asText := p.with(strings.Repeat(" ", p.column+2) + text)
	end := strings.IndexAny(text, " \t=")
	if end < 0 {
		end = len(text)
	}
	if !isName(text[:end]) {
		p.suspectAt(column, codeStray, wordsStray(), asText)
		return
	}
	value := strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(text[end:], " \t"), "="), " \t")
	cured := strings.TrimRight(line[:column]+text[:end]+": "+value, " ")
	p.suspectAt(column+end, codeMissingColon, wordsMissingColon(cured), p.with(cured), asText)
}

// keyEnd finds the colon that ends the name of a field which begins at a column, or -1.
func keyEnd(line string, column int) int {
	if column >= len(line) {
		return -1
	}
	at := column
	if quote := line[column]; quote == '"' || quote == '\'' {
		end := quoteEnd(line, column)
		if end < 0 {
			return -1
		}
		at = end + 1
	} else if strings.IndexByte("[{#", quote) >= 0 {
		return -1
	}
	for ; at < len(line); at++ {
		switch {
		case line[at] == ':' && (at+1 == len(line) || line[at+1] == ' ' || line[at+1] == '\t'):
			return at
		case line[at] == '#' && at > column && (line[at-1] == ' ' || line[at-1] == '\t'):
			return -1
		case line[at] != ' ' && (line[column] == '"' || line[column] == '\''):
			return -1
		}
	}
	return -1
}

// isHidden knows the characters that look like a blank or like nothing.
func isHidden(c rune) bool {
	switch c {
	case '\u00A0', '\u00AD', '\u2007', '\u200B', '\u202F', '\u2060', '\u3000', '\uFEFF':
		return true
	}
	return false
}

func hiddenIn(s string) int { return strings.IndexFunc(s, isHidden) }

func replaceHidden(s, by string) string {
	if hiddenIn(s) < 0 {
		return s
	}
	var b strings.Builder
	for _, c := range s {
		if isHidden(c) {
			b.WriteString(by)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

func cleanHidden(s string) string { return strings.TrimSpace(replaceHidden(s, " ")) }

func abs(n int) int { return max(n, -n) }
