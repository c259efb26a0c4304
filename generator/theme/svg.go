package theme

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// active reports whether an SVG file could run a script when somebody opens it by itself, or cannot be read. As an image on a page it never could.
func active(svg []byte) bool {
	d := xml.NewDecoder(bytes.NewReader(svg))
	d.Strict = false
	seen := false
	for {
		token, err := d.Token()
		if err != nil {
			return !seen
		}
		element, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		seen = true
		switch strings.ToLower(element.Name.Local) {
		case "script", "foreignobject":
			return true
		}
		for _, attr := range element.Attr {
			name := strings.ToLower(attr.Name.Local)
			if strings.HasPrefix(name, "on") || name == "href" && !strings.HasPrefix(attr.Value, "#") {
				return true
			}
		}
	}
}
