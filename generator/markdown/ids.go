package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"mappe/generator/diag"
)

// maxSuggestions is how many headings are compared with a link that names none of them.
const maxSuggestions = 100

// headingID names a heading after its words, in any script, and keeps names apart by a number.
func (c *compiler) headingID(title string) string {
	name := slug(title)
	id := name
	for c.ids[id] > 0 {
		c.ids[name]++
		id = name + "-" + strconv.Itoa(c.ids[name])
	}
	c.ids[id] = 1
	return id
}

// slug keeps letters, marks and digits in lower case and puts one hyphen for everything between them.
func slug(title string) string {
	var b strings.Builder
	b.Grow(len(title))
	apart := false
	for _, r := range norm.NFC.String(title) {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N) {
			if r != '\'' && r != '’' { // "Let's" is one word
				apart = true
			}
			continue
		}
		if apart && b.Len() > 0 {
			b.WriteByte('-')
		}
		apart = false
		b.WriteRune(unicode.ToLower(r))
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}

// checkAnchors reports links to headings that the body does not have.
func (c *compiler) checkAnchors() {
	if len(c.doc.Links) == 0 {
		return
	}
	var known []string
	for _, h := range c.headings[:min(len(c.headings), maxSuggestions)] {
		known = append(known, h.ID)
	}
	for _, link := range c.doc.Links {
		if link.Kind != Anchor || c.ids[link.Target] > 0 {
			continue
		}
		c.find(link.Position, diag.Error, codeAnchor, textAnchor(link.Target, diag.Nearest(link.Target, known), known))
	}
}
