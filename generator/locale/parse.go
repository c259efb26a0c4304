package locale

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"mappe/generator/diag"
)

// The limits of a message file, those of every file of the content.
const (
	maximumMessageBytes = 256 << 10
	maximumMessageDepth = 16
)

// InvalidMessages is the error of ParseMessages: everything that is wrong with a file, in the order of its lines. The findings
// name no file, which only the caller knows.
type InvalidMessages struct {
	Findings []diag.Finding
}

// Error tells the first finding in English.
func (e *InvalidMessages) Error() string {
	first := e.Findings[0]
	text := fmt.Sprintf("line %d: %s", first.Line, first.Message.EN)
	if more := len(e.Findings) - 1; more > 0 {
		text += fmt.Sprintf(" (and %d more)", more)
	}
	return text
}

// ParseMessages reads a message file of a language. A file is a map of keys to texts; maps within it give keys with dots. A text may hold
// placeholders, {name}; {{ and }} are braces. A map of CLDR's plural categories is one message with several forms. The error is an
// *InvalidMessages; the messages that could be read are returned beside it.
func ParseMessages(code string, src []byte) (*Messages, error) {
	p := &messageParser{messages: &Messages{locale: New(code), texts: map[string]*message{}}}
	p.parse(src)
	if len(p.findings) > 0 {
		return p.messages, &InvalidMessages{Findings: diag.Sort(p.findings)}
	}
	return p.messages, nil
}

type messageParser struct {
	messages *Messages
	findings []diag.Finding
}

func (p *messageParser) parse(src []byte) {
	start := &yaml.Node{Line: 1, Column: 1}
	switch {
	case len(src) > maximumMessageBytes:
		p.report(start, "message-file", diag.Textf("Die Datei ist größer als %d KiB.", "the file is larger than %d KiB", maximumMessageBytes>>10))
		return
	case !utf8.Valid(src):
		p.report(start, "message-file", diag.Textf("Die Datei ist nicht in UTF-8 gespeichert.", "the file is not saved as UTF-8"))
		return
	}
	root, err := parseYAML(src)
	if err != nil {
		line, problem := yamlProblem(err)
		p.report(&yaml.Node{Line: line, Column: 1}, "message-file", diag.Textf("Die Datei lässt sich nicht lesen: %s.", "the file cannot be read: %s", problem))
		return
	}
	if root != nil {
		p.group("", root, 1)
	}
}

// parseYAML returns the file's root, nil if it is empty. The library panics on some inputs.
func parseYAML(src []byte) (root *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, fmt.Errorf("parsing YAML: %v", r)
		}
	}()
	decoder := yaml.NewDecoder(strings.NewReader(string(src)))
	var document, second yaml.Node
	if err := decoder.Decode(&document); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		return nil, err
	}
	if decoder.Decode(&second) == nil {
		return nil, fmt.Errorf("yaml: line %d: a second document", second.Line)
	}
	return document.Content[0], nil
}

// yamlProblem takes the line out of the library's error text, "yaml: line 3: did not find …".
func yamlProblem(err error) (line int, problem string) {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(text, "line "); ok {
		number, rest, _ := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(number); err == nil {
			return n, rest
		}
	}
	return 1, text
}

// group reads a map of keys below a prefix.
func (p *messageParser) group(prefix string, node *yaml.Node, depth int) {
	if !p.isPlain(node) {
		return
	}
	if node.Kind != yaml.MappingNode {
		p.report(node, "message-text", diag.Textf("Hier muss eine Liste von Schlüsseln und Texten stehen.", "there must be keys and texts here"))
		return
	}
	if depth > maximumMessageDepth {
		p.report(node, "message-file", diag.Textf("Die Schlüssel sind zu tief verschachtelt.", "the keys are nested too deeply"))
		return
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if p.isPlain(key) && p.isKey(key) {
			p.entry(prefix+key.Value, key, value, depth)
		}
	}
}

// entry reads what stands behind one key.
func (p *messageParser) entry(name string, key, value *yaml.Node, depth int) {
	if value.Kind == yaml.MappingNode && !isPluralMap(value) {
		p.group(name+".", value, depth+1)
		return
	}
	if p.messages.texts[name] != nil {
		p.report(key, "duplicate-key", diag.Textf("„%s“ steht zweimal in der Datei.", "%q stands twice in the file", name))
		return
	}
	msg := &message{line: key.Line, column: key.Column}
	if value.Kind == yaml.MappingNode {
		msg.plural = true
		p.forms(msg, name, value)
	} else {
		msg.forms[Other] = p.text(name, value)
	}
	if msg.form(Other) != nil {
		p.messages.texts[name] = msg
	}
}

