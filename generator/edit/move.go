package edit

import (
	"bytes"
	"strings"
)

// isBehindDash reports whether a byte is the first of its line behind the dash of a list's item.
func (f *File) isBehindDash(at int) bool {
	before := f.src[f.lines.start(f.lines.of(at)):at]
	return string(bytes.TrimSpace(before)) == "-" && bytes.HasSuffix(before, []byte(" "))
}

// isFirstOnLine reports whether nothing stands on the line before a byte.
func (f *File) isFirstOnLine(at int) bool {
	return isBlank(bytes.TrimPrefix(f.src[f.lines.start(f.lines.of(at)):at], []byte(byteOrderMark)))
}

// leadOf is the first of the lines that belong to a key: the remarks above it, up to the value before. Above the first key of a
// group, what is parted from it by an empty line belongs to the group as a whole.
func (f *File) leadOf(key *node) int {
	own := f.lines.of(key.start)
	first := own
	for first > f.lines.of(f.front.start) && f.isBetween(first-1) {
		first--
	}
	for line := own - 1; line >= first; line-- {
		if isBlank(f.lines.text(line)) {
			return line + 1
		}
	}
	return first
}

// isBetween reports whether a line holds no value, only a remark or nothing.
func (f *File) isBetween(line int) bool {
	text := f.lines.text(line)
	return isBlank(text) || isRemark(text)
}

// lastLine is the last line that belongs to an entry of a group on lines: its value, and the remarks below that are indented
// deeper than its key.
func (f *File) lastLine(group *node, e entry) int {
	last := f.lines.of(e.last())
	if e.last() == f.lines.start(last) && last > f.lines.of(e.key.start) {
		last--
	}
	for line := last + 1; line <= f.lines.count() && f.lines.start(line) < f.front.end && f.isBetween(line); line++ {
		if text := f.lines.text(line); isRemark(text) && indentOf(text) >= group.Column {
			last = line
		}
	}
	return last
}

// block is an entry as lines: what stands above it, and its own. Lines are whole, with their ends.
type block struct {
	lead []string
	own  string // from the key on
}

// moved writes the entries of a group in another order. Order names entries by their number. It reports false for groups whose
// entries do not each begin on a line of their own.
func (f *File) moved(group *node, order []int) (splice, bool) {
	if group.isFlow() {
		return f.movedInBrackets(group, order)
	}
	entries := group.entries()
	first := entries[0].key
	behindDash := f.isBehindDash(first.start)
	if !behindDash && !f.isFirstOnLine(first.start) {
		return splice{}, false
	}
	blocks := make([]block, len(entries))
	line, last := f.lines.of(first.start), 0
	if !behindDash {
		line = f.leadOf(first)
	}
	start := f.lines.start(line)
	for i, e := range entries {
		own := f.lines.of(e.key.start)
		if own < line || i > 0 && (!f.isFirstOnLine(e.key.start) || e.key.Column != first.Column) {
			return splice{}, false
		}
		for ; line < own; line++ {
			blocks[i].lead = append(blocks[i].lead, string(f.lines.whole(line)))
		}
		last = f.lastLine(group, e)
		blocks[i].own = string(f.src[e.key.start:f.lines.start(last+1)])
		line = last + 1
	}
	if !bytes.ContainsAny(f.lines.whole(last), "\r\n") {
		blocks[len(blocks)-1].own += f.newline()
	}
	text := f.joined(blocks, order, string(f.src[start:first.start]), behindDash)
	return splice{span{start, f.lines.start(last + 1)}, text}, true
}

// joined writes blocks in an order. before is what stands in front of the first key on its line.
func (f *File) joined(blocks []block, order []int, before string, behindDash bool) string {
	if !behindDash {
		before = before[len(before)-indentOf([]byte(lastOf(before))):]
	}
	indent := strings.Repeat(" ", len([]rune(before)))
	newFirst, oldFirst := &blocks[order[0]], &blocks[0]
	empty := 0
	for empty < len(newFirst.lead) && isBlank([]byte(newFirst.lead[empty])) {
		empty++
	}
	oldFirst.lead = append(newFirst.lead[:empty:empty], oldFirst.lead...) // no empty line opens a group
	newFirst.lead = newFirst.lead[empty:]

	var out strings.Builder
	for i, number := range order {
		b := blocks[number]
		for _, line := range b.lead {
			if i == 0 && behindDash {
				line = before[:indentOf([]byte(before))] + strings.TrimLeft(line, " \t")
			}
			out.WriteString(line)
		}
		if i == 0 {
			out.WriteString(before)
		} else {
			out.WriteString(indent)
		}
		out.WriteString(b.own)
	}
	return out.String()
}

// lastOf is the part of a text behind its last line break.
func lastOf(text string) string { return text[strings.LastIndexAny(text, "\r\n")+1:] }

// movedInBrackets changes the places of entries and leaves what separates them. A remark among them would lose its place.
func (f *File) movedInBrackets(group *node, order []int) (splice, bool) {
	if f.hasComment(group.span) {
		return splice{}, false
	}
	entries := group.entries()
	var out strings.Builder
	at := entries[0].key.start
	for i, e := range entries {
		other := entries[order[i]]
		if e.key.start < at {
			return splice{}, false
		}
		out.Write(f.src[at:e.key.start])
		out.Write(f.src[other.key.start:other.last()])
		at = e.last()
	}
	return splice{span{entries[0].key.start, at}, out.String()}, true
}
