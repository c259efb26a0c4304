// Package edit changes single lines of a user's file and nothing else: every byte it has no reason to touch stays as it was,
// comments, blank lines and line ends included. It never writes a file anew from its values.
//
// The way through the files: edit.go opens a file for changes and applies them, shape.go says which fields it may hold; tree.go
// finds out where in the file each value begins and ends, scalar.go does so for single values, comments.go for remarks; set.go sets and removes
// single fields, quote.go writes a text so that it is read back. Format.go brings a file into the form of the program,
// with order.go and move.go for the order of fields, canonical.go for the form of values, textlist.go and ids.go for lists; same.go holds it against what the
// file said before, and stub.go recognises translations without text.
package edit

import (
	"bytes"
	"fmt"
	"path"
	"slices"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
	"mappe/generator/yamldoc"
)

const byteOrderMark = "\uFEFF"

// File is a user's file, opened for changes. Fields are named by their path: keys, and for the items of a list their id or, where
// they have none, their number from 0.
type File struct {
	path  string
	shape Shape
	src   []byte
	lines lines
	// front is the part of the file that holds the fields.
	front span
	root  *node
	// remarks are the comments among the fields, in order.
	remarks []span
}

// span is a part of a file in bytes, from the first to behind the last.
type span struct{ start, end int }

// Open reads a file. It is nil together with at least one error where the file cannot be read, and then nothing may change it.
func Open(path string, src []byte, shape Shape) (*File, []diag.Finding) {
	f := &File{path: path, shape: shape, src: src, lines: newLines(src)}
	fields, line, findings := f.fields()
	if diag.CountOf(findings).Errors > 0 {
		return nil, findings
	}
	root, more := parse(path, fields, line, shape)
	if findings = append(findings, more...); root == nil || diag.CountOf(findings).Errors > 0 {
		return nil, findings
	}
	tree := &builder{src: src, lines: f.lines}
	if f.root = tree.node(root, -1); tree.failed {
		return nil, append(findings, notEditable(path))
	}
	f.remarks = f.comments()
	return f, findings
}

// notEditable is what is said of a file whose text the program cannot be sure of.
func notEditable(path string) diag.Finding {
	return diag.Finding{File: path, Line: 1, Column: 1, Severity: diag.Error, Code: "not-editable",
		Message: diag.Textf("mappe kann diese Datei nicht sicher ändern und lässt sie, wie sie ist.", "mappe cannot change this file safely and leaves it as it is."),
		Hint:    diag.Textf("Ändern Sie sie selbst.", "Change it yourself.")}
}

// fields finds the part of the file that holds its fields.
func (f *File) fields() (text []byte, line int, findings []diag.Finding) {
	mark := 0
	if bytes.HasPrefix(f.src, []byte(byteOrderMark)) {
		mark = len(byteOrderMark)
	}
	if path.Ext(f.path) != ".md" {
		f.front = span{mark, len(f.src)}
		return f.src, 1, nil
	}
	parts, findings := yamldoc.SplitFrontMatter(f.path, f.src)
	start := f.lines.start(parts.FrontLine)
	if parts.FrontLine == 1 {
		start += mark
	}
	f.front = span{start, start + len(parts.Front)}
	return parts.Front, parts.FrontLine, findings
}

func parse(path string, fields []byte, line int, shape Shape) (*yaml.Node, []diag.Finding) {
	if shape.list {
		return yamldoc.ParseList(path, fields)
	}
	return yamldoc.Parse(path, fields, line)
}

// Bytes returns the file as it is now.
func (f *File) Bytes() []byte { return f.src }

// change applies splices. Where the outcome could not be read, the file stays as it was.
func (f *File) change(list []splice) error {
	changed, findings := Open(f.path, apply(f.src, list), f.shape)
	if changed == nil {
		first := slices.IndexFunc(findings, func(d diag.Finding) bool { return d.Severity == diag.Error })
		return fmt.Errorf("changing %s: line %d: %s", f.path, findings[first].Line, findings[first].Message.EN)
	}
	*f = *changed
	return nil
}

// newline is how the file ends its lines, by its first.
func (f *File) newline() string {
	at := bytes.IndexAny(f.src, "\r\n")
	switch {
	case at < 0 || f.src[at] == '\n':
		return "\n"
	case at+1 < len(f.src) && f.src[at+1] == '\n':
		return "\r\n"
	}
	return "\r"
}

// finding is something about a node of the file.
func (f *File) finding(n *node, code string, message diag.Text) diag.Finding {
	return diag.Finding{File: f.path, Line: n.Line, Column: n.Column, Severity: diag.Warning, Code: code, Message: message}
}

// splice puts a text in place of a part of a file.
type splice struct {
	span
	text string
}

// insert is a splice that takes nothing away.
func insert(at int, text string) splice { return splice{span{at, at}, text} }

// apply makes the changes that do not touch each other; of two that overlap, the first is made.
func apply(src []byte, list []splice) []byte {
	slices.SortStableFunc(list, func(a, b splice) int { return a.start - b.start })
	var out []byte
	at := 0
	for _, s := range list {
		if s.start < at {
			continue
		}
		out = append(out, src[at:s.start]...)
		out = append(out, s.text...)
		at = s.end
	}
	return append(out, src[at:]...)
}
