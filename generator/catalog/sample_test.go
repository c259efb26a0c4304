package catalog

import (
	"os"
	"slices"
	"testing"
)

// TestTheSampleIsInElevenLanguages: what does not belong to a single offer is there whole, titles and summaries of all records in Ukrainian,
// and enough records in every other language to see what a translated and what a fallen back one looks like.
func TestTheSampleIsInElevenLanguages(t *testing.T) {
	c, _, err := Load(t.Context(), os.DirFS("../.."), Options{})
	if err != nil || c == nil {
		t.Fatal(err)
	}
	if len(c.Languages) != 11 {
		t.Errorf("%d languages", len(c.Languages))
	}
	general := []string{"pages", "pathways", "glossary", "notices"}
	for i, language := range c.Languages {
		lang, records := Lang(i), 0
		for _, e := range c.Entries {
			r := e.Base()
			named := r.Title.In(lang) != "" && (r.Summary.IsZero() || r.Summary.In(lang) != "")
			switch {
			case slices.Contains(general, r.Folder()):
				if !named || !r.Body.IsZero() && r.Body.In(lang) == "" {
					t.Errorf("%s is not whole in %s", r.Key(), language.Code)
				}
			case named:
				records++
			case language.Code == "uk":
				t.Errorf("%s has no title or summary in %s", r.Key(), language.Code)
			}
		}
		if records < 15 {
			t.Errorf("%d records have a title and a summary in %s", records, language.Code)
		}
		t.Logf("%s: %d records with title and summary beside %v", language.Code, records, general)
	}
}
