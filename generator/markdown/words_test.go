package markdown

import (
	"fmt"
	"testing"
)

// FuzzWordsAtOnce holds for any body: it is read as goldmark reads it, which looks at every letter.
func FuzzWordsAtOnce(f *testing.F) {
	for _, seed := range []string{
		benchBody,
		"a\\ b \\*c* d\\\ne  \nf\t\ng \\\\\nh\\",
		"Www.example.org xwww.example.org ww.w. https://x.org a:b a:/ https:// ! ![a](b) [c] (d)",
		"*a b* _c d_ **e f** ~~g h~~ `i  j` <k@l.de> <m> [n o](p q) \\[r s\\]",
		"| a b | c\\|d |\n|-|-|\n| e  f | `g\\|h` |",
		" a\n  b\n\tc\n- d e\n  f\n\n      g h\n> i  j\n> k",
		"# a b #\nc d\n===\n[e f]: g\n[e f] h",
		"0 \t\n0\\ \t\n0 \\",
		"a \t \t b  c\u00a0d\u2028e\vf\fg \v\nh",
	} {
		f.Add(seed)
	}
	whole, single := New("+49"), New("+49")
	single.parser = newParser()
	f.Fuzz(func(t *testing.T, body string) {
		source := Source{File: "x.md", Text: body, Line: 1}
		got, want := whole.Parse(source), single.Parse(source)
		if found, expected := fmt.Sprintf("%+v", *got.Found), fmt.Sprintf("%+v", *want.Found); found != expected || string(got.packed) != string(want.packed) {
			t.Errorf("got  %s (%s)\nwant %s (%s)", found, got.packed, expected, want.packed)
		}
	})
}
