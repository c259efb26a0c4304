//go:build unix

package textindex

import (
	"context"
	"runtime"
	"syscall"
	"testing"
)

// BenchmarkBuild makes the indexes of 10,000 offers in six languages:
//
//	go test -run - -bench Build -benchtime 1x ./generator/textindex
func BenchmarkBuild(b *testing.B) {
	dir := corpus(b, 10_000, 6)
	var inputs []Input
	for _, lang := range corpusLanguages() {
		inputs = append(inputs, corpusInput(b, dir, lang))
	}
	b.ReportAllocs()
	before, most := processorSeconds(), uint64(0)
	for b.Loop() {
		size, files := 0, 0
		for _, input := range inputs {
			allocated := allocatedBytes()
			index, err := Build(context.Background(), input)
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
