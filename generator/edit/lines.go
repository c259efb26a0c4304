package edit

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// lines knows where the lines of a text begin: behind \n, \r\n and \r, as editors and the reader of the fields count them.
type lines struct {
	src    []byte
	starts []int
}

func newLines(src []byte) lines {
	l := lines{src: src, starts: []int{0}}
	for i := 0; i < len(src); i++ {
		if src[i] == '\r' && i+1 < len(src) && src[i+1] == '\n' {
			i++
		} else if src[i] != '\n' && src[i] != '\r' {
			continue
		}
		l.starts = append(l.starts, i+1)
	}
	return l
}

// count is the number of lines; what follows the last line break is one, even if it is empty.
func (l lines) count() int { return len(l.starts) }

// start is the offset of a line, from 1; behind the last line it is the end of the text.
func (l lines) start(line int) int {
	if line < 1 {
		return 0
	}
	if line > len(l.starts) {
		return len(l.src)
	}
	return l.starts[line-1]
}

// of is the line, from 1, that an offset lies in.
func (l lines) of(offset int) int {
	return sort.Search(len(l.starts), func(i int) bool { return l.starts[i] > offset })
}

// text is a line without its end.
func (l lines) text(line int) []byte { return bytes.TrimRight(l.whole(line), "\r\n") }

// whole is a line with its end.
func (l lines) whole(line int) []byte { return l.src[l.start(line):l.start(line+1)] }

// end is the offset behind the last character of a line, in front of its line break.
func (l lines) end(line int) int { return l.start(line) + len(l.text(line)) }

// offset is the byte at a line and a column in characters, both from 1.
func (l lines) offset(line, column int) int {
	at, end := l.start(line), l.end(line)
	if line == 1 && bytes.HasPrefix(l.src, []byte(byteOrderMark)) {
		at += len(byteOrderMark)
	}
	for ; column > 1 && at < end; column-- {
		_, size := utf8.DecodeRune(l.src[at:])
		at += size
	}
	return at
}
