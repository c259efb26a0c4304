package proof

import (
	"compress/gzip"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// The budgets of the design, in bytes as sent with gzip.
const (
	styleBudget  = 7_000  // the style sheets of a page
	recordBudget = 14_000 // a record with its style sheets
	scriptBudget = 12_000 // the scripts of a page; those of the whole theme are weighed in generator/theme
)

// light: whatever page a reader opens, it costs little. A page's style sheets and scripts are those it names for the screen; what is for
// paper, old browsers and mistyped words is fetched after it is shown.
func light(t *testing.T, site *Sample) {
	sizes := map[string]int{}
	weigh := func(links [][][]byte) (sum int) {
		for _, link := range links {
			name := string(link[1])
			if _, known := sizes[name]; !known {
				sizes[name] = zippedFile(t, filepath.Join(site.Dir, "assets", name))
			}
			sum += sizes[name]
		}
		return sum
	}
	heaviest := map[string]weight{}
	within := func(what string, page Page, bytes, budget int) {
		if bytes == 0 || bytes > budget {
			t.Errorf("%s: %s of %d bytes, and may have %d", page.Path, what, bytes, budget)
		}
		if bytes > heaviest[what].bytes {
			heaviest[what] = weight{page.Path, bytes}
		}
	}
	for _, page := range site.Pages {
		styles := weigh(styleLink.FindAllSubmatch(page.HTML, -1))
		within("scripts", page, weigh(scriptLink.FindAllSubmatch(page.HTML, -1)), scriptBudget)
		within("style sheets", page, styles, styleBudget)
		if slices.ContainsFunc(Kinds(), func(k Kind) bool { return k.Record && k.Of(page) }) {
			within("a record and its style sheets", page, zipped(page.HTML)+styles, recordBudget)
		}
	}
	for _, what := range slices.Sorted(maps.Keys(heaviest)) {
		t.Logf("%s: up to %d bytes (%s)", what, heaviest[what].bytes, heaviest[what].path)
	}
}

// weight is the heaviest page of its sort.
type weight struct {
	path  string
	bytes int
}

// styleLink and scriptLink are where a page names a style sheet, and a script.
var (
	styleLink  = regexp.MustCompile(`<link rel="stylesheet" href="[^"]*assets/([^"]+)"`)
	scriptLink = regexp.MustCompile(`<script defer src="[^"]*assets/([^"]+)"`)
)

func zippedFile(t *testing.T, name string) int {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return zipped(data)
}

// zipped is how many bytes a web server sends.
func zipped(data []byte) int {
	count := counter(0)
	w, err := gzip.NewWriterLevel(&count, gzip.BestCompression)
	if err != nil {
		return 0
	}
	if _, err := w.Write(data); err != nil || w.Close() != nil {
		return 0
	}
	return int(count)
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
