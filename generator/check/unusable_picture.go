package check

import (
	"mappe/generator/catalog"
	"mappe/generator/diag"
)

const (
	codeMissingPicture  = "missing-picture"
	codeNotAPicture     = "not-a-picture"
	codePictureTooLarge = "picture-too-large"
)

// maxPicture is the greatest size of a picture's file in bytes: 10 MB.
const maxPicture = 10 << 20

// unusablePicture finds pictures that are not there, are no pictures, or are over 10 MB. Errors: the page cannot be made with them.
// What is missing is told wherever it is shown, what is wrong with a file once.
func unusablePicture(r *report) {
	looked := map[string]bool{}
	look := func(e catalog.Entry, name string, tell func(problem)) {
		path, found := r.fileOf(e.Base(), name)
		switch {
		case !found:
			tell(problem{diag.Error, codeMissingPicture,
				diag.Textf("Das Bild %s gibt es nicht.", "The picture %s does not exist.", path), otherFile(name, r.filesNear(e.Base()))})
		case !looked[path]:
			looked[path] = true
			if p := r.picture(path); p.code != "" {
				tell(p)
			}
		}
	}
	for _, e := range r.Entries {
		for _, field := range picturesOf(e) {
			look(e, field.value, func(p problem) { r.at(e, field.path, p) })
		}
		for lang := range r.Languages {
			if doc := r.prose.Doc(e.Base(), catalog.Lang(lang)); doc != nil {
				for _, image := range doc.Images {
					look(e, image.File, func(p problem) { r.inBody(e, catalog.Lang(lang), image.Line, image.Column, p) })
				}
			}
		}
	}
}
