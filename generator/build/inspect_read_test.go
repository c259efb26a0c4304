package build

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"mappe/generator/workers"
)

// onAllCores does something for every number below n.
func onAllCores(n int, do func(i int)) {
	err := workers.Each(context.Background(), 0, n, func() func(int) error {
		return func(i int) error { do(i); return nil }
	})
	if err != nil {
		panic(err) // nobody cancels it
	}
}

// read parses every page.
func (s *published) read() (problems []string) {
	var names []string
	err := fs.WalkDir(s.files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && path.Ext(name) == ".html" {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		return []string{fmt.Sprintf("the pages cannot be found: %v", err)}
	}
	var mu sync.Mutex
	onAllCores(len(names), func(i int) {
		page, err := s.parse(names[i])
		mu.Lock()
		defer mu.Unlock()
		if err != nil {
			problems = append(problems, fmt.Sprintf("%s cannot be read: %v", names[i], err))
			return
		}
		s.pages[names[i]] = page
	})
	return problems
}

func (s *published) parse(name string) (*page, error) {
	file, err := s.files.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	root, err := html.Parse(file)
	if err != nil {
		return nil, err
	}
	return s.newPage(name, root), nil
}

func (s *published) newPage(name string, root *html.Node) *page {
	p := &page{published: s, path: name, root: root, ids: map[string]int{}, alternate: map[string]string{}, index: true}
	for node := range root.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		p.nodes = append(p.nodes, node)
		if id := attr(node, "id"); id != "" {
			p.ids[id]++
		}
		switch rel := attr(node, "rel"); {
		case node.Data == "link" && rel == "canonical":
			p.canonical = attr(node, "href")
		case node.Data == "link" && rel == "alternate":
			p.alternate[attr(node, "hreflang")] = attr(node, "href")
		case node.Data == "meta" && attr(node, "name") == "robots":
			p.index = !strings.Contains(attr(node, "content"), "noindex")
		}
	}
	return p
}
