package proof

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// The budgets of the design, in bytes as sent with gzip.
const (
	styleBudget  = 7_000
	kindBudget   = 8_000  // with the style sheets of single kinds of pages
	recordBudget = 14_000 // with its style sheets
	scriptBudget = 12_000 // all scripts of a page
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
	var style, script, weight int
	var heaviest string
	for _, page := range site.Pages {
		links := styleLink.FindAllSubmatch(page.HTML, -1)
		styles, scripts := weigh(links), weigh(scriptLink.FindAllSubmatch(page.HTML, -1))
		if len(links) == 0 || weigh(links[:1]) > styleBudget || styles > kindBudget {
			t.Errorf("%s has style sheets of %d bytes, the first of %d, and may have %d and %d", page.Path, styles, weigh(links[:1]), kindBudget, styleBudget)
		}
		if scripts == 0 || scripts > scriptBudget {
			t.Errorf("%s has scripts of %d bytes, and may have %d", page.Path, scripts, scriptBudget)
		}
		style, script = max(style, styles), max(script, scripts)
		if !slices.ContainsFunc(Kinds(), func(k Kind) bool { return k.Record && k.Of(page) }) {
			continue
		}
		n := zipped(page.HTML) + styles
		if n > recordBudget {
			t.Errorf("%s is %d bytes with its style sheets, and may be %d", page.Path, n, recordBudget)
		}
		if n > weight {
			heaviest, weight = page.Path, n
		}
	}
	t.Logf("style sheets up to %d, scripts up to %d, the heaviest record with its style sheets %d (%s)", style, script, weight, heaviest)
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
