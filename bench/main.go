// Command bench measures this program beside its peers at the same work, in one run on one machine.
//
//	go run ./bench [--offers N] [--languages L] [--runs R] [--json]
//	go run ./bench growth [--offers N] [--languages L] [--runs R]
//
// The way through the files: main.go says what is measured and in which order, tools.go gets the programs and the corpus, process.go runs one
// program and tells what it took, floor.go is the least that any generator has to do, serve.go times an edit in the server, results.go
// makes medians, ratios and the table; growth.go builds sites of two sizes.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"strconv"

	"mappe/bench/peers"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := start(ctx, os.Args[1:])
	stop()
	if err != nil {
		log.Fatal(err)
	}
}

// start does what the command line asks for.
func start(ctx context.Context, args []string) error {
	switch {
	case len(args) == 4 && args[0] == floorCommand:
		return writeFloor(args[1], args[2], args[3])
	case len(args) > 0 && args[0] == growthCommand:
		return growth(ctx, args[1:])
	}
	var o options
	flag.IntVar(&o.offers, "offers", 1000, "how many offers")
	flag.IntVar(&o.languages, "languages", 6, "how many languages, 1 to 6")
	flag.IntVar(&o.runs, "runs", 3, "how often each program runs; medians are told")
	flag.BoolVar(&o.json, "json", false, "print one JSON object")
	flag.Parse()
	return run(ctx, o)
}

type options struct {
	offers, languages, runs int
	json                    bool
}

func (o options) check() error {
	if o.offers < 1 || o.languages < 1 || o.languages > 6 || o.runs < 1 {
		return fmt.Errorf("--offers and --runs are at least 1, --languages 1 to 6")
	}
	return nil
}

func run(ctx context.Context, o options) error {
	if err := o.check(); err != nil {
		return err
	}
	b, err := prepare(ctx, o)
	if err != nil {
		return err
	}
	defer os.RemoveAll(b.temp)
	for n := range o.runs {
		log.Printf("run %d of %d", n+1, o.runs)
		if err := b.round(ctx); err != nil {
			return err
		}
	}
	if err := b.serveEdits(ctx); err != nil {
		return err
	}
	if o.json {
		return json.NewEncoder(os.Stdout).Encode(b.results.report())
	}
	b.results.print(os.Stdout, o)
	return nil
}

// bench is what is measured, and where.
type bench struct {
	options
	tools
	temp    string // outputs, in memory where the system has such a place
	results results
}

// The names of what is measured, as the JSON has them.
const (
	ours       = "ours"        // without search, print, short addresses, reachability and data, which Hugo's site has none of
	oursSearch = "ours_search" // the same with search
	oursAll    = "ours_all"    // with everything
	oursAgain  = "ours_again"  // a second build with nothing changed
	oursEdit   = "ours_edit"   // a build after an edit of one file
	hugo       = "hugo"
	pagefind   = "pagefind" // on Hugo's output
	floor      = "floor"
)

// round measures everything once, one after the other, so that what else the machine does falls on all alike.
func (b *bench) round(ctx context.Context) error {
	folder, err := b.build(ctx, ours, noOutputs)
	if err != nil {
		return err
	}
	if err := b.buildAgain(ctx, folder); err != nil {
		return err
	}
	if err := b.floor(ctx, floor, folder, 0); err != nil {
		return err
	}
	for name, outputs := range map[string]string{oursSearch: peers.SearchOnly, oursAll: allOutputs} {
		if _, err := b.build(ctx, name, outputs); err != nil {
			return err
		}
		if err := b.clear(name); err != nil {
			return err
		}
	}
	if err := b.clear(ours); err != nil {
		return err
	}
	return b.peers(ctx)
}

// build builds our site into a new folder.
func (b *bench) build(ctx context.Context, name, outputs string) (folder string, err error) {
	if err := b.setOutputs(outputs); err != nil {
		return "", err
	}
	folder = b.output(name)
	used, err := measure(ctx, b.mappe, b.buildArgs(folder)...)
	if err != nil {
		return "", err
	}
	return folder, b.results.add(name, used, folder)
}

func (b *bench) buildArgs(folder string) []string {
	return []string{"build", "--quiet", "--source", b.content, "--output", folder, "--date", peers.CorpusDay}
}

// buildAgain measures a build over the one before, first with nothing changed and then after an edit.
func (b *bench) buildAgain(ctx context.Context, folder string) error {
	used, err := measure(ctx, b.mappe, b.buildArgs(folder)...)
	if err != nil {
		return err
	}
	if err := b.results.add(oursAgain, used, folder); err != nil {
		return err
	}
	edit, err := newEdit(b.content)
	if err != nil {
		return err
	}
	defer edit.undo()
	if err := edit.save(0); err != nil {
		return err
	}
	if used, err = measure(ctx, b.mappe, b.buildArgs(folder)...); err != nil {
		return err
	}
	return b.results.add(oursEdit, used, folder)
}

// floor writes files of the same names and sizes as a site has, by its build.json, and holds so many MiB meanwhile.
func (b *bench) floor(ctx context.Context, name, site string, held float64) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	folder := b.output(floor)
	used, err := measure(ctx, self, floorCommand, site, folder, strconv.Itoa(int(held)))
	if err != nil {
		return err
	}
	if err := b.results.add(name, used, folder); err != nil {
		return err
	}
	return b.clear(floor)
}

// peers measures Hugo, and Pagefind on what Hugo has written.
func (b *bench) peers(ctx context.Context) error {
	folder := b.output(hugo)
	used, err := measure(ctx, b.hugo, "build", "--quiet", "--source", b.hugoSite, "--destination", folder)
	if err != nil {
		return err
	}
	if err := b.results.add(hugo, used, folder); err != nil {
		return err
	}
	index := b.output(pagefind)
	if used, err = measure(ctx, b.pagefind, "--site", folder, "--output-path", index); err != nil {
		return err
	}
	if err := b.results.add(pagefind, used, index); err != nil {
		return err
	}
	if err := b.clear(pagefind); err != nil {
		return err
	}
	return b.clear(hugo)
}
