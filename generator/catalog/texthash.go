package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// textHash names the state of a record's texts, so that a translation can say which it was made from: the first 12 hex digits of
// SHA-256 over all texts but keywords and extra, each as path=value, white space folded, joined by U+001F (CONTENT.md,
// "Translation state").
func textHash(texts []FieldText) string {
	var all strings.Builder
	for _, t := range texts {
		if t.Key == "keywords" || t.Key == "extra" {
			continue
		}
		if all.Len() > 0 {
			all.WriteByte('\x1f')
		}
		all.WriteString(norm.NFC.String(t.Path))
		all.WriteByte('=')
		all.WriteString(fold(norm.NFC.String(t.Words)))
	}
	sum := sha256.Sum256([]byte(all.String()))
	return hex.EncodeToString(sum[:6])
}

// TextHash names the state of a record's texts in the default language, as translations.lock holds it.
func (c *Catalogue) TextHash(entry Entry) string { return textHash(c.TextsOf(entry, c.Default)) }
