// Package build is the one pipeline: load, check, plan, render, write. The commands build, check and serve run as much of it
// as they need.
//
// The way through the files: build.go runs it to the end, receipt.go finds that there is nothing to do, by what sources.go, folders.go and listing.go
// find and sums.go sums, prepare.go runs it up to the plan of pages, reach.go asks the timetables, broken.go leaves records with errors
// out, theme.go reads the theme, media.go prepares pictures and other files, names.go finds those that cannot be published,
// render.go makes pages on all cores, pdf.go prints some of them as PDF.
package build

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/output"
	"mappe/generator/theme"
)

// ErrSource says that the source folder cannot be opened.
var ErrSource = errors.New("no folder that can be opened")

// Options say what is built, from what and how.
type Options struct {
	// Source is the folder that holds content/.
	Source string
	// Output is the folder the site is written to.
	Output string
	// Today is the day the site is built for. Where it is zero, it is the day of Now in the site's time zone.
	Today date.Date
	Now   func() time.Time
	// BaseURL overrides the settings' address of the site.
	BaseURL string
	// Drafts are published too.
	Drafts bool
	// SkipBroken leaves records with errors out and publishes the rest.
	SkipBroken bool
	// Compress writes .gz and .br files.
	Compress bool
	// Browser is the program that prints overviews as PDFs beside their pages, empty for none.
	Browser string
	// Force takes over an output folder that holds other files.
	Force bool
	// Jobs is how many files and pages are worked on at once; 0 means as many as there are processors.
	Jobs int
	// Version is the program's own.
	Version string
	// Cache is a folder for what is slow to make again, empty for none.
	Cache string
	// Impatient goes on without an answer of the timetable that takes long to find; it is then Due.
	Impatient bool
	// Before is the build before in the same program, nil where there was none: texts, pictures and the theme are taken
	// from it where they have not changed.
	Before *Ready
	// Progress is told what is being done, and how far; nil is told nothing.
	Progress func(stage string, done, all int)
}

func (o *Options) progress(stage string, done, all int) {
	if o.Progress != nil {
		o.Progress(stage, done, all)
	}
}

// Result is what a build did.
type Result struct {
	Findings []diag.Finding
	// Left names the records left out for their errors, <type>/<id>, and such files of media/.
	Left []string
	// Published says that the output folder holds the site now.
	Published bool
	Pages     int
	Records   int
	Languages int
	Output    output.Summary
	PDFs      PDFs
}

// Stats are the figures of a run that the JSON output carries.
func (r Result) Stats() map[string]any {
	count := diag.CountOf(r.Findings)
	stats := map[string]any{
		"errors": count.Errors, "warnings": count.Warnings, "infos": count.Infos,
		"records": r.Records, "languages": r.Languages,
	}
	if r.Published {
		stats["pages"], stats["skipped"] = r.Pages, len(r.Left)
		stats["files_new"], stats["files_changed"], stats["files_unchanged"], stats["files_removed"] = r.Output.New, r.Output.Changed, r.Output.Unchanged, r.Output.Removed
		stats["bytes"] = r.Output.Bytes
	}
	if r.PDFs.all() > 0 {
		stats["pdfs_printed"], stats["pdfs_kept"] = r.PDFs.Printed, r.PDFs.Kept
	}
	return stats
}

// Build runs the whole pipeline. With errors among the findings nothing is written; an error is the machine's fault: files that
// cannot be read or written, or ctx cancelled.
func Build(ctx context.Context, o Options) (Result, error) {
	ready, err := open(o)
	if err != nil {
		return ready.result(), err
	}
	defer ready.Close()
	ready.final = true
	memory := pace()
	defer memory.stop()
	from, last, err := ready.find(ctx)
	if err != nil {
		return ready.result(), err
	}
	if from != nil && last != nil {
		if result, done := ready.unchanged(ctx, from, last); done {
			return result, nil
		}
	}
	if from != nil {
		memory.expect(from.texts)
	}
	err = ready.prepare(ctx)
	result := ready.result()
	if err != nil || ready.Site == nil {
		return result, err
	}
	if from != nil {
		ready.sumMeanwhile(ctx, from)
		defer from.whole() // is waited for, even if the build fails
	}
	folder, err := output.Open(o.Output, output.Options{Version: o.Version, Date: ready.Today.String(), Force: o.Force, Compress: o.Compress})
	if err != nil {
		return result, fmt.Errorf("opening the output folder %s: %w", filepath.ToSlash(o.Output), err)
	}
	defer folder.Abort()
	ready.Prose.Settle()
	ready.Catalogue.Settle()
	if err = ready.write(ctx, folder); err == nil {
		result.PDFs, err = ready.printInto(ctx, folder)
	}
	if broken := (*theme.TemplateError)(nil); errors.As(err, &broken) {
		result.Findings = diag.Sort(append(result.Findings, broken.Finding))
		return result, nil
	}
	if err != nil {
		return result, err
	}
	result.Pages = len(ready.Site.Pages())
	return ready.publish(ctx, folder, from, result)
}

// find finds all at once what a build begins with and what needs nothing of the rest: the sources, nil where there is no receipt to be left; the
// receipt of the build before, nil where the site is not as that left it; and what Git knows of the content.
func (r *Ready) find(ctx context.Context) (from *sources, last *receipt, err error) {
	var found sync.WaitGroup
	found.Go(func() { from = r.sources(ctx) })
	found.Go(func() { last = r.lastReceipt() })
	err = r.askGit(ctx)
	found.Wait()
	return from, last, err
}

// publish publishes what is in the output folder. Meanwhile it is found out what the site was made from, since that changes no source.
func (r *Ready) publish(ctx context.Context, folder *output.Folder, from *sources, result Result) (Result, error) {
	counts := map[string]int{"pages": result.Pages, "records": result.Records, "languages": result.Languages}
	if n := result.PDFs.all(); n > 0 {
		counts["pdfs"] = n
	}
	var key sum
	var sound bool
	var told sync.WaitGroup
	if from != nil {
		told.Go(func() { key, sound = r.madeFrom(from) })
	}
	var err error
	result.Output, err = folder.Finish(ctx, counts)
	told.Wait()
	if err != nil {
		return result, fmt.Errorf("publishing the site in %s: %w", filepath.ToSlash(r.Output), err)
	}
	result.Published = true
	if sound {
		r.leaveReceipt(key, folder, result)
	}
	return result, nil
}

func (r *Ready) result() Result {
	result := Result{Findings: r.Findings, Left: r.Left}
	if r.Catalogue != nil {
		result.Records, result.Languages = len(r.Catalogue.Entries), len(r.Catalogue.Languages)
	}
	return result
}

// Check loads and checks a site, and plans its pages, but writes nothing.
func Check(ctx context.Context, o Options) (Result, error) {
	ready, err := Prepare(ctx, o)
	return ready.result(), errors.Join(err, ready.Close())
}
