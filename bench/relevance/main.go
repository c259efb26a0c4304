// Command relevance asks ours, MiniSearch and Pagefind the judged queries of queries.txt over the sample county, and tells how often
// one of the first three hits answers: success@3, by stratum and by language, and every query that ours loses.
//
// It needs Node.js; the others are installed beside the checkout with `npm install --no-save minisearch@7.2.0 pagefind@1.6.0` and are
// left out where they are missing. Pagefind runs in a browser, Chromium as in proof/.
//
// The way through the files: queries.go reads the queries, sample.go builds the site and takes the words out of it, engines.go asks the
// engines through the scripts beside it, table.go counts.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"slices"
)

// most is how many hits count.
const most = 3

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	ok, err := run(ctx)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	if err != nil || !ok {
		stop()
		os.Exit(1)
	}
}

// run reports whether ours reaches the bars: 0.95 of all queries, 0.85 of each stratum.
func run(ctx context.Context) (bool, error) {
	queries, err := readQueries("bench/relevance/queries.txt")
	if err != nil {
		return false, err
	}
	work, err := os.MkdirTemp("", "mappe-relevance-")
	if err != nil {
		return false, fmt.Errorf("making room: %w", err)
	}
	defer os.RemoveAll(work)
	site, err := buildSample(ctx, ".", work)
	if err != nil {
		return false, err
	}
	queries = slices.DeleteFunc(queries, func(q query) bool {
		_, there := site.heads[q.Lang]
		return !there
	})
	if unknown := unknownKeys(queries, site.keys); len(unknown) > 0 {
		return false, fmt.Errorf("no record answers to %v", unknown)
	}
	var results []result
	for _, engine := range engines() {
		answers, err := engine.ask(ctx, site, queries)
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s is left out: %v\n", engine.name, err)
			continue
		}
		results = append(results, result{engine.name, answers})
	}
	if len(results) == 0 || results[0].name != ours {
		return false, fmt.Errorf("our own engine did not answer")
	}
	tell(os.Stdout, queries, results)
	return reached(queries, results[0]), nil
}
