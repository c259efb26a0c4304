package site

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// urlset is a sitemap as search engines read it.
type urlset struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []struct {
		Loc string `xml:"loc"`
	} `xml:"url"`
}

func TestSitemapHasWhatThePagesSay(t *testing.T) {
	s := planned(t, "-- content/site.yaml --\n"+`
format: 1
title: {de: A & B}
base_url: https://a&b.example.org/x/
default_language: de
languages: [de, {code: ar, fallback: [de]}, de-simple]
county: kreis
publisher: {organization: vhs, contact: telefon}
legal: {imprint: impressum, privacy: datenschutz, accessibility: barrierefrei, barrier_report: telefon, land: ni}
`)
	var sitemap urlset
	if err := xml.Unmarshal([]byte(fileOf(t, s, "sitemap.xml")), &sitemap); err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, url := range sitemap.URLs {
		listed[url.Loc] = true
	}
	for _, p := range s.Pages() {
		page := pageOf(t, s.Model(p))
		if !p.Index {
			if listed[page.Canonical] && strings.HasSuffix(page.Canonical, p.Path) {
				t.Errorf("%s is in the sitemap", p.Path)
			}
			continue
		}
		loc := s.BaseURL + strings.TrimSuffix(p.Path, "index.html")
		if !listed[loc] {
			t.Errorf("%s is not in the sitemap", p.Path)
		}
		delete(listed, loc)
	}
	if len(listed) > 0 {
		t.Errorf("addresses of no page: %v", listed)
	}
}

// pageOf returns what all models have.
func pageOf(t *testing.T, model any) *Page {
	t.Helper()
	switch m := model.(type) {
	case *RecordPage:
		return &m.Page
	case *SectionsPage:
		return &m.Page
	case *ListPage:
		return &m.Page
	case *SearchPage:
		return &m.Page
	case *FinderPage:
		return &m.Page
	case *MovedPage:
		return &m.Page
	case *ChooserPage:
		return &m.Page
	case *ShortPage:
		return &m.Page
	}
	t.Fatalf("a model of the type %T", model)
	return nil
}

func TestSitemapIsCutIntoParts(t *testing.T) {
	s := planned(t, "")
	var whole urlset
	if err := xml.Unmarshal([]byte(fileOf(t, s, "sitemap.xml")), &whole); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name             string
		addresses, bytes int
		parts            int
	}{
		{"exactly as many addresses as one file takes", len(whole.URLs), 1 << 30, 0},
		{"one more", len(whole.URLs) - 1, 1 << 30, 2},
		{"a few a file", 10, 1 << 30, (len(whole.URLs) + 9) / 10},
		{"a file takes an address however long it is", 50_000, 1, len(whole.URLs)},
	} {
		t.Run(c.name, func(t *testing.T) {
			var paths, locs []string
			s.sitemapsOf(c.addresses, c.bytes, func(f File) bool {
				paths = append(paths, f.Path)
				wellFormed(t, f.Path, string(f.Data))
				var part urlset
				if xml.Unmarshal(f.Data, &part) == nil {
					for _, url := range part.URLs {
						locs = append(locs, url.Loc)
					}
				}
				return true
			})
			var want []string
			for part := range c.parts {
				want = append(want, fmt.Sprintf("sitemap-%d.xml", part+1))
			}
			if want = append(want, "sitemap.xml"); !slices.Equal(paths, want) {
				t.Errorf("files %v, want %v", paths, want)
			}
			if len(locs) != len(whole.URLs) {
				t.Errorf("%d addresses in all, want %d", len(locs), len(whole.URLs))
			}
		})
	}
}

func TestSitemapIndexNamesItsParts(t *testing.T) {
	s := planned(t, "")
	var index struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
		Locs    []string `xml:"sitemap>loc"`
	}
	s.sitemapsOf(200, 1<<30, func(f File) bool {
		if f.Path == "sitemap.xml" {
			if err := xml.Unmarshal(f.Data, &index); err != nil {
				t.Error(err)
			}
		}
		return true
	})
	if len(index.Locs) < 2 || index.Locs[1] != "https://kreis.example.org/angebote/sitemap-2.xml" {
		t.Errorf("the index names %v", index.Locs)
	}
}