// isPluralMap reports whether a map holds the forms of one message: a single category's name makes it one, so that a mistyped form
// beside it is told instead of becoming a key.
func isPluralMap(node *yaml.Node) bool {
	for i := 0; i+1 < len(node.Content); i += 2 {
		if _, ok := categoryOf(node.Content[i].Value); ok {
			return true
		}
	}
	return false
}

// forms reads the plural forms of a message.
func (p *messageParser) forms(msg *message, name string, node *yaml.Node) {
	if !p.isPlain(node) {
		return
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		category, ok := categoryOf(key.Value)
		switch {
		case !p.isPlain(key):
		case !ok:
			p.report(key, "plural-form", diag.Textf("„%s“ in „%s“ ist keine Mehrzahlform (zero, one, two, few, many, other).", "%q in %q is no plural form (zero, one, two, few, many, other)", key.Value, name))
		case msg.forms[category] != nil:
			p.report(key, "duplicate-key", diag.Textf("„%s“ steht zweimal in „%s“.", "%q stands twice in %q", key.Value, name))
		default:
			msg.forms[category] = p.text(name, value)
		}
	}
}

// text reads one text, nil if it is none.
func (p *messageParser) text(name string, node *yaml.Node) template {
	if !p.isPlain(node) {
		return nil
	}
	if node.Kind != yaml.ScalarNode || node.ShortTag() == "!!null" {
		p.report(node, "message-text", diag.Textf("„%s“ hat keinen Text.", "%q has no text", name))
		return nil
	}
	t, ok := parseTemplate(node.Value)
	if !ok {
		p.report(node, "message-text", diag.Textf("In „%s“ passt eine geschweifte Klammer nicht; Platzhalter heißen {name}, eine Klammer selbst schreibt man doppelt.",
			"a brace in %q does not fit; placeholders are written {name}, a brace itself is written twice", name))
		return nil
	}
	return t
}

// isKey reports, and tells, whether a node is a key: words with dots between them.
func (p *messageParser) isKey(node *yaml.Node) bool {
	if node.Kind == yaml.ScalarNode && node.Value != "" && !strings.HasPrefix(node.Value, ".") && !strings.HasSuffix(node.Value, ".") && !strings.Contains(node.Value, "..") {
		return true
	}
	p.report(node, "message-text", diag.Textf("„%s“ ist kein Schlüssel.", "%q is no key", node.Value))
	return false
}

// isPlain reports, and tells, whether a node does without YAML's anchors, aliases, merge keys and tags.
func (p *messageParser) isPlain(node *yaml.Node) bool {
	if node.Kind != yaml.AliasNode && node.Anchor == "" && node.Style&yaml.TaggedStyle == 0 && node.Tag != "!!merge" {
		return true
	}
	p.report(node, "message-file", diag.Textf("Anker, Verweise und Typangaben (& * << !) sind nicht vorgesehen; Texte damit brauchen Anführungszeichen.",
		"anchors, aliases and tags (& * << !) are not used here; a text with them needs quotes"))
	return false
}

func (p *messageParser) report(node *yaml.Node, code string, message diag.Text) {
	p.findings = append(p.findings, diag.Finding{Line: max(1, node.Line), Column: max(1, node.Column), Severity: diag.Error, Code: code, Message: message})
}

// parseTemplate cuts a text at its placeholders, once for all later calls. It reports false if a brace stands alone or a name is none.
func parseTemplate(s string) (template, bool) {
	t := template{}
	var text strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] != '{' && s[i] != '}':
			text.WriteByte(s[i])
		case i+1 < len(s) && s[i+1] == s[i]:
			text.WriteByte(s[i])
			i++
		default:
			end := strings.IndexByte(s[i:], '}')
			if s[i] == '}' || end < 0 || !isPlaceholder(s[i+1:i+end]) {
				return nil, false
			}
			if text.Len() > 0 {
				t = append(t, segment{text: text.String()})
				text.Reset()
			}
			t = append(t, segment{name: s[i+1 : i+end]})
			i += end
		}
	}
	if text.Len() > 0 || len(t) == 0 {
		t = append(t, segment{text: text.String()})
	}
	return t, true
}

// isPlaceholder reports whether a name is one word of letters, digits and underscores.
func isPlaceholder(name string) bool {
	for i := range len(name) {
		if c := name[i]; !isLetter(c) && c != '_' && (c < '0' || c > '9') {
			return false
		}
	}
	return name != ""
}
