package timetable

import (
	"context"
	"os"
	"testing"

	"mappe/generator/date"
)

// BenchmarkProfileThereAndBack measures what one place costs on one day: all journeys there from everywhere, and back. The budget is
// 20 ms.
func BenchmarkProfileThereAndBack(b *testing.B) {
	kuopio := othersFeed(b, "fi-kuopio.zip")
	day, changes := kuopio.Day(date.New(2016, 11, 15), Use{}), kuopio.Changes(400, 120)
	scan := NewScan(day, changes, 4)
	place := kuopio.Near(62.8925, 27.6775, 1000)
	b.ReportMetric(float64(len(day.ahead.rides)), "rides")
	for b.Loop() {
		scan.To(place)
		scan.From(place)
	}
}

// BenchmarkDay measures laying out all rides of a day.
func BenchmarkDay(b *testing.B) {
	kuopio := othersFeed(b, "fi-kuopio.zip")
	for b.Loop() {
		kuopio.Day(date.New(2016, 11, 15), Use{})
	}
}

// BenchmarkRead measures reading a feed of 79,000 stop times.
func BenchmarkRead(b *testing.B) {
	othersFeed(b, "fi-kuopio.zip")
	for b.Loop() {
		if _, _, err := Read(context.Background(), []Source{{os.DirFS(othersData), "fi-kuopio.zip", "fi-kuopio.zip"}}, nil); err != nil {
			b.Fatal(err)
		}
	}
}
