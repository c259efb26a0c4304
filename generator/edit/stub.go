package edit

import (
	"bytes"
	"path"

	"mappe/generator/schema"
	"mappe/generator/yamldoc"
)

// IsStub reports whether a translation holds no text and nothing else that a person may have meant: no remark, and no fact but the
// original's. Editors on the web leave such files behind.
func IsStub(file string, src, original []byte, shape Shape) bool {
	if isBlank(bytes.TrimPrefix(src, []byte(byteOrderMark))) {
		return true
	}
	if path.Ext(file) == ".md" {
		parts, findings := yamldoc.SplitFrontMatter(file, src)
		if len(findings) > 0 || !isBlank(parts.Body) {
			return false
		}
		if isBlank(parts.Front) {
			return true
		}
	}
	translation, _ := Open(file, src, shape)
	if translation == nil || len(translation.remarks) > 0 {
		return false
	}
	of, _ := Open(file, original, shape)
	return of != nil && translation.addsNothing(translation.root, of.root, shape.fields)
}

// addsNothing reports whether a group of a translation has only facts that the original's has, too.
func (f *File) addsNothing(group, original *node, fields []schema.Field) bool {
	for _, e := range group.entries() {
		field := fieldOf(fields, e.key.Value)
		other, found := original.find(e.key.Value)
		switch {
		case e.value.isNull() || e.key.Value == "machine":
		case field == nil:
			return false
		case field.Kind.Translatable():
			if firstWords(e.value) != "" {
				return false
			}
		case !found || !f.repeats(e, other, fields):
			return false
		}
	}
	return true
}

// repeats reports whether a fact or a group is the original's. Items may be fewer: only those that had a text to translate.
func (f *File) repeats(e, original entry, fields []schema.Field) bool {
	inner := f.shape.inner(fieldOf(fields, e.key.Value))
	switch {
	case inner == nil || e.value.Kind != original.value.Kind:
		return f.shape.sameValue(e, original, fields)
	case e.value.isMap():
		return f.addsNothing(e.value, original.value, inner)
	case e.value.items() == nil:
		return f.shape.sameValue(e, original, fields)
	}
	for _, item := range e.value.items() {
		id, found := item.find("id")
		if !found {
			return false
		}
		of := itemNamed(original.value, id.value.Value)
		if of == nil || !f.addsNothing(item, of, inner) {
			return false
		}
	}
	return true
}
