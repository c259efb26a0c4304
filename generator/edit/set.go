package edit

import (
	"fmt"
	"strconv"
	"strings"

	"mappe/generator/schema"
)

// Set writes the value of a field as it is to stand in the file, a fact such as 12.50 or a text made by Text. A remark behind the
// old value stays. A field that is not there goes to its place in the canonical order, with the groups around it. It is an
// error if the field holds a list or further fields, or if a list on the way has no such item.
func (f *File) Set(value string, path ...string) error {
	at, err := f.locate(path)
	if err != nil {
		return err
	}
	if len(at.rest) > 0 {
		return f.change([]splice{f.insertion(at, []string{value}, false)})
	}
	n := at.value
	if at.parent != nil && at.parent.isFlow() {
		value = forBrackets(value)
	}
	switch {
	case len(n.content) > 0 || n.isFlow():
		return fmt.Errorf("setting %s: it holds more than one value", strings.Join(path, "."))
	case n.start == n.end:
		value = " " + value
	case n.end > n.start:
		for _, c := range f.remarks { // one behind | or >
			if c.start > n.start && c.start < n.end {
				value += " " + string(f.src[c.start:c.end])
			}
		}
	}
	return f.change([]splice{{n.span, value}})
}

// SetList writes a list of texts, one item a line; inside brackets they stay on the line. Items that stay keep their lines and
// remarks.
func (f *File) SetList(texts []string, path ...string) error {
	at, err := f.locate(path)
	if err != nil {
		return err
	}
	if len(texts) == 0 {
		return f.Remove(path...)
	}
	if len(at.rest) > 0 {
		return f.change([]splice{f.insertion(at, texts, true)})
	}
	n := at.value
	switch {
	case n.isMap() || at.parent == nil || !at.parent.isMap():
		return fmt.Errorf("setting %s: it is no list of texts", strings.Join(path, "."))
	case at.parent.isFlow():
		return f.change([]splice{{n.span, inBrackets(texts)}})
	case n.isFlow() || len(n.items()) == 0:
		e := entry{at.key, n}
		return f.change(f.listOnLines(e, written(texts)))
	}
	var list []splice
	for i, item := range n.items() {
		switch {
		case i >= len(texts):
			list = append(list, splice{f.linesOf(item.start, item.end), ""})
		case item.Value != texts[i] || len(item.content) > 0:
			list = append(list, splice{item.span, Text(texts[i])})
		}
	}
	if last := n.items()[len(n.items())-1]; len(texts) > len(n.items()) {
		lead := strings.Repeat(" ", n.Column-1) + "- "
		list = append(list, f.below(f.lines.of(last.end), lead+strings.Join(written(texts[len(n.items()):]), f.newline()+lead)))
	}
	return f.change(list)
}

// Remove takes a field or an item of a list out; nothing happens where it is not there. Remarks above it stay.
func (f *File) Remove(path ...string) error {
	at, err := f.locate(path)
	if err != nil || len(at.rest) > 0 || at.parent == nil {
		return err
	}
	from, to := at.value.start, at.value.end
	if at.key != nil {
		from, to = at.key.start, entry{at.key, at.value}.last()
	}
	if at.parent.isFlow() {
		return f.change([]splice{{f.withComma(at.parent, span{from, to}), ""}})
	}
	cut := f.linesOf(from, to)
	if f.isBehindDash(from) && at.key != nil {
		if len(at.parent.entries()) == 1 {
			return fmt.Errorf("removing %s: nothing would be left of the item", strings.Join(path, "."))
		}
		cut = span{from, cut.end + indentOf(f.lines.text(f.lines.of(to)+1))}
	}
	return f.change([]splice{{cut, ""}})
}

// place is where a path leads: to a value, or to the last group on the way that is there, and the keys that are not.
type place struct {
	parent, key, value *node
	fields             []schema.Field // of value, where it is a group
	rest               []string
}

func (f *File) locate(path []string) (place, error) {
	at := place{value: f.root, fields: f.shape.fields}
	for i, name := range path {
		switch {
		case at.value.isMap():
			e, found := at.value.find(name)
			if !found {
				at.rest = path[i:]
				return at, nil
			}
			at = place{parent: at.value, key: e.key, value: e.value, fields: f.shape.inner(fieldOf(at.fields, name))}
		case at.value.items() != nil:
			item := itemNamed(at.value, name)
			if item == nil {
				return at, fmt.Errorf("%s: the list has no item %q", strings.Join(path, "."), name)
			}
			at = place{parent: at.value, value: item, fields: at.fields}
		case at.value.isNull():
			at.rest = path[i:]
			return at, nil
		default:
			return at, fmt.Errorf("%s: there are no fields in %q", strings.Join(path, "."), path[i-1])
		}
	}
	return at, nil
}

