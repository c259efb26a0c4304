package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
)

// drawingElement reports whether an element of SVG only draws. What is not listed is refused, so that an element of a
// later SVG is not let through by mistake: script, foreignObject, iframe, image (which may hold a photograph with its
// place), a (a link), and the animations, which can change an address after it was checked.
func drawingElement(name string) bool {
	switch name {
	case "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "metadata", "style",
		"path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
		"text", "tspan", "textPath",
		"linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "view",
		"filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
		"feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR",
		"feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting",
		"feSpotLight", "feTile", "feTurbulence":
		return true
	}
	return false
}

// editorSpace reports whether a namespace is one in which drawing programs keep notes that browsers ignore.
func editorSpace(space string) bool {
	switch space {
	case "http://www.inkscape.org/namespaces/inkscape", "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
		"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://creativecommons.org/ns#", "http://web.resource.org/cc/",
		"http://purl.org/dc/elements/1.1/", "http://www.bohemiancoding.com/sketch/ns", "http://www.serif.com/", "https://boxy-svg.com":
		return true
	}
	return false
}

// looksLikeSVG reports whether a file is meant to be a drawing: text whose first element is svg.
func looksLikeSVG(file []byte) bool {
	start := bytes.TrimLeft(bytes.TrimPrefix(file, []byte("\ufeff")), " \t\r\n")
	return bytes.HasPrefix(start, []byte("<"))
}

// checkSVG returns the size of a drawing, or an ErrUnsafe or ErrNotPicture that says what is wrong with it.
func checkSVG(file []byte) (width, height int, err error) {
	if bytes.IndexByte(file, 0) >= 0 {
		return 0, 0, fmt.Errorf("%w: the SVG is not in UTF-8", ErrNotPicture)
	}
	decoder := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(file, []byte("\ufeff"))))
	decoder.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("it is not in UTF-8") }
	var c svgCheck
	for {
		token, err := decoder.Token()
		switch {
		case err == io.EOF && !c.begun:
			return 0, 0, fmt.Errorf("%w: the file holds no svg element", ErrNotPicture)
		case err == io.EOF:
			return c.width, c.height, nil
		case err != nil:
			return 0, 0, fmt.Errorf("%w: damaged SVG: %w", ErrNotPicture, err)
		}
		if err := c.token(token); err != nil {
			line, _ := decoder.InputPos()
			if errors.Is(err, ErrNotPicture) {
				return 0, 0, err
			}
			return 0, 0, fmt.Errorf("%w: line %d: %w", ErrUnsafe, line, err)
		}
	}
}

// svgCheck is a walk through a drawing.
type svgCheck struct {
	begun         bool
	depth         int
	style         int    // the depth of the style element the walk is in, 0 outside
	rules         []byte // what that element holds, of which the reader makes several pieces
	width, height int
}

func (c *svgCheck) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return c.start(t)
	case xml.EndElement:
		if c.depth == c.style {
			c.style = 0
			if err := checkStyle(string(c.rules)); err != nil {
				return err
			}
			c.rules = nil
		}
		c.depth--
	case xml.CharData:
		if c.style > 0 {
			c.rules = append(c.rules, t...)
		}
	case xml.Directive:
		if bytes.ContainsAny(t, "[%") || bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
			return errors.New("it defines entities")
		}
	case xml.ProcInst:
		if t.Target != "xml" {
			return fmt.Errorf("it has an instruction <?%s", t.Target)
		}
	}
	return nil
}

func (c *svgCheck) start(element xml.StartElement) error {
	name := element.Name
	if !c.begun {
		if name.Local != "svg" || name.Space != svgSpace {
			return fmt.Errorf("%w: it begins with <%s>, not with <svg xmlns=%q>", ErrNotPicture, name.Local, svgSpace)
		}
		c.begun = true
		c.width, c.height = svgSize(element.Attr)
	} else if c.depth == 0 {
		return errors.New("something follows the drawing")
	}
	c.depth++
	if c.style > 0 {
		return errors.New("its style holds an element")
	}
	if editorSpace(name.Space) {
		return checkAttributes(element.Attr)
	}
	if name.Space != svgSpace || !drawingElement(name.Local) {
		return fmt.Errorf("it holds <%s>", name.Local)
	}
	if name.Local == "style" {
		c.style = c.depth
	}
	return checkAttributes(element.Attr)
}

func checkAttributes(attributes []xml.Attr) error {
	for _, a := range attributes {
		if err := checkAttribute(a); err != nil {
			return err
		}
	}
	return nil
}

func checkAttribute(a xml.Attr) error {
	local := strings.ToLower(a.Name.Local)
	switch {
	case a.Name.Space == "xmlns" || a.Name.Space == "" && local == "xmlns" || editorSpace(a.Name.Space):
		return nil
	case a.Name.Space != "" && a.Name.Space != xlinkSpace && a.Name.Space != xmlSpace:
		return fmt.Errorf("it has an attribute %s of %s", a.Name.Local, a.Name.Space)
	case strings.HasPrefix(local, "on"):
		return fmt.Errorf("it acts on an event (%s)", a.Name.Local)
	case local == "href":
		if !strings.HasPrefix(strings.TrimSpace(a.Value), "#") {
			return fmt.Errorf("it refers to something outside (%.40s)", a.Value)
		}
	case local == "src" || local == "base" || local == "ping" || local == "action" || local == "formaction":
		return fmt.Errorf("it refers to something outside (%s=%.40s)", a.Name.Local, a.Value)
	}
	return checkStyle(a.Value)
}

// checkStyle refuses rules, or an attribute that may hold some, by which something is loaded or run. Backslashes could spell
// any of the words in another way.
func checkStyle(rules string) error {
	text := strings.ToLower(rules)
	for _, word := range []string{"@import", "@font-face", "image-set(", "image(", "src(", "expression(", "-moz-binding", "behavior:",
		"javascript:", "\\"} {
		if strings.Contains(text, word) {
			return fmt.Errorf("it refers to something outside or acts (%s)", word)
		}
	}
	for {
		_, after, found := strings.Cut(text, "url(")
		if !found {
			return nil
		}
		if target := strings.TrimLeft(after, " \t\r\n\"'"); !strings.HasPrefix(target, "#") {
			return fmt.Errorf("it refers to something outside (url(%.40s)", after)
		}
		text = after
	}
}

// svgSize returns the width and height, or those of the viewBox; 0 where they are left out or are not in pixels.
func svgSize(attributes []xml.Attr) (width, height int) {
	var box []string
	for _, a := range attributes {
		switch {
		case a.Name.Space != "":
		case a.Name.Local == "width":
			width = pixels(a.Value)
		case a.Name.Local == "height":
			height = pixels(a.Value)
		case a.Name.Local == "viewBox":
			box = strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' })
		}
	}
	if width > 0 && height > 0 {
		return width, height
	}
	if len(box) == 4 {
		width, height = pixels(box[2]), pixels(box[3])
	}
	if width == 0 || height == 0 {
		return 0, 0
	}
	return width, height
}

// pixels reads a length, rounded up; 0 if it is not given in pixels or beyond anything sensible.
func pixels(text string) int {
	const largest = 100_000
	length, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(text), "px"), 64)
	if err != nil || !(length > 0 && length <= largest) {
		return 0
	}
	return int(math.Ceil(length))
}
