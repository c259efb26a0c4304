package site

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"mappe/generator/catalog"
	"mappe/generator/prose"
)

// TestEveryPageOfSitesWithEveryFieldCanBeMade makes all pages of sites in which every field of every type occurs, and of those whose records
// hold little or wrong things, as `serve` may meet them.
func TestEveryPageOfSitesWithEveryFieldCanBeMade(t *testing.T) {
	for _, name := range []string{"every-field", "wrong-values", "translations"} {
		t.Run(name, func(t *testing.T) {
			s := everyField(t, name)
			for _, p := range s.Pages() {
				if s.Model(p) == nil {
					t.Errorf("%s has no model", p.Path)
				}
			}
		})
	}
}

// everyField plans one of the sites that hold every field.
func everyField(t *testing.T, name string) *Site {
	t.Helper()
	source := fstest.MapFS{}
	for _, file := range []string{"base", name} {
		archive, err := txtar.ParseFile("../catalog/testdata/" + file + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			source[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	c, _, err := catalog.Load(context.Background(), source, catalog.Options{})
	if err != nil || c == nil {
		t.Fatalf("the site cannot be read: %v", err)
	}
	s, err := New(context.Background(), Input{
		Catalogue: c, Prose: prose.New(c, nil), Today: today, BaseURL: c.Settings.BaseURL, Drafts: true, Messages: messagesFor(t, c.Languages),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
