package proof

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"mappe/generator/workers"
)

// TestEveryPage asks of every page of the sample what needs no browser. That links and anchors resolve, that headings, ids, pictures
// and directions are in order is asked of every site that generator/build's tests build.
func TestEveryPage(t *testing.T) {
	site := sample(t)
	t.Run("is of a known kind", func(t *testing.T) { ofAKnownKind(t, site) })
	t.Run("is light", func(t *testing.T) { light(t, site) })
	read := readAll(site)
	t.Run("closes every element", func(t *testing.T) { read.unclosed.tell(t) })
	t.Run("skips to its content", func(t *testing.T) { read.unskipped.tell(t) })
	t.Run("names the language of every passage", func(t *testing.T) { read.foreign.tell(t) })
	t.Run("isolates numbers in lines from right to left", func(t *testing.T) { read.unisolated.tell(t) })
	t.Run("is valid", func(t *testing.T) { valid(t, site, differing(site.Pages, read.shapes)) })
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

// reading is what was found on all pages, each read once.
type reading struct {
	unclosed, unskipped, foreign, unisolated tally
	shapes                                   [][]uint64 // of each page
}

// readAll reads all pages, on all cores.
func readAll(site *Sample) *reading {
	r := &reading{unclosed: tally{}, unskipped: tally{}, foreign: tally{}, unisolated: tally{}, shapes: make([][]uint64, len(site.Pages))}
	unisolated, shapes := unisolated(), shapes()
	var mu sync.Mutex
	_ = workers.Each(context.Background(), 0, len(site.Pages), func() func(int) error { // no worker fails
		return func(i int) error {
			page := site.Pages[i]
			root, err := tree(page.HTML)
			if err != nil {
				mu.Lock()
				defer mu.Unlock()
				r.unclosed.add(page.Path, err.Error())
				return nil
			}
			foreign, unisolated := foreign(root), unisolated(root)
			r.shapes[i] = shapes(root)
			mu.Lock()
			defer mu.Unlock()
			r.unskipped.add(page.Path, skip(root)...)
			r.foreign.add(page.Path, foreign...)
			r.unisolated.add(page.Path, unisolated...)
			return nil
		}
	})
	return r
}

// skip: the first link of a page leads to its content. That it does so for the keyboard too is proven in the browser.
func skip(root *html.Node) []string {
	for node := range root.Descendants() {
		switch node.Data {
		case "main":
			return []string{"no link leads to the content before it begins"}
		case "a", "button", "input", "summary":
			if to, _ := attribute(node, "href"); to != "#main" {
				return []string{"the first thing one can reach is not the link to the content"}
			}
			return nil
		}
	}
	return []string{"no content"}
}

// tally is what is wrong, and on which pages. The same on many pages is told once.
type tally map[string][]string

func (f tally) add(path string, problems ...string) {
	for _, problem := range problems {
		f[problem] = append(f[problem], path)
	}
}

func (f tally) tell(t *testing.T) {
	t.Helper()
	const most = 40
	var told []string
	for problem, pages := range f {
		told = append(told, fmt.Sprintf("%s (%d pages, first %s)", problem, len(pages), slices.Min(pages)))
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
