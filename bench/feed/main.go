// Command feed writes the timetable of the sample county: a small GTFS feed with some forty invented lines at the stops that the sample's
// places and offers name. The same input gives the same bytes. It is made for content/timetables/:
//
//	go run ./bench/feed -out content/timetables/musterfahrplan.zip
//
// The way through the files: stops.txt, lines.txt and patterns.txt are the county, lines.go reads them, calendar.go says which service runs
// on which day, tables.go writes GTFS.
package main

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mappe/generator/date"
)

func main() {
	out := flag.String("out", "", "zip to write, or a folder")
	holidays := flag.String("holidays", "content/timetables/holidays.yaml", "public and school holidays")
	from := flag.String("from", "2026-10-01", "first day")
	to := flag.String("to", "2027-12-11", "last day; the next timetable begins on the second Sunday of December")
	flag.Parse()
	if err := generate(*out, *holidays, *from, *to); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func generate(out, holidays, from, to string) error {
	if out == "" {
		return fmt.Errorf("-out says where to write")
	}
	first, ok := date.Parse(from)
	last, ok2 := date.Parse(to)
	if !ok || !ok2 || last < first {
		return fmt.Errorf("-from and -to are days such as 2026-10-01, one after the other")
	}
	written, err := os.ReadFile(holidays)
	if err != nil {
		return fmt.Errorf("reading the holidays: %w", err)
	}
	calendar, err := readHolidays(written)
	if err != nil {
		return err
	}
	files, err := makeFeed(calendar, date.Range{From: first, To: last})
	if err != nil {
		return err
	}
	if strings.HasSuffix(out, ".zip") {
		packed, err := pack(files)
		if err != nil {
			return err
		}
		return write(out, packed)
	}
	for name, data := range files {
		if err := write(filepath.Join(out, name), data); err != nil {
			return err
		}
	}
	return nil
}

func write(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return fmt.Errorf("writing the timetable: %w", err)
	}
	if err := os.WriteFile(name, data, 0o666); err != nil {
		return fmt.Errorf("writing the timetable: %w", err)
	}
	return nil
}

// pack puts the files into a zip, in order and without times.
func pack(files map[string][]byte) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return nil, fmt.Errorf("packing the timetable: %w", err)
		}
		if _, err := entry.Write(files[name]); err != nil {
			return nil, fmt.Errorf("packing the timetable: %w", err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("packing the timetable: %w", err)
	}
	return b.Bytes(), nil
}
