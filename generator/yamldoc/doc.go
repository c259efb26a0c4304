// Package yamldoc turns the fields of one file into a tree with true positions, or says in plain words why it cannot be read.
//
// Parse (doc.go) checks the bytes first (encoding.go), then reads them itself where they are plain (plain.go, in the room of room.go) or lets gopkg.in/yaml.v3 do it, into its nodes only, since it
// panics on some inputs when it decodes into Go values, and then refuses what the content format leaves out or what the
// language would silently swallow (guard.go, lost.go). When the text cannot be read, the library often gives no line or the wrong one: then
// the doctor (doctor.go) looks at the lines itself (suspect.go, value.go) for what people get wrong, tries the cure, and believes only in cures
// that help. Split.go parts a Markdown file, source.go knows lines and columns, words.go what is said to editors. Values.go
// reads the small things typists write in more than one way: yes and no, days, amounts.
package yamldoc

import (
	"errors"
	"fmt"

	"mappe/generator/diag"

	"gopkg.in/yaml.v3"
)

// MaxSize is the largest file, in bytes.
const MaxSize = 256 << 10

// maxDepth is how deep groups and lists may stand in each other, the outermost fields counted.
const maxDepth = 16

var (
	errEmpty    = errors.New("no fields")
	errNoFields = errors.New("the outermost thing is no group of fields")
)

// Parse reads the fields of one file. src begins on line firstLine of the file (1, but for fields above a Markdown body).
// The result is the tree of the outermost fields, its lines those of the file and its columns in characters, or nil
// together with at least one error. Errors may also stand beside a tree that is otherwise sound.
func Parse(file string, src []byte, firstLine int) (*yaml.Node, []diag.Finding) {
	return new(Reader).Parse(file, src, firstLine)
}

// Parse is Parse in the reader's room.
func (r *Reader) Parse(file string, src []byte, firstLine int) (*yaml.Node, []diag.Finding) {
	return r.read(&report{file: file, firstLine: max(firstLine, 1), kind: yaml.MappingNode}, src)
}

// ParseFront is Parse for the fields of a Markdown file, whose bytes were looked at when it was split.
func (r *Reader) ParseFront(file string, parts Parts) (*yaml.Node, []diag.Finding) {
	rep := &report{file: file, firstLine: max(parts.FrontLine, 1), kind: yaml.MappingNode}
	return r.fields(rep, rep.withoutMark(parts.Front))
}

// ParseList reads a file that is a list of groups of fields, as vocabularies are; otherwise it is like Parse.
func ParseList(file string, src []byte) (*yaml.Node, []diag.Finding) {
	return new(Reader).ParseList(file, src)
}

// ParseList is ParseList in the reader's room.
func (r *Reader) ParseList(file string, src []byte) (*yaml.Node, []diag.Finding) {
	return r.read(&report{file: file, firstLine: 1, kind: yaml.SequenceNode}, src)
}

func (in *Reader) read(r *report, src []byte) (*yaml.Node, []diag.Finding) {
	src, ok := r.decode(src)
	if !ok {
		return nil, r.findings
	}
	return in.fields(r, src)
}

// fields reads what has been decoded.
func (in *Reader) fields(r *report, src []byte) (*yaml.Node, []diag.Finding) {
	s := &in.source
	s.cut(r.plainBreaks(src))
	root := plain(s, r.kind, &in.room)
	if root != nil {
		r.guardPlain(s, root)
	} else {
		var err error
		if root, err = r.parse(s.text); err != nil {
			r.doctor(s, err)
			return nil, r.findings
		}
		r.guard(s, root, nil)
	}
	r.shift(root, 0)
	return root, r.findings
}

// parse reads the first document of src. Its panics become errors.
func (r *report) parse(src []byte) (root *yaml.Node, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			root, err = nil, fmt.Errorf("yaml: %v", cause)
		}
	}()
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 || doc.Content[0].Tag == "!!null" && doc.Content[0].Value == "" {
		return nil, errEmpty
	}
	if root := doc.Content[0]; root.Kind == r.kind {
		return root, nil
	}
	return nil, errNoFields
}

// shift turns the lines of the text into those of the file.
func (r *report) shift(n *yaml.Node, depth int) {
	n.Line += r.firstLine - 1
	if depth > maxDepth {
		n.Content = nil
	}
	for _, child := range n.Content {
		r.shift(child, depth+1)
	}
}

// report collects the findings of one file.
type report struct {
	file      string
	firstLine int
	// kind is what the outermost thing has to be, a group of fields or a list.
	kind     yaml.Kind
	findings []diag.Finding
}

// find notes something at a line and column of the text, both from 0.
func (r *report) find(line, column int, severity diag.Severity, code string, w words) {
	r.findings = append(r.findings, diag.Finding{
		File: r.file, Line: r.firstLine + line, Column: column + 1,
		Severity: severity, Code: code, Message: w.message, Hint: w.hint,
	})
}
