package diag

import (
	"slices"
	"strings"
	"testing"
)

func TestTextf(t *testing.T) {
	for _, row := range []struct {
		why  string
		got  Text
		want Text
	}{
		{"values in both sentences", Textf("%s: %d Fehler", "%s: %d errors", "a.md", 2), Text{"a.md: 2 Fehler", "a.md: 2 errors"}},
		{"another order", Textf("%s von %s", "%[2]s of %[1]s", "a", "b"), Text{"a von b", "b of a"}},
		{"a text of several lines in one", Textf("„%s“", "“%s”", "eins\nzwei\r\tdrei"), Text{"„eins zwei  drei“", "“eins zwei  drei”"}},
		{"no order to the terminal", Textf("„%s“", "“%s”", "\x1b[31mrot\u009b"), Text{"„ [31mrot “", "“ [31mrot ”"}},
		{"a long text cut", Textf("%s", "%s", strings.Repeat("ü", 400)), Text{strings.Repeat("ü", 300) + "…", strings.Repeat("ü", 300) + "…"}},
	} {
		if row.got != row.want {
			t.Errorf("%s: got %q, want %q", row.why, row.got, row.want)
		}
	}
}

func TestTextInALanguage(t *testing.T) {
	text := Text{"deutsch", "English"}
	if text.In(German) != "deutsch" || text.In(English) != "English" {
		t.Errorf("German %q, English %q", text.In(German), text.In(English))
	}
}

func TestSortTellsByFileLineColumnAndSeverity(t *testing.T) {
	say := func(de string) Text { return Text{DE: de} }
	want := []Finding{
		{File: "a.md", Line: 1, Column: 1, Severity: Error, Code: "x"},
		{File: "a.md", Line: 2, Column: 1, Severity: Error, Code: "z"},
		{File: "a.md", Line: 2, Column: 1, Severity: Warning, Code: "a"},
		{File: "a.md", Line: 2, Column: 3, Severity: Info, Code: "a"},
		{File: "a.md", Line: 10, Column: 1, Severity: Error, Code: "a"},
		{File: "a.md", Line: 10, Column: 1, Severity: Error, Code: "b", Message: say("eins")},
		{File: "a.md", Line: 10, Column: 1, Severity: Error, Code: "b", Message: say("zwei"), Hint: say("a")},
		{File: "a.md", Line: 10, Column: 1, Severity: Error, Code: "b", Message: say("zwei"), Hint: say("b")},
		{File: "b.md", Line: 1, Column: 1, Severity: Error, Code: "a"},
	}
	shuffled := []Finding{want[8], want[6], want[7], want[6], want[3], want[2], want[1], want[0], want[5], want[4], want[0], want[7]}
	if got := Sort(shuffled); !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if got := Sort(nil); len(got) != 0 {
		t.Errorf("nothing sorted is %v", got)
	}
}

func TestCountOf(t *testing.T) {
	got := CountOf([]Finding{{Severity: Info}, {Severity: Error}, {Severity: Warning}, {Severity: Error}, {Severity: Info}, {Severity: Info}})
	if want := (Count{Errors: 2, Warnings: 1, Infos: 3}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
