package proof

import (
	"bytes"
	"slices"
	"strings"
)

// Thorough are the languages in which everything about a page is looked at, one of each direction. In the others it is what depends on
// words and letters.
func Thorough() []string { return []string{"de", "ar"} }

// Languages are all languages of the site, by code.
func (s *Sample) Languages() []string {
	var codes []string
	for _, page := range s.Pages {
		if page.Lang != "" && (len(codes) == 0 || codes[len(codes)-1] != page.Lang) {
			codes = append(codes, page.Lang)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// Example is a page to look at.
type Example struct {
	Kind Kind
	// Lang is the language it was chosen for, empty for a page above the languages.
	Lang string
	Page Page
}

// Name is the example's name in tests and of its screenshots.
func (e Example) Name() string {
	if e.Lang == "" {
		return e.Kind.Name
	}
	return e.Kind.Name + "-" + e.Lang
}

// Examples returns for each kind of page the one that has most of what can go wrong, in each language. The second result names the kinds
// that the site has no page of.
func (s *Sample) Examples() (examples []Example, without []string) {
	byPath := make(map[string]Page, len(s.Pages))
	for _, page := range s.Pages {
		byPath[page.Path] = page
	}
	languages := s.Languages()
	for _, kind := range Kinds() {
		if kind.Where[0] == '/' {
			if page := s.richest(kind, ""); page.Path != "" {
				examples = append(examples, Example{Kind: kind, Page: page})
			} else {
				without = append(without, kind.Name)
			}
			continue
		}
		chosen := s.richest(kind, Thorough()[0])
		for _, lang := range languages {
			example := Example{Kind: kind, Lang: lang, Page: byPath[lang+strings.TrimPrefix(chosen.Path, Thorough()[0])]}
			if example.Page.Path == "" {
				without = append(without, example.Name())
				continue
			}
			examples = append(examples, example)
		}
	}
	return examples, without
}

// handy is the size in bytes up to which a page is taken as an example where there is a choice: hundreds of rows show nothing that a dozen
// do not, and cost minutes.
const handy = 60_000

// richest returns the page of a kind that has most different elements; of several the shortest.
func (s *Sample) richest(kind Kind, lang string) (best Page) {
	most := 0
	for _, page := range s.Pages {
		if page.Lang != lang || !kind.Of(page) {
			continue
		}
		n := 0
		if len(page.HTML) <= handy {
			n = variety(page.HTML)
		}
		if best.Path == "" || n > most || n == most && len(page.HTML) < len(best.HTML) {
			best, most = page, n
		}
	}
	return best
}

// variety counts the different elements of a page, by name and class.
func variety(page []byte) int {
	known := map[string]bool{}
	for {
		_, after, found := bytes.Cut(page, []byte("<"))
		if !found {
			return len(known)
		}
		tag, rest, _ := bytes.Cut(after, []byte(">"))
		name, attributes, _ := bytes.Cut(tag, []byte(" "))
		_, class, _ := bytes.Cut(attributes, []byte("class="))
		if i := bytes.IndexByte(class, '='); i >= 0 {
			class = class[:i] // and the next attribute's name
		}
		known[string(name)+" "+string(class)] = true
		page = rest
	}
}
