package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"text/tabwriter"

	"mappe/bench/peers"
)

// growthCommand measures what a page costs among few offers and among many.
const growthCommand = "growth"

// few is how many offers a county has that others are held against.
const few = 1000

// growth builds two sites in turn, of few and of many offers, without peers: those would need more memory for many than most machines have.
func growth(ctx context.Context, args []string) error {
	o := options{}
	flags := flag.NewFlagSet(growthCommand, flag.ExitOnError)
	flags.IntVar(&o.offers, "offers", 100_000, "how many offers are many")
	flags.IntVar(&o.languages, "languages", 6, "how many languages, 1 to 6")
	flags.IntVar(&o.runs, "runs", 1, "how often each site is built; medians are told")
	_ = flags.Parse(args) // it ends the program where it fails
	if err := o.check(); err != nil {
		return err
	}
	if o.offers <= few {
		return fmt.Errorf("--offers is more than %d", few)
	}
	cache, err := peers.Cache()
	if err != nil {
		return err
	}
	g := &growing{bench: bench{options: o}}
	if g.temp, err = os.MkdirTemp(fastest(), "mappe-growth-"); err != nil {
		return err
	}
	defer os.RemoveAll(g.temp)
	if g.sources, err = os.MkdirTemp("", "mappe-growth-sources-"); err != nil {
		return err
	}
	defer os.RemoveAll(g.sources)
	if err := g.prepare(ctx, cache); err != nil {
		return err
	}
	for n := range o.runs {
		log.Printf("run %d of %d", n+1, o.runs)
		for _, offers := range []int{few, o.offers} {
			if err := g.round(ctx, offers); err != nil {
				return err
			}
		}
	}
	g.print(os.Stdout)
	return nil
}

// growing measures sites of different sizes. Their sources lie on the disk, since memory is to hold what is written.
type growing struct {
	bench
	sources string
}

func (g *growing) prepare(ctx context.Context, cache string) error {
	if err := g.getMappe(ctx); err != nil {
		return err
	}
	for _, offers := range []int{few, g.offers} {
		kept, err := peers.Corpus(ctx, cache, offers, g.languages, "mappe")
		if err != nil {
			return err
		}
		if err := os.CopyFS(g.source(offers), os.DirFS(kept)); err != nil {
			return err
		}
	}
	return nil
}

func (g *growing) source(offers int) string { return filepath.Join(g.sources, strconv.Itoa(offers)) }

// The names of what is measured, for a number of offers.
func building(offers int) string { return fmt.Sprintf("%s of %d", ours, offers) }
func writing(offers int) string  { return fmt.Sprintf("%s of %d", floor, offers) }

// round builds a site, and then has as many bytes written by a program that holds as much memory, since a machine
// may have memory that costs more the more of it is in use. Only one of the two is there at a time.
func (g *growing) round(ctx context.Context, offers int) error {
	g.content = g.source(offers)
	if err := g.cacheSources(); err != nil {
		return err
	}
	folder, err := g.build(ctx, building(offers), noOutputs)
	if err != nil {
		return err
	}
	list := g.output("list")
	if err := os.MkdirAll(list, 0o777); err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(folder, "build.json"), filepath.Join(list, "build.json")); err != nil {
		return err
	}
	if err := g.clear(building(offers)); err != nil {
		return err
	}
	if err := g.cacheSources(); err != nil {
		return err
	}
	held := g.results.of[building(offers)]
	return g.floor(ctx, writing(offers), list, held[len(held)-1].MiB)
}

// cacheSources reads all of the content, which has the system hold it in memory: the sources of a large site go while its output is written.
func (g *growing) cacheSources() error { return peers.CopyFiles(io.Discard, g.content) }

// print writes the table, and how much more a file and an offer cost among many offers.
func (g *growing) print(w io.Writer) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(table, "pages alone in %d languages, medians of %d\twall s\tCPU s\tMiB\tfiles\tMB\t", g.languages, g.runs)
	fmt.Fprintln(table, "CPU µs a file\tits memory and writing alone\tan offer\t")
	var file, alone, offer [2]float64
	for i, offers := range []int{few, g.offers} {
		used, least := g.results.median(building(offers)), g.results.median(writing(offers))
		file[i], alone[i], offer[i] = each(used, used.Files), each(least, least.Files), each(used, offers)
		fmt.Fprintf(table, "%d offers\t%.2f\t%.2f\t%.0f\t%d\t%.1f\t%.1f\t%.1f\t%.0f\t\n",
			offers, used.Wall, used.CPU, used.MiB, used.Files, float64(used.Bytes)/1e6, file[i], alone[i], offer[i])
	}
	table.Flush()
	fmt.Fprintf(w, "\nmany ÷ few, CPU a file: %.2f; its memory and writing alone %.2f, all else %.2f\nmany ÷ few, CPU an offer: %.2f\n",
		ratio(file[1], file[0]), ratio(alone[1], alone[0]), ratio(file[1]-alone[1], file[0]-alone[0]), ratio(offer[1], offer[0]))
}

// each is the CPU time of one of so many, in microseconds.
func each(used usage, of int) float64 { return used.CPU * 1e6 / float64(max(of, 1)) }
