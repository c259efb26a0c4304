package diag

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// Printer writes findings for a person at a terminal: file and place, severity, message, the line with a caret, the hint.
type Printer struct {
	// Source is the folder the findings' files lie in, to show their lines; nil shows none.
	Source fs.FS
	Lang   Lang
	// Colour marks severities with terminal colours.
	Colour bool
}

// Print writes the findings in the order given.
func (p *Printer) Print(w io.Writer, findings []Finding) error {
	var out bytes.Buffer
	var file string
	var lines []string
	for _, f := range findings {
		if f.File != file {
			file, lines = f.File, p.lines(f.File)
		}
		p.one(&out, f, lines)
	}
	_, err := w.Write(out.Bytes())
	if err != nil {
		return fmt.Errorf("printing the findings: %w", err)
	}
	return nil
}

func (p *Printer) one(out *bytes.Buffer, f Finding, lines []string) {
	fmt.Fprintf(out, "%s:%d:%d: %s: %s [%s]\n", f.File, f.Line, f.Column, p.severity(f.Severity), f.Message.In(p.Lang), f.Code)
	if f.Line <= len(lines) && strings.TrimSpace(lines[f.Line-1]) != "" {
		text, caret := Excerpt(lines[f.Line-1], f.Column)
		number := fmt.Sprintf("%5d", f.Line)
		fmt.Fprintf(out, "%s | %s\n%s | %s\n", number, text, strings.Repeat(" ", len(number)), caret)
	}
	if hint := f.Hint.In(p.Lang); hint != "" {
		fmt.Fprintf(out, "      → %s\n", hint)
	}
}

func (p *Printer) severity(s Severity) string {
	word := [2][3]string{German: {"Fehler", "Warnung", "Hinweis"}, English: {"error", "warning", "info"}}[p.Lang][s]
	if !p.Colour {
		return word
	}
	return [...]string{"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m"}[s] + word + "\x1b[0m"
}

func (p *Printer) lines(file string) []string {
	if p.Source == nil {
		return nil
	}
	src, err := fs.ReadFile(p.Source, file)
	if err != nil {
		return nil
	}
	return strings.Split(strings.TrimPrefix(string(src), "\ufeff"), "\n")
}

// Excerpt returns a line fit for a terminal, with a second one that has a caret below the column. Tabs become single blanks so that
// the caret stands right; of a long line the part around the column is shown.
func Excerpt(line string, column int) (text, caret string) {
	const width, lead = 100, 60
	runes := []rune(strings.Map(printable, strings.TrimRight(line, "\r")))
	at := min(column-1, len(runes))
	start := 0
	if len(runes) > width && at > lead {
		start = at - lead
	}
	end := min(len(runes), start+width)
	text = string(runes[start:end])
	if start > 0 {
		text = "…" + text
		at++
	}
	if end < len(runes) {
		text += "…"
	}
	return text, strings.Repeat(" ", at-start) + "^"
}

func printable(r rune) rune {
	switch {
	case r == '\t' || r == '\u00a0':
		return ' '
	case r < ' ' || r == 0x7f || r == '\ufffd':
		return '?'
	}
	return r
}
