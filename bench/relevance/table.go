package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

// The bars of ours: the share of queries that one of the first three hits answers.
const (
	barOverall = 0.95
	barStratum = 0.85
)

// result is what one engine answered, query by query.
type result struct {
	name    string
	answers [][]string
}

// share is success@3 over the queries of a group, and how many there are.
func (r result) share(queries []query, in func(query) bool) (share float64, n int) {
	right := 0
	for i, q := range queries {
		if in(q) {
			n++
			if q.answeredBy(r.answers[i]) {
				right++
			}
		}
	}
	return float64(right) / float64(max(1, n)), n
}

func reached(queries []query, r result) bool {
	overall, _ := r.share(queries, everything)
	ok := overall >= barOverall
	for _, stratum := range groups(queries, func(q query) string { return q.stratum }) {
		share, _ := r.share(queries, func(q query) bool { return q.stratum == stratum })
		ok = ok && share >= barStratum
	}
	return ok
}

func everything(query) bool { return true }

// groups are the names of groups in the order in which they occur.
func groups(queries []query, name func(query) string) (names []string) {
	for _, q := range queries {
		if !slices.Contains(names, name(q)) {
			names = append(names, name(q))
		}
	}
	return names
}

// tell writes the table, then every query that ours loses.
func tell(to io.Writer, queries []query, results []result) {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', tabwriter.AlignRight)
	names := make([]string, len(results))
	for i, r := range results {
		names[i] = r.name
	}
	fmt.Fprintf(w, "success@3\tqueries\t%s\t\n", strings.Join(names, "\t"))
	row := func(name string, in func(query) bool) {
		var cells []string
		n := 0
		for _, r := range results {
			share, count := r.share(queries, in)
			n = count
			cells = append(cells, fmt.Sprintf("%.2f", share))
		}
		fmt.Fprintf(w, "%s\t%d\t%s\t\n", name, n, strings.Join(cells, "\t"))
	}
	for _, stratum := range groups(queries, func(q query) string { return q.stratum }) {
		row(stratum, func(q query) bool { return q.stratum == stratum })
	}
	for _, lang := range groups(queries, func(q query) string { return q.Lang }) {
		row(lang, func(q query) bool { return q.Lang == lang })
	}
	row("all", everything)
	w.Flush()
	fmt.Fprintf(to, "\nLost by %s:\n", results[0].name)
	for i, q := range queries {
		if hits := results[0].answers[i]; !q.answeredBy(hits) {
			fmt.Fprintf(to, "%s %-10s %s: %s\n", q.Lang, q.stratum, q.Text, strings.Join(hits, " "))
		}
	}
}
