package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"mappe/generator/diag"
	"mappe/generator/output"
	"mappe/generator/site"
	"mappe/generator/theme"
)

// NoPageError says that a pattern fits no page of the site.
type NoPageError struct {
	Pattern string
	// Meant is the nearest name there is, empty where none is near.
	Meant string
}

func (e *NoPageError) Error() string {
	if e.Meant != "" {
		return fmt.Sprintf("no page is called %s; did you mean %s?", e.Pattern, e.Meant)
	}
	return fmt.Sprintf("no page is called %s", e.Pattern)
}

// Print prints pages of a site that need not have been written: those that fit one of the patterns, or those that have a PDF in a build. The
// PDFs go into the output folder under the paths of the pages; other files there stay as they are. With errors among
// the findings nothing is printed. The error may be a *NoPageError.
func Print(ctx context.Context, o Options, only []string) (Result, error) {
	ready, err := Prepare(ctx, o)
	result := ready.result()
	if err != nil {
		return result, errors.Join(err, ready.Close())
	}
	defer ready.Close()
	if ready.Site == nil {
		return result, nil
	}
	pages, err := selectPages(ready.Site.Pages(), only)
	if err != nil {
		return result, err
	}
	result.PDFs, err = ready.print(ctx, pages, shelf{
		read: ready.reader(),
		earlier: func(path string) ([]byte, error) {
			return os.ReadFile(filepath.Join(o.Output, filepath.FromSlash(path)))
		},
		put: func(path string, data []byte) error { return output.WriteFile(o.Output, path, data) },
	})
	if broken := (*theme.TemplateError)(nil); errors.As(err, &broken) {
		result.Findings = diag.Sort(append(result.Findings, broken.Finding))
		return result, nil
	}
	result.Published = err == nil
	return result, err
}

// selectPages returns the pages that fit one of the patterns, or those that have a PDF in a build where there are none.
func selectPages(pages []site.Planned, only []string) ([]site.Planned, error) {
	var selected []site.Planned
	fits := make([]bool, len(only))
	for _, page := range pages {
		name := strings.TrimSuffix(page.Path, ".html")
		chosen := len(only) == 0 && page.PDF != ""
		for i, pattern := range only {
			for _, called := range names(name) {
				if fit, err := path.Match(pattern, called); err != nil {
					return nil, &NoPageError{Pattern: pattern}
				} else if fit {
					chosen, fits[i] = true, true
				}
			}
		}
		if chosen {
			page.PDF = name + ".pdf"
			selected = append(selected, page)
		}
	}
	for i, fit := range fits {
		if !fit {
			return nil, &NoPageError{only[i], nearestPage(pages, only[i])}
		}
	}
	return selected, nil
}

// names are what a page is called: de/courses/b1 by its path; de/print/all also de/all and all.
func names(path string) []string {
	lang, name, printed := strings.Cut(path, "/print/")
	if !printed {
		return []string{path}
	}
	return []string{path, lang + "/" + name, name}
}

func nearestPage(pages []site.Planned, pattern string) string {
	var all []string
	for _, page := range pages {
		all = append(all, names(strings.TrimSuffix(page.Path, ".html"))...)
	}
	return diag.Nearest(pattern, all)
}

// reader returns what a build would write, made anew each time it is read but for what is no page.
func (r *Ready) reader() func(name string) ([]byte, error) {
	others := map[string]file{}
	for f := range r.files() {
		others[f.path] = f
	}
	return func(name string) ([]byte, error) {
		if page, found := r.Site.Find(name); found {
			var buffer bytes.Buffer
			err := r.Render(&buffer, page)
			return buffer.Bytes(), err
		}
		if f, found := others[name]; found {
			return f.data()
		}
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
}
