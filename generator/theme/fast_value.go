package theme

import (
	"reflect"
	"slices"
	"text/template/parse"
	"unsafe"
)

// value is what an expression gives: a value of a type that is known when it is compiled.
type value struct {
	kind reflect.Type
	// get returns where the value lies; never nil.
	get func(p *page, dot, root spot) spot
	// constant is the value where it is always the same.
	constant reflect.Value
}

func constantOf(v any) value {
	fixed := spotOf(v)
	return value{reflect.TypeOf(v), func(*page, spot, spot) spot { return fixed }, reflect.ValueOf(v)}
}

// pipe compiles an expression that gives a value and is not piped on.
func (c *compiler) pipe(n *parse.PipeNode, in scope) (value, error) {
	if len(n.Decl) > 0 || len(n.Cmds) != 1 {
		return value{}, errSlow
	}
	return c.command(n.Cmds[0], in)
}

// command compiles a field, a constant, or a function that gives a value.
func (c *compiler) command(n *parse.CommandNode, in scope) (value, error) {
	name, isCall := n.Args[0].(*parse.IdentifierNode)
	switch {
	case !isCall && len(n.Args) == 1:
		return c.operand(n.Args[0], in)
	case !isCall:
		return value{}, errSlow
	}
	var args []value
	for _, arg := range n.Args[1:] {
		v, err := c.operand(arg, in)
		if err != nil {
			return value{}, err
		}
		args = append(args, v)
	}
	return c.function(name.Ident, args)
}

// isWord reports whether a value is always the same text.
func (v value) isWord() bool { return v.constant.IsValid() && v.kind.Kind() == reflect.String }

func (c *compiler) function(name string, args []value) (value, error) {
	switch {
	case name == "t" && len(args) > 0 && args[0].isWord():
		return c.message(args)
	case name == "option" && len(args) == 1 && args[0].isWord():
		return constantOf(c.options[args[0].constant.String()]), nil
	case name == "index" && len(args) == 2 && args[0].kind == reflect.TypeFor[map[string]string]() && args[1].isWord():
		texts, key := args[0], args[1].constant.String()
		return value{kind: reflect.TypeFor[string](), get: func(p *page, dot, root spot) spot {
			text := (*(*map[string]string)(texts.get(p, dot, root)))[key]
			return spot(&text)
		}}, nil
	}
	return value{}, errSlow
}

// message compiles {{t "key" "name" value …}}; without values it is a constant.
func (c *compiler) message(args []value) (value, error) {
	key := args[0].constant.String()
	if len(args) == 1 {
		return constantOf(c.messages.Text(key)), nil
	}
	return value{kind: reflect.TypeFor[string](), get: func(p *page, dot, root spot) spot {
		values := make([]any, 0, len(args)-1)
		for _, arg := range args[1:] {
			values = append(values, valueAt(arg.kind, arg.get(p, dot, root)).Interface())
		}
		text := c.messages.Text(key, isolated(values)...)
		return spot(&text)
	}}, nil
}

func (c *compiler) operand(node parse.Node, in scope) (value, error) {
	switch n := node.(type) {
	case *parse.DotNode:
		return value{kind: in.dot, get: func(_ *page, dot, _ spot) spot { return dot }}, nil
	case *parse.FieldNode:
		return fields(in.dot, n.Ident, false)
	case *parse.VariableNode:
		if n.Ident[0] == "$" {
			return fields(in.root, n.Ident[1:], true)
		}
	case *parse.StringNode:
		return constantOf(n.Text), nil
	case *parse.NumberNode:
		if n.IsInt {
			return constantOf(int(n.Int64)), nil
		}
	}
	return value{}, errSlow
}

// way leads from a spot to that of one of its fields: so many bytes on, and then, for each pointer on the way, to where it leads and so many
// bytes on from there.
type way struct {
	first uintptr
	then  []uintptr
}

// field goes on to a field, through the pointer if it is behind one.
func (w *way) field(offset uintptr, pointer bool) {
	switch {
	case pointer:
		w.then = append(w.then, offset)
	case len(w.then) > 0:
		w.then[len(w.then)-1] += offset
	default:
		w.first += offset
	}
}

// from returns where the way ends, nil where a pointer on it is nil.
func (w way) from(at spot) spot {
	at = unsafe.Add(at, w.first)
	for _, offset := range w.then {
		if at = *(*spot)(at); at == nil {
			return nil
		}
		at = unsafe.Add(at, offset)
	}
	return at
}

// fields compiles .A.B to the way to the field.
func fields(from reflect.Type, names []string, ofRoot bool) (value, error) {
	var to way
	at := from
	for _, name := range names {
		pointer := at.Kind() == reflect.Pointer
		if pointer {
			at = at.Elem()
		}
		if at.Kind() != reflect.Struct || hasMethod(at, name) {
			return value{}, errSlow
		}
		found, ok := at.FieldByName(name)
		if !ok || !found.IsExported() {
			return value{}, errSlow
		}
		for _, index := range found.Index {
			if at.Kind() == reflect.Pointer { // an embedded one
				pointer, at = true, at.Elem()
			}
			to.field(at.Field(index).Offset, pointer)
			at, pointer = at.Field(index).Type, false
		}
	}
	return value{kind: at, get: to.getter(at, ofRoot)}, nil
}

