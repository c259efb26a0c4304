package edit

import (
	"bytes"

	"mappe/generator/diag"
)

// Formatted is a file as the program would write it.
type Formatted struct {
	Src []byte
	// Changes says what differs from the file as it was, at its lines. Without any, Src is that file.
	Changes []diag.Finding
	// Findings says why a file that cannot be read was left alone.
	Findings []diag.Finding
}

// Format puts fields into their canonical order, writes values in the first of their forms and lists of texts one item a line, gives
// ids to items that hold texts, and takes away what nobody sees. A file that cannot be read, or that would not say the same
// afterwards, is left alone.
func Format(path string, src []byte, shape Shape) Formatted {
	f, changes, findings := openKindly(path, src, shape)
	if f == nil {
		return Formatted{Src: src, Findings: findings}
	}
	for _, found := range [][]rewrite{f.values(), f.textLists(), f.ids()} {
		for _, r := range found {
			changes = append(changes, r.finding)
		}
	}
	changes = append(changes, f.disorder()...)
	if len(changes) == 0 {
		return Formatted{Src: src}
	}
	formatted, err := f.formatted()
	if err != nil || !f.same(formatted) {
		return Formatted{Src: src, Findings: []diag.Finding{notEditable(path)}}
	}
	return Formatted{Src: formatted.src, Changes: diag.Sort(changes)}
}

// formatted makes the changes one kind after the other, since each moves what the next looks at.
func (f *File) formatted() (*File, error) {
	changed := *f
	for _, find := range []func(*File) []rewrite{(*File).values, (*File).textLists, (*File).ids} {
		var list []splice
		for _, r := range find(&changed) {
			list = append(list, r.splices...)
		}
		if len(list) == 0 {
			continue
		}
		if err := changed.change(list); err != nil {
			return nil, err
		}
	}
	return &changed, changed.order()
}

// openKindly opens a file without a byte order mark, with an end to its last line, and with plain blanks for the non-breaking ones
// that its lines begin with, if that is what keeps it from being read.
func openKindly(path string, src []byte, shape Shape) (*File, []diag.Finding, []diag.Finding) {
	var changes []diag.Finding
	say := func(line int, code string, message diag.Text) {
		changes = append(changes, diag.Finding{File: path, Line: line, Column: 1, Severity: diag.Warning, Code: code, Message: message})
	}
	if rest, marked := bytes.CutPrefix(src, []byte(byteOrderMark)); marked {
		say(1, "byte-order-mark", diag.Textf("Das unsichtbare Zeichen am Anfang der Datei (BOM) fällt weg.", "The invisible character at the start of the file (BOM) goes."))
		src = rest
	}
	if last := len(src) - 1; last >= 0 && src[last] != '\n' && src[last] != '\r' {
		say(newLines(src).count(), "final-newline", diag.Textf("Die letzte Zeile bekommt ein Zeilenende.", "The last line is given an end."))
		src = append(bytes.Clone(src), (&File{src: src}).newline()...)
	}
	f, findings := Open(path, src, shape)
	if f != nil {
		return f, changes, nil
	}
	plain, line := plainIndentation(path, src)
	if line == 0 {
		return nil, nil, findings
	}
	if f, _ = Open(path, plain, shape); f == nil {
		return nil, nil, findings
	}
	say(line, "hidden-character", diag.Textf("Geschützte Leerzeichen am Anfang von Zeilen werden zu gewöhnlichen.", "Non-breaking spaces at the start of lines become plain ones."))
	return f, changes, nil
}

// plainIndentation puts plain blanks in place of the non-breaking ones that lines of fields begin with, and tells the first such line, 0 for none.
func plainIndentation(path string, src []byte) (plain []byte, first int) {
	f := &File{path: path, src: src, lines: newLines(src)}
	if _, _, findings := f.fields(); len(findings) > 0 {
		return src, 0
	}
	var list []splice
	for line := f.lines.of(f.front.start); line <= f.lines.count() && f.lines.start(line) < f.front.end; line++ {
		text := f.lines.text(line)
		indent := text[:len(text)-len(bytes.TrimLeft(text, " \u00a0"))]
		if bytes.ContainsRune(indent, '\u00a0') {
			start := f.lines.start(line)
			list = append(list, splice{span{start, start + len(indent)}, string(bytes.ReplaceAll(indent, []byte("\u00a0"), []byte(" ")))})
			if first == 0 {
				first = line
			}
		}
	}
	return apply(src, list), first
}
