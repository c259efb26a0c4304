package build

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"

	"mappe/generator/catalog"
	"mappe/generator/output"
	"mappe/generator/site"
)

// write puts everything a site consists of into the output folder, which publishes it later.
func (r *Ready) write(ctx context.Context, folder *output.Folder) error {
	if err := r.writeFiles(ctx, folder); err != nil {
		return err
	}
	if err := r.writeSearch(ctx, folder); err != nil {
		return err
	}
	pages := r.Site.Pages() // a language's lie together
	left := make([]atomic.Int64, len(r.Catalogue.Languages))
	for _, page := range pages {
		left[page.Lang].Add(1)
	}
	var rendered atomic.Int64
	return r.each(ctx, len(pages), func() func(int) error {
		var buffer bytes.Buffer // one a worker, used again for every page
		return func(i int) error {
			buffer.Reset()
			if err := r.Render(&buffer, pages[i]); err != nil {
				return err
			}
			if n := int(rendered.Add(1)); n%256 == 0 || n == len(pages) {
				r.progress("render", n, len(pages))
			}
			if left[pages[i].Lang].Add(-1) == 0 {
				r.Site.Finish(pages[i].Lang)
			}
			return folder.Put(pages[i].Path, buffer.Bytes())
		}
	})
}

// writeSearch puts the search indexes and what they are narrowed by into the output folder, before the pages that name them.
func (r *Ready) writeSearch(ctx context.Context, folder *output.Folder) error {
	r.progress("search", 0, 0)
	ways, err := r.Site.ReachFiles()
	if err != nil {
		return err
	}
	if err := putAll(folder, ways); err != nil {
		return err
	}
	return r.each(ctx, len(r.Catalogue.Languages), func() func(int) error {
		return func(lang int) error {
			files, err := r.Site.SearchFiles(ctx, catalog.Lang(lang))
			if err != nil {
				return err
			}
			return putAll(folder, files)
		}
	})
}

func putAll(folder *output.Folder, files []site.File) error {
	for _, f := range files {
		if err := folder.Put(f.Path, f.Data); err != nil {
			return fmt.Errorf("writing %s: %w", f.Path, err)
		}
	}
	return nil
}

// writeFiles puts what is no page into the output folder. The list is gone through by one worker at a time, what is on it is made by all.
func (r *Ready) writeFiles(ctx context.Context, folder *output.Folder) error {
	next, stop := iter.Pull(r.files())
	defer stop()
	var turn sync.Mutex
	pull := func() (file, bool) {
		turn.Lock()
		defer turn.Unlock()
		return next()
	}
	workers := runtime.GOMAXPROCS(0)
	return r.each(ctx, workers, func() func(int) error {
		return func(int) error {
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
		}
	})
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
