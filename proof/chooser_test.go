package proof

import (
	"slices"
	"strings"
	"testing"
)

// offersTheReadersLanguages: the choice of language begins with those the browser is set to, in their order, each before its kin; nobody is
// led on, and whoever has none of them finds the site's own order.
func (s *surfing) offersTheReadersLanguages(t *testing.T) {
	p := s.open(t, "index.html")
	defer p.Close()
	offers := func(speaks string) []string {
		p.as = "index.html for a reader of " + speaks
		p.must(p.Speaks(strings.Fields(speaks)...))
		p.must(p.Load(s.server.Address + "index.html"))
		return strings.Fields(p.reads(`[...document.querySelectorAll(".welcome a")].map((a) => a.hreflang).join(" ")`))
	}
	whole := offers("sw")
	for _, row := range []struct{ speaks, first string }{
		{"uk-UA ru", "uk ru"},
		{"ku-TR tr-TR", "kmr tr"},
		{"de-AT", "de de-simple"},
		{"prs ar-SY", "fa ar"},
		{"sw fr-BE", "fr"},
	} {
		got, want := offers(row.speaks), strings.Fields(row.first)
		for _, code := range whole {
			if !slices.Contains(want, code) {
				want = append(want, code)
			}
		}
		if !slices.Equal(got, want) {
			p.Errorf("%s: %q, not %q", p.as, got, want)
		}
		p.keepsNothing()
		p.wrong(p.quiet(s.server.Address))
	}
}
