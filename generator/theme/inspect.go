package theme

import (
	"maps"
	"slices"
	"strings"
	"text/template/parse"

	"mappe/generator/diag"
)

// Kinds returns the layouts that every theme has, one a kind of page.
func Kinds() []string {
	return []string{"chooser", "finder", "folder", "home", "list", "moved", "notfound", "overview", "page", "pathway", "print", "reach", "record", "search", "sections", "short"}
}

// allowed are the functions templates may call: the theme's own and those of Go's templates that choose and compare. The others
// escape or compute, which no template does.
func allowed() []string {
	return []string{"t", "ltr", "option", "and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "len", "index"}
}

// inspector looks for mistakes in one template as it is written.
type inspector struct {
	*loader
	theme *Theme
	files map[string]file
	file  file
	tree  *parse.Tree
	used  map[string]bool // partials
	good  bool
}

// inspect reports whether the templates are good, and tells what is wrong with them.
func (l *loader) inspect(t *Theme, files map[string]file) bool {
	i := &inspector{loader: l, theme: t, files: files, used: map[string]bool{}, good: true}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		i.inspectFile(files[name])
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		i.inspectUse(files[name])
	}
	return i.good
}

func (i *inspector) inspectFile(f file) {
	tree := parse.New(f.name)
	tree.Mode = parse.SkipFuncCheck
	set := map[string]*parse.Tree{}
	if _, err := tree.Parse(string(f.data), "", "", set); err != nil {
		at := findPlace(err, i.files)
		at.file = f.path
		i.wrong(at, explain(err), diag.Text{})
		return
	}
	i.file = f
	for _, name := range slices.Sorted(maps.Keys(set)) {
		i.tree = set[name]
		if name != f.name {
			i.wrong(place{file: f.path}, diag.Textf("„define“ und „block“ sind nicht vorgesehen.", "“define” and “block” are not used here."),
				diag.Textf("Legen Sie partials/%s.html an.", "Make the file partials/%s.html.", name))
		}
		i.walk(set[name].Root)
	}
}

// walk looks at a node and all within it.
func (i *inspector) walk(node parse.Node) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			i.walk(child)
		}
	case *parse.IfNode:
		i.branch(&n.BranchNode)
	case *parse.RangeNode:
		i.branch(&n.BranchNode)
	case *parse.WithNode:
		i.branch(&n.BranchNode)
	case *parse.ActionNode:
		i.pipe(n.Pipe)
	case *parse.TemplateNode:
		i.call(n)
	}
}

func (i *inspector) branch(n *parse.BranchNode) {
	i.pipe(n.Pipe)
	i.walk(n.List)
	i.walk(n.ElseList)
}

// call looks at {{template "name" .}}.
func (i *inspector) call(n *parse.TemplateNode) {
	i.pipe(n.Pipe)
	i.used[n.Name] = true
	if _, known := i.files[n.Name]; known && !strings.HasPrefix(n.Name, layoutsFolder+"/") {
		return
	}
	var names []string
	for name := range i.files {
		if !strings.HasPrefix(name, layoutsFolder+"/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	i.wrong(i.at(n), diag.Textf("Einen Baustein partials/%s.html gibt es nicht.", "There is no partial partials/%s.html.", n.Name), diag.DidYouMean(n.Name, names))
}

func (i *inspector) pipe(n *parse.PipeNode) {
	if n == nil {
		return
	}
	for _, command := range n.Cmds {
		for _, arg := range command.Args {
			i.argument(arg)
		}
		if name, ok := command.Args[0].(*parse.IdentifierNode); ok && name.Ident == "t" {
			i.message(command)
		}
	}
}

func (i *inspector) argument(node parse.Node) {
	switch n := node.(type) {
	case *parse.PipeNode:
		i.pipe(n)
	case *parse.ChainNode:
		i.argument(n.Node)
	case *parse.IdentifierNode:
		if !slices.Contains(allowed(), n.Ident) {
			i.wrong(i.at(n), diag.Textf("Eine Funktion „%s“ gibt es nicht.", "There is no function %q.", n.Ident), diag.DidYouMean(n.Ident, allowed()))
		}
	}
}

// message looks at {{t "key" …}}. The key is written out, so that it can be checked here and replaced by its text.
func (i *inspector) message(n *parse.CommandNode) {
	var key *parse.StringNode
	if len(n.Args) > 1 {
		key, _ = n.Args[1].(*parse.StringNode)
	}
	if key == nil {
		i.wrong(i.at(n), diag.Textf("Nach „t“ muss der Schlüssel eines Textes in Anführungszeichen stehen.", "The key of a text must follow “t”, in quotes."), diag.Text{})
		return
	}
	i.asked[key.Text] = true
	for _, lang := range slices.Sorted(maps.Keys(i.theme.messages)) {
		if i.theme.messages[lang].Has(key.Text) {
			continue
		}
		i.wrong(i.at(key), diag.Textf("Einen Text „%s“ gibt es nicht (Sprache %s).", "There is no text %q (language %s).", key.Text, lang),
			diag.Textf("Legen Sie ihn in %s/messages/de.yaml an.", "Add it to %s/messages/de.yaml.", i.layers[0].dir))
		return
	}
}

// inspectUse tells files of the site's own that nothing asks for, mostly mistyped names.
func (i *inspector) inspectUse(f file) {
	kind, isLayout := strings.CutPrefix(f.name, layoutsFolder+"/")
	var known []string
	switch {
	case !f.own, isLayout && slices.Contains(Kinds(), kind), !isLayout && i.used[f.name]:
		return
	case isLayout:
		known = Kinds()
	default:
		known = slices.Sorted(maps.Keys(i.used))
	}
	i.report(place{file: f.path}, diag.Warning, "theme-unused",
		diag.Textf("Die Vorlage wird nicht verwendet.", "The template is not used."), diag.DidYouMean(kind, known))
}

func (i *inspector) at(n parse.Node) place {
	written := string(i.file.data[:min(int(n.Position()), len(i.file.data))])
	start := strings.LastIndexByte(written, '\n') + 1
	return place{file: i.file.path, line: strings.Count(written, "\n") + 1, column: len([]rune(written[start:])) + 1}
}

func (i *inspector) wrong(at place, message, hint diag.Text) {
	i.good = false
	i.report(at, diag.Error, "theme-template", message, hint)
}
