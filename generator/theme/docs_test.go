package theme

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestThePageForThemeAuthorsTellsEverything(t *testing.T) {
	src, err := os.ReadFile("../../docs/themes.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(src)
	var wanted []string
	for _, name := range Kinds() {
		wanted = append(wanted, "`"+name+"`")
	}
	for _, name := range allowed() {
		if !strings.Contains(page, "{{"+name+" ") { // the theme's own are shown as they are used
			wanted = append(wanted, "`"+name+"`")
		}
	}
	for name := range loaded(t).templates["de"].files {
		if !strings.HasPrefix(name, layoutsFolder+"/") {
			wanted = append(wanted, "`"+name+"`")
		}
	}
	models := german().models(nil)
	for _, kind := range Kinds() {
		wanted = append(wanted, fieldsOf(reflect.TypeOf(models[kind]), map[reflect.Type]bool{})...)
	}
	slices.Sort(wanted)
	for _, name := range slices.Compact(wanted) {
		if !strings.Contains(page, name) {
			t.Errorf("docs/themes.md does not tell of %s", name)
		}
	}
}

// fieldsOf returns the fields of a model and of all that lies in it, as the page writes them.
func fieldsOf(t reflect.Type, seen map[reflect.Type]bool) []string {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return fieldsOf(t.Elem(), seen)
	case reflect.Struct:
	default:
		return nil
	}
	if seen[t] {
		return nil
	}
	seen[t] = true
	var names []string
	for i := range t.NumField() {
		field := t.Field(i)
		if !field.IsExported() {
			continue
		}
		if !field.Anonymous {
			names = append(names, "`."+field.Name+"`")
		}
		names = append(names, fieldsOf(t.Field(i).Type, seen)...)
	}
	return names
}
