package check

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/facts"
)

const codeMissingSiteFile = "missing-site-file"

// missingSiteFile finds files that site.yaml names, a logo in media/ or the outlines of the places, and that are not there. An error: every page would show
// a gap.
func missingSiteFile(r *report) {
	tell := func(field, name, file string) {
		r.site(field, problem{diag.Error, codeMissingSiteFile,
			diag.Textf("Die Datei %s gibt es nicht.", "The file %s does not exist.", file), otherFile(name, r.mediaNames())})
	}
	for _, option := range r.Settings.ThemeOptions {
		if file := path.Join(content.Root, option.Value); strings.HasPrefix(option.Value, "media/") && !r.Tree.MediaHas(file) {
			tell("theme_options."+option.Name, option.Value, file)
		}
	}
	if _, err := facts.ReadOutlines(r.Catalogue); errors.Is(err, fs.ErrNotExist) {
		tell("outlines", r.Settings.Outlines, facts.OutlinesFile(r.Catalogue))
	}
}
