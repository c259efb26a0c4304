// Package check is the rules over the catalogue: what can be wrong with a site although each of its files can be read, told as
// findings.
//
// The way through the files: check.go runs the rules, rules.go lists them, and each lives in a file named after what it finds.
// report.go is how a rule speaks, survey.go what all of them look at; walk.go visits
// the places of a record where the same thing can stand, settings.go finds places in site.yaml, picture.go looks into
// picture files, and graph.go finds rings.
package check

import (
	"context"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/diag"
	"mappe/generator/prose"
	"mappe/generator/workers"
)

// Input is what the rules look at besides the catalogue.
type Input struct {
	// Today is the day of the build.
	Today date.Date
	// Prose are the long texts of the same catalogue. They are all parsed afterwards.
	Prose *prose.Prose
}

// Run holds the catalogue against all rules, on all cores, and returns the findings sorted. It reports nothing that reading the
// files has reported before. An error means that ctx was cancelled.
func Run(ctx context.Context, c *catalog.Catalogue, input Input) ([]diag.Finding, error) {
	s := newSurvey(c, input)
	tasks := tasksOf(s, rules())
	results := make([][]diag.Finding, len(tasks))
	err := workers.Each(ctx, 0, len(tasks), func() func(int) error {
		return func(i int) error {
			r := &report{survey: s}
			tasks[i](r)
			results[i] = r.findings
			return nil
		}
	})
	if err != nil {
		return nil, err
	}
	var findings []diag.Finding
	for _, found := range results {
		findings = append(findings, found...)
	}
	return diag.Sort(findings), nil
}

// chunk is how many records a worker takes at once.
const chunk = 64

// tasksOf cuts the work into pieces that know nothing of each other: each rule over the whole site is one, and each few records
// under all rules over single records are one.
func tasksOf(s *survey, all []rule) []func(*report) {
	var tasks []func(*report)
	var single []func(*report, catalog.Entry)
	for _, r := range all {
		if r.site != nil {
			tasks = append(tasks, r.site)
		} else {
			single = append(single, r.record)
		}
	}
	for from := 0; from < len(s.Entries); from += chunk {
		entries := s.Entries[from:min(from+chunk, len(s.Entries))]
		tasks = append(tasks, func(r *report) {
			for _, entry := range entries {
				for _, look := range single {
					look(r, entry)
				}
			}
		})
	}
	return tasks
}
