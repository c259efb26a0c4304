package yamldoc

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// source is a text cut into lines at \n, \r\n and \r, as editors and the library do.
type source struct {
	text   []byte
	lines  []string // without their ends
	starts []int    // offsets of the lines

	names map[string]int // room for the lines of the names in one group
}

func newSource(text []byte) *source {
	s := &source{}
	s.cut(text)
	return s
}

// cut cuts a text into lines, where those of another stood.
func (s *source) cut(text []byte) {
	all := string(text)
	returns := strings.Count(all, "\r")
	lines := 1 + strings.Count(all, "\n") + returns
	s.text, s.lines, s.starts = text, slices.Grow(s.lines[:0], lines), slices.Grow(s.starts[:0], lines)
	for start := 0; start <= len(all); {
		end := strings.IndexByte(all[start:], '\n')
		if returns > 0 {
			end = strings.IndexAny(all[start:], "\r\n")
		}
		s.starts = append(s.starts, start)
		if end < 0 {
			s.lines = append(s.lines, all[start:])
			break
		}
		s.lines = append(s.lines, all[start:start+end])
		start += end + 1
		if all[start-1] == '\r' && start < len(all) && all[start] == '\n' {
			start++
		}
	}
}

// offset finds the byte at a line and column as the library counts them, both from 1.
func (s *source) offset(line, column int) int {
	if line < 1 || line > len(s.lines) {
		return len(s.text)
	}
	text, at := s.lines[line-1], 0
	for column > 1 && at < len(text) {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
		column--
	}
	return s.starts[line-1] + at
}

// characters is the column, from 0, of a byte of a line.
func characters(line string, at int) int {
	return utf8.RuneCountInString(line[:min(at, len(line))])
}

func join(lines []string) []byte { return []byte(strings.Join(lines, "\n")) }
