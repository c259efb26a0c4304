package catalog

import (
	"context"
	"io/fs"
	"reflect"
	"strings"

	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/githistory"
)

// Revision is a record read anew after an edit of its words, ready to take the place of the one in the catalogue.
type Revision struct {
	before, after Entry
	// Titles says that what the record is called has changed, and with it the order of lists.
	Titles bool
}

// Record returns the record as it is in the catalogue.
func (r *Revision) Record() *Record { return r.before.Base() }

// Reread reads one record's files again. It returns nil where more may have changed than the record's own words: where a fact differs or
// a title has come or gone, where the files have errors, or where other records hold a part of it. Then the whole has to be
// loaded. Nothing changes until the revision is applied.
func (c *Catalogue) Reread(ctx context.Context, source fs.FS, key string, history *githistory.History) *Revision {
	folder, id, _ := strings.Cut(key, "/")
	before := c.Find(folder, id)
	if before == nil {
		return nil
	}
	switch before.(type) {
	case *Place, *Venue, *Glossary: // their words stand in other records, on maps, or are explained in texts
		return nil
	}
	l := &loader{Options: Options{History: history}, tree: c.Tree, plans: c.plans, languages: c.Languages, defaultLang: c.Default, vocabularies: c.Vocabularies}
	base := before.Base()
	for i := range c.Tree.Records {
		files := c.Tree.Records[i]
		if files.ID != base.ID || files.Folder != base.Folder() {
			continue
		}
		tree := *c.Tree
		tree.FS = source
		l.tree = &tree
		read, err := l.record(&content.Reader{FS: source}, newRoom(len(l.languages)), &files)
		if err != nil || read.entry == nil || diag.CountOf(read.findings).Errors > 0 {
			return nil
		}
		return c.revise(ctx, l, before, read)
	}
	return nil
}

func (c *Catalogue) revise(ctx context.Context, l *loader, before Entry, read result) *Revision {
	for _, p := range read.waiting.references {
		to := c.Find(p.folder, p.id)
		if to == nil {
			return nil
		}
		p.to.bind(to)
	}
	fillVenuesOf(read.entry)
	read.entry.Base().Number = before.Base().Number
	if !sameFacts(reflect.ValueOf(before).Elem(), reflect.ValueOf(read.entry).Elem()) {
		return nil
	}
	r := &Revision{before: before, after: read.entry}
	for i := range c.Languages {
		was, is := before.Base().Title.In(Lang(i)), read.entry.Base().Title.In(Lang(i))
		if (was == "") != (is == "") || (before.Base().File(Lang(i)) == nil) != (read.entry.Base().File(Lang(i)) == nil) {
			return nil
		}
		r.Titles = r.Titles || was != is
	}
	if l.assessAll(ctx, c, []Entry{read.entry}) != nil {
		return nil
	}
	return r
}

// Apply puts the record read anew into the place of the one before, which everybody's references lead to. Nobody may be looking at the
// catalogue meanwhile.
func (r *Revision) Apply() {
	base := r.before.Base()
	offer := base.offer
	reflect.ValueOf(r.before).Elem().Set(reflect.ValueOf(r.after).Elem())
	base.offer = offer
}

// sameFacts reports whether two records of a type differ in their words at most, and in where these stand.
func sameFacts(a, b reflect.Value) bool {
	switch a.Interface().(type) {
	case Text, Texts, []*File, []TranslationState:
		return true
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if a.Type().Field(i).IsExported() && !sameFacts(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return sameHidden(a, b)
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !sameFacts(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() || a.Pointer() == b.Pointer() {
			return a.Pointer() == b.Pointer()
		}
		if _, isTerm := a.Interface().(*Term); isTerm || a.Type().Implements(reflect.TypeFor[Entry]()) {
			return false
		}
		return sameFacts(a.Elem(), b.Elem())
	case reflect.Interface: // another record
		return a.Interface() == b.Interface()
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// sameHidden compares structs that keep what they say to themselves. What a record keeps follows from the rest.
func sameHidden(a, b reflect.Value) bool {
	if a.NumField() == 0 || a.Type() == reflect.TypeFor[Record]() {
		return true
	}
	for i := range a.NumField() {
		if a.Type().Field(i).IsExported() {
			return true
		}
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}
