package proof

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"golang.org/x/net/html"
)

// TestEveryPage asks of every page of the sample what needs no browser. That links and anchors resolve, that headings, ids, pictures
// and directions are in order is asked of every site that generator/build's tests build.
func TestEveryPage(t *testing.T) {
	site := sample(t)
	t.Run("is of a known kind", func(t *testing.T) { ofAKnownKind(t, site) })
	t.Run("is light", func(t *testing.T) { light(t, site) })
	t.Run("names the language of every passage", func(t *testing.T) { eachPage(t, site, foreign) })
	t.Run("isolates numbers in lines from right to left", func(t *testing.T) { eachPage(t, site, unisolated()) })
	t.Run("is valid", func(t *testing.T) { valid(t, site) })
}

// ofAKnownKind: a page kind that is not in the table is one that nobody looks at.
func ofAKnownKind(t *testing.T, site *Sample) {
	for _, page := range site.Pages {
		if !slices.ContainsFunc(Kinds(), func(k Kind) bool { return k.Of(page) }) {
			t.Errorf("%s is of no kind in Kinds()", page.Path)
		}
	}
	if _, without := site.Examples(); len(without) > 0 {
		t.Errorf("the site has no page of the kinds %v", without)
	}
}

// eachPage asks one question of every page. The same answer on many pages is told once, with the number of pages.
func eachPage(t *testing.T, site *Sample, question func(*html.Node) []string) {
	found := tally{}
	for _, page := range site.Pages {
		root, err := html.Parse(bytes.NewReader(page.HTML))
		if err != nil {
			t.Fatalf("%s: %v", page.Path, err)
		}
		for _, problem := range question(root) {
			found.add(problem, page.Path)
		}
	}
	found.tell(t)
}

// tally counts on how many pages something is wrong.
type tally map[string][]string

func (f tally) add(problem, path string) { f[problem] = append(f[problem], path) }

func (f tally) tell(t *testing.T) {
	t.Helper()
	const most = 40
	var told []string
	for problem, pages := range f {
		told = append(told, fmt.Sprintf("%s (%d pages, first %s)", problem, len(pages), pages[0]))
	}
	slices.Sort(told)
	for i, problem := range told {
		if i == most {
			t.Errorf("… and %d more", len(told)-most)
			break
		}
		t.Error(problem)
	}
}

func attribute(node *html.Node, name string) (string, bool) {
	for _, a := range node.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}
