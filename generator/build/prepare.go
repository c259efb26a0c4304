package build

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"mappe/generator/catalog"
	"mappe/generator/check"
	"mappe/generator/content"
	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/githistory"
	"mappe/generator/locale"
	"mappe/generator/prose"
	"mappe/generator/reach"
	"mappe/generator/site"
	"mappe/generator/site/print"
	"mappe/generator/theme"
)

// Ready is a site that has been loaded and checked. Site is nil where errors stand in the way.
type Ready struct {
	Options
	Catalogue *catalog.Catalogue
	Prose     *prose.Prose
	Theme     *theme.Theme
	Site      *site.Site
	// Findings are all there are, of the records left out too.
	Findings []diag.Finding
	// Left names the records left out for their errors, <type>/<id>, and such files of media/.
	Left []string

	// Reach says how one gets to the offers, nil where nothing does. Due is what it takes to know, nil where that is known.
	Reach *reach.Result
	Due   *reach.Request

	final    bool // nothing is read again: it is built from once, and not shown while it is edited
	reach    *reach.Store
	root     *os.Root
	found    *folders // of root, from when the sources are found until all records have been read
	pictures map[string]site.Variants
	scaled   map[string]scaledPicture
	loaded   loadedTheme
	history  *githistory.History
}

// Close lets go of the source folder.
func (r *Ready) Close() error {
	if r.root == nil {
		return nil
	}
	r.leaveFolders()
	return r.root.Close()
}

// leaveFolders closes the folders that records were read from.
func (r *Ready) leaveFolders() {
	if r.found != nil {
		r.found.close()
		r.found = nil
	}
}

// Load reads the content of a site and nothing else.
func Load(ctx context.Context, o Options) (*Ready, error) {
	r, err := open(o)
	if err == nil {
		err = r.askGit(ctx)
	}
	if err != nil {
		return r, err
	}
	return r, r.read(ctx, nil)
}

// Prepare loads and checks a site and plans its pages, writing nothing. It always returns what it has.
func Prepare(ctx context.Context, o Options) (*Ready, error) {
	r, err := open(o)
	if err == nil {
		err = r.askGit(ctx)
	}
	if err != nil {
		return r, err
	}
	return r, r.prepare(ctx)
}

func (r *Ready) prepare(ctx context.Context) error {
	exclude := map[string]bool{}
	for {
		if err := r.check(ctx, exclude); err != nil {
			return err
		}
		broken, beyond := brokenRecords(r.Catalogue, r.Findings)
		if !r.SkipBroken || beyond || r.Catalogue == nil || !addAll(exclude, broken) {
			break
		}
	}
	r.leaveFolders()
	r.Left = sortedKeys(exclude)
	if r.Catalogue != nil {
		if err := r.connect(ctx); err != nil {
			return err
		}
	}
	r.Before = nil
	if r.Catalogue == nil || r.Theme == nil || r.stopped(exclude) {
		return nil
	}
	if r.SkipBroken {
		r.leaveOut()
	}
	return r.plan(ctx)
}

func open(o Options) (*Ready, error) {
	r := &Ready{Options: o}
	root, err := os.OpenRoot(o.Source)
	if err != nil {
		return r, fmt.Errorf("the source folder %s: %w: %w", filepath.ToSlash(o.Source), ErrSource, err)
	}
	r.root = root
	return r, nil
}

// askGit finds out what Git knows of the content.
func (r *Ready) askGit(ctx context.Context) (err error) {
	r.history, err = githistory.Read(ctx, r.Source, content.Root)
	if errors.Is(err, githistory.ErrNone) {
		return nil
	}
	return err
}

// read reads all content but what is excluded.
func (r *Ready) read(ctx context.Context, exclude map[string]bool) error {
	r.progress("load", 0, 0)
	if r.found == nil {
		r.found = foldersOf(r.root)
	}
	if !r.SkipBroken { // or they are read once more, from the same listing
		defer r.leaveFolders()
	}
	c, findings, err := catalog.Load(ctx, r.found, catalog.Options{Exclude: exclude, Jobs: r.Jobs, History: r.history})
	if err != nil {
		return fmt.Errorf("reading the content: %w", err)
	}
	r.Catalogue, r.Findings = c, findings
	if r.Today.IsZero() && c != nil {
		r.Today = r.dayOf(c.Settings.TimeZone)
	}
	return nil
}

// dayOf is the day it is now in a time zone; in one that nobody knows, which is a finding, it is that of the computer.
func (r *Ready) dayOf(zone string) date.Date {
	now := r.Now()
	if place, err := time.LoadLocation(zone); err == nil {
		now = now.In(place)
	}
	return date.Of(now)
}

// check reads and checks everything but what is excluded. What was said about records that are left out stays said.
func (r *Ready) check(ctx context.Context, exclude map[string]bool) error {
	said := r.Findings
	if err := r.read(ctx, exclude); err != nil || r.Catalogue == nil {
		return err
	}
	c := r.Catalogue
	r.progress("check", 0, 0)
	var before *prose.Prose
	if r.Before != nil {
		before = r.Before.Prose
	}
	r.Prose = prose.New(c, before)
	var themed sync.WaitGroup // reading the theme is one processor's work, and needs the settings alone
	var themeFailed error
	themed.Go(func() { r.loaded, themeFailed = r.loadTheme() })
	r.Prose.ParseAll(ctx, r.jobs(), r.settled())
	checked, err := check.Run(ctx, c, check.Input{Today: r.Today, Prose: r.Prose})
	themed.Wait()
	if err != nil {
		return fmt.Errorf("checking the content: %w", err)
	}
	if themeFailed != nil {
		return themeFailed
	}
	r.Theme = r.loaded.theme
	r.Findings = slices.Concat(r.Findings, checked, r.loaded.findings)
	for _, f := range said {
		if exclude[keyOf(f.File)] {
			r.Findings = append(r.Findings, f)
		}
	}
	if err := r.scale(ctx); err != nil {
		return err
	}
	r.Findings = diag.Sort(append(r.Findings, r.names()...))
	return nil
}

// settled says of which languages' texts nobody asks for the words as they are written once they are parsed, nil where records may be read again.
func (r *Ready) settled() func(catalog.Lang) bool {
	if !r.final {
		return nil
	}
	return func(lang catalog.Lang) bool { return !check.LooksForWords(r.Catalogue.Languages[lang].Code) }
}

// base is where the site will be, with a slash at its end.
func (r *Ready) base() string {
	return strings.TrimSuffix(cmp.Or(r.BaseURL, r.Catalogue.Settings.BaseURL), "/") + "/"
}

// plan decides which pages there are.
func (r *Ready) plan(ctx context.Context) error {
	messages := make([]*locale.Messages, len(r.Catalogue.Languages))
	for i, language := range r.Catalogue.Languages {
		messages[i] = r.Theme.Messages(language.Code)
	}
	assets := map[string]string{}
	for _, asset := range r.Theme.Assets() {
		assets[asset.Name] = asset.Path
	}
	planned, err := site.New(ctx, site.Input{
		Catalogue: r.Catalogue, Prose: r.Prose, Today: r.Today, BaseURL: r.base(), Drafts: r.Drafts,
		Messages: messages, Assets: assets, Pictures: r.pictures, Reach: r.Reach, PDF: r.Browser != "", Extend: print.Plan,
	})
	if err != nil {
		return fmt.Errorf("planning the pages: %w", err)
	}
	r.Site = planned
	return nil
}
