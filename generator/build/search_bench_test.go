//go:build unix

package build

import (
	"context"
	"os/exec"
	"runtime"
	"syscall"
	"testing"

	"mappe/generator/catalog"
	"mappe/generator/date"
	"mappe/generator/textindex"
)

// BenchmarkSearchIndexes makes the search indexes of 10,000 offers in six languages, with all that a site knows of its records:
//
//	go test -run - -bench SearchIndexes -benchtime 3x ./generator/build
func BenchmarkSearchIndexes(b *testing.B) {
	inputs := searchWords(b)
	defer pace()() // as in a build
	b.ReportAllocs()
	before, most := processorSeconds(), uint64(0)
	for b.Loop() {
		size, files := 0, 0
		for _, input := range inputs {
			allocated := allocatedBytes()
			index, err := textindex.Build(context.Background(), input)
			if err != nil {
				b.Fatal(err)
			}
			for _, f := range index.Files {
				size += len(f.Data)
			}
			files += len(index.Files)
			most = max(most, allocatedBytes()-allocated)
		}
		b.ReportMetric(float64(size)/1e6, "MB")
		b.ReportMetric(float64(files), "files")
	}
	b.ReportMetric((processorSeconds()-before)/float64(b.N), "cpu-s/op")
	b.ReportMetric(float64(most)/1e6, "MB-of-one-at-most")
}

// searchWords are what the indexes of a corpus are made of.
func searchWords(b *testing.B) (inputs []textindex.Input) {
	dir := b.TempDir()
	if out, err := exec.Command("go", "run", "mappe/bench/corpus", "--offers", "10000", "--languages", "6", "--output", dir).CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	ready, err := Prepare(context.Background(), Options{Source: dir, Today: date.New(2026, 11, 20), Version: "bench"})
	if err != nil {
		b.Fatal(err)
	}
	defer ready.Close()
	if ready.Site == nil {
		b.Fatal("the corpus has errors")
	}
	for lang := range ready.Catalogue.Languages {
		inputs = append(inputs, ready.Site.SearchWords(catalog.Lang(lang)))
	}
	return inputs
}

// allocatedBytes are all that the process has ever allocated: what is added in between is more than was held at any moment.
func allocatedBytes() uint64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.TotalAlloc
}

// processorSeconds are what the process has used of the processor: the clock also counts what else the machine does.
func processorSeconds() float64 {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}
