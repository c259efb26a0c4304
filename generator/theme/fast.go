package theme

import (
	"bytes"
	"errors"
	"html/template"
	"reflect"
	"sync"
	"text/template/parse"
	"unsafe"

	"mappe/generator/locale"
)

// Why templates are compiled, and why that is sound.
//
// html/template does two things. Once a template it finds out in which context each value stands and writes the fitting
// escapers into the template's tree: {{.Text}} becomes {{.Text | _html_template_htmlescaper}}. Then, on every page, it walks that
// tree, finds each field by its name, boxes each value and calls each escaper by reflection, which takes more than all the rest
// of a build. The first part is what keeps a page safe, and it stays html/template's. The second part is done here: the
// escaped tree is turned into a chain of Go functions, once for each layout and type of model. Fields are then found by their
// offset, texts are escaped into the page's buffer without a copy, and what is the same on every page, such as {{t "nav.menu"}}, is one
// piece of text with what stands around it.
//
// Only what templates do here anyway is compiled: fields, if, with, range, template, the theme's functions, a few comparisons, and the
// escapers of text, of quoted attributes and of addresses in them. Whatever else a site's own template does (a variable, a partial
// called inside a tag) makes compiling stop with errSlow, and html/template runs that layout as it always would. A nil pointer on
// the way does the same for one page, so that the mistake is told in html/template's words. TestFastPagesAreThoseOfHTMLTemplate holds
// the two equal, with friendly and hostile models, FuzzEscapers with any text, and FuzzLayout with any layout.

// errSlow says that a layout is left to html/template.
var errSlow = errors.New("not compiled")

// spot is where a value lies. Of which type that is was decided when the template was compiled, by reflect, so that no page has to ask again:
// whoever makes a step, a value or a condition for a type reads spots as that type and no other. What is not written down in a model, such
// as a constant or the text of a message, has a spot of its own.
type spot = unsafe.Pointer

// step writes a part of a page. dot and root are the spots of the template's . and $.
type step func(p *page, dot, root spot)

// page is a page while it is written.
type page struct {
	buf *bytes.Buffer
	// failed says that a value could not be had; what is written is worth nothing then.
	failed bool
	depth  int // of partials in partials
}

// deepest is how deep partials may lie in each other. One that calls itself without end is left to html/template, which has a word for it.
const deepest = 1000

// call runs a partial, whose $ is its . too.
func (p *page) call(r *routine, dot spot) {
	if p.depth == deepest || r.run == nil { // or it is not complete yet
		p.failed = true
	}
	if p.failed {
		return
	}
	p.depth++
	r.run(p, dot, dot)
	p.depth--
}

// routine is a template compiled for a type of dot. Templates may call themselves, so it is known before it is complete.
type routine struct{ run step }

// fast runs the layouts of one language.
type fast struct {
	set      *template.Template // escaped; in which language it was is of no matter
	messages *locale.Messages
	options  map[string]string
	compiled sync.Map // target to *routine, nil where the layout is left to html/template
}

// target is a template for a type of dot.
type target struct {
	name string
	dot  reflect.Type
}

// render reports whether it has written the page; if not, nothing has been.
func (f *fast) render(buf *bytes.Buffer, layout string, model any) bool {
	if model == nil {
		return false
	}
	key := target{layout, reflect.TypeOf(model)}
	known, ok := f.compiled.Load(key)
	if !ok {
		known, _ = f.compiled.LoadOrStore(key, f.compile(key))
	}
	r := known.(*routine)
	if r == nil {
		return false
	}
	p, start := page{buf: buf}, buf.Len()
	if p.call(r, spotOf(model)); p.failed {
		buf.Truncate(start)
	}
	return !p.failed
}

// spotOf puts a value somewhere.
func spotOf(v any) spot {
	box := reflect.New(reflect.TypeOf(v))
	box.Elem().Set(reflect.ValueOf(v))
	return box.UnsafePointer()
}

// valueAt is the value of a type at a spot, for what is done by reflect.
func valueAt(t reflect.Type, at spot) reflect.Value { return reflect.NewAt(t, at).Elem() }

func (f *fast) compile(layout target) *routine {
	c := &compiler{fast: f, routines: map[target]*routine{}}
	r, err := c.routine(layout)
	if err != nil {
		return nil
	}
	return r
}

// compiler turns one layout, with all partials it calls, into routines.
type compiler struct {
	*fast
	routines map[target]*routine
}

// scope is what the type of . and of $ is at a place in a template.
type scope struct{ dot, root reflect.Type }

func (c *compiler) routine(key target) (*routine, error) {
	if r := c.routines[key]; r != nil {
		return r, nil
	}
	found := c.set.Lookup(key.name)
	if found == nil || found.Tree == nil {
		return nil, errSlow // a partial called inside a tag has a tree that html/template keeps to itself
	}
	r := &routine{}
	c.routines[key] = r
	var err error
	r.run, err = c.list(found.Tree.Root, scope{key.dot, key.dot})
	return r, err
}

