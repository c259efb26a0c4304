package build

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"mappe/generator/catalog"
	"mappe/generator/output"
	"mappe/generator/site"
)

// write puts everything a site consists of into the output folder, which publishes it later: search indexes first, since they take longest,
// what is no page meanwhile, pages, and what is no page once more, now by all, if there is that much of it.
func (r *Ready) write(ctx context.Context, folder *output.Folder) error {
	r.progress("search", 0, 0)
	putFiles, stop := r.filesInto(ctx, folder)
	defer stop()
	var first []func() error
	for lang := range r.Catalogue.Languages {
		first = append(first, func() error { return r.putSearch(ctx, folder, catalog.Lang(lang)) })
	}
	first = slices.Insert(first, 1, putFiles, func() error { return r.putWays(folder) }) // all languages wait for the first
	pages := r.Site.Pages()                                                              // a language's lie together
	putPage := r.pagesInto(folder, pages)
	return r.each(ctx, len(first)+len(pages)+r.jobs(), func() func(int) error {
		var buffer bytes.Buffer // one a worker, used again for every page
		return func(i int) error {
			switch page := i - len(first); {
			case page < 0:
				return first[i]()
			case page < len(pages):
				buffer.Reset()
				return putPage(&buffer, pages[page])
			}
			return putFiles()
		}
	})
}

// pagesInto returns what makes a page and puts it into the output folder.
func (r *Ready) pagesInto(folder *output.Folder, pages []site.Planned) func(*bytes.Buffer, site.Planned) error {
	left := make([]atomic.Int64, len(r.Catalogue.Languages))
	for _, page := range pages {
		left[page.Lang].Add(1)
	}
	var rendered atomic.Int64
	return func(buffer *bytes.Buffer, page site.Planned) error {
		if err := r.Render(buffer, page); err != nil {
			return err
		}
		if n := int(rendered.Add(1)); n%256 == 0 || n == len(pages) {
			r.progress("render", n, len(pages))
		}
		if left[page.Lang].Add(-1) == 0 {
			r.Site.Finish(page.Lang)
		}
		return folder.Put(page.Path, buffer.Bytes())
	}
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

// Render appends one page to a buffer.
func (r *Ready) Render(buffer *bytes.Buffer, page site.Planned) error {
	code := r.Catalogue.Languages[page.Lang].Code
	if err := r.Theme.Render(buffer, code, page.Kind, r.Site.Model(page)); err != nil {
		return fmt.Errorf("rendering %s: %w", page.Path, err)
	}
	return nil
}

// each calls a worker for every number below n, on as many cores as the options allow, until one fails or ctx is cancelled. Each
// goroutine makes a worker of its own, which may keep state between its calls.
func (r *Ready) each(ctx context.Context, n int, worker func() func(int) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(r.jobs(), n) {
		workers.Go(func() {
			work := worker()
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				if err := work(i); err != nil {
					cancel(err)
				}
			}
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}

// jobs is how many files and pages are worked on at once.
func (o *Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}
