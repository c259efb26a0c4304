package theme

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"mappe/generator/diag"
)

const (
	layoutsFolder  = "layouts"
	partialsFolder = "partials"
)

// templates are the layouts and partials bound to one language.
type templates struct {
	fast *fast
	// set is for layouts that are not compiled; most sites have none, and escaping takes longer than all other reading of a theme.
	set func() (*template.Template, error)
	// written is the same with nothing taken out, in any one language, to find the line of a mistake.
	written *template.Template
	files   map[string]file // by template name
}

// layoutName keeps a layout apart from a partial of the same name.
func layoutName(kind string) string { return layoutsFolder + "/" + kind }

// readTemplates reads all layouts and partials, once as they are written to find mistakes, and once for use: what html/template makes of them
// in one language is compiled for each.
func (l *loader) readTemplates(t *Theme, languages []string) error {
	files := map[string]file{}
	for _, folder := range []string{layoutsFolder, partialsFolder} {
		found, err := l.layers.read(folder, ".html")
		if err != nil {
			return err
		}
		for _, f := range found {
			f.data = bytes.TrimRight(f.data, " \t\r\n") // or the line a file ends with would be a blank on the page
			if folder == layoutsFolder {
				f.name = layoutName(f.name)
			}
			files[f.name] = f
		}
	}
	if !l.inspect(t, files) {
		return nil
	}
	shrunk, err := shrinkAll(files)
	if err != nil {
		return err
	}
	options := withDefaults(l.options)
	calls := functions(t.messages[languages[0]], options)
	written, err := parseSet(files, calls)
	if err != nil {
		l.report(findPlace(err, files), diag.Error, "theme-template", explain(err), diag.Text{})
		return nil
	}
	escaped, err := parseSet(shrunk, calls)
	if err != nil {
		return fmt.Errorf("parsing the templates without their white space: %w", err)
	}
	t.templates = map[string]*templates{}
	for _, lang := range languages {
		t.templates[lang] = &templates{
			set:  sync.OnceValues(func() (*template.Template, error) { return parseSet(shrunk, functions(t.messages[lang], options)) }),
			fast: newFast(escaped, t.messages[lang], options), written: written, files: files,
		}
	}
	return nil
}

// parseSet makes a set of templates for a language and has html/template escape it, which finds what cannot be escaped safely.
func parseSet(files map[string]file, calls template.FuncMap) (*template.Template, error) {
	set := template.New("").Funcs(calls)
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		if _, err := set.New(name).Parse(string(files[name].data)); err != nil {
			return nil, err
		}
	}
	for _, name := range names {
		if !strings.HasPrefix(name, layoutsFolder+"/") {
			continue
		}
		// Without a model most layouts stop early, which is not asked here: escaping comes before.
		if err := set.ExecuteTemplate(io.Discard, name, nil); errors.As(err, new(*template.Error)) {
			return nil, err
		}
	}
	return set, nil
}

// render writes a page. If that fails, the templates are run once more as they are written, to name the line.
func (t *templates) render(buf *bytes.Buffer, kind string, model any) error {
	if t.fast.render(buf, layoutName(kind), model) {
		return nil
	}
	set, err := t.set()
	if err != nil {
		return err
	}
	if err = set.ExecuteTemplate(buf, layoutName(kind), model); err == nil {
		return nil
	}
	if plain := t.written.ExecuteTemplate(io.Discard, layoutName(kind), model); plain != nil {
		err = plain
	}
	at := findPlace(err, t.files)
	return &TemplateError{Cause: err, Finding: diag.Finding{
		File: at.file, Line: max(1, at.line), Column: max(1, at.column), Severity: diag.Error, Code: "theme-template", Message: explain(err),
		Hint: diag.Textf("docs/themes.md nennt, was es auf dieser Seite gibt.", "docs/themes.md lists what there is on this page."),
	}}
}

// TemplateError says that a template could not write a page, and where.
type TemplateError struct {
	Finding diag.Finding
	Cause   error
}

// Error tells the finding in English.
func (e *TemplateError) Error() string {
	return fmt.Sprintf("%s:%d: %s", e.Finding.File, e.Finding.Line, e.Finding.Message.EN)
}

// Unwrap returns what the template engine said.
func (e *TemplateError) Unwrap() error { return e.Cause }

// findPlace takes file and line out of what Go's templates say: "template: card:3:5: executing …", "html/template:card:3:5: …".
func findPlace(err error, files map[string]file) place {
	m := templatePlace().FindStringSubmatch(err.Error())
	if m == nil {
		return place{file: "themes"}
	}
	at := place{file: files[m[1]].path}
	at.line, _ = strconv.Atoi(m[2])
	if column, err := strconv.Atoi(m[3]); err == nil {
		at.column = column + 1
	}
	at.file = cmp.Or(at.file, "themes")
	return at
}

func templatePlace() *regexp.Regexp {
	return regexp.MustCompile(`template: ?([^: ]+)(?::(\d+))?(?::(\d+))?: `)
}

// explain says in plain words what Go's templates say.
func explain(err error) diag.Text {
	text := err.Error()
	if m := templatePlace().FindStringIndex(text); m != nil {
		text = text[m[1]:]
	}
	switch {
	case strings.Contains(text, "can't evaluate field "):
		_, rest, _ := strings.Cut(text, "can't evaluate field ")
		field, _, _ := strings.Cut(rest, " ")
		return diag.Textf("Die Vorlage fragt nach „.%s“, das es hier nicht gibt.", "The template asks for %q, which does not exist here.", "."+field)
	case strings.Contains(text, "unexpected EOF"), strings.Contains(text, "unclosed action"):
		return diag.Textf("Eine Klammer {{ ist nicht geschlossen, oder zu einem {{if}}, {{range}} oder {{with}} fehlt das {{end}}.",
			"A {{ is not closed, or an {{if}}, {{range}} or {{with}} lacks its {{end}}.")
	case strings.Contains(text, "unexpected {{end}}"):
		return diag.Textf("Hier steht ein {{end}} zu viel.", "There is an {{end}} too many here.")
	case strings.Contains(text, "exceeded maximum template depth"):
		return diag.Textf("Die Vorlage ruft sich selbst auf, ohne Ende.", "The template calls itself, without end.")
	case errors.As(err, new(*template.Error)):
		return diag.Textf("Hier kann kein Wert stehen, ohne dass die Seite unsicher wird: %s.", "No value can stand here without making the page unsafe: %s.", text)
	}
	return diag.Textf("Die Vorlage lässt sich nicht ausführen: %s.", "The template cannot be run: %s.", text)
}
