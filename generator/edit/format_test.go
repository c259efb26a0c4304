package edit

import (
	"strings"
	"testing"

	"mappe/generator/schema"
)

const coursePath = "content/courses/a/index.de.md"

func shapeOf(t testing.TB, path string) Shape {
	shape, ok := ShapeOf(schema.New(), path)
	if !ok {
		t.Fatalf("%s has no shape", path)
	}
	return shape
}

// inFront wraps fields in a Markdown file.
func inFront(fields string) string { return "---\n" + fields + "---\n\nText  \n" }

func TestFormat(t *testing.T) {
	for _, row := range []struct {
		name, before, after string
	}{
		{"fields in order stay", "title: A\nkind: language\n", "title: A\nkind: language\n"},
		{"fields go to their place", "kind: language\ntitle: A\n", "title: A\nkind: language\n"},
		{"remarks go with the field below them", "kind: language\n# of the title\n# twice\ntitle: A # beside\n# of nothing\n",
			"# of the title\n# twice\ntitle: A # beside\nkind: language\n# of nothing\n"},
		{"a heading above an empty line stays at the top", "# heading\n\nkind: language\ntitle: A\n", "# heading\n\ntitle: A\nkind: language\n"},
		{"empty lines part what they parted, and none opens the fields", "kind: language\n\ntitle: A\n", "title: A\n\nkind: language\n"},
		{"deeper remarks stay with the list above them", "kind: language\ntopics:\n  - work\n  # - health\ntitle: A\n",
			"title: A\ntopics:\n  - work\n  # - health\nkind: language\n"},
		{"unknown fields stay behind their neighbour", "title: A\nkind: language\ntypo: 1\nsummary: B\n", "title: A\nsummary: B\nkind: language\ntypo: 1\n"},
		{"fields inside a group", "title: A\nbooking:\n  email: a@example.org\n  # by phone\n  phone: \"1\"\n  via: office\n",
			"title: A\nbooking:\n  via: office\n  # by phone\n  phone: \"1\"\n  email: a@example.org\n"},
		{"fields inside brackets", "title: A\nprices:\n  - {amount: 5, id: a, for: \"x, y\"} # cheap\n", "title: A\nprices:\n  - {id: a, amount: 5, for: \"x, y\"} # cheap\n"},
		{"brackets with remarks keep their order", "title: A\nlevel: {\n  to: a2, # then\n  from: a1}\n", "title: A\nlevel: {\n  to: a2, # then\n  from: a1}\n"},
		{"items of a list", "title: A\nsessions:\n  - start: 2027-01-01\n    # which\n    id: x\n    note: |\n      long\n\n      text\n  - id: y\n",
			"title: A\nsessions:\n  # which\n  - id: x\n    start: 2027-01-01\n    note: |\n      long\n\n      text\n  - id: y\n"},
		{"a list as deep as its key", "sessions:\n- start: 2027-01-01\n  id: x\ntitle: A\n", "title: A\nsessions:\n- id: x\n  start: 2027-01-01\n"},
		{"long texts move whole", "kind: language\nsummary: >-\n  one\n  two\n\n\ntitle: \"over\n  two lines\"\n", "title: \"over\n  two lines\"\nsummary: >-\n  one\n  two\n\n\nkind: language\n"},
		{"dates", "title: A\nlast_verified: 15.02.2027\nreview_by: '1.3.2027' # soon\n", "title: A\nlast_verified: 2027-02-15\nreview_by: '2027-03-01' # soon\n"},
		{"times and days", "title: A\nsessions:\n  - id: a\n    times:\n      - {days: [di, DO], from: 8:30, to: \"9:00\"}\n    except: [1.3.2027..5.3.2027, 24.12.2027]\n",
			"title: A\nsessions:\n  - id: a\n    times:\n      - {days: [tu, th], from: 08:30, to: \"09:00\"}\n    except: [2027-03-01..2027-03-05, 2027-12-24]\n"},
		{"yes and no", "title: A\nonline: ja\ninterpreter: \"No\"\nvenue: {wheelchair: true, street: ja}\n", "title: A\nvenue: {street: ja, wheelchair: yes}\nonline: true\ninterpreter: false\n"},
		{"amounts", "title: A\nprices:\n  - amount: 12,50\n  - amount: 1.200,50\n", "title: A\nprices:\n  - amount: 12.50\n  - amount: 1.200,50\n"},
		{"texts that look like numbers", "title: 2027\nsummary: 2027-02-15\nidentifiers: {bamf: 0123}\nbooking: {phone: 030123456}\n",
			"title: \"2027\"\nsummary: \"2027-02-15\"\nidentifiers: {bamf: \"0123\"}\nbooking: {phone: \"030123456\"}\n"},
		{"numbers stay numbers", "title: A\nage: {min: 16}\nworkload: {units: 60}\n", "title: A\nage: {min: 16}\nworkload: {units: 60}\n"},
		{"lists of texts", "title: A\ndocuments: [\"Ausweis, gültig\", Zeugnis] # both\ntopics: [work]\n", "title: A\ntopics: [work]\ndocuments: # both\n  - \"Ausweis, gültig\"\n  - Zeugnis\n"},
		{"empty lists stay", "title: A\ndocuments: []\n", "title: A\ndocuments: []\n"},
		{"items with text get an id", "title: A\nprices:\n  - amount: 5\n    for: Ermäßigt\n  - {amount: 6, note: Ermäßigt}\n  - amount: 7\n  - id:\n    note: \"?\"\n",
			"title: A\nprices:\n  - id: ermaessigt\n    amount: 5\n    for: Ermäßigt\n  - {id: ermaessigt-2, amount: 6, note: Ermäßigt}\n  - amount: 7\n  - id: \"4\"\n    note: \"?\"\n"},
		{"what cannot be read stays", "title: A: B\nkind: x\nsummary: 2027\n", "title: A: B\nkind: x\nsummary: 2027\n"},
		{"non-breaking blanks", "title: A\nage:\n\u00a0\u00a0min: 16\n", "title: A\nage:\n  min: 16\n"},
		{"unquoted texts over lines", "kind: language\ntitle: one\n  two # end\n", "title: one\n  two # end\nkind: language\n"},
	} {
		t.Run(row.name, func(t *testing.T) {
			shape := shapeOf(t, coursePath)
			got := Format(coursePath, []byte(inFront(row.before)), shape)
			if string(got.Src) != inFront(row.after) {
				t.Errorf("got\n%s\nwant\n%s\nfindings %v", got.Src, inFront(row.after), got.Findings)
			}
			if changed := row.before != row.after; changed != (len(got.Changes) > 0) {
				t.Errorf("changes told: %v", got.Changes)
			}
			again := Format(coursePath, got.Src, shape)
			if len(again.Changes) > 0 || string(again.Src) != string(got.Src) {
				t.Errorf("a second time changes more: %v\n%s", again.Changes, again.Src)
			}
		})
	}
}

