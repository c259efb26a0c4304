// Package theme turns a page's model into HTML: it reads the templates, messages, style sheets and scripts of a theme, those
// that come with the program with the site's own laid over them file by file.
//
// The way through the files: theme.go is all that others use; layers.go finds a file in the site's folder or in the program;
// messages.go reads the texts of the interface; templates.go parses layouts and partials, inspect.go finds what is wrong with
// them, shrink.go takes the white space out, functions.go are the few functions they may call;
// fast.go explains why and how templates are compiled, fast_value.go and fast_escape.go do that for values and for what makes them safe, fast_join.go
// for what stands around them;
// assets.go makes style sheet, scripts and pictures, colour.go the colours a site chose, svg.go keeps scripts out of its logo.
package theme

import (
	"bytes"
	"fmt"
	"io/fs"

	"mappe/generator/diag"
	"mappe/generator/locale"
)

// Theme is a theme, read and checked. It is immutable and safe for use by many goroutines at once.
type Theme struct {
	layers    layers
	messages  map[string]*locale.Messages
	templates map[string]*templates
	assets    []Asset
}

// Load reads the theme of a name for a site in the given languages. source is the site's source folder, whose
// themes/<name>/ replaces single files; options are the site's theme_options. With an error among the findings there is no
// theme. The error is one of reading files.
func Load(source fs.FS, name string, languages []string, options map[string]string) (*Theme, []diag.Finding, error) {
	l := loader{layers: newLayers(source, name), source: source, options: options, asked: map[string]bool{}}
	if !l.layers.exists(name) {
		l.report(l.setting("theme", name), diag.Error, "theme-missing",
			diag.Textf("Einen Ordner themes/%s gibt es nicht.", "There is no folder themes/%s.", name),
			diag.Textf("Schreiben Sie theme: default, oder legen Sie den Ordner an.", "Write theme: default, or make the folder."))
		return nil, l.findings, nil
	}
	t := &Theme{layers: l.layers}
	for _, step := range []func(*Theme, []string) error{l.readMessages, l.readTemplates, l.checkMessages, l.readAssets} {
		if err := step(t, languages); err != nil {
			return nil, nil, fmt.Errorf("reading the theme %s: %w", name, err)
		}
	}
	findings := diag.Sort(l.findings)
	if diag.CountOf(findings).Errors > 0 {
		return nil, findings, nil
	}
	return t, findings, nil
}

// Messages returns the texts of the interface in a language that Load was given.
func (t *Theme) Messages(lang string) *locale.Messages { return t.messages[lang] }

// Assets returns the files that pages refer to, by name.
func (t *Theme) Assets() []Asset { return t.assets }

// Render writes the page of a model by the layout of a kind ("record", "list", …) in a language that Load was given. The error
// is a *TemplateError where the template is at fault, and buf then holds a part of the page.
func (t *Theme) Render(buf *bytes.Buffer, lang, kind string, model any) error {
	set := t.templates[lang]
	if set == nil {
		return fmt.Errorf("the theme was not read for the language %s", lang)
	}
	return set.render(buf, kind, model)
}
