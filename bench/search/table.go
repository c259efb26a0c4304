package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// print writes the results as a table; bytes in thousands.
func print(w io.Writer, results []result) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "offers\tengine\tquestion\topen kB\trequests\tfirst kB\trequests\tall kB\trequests\thits\twarm ms\t")
	for _, r := range results {
		fmt.Fprintf(table, "%d\t%s\t%s\t%.1f\t%d\t%.1f\t%d\t%.1f\t%d\t%d\t%.1f\t\n", r.Offers, r.Engine, r.Question,
			float64(r.Open.Bytes)/1000, r.Open.Requests, float64(r.First.Bytes)/1000, r.First.Requests,
			float64(r.Open.Bytes+r.First.Bytes)/1000, r.Open.Requests+r.First.Requests, r.Hits, r.Warm)
	}
	table.Flush()
}
