package build

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"sync"
	"sync/atomic"

	"mappe/generator/catalog"
	"mappe/generator/output"
	"mappe/generator/site"
	"mappe/generator/workers"
)

// write puts everything a site consists of into the output folder, which publishes it later: language by language the search index and the
// pages, what is no page meanwhile, and once more at the end, now by all, if there is that much of it. A language's index and its pages use
// what is kept of its records, which is let go of after the last page; no page but that of the search, which comes at the end, waits for an index.
func (r *Ready) write(ctx context.Context, folder *output.Folder) error {
	r.progress("search", 0, 0)
	putFiles, stop := r.filesInto(ctx, folder)
	defer stop()
	w := r.newWriting(folder)
	first := []func() error{
		func() error { return r.putSearch(ctx, folder, w.pages[0].Lang) }, // what all languages' indexes wait for is made by the first
		putFiles, func() error { return r.putWays(folder) },
	}
	for n := range 2 {
		first = append(first, func() error { w.begin(n); return nil })
	}
	start, end := len(first), len(first)+len(w.pages)
	return workers.Each(ctx, r.Jobs, end+len(w.searches)+r.jobs(), func() func(int) error {
		var desk Desk // one a worker
		return func(i int) error {
			switch {
			case i < start:
				return first[i]()
			case i < end:
				return w.page(ctx, &desk, i-start)
			case i < end+len(w.searches):
				return w.put(&desk, w.searches[i-end])
			}
			return putFiles()
		}
	})
}

// writing is how far the pages have come.
type writing struct {
	*Ready
	folder   *output.Folder
	pages    []site.Planned // all; a language's lie together
	searches []site.Planned // those of the search
	langs    []catalog.Lang // in the order of their pages
	opening  map[int]int    // the first page of each language, and which of langs that is
	left     []atomic.Int64 // by language: pages but that of the search
	rendered atomic.Int64
}

func (r *Ready) newWriting(folder *output.Folder) *writing {
	w := &writing{Ready: r, folder: folder, pages: r.Site.Pages(), opening: map[int]int{}, left: make([]atomic.Int64, len(r.Catalogue.Languages))}
	for i, page := range w.pages {
		if isSearch(page) {
			w.searches = append(w.searches, page)
		} else if w.left[page.Lang].Add(1) == 1 {
			w.opening[i] = len(w.langs)
			w.langs = append(w.langs, page.Lang)
		}
	}
	return w
}

func isSearch(page site.Planned) bool { return page.Kind == "search" }

// page makes a page, by its number, unless it is the search; before the first page of a language but the first its search index, which takes
// as long as many.
func (w *writing) page(ctx context.Context, desk *Desk, i int) error {
	page := w.pages[i]
	if n := w.opening[i]; n > 0 {
		w.begin(n + 1)
		if err := w.putSearch(ctx, w.folder, page.Lang); err != nil {
			return err
		}
	}
	if isSearch(page) {
		return nil
	}
	err := w.put(desk, page)
	if w.left[page.Lang].Add(-1) == 0 {
		w.Site.Finish(page.Lang)
		w.Prose.Finish(page.Lang)
	}
	return err
}

// begin prepares the pages of a language, while those of the one before are made.
func (w *writing) begin(n int) {
	if n < len(w.langs) {
		w.Site.Begin(w.langs[n])
	}
}

// put makes a page and puts it into the output folder.
func (w *writing) put(desk *Desk, page site.Planned) error {
	html, err := w.RenderAt(desk, page)
	if err != nil {
		return err
	}
	if n := int(w.rendered.Add(1)); n%256 == 0 || n == len(w.pages) {
		w.progress("render", n, len(w.pages))
	}
	return w.folder.Put(page.Path, html)
}

// putSearch puts the search index of a language into the output folder.
func (r *Ready) putSearch(ctx context.Context, folder *output.Folder, lang catalog.Lang) error {
	files, err := r.Site.SearchFiles(ctx, lang)
	if err != nil {
		return err
	}
	return putAll(folder, files)
}

// putWays puts what a search is narrowed by, the way from each place, into the output folder.
func (r *Ready) putWays(folder *output.Folder) error {
	files, err := r.Site.ReachFiles()
	if err != nil {
		return err
	}
	return putAll(folder, files)
}

func putAll(folder *output.Folder, files []site.File) error {
	for _, f := range files {
		if err := folder.Put(f.Path, f.Data); err != nil {
			return fmt.Errorf("writing %s: %w", f.Path, err)
		}
	}
	return nil
}

// filesInto returns what puts all that is no page into the output folder, until nothing is left, and what ends it. The list is gone through by
// one worker at a time, what is on it is made by all who call.
func (r *Ready) filesInto(ctx context.Context, folder *output.Folder) (put func() error, stop func()) {
	next, stop := iter.Pull(r.files())
	var turn sync.Mutex
	pull := func() (file, bool) {
		turn.Lock()
		defer turn.Unlock()
		return next()
	}
	return func() error {
		for f, more := pull(); more && ctx.Err() == nil; f, more = pull() {
			data, err := f.data()
			if err != nil {
				return err
			}
			if err := folder.Put(f.path, data); err != nil {
				return fmt.Errorf("writing %s: %w", f.path, err)
			}
		}
		return ctx.Err()
	}, stop
}

// Desk is what a worker makes many pages with, each in the place of the one before.
type Desk struct {
	room   site.Room
	buffer bytes.Buffer
}

// RenderAt makes a page. It lies there until the desk's next.
func (r *Ready) RenderAt(desk *Desk, page site.Planned) ([]byte, error) {
	desk.buffer.Reset()
	err := r.render(&desk.buffer, page, r.Site.ModelIn(&desk.room, page))
	return desk.buffer.Bytes(), err
}

// Render appends one page to a buffer.
func (r *Ready) Render(buffer *bytes.Buffer, page site.Planned) error {
	return r.render(buffer, page, r.Site.Model(page))
}

func (r *Ready) render(buffer *bytes.Buffer, page site.Planned, model any) error {
	code := r.Catalogue.Languages[page.Lang].Code
	if err := r.Theme.Render(buffer, code, page.Kind, model); err != nil {
		return fmt.Errorf("rendering %s: %w", page.Path, err)
	}
	return nil
}

// jobs is how many files and pages are worked on at once.
func (o *Options) jobs() int { return workers.Jobs(o.Jobs) }
