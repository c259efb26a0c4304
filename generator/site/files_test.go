package site

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
)

// fileOf returns a file of a site by its path.
func fileOf(t *testing.T, s *Site, path string) string {
	t.Helper()
	for _, f := range Files(s) {
		if f.Path == path {
			return string(f.Data)
		}
	}
	t.Fatalf("there is no file %s", path)
	return ""
}

// wellFormed reads a whole XML document.
func wellFormed(t *testing.T, name, document string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(document))
	for {
		if _, err := decoder.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

func TestFiles(t *testing.T) {
	s := planned(t, "")
	s.Catalogue.Settings.Outputs.Short = false // their files have a test of their own
	var paths []string
	for i, f := range Files(s) {
		if i != len(paths) {
			t.Errorf("%s has the number %d, want %d", f.Path, i, len(paths))
		}
		paths = append(paths, f.Path)
	}
	same(t, "paths", strings.Join(paths, " "), "assets/built.js robots.txt .htaccess web.config de/manifest.json de/opensearch.xml ar/manifest.json ar/opensearch.xml de-simple/manifest.json de-simple/opensearch.xml sitemap.xml")
	same(t, "built.js", fileOf(t, s, "assets/built.js"), `self.mappeBuilt="2026-11-22";`)
	same(t, "robots.txt", fileOf(t, s, "robots.txt"), "User-agent: *\nAllow: /\nSitemap: https://kreis.example.org/angebote/sitemap.xml")
	for range Files(s) {
		break // whoever wants no more stops
	}
}

func TestManifest(t *testing.T) {
	var m manifest
	if err := json.Unmarshal([]byte(fileOf(t, planned(t, ""), "ar/manifest.json")), &m); err != nil {
		t.Fatal(err)
	}
	want := manifest{Name: "عروض", ShortName: "عروض", Lang: "ar", Dir: "rtl", StartURL: "index.html", Scope: "../", Display: "minimal-ui", ThemeColor: "#005ea8",
		Icons: []manifestIcon{{"../assets/icon.0123456789.svg", "any", "image/svg+xml"}}}
	if !slices.Equal(m.Icons, want.Icons) {
		t.Errorf("icons %v", m.Icons)
	}
	m.Icons, want.Icons = nil, nil
	if m.Name != want.Name || m.Lang != want.Lang || m.Dir != want.Dir || m.StartURL != want.StartURL || m.Scope != want.Scope || m.ThemeColor != want.ThemeColor {
		t.Errorf("got %+v, want %+v", m, want)
	}
}
