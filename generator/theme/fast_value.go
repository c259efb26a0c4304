package theme

import (
	"reflect"
	"slices"
	"text/template/parse"
)

// value is what an expression gives: a value of a type that is known when it is compiled.
type value struct {
	kind reflect.Type
	get  func(p *page, dot, root reflect.Value) reflect.Value
	// constant is the value where it is always the same.
	constant reflect.Value
}

func constantOf(v any) value {
	fixed := reflect.ValueOf(v)
	return value{fixed.Type(), func(*page, reflect.Value, reflect.Value) reflect.Value { return fixed }, fixed}
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

func (c *compiler) function(name string, args []value) (value, error) {
	switch {
	case name == "t" && len(args) > 0 && args[0].constant.IsValid():
		return c.message(args)
	case name == "option" && len(args) == 1 && args[0].constant.IsValid():
		return constantOf(c.options[args[0].constant.String()]), nil
	case name == "index" && len(args) == 2 && args[0].kind == reflect.TypeFor[map[string]string]() && args[1].constant.IsValid() && args[1].kind.Kind() == reflect.String:
		texts, key := args[0], args[1].constant.String()
		return value{kind: reflect.TypeFor[string](), get: func(p *page, dot, root reflect.Value) reflect.Value {
			return reflect.ValueOf(texts.get(p, dot, root).Interface().(map[string]string)[key])
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
	return value{kind: reflect.TypeFor[string](), get: func(p *page, dot, root reflect.Value) reflect.Value {
		values := make([]any, 0, len(args)-1)
		for _, arg := range args[1:] {
			values = append(values, arg.get(p, dot, root).Interface())
		}
		return reflect.ValueOf(c.messages.Text(key, isolated(values)...))
	}}, nil
}

func (c *compiler) operand(node parse.Node, in scope) (value, error) {
	switch n := node.(type) {
	case *parse.DotNode:
		return value{kind: in.dot, get: func(_ *page, dot, _ reflect.Value) reflect.Value { return dot }}, nil
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

// hop is one field on the way to a value, after as many pointers as are there.
type hop struct {
	pointer bool
	field   int
}

// fields compiles .A.B to the indices of the fields.
func fields(from reflect.Type, names []string, ofRoot bool) (value, error) {
	var hops []hop
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
			hops = append(hops, hop{pointer, index})
			at, pointer = at.Field(index).Type, false
		}
	}
	zero := reflect.Zero(at)
	return value{kind: at, get: func(p *page, dot, root reflect.Value) reflect.Value {
		v := dot
		if ofRoot {
			v = root
		}
		for _, h := range hops {
			if h.pointer {
				if v.IsNil() {
					p.failed = true
					return zero
				}
				v = v.Elem()
			}
			v = v.Field(h.field)
		}
		return v
	}}, nil
}

func hasMethod(t reflect.Type, name string) bool {
	_, has := reflect.PointerTo(t).MethodByName(name)
	return has
}

// truth returns what {{if}} and {{with}} ask of a type's values.
func truth(t reflect.Type) (func(reflect.Value) bool, error) {
	switch t.Kind() {
	case reflect.String, reflect.Slice, reflect.Map:
		return func(v reflect.Value) bool { return v.Len() > 0 }, nil
	case reflect.Bool:
		return reflect.Value.Bool, nil
	case reflect.Int:
		return func(v reflect.Value) bool { return v.Int() != 0 }, nil
	case reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsNil() }, nil
	case reflect.Struct:
		return func(reflect.Value) bool { return true }, nil
	}
	return nil, errSlow
}

// condition is an expression of which only the truth is asked.
type condition func(p *page, dot, root reflect.Value) bool

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
	return func(p *page, dot, root reflect.Value) bool { return holds(v.get(p, dot, root)) }, err
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
		return func(p *page, dot, root reflect.Value) bool { return !parts[0](p, dot, root) }, nil
	}
	stopAt := name == "or"
	return func(p *page, dot, root reflect.Value) bool {
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
		return func(p *page, dot, root reflect.Value) bool {
			return slices.Contains(texts, values[0].get(p, dot, root).String()) == (name == "eq")
		}, nil
	}
	return func(p *page, dot, root reflect.Value) bool {
		first := values[0].get(p, dot, root).String()
		for _, other := range values[1:] {
			if first == other.get(p, dot, root).String() {
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
