package site

import (
	"html/template"
	"path"
	"reflect"
	"strings"
	"testing"
)

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	s := planned(t, manyCourses(perPage+1)+"-- content/support/alt.yaml --\n{title: Alt, kind: mentoring, status: archived, former_ids: [uralt], related: [support/cafe]}\n")
	anchors := map[string]map[string]bool{}
	for _, p := range s.Pages() {
		anchors[p.Path] = idsIn(s.Model(p))
	}
	for _, p := range s.Pages() {
		eachHref(reflect.ValueOf(s.Model(p)), func(href string) {
			target, anchor, _ := strings.Cut(href, "#")
			switch {
			case strings.Contains(target, ":"):
				return // out of the site, a telephone number or a letter
			case strings.HasPrefix(target, "/angebote/"):
				target = strings.TrimPrefix(target, "/angebote/")
			case target == "":
				target = p.Path
			default:
				target = path.Join(path.Dir(p.Path), target)
			}
			if _, found := s.Find(target); !found {
				t.Errorf("%s leads to %s, which is not there", p.Path, href)
			}
			if anchor != "" && !anchors[target][anchor] {
				t.Errorf("%s leads to %s, where there is no %s", p.Path, href, anchor)
			}
		})
	}
}

// eachHref visits every link of a model.
func eachHref(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			eachHref(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachHref(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				continue
			}
			if href, ok := v.Field(i).Interface().(template.URL); ok && href != "" {
				visit(string(href))
				continue
			}
			eachHref(v.Field(i), visit)
		}
	}
}

// idsIn are the anchors of a page.
func idsIn(model any) map[string]bool {
	ids := map[string]bool{}
	var sections []Section
	switch m := model.(type) {
	case *SectionsPage:
		sections = m.Sections
	case *RecordPage:
		sections = m.Sections
	}
	for _, section := range sections {
		ids[section.ID] = true
		for _, group := range section.Groups {
			ids[group.ID] = true
		}
	}
	return ids
}
