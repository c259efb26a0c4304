package diag

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"
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
	fmt.Fprintf(out, "%s:%d:%d: %s: %s [%s]\n", quotable(f.File), f.Line, f.Column, p.severity(f.Severity), f.Message.In(p.Lang), f.Code)
	if f.Line >= 1 && f.Line <= len(lines) && strings.ContainsFunc(lines[f.Line-1], tells) {
		text, caret := Excerpt(lines[f.Line-1], f.Column)
		number := fmt.Sprintf("%5d", f.Line)
		fmt.Fprintf(out, "%s | %s\n%s | %s\n", number, text, strings.Repeat(" ", len(number)), caret)
	}
	if hint := f.Hint.In(p.Lang); hint != "" {
		fmt.Fprintf(out, "      → %s\n", hint)
	}
}

// tells reports whether a sign makes a line worth showing; a blank line and --- do not.
func tells(r rune) bool { return !unicode.IsSpace(r) && r != '-' }

func (p *Printer) severity(s Severity) string {
	word := [2][3]string{German: {"Fehler", "Warnung", "Hinweis"}, English: {"error", "warning", "info"}}[p.Lang][s]
	if !p.Colour {
		return word
	}
	return [...]string{"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m"}[s] + word + "\x1b[0m"
}

// lines cuts a file into lines as editors do, at \n, \r\n and \r. A file that is no text, such as a picture, has none.
func (p *Printer) lines(file string) []string {
	if p.Source == nil {
		return nil
	}
	src, err := fs.ReadFile(p.Source, file)
	if err != nil || bytes.IndexByte(src[:min(len(src), 8000)], 0) >= 0 {
		return nil
	}
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(string(src), "\ufeff"))
	return strings.Split(text, "\n")
}

// Excerpt returns a line fit for a terminal, with a second one that has a caret below the column (from 1, in characters). Tabs
// become single blanks so that the caret stands right; of a long line the part around the column is shown.
func Excerpt(line string, column int) (text, caret string) {
	const width, lead = 100, 60
	runes := []rune(strings.Map(printable, strings.TrimRight(line, "\r\n")))
	at := min(max(column-1, 0), len(runes))
	start := 0
	if len(runes) > width && at > lead {
		start = at - lead
	}
	end := min(len(runes), start+width)
	text = string(runes[start:end])
	indent := strings.Map(blank, string(runes[start:at]))
	if start > 0 {
		text, indent = "…"+text, " "+indent
	}
	if end < len(runes) {
		text += "…"
	}
	return text, indent + "^"
}

// printable keeps a line's characters in number, and shows those that nobody sees or that would steer the terminal.
func printable(r rune) rune {
	switch {
	case r == '\t' || r == '\u00a0':
		return ' '
	case r == zeroWidthNonJoiner || r == zeroWidthJoiner:
		return r // part of how Persian words are written
	case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' || r == '\ufffd':
		return '?'
	}
	return r
}

const zeroWidthNonJoiner, zeroWidthJoiner = '\u200c', '\u200d'

// blank stands in for a character in the line of the caret: nothing for those that take no room, such as Arabic vowel signs.
func blank(r rune) rune {
	if unicode.In(r, unicode.Mn, unicode.Me) || r == zeroWidthNonJoiner || r == zeroWidthJoiner {
		return -1
	}
	return ' '
}
