package edit

import (
	"strings"
	"testing"
)

func TestSetAndRemove(t *testing.T) {
	set := func(value, path string) func(*File) error {
		return func(f *File) error { return f.Set(value, strings.Split(path, ".")...) }
	}
	list := func(texts, path string) func(*File) error {
		return func(f *File) error { return f.SetList(strings.Split(texts, "|"), strings.Split(path, ".")...) }
	}
	remove := func(path string) func(*File) error {
		return func(f *File) error { return f.Remove(strings.Split(path, ".")...) }
	}
	for _, row := range []struct {
		name, before string
		do           func(*File) error
		after        string
	}{
		{"a value keeps its remark", "title: A # note\n", set("B", "title"), "title: B # note\n"},
		{"a quoted value", "title: \"A: B\"   # note\n", set("C", "title"), "title: C   # note\n"},
		{"an empty value", "title: A\nsummary:\n", set("B", "summary"), "title: A\nsummary: B\n"},
		{"a long text", "title: A\nsummary: | # why\n  one\n  two\nkind: language\n", set("B", "summary"), "title: A\nsummary: B # why\nkind: language\n"},
		{"inside brackets", "title: A\nage: {min: 16, max: 20}\n", set("18", "age.min"), "title: A\nage: {min: 18, max: 20}\n"},
		{"a text in brackets", "title: A\nage: {note: a, min: 16}\n", set(Text("b, c"), "age.note"), "title: A\nage: {note: \"b, c\", min: 16}\n"},
		{"an empty value in brackets", "title: A\nage: {note: , min: 16}\n", set(Text("b,"), "age.note"), "title: A\nage: {note: \"b,\" , min: 16}\n"},
		{"a new text in brackets", "title: A\nextra: {}\n", set(Text("0,"), "extra.a"), "title: A\nextra: {a: \"0,\"}\n"},
		{"in an item by its id", "title: A\nsessions:\n  - id: x\n    start: 2027-01-01\n", set("2027-01-02", "sessions.x.start"), "title: A\nsessions:\n  - id: x\n    start: 2027-01-02\n"},
		{"in an item by its number", "title: A\nprices:\n  - amount: 5\n", set("6", "prices.0.amount"), "title: A\nprices:\n  - amount: 6\n"},
		{"a new field at its place", "title: A\n# kinds\nkind: language\n", set("draft", "status"), "title: A\nstatus: draft\n# kinds\nkind: language\n"},
		{"a new first field", "# head\n\n# own\nkind: language\n", set("A", "title"), "# head\n\ntitle: A\n# own\nkind: language\n"},
		{"a new field in brackets", "title: A\nage: {max: 20}\n", set("16", "age.min"), "title: A\nage: {min: 16, max: 20}\n"},
		{"a new last field in brackets", "title: A\nage: {min: 16}\n", set("20", "age.max"), "title: A\nage: {min: 16, max: 20}\n"},
		{"a new field in empty brackets", "title: A\nage: {}\n", set("16", "age.min"), "title: A\nage: {min: 16}\n"},
		{"a new field in an item", "title: A\nprices:\n  - amount: 5\n", set("once", "prices.0.per"), "title: A\nprices:\n  - amount: 5\n    per: once\n"},
		{"a new first field in an item", "title: A\nprices:\n  - amount: 5\n", set("x", "prices.0.id"), "title: A\nprices:\n  - id: x\n    amount: 5\n"},
		{"a new group", "title: A\nkind: language\n", set("16", "age.min"), "title: A\nage:\n  min: 16\nkind: language\n"},
		{"a group that is empty", "title: A\nage: # years\n", set("16", "age.min"), "title: A\nage:\n  min: 16 # years\n"},
		{"the last line without an end", "title: A", set("B", "summary"), "title: A\nsummary: B"},
		{"a new list", "title: A\nkind: language\n", list("a|b: c", "documents"), "title: A\ndocuments:\n  - a\n  - \"b: c\"\nkind: language\n"},
		{"a list keeps its remarks", "title: A\ndocuments:\n  - a # one\n  - b # two\n", list("a|c", "documents"), "title: A\ndocuments:\n  - a # one\n  - c # two\n"},
		{"a longer list", "title: A\ndocuments:\n  - a # one\n", list("a|b|c", "documents"), "title: A\ndocuments:\n  - a # one\n  - b\n  - c\n"},
		{"a shorter list", "title: A\ndocuments:\n  - a\n  - b\nkind: language\n", list("a", "documents"), "title: A\ndocuments:\n  - a\nkind: language\n"},
		{"a list in brackets", "title: A\ndocuments: [a, # one\n  b] # two\n", list("c", "documents"), "title: A\ndocuments: # two\n  # one\n  - c\n"},
		{"a list within brackets", "title: A\nextra: {a: [x]}\n", list("y, z", "extra.a"), "title: A\nextra: {a: [\"y, z\"]}\n"},
		{"remove a field", "title: A\n# why\nstatus: draft # now\nkind: language\n", remove("status"), "title: A\n# why\nkind: language\n"},
		{"remove a list", "title: A\ntopics:\n  - work\n  - health\nkind: language\n", remove("topics"), "title: A\nkind: language\n"},
		{"remove from brackets", "title: A\nage: {min: 16, max: 20}\n", remove("age.min"), "title: A\nage: {max: 20}\n"},
		{"remove the last in brackets", "title: A\nage: {min: 16, max: 20}\n", remove("age.max"), "title: A\nage: {min: 16}\n"},
		{"remove an item", "title: A\ntopics:\n  - work\n  - health\n", remove("topics.0"), "title: A\ntopics:\n  - health\n"},
		{"remove the first field of an item", "title: A\nprices:\n  - id: x\n    amount: 5\n", remove("prices.x.id"), "title: A\nprices:\n  - amount: 5\n"},
		{"remove what is not there", "title: A\n", remove("status"), "title: A\n"},
	} {
		t.Run(row.name, func(t *testing.T) {
			f := openYAML(t, row.before)
			if err := row.do(f); err != nil {
				t.Fatal(err)
			}
			if string(f.Bytes()) != row.after {
				t.Errorf("got\n%s\nwant\n%s", f.Bytes(), row.after)
			}
		})
	}
}

