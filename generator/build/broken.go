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
// settings, a vocabulary or the theme, or in a record that the settings name for every page, without which no page can be right.
func brokenRecords(c *catalog.Catalogue, findings []diag.Finding) (broken []string, beyond bool) {
	seen, needed := map[string]bool{}, neededRecords(c)
	for _, f := range findings {
		if f.Severity != diag.Error {
			continue
		}
		key := keyOf(f.File)
		if isMedia(f.File) {
			continue
		}
		if key == "" || c == nil || needed[key] {
			beyond = true
		} else if !seen[key] {
			seen[key] = true
			broken = append(broken, key)
		}
	}
	return broken, beyond
}

// neededRecords are those that site.yaml names for every page.
func neededRecords(c *catalog.Catalogue) map[string]bool {
	needed := map[string]bool{}
	if c == nil {
		return needed
	}
	s := &c.Settings
	needed["places/"+s.County.ID] = true
	if p := s.Publisher; p != nil {
		needed["organizations/"+p.Organization.ID], needed["contacts/"+p.Contact.ID] = true, true
	}
	if l := s.Legal; l != nil {
		needed["contacts/"+l.BarrierReport.ID] = true
		for _, id := range []string{l.Imprint.ID, l.Privacy.ID, l.Accessibility.ID} {
			needed["pages/"+id] = true
		}
	}
	return needed
}

// leaveOut takes files of media/ with errors out of the site. Pages that show them or lead to them are published without.
func (r *Ready) leaveOut() {
	broken := map[string]bool{}
	for _, f := range r.Findings {
		if f.Severity == diag.Error && isMedia(f.File) {
			broken[f.File] = true
		}
	}
	tree := *r.Catalogue.Tree
	tree.Media = slices.DeleteFunc(slices.Clone(tree.Media), func(file string) bool { return broken[file] })
	r.Catalogue.Tree = &tree
	for _, f := range r.Findings {
		if f.Severity == diag.Error && r.isTimetable(f.File) {
			broken[f.File] = true // it has no trip that could be used
		}
	}
	for _, file := range sortedKeys(broken) {
		r.Left = append(r.Left, strings.TrimPrefix(file, content.Root+"/"))
	}
}

// isTimetable reports whether a file is a timetable, or in a folder that is one.
func (r *Ready) isTimetable(file string) bool {
	return slices.ContainsFunc(r.Catalogue.Tree.Timetables, func(feed string) bool { return file == feed || strings.HasPrefix(file, feed+"/") })
}

// isMedia reports whether a file is in media/.
func isMedia(file string) bool { return strings.HasPrefix(file, content.Root+"/media/") }

// keyOf is the record a file belongs to by its path, as <type>/<id>, or a folder or file of content/ that belongs nowhere, by its name.
// It is empty for the settings and what else all pages need.
func keyOf(file string) string {
	parts := strings.Split(file, "/")
	if len(parts) < 2 || parts[0] != content.Root {
		return ""
	}
	switch parts[1] {
	case "site.yaml", "vocabulary", "timetables", "media":
		return ""
	}
	if len(parts) == 2 {
		return parts[1]
	}
	id, _, _ := strings.Cut(parts[2], ".")
	return parts[1] + "/" + id
}

// stopped reports whether errors remain that keep the site from being published.
func (r *Ready) stopped(excluded map[string]bool) bool {
	return slices.ContainsFunc(r.Findings, func(f diag.Finding) bool {
		return f.Severity == diag.Error && !excluded[keyOf(f.File)] && !(r.SkipBroken && (isMedia(f.File) || r.isTimetable(f.File)))
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
