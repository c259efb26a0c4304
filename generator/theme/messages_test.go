package theme

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mappe/generator/locale"
	"mappe/themes"
)

// messagesOf reads a file of messages of the default theme.
func messagesOf(t *testing.T, lang string) *locale.Messages {
	t.Helper()
	src, err := themes.Files.ReadFile("default/messages/" + lang + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	m, err := locale.ParseMessages(lang, src)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMessagesAreCompleteInEveryLanguage(t *testing.T) {
	entries, err := themes.Files.ReadDir("default/messages")
	if err != nil {
		t.Fatal(err)
	}
	reference := messagesOf(t, referenceLanguage)
	for _, entry := range entries {
		m := messagesOf(t, strings.TrimSuffix(entry.Name(), ".yaml"))
		for _, f := range append(m.Check(), m.CheckAgainst(reference)...) {
			t.Errorf("%s:%d: %s", entry.Name(), f.Line, f.Message.EN)
		}
	}
}

// asking are the keys that program and templates ask for: whole ones, and beginnings that a word is put behind.
type asking struct{ keys, prefixes map[string]string }

func TestEveryMessageThereIsIsAskedForAndTheOtherWayRound(t *testing.T) {
	asked := asking{map[string]string{}, map[string]string{}}
	for _, folder := range []string{"../site", "../site/print", "../search", "../build"} {
		asked.readFolder(t, folder)
	}
	asked.readTemplates(t)
	known := messagesOf(t, referenceLanguage)
	for key, where := range asked.keys {
		if !known.Has(key) {
			t.Errorf("%s asks for %q, which no file has", where, key)
		}
	}
	for prefix, where := range asked.prefixes {
		if !slices.ContainsFunc(known.Keys(), func(key string) bool { return strings.HasPrefix(key, prefix) }) {
			t.Errorf("%s asks for %q and a word, which no file has", where, prefix)
		}
	}
	for _, key := range known.Keys() {
		if !asked.has(key) {
			t.Errorf("nobody asks for %q", key)
		}
	}
}

func (a *asking) has(key string) bool {
	if a.keys[key] != "" {
		return true
	}
	for prefix := range a.prefixes {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return false
}

// readFolder gathers the keys in a package's source: every text that looks like one of a group that the messages have.
func (a *asking) readFolder(t *testing.T, folder string) {
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no source in %s: %v", folder, err)
	}
	groups := groupsOf(messagesOf(t, referenceLanguage))
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BinaryExpr:
				if prefix := keyIn(n.X, groups); prefix != "" {
					a.prefixes[prefix] = path
					return false
				}
			case *ast.BasicLit:
				if key := keyIn(n, groups); key != "" {
					a.keys[key] = path
				}
			case *ast.CallExpr:
				a.readCall(n, path)
			}
			return true
		})
	}
}

// readCall gathers the names of facts and badges, which package site puts behind their group.
func (a *asking) readCall(call *ast.CallExpr, path string) {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	if name := selector.Sel.Name; len(call.Args) > 0 && (name == "t" || name == "T" || name == "Text" || name == "say" || name == "sayWith") {
		a.readKey(call.Args[0], path)
	}
	group := map[string]string{"add": "fact.", "fact": "fact.", "badge": "badge."}[selector.Sel.Name]
	for _, arg := range call.Args[:min(2, len(call.Args))] {
		if literal, ok := arg.(*ast.BasicLit); ok && literal.Kind == token.STRING && group != "" {
			name, _ := strconv.Unquote(literal.Value)
			a.keys[group+name] = path
			return
		}
	}
}

// readKey reads the key of a call that asks for a text, whatever its group: "nav.home", or "type."+folder.
func (a *asking) readKey(arg ast.Expr, path string) {
	into := a.keys
	for binary, ok := arg.(*ast.BinaryExpr); ok; binary, ok = arg.(*ast.BinaryExpr) {
		arg, into = binary.X, a.prefixes
	}
	if literal, ok := arg.(*ast.BasicLit); ok && literal.Kind == token.STRING {
		key, _ := strconv.Unquote(literal.Value)
		into[key] = path
	}
}

// keyIn returns the text of a literal if it is a key, or the beginning of one.
func keyIn(e ast.Expr, groups []string) string {
	literal, ok := e.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return ""
	}
	text, err := strconv.Unquote(literal.Value)
	group, _, dotted := strings.Cut(text, ".")
	if err != nil || !dotted || !slices.Contains(groups, group) || regexp.MustCompile(`[^a-z0-9_.]|\.(html|json|yaml|js|css)$`).MatchString(text) {
		return ""
	}
	return text
}

func groupsOf(m *locale.Messages) []string {
	var groups []string
	for _, key := range m.Keys() {
		group, _, _ := strings.Cut(key, ".")
		groups = append(groups, group)
	}
	return slices.Compact(groups)
}

func (a *asking) readTemplates(t *testing.T) {
	call := regexp.MustCompile(`\{\{-? ?t "([^"]+)"`)
	for _, folder := range []string{layoutsFolder, partialsFolder} {
		entries, err := themes.Files.ReadDir("default/" + folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			src, err := themes.Files.ReadFile("default/" + folder + "/" + entry.Name())
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range call.FindAllSubmatch(src, -1) {
				a.keys[string(m[1])] = entry.Name()
			}
		}
	}
}

func TestEveryFileOfTheDefaultThemeIsUsed(t *testing.T) {
	th := loaded(t)
	files := map[string]file{}
	for name, f := range th.templates["de"].files {
		f.own = true // so that inspect tells what nobody calls
		files[name] = f
	}
	l := &loader{layers: th.layers, asked: map[string]bool{}}
	l.inspect(th, files)
	for _, f := range l.findings {
		t.Errorf("%s: %s", f.File, f.Message.EN)
	}
}

func TestMessagesAreReadOnceHoweverManyLanguagesFallBackToThem(t *testing.T) {
	l := &loader{layers: loaded(t).layers}
	var first [2][]*locale.Messages
	for i := range first {
		var err error
		if first[i], err = l.parsed("en"); err != nil || len(first[i]) == 0 {
			t.Fatal(first[i], err)
		}
	}
	if first[0][0] != first[1][0] {
		t.Error("they are read for each")
	}
}
