package content

import (
	"path"
	"regexp"
	"strings"
)

// maxID is the greatest length of an id in characters.
const maxID = 60

var idRule = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// reservedIDs have pages of their own in every list.
var reservedIDs = regexp.MustCompile(`^(index|find|by|page-[0-9]+)$`)

// ValidID reports whether an id may name a record.
func ValidID(id string) bool {
	return len(id) <= maxID && idRule.MatchString(id) && !reservedIDs.MatchString(id)
}

// SuggestID makes an id out of what somebody wrote in its place: "Größe & Ärger" becomes groesse-aerger. It is empty where
// nothing usable is left.
func SuggestID(written string) string {
	folded := strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").Replace(strings.ToLower(written))
	var id strings.Builder
	for _, r := range folded {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			id.WriteRune(r)
		case id.Len() > 0 && !strings.HasSuffix(id.String(), "-"):
			id.WriteByte('-')
		}
	}
	suggestion := id.String()
	if len(suggestion) > maxID {
		suggestion = suggestion[:maxID]
	}
	suggestion = strings.Trim(suggestion, "-")
	if reservedIDs.MatchString(suggestion) {
		suggestion += "-1"
	}
	return suggestion
}

// ignored reports whether a file or folder is none of the program's business.
func ignored(name string) bool {
	return strings.HasPrefix(name, "_") || strings.HasPrefix(name, ".") ||
		strings.EqualFold(name, "README") || strings.HasPrefix(strings.ToUpper(name), "README.") ||
		strings.HasSuffix(name, "~") || name == "Thumbs.db" || name == "desktop.ini"
}

// textFile splits a file name into what it names and its language: index.ar.md is index in ar, kurs.yaml is kurs in the
// default language. It reports false for files that hold no record's text.
func textFile(name string) (stem, lang string, ok bool) {
	switch path.Ext(name) {
	case ".md", ".yaml", ".yml":
	default:
		return "", "", false
	}
	stem = strings.TrimSuffix(name, path.Ext(name))
	stem, lang, _ = strings.Cut(stem, ".")
	return stem, lang, true
}
