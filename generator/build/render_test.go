package build

import (
	"testing"

	"mappe/generator/catalog"
	"mappe/generator/output"
)

// TestTextsAreLetGoOfWithTheLastPage writes a site: afterwards no text is there any more that only pages have shown.
func TestTextsAreLetGoOfWithTheLastPage(t *testing.T) {
	o := smallSite(t)
	ready, err := Prepare(t.Context(), o)
	checker{t}.Check(err)
	defer ready.Close()
	there := func() (texts int) {
		for _, entry := range ready.Catalogue.Entries {
			for lang := range ready.Catalogue.Languages {
				if ready.Prose.Doc(entry.Base(), catalog.Lang(lang)) != nil {
					texts++
				}
			}
		}
		return texts
	}
	if there() == 0 {
		t.Fatal("the site has no long text")
	}
	folder, err := output.Open(o.Output, output.Options{})
	checker{t}.Check(err)
	defer folder.Abort()
	ready.Prose.Settle()
	checker{t}.Check(ready.write(t.Context(), folder))
	if left := there(); left > 0 {
		t.Errorf("%d texts are left", left)
	}
}