func TestWhatCannotBeSetLeavesTheFileAsItWas(t *testing.T) {
	const before = "title: A\ntopics: [work]\nprices:\n  - note: B\n"
	for name, do := range map[string]func(*File) error{
		"one value in place of a list": func(f *File) error { return f.Set("x", "topics") },
		"an item that is not there":    func(f *File) error { return f.Set("x", "prices", "7", "note") },
		"a field of a single value":    func(f *File) error { return f.Set("x", "title", "de") },
		"a value that cannot be read":  func(f *File) error { return f.Set("a: b: c", "title") },
		"all of an item":               func(f *File) error { return f.Remove("prices", "0", "note") },
		"a list in place of a group":   func(f *File) error { return f.SetList([]string{"x"}, "prices", "0") },
	} {
		t.Run(name, func(t *testing.T) {
			f := openYAML(t, before)
			if err := do(f); err == nil || string(f.Bytes()) != before {
				t.Errorf("error %v, file\n%s", err, f.Bytes())
			}
		})
	}
}

func TestTextIsReadBackAsItWas(t *testing.T) {
	for text, want := range map[string]string{
		"Deutsch am Abend, mit Pause": "Deutsch am Abend, mit Pause", "Achtung: heute": `"Achtung: heute"`, "Kurs #1": `"Kurs #1"`, "Kurs # 1": `"Kurs # 1"`,
		"2027": `"2027"`, "true": `"true"`, "": `""`, "!wichtig": `"!wichtig"`, `sagt "ja": nein`: `'sagt "ja": nein'`, "a\nb": `"a\nb"`, "- a": `"- a"`, " a": `" a"`,
	} {
		if got := Text(text); got != want {
			t.Errorf("%q is written %s, not %s", text, got, want)
		}
		f := openYAML(t, "title: x\n")
		if err := f.Set(Text(text), "title"); err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if e, _ := f.root.find("title"); e.value.Value != text {
			t.Errorf("%q is read back as %q", text, e.value.Value)
		}
	}
}

func openYAML(t *testing.T, src string) *File {
	t.Helper()
	const path = "content/courses/a.yaml"
	f, findings := Open(path, []byte(src), shapeOf(t, path))
	if f == nil {
		t.Fatalf("%v", findings)
	}
	return f
}
