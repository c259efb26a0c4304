package textindex

import (
	"context"
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
	for b.Loop() {
		size, files := 0, 0
		for _, input := range inputs {
			index, err := Build(context.Background(), input)
			if err != nil {
				b.Fatal(err)
			}
			for _, f := range index.Files {
				size += len(f.Data)
			}
			files += len(index.Files)
		}
		b.ReportMetric(float64(size)/1e6, "MB")
		b.ReportMetric(float64(files), "files")
	}
}
