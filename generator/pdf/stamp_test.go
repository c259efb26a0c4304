package pdf

import (
	"bytes"
	"maps"
	"testing"
	"testing/fstest"
	"time"
)

func TestAPDFKnowsWhatItWasMadeFrom(t *testing.T) {
	site := files(map[string]string{
		"de/print/all.html": brochure("de", "ltr", "Alles", "Abschnitt", 1) + `<img src="../../media/a.png"><a href="../courses/b1.html">`,
		"media/a.png":       "picture", "media/b.png": "another", "de/courses/b1.html": "a course",
	})
	o := Options{Read: site.ReadFile, BaseURL: "https://a.example/", Date: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC), Version: "1.0"}
	before := &Printer{Options: o, browser: "Chrome/156"}
	from, err := before.originOf("de/print/all.html")
	if err != nil {
		t.Fatal(err)
	}
	data := stamped(drawn(2, 1), from.sum)
	if _, err := readPlaces(data); err != nil {
		t.Errorf("the stamp breaks the PDF: %v", err)
	}
	changed := func(path, content string) fstest.MapFS {
		other := maps.Clone(site)
		other[path] = &fstest.MapFile{Data: []byte(content)}
		return other
	}
	for _, row := range []struct {
		what    string
		data    []byte
		change  func(p *Printer)
		current bool
	}{
		{"nothing", data, func(*Printer) {}, true},
		{"the page", data, func(p *Printer) { p.Read = changed("de/print/all.html", "x").ReadFile }, false},
		{"its style sheet", data, func(p *Printer) { p.Read = changed("assets/print.0123456789.css", "x").ReadFile }, false},
		{"its picture", data, func(p *Printer) { p.Read = changed("media/a.png", "x").ReadFile }, false},
		{"another picture", data, func(p *Printer) { p.Read = changed("media/b.png", "x").ReadFile }, true},
		{"a page it links to", data, func(p *Printer) { p.Read = changed("de/courses/b1.html", "x").ReadFile }, true},
		{"the day", data, func(p *Printer) { p.Date = p.Date.AddDate(0, 0, 1) }, false},
		{"the site's address", data, func(p *Printer) { p.BaseURL = "https://b.example/" }, false},
		{"the browser", data, func(p *Printer) { p.browser = "Chrome/157" }, false},
		{"the program", data, func(p *Printer) { p.Version = "1.1" }, false},
		{"the PDF, damaged inside", bytes.Replace(data, []byte("/Title (T)"), []byte("/Title (X)"), 1), func(*Printer) {}, false},
		{"the PDF, cut short", data[:len(data)-10], func(*Printer) {}, false},
		{"the PDF, with something after its end", append(bytes.Clone(data), "\n1 0 obj"...), func(*Printer) {}, false},
		{"the PDF, gone", nil, func(*Printer) {}, false},
		{"the PDF, by others", drawn(2, 1), func(*Printer) {}, false},
	} {
		now := *before
		row.change(&now)
		if current, err := now.Current(row.data, "de/print/all.html"); err != nil || current != row.current {
			t.Errorf("what changed is %s: %v, %v", row.what, current, err)
		}
	}
	if _, err := before.Current(data, "de/print/none.html"); err == nil {
		t.Error("a page that is not there is no error")
	}
}

func TestDatesAreThoseOfThePrinter(t *testing.T) {
	data := drawn(1)
	got := dated(data, time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC))
	if len(got) != len(data) || bytes.Count(got, []byte("(D:20261116000000+00'00')")) != 2 || bytes.Contains(got, []byte("20261128")) {
		t.Errorf("%s", got)
	}
}

func FuzzStampOf(f *testing.F) {
	f.Add(stamped(drawn(2, 1), digest{1}))
	f.Add([]byte("startxref\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		again, whole := stampOf(stamped(data, digest{7}))
		if whole && again != (digest{7}) {
			t.Errorf("%x", again)
		}
		stampOf(data)
	})
}
