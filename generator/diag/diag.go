// Package diag is what the program tells an editor: a finding with its file, line, cause and cure, in words for people who
// are not programmers.
//
// The way through the files: diag.go is the finding, suggest.go the nearest known word, print.go text with the line
// and a caret, formats.go JSON and what GitHub and GitLab read.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Severity says what a finding means for the site: an error stops the build, a warning asks for attention, an info is tidiness.
type Severity uint8

// The severities, the gravest first.
const (
	Error Severity = iota
	Warning
	Info
)

// String returns the word that the JSON output uses.
func (s Severity) String() string { return [...]string{"error", "warning", "info"}[s] }

// Lang is the language findings are told in.
type Lang uint8

// The languages of findings.
const (
	German Lang = iota
	English
)

// Text is one sentence in every language of findings.
type Text struct {
	DE, EN string
}

// maxQuoted is how much of a text from a file a sentence quotes, in characters.
const maxQuoted = 300

// Textf fills the same values into both sentences; a sentence that needs another order says %[2]s. Texts among the values come
// from files, so they are made fit for one line of a terminal: long ones are cut, line breaks and control characters become blanks.
func Textf(de, en string, values ...any) Text {
	fit := make([]any, len(values))
	for i, value := range values {
		if words, ok := value.(string); ok {
			value = quotable(words)
		}
		fit[i] = value
	}
	return Text{DE: fmt.Sprintf(de, fit...), EN: fmt.Sprintf(en, fit...)}
}

func quotable(words string) string {
	if runes := []rune(words); len(runes) > maxQuoted {
		words = string(runes[:maxQuoted]) + "…"
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != 0 || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, words)
}

// In returns the sentence in a language.
func (t Text) In(lang Lang) string {
	if lang == English {
		return t.EN
	}
	return t.DE
}

// Finding is one thing that is wrong, or could be better, at one place of one file.
type Finding struct {
	// File is the path below the source folder, with slashes.
	File string
	// Line and Column count from 1, columns in characters. Both are 1 for the whole file.
	Line, Column int
	Severity     Severity
	// Code names the rule, such as unknown-key; it never changes, so that people can search for it.
	Code string
	// Message says which record and what is wrong, Hint what to write instead (may be empty).
	Message, Hint Text
}

// Sort brings findings into the order they are told in, by file, line, column and rule, and drops repetitions.
func Sort(findings []Finding) []Finding {
	slices.SortStableFunc(findings, compare)
	return slices.Compact(findings)
}

func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message.DE, b.Message.DE),
		cmp.Compare(a.Message.EN, b.Message.EN),
		cmp.Compare(a.Hint.DE, b.Hint.DE),
		cmp.Compare(a.Hint.EN, b.Hint.EN),
	)
}

// Count says how many findings there are of each severity.
type Count struct {
	Errors, Warnings, Infos int
}

// CountOf counts findings by severity.
func CountOf(findings []Finding) Count {
	var c Count
	for _, f := range findings {
		switch f.Severity {
		case Error:
			c.Errors++
		case Warning:
			c.Warnings++
		case Info:
			c.Infos++
		}
	}
	return c
}
