package catalog

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"mappe/generator/diag"
)

// Lock is translations.lock: for each translation the hash of the texts it was made from. Lines are sorted, so that changes by
// several people merge.
type Lock struct {
	hashes map[lockKey]string
}

type lockKey struct{ record, lang string }

var lockLine = regexp.MustCompile(`^([a-z]+/[a-z0-9-]+) ([A-Za-z0-9-]+) ([0-9a-f]{12})$`)

// NewLock returns an empty lock.
func NewLock() *Lock { return &Lock{hashes: map[lockKey]string{}} }

// ParseLock reads translations.lock. A line that is none is a finding, and kept out.
func ParseLock(file string, src []byte) (*Lock, []diag.Finding) {
	lock := NewLock()
	var findings []diag.Finding
	number := 0
	for line := range strings.SplitSeq(string(src), "\n") {
		number++
		line = strings.TrimRight(line, "\r ")
		if line == "" {
			continue
		}
		parts := lockLine.FindStringSubmatch(line)
		if parts == nil {
			findings = append(findings, diag.Finding{File: file, Line: number, Column: 1, Severity: diag.Warning, Code: "lock-line",
				Message: diag.Textf("Diese Zeile versteht mappe nicht; die Datei schreibt das Programm selbst.", "mappe does not understand this line; the program writes the file itself."),
				Hint:    diag.Textf("Entfernen Sie die Zeile, und bestätigen Sie die Übersetzung mit „mappe translations accept“.", "Remove the line, and confirm the translation with “mappe translations accept”.")})
			continue
		}
		lock.hashes[lockKey{parts[1], parts[2]}] = parts[3]
	}
	return lock, findings
}

// Hash returns the hash a translation was made from, empty where the lock does not say.
func (l *Lock) Hash(record, lang string) string { return l.hashes[lockKey{record, lang}] }

// Set says which texts a translation was made from.
func (l *Lock) Set(record, lang, hash string) { l.hashes[lockKey{record, lang}] = hash }

// Keep drops the lines of which keep says no.
func (l *Lock) Keep(keep func(record, lang string) bool) {
	for key := range l.hashes {
		if !keep(key.record, key.lang) {
			delete(l.hashes, key)
		}
	}
}

// Bytes writes the lock as its file holds it.
func (l *Lock) Bytes() []byte {
	lines := make([]string, 0, len(l.hashes))
	for key, hash := range l.hashes {
		lines = append(lines, fmt.Sprintf("%s %s %s\n", key.record, key.lang, hash))
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, ""))
}
