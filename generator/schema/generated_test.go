package schema

import (
	"bytes"
	"go/format"
	"os"
	"regexp"
	"slices"
	"testing"
)

func TestGeneratedFilesFollowTheTable(t *testing.T) {
	structs, err := format.Source(Structs(New()))
	if err != nil {
		t.Fatalf("the record structs are no Go: %v", err)
	}
	for path, want := range map[string][]byte{
		"../catalog/records.gen.go": structs,
		"../../docs/fields.md":      Reference(New()),
	} {
		got, err := os.ReadFile(path)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the field table gives: run go generate ./generator/schema", path)
		}
	}
}

func TestLinksInTheReferenceLeadToHeadings(t *testing.T) {
	page := Reference(New())
	headings := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^#+ (.+)$`).FindAllSubmatch(page, -1) {
		a := anchor(string(m[1]))
		if headings[a] {
			t.Errorf("two headings share the address #%s", a)
		}
		headings[a] = true
	}
	for _, m := range regexp.MustCompile(`\]\(#([^)]*)\)`).FindAllSubmatch(page, -1) {
		if !headings[string(m[1])] {
			t.Errorf("a link leads to #%s, which is no heading", m[1])
		}
	}
}

func TestTheReferenceHoldsEveryFieldInPlainWords(t *testing.T) {
	table := New()
	page := Reference(table)
	for name, fields := range fieldLists(table) {
		for _, f := range fields {
			words := kindWords(table, f)
			if words == "" {
				t.Errorf("%s.%s: no words for its kind", name, f.Key)
			}
			row := []byte("| `" + f.Key + "` | " + words + " |")
			if !bytes.Contains(page, row) {
				t.Errorf("%s.%s has no row %s", name, f.Key, row)
			}
		}
	}
	columns := regexp.MustCompile(`(?m)^\| .*$`).FindAll(page, -1)
	if bad := slices.IndexFunc(columns, func(row []byte) bool { n := bytes.Count(row, []byte(" |")); return n != 2 && n != 5 }); bad >= 0 {
		t.Errorf("a row of the reference has another number of columns: %s", columns[bad])
	}
}

func TestNamesOfTheGeneratedFields(t *testing.T) {
	for key, want := range map[string]string{
		"level": "Level", "level_from": "LevelFrom", "url": "URL", "source_url": "SourceURL", "id": "ID", "former_ids": "FormerIDs", "ags": "AGS", "walk_m": "WalkM",
	} {
		if got := GoName(key); got != want {
			t.Errorf("GoName(%q) = %q, want %q", key, got, want)
		}
	}
	for name, want := range map[string]string{"FreeFor": "Free for", "Session": "Session"} {
		if got := groupTitle(name); got != want {
			t.Errorf("groupTitle(%q) = %q, want %q", name, got, want)
		}
	}
}
