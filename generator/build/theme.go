package build

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/theme"
)

// loadedTheme is a theme with what it was read from, and the findings about it.
type loadedTheme struct {
	theme    *theme.Theme
	findings []diag.Finding
	from     string
}

// loadTheme reads the theme. Reading one takes longer than all the rest of a small edit, so that of the build before serves again where
// nothing has changed that it depends on: the program's own files never do, the site's are compared by size and time.
func (r *Ready) loadTheme() (loadedTheme, error) {
	s := &r.Catalogue.Settings
	codes, options := r.Catalogue.Languages.Codes(), optionsOf(s)
	from := fmt.Sprintf("%q %q %q\n", s.Theme, codes, options) + r.stamps("themes/"+s.Theme) + r.stamps(content.Root+"/site.yaml")
	if logo := options["logo"]; fs.ValidPath(logo) {
		from += r.stamps(path.Join(content.Root, logo))
	}
	if r.Before != nil && r.Before.loaded.from == from {
		return r.Before.loaded, nil
	}
	read, findings, err := theme.Load(content.Files(r.root), s.Theme, codes, options)
	return loadedTheme{read, findings, from}, err
}

// stamps tells path, size and time of a file, or of all files in a folder. What cannot be read is told as well, so that it is not the same
// once it can.
func (r *Ready) stamps(name string) string {
	var out strings.Builder
	_ = fs.WalkDir(content.Files(r.root), name, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			fmt.Fprintf(&out, "%s %v\n", file, err)
			return nil
		}
		if info, err := fs.Stat(content.Files(r.root), file); err != nil {
			fmt.Fprintf(&out, "%s %v\n", file, err)
		} else if !entry.IsDir() {
			fmt.Fprintf(&out, "%s %d %d\n", file, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	}) // the function returns no error
	return out.String()
}

// optionsOf are the options of the theme, and the paper, which is no option but also a matter of style sheets.
func optionsOf(s *catalog.Settings) map[string]string {
	options := make(map[string]string, len(s.ThemeOptions)+1)
	for _, option := range s.ThemeOptions {
		options[option.Name] = option.Value
	}
	options[theme.PaperOption] = s.Print.Paper
	return options
}
