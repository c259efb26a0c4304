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
	out []byte
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
type routine struct {
	run step
	err error // why it could not be compiled
}

// fast runs the layouts of one language.
type fast struct {
	compiled sync.Map   // target to *routine, nil where the layout is left to html/template
	turn     sync.Mutex // of who compiles
	compiler compiler
}

func newFast(set *template.Template, messages *locale.Messages, options map[string]string) *fast {
	return &fast{compiler: compiler{set, messages, options, map[target]*routine{}}}
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
		known, _ = f.compiled.LoadOrStore(key, f.compile(key)) // two who ask at the same time get the same
	}
	r := known.(*routine)
	if r == nil {
		return false
	}
	p := page{out: buf.AvailableBuffer()}
	if p.call(r, spotOf(model)); p.failed {
		return false
	}
	buf.Write(p.out)
	return true
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
	f.turn.Lock()
	defer f.turn.Unlock()
	r, err := f.compiler.routine(layout)
	if err != nil {
		return nil
	}
	return r
}

// compiler turns the layouts of one language, with all partials they call, into routines. Layouts share the partials that they call for the same
// types of values.
type compiler struct {
	set      *template.Template // escaped; in which language it was is of no matter
	messages *locale.Messages
	options  map[string]string
	routines map[target]*routine
}

// scope is what the type of . and of $ is at a place in a template.
type scope struct{ dot, root reflect.Type }

func (c *compiler) routine(key target) (*routine, error) {
	if r := c.routines[key]; r != nil {
		return r, r.err
	}
	found := c.set.Lookup(key.name)
	if found == nil || found.Tree == nil {
		return nil, errSlow // a partial called inside a tag has a tree that html/template keeps to itself
	}
	r := &routine{}
	c.routines[key] = r
	if run, err := c.list(found.Tree.Root, scope{key.dot, key.dot}); err != nil {
		r.err = err // and whoever calls it finds it incomplete
	} else {
		r.run = run
	}
	return r, r.err
}

// list compiles nodes that stand one after the other.
func (c *compiler) list(list *parse.ListNode, in scope) (step, error) {
	all, err := c.pieces(list, in)
	return join(all), err
}

// pieces compiles nodes, as yet without what they have in common with their neighbours.
func (c *compiler) pieces(list *parse.ListNode, in scope) ([]piece, error) {
	if list == nil {
		return nil, nil
	}
	all := make([]piece, 0, len(list.Nodes))
	for _, node := range list.Nodes {
		next, err := c.node(node, in)
		if err != nil {
			return nil, err
		}
		all = append(all, next)
	}
	return all, nil
}

// node compiles a node.
func (c *compiler) node(node parse.Node, in scope) (piece, error) {
	switch n := node.(type) {
	case *parse.TextNode:
		return piece{text: n.Text}, nil
	case *parse.CommentNode:
		return piece{}, nil
	case *parse.ActionNode:
		return c.action(n.Pipe, in)
	case *parse.IfNode:
		return c.ifElse(n, in)
	case *parse.WithNode:
		return c.with(n, in)
	case *parse.RangeNode:
		return c.repeat(n, in)
	case *parse.TemplateNode:
		return c.call(n, in)
	}
	return piece{}, errSlow
}

func (c *compiler) ifElse(n *parse.IfNode, in scope) (piece, error) {
	holds, err := c.condition(n.Pipe, in)
	if err != nil {
		return piece{}, err
	}
	then, err := c.pieces(n.List, in)
	if err != nil {
		return piece{}, err
	}
	otherwise, err := c.pieces(n.ElseList, in)
	return choice(then, otherwise, func(then, otherwise step) step {
		return func(p *page, dot, root spot) {
			if holds(p, dot, root) {
				then(p, dot, root)
			} else {
				otherwise(p, dot, root)
			}
		}
	}), err
}

func (c *compiler) with(n *parse.WithNode, in scope) (piece, error) {
	v, err := c.pipe(n.Pipe, in)
	if err != nil {
		return piece{}, err
	}
	holds, err := truth(v.kind)
	if err != nil {
		return piece{}, err
	}
	then, err := c.pieces(n.List, scope{v.kind, in.root})
	if err != nil {
		return piece{}, err
	}
	otherwise, err := c.pieces(n.ElseList, in)
	return choice(then, otherwise, func(then, otherwise step) step {
		return func(p *page, dot, root spot) {
			if value := v.get(p, dot, root); holds(value) {
				then(p, value, root)
			} else {
				otherwise(p, dot, root)
			}
		}
	}), err
}

// anySlice is a slice of any type, of which only the length and the start are asked.
type anySlice []struct{}

func (c *compiler) repeat(n *parse.RangeNode, in scope) (piece, error) {
	v, err := c.pipe(n.Pipe, in)
	if err != nil {
		return piece{}, err
	}
	if v.kind.Kind() != reflect.Slice {
		return piece{}, errSlow
	}
	each, err := c.list(n.List, scope{v.kind.Elem(), in.root})
	if err != nil {
		return piece{}, err
	}
	otherwise, err := c.list(n.ElseList, in)
	size := v.kind.Elem().Size()
	return piece{step: func(p *page, dot, root spot) {
		list := *(*anySlice)(v.get(p, dot, root))
		for i := range list {
			each(p, unsafe.Add(unsafe.Pointer(unsafe.SliceData(list)), uintptr(i)*size), root)
		}
		if len(list) == 0 {
			otherwise(p, dot, root)
		}
	}}, err
}

// call compiles {{template "name" value}}; the partial's $ is the value too. Of a value that is always the same, such as the name of an icon, it
// always makes the same text.
func (c *compiler) call(n *parse.TemplateNode, in scope) (piece, error) {
	if n.Pipe == nil {
		return piece{}, errSlow
	}
	v, err := c.pipe(n.Pipe, in)
	if err != nil {
		return piece{}, err
	}
	r, err := c.routine(target{n.Name, v.kind})
	if err != nil {
		return piece{}, err
	}
	if v.constant.IsValid() {
		var alone page
		if alone.call(r, v.get(nil, nil, nil)); !alone.failed {
			return piece{text: alone.out}, nil
		}
	}
	if v.kind.Implements(reflect.TypeFor[keeper]()) {
		return piece{step: once(n.Name, v, r)}, nil
	}
	return piece{step: func(p *page, dot, root spot) { p.call(r, v.get(p, dot, root)) }}, nil
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
		keeper, start := shared.Interface().(keeper), len(p.out)
		if known := keeper.Kept(partial); known != nil {
			p.out = append(p.out, known...)
		} else if p.call(r, at); !p.failed {
			keeper.Keep(partial, bytes.Clone(p.out[start:]))
		}
	}
}
