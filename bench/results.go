package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/tabwriter"
	"time"

	"mappe/bench/peers"
)

// results are all measurements, by the names of what was measured.
type results struct {
	of map[string][]usage
	// event and shown are the times of edits in the server: to the event, and to the page.
	event, shown []time.Duration
	MiBServe     float64
}

// add takes a measurement in, with the size of what was written. A site with search that has no index is one of a program that has
// no search yet, and is left out.
func (r *results) add(name string, used usage, folder string) error {
	if name == oursSearch {
		if _, err := os.Stat(filepath.Join(folder, "search")); err != nil {
			return nil
		}
	}
	if err := used.count(folder); err != nil {
		return err
	}
	if r.of == nil {
		r.of = map[string][]usage{}
	}
	r.of[name] = append(r.of[name], used)
	return nil
}

// median is the median of each figure of what was measured.
func (r *results) median(name string) usage {
	var wall, cpu, mib []float64
	var last usage
	for _, used := range r.of[name] {
		wall, cpu, mib, last = append(wall, used.Wall), append(cpu, used.CPU), append(mib, used.MiB), used
	}
	return usage{Wall: median(wall), CPU: median(cpu), MiB: median(mib), Files: last.Files, Bytes: last.Bytes}
}

// ratio is one figure by another; 0 where one is missing.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

func (r *results) ratios() map[string]float64 {
	mine, theirs, index, least := r.median(ours), r.median(hugo), r.median(pagefind), r.median(floor)
	ratios := map[string]float64{
		"hugo_wall": ratio(theirs.Wall, mine.Wall), "hugo_cpu": ratio(theirs.CPU, mine.CPU), "hugo_mib": ratio(theirs.MiB, mine.MiB),
		"floor_wall": ratio(mine.Wall, least.Wall), "again_cpu": ratio(r.median(oursAgain).CPU, mine.CPU), "edit_cpu": ratio(r.median(oursEdit).CPU, mine.CPU),
	}
	if _, has := r.of[oursSearch]; has {
		found := r.median(oursSearch)
		ratios["stack_wall"] = ratio(theirs.Wall+index.Wall, found.Wall)
		ratios["stack_cpu"] = ratio(theirs.CPU+index.CPU, found.CPU)
	}
	return ratios
}

// report is what --json prints.
func (r *results) report() map[string]any {
	out := map[string]any{"ratios": r.ratios()}
	for name := range r.of {
		out[name] = r.median(name)
	}
	out["serve"] = map[string]float64{
		"event_ms": milliseconds(median(r.event)), "page_ms": milliseconds(median(r.shown)), "mib": r.MiBServe,
	}
	return out
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// print writes the table for people.
func (r *results) print(w io.Writer, o options) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(table, "%d offers in %d languages, medians of %d\twall s\tCPU s\tMiB\tfiles\tMB\t\n", o.offers, o.languages, o.runs)
	for _, row := range []struct{ name, told string }{
		{ours, "mappe, pages alone (Hugo's site has no print, short addresses, reachability or data)"}, {oursSearch, "mappe with search"},
		{oursAll, "mappe with everything"}, {oursAgain, "mappe again, nothing changed"}, {oursEdit, "mappe again, one file changed"},
		{hugo, "Hugo " + hugoVersion}, {pagefind, "Pagefind " + peers.PagefindVersion + " on Hugo's pages"}, {floor, "writing as many bytes as mappe"},
	} {
		if len(r.of[row.name]) == 0 {
			continue
		}
		used := r.median(row.name)
		fmt.Fprintf(table, "%s\t%.2f\t%.2f\t%.0f\t%d\t%.1f\t\n", row.told, used.Wall, used.CPU, used.MiB, used.Files, float64(used.Bytes)/1e6)
	}
	table.Flush()
	ratios := r.ratios()
	fmt.Fprintf(w, "\nHugo ÷ mappe: wall %.1f, CPU %.1f, memory %.1f", ratios["hugo_wall"], ratios["hugo_cpu"], ratios["hugo_mib"])
	if stack, has := ratios["stack_wall"]; has {
		fmt.Fprintf(w, "; Hugo and Pagefind ÷ mappe with search: wall %.1f, CPU %.1f", stack, ratios["stack_cpu"])
	}
	fmt.Fprintf(w, "\nmappe ÷ writing the bytes: wall %.1f\nagain ÷ first: CPU %.2f with nothing changed, %.2f after an edit\n", ratios["floor_wall"], ratios["again_cpu"], ratios["edit_cpu"])
	fmt.Fprintf(w, "an edit in serve: %.0f ms to the event that reloads, %.0f ms to the page (medians of %d); %.0f MiB\n",
		milliseconds(median(r.event)), milliseconds(median(r.shown)), len(r.event), r.MiBServe)
}
