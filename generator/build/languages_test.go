package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mappe/generator/diag"
	"mappe/generator/locale"
)

// fortyLanguages are eleven that the theme has texts in, and as many others as make forty.
const fortyLanguages = "de de-simple en ar fa uk ru tr fr ti kmr am az bg bn bs ckb cs el es hi hr hu hy it ka lt mk om pl prs ps pt ro so sq sr ur vi zh"

// TestASiteInFortyLanguages: each has its pages, in its direction, and each page leads to the same one in all others.
func TestASiteInFortyLanguages(t *testing.T) {
	o := smallSite(t)
	codes := strings.Fields(fortyLanguages)
	settings := filepath.Join(o.Source, "content", "site.yaml")
	data, err := os.ReadFile(settings)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(data), "languages:\n")
	_, after, found := strings.Cut(rest, "county:")
	if !found {
		t.Fatal("the languages are not followed by the county")
	}
	few := before + "languages: [" + strings.Join(codes, ", ") + "]\ncounty:" + strings.Replace(after, "outputs: {", "outputs: {search: false, reach: false, ", 1)
	if err := os.WriteFile(settings, []byte(few), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, f := range mustBuild(t, o).Findings {
		if f.Severity == diag.Error {
			t.Errorf("%s:%d: %s", f.File, f.Line, f.Message.EN)
		}
	}
	home, err := os.ReadFile(filepath.Join(o.Output, "de", "index.html"))
	if err != nil || strings.Contains(string(home), `class="tongues"`) {
		t.Errorf("the home page shows all languages above everything else, %v", err)
	}
	chooser, err := os.ReadFile(filepath.Join(o.Output, "index.html"))
	if welcomes := strings.Count(string(chooser), "Welcome"); err != nil || welcomes != 1 {
		t.Errorf("%d languages greet in English, %v", welcomes, err)
	}
	for _, page := range append([]string{""}, codes...) {
		data, err := os.ReadFile(filepath.Join(o.Output, page, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		if start := `<html lang="` + page + `" dir="` + locale.New(page).Dir() + `">`; page != "" && !strings.Contains(string(data), start) {
			t.Errorf("%s/index.html does not have %s", page, start)
		}
		for _, code := range codes {
			l := locale.New(code)
			if entry := ` hreflang="` + code + `" lang="` + code + `" dir="` + l.Dir() + `"`; !strings.Contains(string(data), entry) || !strings.Contains(string(data), l.SelfName()) {
				t.Errorf("%s/index.html does not lead to %s", page, code)
			}
		}
	}
}
