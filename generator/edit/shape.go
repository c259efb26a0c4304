package edit

import (
	"path"
	"strings"

	"mappe/generator/content"
	"mappe/generator/schema"
)

// Shape says which fields a file may hold, in their canonical order.
type Shape struct {
	table  *schema.Table
	fields []schema.Field
	// Translation says that the file holds texts only, in another language than the original's.
	Translation bool
	// list says that the file is a list of groups of these fields.
	list bool
}

// ShapeOf returns the shape of a file by its path below the source folder, with slashes. It reports false for files whose fields
// are not in the table.
func ShapeOf(table *schema.Table, file string) (Shape, bool) {
	parts := strings.Split(file, "/")
	if len(parts) < 2 || parts[0] != content.Root {
		return Shape{}, false
	}
	switch ext := path.Ext(file); {
	case len(parts) == 2 && parts[1] == "site.yaml":
		return Shape{table: table, fields: table.Site}, true
	case len(parts) == 3 && parts[1] == "vocabulary":
		return Shape{table: table, fields: table.TermEntry, list: true}, true
	case len(parts) == 3 && parts[1] == "timetables" && parts[2] == "holidays.yaml":
		return Shape{table: table, fields: table.Holidays}, true
	case ext != ".md" && ext != ".yaml" && ext != ".yml":
		return Shape{}, false
	}
	rt := table.Type(parts[1])
	if rt == nil || len(parts) < 3 {
		return Shape{}, false
	}
	return Shape{table: table, fields: table.FieldsOf(rt)}, true
}

// field returns the row of a key, nil where there is none.
func fieldOf(fields []schema.Field, key string) *schema.Field {
	for i := range fields {
		if fields[i].Key == key {
			return &fields[i]
		}
	}
	return nil
}

// inner returns the fields inside a field that has some.
func (s Shape) inner(f *schema.Field) []schema.Field {
	if f == nil || !f.Kind.Nested() {
		return nil
	}
	return s.table.Group(f.Of).Fields
}

// walk visits every group of known fields, the outer before the inner, with its depth and its rows of the table.
func (f *File) walk(visit func(group *node, fields []schema.Field, depth int)) {
	if !f.shape.list {
		f.walkGroup(f.root, f.shape.fields, 0, visit)
		return
	}
	for _, item := range f.root.content {
		f.walkGroup(item, f.shape.fields, 0, visit)
	}
}

func (f *File) walkGroup(n *node, fields []schema.Field, depth int, visit func(*node, []schema.Field, int)) {
	if !n.isMap() {
		return
	}
	visit(n, fields, depth)
	for _, e := range n.entries() {
		inner := f.shape.inner(fieldOf(fields, e.key.Value))
		if inner == nil {
			continue
		}
		if e.value.isMap() {
			f.walkGroup(e.value, inner, depth+1, visit)
		}
		for _, item := range e.value.items() {
			f.walkGroup(item, inner, depth+1, visit)
		}
	}
}
