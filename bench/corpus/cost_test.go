//go:build !race

package main

import (
	"context"
	"runtime"
	"testing"

	"mappe/generator/build"
	"mappe/generator/date"
)

// The guard over what a build costs, in what can be counted on any machine however busy it is: allocations and the bytes they take, and the
// size of pages. A clock is only looked at by bench itself. What is recorded here is what was counted when it was last looked at; a tenth more
// is let pass; the race detector allocates for itself and has no part here. Whoever makes the program do more writes down the new figure, and
// why, in the commit.
const (
	recordAllocations = 824 // of reading, checking and planning, for each record
	recordBytes       = 131_600
	pageAllocations   = 291    // of making a page, and of the search index, which its page asks for
	pageBytes         = 44_500 // of it the search index, which keeps the cards of a word's first hits twice
	pageSize          = 11_100 // of the HTML
)

// slack is how much more than recorded is let pass.
const slack = 1.10

// spent counts what is allocated meanwhile.
func spent(do func()) (allocations, allocated float64) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return float64(after.Mallocs - before.Mallocs), float64(after.TotalAlloc - before.TotalAlloc)
}

func TestABuildCostsNoMoreThanRecorded(t *testing.T) {
	c, err := NewCorpus(60, 3, 1)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := c.write("mappe", into(dir)); err != nil {
		t.Fatal(err)
	}
	o := build.Options{Source: dir, Today: date.New(2026, 11, 20), Version: "test", Jobs: 1}
	var ready *build.Ready
	allocations, allocated := spent(func() { ready, err = build.Prepare(context.Background(), o) })
	if err != nil || ready.Site == nil {
		t.Fatalf("not ready: %v, %v", err, ready.Findings)
	}
	defer ready.Close()
	within := func(what string, counted, of, recorded float64) {
		t.Helper()
		each := counted / of
		t.Logf("%s: %.0f, recorded %.0f", what, each, recorded)
		if each > recorded*slack {
			t.Errorf("%s: %.0f, and only %.0f are recorded", what, each, recorded)
		}
	}
	records, pages := float64(len(ready.Catalogue.Entries)), ready.Site.Pages()
	within("allocations for each record", allocations, records, recordAllocations)
	within("bytes allocated for each record", allocated, records, recordBytes)

	var desk build.Desk
	size := 0
	allocations, allocated = spent(func() {
		for _, page := range pages {
			html, err := ready.RenderAt(&desk, page)
			if err != nil {
				t.Error(err)
			}
			size += len(html)
		}
	})
	within("allocations for each page", allocations, float64(len(pages)), pageAllocations)
	within("bytes allocated for each page", allocated, float64(len(pages)), pageBytes)
	within("bytes of each page", float64(size), float64(len(pages)), pageSize)
}
