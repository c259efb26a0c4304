package site

import (
	"bytes"
	"encoding/json"
	"iter"
	"strconv"

	"mappe/generator/address"
	"mappe/generator/catalog"
)

// File is a file of the site that is no page and no asset of the theme.
type File struct {
	// Path is below the output folder.
	Path string
	Data []byte
	// Make makes the data of files that are many or large, by any number of goroutines; Data is nil then.
	Make func() []byte
}

// builtScript is the only file but build.json, printed covers and the search pages (which change with their index) that holds the build's date, so that a nightly build leaves all pages as they
// are. It is classic script of a fixed name, which works from a memory stick too.
const builtScript = "assets/built.js"

// Files yields the files that are no pages, each made when it is asked for, since the sitemaps of a large site are large: what is small stands
// here, sitemap.go and headers.go make the others. The numbers count from 0.
func Files(s *Site) iter.Seq2[int, File] {
	return func(yield func(int, File) bool) {
		n := 0
		next := func(f File) bool {
			n++
			return yield(n-1, f)
		}
		for _, f := range s.smallFiles() {
			if !next(f) {
				return
			}
		}
		if s.more.Files != nil {
			for f := range s.more.Files(s) {
				if !next(f) {
					return
				}
			}
		}
		if s.codePictures(next) {
			s.sitemaps(next)
		}
	}
}

func (s *Site) smallFiles() []File {
	files := []File{
		{Path: builtScript, Data: []byte("self.mappeBuilt=" + strconv.Quote(s.Today.String()) + ";\n")},
		{Path: "robots.txt", Data: []byte("User-agent: *\nAllow: /\nSitemap: " + s.BaseURL + sitemapName + "\n")},
		{Path: ".htaccess", Data: []byte(htaccess(basePath(s.BaseURL)))},
		{Path: "web.config", Data: []byte(webConfig(basePath(s.BaseURL)))},
	}
	for lang, language := range s.Catalogue.Languages {
		files = append(files, File{Path: address.Manifest(language.Code), Data: s.manifest(catalog.Lang(lang))})
		if s.Searchable() {
			files = append(files, File{Path: address.OpenSearch(language.Code), Data: s.openSearch(catalog.Lang(lang))})
		}
	}
	return files
}

// manifest is what a phone needs to put the site on its home screen (W3C, Web Application Manifest). Its addresses are relative to
// itself, and it covers all languages.
type manifest struct {
	Name       string         `json:"name"`
	ShortName  string         `json:"short_name"`
	Lang       string         `json:"lang"`
	Dir        string         `json:"dir"`
	StartURL   string         `json:"start_url"`
	Scope      string         `json:"scope"`
	Display    string         `json:"display"`
	ThemeColor string         `json:"theme_color,omitempty"`
	Icons      []manifestIcon `json:"icons,omitempty"`
}

type manifestIcon struct {
	Src   string `json:"src"`
	Sizes string `json:"sizes"`
	Type  string `json:"type"`
}

func (s *Site) manifest(lang catalog.Lang) []byte {
	settings := &s.Catalogue.Settings
	title, _ := settings.Title.Best(s.Catalogue.Chain(lang))
	m := manifest{
		Name: title, ShortName: title, Lang: s.Catalogue.Languages[lang].Code, Dir: s.locales[lang].Dir(),
		StartURL: "index.html", Scope: "../", Display: "minimal-ui",
	}
	for _, option := range settings.ThemeOptions {
		if option.Name == "colour" {
			m.ThemeColor = option.Value
		}
	}
	for _, icon := range []manifestIcon{{"icon.svg", "any", "image/svg+xml"}, {"icon-192.png", "192x192", "image/png"}, {"icon-512.png", "512x512", "image/png"}} {
		if path := s.Assets[icon.Src]; path != "" {
			icon.Src = "../" + path
			m.Icons = append(m.Icons, icon)
		}
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(m) // texts written to memory: nothing can fail
	return out.Bytes()
}
