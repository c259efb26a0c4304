package picture

import (
	"errors"
	"strings"
	"testing"
)

func drawing(inside string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30">` + inside + `</svg>`
}

func TestDrawingsThatOnlyDrawPassUnchanged(t *testing.T) {
	for name, text := range map[string]string{
		"a path":             drawing(`<path d="M0 0h40v30z" fill="#005ea8"/>`),
		"a gradient":         drawing(`<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><rect fill="url(#g)" width="4" height="3"/>`),
		"a symbol":           drawing(`<symbol id="s"><circle r="3"/></symbol><use href="#s"/><use xlink:href="#s"/>`),
		"a style":            drawing(`<style>.a{fill:red;filter:url('#f')}</style><g class="a" style="stroke:#000"/>`),
		"a style in CDATA":   drawing(`<style><![CDATA[.a>.b{fill:red}]]></style>`),
		"words":              drawing(`<title>Metadata: http://example.org</title><text aria-label="Onboarding: data: 3 &lt; 4">url(x)</text>`),
		"notes of an editor": drawing(`<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" r:about="http://example.org"/></metadata>`),
		"a head": `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" ` +
			`"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><!-- drawn by hand -->` + drawing(``),
		"a byte order mark": "\ufeff\n" + drawing(``),
	} {
		variants, err := Variants([]byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if v := variants[0]; string(v.Bytes) != text || v.Ext != "svg" || v.Width != 40 || v.Height != 30 {
			t.Errorf("%s: changed, or of another size: %d × %d", name, v.Width, v.Height)
		}
	}
}

func TestDrawingsThatDoMoreAreRefused(t *testing.T) {
	for name, row := range map[string]struct{ text, reason string }{
		"a script":                    {drawing(`<script>alert(1)</script>`), "<script>"},
		"a script by another prefix":  {drawing(`<s:script xmlns:s="http://www.w3.org/2000/svg"/>`), "<script>"},
		"a script of HTML":            {drawing(`<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>`), "<script>"},
		"a script in a note":          {drawing(`<metadata><script/></metadata>`), "<script>"},
		"an event":                    {drawing(`<g onclick="alert(1)"/>`), "onclick"},
		"an event at the root":        {`<svg xmlns="http://www.w3.org/2000/svg" ONLOAD="x"/>`, "ONLOAD"},
		"an event in a note":          {drawing(`<i:note xmlns:i="http://www.inkscape.org/namespaces/inkscape" onload="x"/>`), "onload"},
		"a foreign object":            {drawing(`<foreignObject/>`), "<foreignObject>"},
		"an animation":                {drawing(`<set attributeName="href" to="javascript:x"/>`), "<set>"},
		"a link":                      {drawing(`<a href="#x"/>`), "<a>"},
		"a picture":                   {drawing(`<image href="https://example.org/x.png"/>`), "<image>"},
		"a reference to another host": {drawing(`<use href="https://example.org/x.svg#a"/>`), "example.org"},
		"a reference by xlink":        {drawing(`<use xlink:href=" data:image/svg+xml,x"/>`), "data:"},
		"a reference to a file":       {drawing(`<use href="other.svg#a"/>`), "other.svg"},
		"a base":                      {drawing(`<g xml:base="https://example.org/"/>`), "base"},
		"a fill from outside":         {drawing(`<g fill="url( 'https://example.org/x.svg#a')"/>`), "example.org"},
		"the second of two":           {drawing(`<g style="fill:url(#a);stroke:url(//example.org)"/>`), "example.org"},
		"an import":                   {drawing(`<style>@IMPORT "https://example.org/x.css"</style>`), "@import"},
		"an import in pieces":         {drawing(`<style>@imp<!-- -->ort "x"</style>`), "@import"},
		"an import around a CDATA":    {drawing(`<style>@imp<![CDATA[ort "x"]]></style>`), "@import"},
		"an escaped import":           {drawing(`<style>@\69mport "x"</style>`), `\`},
		"a set of pictures":           {drawing(`<style>a{cursor:-webkit-image-set("x" 1x)}</style>`), "image-set("},
		"an element in the style":     {drawing(`<style><g/></style>`), "style"},
		"an entity":                   {`<!DOCTYPE svg [<!ENTITY x "y">]>` + drawing(``), "entities"},
		"a style sheet":               {`<?xml-stylesheet href="x.css"?>` + drawing(``), "xml-stylesheet"},
		"two drawings":                {drawing(``) + drawing(``), "follows"},
		"an unknown attribute":        {drawing(`<g x:y="z" xmlns:x="http://example.org/ns"/>`), "example.org/ns"},
	} {
		_, err := Variants([]byte(row.text))
		if !errors.Is(err, ErrUnsafe) || !strings.Contains(err.Error(), row.reason) {
			t.Errorf("%s: got %v, want ErrUnsafe naming %s", name, err, row.reason)
		}
	}
}

func TestDamagedDrawingsAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		"not closed":       `<svg xmlns="http://www.w3.org/2000/svg"><g>`,
		"without a name":   `<svg/>`,
		"only a comment":   `<!-- svg -->`,
		"another language": `<html xmlns="http://www.w3.org/1999/xhtml"/>`,
		"UTF-16":           "<\x00s\x00v\x00g\x00",
		"Windows-1252":     `<?xml version="1.0" encoding="windows-1252"?>` + drawing(``),
		"unknown entity":   drawing(`<title>&x;</title>`),
	} {
		if _, err := Variants([]byte(text)); !errors.Is(err, ErrNotPicture) {
			t.Errorf("%s: got %v, want ErrNotPicture", name, err)
		}
	}
}

func TestSizesOfDrawings(t *testing.T) {
	for attributes, want := range map[string][2]int{
		`width="40" height="30"`:                            {40, 30},
		`width="40px" height="29.5" viewBox="0 0 1 1"`:      {40, 30},
		`width="100%" height="100%" viewBox="0,0, 24.2 24"`: {25, 24},
		`width="40mm" height="30mm"`:                        {0, 0},
		`width="40"`:                                        {0, 0},
		`viewBox="0 0 -4 3"`:                                {0, 0},
		`viewBox="0 0 NaN Inf"`:                             {0, 0},
		`width="1e300" height="1"`:                          {0, 0},
		``:                                                  {0, 0},
		`width="4" height="3" xmlns:x="http://www.serif.com/" x:width="9"`: {4, 3},
	} {
		width, height, err := checkSVG([]byte(`<svg xmlns="http://www.w3.org/2000/svg" ` + attributes + `/>`))
		if err != nil || width != want[0] || height != want[1] {
			t.Errorf("%s: %d × %d, %v, want %v", attributes, width, height, err, want)
		}
	}
}

func FuzzSVG(f *testing.F) {
	f.Add(drawing(`<style>a{}</style><use href="#a"/>`))
	f.Add(drawing(`<script>x</script>`))
	f.Add(`<!DOCTYPE svg><svg/>`)
	f.Fuzz(func(t *testing.T, text string) {
		if _, _, err := checkSVG([]byte(text)); err != nil {
			return
		}
		// A second, simpler look at what was let through.
		for _, word := range []string{"<script", "<foreignobject", "<!entity", "<iframe"} {
			if strings.Contains(strings.ToLower(text), word) && !strings.Contains(text, "<!") {
				t.Errorf("let through %q", word)
			}
		}
	})
}
