package check

import (
	"path"
	"strings"

	"mappe/generator/catalog"
	"mappe/generator/content"
	"mappe/generator/diag"
	"mappe/generator/markdown"
)

const codeUnusedMedia = "unused-media"

// unusedMedia finds files in media/ and beside records that nothing shows or links to. Tidiness, so an info.
func unusedMedia(r *report) {
	used := r.usedFiles()
	tell := func(file string, e catalog.Entry) {
		if used[file] {
			return
		}
		p := problem{diag.Info, codeUnusedMedia,
			diag.Textf("Die Datei %s wird nirgends gezeigt oder verlinkt.", "The file %s is shown and linked to nowhere.", file),
			diag.Textf("Verlinken Sie sie, oder löschen Sie sie.", "Link to it, or delete it.")}
		if e != nil {
			p = named(e, p)
		}
		r.place(file, top(), p)
	}
	for _, file := range r.Tree.Media {
		tell(file, nil)
	}
	for _, e := range r.Entries {
		record := e.Base()
		for _, name := range record.Attachments {
			tell(path.Join(content.Root, record.Folder(), record.ID, name), e)
		}
	}
}

// usedFiles are the paths of all files that texts, records and site.yaml name.
func (r *report) usedFiles() map[string]bool {
	used := map[string]bool{}
	for _, e := range r.Entries {
		record := e.Base()
		add := func(name string) {
			file, _ := r.fileOf(record, name)
			used[file] = true
		}
		for _, picture := range picturesOf(e) {
			add(picture.value)
		}
		for lang := range r.Languages {
			if doc := r.prose.Doc(record, catalog.Lang(lang)); doc != nil {
				for _, link := range doc.Links {
					if link.Kind == markdown.File {
						add(link.Target)
					}
				}
				for _, image := range doc.Images {
					add(image.File)
				}
			}
		}
	}
	for _, option := range r.Settings.ThemeOptions {
		used[path.Join(content.Root, option.Value)] = true
	}
	used[path.Join(content.Root, strings.TrimPrefix(r.Settings.Outlines, content.Root+"/"))] = true
	return used
}