// itemNamed finds an item by its id, or by its number where it has none.
func itemNamed(list *node, name string) *node {
	for i, item := range list.items() {
		id, found := item.find("id")
		if found && id.value.Value == name || !found && strconv.Itoa(i) == name {
			return item
		}
	}
	return nil
}

// insertion is the splice that writes the fields which are missing on a path.
func (f *File) insertion(at place, values []string, isList bool) splice {
	group := at.value
	if group.isNull() {
		column := at.key.Column - 1 + 2
		return insert(group.end, f.newline()+strings.Join(f.fresh(at.rest, values, isList, column), f.newline()))
	}
	before := f.entryBefore(group, at.fields, at.rest[0])
	if group.isFlow() {
		text := inFlow(at.rest, values, isList)
		switch {
		case before >= 0:
			return insert(group.entries()[before].last(), ", "+text)
		case len(group.content) > 0:
			return insert(group.content[0].start, text+", ")
		}
		return insert(group.start+1, text)
	}
	lines := f.fresh(at.rest, values, isList, group.Column-1)
	if before >= 0 {
		return f.below(f.lastLine(group, group.entries()[before]), strings.Join(lines, f.newline()))
	}
	first := group.content[0]
	text := strings.Join(lines, f.newline())
	if f.isBehindDash(first.start) {
		return insert(first.start, strings.TrimLeft(text, " ")+f.newline()+strings.Repeat(" ", group.Column-1))
	}
	return insert(f.lines.start(f.leadOf(first)), text+f.newline())
}

// entryBefore is the number of the entry behind which a key belongs, -1 for none.
func (f *File) entryBefore(group *node, fields []schema.Field, key string) int {
	before := -1
	own := rankOf(fields, key)
	for i, e := range group.entries() {
		if rank := rankOf(fields, e.key.Value); own < 0 || rank >= 0 && rank < own {
			before = i
		}
	}
	return before
}

// rankOf is a key's place in the canonical order, -1 for unknown keys.
func rankOf(fields []schema.Field, key string) int {
	for i := range fields {
		if fields[i].Key == key {
			return i
		}
	}
	return -1
}

// fresh writes new fields on lines of their own.
func (f *File) fresh(keys, values []string, isList bool, indent int) []string {
	var lines []string
	for i, key := range keys {
		lines = append(lines, strings.Repeat(" ", indent+2*i)+key+":")
	}
	if !isList {
		lines[len(lines)-1] += " " + values[0]
		return lines
	}
	for _, text := range written(values) {
		lines = append(lines, strings.Repeat(" ", indent+2*len(keys))+"- "+text)
	}
	return lines
}

// inFlow writes new fields inside brackets.
func inFlow(keys, values []string, isList bool) string {
	var text string
	if isList {
		text = inBrackets(values)
	} else {
		text = forBrackets(values[0])
	}
	for i := len(keys) - 1; i > 0; i-- {
		text = "{" + keys[i] + ": " + text + "}"
	}
	return keys[0] + ": " + text
}

func inBrackets(texts []string) string {
	list := make([]string, len(texts))
	for i, text := range texts {
		list[i] = quoted(text, true)
	}
	return "[" + strings.Join(list, ", ") + "]"
}

func written(texts []string) []string {
	list := make([]string, len(texts))
	for i, text := range texts {
		list[i] = Text(text)
	}
	return list
}

// below is the splice that adds text on lines of its own below a line.
func (f *File) below(line int, text string) splice {
	at := f.lines.start(line + 1)
	if at == f.lines.end(line) { // the last line of the file, not ended
		return insert(at, f.newline()+text)
	}
	return insert(at, text+f.newline())
}

// linesOf are the whole lines that a part of the file stands on.
func (f *File) linesOf(from, to int) span {
	return span{f.lines.start(f.lines.of(from)), f.lines.start(f.lines.of(to) + 1)}
}

// withComma widens a part of a list or map in brackets by the comma that separates it from its neighbour.
func (f *File) withComma(group *node, part span) span {
	tree := &builder{src: f.src, lines: f.lines}
	if next := tree.skip(part.end, " \t\r\n"); f.src[next] == ',' {
		return span{part.start, tree.skip(next+1, " \t")}
	}
	start := group.start + 1
	for _, child := range group.content {
		if child.start < part.start {
			start = child.end
		}
	}
	return span{start, part.end}
}

// Value returns a single value as it is understood, empty where there is none.
func (f *File) Value(path ...string) string {
	at, err := f.locate(path)
	if err != nil || len(at.rest) > 0 || at.value.isNull() {
		return ""
	}
	return at.value.Value
}
