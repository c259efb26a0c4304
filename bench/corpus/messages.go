package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"gopkg.in/yaml.v3"

	"mappe/themes"
)

// writeMessages gives the languages that the program has no interface texts in the English ones, in the site's own theme folder.
// Without them every such language would be a warning, and its pages would fall back at every word.
func (c *Corpus) writeMessages(put sink) error {
	for _, code := range c.Languages {
		if _, err := fs.Stat(themes.Files, "default/messages/"+code+".yaml"); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		english, err := fs.ReadFile(themes.Files, "default/messages/en.yaml")
		if err != nil {
			return err
		}
		var texts yaml.Node
		if err := yaml.Unmarshal(english, &texts); err != nil {
			return fmt.Errorf("reading the English interface texts: %w", err)
		}
		addForms(&texts, formsBeyond(code))
		data, err := yaml.Marshal(&texts)
		if err != nil {
			return err
		}
		if err := put("themes/default/messages/"+code+".yaml", data); err != nil {
			return err
		}
	}
	return nil
}

// formsBeyond are the plural forms (CLDR) of a language that English does not have.
func formsBeyond(code string) []string {
	if code == "uk" {
		return []string{"few", "many"}
	}
	return nil
}

// addForms repeats the form "other" of every plural in other forms.
func addForms(n *yaml.Node, forms []string) {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != "other" || n.Content[i+1].Kind != yaml.ScalarNode {
			continue
		}
		for _, form := range forms {
			key := *n.Content[i]
			key.Value = form
			n.Content = append(n.Content, &key, n.Content[i+1])
		}
		return
	}
	for _, inner := range slices.Clone(n.Content) {
		addForms(inner, forms)
	}
}
