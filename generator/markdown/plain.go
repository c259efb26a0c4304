package markdown

import "bytes"

// PlainText is the body as words only: blocks apart by line breaks, all other white space folded. Pictures and code keep
// their place as nothing and as text.
func (d *Doc) PlainText() string { return string(d.AppendPlainText(make([]byte, 0, d.length))) }

// AppendPlainText is PlainText at the end of dst.
func (d *Doc) AppendPlainText(dst []byte) []byte { return appendPlain(dst, d.html()) }

// plain is the HTML from an offset on as words only.
func (c *compiler) plain(start int) string {
	c.words = appendPlain(c.words[:0], c.html[start:])
	return c.stays.words.Keep(c.words)
}

// appendPlain takes the tags out of HTML that this package has written, in which every < of the text is escaped.
func appendPlain(out, html []byte) []byte {
	start := len(out)
	gap := byte(0) // what separates the next character from the last
	for i := 0; i < len(html); {
		b := html[i]
		switch {
		case b == '<':
			end := i + bytes.IndexByte(html[i:], '>') + 1
			if endsBlock(html[i:end]) {
				gap = '\n'
			}
			i = end
			continue
		case b == ' ' || b == '\n' || b == '\t':
			if gap == 0 {
				gap = ' '
			}
			i++
			continue
		}
		if gap != 0 && len(out) > start {
			out = append(out, gap)
		}
		gap = 0
		if b == '&' {
			value, size := reference(html[i:])
			out = append(out, value...)
			i += size
			continue
		}
		out = append(out, b)
		i++
	}
	return out
}

func endsBlock(tag []byte) bool {
	switch string(tag) {
	case "</p>", "</li>", "</td>", "</th>", "</pre>", "<hr>", "<br>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>", "<ul>", "<ol>":
		return true
	}
	return false
}
