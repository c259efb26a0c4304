package yamldoc

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// value looks at the text that begins at a byte of the current line and belongs to something that begins at column, and
// moves on behind it. from is where that something begins, for what is shown.
func (p *patient) value(start, column, from int) {
	line := p.lines[p.at]
	first, _ := utf8.DecodeRuneInString(line[start:])
	switch {
	case first == '|' || first == '>':
		if isBlockStart(line[start:]) {
			p.skipBlock(column)
			return
		}
		p.quoteValue(start, start, codeSign)
	case first == '"' || first == '\'':
		p.quoted(start, column)
		return
	case first == '[' || first == '{':
		p.brackets(start, column)
		return
	case strings.HasPrefix(line[start:], "- "):
		p.listOnLine(start, from)
	case strings.ContainsRune("@`%&*!,]}", first), strings.HasPrefix(line[start:], "? "):
		p.quoteValue(start, start, codeSign)
	case strings.ContainsRune("„“”«»‚‘’", first) && keyEnd(line, start) >= 0:
		p.typographic(start)
	default:
		if colon := keyEnd(line, start); colon >= 0 {
			p.quoteValue(start, colon, codeUnquotedColon)
		}
	}
	p.at++
}

// quoteValue suspects the text from start on to need quotes, because of the sign at a byte.
func (p *patient) quoteValue(start, sign int, code string) {
	line := p.lines[p.at]
	text, remark := cutRemark(line[start:])
	cured := line[:start] + Quote(text) + remark
	w := wordsUnquotedColon(cured)
	if code == codeSign {
		w = wordsSign(text, cured)
	}
	p.suspectAt(sign, code, w, p.with(cured))
}

// cutRemark parts a text from an honest remark behind it.
func cutRemark(s string) (text, remark string) {
	if at := strings.Index(s, " # "); at > 0 {
		return strings.TrimSpace(s[:at]), s[at:]
	}
	return strings.TrimSpace(s), ""
}

func (p *patient) listOnLine(start, from int) {
	line := p.lines[p.at]
	text, remark := cutRemark(line[start:])
	p.suspectAt(start, codeListLine, wordsListLine(strings.TrimSpace(line[from:start]), text), p.with(line[:start]+Quote(text)+remark))
}

func (p *patient) typographic(start int) {
	line := p.lines[p.at]
	text := strings.TrimSpace(line[start:])
	if bare := strings.Trim(text, "„“”«»‚‘’"); !strings.ContainsAny(bare, "„“”«»‚‘") {
		text = bare // they go round the whole text
	}
	cured := line[:start] + Quote(text)
	p.suspectAt(start, codeTypographic, wordsTypographic(cured), p.with(cured))
}

// isBlockStart reports whether | or > announces a text over several lines.
func isBlockStart(s string) bool {
	s, _ = cutRemark(s)
	return strings.Trim(s[1:], "+-123456789") == "" && len(s) <= 3
}

// skipBlock moves behind the lines that are deeper than a column.
func (p *patient) skipBlock(column int) {
	p.empty = false
	for p.at++; p.at < len(p.lines); p.at++ {
		line := p.lines[p.at]
		text := strings.TrimLeft(line, " ")
		if text != "" && len(line)-len(text) <= column {
			return
		}
	}
}

// quoted looks at a text that begins with a straight quote.
func (p *patient) quoted(start, column int) {
	line := p.lines[p.at]
	end := quoteEnd(line, start)
	if end < 0 {
		p.openQuote(start, column)
		return
	}
	rest := strings.TrimSpace(line[end+1:])
	switch {
	case rest != "" && rest[0] != '#':
		_, remark := cutRemark(line[end+1:])
		text := strings.TrimSpace(line[start : len(line)-len(remark)])
		cured := line[:start] + Quote(withoutQuotes(text, end-start)) + remark
		p.suspectAt(end+1, codeTextAfterQuote, wordsTextAfterQuote(cured), p.with(cured), p.with(line[:start]+Quote(text)+remark))
	case line[start] == '"':
		p.escapes(start, end)
	}
	p.at++
}

// withoutQuotes takes the outer quotes off a text whose inner ones end it early ("Kurs "Deutsch" A1", 'It's'), but not off
// one that is in quotes in part ("A" and "B").
func withoutQuotes(text string, end int) string {
	last := len(text) - 1
	next, _ := utf8.DecodeRuneInString(text[end+1:])
	if text[last] != text[0] || end == last || next == ' ' || next == ',' {
		return text
	}
	return text[1:last]
}

// escapes looks for a backslash that means nothing.
func (p *patient) escapes(start, end int) {
	line := p.lines[p.at]
	for i := start + 1; i < end; i++ {
		if line[i] != '\\' {
			continue
		}
		i++
		if strings.IndexByte(`0abtnvfre "/\N_LPxuU`+"\t", line[i]) < 0 || strings.IndexByte("xuU", line[i]) >= 0 && !hexBehind(line, i) {
			text := line[start+1 : end]
			cured := line[:start] + Quote(strings.ReplaceAll(text, `\"`, `"`)) + line[end+1:]
			p.suspectAt(i-1, codeBackslash, wordsBackslash(cured), p.with(cured))
			return
		}
	}
}

func hexBehind(line string, i int) bool {
	size := map[byte]int{'x': 2, 'u': 4, 'U': 8}[line[i]]
	digits := line[i+1:]
	return len(digits) >= size && strings.Trim(digits[:size], "0123456789abcdefABCDEF") == ""
}

