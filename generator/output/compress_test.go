package output

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
)

var squeezed = Options{Version: "1.0", Date: "2027-02-15", Compress: true}

func unpacked(t *testing.T, content string, ext string) string {
	t.Helper()
	var r io.Reader = brotli.NewReader(strings.NewReader(content))
	if ext == ".gz" {
		var err error
		if r, err = gzip.NewReader(strings.NewReader(content)); err != nil {
			t.Fatal(err)
		}
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestCompressedCopiesStandBesideTheirFile(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("Deutschkurs ", 100)
	files := site{"index.html": long, "de/a.css": long, "tiny.txt": "a", "photo.jpg": long}
	files.mustBuild(t, dir, squeezed)
	found := read(t, dir)
	for _, ext := range []string{".gz", ".br"} {
		for _, path := range []string{"index.html", "de/a.css"} {
			if got := unpacked(t, found[path+ext], ext); got != long {
				t.Errorf("%s holds %.20q", path+ext, got)
			}
			files[path+ext] = found[path+ext]
		}
	}
	files.mustHold(t, dir) // neither for what does not get smaller nor for pictures
}

func TestCompressedCopiesGoWithTheirFileAndTheOption(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("Deutschkurs ", 100)
	site{"index.html": long, "de/a.css": long}.mustBuild(t, dir, squeezed)
	site{"index.html": long}.mustBuild(t, dir, squeezed)
	if found := read(t, dir); len(found) != 4 {
		t.Errorf("got %d files, want index.html, its copies and build.json", len(found))
	}
	site{"index.html": long}.mustBuild(t, dir, plain)
	site{"index.html": long}.mustHold(t, dir)
}

func TestCompressedCopiesAreMadeAgainWhereNeeded(t *testing.T) {
	long := strings.Repeat("Deutschkurs ", 100)
	newer := squeezed
	newer.Version = "1.1"
	for name, row := range map[string]struct {
		next    string
		opts    Options
		damage  string
		changed bool
	}{
		"nothing changed":        {long, squeezed, "", false},
		"the source changed":     {long + "x", squeezed, "", true},
		"the program changed":    {long, newer, "", false},
		"the copy was damaged":   {long, squeezed, "index.html.br", true},
		"the copy was shortened": {long, squeezed, "index.html.gz", true},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			site{"index.html": long}.mustBuild(t, dir, squeezed)
			past := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
			for path := range maps.Keys(read(t, dir)) {
				os.Chtimes(filepath.Join(dir, path), past, past)
			}
			if row.damage != "" {
				site{row.damage: "damaged"}.write(t, dir)
			}
			site{"index.html": row.next}.mustBuild(t, dir, row.opts)
			found := read(t, dir)
			for _, ext := range []string{".gz", ".br"} {
				if unpacked(t, found["index.html"+ext], ext) != row.next {
					t.Errorf("%s is not that of its file", ext)
				}
			}
			path := "index.html.gz"
			if row.damage != "" {
				path = row.damage
			}
			if info, _ := os.Stat(filepath.Join(dir, path)); info.ModTime().Equal(past) == row.changed {
				t.Errorf("written again: %v, want %v", !row.changed, row.changed)
			}
		})
	}
}

func TestCompressingIsSparedWhereItMayBe(t *testing.T) {
	long := strings.Repeat("Deutschkurs ", 100)
	newer := squeezed
	newer.Version = "1.1"
	for name, row := range map[string]struct {
		before, now Options
		spared      bool
	}{
		"the same program":      {squeezed, squeezed, true},
		"a newer program":       {squeezed, newer, false},
		"not compressed before": {plain, squeezed, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			files := site{"index.html": long, "tiny.txt": "a"}
			files.mustBuild(t, dir, row.before)
			f, err := Open(dir, row.now)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Abort()
			if err := files.put(f); err != nil {
				t.Fatal(err)
			}
			if _, err := f.Finish(context.Background(), nil); err != nil {
				t.Fatal(err)
			}
			if spared := f.squeeze.runs.Load() == 0; spared != row.spared {
				t.Errorf("spared: %v, want %v", spared, row.spared)
			}
			if found := read(t, dir); len(found) != 5 {
				t.Errorf("got %d files, want two pages, two copies and build.json", len(found))
			}
		})
	}
}

func TestCompressionIsDeterministic(t *testing.T) {
	var c compressor
	data := []byte(strings.Repeat("Deutschkurs am Abend ", 1000))
	for _, pack := range []func([]byte) ([]byte, error){c.gzip, c.brotli} {
		first, err := pack(data)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := pack([]byte("something else in between")); err != nil {
			t.Fatal(err)
		}
		if second, _ := pack(data); !bytes.Equal(first, second) {
			t.Error("the same data was compressed to other bytes by a writer that had been used before")
		}
	}
}
