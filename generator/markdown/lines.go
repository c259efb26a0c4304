package markdown

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// lineTable finds the line of an offset. It is only filled when somebody asks, for most bodies have few links and no findings.
type lineTable struct {
	src    []byte
	starts []int
	// The last answer: the next one is mostly a little further on the same line.
	line, offset, column int
}

func (t *lineTable) reset(src []byte) {
	t.src, t.starts = src, t.starts[:0]
	t.line, t.offset, t.column = 0, 0, 0
}

// place returns the line and the column in characters, both from 0.
func (t *lineTable) place(offset int) (line, column int) {
	if len(t.starts) == 0 {
		t.fill()
	}
	offset = min(offset, len(t.src))
	line = sort.SearchInts(t.starts, offset+1) - 1
	if line != t.line || offset < t.offset {
		t.line, t.offset, t.column = line, t.starts[line], 0
	}
	for _, b := range t.src[t.offset:offset] {
		if utf8.RuneStart(b) {
			t.column++
		}
	}
	t.offset = offset
	return line, t.column
}

func (t *lineTable) fill() {
	t.starts = append(t.starts, 0)
	for i := 0; ; {
		n := bytes.IndexByte(t.src[i:], '\n')
		if n < 0 {
			return
		}
		i += n + 1
		t.starts = append(t.starts, i)
	}
}