// openQuote looks for the end of a quoted text on the lines below, up to the next field.
func (p *patient) openQuote(start, column int) {
	line := p.lines[p.at]
	for i := p.at + 1; i < len(p.lines) && !p.isNextField(i, column); i++ {
		if quoteEnd(line[start:start+1]+p.lines[i], 0) >= 0 {
			p.at = i + 1
			return
		}
	}
	text, remark := cutRemark(line[start:])
	cured := line[:start] + text + line[start:start+1] + remark
	single := line[:start] + Quote(text[1:]) + remark
	p.suspectAt(start, codeOpenQuote, wordsOpenQuote(cured), p.with(cured), p.with(single))
	p.at++
}

// isNextField reports whether a line begins a field or an item that is not deeper than a column.
func (p *patient) isNextField(i, column int) bool {
	line := p.lines[i]
	text := strings.TrimLeft(line, " \t")
	lead := len(line) - len(text)
	if text == "" || lead > column {
		return false
	}
	name := strings.TrimLeft(text, "- ")
	colon := keyEnd(name, 0)
	return colon > 0 && isName(name[:colon]) || strings.HasPrefix(text, "- ")
}

// quoteEnd finds the quote that closes the one at start, or -1.
func quoteEnd(line string, start int) int {
	quote := line[start]
	for i := start + 1; i < len(line); i++ {
		switch {
		case quote == '"' && line[i] == '\\':
			i++
		case line[i] == quote && quote == '\'' && i+1 < len(line) && line[i+1] == quote:
			i++
		case line[i] == quote:
			return i
		}
	}
	return -1
}

// brackets looks at a list or group in brackets, which may go over several lines.
func (p *patient) brackets(start, column int) {
	first := p.at
	var open []byte
	for i := first; i < len(p.lines); i++ {
		if i > first && p.isNextField(i, column) {
			p.openBracket(first, start, i-1, open)
			return
		}
		from := 0
		if i == first {
			from = start
		}
		end, closed, wrong := scanBrackets(p.lines[i], from, &open)
		if wrong {
			fixed := p.lines[i][:end] + string(open[len(open)-1]) + p.lines[i][end+1:]
			p.suspectLine(first, start, codeOpenBracket, wordsOpenBracket(p.lines[first][start:start+1], fixed), p.withLine(i, fixed))
			p.at = i + 1
			return
		}
		if closed {
			p.at = i
			if rest := strings.TrimSpace(p.lines[i][end+1:]); rest != "" && rest[0] != '#' && i == first {
				p.quoteValue(start, start, codeSign)
			} else if i == first {
				p.entries(start, end)
			}
			p.at++
			return
		}
	}
	p.openBracket(first, start, len(p.lines)-1, open)
}

// entries looks for a colon in a text inside curly brackets that stand on one line.
func (p *patient) entries(start, end int) {
	line := p.lines[p.at]
	for from := start + 1; from < end; {
		to := from
		for to < end && line[to] != ',' && line[to] != '{' && line[to] != '}' {
			to++
		}
		name := from + len(line[from:to]) - len(strings.TrimLeft(line[from:to], " "))
		if colon := keyEnd(line[:to], name); colon >= 0 {
			text := colon + 1 + len(line[colon+1:to]) - len(strings.TrimLeft(line[colon+1:to], " "))
			if second := keyEnd(line[:to], text); text < to && second >= 0 && line[text] != '"' && line[text] != '\'' {
				cured := line[:text] + Quote(strings.TrimSpace(line[text:to])) + line[to:]
				p.suspectAt(second, codeUnquotedColon, wordsUnquotedColon(cured), p.with(cured))
				return
			}
		}
		from = to + 1
	}
}

// openBracket suspects the bracket at start to be closed nowhere; the last line that can belong to it gets what is missing.
func (p *patient) openBracket(first, start, last int, open []byte) {
	for last > first && strings.TrimSpace(p.lines[last]) == "" {
		last--
	}
	slices.Reverse(open)
	text, remark := cutRemark(p.lines[last])
	lead := p.lines[last][:len(p.lines[last])-len(strings.TrimLeft(p.lines[last], " "))]
	cured := lead + strings.TrimRight(text, ", ") + string(open) + remark
	p.suspectLine(first, start, codeOpenBracket, wordsOpenBracket(p.lines[first][start:start+1], cured), p.withLine(last, cured))
	p.at = last + 1
}

// scanBrackets follows brackets along a line. open holds the signs that would close them, the innermost last.
func scanBrackets(line string, from int, open *[]byte) (end int, closed, wrong bool) {
	for i := from; i < len(line); i++ {
		switch line[i] {
		case '[':
			*open = append(*open, ']')
		case '{':
			*open = append(*open, '}')
		case ']', '}':
			last := len(*open) - 1
			if (*open)[last] != line[i] {
				return i, false, true
			}
			if *open = (*open)[:last]; last == 0 {
				return i, true, false
			}
		case '"', '\'':
			before := strings.TrimRight(line[:i], " ")
			if before != "" && strings.IndexByte("[{,:", before[len(before)-1]) < 0 {
				continue // an apostrophe
			}
			if to := quoteEnd(line, i); to >= 0 {
				i = to
			}
		case '#':
			if i > 0 && line[i-1] == ' ' {
				return i, false, false
			}
		}
	}
	return len(line), false, false
}
