package theme

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"
	"github.com/tdewolff/parse/v2"

	"mappe/generator/diag"
	"mappe/generator/output"
)

// Asset is a file that pages refer to.
type Asset struct {
	// Name is what templates and models call it: "style.css", "site.js", "logo".
	Name string
	// Path is where it is below the output folder: assets/<name>.<hash>.<ext>.
	Path string
	Data []byte
}

const (
	assetsFolder = "assets"
	// pagesFolder holds the style sheets that only the layouts that name them load.
	pagesFolder = "assets/pages"
	styleName   = "style.css"
	logoName    = "logo"
)

// styleParts are the files the style sheet is made of, in this order; a site's own ones follow after them, by name.
func styleParts() []string { return []string{"tokens", "base", "layout", "components", "print"} }

func (l *loader) readAssets(t *Theme, _ []string) error {
	for ending, kind := range map[string]string{".js": "text/javascript", ".svg": "image/svg+xml", ".png": "", ".woff2": ""} {
		files, err := l.layers.read(assetsFolder, ending)
		if err != nil {
			return err
		}
		for _, f := range files {
			l.add(t, f.name+ending, kind, f)
		}
	}
	if err := l.joinScripts(t); err != nil {
		return err
	}
	if err := l.styles(t); err != nil {
		return err
	}
	if err := l.logo(t); err != nil {
		return err
	}
	slices.SortFunc(t.assets, func(a, b Asset) int { return strings.Compare(a.Name, b.Name) })
	return nil
}

// styles makes assets of the style sheet that pages have in common and of those of their own. They name other assets, so these come first.
func (l *loader) styles(t *Theme) error {
	style, err := l.style()
	if err != nil {
		return err
	}
	pages, err := l.layers.read(pagesFolder, ".css")
	if err != nil {
		return err
	}
	l.add(t, styleName, "text/css", file{path: l.layers[0].dir + "/" + assetsFolder, data: hashedNames(style, t.assets)})
	for _, f := range pages {
		if slices.Contains(partsOnly(), f.name) {
			continue
		}
		f = l.sheet(f, style, pages)
		f.data = hashedNames(f.data, t.assets)
		l.add(t, f.name+".css", "text/css", f)
	}
	return nil
}

// PaperOption is the option that says on which paper pages are printed: letter, or else A4.
const PaperOption = "paper"

// style joins the parts of the style sheet, the colours and the paper the site chose.
func (l *loader) style() ([]byte, error) {
	files, err := l.layers.read(assetsFolder, ".css")
	if err != nil {
		return nil, err
	}
	rank := func(f file) int {
		if i := slices.Index(styleParts(), f.name); i >= 0 {
			return i
		}
		return len(styleParts())
	}
	slices.SortStableFunc(files, func(a, b file) int { return rank(a) - rank(b) })
	var joined bytes.Buffer
	for _, f := range files {
		joined.Write(f.data)
		joined.WriteByte('\n')
		if f.name == styleParts()[0] {
			joined.WriteString(l.colours())
		}
	}
	if l.options[PaperOption] == "letter" {
		joined.WriteString("@media print{@page{size:letter}}\n")
	}
	return joined.Bytes(), nil
}

// hashedNames replaces what a style sheet calls an asset by the name it has beside the style sheet: url(own.woff2).
func hashedNames(style []byte, assets []Asset) []byte {
	for _, a := range assets {
		style = bytes.ReplaceAll(style, []byte("url("+a.Name+")"), []byte("url("+path.Base(a.Path)+")"))
	}
	return style
}

// add minifies an asset and gives it its path.
func (l *loader) add(t *Theme, name, kind string, f file) {
	data, err := minified(kind, f.data)
	if err != nil {
		at := place{file: f.path}
		if wrong := (*parse.Error)(nil); errors.As(err, &wrong) {
			at.line, at.column, err = wrong.Line, wrong.Column, errors.New(wrong.Message)
		}
		l.report(at, diag.Error, "theme-asset", diag.Textf("Die Datei lässt sich nicht verkleinern: %v.", "The file cannot be minified: %v.", err), diag.Text{})
		return
	}
	t.assets = append(t.assets, Asset{Name: name, Path: output.Hashed(name, data), Data: data})
}

// minified takes out what browsers do not need; a kind that is not known stays as it is.
func minified(kind string, data []byte) ([]byte, error) {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	if kind == "" {
		return data, nil
	}
	return m.Bytes(kind, bytes.Clone(data))
}

// logo makes an asset of the picture that the site's option logo names, a path below content/.
func (l *loader) logo(t *Theme) error {
	named := l.options[logoName]
	if named == "" {
		return nil
	}
	at, hint := l.setting("theme_options", named), diag.Textf("Erlaubt sind svg, png, jpg und webp unter content/media/.", "Allowed are svg, png, jpg and webp below content/media/.")
	ending := strings.ToLower(path.Ext(named))
	if !fs.ValidPath(named) || !slices.Contains([]string{".svg", ".png", ".jpg", ".jpeg", ".webp"}, ending) {
		l.report(at, diag.Error, "theme-logo", diag.Textf("Das Logo %s ist kein Bild.", "The logo %s is no picture.", named), hint)
		return nil
	}
	data, err := fs.ReadFile(l.source, path.Join("content", named))
	if err != nil {
		l.report(at, diag.Error, "theme-logo", diag.Textf("Das Logo %s gibt es nicht.", "There is no logo %s.", named), hint)
		return nil
	}
	kind := ""
	if ending == ".svg" {
		kind = "image/svg+xml"
		if active(data) {
			l.report(at, diag.Error, "theme-logo", diag.Textf("Das Logo %s enthält ein Skript.", "The logo %s holds a script.", named), diag.Text{})
			return nil
		}
	}
	if data, err = minified(kind, data); err != nil {
		l.report(at, diag.Error, "theme-logo", diag.Textf("Das Logo %s lässt sich nicht lesen: %v.", "The logo %s cannot be read: %v.", named, err), diag.Text{})
		return nil
	}
	t.assets = append(t.assets, Asset{Name: logoName, Path: output.Hashed(logoName+ending, data), Data: data})
	return nil
}
