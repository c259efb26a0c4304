package theme

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// action compiles {{value | escapers}}.
func (c *compiler) action(n *parse.PipeNode, in scope) (piece, error) {
	if len(n.Decl) > 0 || len(n.Cmds) < 2 {
		return piece{}, errSlow
	}
	if name, ok := n.Cmds[0].Args[0].(*parse.IdentifierNode); ok && name.Ident == "ltr" {
		s, err := c.leftToRight(n, in)
		return piece{step: s}, err
	}
	v, err := c.command(n.Cmds[0], in)
	if err != nil {
		return piece{}, err
	}
	put, err := escaper(v.kind, namesOf(n.Cmds[1:]))
	if err != nil {
		return piece{}, err
	}
	if v.constant.IsValid() {
		return piece{text: put(nil, v.get(nil, nil, nil))}, nil
	}
	return piece{step: func(p *page, dot, root spot) { p.out = put(p.out, v.get(p, dot, root)) }}, nil
}

// leftToRight compiles {{ltr value}}, which is HTML.
func (c *compiler) leftToRight(n *parse.PipeNode, in scope) (step, error) {
	args := n.Cmds[0].Args
	if len(args) != 2 || namesOf(n.Cmds[1:]) != "htmlescaper" {
		return nil, errSlow
	}
	text, err := c.operand(args[1], in)
	if err != nil || text.kind.Kind() != reflect.String {
		return nil, cmp.Or(err, errSlow)
	}
	return func(p *page, dot, root spot) { p.out = appendLeftToRight(p.out, *(*string)(text.get(p, dot, root))) }, nil
}

// namesOf joins the names of the escapers that a value is piped through.
func namesOf(commands []*parse.CommandNode) string {
	var names []string
	for _, command := range commands {
		name, ok := command.Args[0].(*parse.IdentifierNode)
		if !ok || len(command.Args) > 1 {
			return ""
		}
		names = append(names, strings.TrimPrefix(name.Ident, "_html_template_"))
	}
	return strings.Join(names, "|")
}

// put appends the value at a spot escaped.
type put func(out []byte, at spot) []byte

// escaper returns what html/template's escapers do to a type's values.
func escaper(t reflect.Type, names string) (put, error) {
	if t.NumMethod() > 0 || reflect.PointerTo(t).NumMethod() > 0 {
		return nil, errSlow // it may write itself
	}
	isURL := t == reflect.TypeFor[template.URL]()
	switch {
	case t == reflect.TypeFor[template.HTML]():
		if names != "htmlescaper" {
			return nil, errSlow
		}
		return func(out []byte, at spot) []byte { return append(out, *(*string)(at)...) }, nil
	case t.PkgPath() == "html/template" && !isURL:
		return nil, errSlow
	case t.Kind() == reflect.Int && (names == "htmlescaper" || names == "attrescaper"):
		return func(out []byte, at spot) []byte { return strconv.AppendInt(out, int64(*(*int)(at)), 10) }, nil
	case t.Kind() != reflect.String:
		return nil, errSlow
	}
	switch names {
	case "htmlescaper", "attrescaper", "rcdataescaper":
		return func(out []byte, at spot) []byte { return appendText(out, *(*string)(at)) }, nil
	case "urlfilter|urlnormalizer|attrescaper":
		return func(out []byte, at spot) []byte { return appendURL(out, *(*string)(at), isURL) }, nil
	case "srcsetescaper|attrescaper":
		return srcset(t)
	}
	return nil, errSlow
}

// appendText writes a text so that it is one within an element and within a quoted attribute. html/template escapes the plus too.
func appendText(out []byte, s string) []byte {
	written := 0
	for i := 0; i < len(s); i++ {
		for i+8 <= len(s) && isPlain(s[i:i+8]) { // nearly all of most texts
			i += 8
		}
		if i == len(s) {
			break
		}
		c := s[i]
		if c > '>' || plainSigns>>c&1 != 0 {
			continue
		}
		out = append(out, s[written:i]...)
		written = i + 1
		switch c {
		case '<':
			out = append(out, "&lt;"...)
		case '>':
			out = append(out, "&gt;"...)
		case '&':
			out = append(out, "&amp;"...)
		case '"':
			out = append(out, "&#34;"...)
		case '\'':
			out = append(out, "&#39;"...)
		case '+':
			out = append(out, "&#43;"...)
		case 0:
			out = append(out, "\uFFFD"...)
		}
	}
	return append(out, s[written:]...)
}