// list compiles nodes that stand one after the other. What they write that never changes is joined.
func (c *compiler) list(list *parse.ListNode, in scope) (step, error) {
	if list == nil {
		return func(*page, spot, spot) {}, nil
	}
	var steps []step
	var text []byte
	flush := func() {
		if len(text) > 0 {
			steps = append(steps, write(text))
			text = nil
		}
	}
	for _, node := range list.Nodes {
		next, constant, err := c.node(node, in)
		if err != nil {
			return nil, err
		}
		if next == nil {
			text = append(text, constant...)
			continue
		}
		flush()
		steps = append(steps, next)
	}
	flush()
	if len(steps) == 1 {
		return steps[0], nil
	}
	return func(p *page, dot, root spot) {
		for _, s := range steps {
			s(p, dot, root)
		}
	}, nil
}

func write(text []byte) step {
	return func(p *page, _, _ spot) { p.buf.Write(text) }
}

// node compiles a node to a step, or to a text if it always writes the same.
func (c *compiler) node(node parse.Node, in scope) (step, []byte, error) {
	switch n := node.(type) {
	case *parse.TextNode:
		return nil, n.Text, nil
	case *parse.CommentNode:
		return nil, nil, nil
	case *parse.ActionNode:
		return c.action(n.Pipe, in)
	case *parse.IfNode:
		return noText(c.ifElse(n, in))
	case *parse.WithNode:
		return noText(c.with(n, in))
	case *parse.RangeNode:
		return noText(c.repeat(n, in))
	case *parse.TemplateNode:
		return c.call(n, in)
	}
	return nil, nil, errSlow
}

func noText(s step, err error) (step, []byte, error) { return s, nil, err }

func (c *compiler) ifElse(n *parse.IfNode, in scope) (step, error) {
	holds, err := c.condition(n.Pipe, in)
	if err != nil {
		return nil, err
	}
	then, err := c.list(n.List, in)
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(n.ElseList, in)
	return func(p *page, dot, root spot) {
		if holds(p, dot, root) {
			then(p, dot, root)
		} else {
			otherwise(p, dot, root)
		}
	}, err
}

func (c *compiler) with(n *parse.WithNode, in scope) (step, error) {
	v, err := c.pipe(n.Pipe, in)
	if err != nil {
		return nil, err
	}
	holds, err := truth(v.kind)
	if err != nil {
		return nil, err
	}
	then, err := c.list(n.List, scope{v.kind, in.root})
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(n.ElseList, in)
	return func(p *page, dot, root spot) {
		if value := v.get(p, dot, root); holds(value) {
			then(p, value, root)
		} else {
			otherwise(p, dot, root)
		}
	}, err
}

// anySlice is a slice of any type, of which only the length and the start are asked.
type anySlice []struct{}

func (c *compiler) repeat(n *parse.RangeNode, in scope) (step, error) {
	v, err := c.pipe(n.Pipe, in)
	if err != nil {
		return nil, err
	}
	if v.kind.Kind() != reflect.Slice {
		return nil, errSlow
	}
	each, err := c.list(n.List, scope{v.kind.Elem(), in.root})
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(n.ElseList, in)
	size := v.kind.Elem().Size()
	return func(p *page, dot, root spot) {
		list := *(*anySlice)(v.get(p, dot, root))
		for i := range list {
			each(p, unsafe.Add(unsafe.Pointer(unsafe.SliceData(list)), uintptr(i)*size), root)
		}
		if len(list) == 0 {
			otherwise(p, dot, root)
		}
	}, err
}

// call compiles {{template "name" value}}; the partial's $ is the value too. Of a value that is always the same, such as the name of an icon, it
// always makes the same text.
func (c *compiler) call(n *parse.TemplateNode, in scope) (step, []byte, error) {
	if n.Pipe == nil {
		return nil, nil, errSlow
	}
	v, err := c.pipe(n.Pipe, in)
	if err != nil {
		return nil, nil, err
	}
	r, err := c.routine(target{n.Name, v.kind})
	if err != nil {
		return nil, nil, err
	}
	if v.constant.IsValid() {
		alone := page{buf: new(bytes.Buffer)}
		if alone.call(r, v.get(nil, nil, nil)); !alone.failed {
			return nil, alone.buf.Bytes(), nil
		}
	}
	if v.kind.Implements(reflect.TypeFor[keeper]()) {
		return once(n.Name, v, r), nil, nil
	}
	return func(p *page, dot, root spot) { p.call(r, v.get(p, dot, root)) }, nil, nil
}

// keeper is a value that many pages share. It keeps what a partial made of it, so that it is rendered for the first of them only. This is
// sound since a partial knows nothing but its value, and the language, of which the value is one.
type keeper interface {
	// Kept returns what a partial made of the value, nil where that is not known.
	Kept(partial string) []byte
	Keep(partial string, markup []byte)
}

// once calls a partial for a value that keeps what becomes of it.
func once(partial string, v value, r *routine) step {
	return func(p *page, dot, root spot) {
		at := v.get(p, dot, root)
		shared := valueAt(v.kind, at)
		if p.failed || shared.IsNil() {
			p.failed = true
			return
		}
		keeper, start := shared.Interface().(keeper), p.buf.Len()
		if known := keeper.Kept(partial); known != nil {
			p.buf.Write(known)
		} else if p.call(r, at); !p.failed {
			keeper.Keep(partial, bytes.Clone(p.buf.Bytes()[start:]))
		}
	}
}
