package edit_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/generator/catalog"
	"mappe/generator/diag"
	"mappe/generator/edit"
	"mappe/generator/schema"
)

// TestTheCatalogueIsTheSameAfterFormatting decodes the sample county before and after formatting.
func TestTheCatalogueIsTheSameAfterFormatting(t *testing.T) {
	source := os.DirFS("../..")
	before, after := fstest.MapFS{}, fstest.MapFS{}
	table := schema.New()
	err := fs.WalkDir(source, "content", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		src, err := fs.ReadFile(source, path)
		if err != nil {
			return err
		}
		before[path], after[path] = &fstest.MapFile{Data: src}, &fstest.MapFile{Data: src}
		if shape, ok := edit.ShapeOf(table, path); ok {
			after[path] = &fstest.MapFile{Data: edit.Format(path, []byte(upsideDown(string(src))), shape).Src}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want, got := decoded(t, before), decoded(t, after)
	for key, text := range want {
		if got[key] != text {
			t.Errorf("%s is\n%s\nand not\n%s", key, got[key], text)
		}
	}
	if len(got) != len(want) || len(want) == 0 {
		t.Errorf("%d records, not %d", len(got), len(want))
	}
}

// upsideDown reverses the fields of a Markdown file, each with the indented lines below it.
func upsideDown(src string) string {
	front, body, found := strings.Cut(strings.TrimPrefix(src, "---\n"), "\n---\n")
	if !found || !strings.HasPrefix(src, "---\n") || strings.Contains(front, "\n#") {
		return src
	}
	var blocks []string
	for line := range strings.SplitSeq(front, "\n") {
		if len(blocks) > 0 && (line == "" || line[0] == ' ' || line[0] == '-') {
			blocks[len(blocks)-1] += "\n" + line
		} else {
			blocks = append(blocks, line)
		}
	}
	slices.Reverse(blocks)
	return "---\n" + strings.Join(blocks, "\n") + "\n---\n" + body
}

func decoded(t *testing.T, source fs.FS) map[string]string {
	c, findings, err := catalog.Load(context.Background(), source, catalog.Options{})
	if err != nil || c == nil {
		t.Fatalf("%v %v", err, findings)
	}
	all := map[string]string{}
	for _, e := range c.Entries {
		var out strings.Builder
		write(&out, reflect.ValueOf(e).Elem())
		all[e.Base().Key()] = fmt.Sprint(c.TextHash(e), diag.CountOf(findings), out.String())
	}
	return all
}

// write tells a record's values without the places they stand at, and of what it refers to, the id alone.
func write(out *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if term, ok := v.Interface().(*catalog.Term); ok {
			out.WriteString(term.String())
		} else if !v.IsNil() {
			write(out, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			out.WriteString("[")
			write(out, v.Index(i))
			out.WriteString("]")
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			switch field.Name {
			case "To", "Type", "Files", "offer":
			default:
				if field.IsExported() {
					out.WriteString(field.Name + ":")
					write(out, v.Field(i))
					out.WriteString(" ")
				}
			}
		}
		fmt.Fprintf(out, "%v", texts(v))
	default:
		fmt.Fprint(out, v.Interface())
	}
}

// texts are the words that a text holds in all languages.
func texts(v reflect.Value) []string {
	var all []string
	for lang := range catalog.Lang(12) {
		switch t := v.Interface().(type) {
		case catalog.Text:
			all = append(all, t.In(lang))
		case catalog.Texts:
			all = append(all, t.In(lang)...)
		}
	}
	return all
}
