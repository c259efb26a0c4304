package proof

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"golang.org/x/net/html"
)

// tree reads a page by its tags alone: every element is closed where it ends, in order, so that no browser has anything to guess. That is stricter
// than HTML and half the work of its own rules, which tell what a page with mistakes means.
func tree(page []byte) (*html.Node, error) {
	root := &html.Node{Type: html.DocumentNode}
	at := root
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return nil, err
			}
			if at != root {
				return nil, fmt.Errorf("<%s> is never closed", at.Data)
			}
			return root, nil
		case html.TextToken:
			at.AppendChild(&html.Node{Type: html.TextNode, Data: string(z.Text())})
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			node := &html.Node{Type: html.ElementNode, DataAtom: token.DataAtom, Data: token.Data, Attr: token.Attr}
			at.AppendChild(node)
			if kind == html.StartTagToken && !void(token.Data) {
				at = node
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if at == root || at.Data != string(name) {
				return nil, fmt.Errorf("</%s> closes <%s>", name, at.Data)
			}
			at = at.Parent
		}
	}
}

// void reports whether an element holds nothing and has no end tag (HTML, 13.1.2).
func void(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}
