package content

import (
	"strings"
	"testing"
)

func TestValidID(t *testing.T) {
	for id, want := range map[string]bool{
		"a": true, "deutsch-a1": true, "2027": true, "page-a": true, "page-": false, "page": true, "page-2b": true, "index-1": true, "finder": true,
		strings.Repeat("a", 60): true, strings.Repeat("a", 61): false,
		"": false, "A": false, "größe": false, "a b": false, "a_b": false, "a.b": false, "-a": false, "a-": false, "a--b": false, "a/b": false, "..": false,
		"index": false, "find": false, "by": false, "page-2": false, "page-10": false, "a\n": false,
	} {
		if ValidID(id) != want {
			t.Errorf("ValidID(%q) is %v", id, !want)
		}
	}
}

func TestSuggestID(t *testing.T) {
	for written, want := range map[string]string{
		"Größe & Ärger":         "groesse-aerger",
		"Gro\u0308ße":           "groesse",
		"Deutsch A1.2 (abends)": "deutsch-a1-2-abends",
		"Café Français":         "cafe-francais",
		"  -- Kurs __ 1 -- ":    "kurs-1",
		"deutsch-a1":            "deutsch-a1",
		"index":                 "index-1",
		"Page 3":                "page-3-1",
		"مرحبا":                 "",
		"":                      "",
	} {
		if got := SuggestID(written); got != want {
			t.Errorf("SuggestID(%q) = %q, want %q", written, got, want)
		}
	}
}

func FuzzFileNames(f *testing.F) {
	for _, seed := range []string{"index.ar.md", "kurs.yaml", "index.yml", "Größe.md", ".md", "a..md", "page-1.de.md", "README.md", "index.md.txt", "\xff.md"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		stem, lang, isText := textFile(name)
		if isText && (strings.Contains(stem, ".") || !strings.HasPrefix(name, stem) || lang != "" && !strings.Contains(name, "."+lang+".")) {
			t.Errorf("textFile(%q) = %q, %q", name, stem, lang)
		}
		if better, almost := almostText(name); almost {
			if _, _, ok := textFile(better); !ok || isText {
				t.Errorf("%q is told to be called %q, which is no text either", name, better)
			}
		}
		if id := SuggestID(name); id != "" && !ValidID(id) {
			t.Errorf("SuggestID(%q) = %q, which is no id", name, id)
		}
		if ValidID(name) && SuggestID(name) != name {
			t.Errorf("the id %q is told to be called %q", name, SuggestID(name))
		}
		if !strings.Contains(name, "/") && name != "" && name != "." && name != ".." {
			tree, findings, err := Scan(files("content/courses/"+name), folders(), vocabularies())
			if err != nil || len(tree.Records) == 0 && len(findings) == 0 && !ignored(name) {
				t.Errorf("%q is neither a record nor a finding: %v", name, err)
			}
			for _, r := range tree.Records {
				if !r.Broken && !ValidID(r.ID) {
					t.Errorf("%q became the record %q", name, r.ID)
				}
			}
		}
	})
}
