package content

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxID is the greatest length of an id in characters.
const maxID = 60

// ValidID reports whether an id may name a record: small letters, digits and single hyphens between them, and none of the
// names that every list uses for pages of its own.
func ValidID(id string) bool {
	if id == "" || len(id) > maxID || strings.HasPrefix(id, "-") || strings.HasSuffix(id, "-") || strings.Contains(id, "--") {
		return false
	}
	return !strings.ContainsFunc(id, func(r rune) bool { return r != '-' && !isPlain(r) }) && !reserved(id)
}

// isPlain reports whether a character may stand anywhere in an id.
func isPlain(r rune) bool { return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' }

// reserved reports whether an id is that of a page which every list has: index, find, by and page-<n>.
func reserved(id string) bool {
	if id == "index" || id == "find" || id == "by" {
		return true
	}
	number, isPage := strings.CutPrefix(id, "page-")
	return isPage && number != "" && strings.Trim(number, "0123456789") == ""
}

// SuggestID makes an id out of what somebody wrote in its place: "Größe & Ärger" becomes groesse-aerger. It is empty where
// nothing usable is left.
func SuggestID(written string) string {
	umlauts := strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")
	folded := norm.NFD.String(umlauts.Replace(strings.ToLower(norm.NFC.String(written))))
	var id strings.Builder
	gap := false
	for _, r := range folded {
		switch {
		case unicode.Is(unicode.Mn, r): // an accent: é is written e
		case isPlain(r):
			if gap && id.Len() > 0 {
				id.WriteByte('-')
			}
			id.WriteRune(r)
			gap = false
		default:
			gap = true
		}
	}
	suggestion := id.String()
	if len(suggestion) > maxID {
		suggestion = strings.TrimSuffix(suggestion[:maxID], "-")
	}
	if reserved(suggestion) {
		suggestion += "-1"
	}
	return suggestion
}

// ignored reports whether a file or folder is none of the program's business: by the content format what starts with _ or .
// and README files, beside it what editors and systems leave lying about.
func ignored(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	return strings.HasPrefix(name, "_") || strings.HasPrefix(name, ".") || strings.EqualFold(stem, "README") ||
		strings.HasSuffix(name, "~") || strings.HasPrefix(name, "~$") || strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// textFile splits a file name into what it names and its language: index.ar.md is index in ar, kurs.yaml is kurs in the
// default language. It reports false for files that hold no record's text.
func textFile(name string) (stem, lang string, ok bool) {
	ext := path.Ext(name)
	if ext != ".md" && ext != ".yaml" {
		return "", "", false
	}
	stem, lang, _ = strings.Cut(strings.TrimSuffix(name, ext), ".")
	return stem, lang, true
}

// maybeLanguage reports whether what stands between the dots of a file name can be the code of a language: it is not in
// "index.de - Kopie.md".
func maybeLanguage(code string) bool {
	return !strings.ContainsFunc(code, func(r rune) bool { return r != '-' && r != '.' && !isPlain(unicode.ToLower(r)) })
}

// almostText reports that a file was probably meant to hold text but has another ending than such files have, and how it
// should be called: index.yml, index.MD, or index.md.txt, as a text editor under Windows likes to save it.
func almostText(name string) (better string, ok bool) {
	if _, _, isText := textFile(name); isText {
		return "", false
	}
	lower := strings.ToLower(name)
	for _, ending := range [][2]string{{".md.txt", ".md"}, {".yaml.txt", ".yaml"}, {".yml", ".yaml"}, {".yaml", ".yaml"}, {".markdown", ".md"}, {".md", ".md"}} {
		if strings.HasSuffix(lower, ending[0]) {
			return name[:len(name)-len(ending[0])] + ending[1], true
		}
	}
	return "", false
}
