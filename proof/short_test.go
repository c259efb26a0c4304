package proof

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"mappe/generator/address"
)

// codesLeadOn: the address of a code on paper leads to its record in the language that the code names. One that names none the site has finds
// the list of languages.
func (s *surfing) codesLeadOn(t *testing.T) {
	i := slices.IndexFunc(s.site.Pages, func(p Page) bool {
		return strings.HasPrefix(p.Path, "ar/courses/") && strings.Contains(string(p.HTML), `class="sheet"`)
	})
	if i < 0 {
		t.Fatal("no course has a code")
	}
	id := strings.TrimSuffix(path.Base(s.site.Pages[i].Path), ".html")
	short := s.server.Address + address.Short(address.Code("courses", id))
	p := s.open(t, "a code")
	defer p.Close()
	for _, lang := range []string{"ar", "de-simple", "xx", ""} {
		p.as = short + "#" + lang
		want := "/" + address.Record(lang, "courses", id)
		if !slices.Contains(s.site.Languages(), lang) {
			want = "/" + address.Short(address.Code("courses", id))
		}
		p.must(p.Load(p.as))
		p.waits("the page the code leads to", `document.readyState === "complete" && location.pathname.endsWith("`+want+`")`)
		if lang == "ar" {
			if spoken := p.reads(`document.documentElement.lang`); spoken != lang {
				p.Errorf("%s: the page is in %s", p.as, spoken)
			}
		}
		p.keepsNothing()
		p.wrong(p.quiet(s.server.Address))
	}
	if count := p.reads(`String(document.querySelectorAll("main a[hreflang]").length)`); count != fmt.Sprint(len(s.site.Languages())) {
		p.Errorf("%s: the list has %s languages", p.as, count)
	}
}
