package proof

import (
	"cmp"
	"hash/maphash"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Two pages that differ in words, numbers and addresses alone get the same answer from a checker of markup, and so do two that have the same
// pieces in another number. A shape is such a piece, as far as a checker looks:
//
//   - an element: what it lies in, up to the root, and its attributes. Of an address and a drawing only which signs are in it, of a text only whether
//     there is one, of a number only that it is one, of a reference to an id only what it leads to;
//   - two neighbours in one element, text being one, and its first and last: what HTML says about the order of elements asks for no more;
//   - two headings that follow each other, a section without one, the widths of a table's rows.

// shapes returns what tells the shapes of a page, as one number each, the same on all pages.
func shapes() func(root *html.Node) []uint64 {
	seed := maphash.MakeSeed()
	return func(root *html.Node) []uint64 {
		p := shaping{found: map[uint64]bool{}, ids: map[string][]string{}}
		p.hash.SetSeed(seed)
		for node := range root.Descendants() {
			if id, has := attribute(node, "id"); has {
				p.ids[id] = append(p.ids[id], node.Data)
			}
		}
		p.element(root, 0)
		p.headings(root)
		return slices.Collect(maps.Keys(p.found))
	}
}

// shaping is the work on one page.
type shaping struct {
	hash  maphash.Hash
	found map[uint64]bool
	ids   map[string][]string // the elements that have an id
}

// add notes one shape.
func (p *shaping) add(within uint64, parts ...string) uint64 {
	p.hash.Reset()
	maphash.WriteComparable(&p.hash, within)
	for _, part := range parts {
		p.hash.WriteString(part)
		p.hash.WriteByte(0)
	}
	sum := p.hash.Sum64()
	p.found[sum] = true
	return sum
}

// element notes an element and all below it; within stands for the names of all it lies in.
func (p *shaping) element(node *html.Node, within uint64) {
	inside := p.add(within, "in", node.Data)
	parts := append(make([]string, 0, 16), "element")
	for _, a := range node.Attr {
		parts = append(parts, a.Key, p.value(node, a))
	}
	switch node.Data {
	case "section", "article", "nav", "aside":
		if !slices.ContainsFunc(slices.Collect(node.Descendants()), isHeading) {
			parts = append(parts, "no heading")
		}
	case "table":
		parts = append(parts, widths(node)...)
	}
	p.add(inside, parts...)
	before := "first"
	for child := range node.ChildNodes() {
		name := child.Data
		if child.Type == html.TextNode {
			if strings.TrimSpace(child.Data) == "" {
				continue
			}
			name = "text"
		} else {
			p.element(child, inside)
		}
		p.add(inside, "neighbours", before, name)
		before = name
	}
	p.add(inside, "neighbours", before, "last")
}

// value is what a checker looks at in an attribute.
func (p *shaping) value(node *html.Node, a html.Attribute) string {
	switch a.Key {
	case "class":
		return ""
	case "href", "src", "srcset", "action", "d", "points", "viewbox", "transform":
		return signs(a.Val)
	case "alt", "title", "placeholder", "value":
		return some(a.Val)
	case "content":
		if _, command := attribute(node, "http-equiv"); command {
			return a.Val
		}
		return some(a.Val)
	case "id":
		if len(p.ids[a.Val]) > 1 {
			return "more than one"
		}
		return some(a.Val)
	case "for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns":
		var to []string
		for id := range strings.FieldsSeq(a.Val) {
			to = append(to, p.ids[id]...)
		}
		return strings.Join(slices.Compact(to), " ")
	}
	if a.Key == "aria-label" || strings.HasPrefix(a.Key, "data-") {
		return some(a.Val)
	}
	return numbersAlike(a.Val)
}

func some(text string) string {
	if strings.TrimSpace(text) == "" {
		return "none"
	}
	return "some"
}

// signs are what an address begins with, up to a colon, and the bytes in it that are neither letters nor digits, each once; what is not ASCII
// counts as one.
func signs(text string) string {
	var has [129]bool
	for _, b := range []byte(text) {
		switch {
		case b >= 0x80:
			has[128] = true
		case b|0x20 >= 'a' && b|0x20 <= 'z', b >= '0' && b <= '9':
			has['a'] = true
		default:
			has[b] = true
		}
	}
	var out []byte
	for b, is := range has {
		if is {
			out = append(out, byte(b))
		}
	}
	if scheme, _, found := strings.Cut(text, ":"); found {
		return scheme + string(out)
	}
	return string(out)
}

// numbersAlike is a text with 0 for every number.
func numbersAlike(text string) string {
	if !strings.ContainsAny(text, "0123456789") {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := range len(text) {
		switch b := text[i]; {
		case b < '0' || b > '9':
			out = append(out, b)
		case len(out) == 0 || out[len(out)-1] != '0':
			out = append(out, '0')
		}
	}
	return string(out)
}

// widths are how many cells the rows of a table have, where they differ.
func widths(table *html.Node) (parts []string) {
	for node := range table.Descendants() {
		if node.Data != "tr" {
			continue
		}
		width := ""
		for cell := range node.ChildNodes() {
			if cell.Type != html.ElementNode {
				continue
			}
			across, _ := attribute(cell, "colspan")
			down, _ := attribute(cell, "rowspan")
			width += cmp.Or(across, "1") + "," + cmp.Or(down, "1") + " "
		}
		parts = append(parts, width)
	}
	return slices.Compact(parts)
}

// headings notes which heading follows which.
func (p *shaping) headings(root *html.Node) {
	before := ""
	for node := range root.Descendants() {
		if isHeading(node) {
			p.add(0, "heading", before, node.Data)
			before = node.Data
		}
	}
}

func isHeading(node *html.Node) bool {
	return len(node.Data) == 2 && node.Data[0] == 'h' && node.Data[1] >= '1' && node.Data[1] <= '6'
}

// differing are pages that together have every shape there is: of those with one that no page before has, those of most shapes first.
func differing(pages []Page, made [][]uint64) (paths []string) {
	order := make([]int, len(pages))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(len(made[b])-len(made[a]), cmp.Compare(pages[a].Path, pages[b].Path))
	})
	seen := map[uint64]bool{}
	for _, i := range order {
		fresh := false
		for _, shape := range made[i] {
			fresh = fresh || !seen[shape]
			seen[shape] = true
		}
		if fresh {
			paths = append(paths, pages[i].Path)
		}
	}
	return paths
}