// plainSigns has a bit for each of the first 63 bytes, which are those up to >: 1 for those that a text may hold as they are.
const plainSigns uint64 = (1<<63 - 1) &^ (1<<'<' | 1<<'>' | 1<<'&' | 1<<'"' | 1<<'\'' | 1<<'+' | 1<<0)

// isPlain reports whether eight bytes may be held by a text as they are, all at once: a byte is x if their difference is nothing, and from
// nothing alone one cannot be taken without borrowing (Hacker's Delight, chapter 6). Bits set beforehand make one of several signs, of which #
// is not meant; it is found to be plain when it is looked at by itself.
func isPlain(s string) bool {
	const one, top = 0x0101010101010101, 0x8080808080808080
	x := binary.LittleEndian.Uint64([]byte(s))
	quotes := (x | one*5) ^ one*'\'' // and ampersands
	brackets := (x | one*2) ^ one*'>'
	plus := x ^ one*'+'
	return ((quotes-one)&^quotes|(brackets-one)&^brackets|(plus-one)&^plus|(x-one)&^x)&top == 0
}

// appendURL writes an address for a quoted attribute: with a scheme that does no harm, or one that the model vouches for by its type,
// and with what has no place in an address written as octets (RFC 3986).
func appendURL(out []byte, s string, trusted bool) []byte {
	if !trusted && !harmless(s) {
		return append(out, "#ZgotmplZ"...)
	}
	const digits = "0123456789abcdef"
	signs := [4]uint64{lowURLSigns, highURLSigns}
	written := 0
	for i := 0; i < len(s); i++ {
		for i+8 <= len(s) && isPlainAddress(s[i:i+8]) { // nearly all of most addresses
			i += 8
		}
		if i == len(s) {
			break
		}
		c := s[i]
		if signs[c>>6]>>(c&63)&1 != 0 || c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			continue // most addresses are written in one go
		}
		out = append(out, s[written:i]...)
		written = i + 1
		switch c {
		case '&':
			out = append(out, "&amp;"...)
		case '+':
			out = append(out, "&#43;"...)
		default:
			out = append(out, '%', digits[c>>4], digits[c&15])
		}
	}
	return append(out, s[written:]...)
}

// isPlainAddress reports whether eight bytes are small letters, digits, full stops, hyphens and slashes, all at once: a byte below 0x80 is not
// below x if its highest bit is set when 0x80-x is added to it.
func isPlainAddress(s string) bool {
	const one, top = 0x0101010101010101, 0x8080808080808080
	x := binary.LittleEndian.Uint64([]byte(s))
	if x&top != 0 {
		return false
	}
	letters := (x + one*(0x80-'a')) &^ (x + one*(0x7F-'z'))
	digits := (x + one*(0x80-'-')) &^ (x + one*(0x7F-'9'))
	return (letters|digits)&top == top
}

// lowURLSigns has a bit for each of the first 64 bytes, highURLSigns for each of the next 64: 1 for those that may stand in an address as they are.
const (
	lowURLSigns  uint64 = 1<<('9'+1) - 1<<'-' | 1<<'!' | 1<<'#' | 1<<'$' | 1<<'*' | 1<<',' | 1<<':' | 1<<';' | 1<<'=' | 1<<'?'
	highURLSigns uint64 = (1<<('Z'+1) - 1<<'A' | 1<<('z'+1) - 1<<'a' | 1<<'@' | 1<<'[' | 1<<']' | 1<<'_' | 1<<'~') >> 64
)

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// harmless reports whether an address is relative or has a scheme that html/template lets pass.
func harmless(s string) bool {
	scheme, _, has := strings.Cut(s, ":")
	return !has || strings.Contains(scheme, "/") || strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// srcset has html/template escape the addresses of a picture's widths, which is long-winded and stands on few pages.
func srcset(t reflect.Type) (put, error) {
	const before, after = `<img srcset="`, `">`
	whole, err := template.New("").Parse(before + "{{.}}" + after)
	if err != nil || t != reflect.TypeFor[string]() {
		return nil, errSlow
	}
	return func(out []byte, at spot) []byte {
		var tag bytes.Buffer
		if whole.Execute(&tag, *(*string)(at)) != nil {
			return out
		}
		return append(out, tag.Bytes()[len(before):tag.Len()-len(after)]...)
	}, nil
}
