package build

import (
	"maps"
	"slices"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/content"
	"mappe/generator/diag"
)

// brokenRecords names the records with errors, <type>/<id>. beyond says that there are errors outside of records too, in the
// settings, a vocabulary or the theme, without which no page can be right.
func brokenRecords(c *catalog.Catalogue, findings []diag.Finding) (broken []string, beyond bool) {
	seen := map[string]bool{}
	for _, f := range findings {
		if f.Severity != diag.Error {
			continue
		}
		key := keyOf(f.File)
		if isMedia(f.File) {
			continue
		}
		if key == "" || c == nil {
			beyond = true
		} else if !seen[key] {
			seen[key] = true
			broken = append(broken, key)
		}
	}
	return broken, beyond
}

// isMedia reports whether a file is in media/. A picture there that cannot be used is left out, its pages are not.
func isMedia(file string) bool { return strings.HasPrefix(file, content.Root+"/media/") }

// keyOf is the record a file belongs to by its path, as <type>/<id>; empty for files of no record.
func keyOf(file string) string {
	parts := strings.Split(file, "/")
	if len(parts) < 3 || parts[0] != content.Root || parts[1] == "vocabulary" || parts[1] == "timetables" || parts[1] == "media" {
		return ""
	}
	id, _, _ := strings.Cut(parts[2], ".")
	return parts[1] + "/" + id
}

// stopped reports whether errors remain that keep the site from being published.
func (r *Ready) stopped(excluded map[string]bool) bool {
	return slices.ContainsFunc(r.Findings, func(f diag.Finding) bool {
		return f.Severity == diag.Error && !excluded[keyOf(f.File)] && !(r.SkipBroken && isMedia(f.File))
	})
}

// addAll adds keys to a set; it reports whether any was new.
func addAll(set map[string]bool, keys []string) bool {
	before := len(set)
	for _, key := range keys {
		set[key] = true
	}
	return len(set) > before
}

func sortedKeys(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }
