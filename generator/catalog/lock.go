package catalog

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"mappe/generator/content"
	"mappe/generator/diag"
)

// Lock is translations.lock: for each translation the hash of the texts it was made from. Lines are sorted, so that changes by
// several people merge.
type Lock struct {
	hashes map[lockKey]string
}

type lockKey struct{ record, lang string }

// NewLock returns an empty lock.
func NewLock() *Lock { return &Lock{hashes: map[lockKey]string{}} }

// ParseLock reads translations.lock. A line that is none is a finding, and kept out.
func ParseLock(file string, src []byte) (*Lock, []diag.Finding) {
	lock := NewLock()
	var findings []diag.Finding
	find := func(line int, message diag.Text) {
		findings = append(findings, diag.Finding{File: file, Line: line, Column: 1, Severity: diag.Warning, Code: "lock-line", Message: message,
			Hint: diag.Textf("Entfernen Sie die Zeile, und bestätigen Sie die Übersetzung mit „mappe translations accept“.", "Remove the line, and confirm the translation with “mappe translations accept”.")})
	}
	number := 0
	for line := range strings.SplitSeq(strings.TrimPrefix(string(src), "\ufeff"), "\n") {
		number++
		line = strings.TrimRight(line, "\r ")
		if line == "" {
			continue
		}
		parts := strings.Split(line, " ")
		if len(parts) != 3 || !isLockKey(parts[0]) || !isLanguageCode(parts[1]) || len(parts[2]) != 12 || strings.Trim(parts[2], "0123456789abcdef") != "" {
			find(number, diag.Textf("Diese Zeile versteht mappe nicht; die Datei schreibt das Programm selbst.", "mappe does not understand this line; the program writes the file itself."))
			continue
		}
		key := lockKey{parts[0], parts[1]}
		if other := lock.hashes[key]; other != "" && other != parts[2] { // both sides of a merge
			find(number, diag.Textf("Für %s in der Sprache %s gibt es zwei Zeilen; es gilt die letzte.", "There are two lines for %s in the language %s; the last one holds.", key.record, key.lang))
		}
		lock.hashes[key] = parts[2]
	}
	return lock, findings
}

// isLockKey reports whether words have the form <type>/<id>.
func isLockKey(words string) bool {
	folder, id, both := strings.Cut(words, "/")
	return both && folder != "" && strings.Trim(folder, "abcdefghijklmnopqrstuvwxyz") == "" && content.ValidID(id)
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

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
