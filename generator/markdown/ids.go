package markdown

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mappe/generator/diag"
)

// maxSuggestions is how many headings are compared with a link that names none of them.
const maxSuggestions = 100

// headingID names a heading after its words, in any script, and keeps names apart by a number.
func (c *compiler) headingID(title []byte) string {
	c.name = appendSlug(c.name[:0], title)
	name := c.names.Keep(c.name)
	id := name
	for c.ids[id] > 0 {
		c.ids[name]++
		id = name + "-" + strconv.Itoa(c.ids[name])
	}
	c.ids[id] = 1
	return id
}

// appendSlug keeps letters, marks and digits in lower case and puts one hyphen for everything between them.
func appendSlug(b, title []byte) []byte {
	apart := false
	for _, r := range norm.NFC.String(string(title)) {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N) {
			if r != '\'' && r != '’' { // "Let's" is one word
				apart = true
			}
			continue
		}
		if apart && len(b) > 0 {
			b = append(b, '-')
		}
		apart = false
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	if len(b) == 0 {
		return append(b, "section"...)
	}
	return b
}

// checkAnchors reports links to headings that the body does not have.
func (c *compiler) checkAnchors() {
	if len(c.found.Links) == 0 {
		return
	}
	known := c.headings[:min(len(c.headings), maxSuggestions)]
	for _, link := range c.found.Links {
		if link.Kind != Anchor || c.ids[link.Target] > 0 {
			continue
		}
		c.find(link.Position, diag.Error, codeAnchor, textAnchor(link.Target, diag.Nearest(link.Target, known), known))
	}
}