func TestFormatKeepsLineEndsAndAddsTheLast(t *testing.T) {
	for _, row := range []struct {
		name, path, before, after string
	}{
		{"Windows' line ends", coursePath, "---\r\nkind: language\r\ndocuments: [a]\r\ntitle: A\r\n---\r\nText", "---\r\ntitle: A\r\ndocuments:\r\n  - a\r\nkind: language\r\n---\r\nText\r\n"},
		{"no end of the last line", "content/courses/a.yaml", "kind: language\ntitle: A", "title: A\nkind: language\n"},
		{"a byte order mark", coursePath, "\ufeff---\ntitle: A\n---\n", "---\ntitle: A\n---\n"},
		{"a byte order mark before fields", "content/courses/a.yaml", "\ufeffkind: language\ntitle: A\n", "title: A\nkind: language\n"},
		{"site.yaml", "content/site.yaml", "title: {en: A, de: B}\nformat: 1\n", "format: 1\ntitle: {en: A, de: B}\n"},
		{"a vocabulary", "content/vocabulary/topics.yaml", "- label: {de: A}\n  id: a\n\n- id: 2027\n", "- id: a\n  label: {de: A}\n\n- id: \"2027\"\n"},
		{"holidays", "content/timetables/holidays.yaml", "school:\n  - {to: 2.1.2027, from: 2027-01-01}\npublic: [1.1.2027]\n", "public: [2027-01-01]\nschool:\n  - {from: 2027-01-01, to: 2027-01-02}\n"},
		{"no fields at all", coursePath, "Text", "Text"},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := Format(row.path, []byte(row.before), shapeOf(t, row.path))
			if string(got.Src) != row.after {
				t.Errorf("got %q\nwant %q\n%v", got.Src, row.after, got.Findings)
			}
		})
	}
}

func TestFormatTellsChangesAtTheLinesOfTheFile(t *testing.T) {
	got := Format(coursePath, []byte("---\nkind: language\ntitle: A\ndocuments: [a]\nlast_verified: 1.2.2027\n---\n"), shapeOf(t, coursePath))
	var told []string
	for _, c := range got.Changes {
		told = append(told, strings.Join([]string{c.Code, string(rune('0' + c.Line))}, " "))
	}
	if want := "field-order 3, text-list 4, value-form 5"; strings.Join(told, ", ") != want {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestFormatGivesNoIDsToTranslations(t *testing.T) {
	shape := shapeOf(t, coursePath)
	shape.Translation = true
	src := inFront("title: A\nprices:\n  - note: B\n")
	if got := Format(coursePath, []byte(src), shape); string(got.Src) != src {
		t.Errorf("got\n%s", got.Src)
	}
}

func TestIsStub(t *testing.T) {
	const original = "---\ntitle: Kurs\norganization: vhs\nprices:\n  - id: a\n    amount: 5\n    for: Alle\n---\nText\n"
	for _, row := range []struct {
		name, src string
		want      bool
	}{
		{"nothing but blanks", " \n\n", true},
		{"no fields", "---\n---\n\n", true},
		{"empty texts", "---\ntitle: ''\nsummary:\n---\n", true},
		{"a fact of the original", "---\norganization: vhs\n---\n", true},
		{"items without text", "---\nprices:\n  - id: a\n    amount: 5\n    for: \"\"\n---\n", true},
		{"a mark alone", "---\nmachine: true\n---\n", true},
		{"a title", "---\ntitle: Course\n---\n", false},
		{"an item's text", "---\nprices:\n  - id: a\n    for: All\n---\n", false},
		{"a body alone", "---\n---\nText\n", false},
		{"another fact", "---\norganization: other\n---\n", false},
		{"a remark", "---\n# ask Fatima\ntitle: ''\n---\n", false},
		{"an unknown field", "---\ntitel: Course\n---\n", false},
		{"what cannot be read", "---\ntitle: A: B\n---\n", false},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := IsStub("content/courses/a/index.en.md", []byte(row.src), []byte(original), shapeOf(t, coursePath)); got != row.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
