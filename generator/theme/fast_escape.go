package theme

import (
	"bytes"
	"cmp"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// action compiles {{value | escapers}}.
func (c *compiler) action(n *parse.PipeNode, in scope) (step, []byte, error) {
	if len(n.Decl) > 0 || len(n.Cmds) < 2 {
		return nil, nil, errSlow
	}
	if name, ok := n.Cmds[0].Args[0].(*parse.IdentifierNode); ok && name.Ident == "ltr" {
		s, err := c.leftToRight(n, in)
		return s, nil, err
	}
	v, err := c.command(n.Cmds[0], in)
	if err != nil {
		return nil, nil, err
	}
	put, err := escaper(v.kind, namesOf(n.Cmds[1:]))
	if err != nil {
		return nil, nil, err
	}
	if v.constant.IsValid() {
		var text bytes.Buffer
		put(&text, v.get(nil, nil, nil))
		return nil, text.Bytes(), nil
	}
	return func(p *page, dot, root spot) { put(p.buf, v.get(p, dot, root)) }, nil, nil
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
	return func(p *page, dot, root spot) { putLeftToRight(p.buf, *(*string)(text.get(p, dot, root))) }, nil
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

// put writes the value at a spot escaped.
type put func(buf *bytes.Buffer, at spot)

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
		return func(buf *bytes.Buffer, at spot) { buf.WriteString(*(*string)(at)) }, nil
	case t.PkgPath() == "html/template" && !isURL:
		return nil, errSlow
	case t.Kind() == reflect.Int && (names == "htmlescaper" || names == "attrescaper"):
		return func(buf *bytes.Buffer, at spot) {
			buf.Write(strconv.AppendInt(buf.AvailableBuffer(), int64(*(*int)(at)), 10))
		}, nil
	case t.Kind() != reflect.String:
		return nil, errSlow
	}
	switch names {
	case "htmlescaper", "attrescaper", "rcdataescaper":
		return func(buf *bytes.Buffer, at spot) { putText(buf, *(*string)(at)) }, nil
	case "urlfilter|urlnormalizer|attrescaper":
		return func(buf *bytes.Buffer, at spot) { putURL(buf, *(*string)(at), isURL) }, nil
	case "srcsetescaper|attrescaper":
		return srcset(t)
	}
	return nil, errSlow
}

// putText writes a text so that it is one within an element and within a quoted attribute. html/template escapes the plus too.
func putText(buf *bytes.Buffer, s string) {
	written := 0
	for i := range len(s) {
		if s[i] > '>' || s[i] == ' ' {
			continue // nearly all of most texts
		}
		var entity string
		switch s[i] {
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '&':
			entity = "&amp;"
		case '"':
			entity = "&#34;"
		case '\'':
			entity = "&#39;"
		case '+':
			entity = "&#43;"
		case 0:
			entity = "\uFFFD"
		default:
			continue
		}
		buf.WriteString(s[written:i])
		buf.WriteString(entity)
		written = i + 1
	}
	buf.WriteString(s[written:])
}

// putURL writes an address for a quoted attribute: with a scheme that does no harm, or one that the model vouches for by its type,
// and with what has no place in an address written as octets (RFC 3986).
func putURL(buf *bytes.Buffer, s string, trusted bool) {
	if !trusted && !harmless(s) {
		buf.WriteString("#ZgotmplZ")
		return
	}
	const digits = "0123456789abcdef"
	written := 0
	for i := range len(s) {
		c := s[i]
		if 'a' <= c && c <= 'z' || '-' <= c && c <= '9' || 'A' <= c && c <= 'Z' || strings.IndexByte("!#$*,:;=?@[]_~", c) >= 0 || c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			continue // most addresses are written in one go
		}
		buf.WriteString(s[written:i])
		written = i + 1
		switch c {
		case '&':
			buf.WriteString("&amp;")
		case '+':
			buf.WriteString("&#43;")
		default:
			buf.Write([]byte{'%', digits[c>>4], digits[c&15]})
		}
	}
	buf.WriteString(s[written:])
}

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
	return func(buf *bytes.Buffer, at spot) {
		var out bytes.Buffer
		if whole.Execute(&out, *(*string)(at)) == nil {
			buf.Write(out.Bytes()[len(before) : out.Len()-len(after)])
		}
	}, nil
}
