package edit

import (
	"bytes"
	"testing"

	"mappe/generator/schema"
)

func seeds(f *testing.F) {
	for _, seed := range []string{
		"kind: language\ntitle: A\n",
		"# head\n\nkind: language # k\n\n# t\ntitle: \"A\n  b\"\nsummary: |+\n  one\n\n\nbooking:\n  phone: 030\n  via: office\n",
		"prices:\n- amount: 12,50\n  for: a\n- {note: x, id: a}\n-\n  amount: 3\n  # r\n  id: b\nkeywords: [a, 'b # c', \"d\"] # e\n",
		"sessions:\n  - start: 1.2.2027\n    # c\n    id: 2027-01-01\n    times: [{to: 9:00, days: [di], from: 8:30}]\n",
		"title: A\r\nage:\r\n\u00a0\u00a0min: 16\r\nlast_verified: 1.2.2027",
		"\ufeffkind: a\n? title\n: b\n", "{kind: a, title: b}\n", "title: >1\n  a\n# x\nkind: |2-\n    a\n   b\n",
		"extra: {a: [x, y], b: {c: d}}\ntitle: é\u2028b\nvenue: {city: 1, street}\n", "title: ~\nkind:\n# a\nbody: |\n# b\n  c\n",
	} {
		f.Add([]byte(seed))
	}
}

// FuzzFormat: whatever is in a file, formatting it does not panic, and either leaves it alone or makes it say the same in a form that
// stays.
func FuzzFormat(f *testing.F) {
	seeds(f)
	const path = "content/courses/a.yaml"
	shape := shapeOf(f, path)
	f.Fuzz(func(t *testing.T, src []byte) {
		given := bytes.Clone(src)
		got := Format(path, src, shape)
		if !bytes.Equal(src, given) {
			t.Fatal("the source was written to")
		}
		if len(got.Changes) == 0 {
			if !bytes.Equal(got.Src, src) {
				t.Fatalf("changed without a word:\n%q\n%q", src, got.Src)
			}
			return
		}
		after, findings := Open(path, got.Src, shape)
		if after == nil {
			t.Fatalf("cannot be read any more: %v\n%q", findings, got.Src)
		}
		if before, _ := Open(path, src, shape); before != nil && !before.same(after) {
			t.Fatalf("says something else:\n%q\n%q", src, got.Src)
		}
		again := Format(path, got.Src, shape)
		if len(again.Changes) > 0 {
			t.Fatalf("a second time changes more: %v\n%q\n%q\n%q", again.Changes[0].Message.EN, src, got.Src, again.Src)
		}
	})
}

// FuzzSet: a text that is set is read back, and every other field says what it said.
func FuzzSet(f *testing.F) {
	f.Add([]byte("kind: language\nage: {max: 20}\n"), "A: b # c\n\"")
	f.Add([]byte("title: |\n  a\nsummary: # x\n"), "")
	f.Add([]byte("{kind: a, title: [b]}"), "x, y")
	const path = "content/courses/a.yaml"
	shape := shapeOf(f, path)
	f.Fuzz(func(t *testing.T, src []byte, text string) {
		file, _ := Open(path, src, shape)
		if file == nil || file.Set(Text(text), "summary") != nil {
			return
		}
		if e, found := file.root.find("summary"); !found || e.value.Value != text {
			t.Fatalf("the field is %q, not %q:\n%q", e.value.Value, text, file.Bytes())
		}
		before, _ := Open(path, src, shape)
		for _, e := range before.root.entries() {
			if other, found := file.root.find(e.key.Value); e.key.Value != "summary" && (!found || !sameTree(e.value, other.value, &schema.Field{})) {
				t.Fatalf("%s says something else:\n%q\n%q", e.key.Value, src, file.Bytes())
			}
		}
	})
}
