package build

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/content"
)

// An edit of a record's words is by far the most common one, and whoever makes it waits for the page. Of all that a site is made from it
// changes one record: no page comes or goes, no list holds anything else. So that record alone is read again and put into the place
// of the one before. What else follows from words is made when a page asks for it, so nothing is left over from before the edit.
// Rules are not run here. Whoever revises a site has to prepare it as a whole too, which finds what is wrong with the new words.

// Revision is an edit of a site's words, read and ready to be applied.
type Revision struct {
	ready  *Ready
	record *catalog.Revision
}

// Revise reads the files that have changed since the site was prepared. It returns nil where they are more than the words of one record.
func (r *Ready) Revise(ctx context.Context, changed []string) *Revision {
	if r.Site == nil || len(changed) == 0 {
		return nil
	}
	key := r.Catalogue.RecordOf(changed[0])
	if key == "" {
		return nil
	}
	for _, file := range changed[1:] {
		if r.Catalogue.RecordOf(file) != key && !r.cameAndWent(file, changed[0]) {
			return nil
		}
	}
	record := r.Catalogue.Reread(ctx, content.Files(r.root), key, r.history.Edited(changed...))
	if record == nil {
		return nil
	}
	return &Revision{r, record}
}

// cameAndWent reports whether a file is what a program wrote beside another one, under a longer name, and then put in its place.
func (r *Ready) cameAndWent(file, place string) bool {
	_, err := fs.Stat(content.Files(r.root), file)
	return strings.HasPrefix(file, place) && errors.Is(err, fs.ErrNotExist)
}

// Apply makes the site the one after the edit. No page may be made meanwhile.
func (v *Revision) Apply() {
	v.record.Apply()
	v.ready.Prose.Forget(v.record.Record())
	v.ready.Site = v.ready.Site.Revised(v.record.Titles)
}
