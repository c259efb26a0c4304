package catalog

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"mappe/generator/diag"
	"mappe/generator/schema"
)

// FuzzLoad feeds arbitrary bytes as a record, its translation, the settings, a vocabulary, the holidays or the lock, and holds that nothing
// panics, and that there is either something to use or an error that says why not.
func FuzzLoad(f *testing.F) {
	kinds := []string{"content/courses/x.md", "content/courses/x.yaml", "content/courses/x.en.md", "content/site.yaml", "content/vocabulary/levels.yaml",
		"content/timetables/holidays.yaml", "content/translations.lock", "content/transport/x.yaml", "content/pathways/x.yaml", "content/contacts/x.yaml"}
	files := fstest.MapFS{}
	for _, s := range siteCases(f) {
		for name, file := range s.files {
			for i, kind := range kinds {
				if name == kind || strings.HasPrefix(name, kind[:strings.LastIndexByte(kind, '/')+1]) && strings.HasSuffix(name, kind[strings.LastIndexByte(kind, '.'):]) {
					f.Add(uint8(i), file.Data)
				}
			}
		}
	}
	for name, file := range baseFiles(f) {
		files[name] = file
	}
	for _, name := range schema.New().Vocabularies() { // small ones, for speed
		files["content/vocabulary/"+name+".yaml"] = &fstest.MapFile{Data: []byte("- {id: integration, label: A}\n- {id: authority, label: B}\n- {id: a1, label: C}\n")}
	}
	f.Fuzz(func(t *testing.T, kind uint8, src []byte) {
		name := kinds[int(kind)%len(kinds)]
		site := fstest.MapFS{}
		for name, file := range files {
			site[name] = file
		}
		if name == "content/courses/x.en.md" {
			site["content/courses/x.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Kurs\nkind: integration\nprices: [{id: a, amount: 1, note: b}]\n---\nText\n")}
		}
		site[name] = &fstest.MapFile{Data: src}
		c, findings, err := Load(context.Background(), site, Options{Jobs: 1})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			if f.Line < 1 || f.Column < 1 || f.File == "" || f.Message.DE == "" || f.Message.EN == "" {
				t.Errorf("finding %+v", f)
			}
		}
		errors := diag.CountOf(findings).Errors
		if c == nil {
			if errors == 0 || name != "content/site.yaml" {
				t.Errorf("no catalogue, and no word why: %s", told(findings))
			}
			return
		}
		if folder, _, isRecord := strings.Cut(strings.TrimPrefix(name, "content/"), "/x."); isRecord && c.Find(folder, "x") == nil && errors == 0 {
			t.Error("no record, and no word why")
		}
		for _, entry := range c.Entries {
			for lang := range c.Languages {
				c.TextsOf(entry, Lang(lang))
			}
		}
		dump(c, func(*Record) bool { return true })
	})
}

func FuzzParseLock(f *testing.F) {
	f.Add([]byte("courses/a en 000000000000\n"))
	f.Add([]byte("\ufeffcourses/a en 000000000000\r\ncourses/a en 000000000001\n<<<<\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		lock, findings := ParseLock("lock", src)
		again, none := ParseLock("lock", lock.Bytes())
		if len(none) > 0 || string(again.Bytes()) != string(lock.Bytes()) {
			t.Errorf("%q is written as %q, which is read otherwise: %v", src, lock.Bytes(), none)
		}
		for _, finding := range findings {
			if finding.Line < 1 {
				t.Errorf("finding %+v", finding)
			}
		}
	})
}
