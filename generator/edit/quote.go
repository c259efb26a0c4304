package edit

import (
	"strings"

	"gopkg.in/yaml.v3"

	"mappe/generator/yamldoc"
)

// Text writes a text as the value of a field on one line, in quotes only where it would be read as something else without.
func Text(text string) string { return quoted(text, false) }

// quoted is Text, for a place in brackets too, where commas and brackets need quotes as well.
func quoted(text string, inBrackets bool) string {
	if readsAs(text, text, inBrackets) {
		return text
	}
	if in := yamldoc.Quote(text); readsAs(in, text, inBrackets) {
		return in
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(text) + `"`
}

// forBrackets is a value as it is written elsewhere for a place in brackets, where a text may need quotes that it did not.
func forBrackets(value string) string {
	var written struct{ K yaml.Node }
	if yaml.Unmarshal([]byte("k: "+value), &written) != nil || written.K.Tag != "!!str" {
		return value
	}
	return quoted(written.K.Value, true)
}

// readsAs reports whether a value as written holds exactly this text.
func readsAs(written, text string, inBrackets bool) bool {
	line := "k: " + written
	if inBrackets {
		line = "{k: " + written + "}"
	}
	var doc yaml.Node
	if strings.ContainsAny(written, "\r\n") || yaml.Unmarshal([]byte(line), &doc) != nil || len(doc.Content) == 0 {
		return false
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode || len(root.Content) != 2 {
		return false
	}
	value := root.Content[1]
	return value.Kind == yaml.ScalarNode && value.Tag == "!!str" && value.Value == text && value.LineComment == "" && root.Content[0].Value == "k"
}
