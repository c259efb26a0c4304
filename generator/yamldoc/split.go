package yamldoc

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"mappe/generator/diag"
)

// Parts are the two halves of a Markdown file.
type Parts struct {
	// Front are the fields between the --- lines (nil if there are none) and FrontLine the line of the file they begin on.
	Front     []byte
	FrontLine int
	// Body is the text below and BodyLine the line of the file it begins on.
	Body     []byte
	BodyLine int
}

// SplitFrontMatter parts a Markdown file into fields and body. Findings are about the --- lines, and about the size and the encoding
// of the whole file; after an error of the last two both halves are empty. Where a --- line is missing or mistyped,
// the halves are parted where it was most likely meant.
func SplitFrontMatter(file string, src []byte) (Parts, []diag.Finding) {
	r := &report{file: file, firstLine: 1}
	src, ok := r.decode(src)
	if !ok {
		return Parts{FrontLine: 1, BodyLine: 1}, r.findings
	}
	if parts, ok := asUsual(src); ok {
		return parts, r.findings
	}
	return r.split(newSource(src)), r.findings
}

// asUsual parts a file as nearly all are written, without cutting it into lines: fields between two --- lines, and what follows does not
// look like more of them. What it does not know for certain is for others to find out.
func asUsual(src []byte) (parts Parts, ok bool) {
	const fence = "---\n"
	front, body, closed := bytes.Cut(src, []byte("\n"+fence))
	if !closed || !bytes.HasPrefix(front, []byte(fence)) || bytes.IndexByte(src, '\r') >= 0 {
		return Parts{}, false
	}
	front = src[len(fence) : len(front)+1]
	for line := range bytes.Lines(front) {
		if (line[0] == '-' || line[0] >= utf8.RuneSelf) && isFence(string(bytes.TrimSuffix(line, []byte("\n")))) {
			return Parts{}, false
		}
	}
	next, _, _ := bytes.Cut(bytes.TrimLeftFunc(body, unicode.IsSpace), []byte("\n"))
	if name, _, found := bytes.Cut(next, []byte(":")); found && isName(string(name)) {
		return Parts{}, false
	}
	return Parts{Front: front[:len(front):len(front)], FrontLine: 2, Body: body, BodyLine: bytes.Count(front, []byte("\n")) + 3}, true
}

// split parts a file line by line.
func (r *report) split(s *source) Parts {
	first := 0
	for first < len(s.lines) && strings.TrimSpace(s.lines[first]) == "" {
		first++
	}
	if first == len(s.lines) || !isFence(s.lines[first]) {
		return r.withoutOpening(s, first)
	}
	r.exactly(s, first)
	for i := first + 1; i < len(s.lines); i++ {
		if isFence(s.lines[i]) {
			r.exactly(s, i)
			if s.fieldsBelow(i) {
				r.find(i, 0, diag.Error, codeFrontMark, wordsFrontBetween())
			}
			return s.parts(first+1, i, i+1)
		}
	}
	end := s.endOfFields(first + 1)
	r.find(min(end, len(s.lines)-1), 0, diag.Error, codeFrontOpen, wordsFrontOpen())
	return s.parts(first+1, end, end)
}

// withoutOpening parts a file that does not begin with ---: all body, or fields whose first --- was forgotten.
func (r *report) withoutOpening(s *source, first int) Parts {
	if first < len(s.lines) && isField(s.lines[first]) {
		for i := first + 1; i < len(s.lines); i++ {
			if isFence(s.lines[i]) && strings.TrimSpace(s.lines[i-1]) != "" && s.endOfFields(first) >= i {
				r.find(first, 0, diag.Error, codeFrontMark, wordsFrontStart())
				return s.parts(first, i, i+1)
			}
		}
	}
	return Parts{FrontLine: 1, Body: s.text, BodyLine: 1}
}

// fieldsBelow reports whether more fields and the true end of them follow a fence, which then stands between fields.
func (s *source) fieldsBelow(fence int) bool {
	next := fence + 1
	for next < len(s.lines) && strings.TrimSpace(s.lines[next]) == "" {
		next++
	}
	if next == len(s.lines) || !isField(s.lines[next]) {
		return false
	}
	end := s.endOfFields(next)
	for i := next + 1; i < end; i++ {
		if isFence(s.lines[i]) {
			return true
		}
	}
	return false
}

// exactly reports a fence of other dashes, which word processors like to make, or of more of them.
func (r *report) exactly(s *source, i int) {
	if strings.TrimRight(s.lines[i], " \t") != "---" {
		r.find(i, 0, diag.Error, codeFrontMark, wordsFrontMark(strings.TrimSpace(s.lines[i])))
	}
}

func (s *source) parts(from, to, body int) Parts {
	offset := func(line int) int {
		if line < len(s.starts) {
			return s.starts[line]
		}
		return len(s.text)
	}
	front := s.text[offset(from):offset(to)]
	return Parts{Front: front[:len(front):len(front)], FrontLine: from + 1, Body: s.text[offset(body):], BodyLine: min(body, len(s.lines)-1) + 1}
}

// isFence reports whether a line was meant as ---: nothing but three or more hyphens or at least one long dash.
func isFence(line string) bool {
	line = strings.TrimRight(line, " \t")
	return line != "" && strings.Trim(line, "-–—") == "" && (strings.Count(line, "-") >= 3 || strings.ContainsAny(line, "–—"))
}

// isField reports whether a line begins with the name of a field and a colon.
func isField(line string) bool {
	name, _, found := strings.Cut(line, ":")
	return found && isName(name)
}

// isName reports whether a word looks like the name of a field.
func isName(word string) bool {
	return word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789_-") == "" && word[0] != '-'
}

// endOfFields is the first line from a line on that cannot belong to the fields: a heading, or a paragraph.
func (s *source) endOfFields(from int) int {
	for i := from; i < len(s.lines); i++ {
		line := s.lines[i]
		switch {
		case strings.HasPrefix(line, "## ") || strings.HasPrefix(line, "### "):
			return i
		case line == "" || strings.TrimSpace(line) == "" || line[0] == ' ' || line[0] == '\t' || line[0] == '#':
		case isField(line) || line[0] == '-' || line[0] == ']' || line[0] == '}':
		case i > from && strings.TrimSpace(s.lines[i-1]) == "":
			return i
		}
	}
	return len(s.lines)
}
