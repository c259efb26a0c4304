package yamldoc

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"mappe/generator/diag"

	"gopkg.in/yaml.v3"
)

// maxCures is how many suspicions the doctor follows in one file; each costs a reading of it.
const maxCures = 30

// suspicion is a place where a known mistake may have been made, and the ways to undo it.
type suspicion struct {
	line, column int // from 0
	code         string
	words        words
	// cures are alternatives, the likeliest first: the whole text as it would be without the mistake.
	cures [][]string
}

// doctor finds out why a text cannot be read. A suspicion counts if one of its cures makes the text readable, or at least
// changes what the library complains about; then the search goes on in the cured text, so that all mistakes are told
// in one go. If nothing is recognised, the library's own line has to do.
func (r *report) doctor(s *source, err error) {
	if errors.Is(err, errEmpty) {
		r.wrongKind(0, 0)
		return
	}
	lines, told, rejected := s.lines, map[int]bool{}, map[[2]int]bool{}
	for range maxCures {
		found := suspect(lines, rejected)
		if found == nil {
			break
		}
		cured, after := r.tryCures(found, err)
		if cured == nil {
			rejected[[2]int{found.line, found.column}] = true
			continue
		}
		if !told[found.line] {
			r.find(found.line, asWritten(s.lines[found.line], lines[found.line], found.column), diag.Error, found.code, found.words)
			told[found.line] = true
		}
		lines, err = cured, after
		if err == nil {
			r.rest(lines, told)
			return
		}
	}
	if len(told) == 0 {
		r.unreadable(s, err)
	}
}

// asWritten turns a column of a line that cures have changed into one of the line as it stands in the file.
func asWritten(written, cured string, column int) int {
	from, to := []rune(cured), []rune(written)
	behind := 0
	for behind < len(from) && behind < len(to) && from[len(from)-1-behind] == to[len(to)-1-behind] {
		behind++
	}
	if column >= len(from)-behind {
		column += len(to) - len(from)
	}
	return min(column, len(to))
}

// tryCures returns the text after the first cure that makes it readable, else after the first that changes the complaint.
func (r *report) tryCures(found *suspicion, err error) (cured []string, after error) {
	for _, lines := range found.cures {
		_, now := r.parse(join(lines))
		if now == nil {
			return lines, nil
		}
		if cured == nil && !sameComplaint(now, err) && !worse(now, err) {
			cured, after = lines, now
		}
	}
	return cured, after
}

func sameComplaint(a, b error) bool { return a.Error() == b.Error() }

// worse reports whether a cure brought the trouble to an earlier line.
func worse(now, before error) bool {
	return now != errEmpty && now != errNoFields && before != errNoFields && complaintLine(now) < complaintLine(before)
}

// rest looks for what else is wrong in the text that could be read after the cures, so that one run tells everything.
func (r *report) rest(lines []string, told map[int]bool) {
	s := newSource(join(lines))
	root, err := r.parse(s.text)
	if err == nil {
		r.guard(s, root, told)
	}
}

// unreadable tells the line that the library names, or the first with text in it.
func (r *report) unreadable(s *source, err error) {
	line := min(complaintLine(err), len(s.lines)-1)
	for line > 0 && strings.TrimSpace(s.lines[line]) == "" {
		line--
	}
	text := s.lines[line]
	column := len(text) - len(strings.TrimLeft(text, " \t"))
	if errors.Is(err, errNoFields) {
		r.wrongKind(line, characters(text, column))
		return
	}
	r.find(line, characters(text, column), diag.Error, codeUnreadable, wordsUnreadable())
}

// wrongKind reports that the file holds nothing of what it should.
func (r *report) wrongKind(line, column int) {
	if r.kind == yaml.SequenceNode {
		r.find(line, column, diag.Error, codeNoList, wordsNoList())
		return
	}
	r.find(line, column, diag.Error, codeEmpty, wordsEmpty())
}

// complaintLine is the line, from 0, that the library names. It names none for the first, and for mistakes in how things
// fit together (as against single signs) the one before.
func complaintLine(err error) int {
	match := regexp.MustCompile(`line (\d+): (did not find expected (key|node content|',' or|'-' indicator))?`).FindStringSubmatch(err.Error())
	if match == nil {
		return 0
	}
	line, _ := strconv.Atoi(match[1])
	if match[2] == "" {
		line--
	}
	return max(line, 0)
}
