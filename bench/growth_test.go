package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestGrowthIsToldOfFilesOfOffersAndOfAllButWriting(t *testing.T) {
	g := &growing{bench: bench{options: options{offers: 5000, languages: 6, runs: 1}}}
	g.results.of = map[string][]usage{
		building(few): {{CPU: 1, Files: 10_000}}, writing(few): {{CPU: .25, Files: 10_000}},
		building(5000): {{CPU: 9, Files: 60_000}}, writing(5000): {{CPU: 3, Files: 60_000}},
	}
	var out bytes.Buffer
	g.print(&out)
	said := strings.Join(strings.Fields(out.String()), " ")
	for _, want := range []string{
		" 100.0 25.0 1000 5000 offers ", " 150.0 50.0 1800 many ÷ few",
		"many ÷ few, CPU a file: 1.50; its memory and writing alone 2.00, all else 1.33", "many ÷ few, CPU an offer: 1.80",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}
