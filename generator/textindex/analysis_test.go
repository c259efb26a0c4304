package textindex

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestAnalysis reads testdata/<lang>.txt: a line "written folded" says how a word is folded, a line "a = b = c" that words are one,
// "a / b" that they are not, "ab : a b" that a compound has these parts; all words of a file occur together.
func TestAnalysis(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 11 {
		t.Fatalf("cases of %d languages: %v", len(files), err)
	}
	for _, file := range files {
		lang := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(lang, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			analyse(t, lang, string(data))
		})
	}
}

func analyse(t *testing.T, lang, cases string) {
	c := newCollector()
	l := c.lexicon(lang)
	word := func(written string) int32 { return c.read(l, written) }
	for line := range strings.Lines(cases) {
		for _, written := range strings.Fields(line) {
			if !strings.Contains("#=/:", written[:1]) {
				word(written)
			}
		}
	}
	c.choose()
	c.split(l)
	c.choose()
	groups := c.merge()
	for line := range strings.Lines(cases) {
		line = strings.TrimSpace(line)
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0 || fields[0] == "#":
		case strings.Contains(line, " = "):
			for _, other := range fields {
				if other != "=" && groups[word(other)] != groups[word(fields[0])] {
					t.Errorf("%s and %s are not one word", fields[0], other)
				}
			}
		case strings.Contains(line, " / "):
			if groups[word(fields[0])] == groups[word(fields[2])] {
				t.Errorf("%s and %s are one word", fields[0], fields[2])
			}
		case strings.Contains(line, " : "):
			parts := c.words[word(fields[0])].parts
			var found []string
			for _, p := range parts {
				if p >= 0 {
					found = append(found, c.words[p].folded)
				}
			}
			var wanted []string
			for _, p := range fields[2:] {
				if p != "-" {
					wanted = append(wanted, c.folder.fold(p))
				}
			}
			if !slices.Equal(found, wanted) {
				t.Errorf("the parts of %s are %q, not %q", fields[0], found, wanted)
			}
		default:
			if folded := c.folder.fold(fields[0]); folded != fields[1] {
				t.Errorf("%s is folded to %s, not %s", fields[0], folded, fields[1])
			}
		}
	}
}
