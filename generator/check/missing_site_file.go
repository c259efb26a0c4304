package check

import (
	"path"
	"strings"

	"mappe/generator/content"
	"mappe/generator/diag"
)

const codeMissingSiteFile = "missing-site-file"

// missingSiteFile finds files in media/ that site.yaml names, a logo for one, and that are not there. An error: every page would show
// a gap.
func missingSiteFile(r *report) {
	look := func(field, name string) {
		file := path.Join(content.Root, name)
		if !strings.HasPrefix(name, "media/") || r.Tree.MediaHas(file) {
			return
		}
		r.site(field, problem{diag.Error, codeMissingSiteFile,
			diag.Textf("Die Datei %s gibt es nicht.", "The file %s does not exist.", file), otherFile(name, r.mediaNames())})
	}
	for _, option := range r.Settings.ThemeOptions {
		look("theme_options."+option.Name, option.Value)
	}
	look("outlines", r.Settings.Outlines)
}
