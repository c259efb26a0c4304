package easygerman

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// TestOurOwnTextsKeepTheRules reads the messages of the theme, and the labels of the vocabularies that the program brings along.
func TestOurOwnTextsKeepTheRules(t *testing.T) {
	files, err := filepath.Glob("../catalog/vocabulary/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no vocabularies: %v", err)
	}
	texts := 0
	for _, file := range append(files, "../../themes/default/messages/de-simple.yaml") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var root yaml.Node
		if err := yaml.Unmarshal(data, &root); err != nil {
			t.Fatal(err)
		}
		inEasyGerman(&root, strings.HasSuffix(file, "de-simple.yaml"), func(n *yaml.Node) {
			texts++
			for _, breach := range Find(n.Value, func(string) bool { return false }) {
				t.Errorf("%s:%d: %s: %s", filepath.Base(file), n.Line, breach.Rule, breach.Passage)
			}
		})
	}
	if texts < 500 {
		t.Errorf("only %d texts were found", texts)
	}
}

// inEasyGerman visits the texts in Leichte Sprache: all of a file of messages, those under the language's code elsewhere. Synonyms are lists,
// and hold undivided words on purpose.
func inEasyGerman(n *yaml.Node, own bool, visit func(*yaml.Node)) {
	switch n.Kind {
	case yaml.DocumentNode:
		inEasyGerman(n.Content[0], own, visit)
	case yaml.SequenceNode:
		for _, item := range n.Content {
			inEasyGerman(item, own, visit)
		}
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			if value.Kind == yaml.ScalarNode && (own || Is(key.Value)) {
				visit(value)
			} else if !Is(key.Value) && key.Value != "words" { // those are searched for
				inEasyGerman(value, own, visit)
			}
		}
	}
}
