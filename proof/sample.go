// Package proof holds the built sample site against what it promises its readers, in a real browser and page by page.
//
// The way through the files: sample.go builds the site, kinds.go is the table of page kinds, server.go publishes the site as a
// web server would, browser/ drives Chromium, scripts/ are the questions asked inside a page, shots/ makes screenshots. The
// tests are browser_test.go (one page of each kind, in a browser) and pages_test.go (every page, without one); each further
// test file holds one of their questions. docs/accessibility.md says what all this proves and what it cannot.
package proof

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"mappe/generator/build"
	"mappe/generator/date"
	"mappe/generator/diag"
)

// Folder is the path below which the sample site is published, so that a link that only works at the top is found.
const Folder = "/angebote/"

// Day is the day the site is built for, and the day the browser is told it is: what a page hides because it has passed stays the
// same however late the tests run.
func Day() date.Date { return date.New(2026, time.November, 23) }

// Sample is the sample site, built.
type Sample struct {
	Dir   string
	Pages []Page // by path
}

// Page is a page as it was written.
type Page struct {
	// Path is below the output folder, with slashes.
	Path string
	// Lang is the folder of its language, empty for the pages above the languages.
	Lang string
	HTML []byte
}

// Build builds the site in a folder: the sample county of the checkout at root, with what proof/testdata/content lays over it.
func Build(ctx context.Context, root, folder string) (*Sample, error) {
	source := filepath.Join(folder, "source")
	for _, content := range []string{"content", "proof/testdata/content"} {
		if err := os.CopyFS(filepath.Join(source, "content"), os.DirFS(filepath.Join(root, content))); err != nil {
			return nil, fmt.Errorf("copying the sample county: %w", err)
		}
	}
	s := &Sample{Dir: filepath.Join(folder, "site")}
	result, err := build.Build(ctx, build.Options{
		Source: source, Output: s.Dir, Today: Day(), BaseURL: "https://angebote.example.org" + Folder, Version: "proof",
	})
	if err != nil {
		return nil, fmt.Errorf("building the sample site: %w", err)
	}
	if !result.Published {
		return nil, fmt.Errorf("the sample site has %d errors", diag.CountOf(result.Findings).Errors)
	}
	return s, s.read()
}

func (s *Sample) read() error {
	return filepath.WalkDir(s.Dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".html" {
			return err
		}
		below, err := filepath.Rel(s.Dir, name)
		if err != nil {
			return err
		}
		page := Page{Path: filepath.ToSlash(below)}
		if folder, _, found := strings.Cut(page.Path, "/"); found && folder != "a" {
			page.Lang = folder
		}
		if page.HTML, err = os.ReadFile(name); err != nil {
			return err
		}
		s.Pages = append(s.Pages, page)
		return nil
	})
}
