package check

import (
	"path"
	"strings"

	"mappe/generator/content"
	"mappe/generator/diag"
)

const codeMissingSiteFile = "missing-site-file"

// missingSiteFile finds files in media/ that options of the theme name, a logo for one, and that are not there. Of the outlines unusableOutlines
// tells it, which opens them.
func missingSiteFile(r *report) {
	for _, option := range r.Settings.ThemeOptions {
		if file := path.Join(content.Root, option.Value); strings.HasPrefix(option.Value, "media/") && !r.Tree.MediaHas(file) {
			r.missingFile("theme_options."+option.Name, option.Value, file)
		}
	}
}

// missingFile says that a file of media/ that a field names is not there. An error: every page would show a gap.
func (r *report) missingFile(field, name, file string) {
	r.site(field, problem{diag.Error, codeMissingSiteFile,
		diag.Textf("Die Datei %s gibt es nicht.", "The file %s does not exist.", file), otherFile(name, r.mediaNames())})
}
