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

// BenchmarkSearchIndexes makes the search indexes of 10,000 offers in six languages, with all that a site knows of its records, one after the
// other as a build does:
//
//	go test -run - -bench SearchIndexes -benchtime 3x ./generator/build
//
// It tells the seconds of a processor that the indexes take, and beside them what gathering their words takes before, of which pages use the cards.
func BenchmarkSearchIndexes(b *testing.B) {
	ready := corpus(b)
	defer ready.Close()
	defer pace().stop() // as in a build
	b.ReportAllocs()
	words, made, most := 0.0, 0.0, uint64(0)
	for b.Loop() {
		size, files := 0, 0
		for i := range ready.Catalogue.Languages {
			lang, start := catalog.Lang(i), processorSeconds()
			input := ready.Site.SearchWords(lang)
			gathered, allocated := processorSeconds(), allocatedBytes()
			index, err := textindex.Build(context.Background(), input)
			if err != nil {
				b.Fatal(err)
			}
			words, made, most = words+gathered-start, made+processorSeconds()-gathered, max(most, allocatedBytes()-allocated)
			for _, f := range index.Files {
				size += len(f.Data)
			}
			files += len(index.Files)
			ready.Site.Finish(lang)
		}
		b.ReportMetric(float64(size)/1e6, "MB")
		b.ReportMetric(float64(files), "files")
	}
	b.ReportMetric(made/float64(b.N), "cpu-s/op")
	b.ReportMetric(words/float64(b.N), "cpu-s-for-words/op")
	b.ReportMetric(float64(most)/1e6, "MB-of-one-at-most")
}

// corpus is the site of 10,000 offers in six languages, ready to be made.
func corpus(b *testing.B) *Ready {
	dir := b.TempDir()
	if out, err := exec.Command("go", "run", "mappe/bench/corpus", "--offers", "10000", "--languages", "6", "--output", dir).CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	ready, err := Prepare(context.Background(), Options{Source: dir, Today: date.New(2026, 11, 20), Version: "bench"})
	if err != nil {
		b.Fatal(err)
	}
	if ready.Site == nil {
		b.Fatal("the corpus has errors")
	}
	return ready
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