// getter goes the way to a value of a type, from the template's $ or its dot. Most ways have no pointer on them.
func (w way) getter(t reflect.Type, ofRoot bool) func(p *page, dot, root spot) spot {
	switch {
	case len(w.then) == 0 && ofRoot:
		return func(_ *page, _, root spot) spot { return unsafe.Add(root, w.first) }
	case len(w.then) == 0:
		return func(_ *page, dot, _ spot) spot { return unsafe.Add(dot, w.first) }
	}
	zero := reflect.New(t).UnsafePointer()
	return func(p *page, dot, root spot) spot {
		start := dot
		if ofRoot {
			start = root
		}
		if found := w.from(start); found != nil {
			return found
		}
		p.failed = true
		return zero
	}
}

func hasMethod(t reflect.Type, name string) bool {
	_, has := reflect.PointerTo(t).MethodByName(name)
	return has
}

// truth returns what {{if}} and {{with}} ask of a type's values.
func truth(t reflect.Type) (func(at spot) bool, error) {
	switch t.Kind() {
	case reflect.String:
		return func(at spot) bool { return *(*string)(at) != "" }, nil
	case reflect.Slice:
		return func(at spot) bool { return len(*(*anySlice)(at)) > 0 }, nil
	case reflect.Map:
		return func(at spot) bool { return valueAt(t, at).Len() > 0 }, nil
	case reflect.Bool:
		return func(at spot) bool { return *(*bool)(at) }, nil
	case reflect.Int:
		return func(at spot) bool { return *(*int)(at) != 0 }, nil
	case reflect.Pointer:
		return func(at spot) bool { return *(*spot)(at) != nil }, nil
	case reflect.Struct:
		return func(spot) bool { return true }, nil
	}
	return nil, errSlow
}

// condition is an expression of which only the truth is asked.
type condition func(p *page, dot, root spot) bool

// condition compiles the expression of an {{if}}.
func (c *compiler) condition(n *parse.PipeNode, in scope) (condition, error) {
	if len(n.Decl) > 0 || len(n.Cmds) != 1 {
		return nil, errSlow
	}
	command := n.Cmds[0]
	if name, ok := command.Args[0].(*parse.IdentifierNode); ok {
		switch name.Ident {
		case "not", "and", "or":
			return c.logic(name.Ident, command.Args[1:], in)
		case "eq", "ne":
			return c.comparison(name.Ident, command.Args[1:], in)
		}
	}
	v, err := c.command(command, in)
	if err != nil {
		return nil, err
	}
	return asCondition(v)
}

func asCondition(v value) (condition, error) {
	holds, err := truth(v.kind)
	return func(p *page, dot, root spot) bool { return holds(v.get(p, dot, root)) }, err
}

func (c *compiler) logic(name string, args []parse.Node, in scope) (condition, error) {
	var parts []condition
	for _, arg := range args {
		part, err := c.part(arg, in)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	switch {
	case len(parts) == 0, name == "not" && len(parts) != 1:
		return nil, errSlow
	case name == "not":
		return func(p *page, dot, root spot) bool { return !parts[0](p, dot, root) }, nil
	}
	stopAt := name == "or"
	return func(p *page, dot, root spot) bool {
		for _, part := range parts {
			if part(p, dot, root) == stopAt {
				return stopAt
			}
		}
		return !stopAt
	}, nil
}

// part compiles an argument of and, or, not: another condition in parentheses, or a value.
func (c *compiler) part(arg parse.Node, in scope) (condition, error) {
	if inner, ok := arg.(*parse.PipeNode); ok {
		return c.condition(inner, in)
	}
	v, err := c.operand(arg, in)
	if err != nil {
		return nil, err
	}
	return asCondition(v)
}

// comparison compiles eq and ne of texts.
func (c *compiler) comparison(name string, args []parse.Node, in scope) (condition, error) {
	var values []value
	for _, arg := range args {
		v, err := c.operand(arg, in)
		if err != nil {
			return nil, err
		}
		if v.kind.Kind() != reflect.String {
			return nil, errSlow
		}
		values = append(values, v)
	}
	if len(values) < 2 || name == "ne" && len(values) != 2 {
		return nil, errSlow
	}
	if texts := constants(values[1:]); texts != nil { // {{if eq .Kind "home" "list"}}, of which the head of every page is full
		return func(p *page, dot, root spot) bool {
			return slices.Contains(texts, *(*string)(values[0].get(p, dot, root))) == (name == "eq")
		}, nil
	}
	return func(p *page, dot, root spot) bool {
		first := *(*string)(values[0].get(p, dot, root))
		for _, other := range values[1:] {
			if first == *(*string)(other.get(p, dot, root)) {
				return name == "eq"
			}
		}
		return name == "ne"
	}, nil
}

// constants returns the texts that values always are, nil if any may change.
func constants(values []value) []string {
	texts := make([]string, len(values))
	for i, v := range values {
		if !v.constant.IsValid() {
			return nil
		}
		texts[i] = v.constant.String()
	}
	return texts
}
