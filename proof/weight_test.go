package proof

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"
)

// The budgets of the design, in bytes as sent with gzip.
const (
	styleBudget  = 7_000
	recordBudget = 14_000 // with the style sheet
	scriptBudget = 12_000 // all scripts together
)

// light: whatever page a reader opens, it costs little.
func light(t *testing.T, site *Sample) {
	weigh := func(pattern string) (sum int) {
		names, err := filepath.Glob(filepath.Join(site.Dir, "assets", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			sum += zipped(data)
		}
		return sum
	}
	style, script := weigh("style.*.css"), weigh("*.js") // other style sheets are for single kinds of pages
	if style == 0 || style > styleBudget {
		t.Errorf("the style sheets are %d bytes, and may be %d", style, styleBudget)
	}
	if script > scriptBudget {
		t.Errorf("the scripts are %d bytes, and may be %d", script, scriptBudget)
	}
	heaviest, weight := "", 0
	for _, page := range site.Pages {
		for _, kind := range Kinds() {
			if !kind.Record || !kind.Of(page) {
				continue
			}
			if n := zipped(page.HTML); n > weight {
				heaviest, weight = page.Path, n
			}
			if n := zipped(page.HTML); n+style > recordBudget {
				t.Errorf("%s is %d bytes with its style sheet, and may be %d", page.Path, n+style, recordBudget)
			}
		}
	}
	t.Logf("style sheets %d, scripts %d, the heaviest record %d (%s)", style, script, weight, heaviest)
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
